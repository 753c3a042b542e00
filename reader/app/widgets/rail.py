"""The rail: voices above, threads below, sharing its height."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from reader.app.columns import Columns
from reader.app.reading import Reading
from reader.app.widgets.threads import Threads
from reader.app.widgets.voices import Voices

ABOVE = 2  # rows of the screen over the panes: the title and a blank one
BELOW = 1  # the footer stays in sight
SHARE = 0.6  # as much of the height as the voices may take from threads that need it


class Rail(Vertical):
    """Voices get the rows they need up to SHARE of the height, and what the threads leave; the rest is the threads'."""

    def compose(self) -> ComposeResult:
        """The two lists."""
        yield Voices(id="voices")
        yield Threads(id="threads")

    def show(self, reading: Reading) -> None:
        """Hand what is being read on to both lists."""
        self.voices.show(reading)
        self.threads.show(reading)
        self.share()

    @property
    def voices(self) -> Voices:
        """The list above."""
        return self.query_one("#voices", Voices)

    @property
    def threads(self) -> Threads:
        """The list below."""
        return self.query_one("#threads", Threads)

    def fit(self, columns: Columns) -> None:
        """Be as wide as the rail's content and a column either side, or lie as a drawer over the text and the title.

        A drawer leaves gutter and map in sight and has a column of shadow at its left, unless it takes all.
        """
        if self.screen.has_class("-alone"):
            self.remove_class("-shadow")
            self.styles.width = columns.text + 2
            self.styles.height = "100%"
            self.styles.offset = (columns.start - 1, 0)
            return
        if columns.rail:
            self.styles.width = columns.rail + 2
            self.styles.height = "100%"
            self.styles.offset = (0, 0)
            return
        left = max(0, columns.body - 1 - columns.drawer)
        shadow = 1 if left else 0
        self.set_class(bool(shadow), "-shadow")
        self.styles.width = columns.drawer + shadow
        self.styles.height = max(1, self.screen.size.height - BELOW)
        self.styles.offset = (left - shadow, -ABOVE)

    def on_resize(self, event: events.Resize) -> None:
        """Share the new height."""
        del event
        self.share()

    def share(self) -> None:
        """Give each list its rows; where they are too few for both, the list with the focus comes first."""
        if self.screen.has_class("-alone"):
            self.threads.brief(on=False)
            self.voices.styles.height = "1fr"
            return
        height = self.content_size.height - 1  # a blank row stands between the two
        if height < 2:  # noqa: PLR2004 - a row for each
            return
        voices, threads = self.voices.need, self.threads.need
        tight = voices + threads > height
        most = int(height * (1 - SHARE if self.threads.has_focus else SHARE))
        self.threads.brief(on=tight and self.voices.has_focus)
        left = height - (self.threads.titles if tight and self.voices.has_focus else threads)
        rows = max(2, min(voices, max(most, left), height - 2))
        if self.voices.styles.height is None or self.voices.styles.height.value != rows:
            self.voices.styles.height = rows

    def on_descendant_focus(self) -> None:
        """The list that a person is in may need more rows."""
        self.share()

    def on_descendant_blur(self) -> None:
        """The other list may have its rows back."""
        self.share()

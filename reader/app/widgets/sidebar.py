"""The rail: voices above, threads below, sharing its height."""

from functools import cached_property
from typing import TYPE_CHECKING

from textual import events
from textual.containers import Vertical

from reader.app.rendering.columns import ColumnLayout
from reader.app.state import Reading

if TYPE_CHECKING:
    from reader.app.widgets.thread_list import ThreadList
    from reader.app.widgets.voice_list import VoiceList

SHARE = 0.6  # as much of the height as the voices may take from threads that need it


class Sidebar(Vertical):
    """Voices get the rows they need up to SHARE of the height, and what the threads leave; the rest is the threads'.

    The lists come with the second frame: until the engine has been at work they have nothing to show, and to load and
    mount them takes a twentieth of the start.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._filled = False
        self._alone = False

    @cached_property
    def voices(self) -> "VoiceList":
        """The upper list."""
        from reader.app.widgets.voice_list import VoiceList  # noqa: PLC0415 - as above

        return VoiceList(id="voices")

    @cached_property
    def threads(self) -> "ThreadList":
        """The lower list."""
        from reader.app.widgets.thread_list import ThreadList  # noqa: PLC0415 - as above

        return ThreadList(id="threads")

    def on_mount(self) -> None:
        """Let the first frame pass."""
        self.call_after_refresh(self.mount_lists)

    def mount_lists(self) -> None:
        """Put the two lists in their place."""
        if self.is_attached and not self._filled:
            self._filled = True
            self.mount(self.voices, self.threads)
            if self._reading is not None:
                self.show(self._reading)

    def show(self, reading: Reading) -> None:
        """Hand what is being read on to both lists."""
        self._reading = reading
        if self._filled:
            self.voices.show(reading)
            self.threads.show(reading)
            self.distribute_height()

    def fit(self, columns: ColumnLayout, *, alone: bool = False) -> None:
        """Be as wide as the rail's content and a column either side, or lie as a drawer over text and title.

        A drawer leaves gutter and map in sight and has a column of shadow at its left, unless it takes all. With
        `alone` the list in it stands where the text stood.
        """
        self._alone = alone
        drawer = not (columns.sidebar or alone)
        left = max(0, columns.body - 1 - columns.drawer)
        shadow = 1 if drawer and left else 0
        self.set_class(bool(shadow), "-shadow")
        if drawer:
            width = columns.drawer + shadow
            self.styles.offset = (left + width - shadow - columns.width, 0)  # docked right: from the right end
        else:
            width = columns.text + 2 if alone else columns.sidebar + 2
            self.styles.offset = (columns.start - 1, 0) if alone else (0, 0)
        self.styles.width = width

    def on_resize(self, event: events.Resize) -> None:
        """Share the new height."""
        del event
        self.distribute_height()

    def distribute_height(self) -> None:
        """Give each list its rows; where they are too few for both, the list with the focus comes first."""
        if not self._filled:
            return
        if self._alone:
            self.threads.show_titles_only(on=False)
            self.voices.styles.height = "1fr"
            return
        height = self.content_size.height - 1  # a blank row stands between the two
        if height < 2:  # noqa: PLR2004 - a row for each
            return
        voices, threads = self.voices.rows_needed, self.threads.rows_needed
        tight = voices + threads > height
        most = int(height * (1 - SHARE if self.threads.has_focus else SHARE))
        self.threads.show_titles_only(on=tight and self.voices.has_focus)
        left = height - (self.threads.title_rows_needed if tight and self.voices.has_focus else threads)
        rows = max(2, min(voices, max(most, left), height - 2))
        if self.voices.styles.height is None or self.voices.styles.height.value != rows:
            self.voices.styles.height = rows

    def on_descendant_focus(self) -> None:
        """The list that a person is in may need more rows."""
        self.distribute_height()

    def on_descendant_blur(self) -> None:
        """The other list may have its rows back."""
        self.distribute_height()

"""The sidebar: the list of voices above the list of threads."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from textual import events
from textual.containers import Vertical

from reader.app.rendering.columns import ColumnLayout
from reader.app.state import Reading

if TYPE_CHECKING:
    from reader.app.widgets.thread_list import ThreadList
    from reader.app.widgets.voice_list import VoiceList

VOICES_SHARE = 0.6  # the most that the voices get of the height if the threads need the rest


class Sidebar(Vertical):
    """Divides its height between two lists.

    The voices get what they need up to VOICES_SHARE, and what the threads leave; the threads get the rest.

    The lists are mounted after the first frame: until the analysis is there they have nothing to show, and loading
    them takes a twentieth of the start.

    Args:
        content_changed: Called when `content_width` has changed.

    Attributes:
        content_width: The cells that the list of voices needs to cut nothing; 0 where it is empty.
    """

    def __init__(
        self,
        *,
        content_changed: Callable[[], None] = lambda: None,
        id: str | None = None,  # noqa: A002 - Textual's name for it
    ) -> None:
        super().__init__(id=id)
        self.content_width = 0
        self._content_changed = content_changed
        self._reading: Reading | None = None
        self._has_lists = False
        self._is_alone = self._is_drawer = False
        self._rows_below = 1

    @cached_property
    def voices(self) -> "VoiceList":
        """The list of voices."""
        from reader.app.widgets.voice_list import VoiceList  # noqa: PLC0415 - loaded after the first frame

        return VoiceList(id="voices")

    @cached_property
    def threads(self) -> "ThreadList":
        """The list of threads."""
        from reader.app.widgets.thread_list import ThreadList  # noqa: PLC0415 - loaded after the first frame

        return ThreadList(id="threads")

    def on_mount(self) -> None:
        """Mount the lists after the first frame."""
        self.call_after_refresh(self.mount_lists)

    def mount_lists(self) -> None:
        """Mount the two lists, if they are not there yet."""
        if self.is_attached and not self._has_lists:
            self._has_lists = True
            self.mount(self.voices, self.threads)
            if self._reading is not None:
                self.show(self._reading)

    def show(self, reading: Reading) -> None:
        """Show what is being read in both lists."""
        self._reading = reading
        if self._has_lists:
            self.voices.show(reading)
            self.threads.show(reading)
            self.distribute_height()
            if self.voices.width_needed != self.content_width:
                self.content_width = self.voices.width_needed
                self._content_changed()

    def fit(self, columns: ColumnLayout, *, alone: bool = False) -> None:
        """Fit beside the text, as a drawer over the text, or alone in the place of the text.

        A drawer leaves gutter and map in sight and has a shadow of one column at its left, unless it fills the screen.
        The title above it and the footer below it stay in sight.
        """
        self._is_alone = alone
        self._is_drawer = drawer = not (columns.sidebar or alone)
        self._fit_margin()
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

    def leave_rows(self, rows: int) -> None:
        """Leave the last rows of the screen to the footer while this is a drawer."""
        self._rows_below = rows
        self._fit_margin()

    def _fit_margin(self) -> None:
        if self._is_drawer:
            self.styles.margin = (1, 0, self._rows_below, 0)
        else:
            self.styles.clear_rule("margin")

    def on_resize(self, event: events.Resize) -> None:
        """Divide the new height."""
        del event
        self.distribute_height()

    def distribute_height(self) -> None:
        """Give each list its rows; if they are too few for both, the list with the focus gets what it needs first."""
        if not self._has_lists:
            return
        if self._is_alone:
            self.threads.show_titles_only(on=False)
            self.voices.styles.height = "1fr"
            return
        height = self.content_size.height - 1  # a blank row stands between the two
        if height < 2:  # noqa: PLR2004 - a row for each
            return
        voices, threads = self.voices.rows_needed, self.threads.rows_needed
        is_tight = voices + threads > height
        most = int(height * (1 - VOICES_SHARE if self.threads.has_focus else VOICES_SHARE))
        self.threads.show_titles_only(on=is_tight and self.voices.has_focus)
        left = height - (self.threads.title_rows_needed if is_tight and self.voices.has_focus else threads)
        rows = max(2, min(voices, max(most, left), height - 2))
        if self.voices.styles.height is None or self.voices.styles.height.value != rows:
            self.voices.styles.height = rows

    def on_descendant_focus(self) -> None:
        """Give more rows to the list with the focus."""
        self.distribute_height()

    def on_descendant_blur(self) -> None:
        """Give the other list its rows back."""
        self.distribute_height()

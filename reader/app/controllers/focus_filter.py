"""The focus filter: the body reduced to what one voice says, or to the claims of one thread."""

from dataclasses import replace

from reader.app.host import ReadingHost
from reader.app.state import FocusFilter, Reading
from reader.app.viewmodels.cursor import current_voice
from reader.app.viewmodels.focus_filters import filter_by_thread, filter_by_voice, to_first_shown
from reader.app.viewmodels.jumps import Jump
from reader.text.layout import RowKind

_ENDED = "showing the whole article again"


class FocusFilterController:
    """Sets and ends the focus filter of a reading screen."""

    def __init__(self, host: ReadingHost) -> None:
        self._host = host

    def toggle(self) -> None:
        """Reduce the body to the voice or thread that is chosen here; show everything if it is reduced to that."""
        host = self._host
        reading = host.reading
        thread, voice = self._chosen(reading)
        focus = reading.focus_filter
        if reading.analysis is None:
            host.update(reading, "still finding who speaks")
        elif focus is not None and (focus.voice, focus.thread) == (voice, thread):
            self.end()
        elif thread is not None:
            self.set(filter_by_thread(reading, thread), replace(reading, voice=None))
        elif voice is not None:
            self.set(filter_by_voice(reading, voice), replace(reading, voice=voice))
        else:
            host.update(
                reading, "no quotation here: press f on a quotation, or in the list of voices (2) or threads (3)"
            )

    def _chosen(self, reading: Reading) -> tuple[int | None, int | None]:
        """Return the id of the thread or of the voice that is chosen in the pane with the focus."""
        panes = self._host.panes
        if panes.current == "voices":
            return None, panes.sidebar.voices.selected_voice
        if panes.current == "threads":
            selected = panes.sidebar.threads.selected_group
            return panes.sidebar.threads.selected_thread, selected.voice if selected is not None else None
        return None, current_voice(reading)

    def choose_voice(self, voice: int | None) -> None:
        """Emphasize a voice; where the body is reduced to another voice, reduce it to this one."""
        host = self._host
        reading = host.reading
        if reading.focus_filter is None or reading.focus_filter.voice is None:
            host.update(replace(reading, voice=voice))
        elif voice is None:
            host.update(replace(reading, voice=reading.focus_filter.voice))
        elif voice != reading.focus_filter.voice:
            self._show(filter_by_voice(reading, voice), replace(reading, voice=voice))

    def end(self) -> None:
        """Show all of the article; the cursor's row stays where it is on the screen."""
        self._host.update(replace(self._host.reading, focus_filter=None, voice=None), _ENDED)

    def reveal(self, jump: Jump) -> Jump:
        """Return a jump that the filter allows: the same, or one without the filter if its target is filtered out."""
        host = self._host
        if host.reading.focus_filter is None or jump.target is None:
            return jump
        rows = host.body.page_layout
        if all(rows.row(y).kind is not RowKind.GAP for y in rows.rows_of(jump.target)):
            return jump
        host.update(replace(host.reading, focus_filter=None, voice=None))
        return Jump(replace(jump.reading, focus_filter=None, voice=None), jump.target, jump.message or _ENDED)

    def set(self, focus: FocusFilter, reading: Reading) -> None:
        """Reduce the body to a filter; where it shows nothing, say so."""
        if not focus.spans:
            self._host.update(reading, "this voice has no quotations here")
            return
        self._host.panes.focus("body")
        self._show(focus, reading)

    def _show(self, focus: FocusFilter, reading: Reading) -> None:
        reading = replace(reading, focus_filter=focus)
        self._host.update(reading)
        self._host.go(to_first_shown(reading))

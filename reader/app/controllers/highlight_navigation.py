"""From the article to the list of highlights, and to a highlight."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.app.controllers.highlight_actions import as_stored
from reader.app.host import ReadingHost
from reader.app.messages import LocationOpened, RequestedHighlight
from reader.app.viewmodels.jumps import to_highlight

if TYPE_CHECKING:
    from reader.app.viewmodels.highlight_groups import HighlightChoice


class HighlightNavigation:
    """Opens the list of highlights and goes to a highlight.

    Args:
        host: The reading screen.
        correct: Opens the dialog "correct" on the highlight with an id.
    """

    def __init__(self, host: ReadingHost, correct: Callable[[str], None]) -> None:
        self._host = host
        self._correct = correct
        self._is_listing = False
        self._changes_shown: int | None = None  # the session's `change_count` when its changes were shown last

    def open_list(self) -> None:
        """Open the list of all highlights, this article's first, and go to the one that is chosen."""
        self._is_listing = True
        self._host.dialogs.open_highlights(self._host.session, self._host.reading, self._go_to_entry)

    def _go_to_entry(self, choice: "HighlightChoice | None") -> None:
        self._is_listing = False
        self.show_stored()
        if choice is None:
            return
        entry = choice.entry
        if entry.library_entry is not None:
            requested = RequestedHighlight(entry.highlight.id, choice.is_to_correct)
            self._host.post_message(LocationOpened(entry.library_entry.location, requested))
        elif choice.is_to_correct:
            self._correct(entry.highlight.id)
        else:
            self.go_to(entry.highlight.id)

    def show_changes(self) -> None:
        """Show what was changed on another screen, unless it is shown or the list that is closing will show it."""
        if not self._is_listing and self._changes_shown != self._host.session.change_count:
            self.show_stored()

    def show_stored(self) -> None:
        """Show the highlights and corrections that the library has now: another screen may have changed them."""
        self._changes_shown = self._host.session.change_count
        before, present = self._host.reading, as_stored(self._host.session, self._host.reading)
        if present.analysis is not before.analysis or present.highlights != before.highlights:
            self._host.update(present, None)

    def go_to(self, highlight: str) -> None:
        """Go to the highlight with this id."""
        host = self._host
        there = next((each for each in host.reading.highlights if each.id == highlight and each.spans), None)
        if there is None:
            host.update(host.reading, "these words are no longer in the article: press H, and w on them to attach them")
        else:
            host.panes.focus("body")
            host.go(to_highlight(host.reading, there))

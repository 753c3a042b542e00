"""The list of all that was kept, opened from an article."""

from typing import TYPE_CHECKING

from reader.app.messages import LocationOpened
from reader.app.viewmodels.jumps import to_highlight

if TYPE_CHECKING:
    from reader.app.screens.reading_base import ReadingBase
    from reader.app.viewmodels.highlight_groups import HighlightEntry


class HighlightNavigation:
    """From a reading screen to the list of highlights, and to the one that is chosen there; and to the library."""

    def __init__(self, screen: "ReadingBase") -> None:
        self._screen = screen

    def open(self) -> None:
        """Show every highlight, this article's first."""
        from reader.app.screens.highlights_screen import HighlightsScreen  # noqa: PLC0415 - loaded when a person asks for it

        screen = self._screen
        screen.app.push_screen(HighlightsScreen(screen.session, screen.reading), self._chosen)

    def library(self) -> None:
        """Show what was read."""
        from reader.app.screens.library_screen import LibraryScreen  # noqa: PLC0415 - loaded when a person asks for it

        self._screen.app.push_screen(LibraryScreen(self._screen.session))

    def _chosen(self, chosen: "HighlightEntry | None") -> None:
        if chosen is None:
            return
        if chosen.library_entry is not None:
            self._screen.post_message(LocationOpened(chosen.library_entry.location, chosen.highlight.id))
        else:
            self.go(chosen.highlight.id)

    def go(self, highlight: str) -> None:
        """Go to the highlight with this id."""
        screen = self._screen
        there = next((each for each in screen.reading.highlights if each.id == highlight and each.spans), None)
        if there is None:
            screen.update(screen.reading, "these words are no longer in the article")
        else:
            screen.panes.go("body")
            screen.go(to_highlight(screen.reading, there))

"""The screens that open over the article; each is loaded when it is first opened."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App
    from textual.binding import Binding

    from reader.app.state import Reading
    from reader.app.viewmodels.correction_pages import Change, Correctable
    from reader.app.viewmodels.highlight_groups import HighlightChoice
    from reader.app.viewmodels.palette_entries import PaletteEntry
    from reader.model import Voice
    from reader.services.search_places import Target
    from reader.services.session import Session

# ruff: noqa: PLC0415 - the first frame needs none of these screens


class ScreenDialogs:
    """Opens screens over the article. Each `done` is called with the result, None where there is none."""

    def __init__(self, app: "App[Any]") -> None:
        self._app = app

    def open_palette(
        self, entries: "Sequence[PaletteEntry]", done: "Callable[[PaletteEntry | None], None]", **words: str
    ) -> None:
        """Open the command palette, or another list to choose from: `words` as `PaletteScreen` takes them."""
        from reader.app.screens.palette_screen import PaletteScreen

        self._app.push_screen(PaletteScreen(entries, **words), done)

    def open_comparison(
        self, reading: "Reading", voices: "tuple[Voice, Voice]", done: Callable[[int | None], None]
    ) -> None:
        """Open two voices side by side; the result is an offset to go to."""
        from reader.app.screens.comparison_screen import ComparisonScreen

        self._app.push_screen(ComparisonScreen(reading, voices), done)

    def open_correction(
        self,
        reading: "Reading",
        target: "Correctable",
        done: "Callable[[Change | None], None]",
        *,
        is_above: bool = False,
    ) -> None:
        """Open the dialog on what is corrected, in the upper part of the screen if `is_above`."""
        from reader.app.screens.correction_screen import CorrectionScreen

        self._app.push_screen(CorrectionScreen(reading, target, is_above=is_above), done)

    def open_highlights(
        self, session: "Session", reading: "Reading", done: "Callable[[HighlightChoice | None], None]"
    ) -> None:
        """Open the list of all highlights; the result is one to go to or to correct."""
        from reader.app.screens.highlights_screen import HighlightsScreen

        self._app.push_screen(HighlightsScreen(session, reading), done)

    def open_search(self, session: "Session", reading: "Reading", done: "Callable[[Target | None], None]") -> None:
        """Open the search over the library; the result is a place to go to in the article that is open."""
        from reader.app.screens.search_screen import SearchScreen

        self._app.push_screen(SearchScreen(session, reading.article), done)

    def open_people(self, session: "Session") -> None:
        """Open the list of all people and bodies of the library."""
        from reader.app.screens.people_screen import PeopleScreen

        self._app.push_screen(PeopleScreen(session))

    def open_library(self, session: "Session") -> None:
        """Open the list of articles."""
        from reader.app.screens.library_screen import LibraryScreen

        self._app.push_screen(LibraryScreen(session))

    def open_help(self, bindings: "Iterable[Binding]") -> None:
        """Open the list of keys."""
        from reader.app.screens.correction_screen import HELP
        from reader.app.screens.help_screen import HelpScreen

        self._app.push_screen(HelpScreen((*bindings, *HELP)))

    def open_info(self, session: "Session", reading: "Reading", voice: int | None = None) -> None:
        """Open the facts about the article, or those about a voice (an id)."""
        from reader.app.screens.info_screen import article_info, voice_info

        known = None if voice is None or reading.analysis is None else reading.analysis.voice(voice)
        if voice is None or known is None:
            self._app.push_screen(article_info(reading))
        else:
            self._app.push_screen(voice_info(reading, voice, session.people.elsewhere(reading.article, known.name)))

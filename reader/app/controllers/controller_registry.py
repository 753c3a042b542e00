"""All controllers of a reading screen; most are loaded when a key first needs them, so that the program starts fast."""

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from reader.app.controllers.focus_filter import FocusFilterController
from reader.app.controllers.history import HistoryController
from reader.app.controllers.letter_prompt import LetterPrompt
from reader.app.controllers.links import LinkController
from reader.app.controllers.scope import ScopeController
from reader.app.host import ReadingHost

if TYPE_CHECKING:
    from reader.app.controllers.command_palette import CommandPalette
    from reader.app.controllers.compare import CompareController
    from reader.app.controllers.copy_text import CopyController
    from reader.app.controllers.corrections import CorrectionController
    from reader.app.controllers.highlight_navigation import HighlightNavigation
    from reader.app.controllers.notes import NoteController
    from reader.app.controllers.partial_analysis import PartialAnalysis
    from reader.app.controllers.prompt import PromptController
    from reader.app.controllers.search import SearchController
    from reader.app.controllers.selection import SelectionController

# ruff: noqa: PLC0415 - the first frame needs none of the controllers that are imported in their properties


class Controllers:
    """The controllers of one reading screen."""

    def __init__(self, host: ReadingHost) -> None:
        self._host = host
        self.focus_filter = FocusFilterController(host)
        self.letters = LetterPrompt(host)
        self.history = HistoryController(host, self.letters)
        self.links = LinkController(host)
        self.scope = ScopeController(host, self.letters)

    @cached_property
    def compare(self) -> "CompareController":
        """Two voices side by side."""
        from reader.app.controllers.compare import CompareController

        return CompareController(self._host)

    @cached_property
    def copy_text(self) -> "CopyController":
        """The clipboard."""
        from reader.app.controllers.copy_text import CopyController

        return CopyController(self._host)

    @cached_property
    def corrections(self) -> "CorrectionController":
        """Corrections of what was found."""
        from reader.app.controllers.corrections import CorrectionController

        return CorrectionController(self._host)

    @cached_property
    def highlights(self) -> "HighlightNavigation":
        """The list of highlights."""
        from reader.app.controllers.highlight_navigation import HighlightNavigation

        return HighlightNavigation(self._host, self.corrections.open_highlight)

    @cached_property
    def notes(self) -> "NoteController":
        """Notes, tags and colours of highlights."""
        from reader.app.controllers.notes import NoteController

        return NoteController(self._host, self.prompt)

    @cached_property
    def palette(self) -> "CommandPalette":
        """The command palette."""
        from reader.app.controllers.command_palette import CommandPalette

        return CommandPalette(self._host)

    @cached_property
    def partial_analysis(self) -> "PartialAnalysis":
        """Analysis of the passage around the reader."""
        from reader.app.controllers.partial_analysis import PartialAnalysis

        return PartialAnalysis(self._host)

    @cached_property
    def prompt(self) -> "PromptController":
        """The line to write in."""
        from reader.app.controllers.prompt import PromptController

        return PromptController(self._host.panes.prompt_slot)

    @cached_property
    def search(self) -> "SearchController":
        """The search in the article."""
        from reader.app.controllers.search import SearchController

        return SearchController(self._host, self.prompt, self.history)

    @cached_property
    def selection(self) -> "SelectionController":
        """Selection with keys and mouse."""
        from reader.app.controllers.selection import SelectionController

        return SelectionController(self._host)


class CommandHost(ReadingHost, Protocol):
    """The reading screen as commands see it: with its controllers."""

    @property
    def controllers(self) -> Controllers:
        """The controllers."""

"""What a reading screen can do beyond moving, each part loaded when a person first asks for it."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app.controllers.command_palette import CommandPalette
    from reader.app.controllers.compare import CompareController
    from reader.app.controllers.copy_text import CopyController
    from reader.app.controllers.focus_filter import FocusFilterController
    from reader.app.controllers.highlight_navigation import HighlightNavigation
    from reader.app.controllers.history import HistoryController
    from reader.app.controllers.notes import NoteController
    from reader.app.controllers.partial_analysis import PartialAnalysis
    from reader.app.controllers.prompt import PromptController
    from reader.app.controllers.search import SearchController
    from reader.app.controllers.selection import SelectionController
    from reader.app.screens.reading_base import ReadingBase

LATER = {"pair", "copying", "kept", "notes", "following"}
"""Parts whose keys wait for the engine: what they do needs to know who speaks."""

NEAR = {"copying", "notes"}
"""Those of them that need to know who speaks here, and no more."""

ASKING = {("notes", "note"), ("notes", "tag")}
"""What of these opens a line to write in."""


class Controllers:
    """The parts of a reading screen by the name that keys call them by: `do('search', 'open')`."""

    def __init__(self, screen: "ReadingBase") -> None:
        self._screen = screen

    @cached_property
    def asking(self) -> "PromptController":
        """A line to write in."""
        from reader.app.controllers.prompt import PromptController  # noqa: PLC0415 - as every part: the first frame needs none

        return PromptController(self._screen)

    @cached_property
    def commands(self) -> "CommandPalette":
        """The command palette."""
        from reader.app.controllers.command_palette import CommandPalette  # noqa: PLC0415

        return CommandPalette(self._screen)

    @cached_property
    def copying(self) -> "CopyController":
        """The clipboard."""
        from reader.app.controllers.copy_text import CopyController  # noqa: PLC0415

        return CopyController(self._screen)

    @property
    def following(self) -> "FocusFilterController":
        """The body kept to a voice or a thread."""
        return self._screen.following

    @cached_property
    def kept(self) -> "HighlightNavigation":
        """From highlight to highlight."""
        from reader.app.controllers.highlight_navigation import HighlightNavigation  # noqa: PLC0415

        return HighlightNavigation(self._screen)

    @cached_property
    def notes(self) -> "NoteController":
        """Notes, tags and colours."""
        from reader.app.controllers.notes import NoteController  # noqa: PLC0415

        return NoteController(self._screen)

    @cached_property
    def pair(self) -> "CompareController":
        """Two voices side by side."""
        from reader.app.controllers.compare import CompareController  # noqa: PLC0415

        return CompareController(self._screen)

    @cached_property
    def passages(self) -> "PartialAnalysis":
        """What is known of a long article before all of it is."""
        from reader.app.controllers.partial_analysis import PartialAnalysis  # noqa: PLC0415

        return PartialAnalysis(self._screen)

    @cached_property
    def places(self) -> "HistoryController":
        """Jumps, marks, the place that is kept."""
        from reader.app.controllers.history import HistoryController  # noqa: PLC0415

        return HistoryController(self._screen)

    @cached_property
    def search(self) -> "SearchController":
        """The search."""
        from reader.app.controllers.search import SearchController  # noqa: PLC0415

        return SearchController(self._screen)

    @cached_property
    def selecting(self) -> "SelectionController":
        """Selection by keys."""
        from reader.app.controllers.selection import SelectionController  # noqa: PLC0415

        return SelectionController(self._screen)

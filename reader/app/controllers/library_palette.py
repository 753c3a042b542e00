"""The command palette of the library: what its keys do, and every article and theme."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.binding import Binding

from reader.app.controllers.command_palette import action_entries, library_entries, theme_entries
from reader.app.key_names import HasKeymap
from reader.app.messages import LocationOpened
from reader.app.theming.preferences import change_theme
from reader.app.viewmodels.palette_entries import EntryKind, PaletteEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.screen import Screen

    from reader.app.widgets.list_view import ListView
    from reader.services.session import LibraryEntry

ITSELF = "library.commands"
"""The id of the binding that opens the palette, which it does not list."""


class LibraryPalette:
    """Lists what can be chosen over the library, and does what is chosen.

    Args:
        screen: The screen of the library.
        listing: Its list.
        show_message: Shows a sentence in its footer.
    """

    def __init__(self, screen: "Screen[None]", listing: "ListView", show_message: "Callable[[str], None]") -> None:
        self._screen = screen
        self._show_message = show_message
        nodes = (screen, listing, screen.app)
        self._bindings = {
            binding.id: (binding, node)
            for node in nodes
            for binding in node.BINDINGS
            if isinstance(binding, Binding) and binding.id is not None and binding.id != ITSELF
        }

    def entries(self, articles: "Iterable[LibraryEntry]") -> list[PaletteEntry]:
        """Return the actions of the library, the themes and the articles."""
        app = self._screen.app
        keymap = app.keymap if isinstance(app, HasKeymap) else {}
        bindings = (replace(binding, key=keymap.get(id_, binding.key)) for id_, (binding, _) in self._bindings.items())
        return [*action_entries(bindings), *theme_entries(app), *library_entries(articles)]

    def choose(self, entry: PaletteEntry | None) -> None:
        """Do what was chosen."""
        screen = self._screen
        match entry:
            case PaletteEntry(EntryKind.ACTION, target=str(id_)):
                binding, node = self._bindings[id_]
                screen.call_later(screen.app.run_action, binding.action, node)
            case PaletteEntry(EntryKind.ARTICLE, target=str(location)):
                screen.post_message(LocationOpened(location))
            case PaletteEntry(EntryKind.THEME, target=str(name)):
                self._show_message(change_theme(screen.app, name))
            case _:
                pass

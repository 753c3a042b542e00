"""The screen of the command palette: all commands and places to go to, with a filter."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from reader.app.key_names import keys_for
from reader.app.rendering.columns import columns
from reader.app.rendering.segments import make_style
from reader.app.rendering.truncate import capitalise_first, cut
from reader.app.theming.palette import Palette
from reader.app.viewmodels.palette_entries import EntryKind, PaletteEntry, find_entries
from reader.app.viewmodels.row_index import build_row_index
from reader.app.widgets.filter_input import FilterInput
from reader.app.widgets.footer import Footer
from reader.app.widgets.list_view import ListView, Segments

KIND_WIDTH = max(len(kind) for kind in EntryKind) + 2  # cells of the column for kinds
MIN_WORDS = 20  # cells that the right column leaves for words


class CommandList(ListView):
    """A row for each command: its kind, its words, and keys or facts at the right."""

    class Opened(Message):
        """A person opened a command."""

        def __init__(self, command: PaletteEntry) -> None:
            super().__init__()
            self.command = command

    def __init__(self, heading: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._heading = heading
        self._commands: Sequence[PaletteEntry] = ()

    def show(self, commands: Sequence[PaletteEntry]) -> None:
        """Show these commands with the first one selected."""
        self._commands = commands
        self.reset(build_row_index([1] * len(commands), [0] * len(commands)), 0 if commands else None)

    def render_heading(self, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return the heading with the number of commands."""
        del width
        return self.heading_segments(self._heading, self.count, palette), []

    def render_entry(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return the row of a command."""
        del part
        command, selected = self._commands[entry], entry == self.selected
        dim = make_style(palette.text if selected else palette.dim)
        bright = make_style(palette.accent if selected else palette.text, bold=selected)
        aside = cut(keys_for(self.app, command.detail), width - KIND_WIDTH - MIN_WORDS - 2)
        words = cut(
            command.title if command.kind is EntryKind.THEME else capitalise_first(command.title),
            width - KIND_WIDTH - (cell_len(aside) + 2 if aside else 0),
        )
        keys = make_style(palette.accent, bold=True) if command.kind is EntryKind.ACTION else dim
        return [Segment(command.kind.ljust(KIND_WIDTH), make_style(palette.dim)), Segment(words, bright)], [
            Segment(aside, keys)
        ]

    def entry_opened(self) -> None:
        """Post the selected command."""
        if self.selected is not None:
            self.post_message(self.Opened(self._commands[self.selected]))


class PaletteScreen(Screen[PaletteEntry]):
    """All commands, or other things to choose from.

    Letters filter, arrows move, Enter chooses one, Esc empties the filter and then returns.

    Args:
        commands: What there is to choose from.
        heading: The title of the list.
        hint: What the empty filter says.
        noun: What one of them is called; the keys in the footer are those of its plural.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", show=False, id="commands.back"),
        Binding("up,k", "move(-1)", "command above", show=False, id="commands.up"),
        Binding("down,j", "move(1)", "command below", show=False, id="commands.down"),
        Binding("pageup", "page(-1)", "a page up", show=False, id="commands.page_up"),
        Binding("pagedown", "page(1)", "a page down", show=False, id="commands.page_down"),
    ]

    def __init__(
        self,
        commands: Sequence[PaletteEntry],
        *,
        heading: str = "Commands",
        hint: str = "type what to do or where to go",
        noun: str = "command",
    ) -> None:
        super().__init__()
        self._commands = commands
        self._heading = heading
        self._hint = hint
        self._noun = noun

    def compose(self) -> ComposeResult:
        """Create filter, commands and footer."""
        yield FilterInput(self._hint, sign=":", id="filter")
        yield CommandList(self._heading, id="commands")
        yield Footer(context=f"{self._noun}s", id="footer")

    def on_mount(self) -> None:
        """Show all commands."""
        self.on_resize()
        self.query_one(CommandList).show(self._commands)
        self.set_focus(self.query_one(FilterInput).input)  # at once: keys typed from now on are for it

    def on_resize(self) -> None:
        """Stand where an article's text stands."""
        shared = columns(self.app.size.width, alone=True)
        self.query_one(FilterInput).fit(shared)
        self.query_one(Footer).fit(shared)
        self.query_one(CommandList).fit(shared, above=1)

    @on(Input.Changed)
    def _filtered(self, event: Input.Changed) -> None:
        event.stop()
        self.query_one(CommandList).show(find_entries(self._commands, event.value))
        self.query_one(Footer).show_message("" if self.query_one(CommandList).count else f"no {self._noun} matches")

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(CommandList).action_open()

    @on(CommandList.Opened)
    def _opened(self, event: CommandList.Opened) -> None:
        event.stop()
        self.dismiss(event.command)

    def action_move(self, by: int) -> None:
        """Move in the list."""
        self.query_one(CommandList).action_move(by)

    def action_page(self, by: int) -> None:
        """Move in the list by pages."""
        self.query_one(CommandList).action_page(by)

    def action_leave(self) -> None:
        """Empty the filter, or go back."""
        if not self.query_one(FilterInput).clear():
            self.dismiss(None)

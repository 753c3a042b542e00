"""A box to write a note of several lines in, over the speaker line and the footer."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Static, TextArea

from reader.app.rendering.columns import ColumnLayout
from reader.app.widgets.prompt_input import PromptInput, strip_controls
from reader.printable import printable, printable_lines

MOST = 8
"""Rows of a note that are in sight; a longer one scrolls."""

NEWLINE = {"alt+enter", "ctrl+j", "shift+enter"}
"""Keys for a new line: terminals differ in which of them they can tell from Enter."""


class _Note(TextArea):
    """The note itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave as it was", show=False, id="note.leave"),
    ]

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(PromptInput.Answered(self.text.strip()))
        elif event.key in NEWLINE:
            event.stop()
            event.prevent_default()
            self.insert("\n")

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert(strip_controls(event.text))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of the note; blank ones where it is drawn once more when it is gone, and its styles with it."""
        return super().render_lines(crop) if self.is_attached else [Strip.blank(crop.width)] * crop.height

    def action_leave(self) -> None:
        """Answer nothing."""
        self.post_message(PromptInput.Cancelled())


class NoteBox(Grid):
    """Ask for a note: Enter posts `PromptInput.Answered`, Esc `PromptInput.Cancelled`. The box grows with its text."""

    def compose(self) -> ComposeResult:
        """The sign of a note, the note, and below it what the keys do."""
        yield Static("", id="note-label", markup=False)
        note = _Note(id="note", compact=True, highlight_cursor_line=False)
        note.cursor_blink = False
        yield note
        yield Static("", id="note-hint", markup=False)

    def fit(self, columns: ColumnLayout) -> None:
        """Stand where the text stands."""
        self.styles.padding = (1, columns.right, 0, columns.start)

    def ask(self, label: str, value: str = "") -> None:
        """Show `label` before a box that holds `value`, and take the keys."""
        self.query_one("#note-label", Static).update(Content(label))
        note = self.query_one(_Note)
        note.load_text(printable_lines(value))
        note.move_cursor(note.document.end)
        self.screen.set_focus(note)  # at once: what is typed now is for it
        self.call_after_refresh(self._grow)

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self.query_one(_Note).text.strip()

    def show_hint(self, words: str) -> None:
        """Say below the note what its keys do."""
        self.query_one("#note-hint", Static).update(Content(printable(words)))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Follow the note's height."""
        event.stop()
        self._grow()

    def _grow(self) -> None:
        for note in self.query(_Note):  # none where the answer has come before the layout
            rows = max(2, min(MOST, note.wrapped_document.height))
            self.styles.height = rows + 2
            self.styles.grid_rows = f"{rows} 1"
            self.call_after_refresh(self._stand)

    def _stand(self) -> None:
        """The terminal's own cursor stands where one writes, also before anything is written."""
        for note in self.query(_Note):
            self.app.cursor_position = note.cursor_screen_offset
            note.refresh()

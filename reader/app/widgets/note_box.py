"""A box for a note of several lines, over the speaker line and the footer."""

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

MAX_ROWS = 8
"""The most visible rows of a note; a longer one scrolls."""

NEWLINE = {"alt+enter", "ctrl+j", "shift+enter"}
"""Keys for a new line: which of them a terminal can distinguish from Enter differs."""


class _Note(TextArea):
    """The note itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "cancel", show=False, id="note.leave"),
    ]

    def on_key(self, event: events.Key) -> None:
        """Save the note at Enter, and begin a new line at the keys for it, before Textual's own keys."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(PromptInput.Answered(self.text.strip()))
        elif event.key in NEWLINE:
            event.stop()
            event.prevent_default()
            self.insert("\n")

    def on_paste(self, event: events.Paste) -> None:
        """Insert what is pasted without control characters, in place of Textual's own insertion."""
        event.stop()
        event.prevent_default()
        self.insert(strip_controls(event.text))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of the note, blank ones if it is drawn once more after its removal, when it has no styles."""
        return super().render_lines(crop) if self.is_attached else [Strip.blank(crop.width)] * crop.height

    def action_leave(self) -> None:
        """Cancel."""
        self.post_message(PromptInput.Cancelled())


class NoteBox(Grid):
    """Asks for a note: Enter posts `PromptInput.Answered`, Esc `PromptInput.Cancelled`. The box grows with its text."""

    def compose(self) -> ComposeResult:
        """Create the sign of a note, the text area, and the hint below it."""
        yield Static("", id="note-label", markup=False)
        note = _Note(id="note", compact=True, highlight_cursor_line=False)
        note.cursor_blink = False
        yield note
        yield Static("", id="note-hint", markup=False)

    def fit(self, columns: ColumnLayout) -> None:
        """Stand where the article's text stands."""
        self.styles.padding = (1, columns.right, 0, columns.start)

    def ask(self, label: str, value: str = "") -> None:
        """Show `label` and a text area with `value`, and take the focus."""
        self.query_one("#note-label", Static).update(Content(label))
        note = self.query_one(_Note)
        note.load_text(printable_lines(value))
        note.move_cursor(note.document.end)
        self.screen.set_focus(note)  # at once: keys typed from now on are for it
        self.call_after_refresh(self._fit_height)

    @property
    def text(self) -> str:
        """The text in the box."""
        return self.query_one(_Note).text.strip()

    def show_hint(self, words: str) -> None:
        """Show what the keys do."""
        self.query_one("#note-hint", Static).update(Content(printable(words)))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Post the new text, and follow the height of the note."""
        event.stop()
        self.post_message(PromptInput.Changed(self.text))
        self._fit_height()

    def _fit_height(self) -> None:
        for note in self.query(_Note):  # there is none if the answer came before the layout
            rows = max(2, min(MAX_ROWS, note.wrapped_document.height))
            self.styles.height = rows + 2
            self.styles.grid_rows = f"{rows} 1"
            self.call_after_refresh(self._move_terminal_cursor)

    def _move_terminal_cursor(self) -> None:
        """Put the terminal's own cursor where one writes, also before anything is written."""
        for note in self.query(_Note):
            self.app.cursor_position = note.cursor_screen_offset
            note.refresh()

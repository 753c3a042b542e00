"""A line to write in, in the footer's place."""

import re
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from reader.app.rendering.columns import ColumnLayout
from reader.app.rendering.truncate import cut
from reader.app.widgets.printable_input import PrintableInput
from reader.printable import BROKEN, CONTROLS, INVISIBLE

# The cleaning at the program's edge takes them from articles, and what a person pastes is text from elsewhere as well.
_HOSTILE = re.compile(f"[{CONTROLS}{INVISIBLE}{BROKEN}]")
WRITING = 28
"""Cells that the sign and the line keep from what is said at their right."""


class _PromptLine(PrintableInput):
    """The line itself: what is pasted comes in whole, several lines as one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave as it was", show=False, id="prompt.leave"),
        Binding("up", "walk(-1)", "the one before", show=False, id="prompt.up"),
        Binding("down", "walk(1)", "the one after", show=False, id="prompt.down"),
    ]

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(to_one_line(event.text))

    def action_leave(self) -> None:
        """Answer nothing."""
        self.post_message(PromptInput.Cancelled())

    def action_walk(self, way: int) -> None:
        """The arrows don't move in a line, and may in what it is about."""
        self.post_message(PromptInput.ArrowPressed(way))


class PromptInput(Horizontal):
    """Asks for one line: Enter posts `Answered`, Esc `Left`. Long text scrolls within the row.

    What stands in it is posted at each change (`Changed`), and the arrows up and down (`ArrowPressed`).
    """

    class Answered(Message):
        """A person wrote `text` and pressed Enter."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Cancelled(Message):
        """A person left the prompt: everything stays as it was."""

    class Changed(Message):
        """The line holds `text` now."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class ArrowPressed(Message):
        """A person pressed the arrow down (`way` 1) or up (-1)."""

        def __init__(self, way: int) -> None:
            super().__init__()
            self.way = way

    def compose(self) -> ComposeResult:
        """A sign of what is asked, the line, and what is said about it."""
        yield Static("", id="prompt-label", markup=False)
        line = _PromptLine(id="prompt-line", compact=True, select_on_focus=False)
        line.cursor_blink = False
        yield line
        yield Static("", id="prompt-hint", markup=False)

    def fit(self, columns: ColumnLayout) -> None:
        """Stand where the footer stands."""
        self.styles.padding = (0, columns.right, 0, columns.start)

    def ask(self, label: str, value: str = "") -> None:
        """Show `label` before a line that holds `value`, and take the keys."""
        self.query_one("#prompt-label", Static).update(Content(f"{label} "))
        line = self.query_one("#prompt-line", _PromptLine)
        line.value = to_one_line(value)
        line.cursor_position = len(line.value)
        self.screen.set_focus(line)  # at once: what is typed now is for it
        # The row has its width only after the layout: then the line scrolls to the end of a long text.
        self.call_after_refresh(self._to_end)

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self.query_one("#prompt-line", _PromptLine).value.strip()

    def show_hint(self, words: str) -> None:
        """Say something at the right of the line, as much as leaves room to write."""
        room = self.app.size.width - self.styles.padding.width - WRITING
        self.query_one("#prompt-hint", Static).update(Content(cut(words, room)))

    def _to_end(self) -> None:
        for line in self.query(_PromptLine):  # none where the answer has come before the layout
            line.cursor_position = 0
            line.cursor_position = len(line.value)
            self.app.cursor_position = line.cursor_screen_offset  # of an empty line nothing has changed
            line.refresh()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what stands in the line."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand over what was written."""
        event.stop()
        self.post_message(self.Answered(event.value.strip()))


def to_one_line(text: str) -> str:
    """`text` with line breaks and tabs as single spaces, and without control characters that could reach a terminal."""
    return _HOSTILE.sub("", re.sub(r"\s*[\r\n\t\v\f\x85\u2028\u2029]\s*", " ", text))


def strip_controls(text: str) -> str:
    """`text` in its lines, without control characters that could reach a terminal."""
    lines = re.split("\r\n|[\r\n\v\f\x85\u2028\u2029]", text)
    return "\n".join(_HOSTILE.sub("", line.replace("\t", " ")) for line in lines)

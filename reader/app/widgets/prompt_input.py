"""An input in place of the footer."""

import re
from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, Static

from reader.app.key_names import keys_for
from reader.app.rendering.columns import ColumnLayout
from reader.app.rendering.truncate import cut
from reader.app.widgets.printable_input import PrintableInput
from reader.printable import UNPRINTABLE

# Articles are cleaned when they are read; pasted text comes from elsewhere too.
MIN_INPUT = 28
"""Cells that the hint at the right leaves for sign and input."""


class _Completions(Suggester):
    """Suggests what a function makes of the text."""

    def __init__(self, complete: Callable[[str], str | None]) -> None:
        super().__init__(case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """Return the completed text, None where there is nothing to complete."""
        return self._complete(value)


class _PromptLine(PrintableInput):
    """The input itself: a paste of several lines becomes one line."""

    complete: Callable[[str], str | None] | None = None

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "cancel", show=False, id="prompt.leave"),
        Binding("up", "walk(-1)", "previous", show=False, id="prompt.up"),
        Binding("down", "walk(1)", "next", show=False, id="prompt.down"),
        Binding("tab", "complete", "complete what is typed", show=False, id="prompt.complete"),
    ]

    def on_paste(self, event: events.Paste) -> None:
        """Insert what is pasted as one line, in place of what Textual would insert of it."""
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(to_one_line(event.text))

    def action_leave(self) -> None:
        """Cancel."""
        self.post_message(PromptInput.Cancelled())

    def action_complete(self) -> None:
        """Take the suggestion; where nothing is ever suggested, Tab is a key of the screen."""
        if self.complete is None:
            raise SkipAction
        self.value = self.complete(self.value) or self.value
        self.cursor_position = len(self.value)

    def action_walk(self, way: int) -> None:
        """Post the arrow keys: they may move in what the input is about."""
        self.post_message(PromptInput.ArrowPressed(way))


class PromptInput(Horizontal):
    """Asks for one line: Enter posts `Answered`, Esc `Cancelled`.

    Each change is posted as well (`Changed`), and the arrows up and down (`ArrowPressed`).

    Args:
        complete: Returns what is typed with its end completed, as Tab does it and → at the end; None for nothing to
            complete. Without it nothing is suggested.
    """

    def __init__(self, *, id: str | None = None, complete: Callable[[str], str | None] | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._complete = complete

    class Answered(Message):
        """A person wrote `text` and pressed Enter."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Cancelled(Message):
        """A person cancelled the prompt."""

    class Changed(Message):
        """The input has this text now."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class ArrowPressed(Message):
        """A person pressed the down arrow (`way` is 1) or the up arrow (-1)."""

        def __init__(self, way: int) -> None:
            super().__init__()
            self.way = way

    def compose(self) -> ComposeResult:
        """Create the sign of what is asked, the input, and the hint."""
        yield Static("", id="prompt-label", markup=False)
        line = _PromptLine(id="prompt-line", compact=True, select_on_focus=False)
        line.cursor_blink = False
        if self._complete is not None:
            line.complete, line.suggester = self._complete, _Completions(self._complete)
        yield line
        yield Static("", id="prompt-hint", markup=False)

    def fit(self, columns: ColumnLayout) -> None:
        """Stand where the footer stands."""
        self.styles.padding = (0, columns.right, 0, columns.start)

    def ask(self, label: str, value: str = "") -> None:
        """Show `label` and an input with `value`, and take the focus."""
        self.query_one("#prompt-label", Static).update(Content(f"{label} "))
        line = self.query_one("#prompt-line", _PromptLine)
        line.value = to_one_line(value)
        line.cursor_position = len(line.value)
        self.screen.set_focus(line)  # at once: keys typed from now on are for it
        # The input has its width only after the layout: it can scroll to the end of a long text then.
        self.call_after_refresh(self._scroll_to_end)

    @property
    def text(self) -> str:
        """The text in the input."""
        return self.query_one("#prompt-line", _PromptLine).value.strip()

    def show_hint(self, words: str) -> None:
        """Show a hint at the right, cut so that there is room to write."""
        room = self.app.size.width - self.styles.padding.width - MIN_INPUT
        self.query_one("#prompt-hint", Static).update(Content(cut(keys_for(self.app, words), room)))

    def _scroll_to_end(self) -> None:
        for line in self.query(_PromptLine):  # there is none if the answer came before the layout
            line.cursor_position = 0
            line.cursor_position = len(line.value)
            self.app.cursor_position = line.cursor_screen_offset  # Textual does not do it for an empty input
            line.refresh()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Post the new text."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Post the answer."""
        event.stop()
        self.post_message(self.Answered(event.value.strip()))


def to_one_line(text: str) -> str:
    """Return `text` in one line: spaces for line breaks and tabs, and no control characters."""
    return re.sub(UNPRINTABLE, "", re.sub(r"\s*[\r\n\t\v\f\x85\u2028\u2029]\s*", " ", text))


def strip_controls(text: str) -> str:
    """Return `text` in the same lines, with spaces for tabs and without control characters."""
    lines = re.split("\r\n|[\r\n\v\f\x85\u2028\u2029]", text)
    return "\n".join(re.sub(UNPRINTABLE, "", line.replace("\t", " ")) for line in lines)

"""An input above a list, to filter the list."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from reader.app.rendering.columns import ColumnLayout
from reader.app.widgets.printable_input import PrintableInput


class FilterInput(Horizontal):
    """A sign and an input that posts `Input.Changed` and `Input.Submitted`; `hint` is shown while it is empty."""

    def __init__(self, hint: str, *, sign: str = "/", id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._hint = hint
        self._sign = sign

    def compose(self) -> ComposeResult:
        """Create the sign and the input."""
        yield Static(Content(self._sign), classes="filter-sign")
        line = PrintableInput(placeholder=self._hint, compact=True, select_on_focus=False, classes="filter-input")
        line.cursor_blink = False
        yield line

    def fit(self, columns: ColumnLayout) -> None:
        """Stand where an article's text stands."""
        self.styles.padding = (0, columns.right, 0, columns.start)

    @property
    def input(self) -> Input:
        """The input itself."""
        return self.query_one(Input)

    def focus_input(self) -> None:
        """Give the focus to the input."""
        self.input.focus()

    def clear(self) -> bool:
        """Empty the input; return whether there was text in it."""
        had_text = bool(self.input.value)
        self.input.value = ""
        return had_text

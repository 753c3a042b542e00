"""An input whose text has no control characters, wherever it comes from."""

from textual.widgets import Input

from reader.printable import printable


class PrintableInput(Input):
    """Textual's input with a printable value, be it typed, pasted or given on the command line."""

    def validate_value(self, value: str) -> str:
        """Return the value in printable characters; its length stays the same, and so does the cursor."""
        return printable(value)

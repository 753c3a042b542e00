"""A line to write in that holds nothing which a terminal would obey, whoever filled it."""

from textual.widgets import Input

from reader.printable import printable


class PrintableInput(Input):
    """Textual's input, whose value is printable, typed, pasted or given on the command line."""

    def validate_value(self, value: str) -> str:
        """The value as it may be shown, as long as it was, so that the cursor stays where it is."""
        return printable(value)

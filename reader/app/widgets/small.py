"""What a terminal too small for reading shows: how much of it is missing."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.app.palette import palette_of
from reader.app.strips import ink, row

LEAST_WIDTH, LEAST_HEIGHT = 60, 20


class Small(Widget):
    """One line: the columns and rows that are missing."""

    def render_line(self, y: int) -> Strip:
        """The line, and nothing below it."""
        size = self.app.size
        width, height = LEAST_WIDTH - size.width, LEAST_HEIGHT - size.height
        missing = " and ".join(
            _counted(number, noun) for number, noun in ((width, "column"), (height, "row")) if number > 0
        )
        words = f"{missing} more, please" if y == 0 else ""
        return row([Segment(words, ink(palette_of(self.app).text))], [], self.size.width, ink())


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

"""What a terminal too small for reading shows: how much of it is missing."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.app.rendering.segments import ink, row
from reader.app.rendering.truncate import folded
from reader.app.theming.palette import palette_of
from reader.model import format_count

LEAST_WIDTH, LEAST_HEIGHT = 60, 20


class TooSmall(Widget):
    """The columns and rows that are missing."""

    def render_line(self, y: int) -> Strip:
        """A row of the sentence, and nothing below it."""
        size = self.app.size
        width, height = LEAST_WIDTH - size.width, LEAST_HEIGHT - size.height
        missing = " and ".join(
            format_count(number, noun) for number, noun in ((width, "column"), (height, "row")) if number > 0
        )
        rows = folded(f"{missing} more, please", size.width, max(1, size.height))
        words = rows[y] if y < len(rows) else ""
        return row([Segment(words, ink(palette_of(self.app).text))], [], self.size.width, ink())

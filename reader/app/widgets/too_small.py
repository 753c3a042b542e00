"""What a terminal too small for reading shows: how much of it is missing."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.app.rendering.segments import make_strip, make_style
from reader.app.rendering.truncate import wrap_to_rows
from reader.app.theming.palette import palette_of
from reader.model import counted

LEAST_WIDTH, LEAST_HEIGHT = 60, 20


class TooSmall(Widget):
    """The columns and rows that are missing."""

    def render_line(self, y: int) -> Strip:
        """A row of the sentence, and nothing below it."""
        size = self.app.size
        width, height = LEAST_WIDTH - size.width, LEAST_HEIGHT - size.height
        missing = " and ".join(
            counted(number, noun) for number, noun in ((width, "column"), (height, "row")) if number > 0
        )
        rows = wrap_to_rows(f"{missing} more, please", size.width, max(1, size.height))
        words = rows[y] if y < len(rows) else ""
        return make_strip([Segment(words, make_style(palette_of(self.app).text))], [], self.size.width, make_style())

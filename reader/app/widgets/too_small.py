"""A sentence in place of everything else in a terminal too small for reading."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.app.rendering.segments import make_strip, make_style
from reader.app.rendering.truncate import wrap_to_rows
from reader.app.theming.palette import palette_of

LEAST_WIDTH, LEAST_HEIGHT = 60, 20


class TooSmall(Widget):
    """Says how large the terminal has to be."""

    def render_line(self, y: int) -> Strip:
        """Return a row of the sentence, or a blank one."""
        size = self.app.size
        sentence = f"terminal too small: needs {LEAST_WIDTH}×{LEAST_HEIGHT}"
        rows = wrap_to_rows(sentence, size.width, max(1, size.height))
        words = rows[y] if y < len(rows) else ""
        return make_strip([Segment(words, make_style(palette_of(self.app).text))], [], self.size.width, make_style())

"""Every sign on the screen in ASCII, cell for cell, for terminals and fonts that have no others."""

from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from reader.text.ascii import SIGNS, likeness


class AsciiFilter(LineFilter):
    """Puts ASCII in place of every other character of a line; it keeps its width."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The line in ASCII."""
        del background
        return [Segment(to_ascii(text), style, control) for text, style, control in segments]


@lru_cache(4096)
def to_ascii(text: str) -> str:
    """The text in ASCII, as many cells wide: letters without their accents, "?" for what has no likeness."""
    if text.isascii():
        return text
    text = text.translate(SIGNS)
    return text if text.isascii() else "".join(likeness(each, cell_len(each)) for each in text)

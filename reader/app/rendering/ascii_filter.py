"""A filter that writes the whole screen in ASCII, for terminals and fonts without other characters."""

from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from reader.text.ascii import ascii_character, one_for_one


class AsciiFilter(LineFilter):
    """Replaces every character outside ASCII; the line keeps its width."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the line in ASCII."""
        del background
        return [Segment(to_ascii(text), style, control) for text, style, control in segments]


@lru_cache(4096)
def to_ascii(text: str) -> str:
    """Return the text in ASCII, as many cells wide: letters without accents, "?" for other characters."""
    if text.isascii():
        return text
    text = one_for_one(text)
    return text if text.isascii() else "".join(ascii_character(each, cell_len(each)) for each in text)

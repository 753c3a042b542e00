"""A filter that writes the whole screen in ASCII, for terminals and fonts without other characters."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from reader.text.ascii import ascii_character, one_for_one
from reader.text.foldings import ASCII_SPELLING

_SPELLED = re.compile(f"[{''.join(ASCII_SPELLING)}]")
_BLANKS = re.compile(r" {2,}| +$")


class AsciiFilter(LineFilter):
    """Replaces every character outside ASCII; the line keeps its width."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the line in ASCII."""
        del background
        if any(_SPELLED.search(segment.text) for segment in segments):
            segments = _spelled_out(segments)
        return [Segment(to_ascii(text), style, control) for text, style, control in segments]


def _spelled_out(segments: list[Segment]) -> list[Segment]:
    """Spell characters out that become several ("…", "ß"), where the blanks after them leave room.

    The text up to the next two blanks or more moves to the right, and one blank of them stays. So what stands in
    columns keeps its place. Where there is no room, `to_ascii` writes one character.
    """
    texts = [segment.text for segment in segments]
    starts = [0, *accumulate(map(len, texts))]
    line = "".join(texts)
    room = {blanks.start(): len(blanks[0]) - (blanks.end() < len(line)) for blanks in _BLANKS.finditer(line)}
    changes: list[tuple[int, int, str]] = []
    for sign in _SPELLED.finditer(line):
        spelling = ASCII_SPELLING[sign[0]]
        more = len(spelling) - cell_len(sign[0])
        at = next((at for at in room if at >= sign.end()), None)
        if at is not None and room[at] >= more:
            room[at] -= more
            changes += [(sign.start(), sign.end(), spelling), (at, at + more, "")]
            room[at + more] = room.pop(at)
            room = dict(sorted(room.items()))
    for start, end, spelling in sorted(changes, reverse=True):
        first, last = bisect_right(starts, start) - 1, bisect_left(starts, end) - 1
        for index in range(last, first - 1, -1):
            text, begin = texts[index], starts[index]
            words = spelling if index == first else ""
            texts[index] = text[: max(0, start - begin)] + words + text[end - begin :]
    return [Segment(text, style, control) for text, (_, style, control) in zip(texts, segments, strict=True)]


@lru_cache(4096)
def to_ascii(text: str) -> str:
    """Return the text in ASCII, as many cells wide: letters without accents, "?" for other characters."""
    if text.isascii():
        return text
    text = one_for_one(text)
    return text if text.isascii() else "".join(ascii_character(each, cell_len(each)) for each in text)

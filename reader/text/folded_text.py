"""A text without what editions set otherwise, and how its offsets map to those of the original."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from reader.text.word_alignment import FOLDING

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text with straight marks, hyphens and single spaces, and how its offsets map to those of the original.

    `starts` are the offsets after each space that was longer, `removed` how many characters were removed before each.
    """

    text: str
    starts: tuple[int, ...]
    removed: tuple[int, ...]

    @staticmethod
    def of(text: str) -> "FoldedText":
        """Fold a text."""
        parts: list[str] = []
        starts, removed = [0], [0]
        last = count = 0
        for space in _SPACE.finditer(text):
            parts += (text[last : space.start()], " ")
            last = space.end()
            if len(space[0]) > 1:
                count += len(space[0]) - 1
                starts.append(last - count)
                removed.append(count)
        parts.append(text[last:])
        return FoldedText("".join(parts).translate(FOLDING), tuple(starts), tuple(removed))

    def to_original(self, offset: int) -> int:
        """Return the offset in the original of an offset in the folded text."""
        return offset + self.removed[bisect_right(self.starts, offset) - 1]

    def to_folded(self, offset: int) -> int:
        """Return the offset in the folded text of one in the original, to within the length of a space."""
        at = bisect_right(range(len(self.starts)), offset, key=lambda i: self.starts[i] + self.removed[i])
        return max(0, offset - self.removed[at - 1])

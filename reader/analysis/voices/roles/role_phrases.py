"""Define what the readers of roles before and after a name return, and where a sentence begins."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.model import Span


@dataclass(frozen=True, slots=True)
class Role:
    """The role and affiliation in a phrase, as spans of the text, and `noun`, the role's head noun."""

    role: Span | None
    affiliation: Span | None
    noun: str = ""

    @property
    def rest(self) -> tuple[Span | None, str]:
        """Return the affiliation and the noun."""
        return self.affiliation, self.noun


def ends_of(words: str, text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield where `words` end in a part of a text, each time that no letter follows."""
    stretch = text[start:end]
    at = -1
    while (at := stretch.find(words, at + 1)) >= 0:
        behind = stretch[at + len(words) : at + len(words) + 1]
        if not (behind.isalnum() or behind == "_"):
            yield start + at + len(words)


def begins_sentence(text: str, start: int) -> bool:
    """Return whether a sentence begins at an offset, so that a capital there means nothing."""
    if start == 0 or text[start - 1] == "\n":
        return True
    return text[max(0, start - 2) : start] in {". ", "? ", "! ", "” ", '" '} and text[start - 3] != ","

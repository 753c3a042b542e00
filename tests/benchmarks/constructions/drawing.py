"""Draw pieces of sentences for a family, without pieces that exclude each other."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple


class Piece(NamedTuple):
    """One piece of a sentence, with slots for a cast."""

    words: str
    gives: str
    """What the family has to know of it: of a subject the name of the voice, of a verb the kinds of content it takes."""
    marks: frozenset[str]
    """Of a subject what it is ("person"); of any other piece what the subject must be."""
    once: frozenset[str]
    """What a sentence has only one of ("time"), and this piece is."""


def pieces(table: str, *, nothing: int = 0) -> tuple[Piece, ...]:
    """A table of pieces, one a line, "words|gives|marks", where "!time" is a mark of what stands once.

    `nothing` is how often no piece at all is among them.
    """
    out = [Piece("", "", frozenset(), frozenset())] * nothing
    for line in table.strip("\n").split("\n"):
        words, gives, told = (*line.split("|"), "", "")[:3]
        marks = told.split()
        needed = frozenset(each for each in marks if each[0] != "!")
        out.append(Piece(words, gives, needed, frozenset(each[1:] for each in marks if each[0] == "!")))
    return tuple(out)


def drawn(random: Random, among: Sequence[Piece], subject: Piece, used: set[str]) -> Piece:
    """One of the pieces that fits the subject and is nothing of what is `used`; what it is itself is added there."""
    fit = [each for each in among if each.marks <= subject.marks and not each.once & used]
    piece = random.choice(fit)
    used |= piece.once
    return piece


_PLURALS = {"was": "were", "is": "are", "has": "have"}


def plural(verb: str) -> str:
    """A verb, which words may follow, as a subject in the plural has it."""
    first, _, rest = verb.partition(" ")
    alone = first.removesuffix("s")
    return f"{_PLURALS.get(first, alone)} {rest}".rstrip()

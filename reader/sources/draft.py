"""Blocks on their way to an article: every format yields parts, and parts are put together in one way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from reader.model import Block, BlockKind, Mark, Span


class Part(NamedTuple):  # made in a quarter of a dataclass's time, and a long text has thousands
    """One block with its own text; `marks` are spans into that text, the other fields are those of `Block`.

    `start` is where the text stands in the text it was read from, None where it does not stand there as it is;
    `tight` says that no blank line parted it from the block before.
    """

    kind: BlockKind
    text: str
    level: int = 0
    ordered: int | None = None
    hidden: bool = False
    continues: bool = False
    marks: tuple[Mark, ...] = ()
    start: int | None = None
    tight: bool = False


class Facts(NamedTuple):
    """What a source says about an article beside its text; None where it says nothing. `published` is an ISO date."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None

    def or_else(self, other: "Facts") -> "Facts":
        """These facts, and those of `other` where these are silent."""
        return Facts(*(own or theirs for own, theirs in zip(self, other, strict=True)))


_SILENT = Facts()


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of an article with the blocks and marks in it, and what its source says about it."""

    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()
    facts: Facts = _SILENT


def assemble(parts: Iterable[Part], facts: Facts = _SILENT) -> Draft:
    """Parts set one after another, a blank line between two."""
    texts: list[str] = []
    blocks: list[Block] = []
    marks: list[Mark] = []
    offset = 0
    for part in parts:
        texts.append(part.text)
        blocks.append(_block(part, offset))
        marks.extend(replace(mark, span=mark.span.shifted(offset)) for mark in part.marks)
        offset += len(part.text) + 2
    return Draft("\n\n".join(texts), tuple(blocks), tuple(marks), facts)


def footnote_list(notes: Iterable[Sequence[Part]]) -> list[Part]:
    """Footnotes, each given as its paragraphs, as the items of a numbered list with a rule before it."""
    items = [
        Part(BlockKind.ITEM, part.text, 1, None if place else number, continues=place > 0, marks=part.marks)
        for number, note in enumerate(notes, 1)
        for place, part in enumerate(note)
    ]
    return [Part(BlockKind.RULE, "* * *"), *items] if items else []


def mark_continued_quotes(parts: Sequence[Part]) -> list[Part]:
    """The same parts, block quotes that follow one upon another as one of several paragraphs."""
    later = (
        part._replace(continues=True) if before.kind is part.kind is BlockKind.QUOTE else part
        for before, part in pairwise(parts)
    )
    return [*parts[:1], *later]


def draft_in_place(text: str, parts: Iterable[Part], facts: Facts = _SILENT) -> Draft:
    """Parts that all stand in `text` as they are: the text is kept, character for character."""
    return Draft(text, tuple(_block(part, part.start or 0) for part in parts), (), facts)


def _block(part: Part, offset: int) -> Block:
    span = Span(offset, offset + len(part.text))
    return Block(part.kind, span, part.level, part.ordered, part.hidden, part.continues)

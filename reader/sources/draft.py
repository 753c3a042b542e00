"""The blocks of an article while it is being read: every format makes parts, and parts are joined into a draft."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from reader.model import Block, BlockKind, Mark, MarkKind, Span


class Part(NamedTuple):  # four times faster to make than a dataclass, and a long text has thousands
    """One block with its own text.

    `marks` are spans into that text. `start` is the offset of the text in the source text, None where it does not occur
    there unchanged. `tight` says that no blank line separates it from the block before. The other fields are those of
    `Block`.
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

    @property
    def linked_length(self) -> int:
        """How many characters of the text are in links."""
        return sum(len(mark.span) for mark in self.marks if mark.kind is MarkKind.LINK)


class Facts(NamedTuple):
    """What a source states about an article, None where it states nothing; `published` is an ISO date."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None

    def or_else(self, other: "Facts") -> "Facts":
        """Return these facts, with the missing ones taken from `other`."""
        return Facts(*(mine or theirs for mine, theirs in zip(self, other, strict=True)))


_NO_FACTS = Facts()


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of an article, the blocks and marks as spans into it, and what its source states about it."""

    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()
    facts: Facts = _NO_FACTS


def assemble(parts: Iterable[Part], facts: Facts = _NO_FACTS) -> Draft:
    """Join parts into a draft, with a blank line between every two."""
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
    """Return footnotes, each given as its paragraphs, as the items of a numbered list with a rule before it."""
    items = [
        Part(BlockKind.ITEM, part.text, 1, None if index else number, continues=index > 0, marks=part.marks)
        for number, note in enumerate(notes, 1)
        for index, part in enumerate(note)
    ]
    return [Part(BlockKind.RULE, "* * *"), *items] if items else []


def mark_continued_quotes(parts: Sequence[Part]) -> list[Part]:
    """Return the parts with consecutive block quotes marked as paragraphs of the same block quote."""
    later = (
        part._replace(continues=True) if before.kind is part.kind is BlockKind.QUOTE else part
        for before, part in pairwise(parts)
    )
    return [*parts[:1], *later]


def draft_in_place(text: str, parts: Iterable[Part], facts: Facts = _NO_FACTS) -> Draft:
    """Make a draft of parts that all occur unchanged in `text`, which is kept character for character."""
    return Draft(text, tuple(_block(part, part.start or 0) for part in parts), (), facts)


def _block(part: Part, offset: int) -> Block:
    span = Span(offset, offset + len(part.text))
    return Block(part.kind, span, part.level, part.ordered, part.hidden, part.continues)

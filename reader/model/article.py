"""An article: one string of clean text, and the blocks and marks that are spans into it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from reader.model.span import Span

_DATELINE = r"[A-Z][A-Z.’' -]+(?:, [\w. ]{2,20})?(?: \([^)\n]{2,20}\))? [—–-] (?=\S)"
_OPENING = 8
"""Words that stand for a title where there is none."""
_MOST = 1000
"""Characters in which they are looked for."""

_WORDS_A_MINUTE = 238
"""Brysbaert (2019), "How many words do we read per minute?": silent reading of English prose."""


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    ITEM = "item"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article, in text order, without the blank lines around it.

    `level` is a heading's rank (1 to 6), a list item's depth from 1, a block quote's depth from 1, else 0.
    `ordered` is the number of an item of an ordered list, else None. A block quote of several paragraphs is
    several blocks, of which all but the first have `continues` set, as have the later paragraphs of a list item.
    `hidden` blocks are site furniture: kept in the text, folded away on the screen, and never analysed.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    ordered: int | None = None
    hidden: bool = False
    continues: bool = False


class MarkKind(StrEnum):
    """What an inline mark is."""

    LINK = "link"
    IMAGE = "image"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline mark over a span of the text; `href` is the address of a link or an image, http, https or mailto."""

    kind: MarkKind
    span: Span
    href: str | None = None


FlatBlock = tuple[str, int, int, int, int | None, bool, bool]
FlatMark = tuple[str, int, int, str | None]


def flatten(blocks: Iterable[Block], marks: Iterable[Mark]) -> tuple[list[FlatBlock], list[FlatMark]]:
    """Blocks and marks as plain values, for what keeps them or hands them on: kind, start and end, and the rest."""
    return [
        (
            block.kind.value,
            block.span.start,
            block.span.end,
            block.level,
            block.ordered,
            block.hidden,
            block.continues,
        )
        for block in blocks
    ], [(mark.kind.value, mark.span.start, mark.span.end, mark.href) for mark in marks]


def unflatten(blocks: Iterable[Any], marks: Iterable[Any]) -> tuple[tuple[Block, ...], tuple[Mark, ...]]:
    """The blocks and marks of `flatten`. Raises ValueError, TypeError or KeyError for what it can't have given."""
    kinds = {kind.value: kind for kind in BlockKind}
    return (
        tuple(Block(kinds[kind], Span(start, end), *rest) for kind, start, end, *rest in blocks),
        tuple(Mark(MarkKind(kind), Span(start, end), href) for kind, start, end, href in marks),
    )


@dataclass(frozen=True, slots=True)
class Article:
    """An article as every other part of the program sees it.

    `text` is clean (NFC, paragraphs parted by one blank line, no control characters) and holds the headline as
    its first heading where there is one. `id` identifies the article (see `sources.identity`); `location` is the
    place it was opened from; `published` is an ISO date; facts that the source does not state are None.
    """

    id: str
    location: str
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None

    @property
    def visible(self) -> tuple[Block, ...]:
        """The blocks that are the article itself, without site furniture."""
        return tuple([block for block in self.blocks if not block.hidden])

    @property
    def name(self) -> str:
        """Its title, else the first words of the article itself; "" for no text."""
        start = next((block.span.start for block in self.blocks if not block.hidden), 0)
        return self.title or first_words(self.text[start : start + _MOST])

    @property
    def word_count(self) -> int:
        """How many words the article itself has, without site furniture: counted each time, linear in the text."""
        return sum(len(block.span.of(self.text).split()) for block in self.visible)

    @property
    def formatted_date(self) -> str:
        """When it was published, as people write it."""
        return format_date(self.published)


def format_date(published: str | None) -> str:
    """A day (ISO 8601) as people write it; what is no such date, which an older library may hold, as it is."""
    try:
        day = date.fromisoformat(published or "")
    except ValueError:
        return published or ""
    return f"{day.day} {day:%B} {day.year}"


def reading_minutes(words: int) -> int:
    """How long a text of so many words takes to read, at least one minute."""
    return max(1, round(words / _WORDS_A_MINUTE))


def format_count(number: int, noun: str) -> str:
    """A number and its noun: "1 claim", "2 claims"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def first_words(text: str) -> str:
    """The first words of a text, behind a dateline, which stand for the title that it lacks; "" for no text."""
    begin = re.match(_DATELINE, text)
    words = text[begin.end() if begin else 0 :].split(None, _OPENING)
    return " ".join(words[:_OPENING]) + "…" * (len(words) > _OPENING)

"""An article: one string of clean text, and the blocks and marks that are spans into it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from reader.model.span import Span

_DATELINE = r"[A-Z][A-Z.’' -]+(?:, [\w. ]{2,20})?(?: \([^)\n]{2,20}\))? [—–-] (?=\S)"
_TITLE_WORDS = 8
"""Words that are used in place of a title."""
_TITLE_SEARCHED = 1000
"""Characters in which they are searched for."""

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

    A block quote of several paragraphs is several blocks, and so is a list item.

    Attributes:
        kind: What it is.
        span: Its place in the text.
        level: A heading's level (1 to 6), a list item's or block quote's depth from 1, else 0.
        ordered: The number of an item of an ordered list, else None.
        hidden: Whether it is boilerplate: part of the text, folded on the screen, never analysed.
        continues: Whether it is a later paragraph of a block quote or a list item.
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
    """Return blocks and marks as tuples of plain values, to be stored or sent: kind, start, end, and the rest."""
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
    """Return the blocks and marks that `flatten` made these values of.

    Raises:
        ValueError: `flatten` can't have made them.
        TypeError: The same.
        KeyError: The same.
    """
    kinds = {kind.value: kind for kind in BlockKind}
    return (
        tuple(Block(kinds[kind], Span(start, end), *rest) for kind, start, end, *rest in blocks),
        tuple(Mark(MarkKind(kind), Span(start, end), href) for kind, start, end, href in marks),
    )


@dataclass(frozen=True, slots=True)
class Article:
    """An article. Facts that its source does not state are None.

    Attributes:
        id: Identifies it (see `sources.identity`).
        location: The path or address that it was opened from.
        text: Clean text (NFC, one blank line between paragraphs, no control characters), with the headline as its first
            heading where there is one.
        blocks: Its blocks, in text order.
        marks: Its inline marks, in text order.
        title: Its title.
        byline: Who wrote it.
        outlet: Where it appeared.
        published: The day of publication (ISO 8601).
        language: Its language (ISO 639-1).
        url: Its canonical address.
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
        """The blocks without the hidden ones."""
        return tuple([block for block in self.blocks if not block.hidden])

    @property
    def name(self) -> str:
        """Its title, else its first words; "" for no text."""
        start = next((block.span.start for block in self.blocks if not block.hidden), 0)
        return self.title or first_words(self.text[start : start + _TITLE_SEARCHED])

    @property
    def word_count(self) -> int:
        """How many words the visible blocks have; counted each time, in time linear in the text."""
        return sum(len(block.span.of(self.text).split()) for block in self.visible)

    @property
    def formatted_date(self) -> str:
        """When it was published, as people write a date."""
        return format_date(self.published)


def format_date(published: str | None) -> str:
    """Return a day (ISO 8601) as people write it; anything else, which an older library may have, as it is."""
    try:
        day = date.fromisoformat(published or "")
    except ValueError:
        return published or ""
    return f"{day.day} {day:%B} {day.year}"


def reading_minutes(words: int) -> int:
    """Return how many minutes a text of so many words takes to read, at least one."""
    return max(1, round(words / _WORDS_A_MINUTE))


def format_count(number: int, noun: str) -> str:
    """Return a number with its noun: "1 claim", "2 claims"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def first_words(text: str) -> str:
    """Return the first words of a text, after a dateline, to use in place of a title; "" for no text."""
    begin = re.match(_DATELINE, text)
    words = text[begin.end() if begin else 0 :].split(None, _TITLE_WORDS)
    return " ".join(words[:_TITLE_WORDS]) + "…" * (len(words) > _TITLE_WORDS)

"""Collect the paragraphs that can contain claims, with their sentences and the heading above them."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TypeAlias

from reader.model import Article, Block, BlockKind, Quotation, Span

Cut: TypeAlias = Callable[[str, Span], tuple[Span, ...]]
"""A function that splits the paragraph at a span of a text into sentences, in text order."""

# A heading in plain text: a short line that ends as no sentence ends, and is no post ("@user: ...").
_HEADING_LENGTH = 80  # characters
_HEADING = re.compile(r"[^\W_][^\n:@#]*[\w?]")
_SPEAKING = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A visible paragraph: its span, its sentences, and the `heading` above it (None before the first).

    `section` counts headings, so that two paragraphs with the same number are under the same heading.
    """

    span: Span
    sentences: tuple[Span, ...]
    heading: Span | None
    section: int


def paragraphs(article: Article, cut: Cut, quotations: Sequence[Quotation] = ()) -> tuple[Paragraph, ...]:
    """Return the paragraphs, list items and block quotes of `article` in text order; no headings or hidden blocks.

    A heading that is the very first block is the headline and begins no section. Where no heading is
    marked below the first block, a short paragraph that ends without a stop, is not the last one and is no part of a
    quotation is a heading as well. `cut` splits a paragraph into sentences.
    """
    found: list[Paragraph] = []
    heading: Span | None = None
    section = 0
    visible = article.visible
    is_marked = any(block.kind is BlockKind.HEADING for block in visible[1:])
    headings = set() if is_marked else _plain_headings(article.text, visible, quotations)
    for position, block in enumerate(visible):
        if block.kind is BlockKind.HEADING or position in headings:
            if position:
                heading = block.span
                section += 1
        elif block.kind in _SPEAKING:
            found.append(Paragraph(block.span, cut(article.text, block.span), heading, section))
    return tuple(found)


def _plain_headings(text: str, blocks: Sequence[Block], quotations: Sequence[Quotation]) -> set[int]:
    """The positions of the paragraphs that are headings."""
    short = {
        position
        for position, (block, after) in enumerate(pairwise(blocks))
        if position
        and block.kind is BlockKind.PARAGRAPH
        and after.kind in _SPEAKING
        and len(block.span) <= _HEADING_LENGTH
        and _HEADING.fullmatch(text, block.span.start, block.span.end)
    }
    if short:
        quoted = sorted(span for quotation in quotations for span in quotation.spans)
        starts = [span.start for span in quoted]
        ends = list(accumulate((span.end for span in quoted), max))
        for position in tuple(short):
            at = bisect_left(starts, blocks[position].span.end) - 1
            if at >= 0 and ends[at] > blocks[position].span.start:
                short.discard(position)
    return short

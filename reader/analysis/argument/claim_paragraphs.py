"""Collect the paragraphs that can contain claims, with their sentences and the heading above them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from reader.model import Article, BlockKind, Span

Cut: TypeAlias = Callable[[str, Span], tuple[Span, ...]]
"""A function that splits the paragraph at a span of a text into sentences, in text order."""

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


def paragraphs(article: Article, cut: Cut) -> tuple[Paragraph, ...]:
    """Return the paragraphs, list items and block quotes of `article` in text order; no headings or hidden blocks.

    `cut` returns the sentences of each. A heading that is the very first block is the headline and begins no section.
    """
    found: list[Paragraph] = []
    heading: Span | None = None
    section = 0
    for position, block in enumerate(article.visible):
        if block.kind is BlockKind.HEADING:
            if position:
                heading = block.span
                section += 1
        elif block.kind in _SPEAKING:
            found.append(Paragraph(block.span, cut(article.text, block.span), heading, section))
    return tuple(found)

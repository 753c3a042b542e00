"""The paragraphs that can hold claims, with their sentences and the heading they stand under."""

from dataclasses import dataclass

from reader.analysis.sentences import sentences
from reader.model import Article, BlockKind, Span

_SPEAKING = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One visible paragraph: its span, its sentences, and the `heading` above it (None before the first).

    `section` counts headings, so that two paragraphs with the same number stand under the same one.
    """

    span: Span
    sentences: tuple[Span, ...]
    heading: Span | None
    section: int


def paragraphs(article: Article) -> tuple[Paragraph, ...]:
    """The paragraphs, list items and block quotes of `article` in text order; headings and hidden blocks are none.

    A heading that is the very first block is the headline and heads no section.
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
            found.append(Paragraph(block.span, sentences(article.text, block.span), heading, section))
    return tuple(found)

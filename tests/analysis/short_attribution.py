"""Helpers that attribute a short text and return the findings."""

from reader.analysis.attribution import attribute
from reader.analysis.cues.attributions import Attribution
from reader.model import Article, Block, BlockKind, Span


def article(*paragraphs: str, quotes: tuple[int, ...] = (), continued: tuple[int, ...] = ()) -> Article:
    """An article of these paragraphs; those whose number is in `quotes` are block quotes of its source."""
    blocks, start = [], 0
    for number, words in enumerate(paragraphs):
        kind = BlockKind.QUOTE if number in quotes else BlockKind.PARAGRAPH
        blocks.append(Block(kind, Span(start, start + len(words)), continues=number in continued))
        start += len(words) + 2
    return Article("", "", "\n\n".join(paragraphs), tuple(blocks))


def found(*paragraphs: str, **kept: tuple[int, ...]) -> list[tuple[str, str | None, list[str]]]:
    """Kind, mention and parts of every attribution in these paragraphs."""
    made = article(*paragraphs, **kept)
    return [told(made, a) for a in attribute(made)]


def block(*paragraphs: str, **kept: tuple[int, ...]) -> list[tuple[str | None, list[str]]]:
    """Mention and parts of every block quotation in these paragraphs."""
    return [(mention, parts) for kind, mention, parts in found(*paragraphs, **kept) if kind == "block"]


def told(made: Article, a: Attribution) -> tuple[str, str | None, list[str]]:
    """Kind, mention and parts of one attribution."""
    return str(a.kind), a.mention.of(made.text) if a.mention else None, [s.of(made.text) for s in a.spans]

"""Articles and highlights made up for the tests of the library."""

from dataclasses import replace

from reader.model import Article, Block, BlockKind, Colour, Highlight, Mark, MarkKind, Span, Speaker
from reader.store import StoredHighlight, digest

NOW = "2026-03-01T10:00:00.000+00:00"
LATER = "2026-03-02T10:00:00.000+00:00"

SPEAKER = Speaker("Tove Lind", "expert", "hydrologist", "Marsh Institute", "Delta Post", ("Ola Vik", "The Sluice"))


def article(text="A Dry Year\n\nThe weir stayed shut, said Tove Lind.", *, key="one", location="-", **facts):
    """An article of paragraphs parted by blank lines, the first a heading; `facts` go into it as they are."""
    blocks, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        kind = BlockKind.PARAGRAPH if number else BlockKind.HEADING
        blocks.append(Block(kind, Span(at, at + len(paragraph)), level=0 if number else 1))
        at += len(paragraph) + 2
    return Article(key, location, text, tuple(blocks), **facts)


def full_article():
    """An article that has every fact and every kind of structure."""
    made = article(
        title="A Dry Year",
        byline="Ola Vik",
        outlet="The Sluice",
        published="2026-02-27",
        language="en",
        url="https://sluice.example/dry",
    )
    blocks = (
        *made.blocks,
        Block(BlockKind.ITEM, Span(0, 1), 2, ordered=3, hidden=True),
        Block(BlockKind.QUOTE, Span(1, 2), 1, continues=True),
    )
    marks = (Mark(MarkKind.LINK, Span(2, 5), "https://sluice.example/"), Mark(MarkKind.STRONG, Span(0, 1)))
    return replace(made, blocks=blocks, marks=marks)


def kept(key="h1", article_id="one", *, text="", **facts):
    """A highlight that carries everything a highlight can."""
    highlight = Highlight(
        id=key,
        article_id=article_id,
        spans=(Span(12, 32), Span(34, 48)),
        exact="The weir stayed shut, said Tove",
        prefix="A Dry Year\n\n",
        suffix=" Lind.",
        created=NOW,
        updated=NOW,
        speaker=SPEAKER,
        quotation="7",
        colour=Colour.PINK,
        note="Ask “why”.\n\nTwice. 💧",
        tags=("water", "två ord"),
        speaker_pending=True,
    )
    return StoredHighlight(replace(highlight, **facts), digest(text or article().text))

"""The passage about a place of a long article, read before all of it is."""

from dataclasses import replace

import pytest

from reader.analysis import analyse
from reader.model import Block, BlockKind, Span
from reader.services.correcting import said_by
from reader.services.session import Session, analyse_around
from reader.sources import load

NAMES = ("Ada", "Bren", "Cleo", "Dora", "Edda", "Fenna", "Greta", "Helga", "Ines", "Jonna", "Kira", "Lotte")
"""Who speaks in each chapter, of some 30,000 characters."""


def said(analysis, passage):
    """The quotations that a passage covers, each with the name of who speaks."""
    names = {voice.id: voice.name for voice in analysis.voices}
    return [(each.spans, names.get(each.voice)) for each in analysis.quotations if passage.covers(each.span.start)]


def chapter(number: int) -> str:
    name = NAMES[number]
    prose = "The river rose and the ferry lay still. " * 20
    said = f"“The gates of lock {number} will hold,” said {name} Roe, its keeper. “We have seen worse.” {prose}"
    return "\n\n".join([f"## Chapter {number + 1}", *[said] * 34])


BOOK = load("-", stdin="\n\n".join(map(chapter, range(len(NAMES)))).encode())


@pytest.mark.no_cover
@pytest.mark.parametrize("number", [0, 5, len(NAMES) - 1])
def test_a_passage_of_a_long_article_is_analysed_like_the_whole(number):
    offset = BOOK.text.index(f"Chapter {number + 1}\n") + 15_000
    found = analyse_around(BOOK, offset)
    assert found is not None
    analysis, passage = found
    assert passage.covers(offset)
    assert len(passage) < len(BOOK.text) / 3
    assert passage.start == 0 or BOOK.text[passage.start :].startswith("Chapter ")
    assert passage.end == len(BOOK.text) if number == len(NAMES) - 1 else passage.end > offset + 15_000
    there = said(analyse(BOOK), passage)
    assert there == said(analysis, passage)
    assert len(there) == len(analysis.quotations) > 30
    assert (analysis.claims, analysis.threads) == ((), ())


@pytest.mark.no_cover
def test_a_passage_is_shown_as_the_person_corrected_it():
    session = Session()
    session.library.record(BOOK)
    whole = session.analyse(BOOK)
    chosen = next(each for each in whole.quotations if each.span.start > 150_000)
    session.corrections.add(BOOK, session.corrections.apply(BOOK, whole), said_by(BOOK, whole, chosen, "Ola Vik"))
    found = session.analyse_around(BOOK, chosen.span.start)
    session.close()
    assert found is not None
    analysis, passage = found
    assert (chosen.spans, "Ola Vik") in said(analysis, passage)
    assert session.analyse_around(load("-", stdin=b"Short."), 0) is None


def test_where_no_heading_is_near_the_passage_begins_with_a_paragraph():
    bare = replace(BOOK, blocks=tuple(block for block in BOOK.blocks if block.kind is not BlockKind.HEADING))
    found = analyse_around(bare, 150_000)
    assert found is not None
    passage = found[1]
    assert passage.start in {block.span.start for block in bare.blocks}
    assert 130_000 - 2_000 < passage.start <= 130_000


@pytest.mark.parametrize(
    "article",
    [
        replace(BOOK, text=BOOK.text[:60_000], blocks=BOOK.blocks[:40]),
        replace(BOOK, blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(BOOK.text))),)),
        replace(BOOK, blocks=()),
    ],
)
def test_a_short_article_or_a_single_block_has_no_passage(article):
    assert analyse_around(article, 1_000) is None

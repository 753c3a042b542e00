"""Whole round-ups: their block quotations and posts, with speakers."""

import re

import pytest

from reader.analysis import analyse_quotations
from reader.model import QuotationKind
from reader.sources import verbatim
from tests.benchmarks.fit_blocks import written

RIGHT = 0.84  # share of the paragraphs of blocks that are found with their speaker
FALSE = 10  # paragraphs of the author taken for quotations, in all texts
ARTICLES = written()


def plain(name):
    return set(re.findall(r"\w+", (name or "").lower())) - {"a", "an", "the"}


def told(article):
    """Each paragraph's line with the names of the blocks that cover most of it."""
    text = "\n\n".join(line.words for line in article)
    found = analyse_quotations(verbatim(text))
    blocks = [q for q in found.quotations if q.kind is QuotationKind.BLOCK]
    start = 0
    for line in article:
        start = text.index(line.words, start)
        end = start + len(line.words)
        over = [
            q for q in blocks if any(2 * (min(s.end, end) - max(s.start, start)) > len(line.words) for s in q.spans)
        ]
        yield line, [voice.name if (voice := found.voice(q.voice)) else None for q in over]


def test_nearly_every_block_is_found_with_its_speaker():
    lines = [pair for article in ARTICLES for pair in told(article) if pair[0].tag in "BCP"]
    right = [
        line
        for line, names in lines
        if any(plain(n) and (plain(n) <= plain(line.speaker) or plain(line.speaker) <= plain(n)) for n in names)
    ]
    assert len(right) >= RIGHT * len(lines)


@pytest.mark.no_cover
def test_hardly_any_paragraph_by_the_author_is_taken_for_a_block():
    assert sum(bool(names) for article in ARTICLES for line, names in told(article) if line.tag in "AH") <= FALSE


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article[0].words)
def test_a_written_round_up_has_a_headline_lead_ins_and_blocks(article):
    assert {line.tag for line in article} >= {"H", "A", "B"}
    assert all(line.speaker for line in article if line.tag in "BCP")

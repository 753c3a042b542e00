"""Properties that hold for the argument of any article."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reader.analysis.argument
from reader.analysis.argument import find_argument
from reader.analysis.argument.similarity import likeness
from reader.model import Article, Block, BlockKind, Quotation, QuotationKind, Span, Voice, VoiceKind

_SENTENCES = st.sampled_from(
    [
        "The dam should fall.",
        "But “it leaks,” she said, and he agreed with Okoro.",
        "However, Ben Ilves disagreed:",
        "Ann Rask blamed the council for many years of neglect:",
        "It rained on Monday.",
        "Perhaps nothing is certain… [Source]",
        "Why?",
        "“Never mind the dam.",
    ]
)
_PARAGRAPHS = st.lists(
    st.tuples(st.sampled_from(list(BlockKind)), st.booleans(), st.lists(_SENTENCES, min_size=1, max_size=4)), max_size=8
)
_CUTS = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.floats(0, 1),
        st.sampled_from(list(QuotationKind)),
        st.sampled_from([None, 1, 2, 3]),
        st.sampled_from([(), (1,), (1, 2)]),
    ),
    max_size=10,
)
_VOICES = tuple(
    Voice(number, f"V{number}", name, VoiceKind.PERSON)
    for number, name in enumerate(["Dana Okoro", "Ben Ilves", "she"], 1)
)


def article_of(paragraphs):
    """An article of these blocks, each of a kind, hidden or not, made of sentences."""
    text, blocks = "", []
    for kind, hidden, sentences in paragraphs:
        start = len(text)
        text += " ".join(sentences)
        blocks.append(Block(kind, Span(start, len(text)), hidden=hidden))
        text += "\n\n"
    return Article("law", "law", text.rstrip("\n"), tuple(blocks))


def quotations_of(article, cuts):
    """Quotations at any places of the article, nested or overlapping at random."""
    size = len(article.text)
    spans = [
        (Span(int(min(a, b) * size), int(max(a, b) * size)), kind, voice, via)
        for a, b, kind, voice, via in cuts
        if int(min(a, b) * size) < int(max(a, b) * size)
    ]
    spans.sort(key=lambda entry: (entry[0].start, -entry[0].end))
    return tuple(
        Quotation(number, kind, (span,), voice, via, Span(span.start, span.start), span)
        for number, (span, kind, voice, via) in enumerate(spans, 1)
    )


@given(_PARAGRAPHS, _CUTS)
@settings(max_examples=150)
def test_claims_threads_and_relations_are_consistent_in_any_article(paragraphs, cuts):
    article = article_of(paragraphs)
    quotations = quotations_of(article, cuts)
    claims, threads = find_argument(article, quotations, _VOICES)
    assert (claims, threads) == find_argument(article, quotations, _VOICES)
    shown = [block.span for block in article.visible if block.kind is not BlockKind.HEADING]
    assert [claim.id for claim in claims] == list(range(1, len(claims) + 1))
    for before, claim in pairwise(claims):
        assert before.span.end <= claim.span.start
    for claim in claims:
        words = claim.span.of(article.text)
        assert words
        assert words == words.strip()
        assert any(span.contains(claim.span) for span in shown)
        assert not (claim.own and claim.voice)
        if claim.relation:
            assert claim.relation.to < claim.id
    for number, thread in enumerate(threads, 1):
        assert thread.id == number
        assert len(thread.claims) > 1
        assert thread.claims == tuple(claim.id for claim in claims if claim.thread == number)
        assert 0 < len(thread.title.split()) <= 14
        assert thread.title[:1] == thread.title[:1].upper()
        assert thread.title[-1:] not in set(".,;:")
        copied = thread.title.removesuffix("…").rstrip('?”“»’"').casefold()
        assert copied in " ".join(article.text.split()).casefold()
    assert [thread.claims[0] for thread in threads] == sorted(thread.claims[0] for thread in threads)


@pytest.mark.parametrize(
    "path", sorted(Path(reader.analysis.argument.__file__).parent.glob("data/*.txt")), ids=lambda path: path.stem
)
def test_a_word_list_is_sorted_without_duplicates_and_names_its_origin(path):
    first, *entries = path.read_text(encoding="utf-8").splitlines()
    assert first.startswith("# ")
    assert "Pullquote" in first
    keys = [entry.split("\t")[0] for entry in entries]
    assert keys == sorted(set(keys))


def test_a_long_text_is_compared_within_a_window_only():
    assert len(likeness([{"dam": 1, "year": 1}] * 120, 24)) == 120 * 24

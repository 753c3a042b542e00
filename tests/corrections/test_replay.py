"""Corrections replayed on an analysis: what they change, what they leave alone, and the laws that hold of all of them."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.corrections import replay
from reader.corrections.json_form import from_json, to_json
from reader.corrections.relocation import anchors_of, relocate
from reader.export import json_view
from reader.model import Analysis
from reader.text.navigation import stops
from tests.corrections.correcting import made_one_by_one, operation_on, sample

SLOW = settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
articles = st.sampled_from(["round-up.txt", "report.html", "wehr.md"])


@pytest.mark.no_cover
@SLOW
@given(st.data(), articles)
def test_the_same_corrections_again_change_nothing(data, name):
    article, analysis = sample(name)
    made = data.draw(made_one_by_one(article, analysis))
    once = replay(analysis, made).analysis
    assert replay(once, made).analysis == once


@pytest.mark.no_cover
@SLOW
@given(st.data(), articles)
def test_an_analysis_without_corrections_is_restored_byte_for_byte(data, name):
    article, analysis = sample(name)
    made = data.draw(made_one_by_one(article, analysis))
    states = [replay(analysis, made[:count]).analysis for count in range(len(made) + 1)]
    for count in range(len(made), -1, -1):  # undone one by one
        now = replay(analysis, made[:count]).analysis
        assert bytes_of(article, now) == bytes_of(article, states[count])
    assert replay(analysis, []).analysis is analysis


def bytes_of(article, analysis: Analysis) -> bytes:
    return json.dumps(json_view.document(article, analysis)).encode()


@SLOW
@given(st.data(), articles)
def test_what_comes_out_is_an_analysis(data, name):
    article, analysis = sample(name)
    found = replay(analysis, data.draw(made_one_by_one(article, analysis))).analysis
    for items in (found.quotations, found.voices, found.claims, found.threads):
        assert [each.id for each in items] == list(range(1, len(items) + 1))
    starts = [(each.span.start, -each.span.end) for each in found.quotations]
    assert starts == sorted(starts)
    assert [each.span for each in found.claims] == sorted(each.span for each in found.claims)
    tags = [voice.tag for voice in found.voices]
    assert len(tags) == len({*tags})
    for quotation in found.quotations:
        assert quotation.voice not in quotation.via
        assert {*quotation.via, quotation.voice or 1} <= {*range(1, len(found.voices) + 1)} or not found.voices
    for claim in found.claims:
        assert claim.relation is None or claim.relation.to < claim.id
        assert claim.thread is None or claim.id in found.threads[claim.thread - 1].claims
    assert all(thread.claims for thread in found.threads)
    stops(article, found)
    json_view.document(article, found)


@SLOW
@given(st.data(), articles)
def test_the_order_of_independent_corrections_does_not_matter(data, name):
    article, analysis = sample(name)
    one, other = (data.draw(made_one_by_one(article, analysis, most=1)) for _ in range(2))
    both = [*one, *(replace(each, id="other") for each in other)]
    if are_independent(analysis, both):
        assert replay(analysis, both).analysis == replay(analysis, both[::-1]).analysis


def are_independent(analysis: Analysis, corrections) -> bool:
    """Whether no two of the corrections are about the same words, voices or threads, or about nested words."""
    seen: list[set[object]] = []
    for each in corrections:
        about: set[object] = set()
        spans = [span for anchor in anchors_of(each.operation) for span in anchor.spans]
        for quotation in analysis.quotations:
            if any(quotation.span.overlaps(span) for span in spans):
                about |= {("voice", number) for number in (quotation.voice, *quotation.via)}
                about.add(("quotation", quotation.span))
        for claim in analysis.claims:
            if any(claim.span.overlaps(span) for span in spans):
                about |= {("voice", number) for number in (claim.voice, *claim.via)}
                about |= {("claim", claim.id), ("thread", claim.thread)}
        about |= {("voice", each.id) for each in analysis.voices if any(span in each.mentions for span in spans)}
        about |= {("text", offset) for span in spans for offset in range(span.start, span.end)}
        about |= {("name", name) for name in ("Ada Roe", "Ben Imhof", "the Weir Board") if name in str(each.operation)}
        seen.append(about)
    return all(not (one & other) for at, one in enumerate(seen) for other in seen[:at])


@SLOW
@given(st.data(), articles)
def test_an_operation_survives_json(data, name):
    article, analysis = sample(name)
    operation = data.draw(operation_on(article, analysis))
    assert from_json(json.loads(json.dumps(to_json(operation)))) == operation


@pytest.mark.no_cover
@SLOW
@given(st.data())
def test_words_are_found_again_in_a_text_that_grew(data):
    article, analysis = sample()
    made = data.draw(made_one_by_one(article, analysis))
    before = "A new first paragraph.\n\n"
    for old in (article.text, None):
        moved = relocate(made, old, before + article.text)
        for one, other in zip(made, moved, strict=True):
            for anchor, found in zip(anchors_of(one.operation), anchors_of(other.operation), strict=True):
                if found.spans:
                    assert [s.of(before + article.text) for s in found.spans] == [
                        s.of(article.text) for s in anchor.spans
                    ]
                else:
                    assert old is None  # short words alone may be found nowhere for certain


@pytest.mark.parametrize(
    "data",
    [
        None,
        {},
        {"operation": "set_everything"},
        {"operation": "set_kind"},
        {"operation": "set_kind", "quotation": {"spans": [[1, 0]], "exact": "a"}, "kind": "direct"},
        {"operation": "set_kind", "quotation": {"spans": [[0, 1]], "exact": "a"}, "kind": "loud"},
        {"operation": "set_kind", "quotation": {"spans": [["0", 1]], "exact": "a"}, "kind": "direct"},
        {"operation": "set_kind", "quotation": {"spans": [[0, 1]], "exact": 7}, "kind": "direct"},
        {"operation": "set_title", "claim": {"spans": [[0, 1]], "exact": "a"}, "title": "t", "more": 1},
    ],
)
def test_what_is_no_operation_is_refused(data):
    with pytest.raises(ValueError, match=r"\w"):
        from_json(data)

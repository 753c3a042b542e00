"""A kept analysis is the very analysis that was made, and is never taken for another's."""

from dataclasses import replace

import pytest

from reader.model import (
    Analysis,
    Claim,
    Quotation,
    QuotationKind,
    Relation,
    RelationKind,
    Span,
    Thread,
    Voice,
    VoiceKind,
)
from reader.store import Store, analysis_repository, fingerprint
from tests.store.library_factory import NOW, full_article

ANALYSIS = Analysis(
    "engine-1",
    quotations=(
        Quotation(1, QuotationKind.DIRECT, (Span(0, 4), Span(6, 9)), 1, (2,), Span(4, 5), Span(5, 6), 0.875, "“said”"),
        Quotation(2, QuotationKind.BLOCK, (Span(10, 20),), None),
    ),
    voices=(
        Voice(1, "TL", "Tove Lind", VoiceKind.EXPERT, "hydrologist", "Marsh Institute", None, (Span(5, 6),)),
        Voice(2, "OV", "Ola Vik", VoiceKind.JOURNALIST, outlet="The Sluice"),
    ),
    claims=(
        Claim(1, Span(0, 9), own=False, voice=1, via=(2,), thread=1),
        Claim(2, Span(10, 20), own=True, thread=1, relation=Relation(1, RelationKind.DISPUTES, Span(10, 13))),
    ),
    threads=(Thread(1, "Who shut the weir?", (1, 2)),),
)


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "library.db")
    yield store
    store.close()


def test_a_stored_analysis_is_read_back_equal(store):
    with store.writing():
        store.analyses.put("f", ANALYSIS, NOW)
    with store.reading():
        assert store.analyses.get("f", "engine-1") == ANALYSIS
        assert store.analyses.get("g", "engine-1") is None
        assert store.analyses.get("f", "engine-2") is None


@pytest.mark.parametrize("row", [b"{", b"{}", b'{"engine": "engine-1", "quotations": [{"id": "x"}]}'])
def test_an_analysis_that_cannot_be_read_counts_as_missing(store, row):
    with store.writing():
        store.analyses.put("f", ANALYSIS, NOW)
        store._connection.execute("UPDATE analyses SET analysis = ?", (row,))
        assert store.analyses.get("f", "engine-1") is None


def test_analyses_of_other_engines_and_the_oldest_ones_are_deleted(store, monkeypatch):
    monkeypatch.setattr(analysis_repository, "MAX_STORED", 2)
    with store.writing():
        store.analyses.put("a", ANALYSIS, NOW)
        store.analyses.put("b", ANALYSIS, NOW)
        store.analyses.put("c", ANALYSIS, NOW)
        assert [store.analyses.get(key, "engine-1") is not None for key in "abc"] == [False, True, True]
        store.analyses.put("d", replace(ANALYSIS, engine="engine-2"), NOW)
        assert [store.analyses.get(key, "engine-1") for key in "abc"] == [None] * 3


@pytest.mark.parametrize(
    "change",
    [
        {"text": "B Dry Year\n\nThe weir stayed shut, said Tove Lind."},
        {"blocks": ()},
        {"marks": ()},
        {"title": "Another"},
        {"byline": None},
        {"outlet": None},
        {"published": None},
        {"language": "sv"},
        {"url": None},
    ],
    ids=lambda change: next(iter(change)),
)
def test_everything_that_an_engine_reads_changes_the_fingerprint(change):
    assert fingerprint(replace(full_article(), **change)) != fingerprint(full_article())


def test_the_version_of_the_program_changes_the_fingerprint(monkeypatch):
    before = fingerprint(full_article())
    monkeypatch.setattr(analysis_repository, "__version__", "999")
    assert fingerprint(full_article()) != before


def test_the_location_does_not_change_the_fingerprint():
    assert fingerprint(replace(full_article(), location="/x", id="y")) == fingerprint(full_article())

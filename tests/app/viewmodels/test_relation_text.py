"""The sentence on a claim that a key went to."""

from dataclasses import replace

import pytest

from reader.app.viewmodels.relation_text import describe_relation
from reader.model import Relation, RelationKind
from tests.app.pane_harness import ANALYSIS, ARTICLE, TEXT


def words(id_, **changes):
    return describe_relation(ARTICLE, ANALYSIS, replace(ANALYSIS.claim(id_), **changes))


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (1, "claim 1 of 4 in thread 1"),
        (3, "claim 3 of 4 in thread 1 · on the same subject as claim 2 · a guess"),
        (4, "claim 4 of 4 in thread 1 · on the same subject as claim 3 · a guess"),
        (6, "claim 2 of 2 in thread 2 · on the same subject as claim 1 · a guess"),
        (13, "claim 3 of 3 in thread 4 · differs from claim 2 · a guess"),
        (16, "claim 3 of 3 in thread 5 · differs from claim 2 · a guess"),
    ],
)
def test_a_relation_without_a_cue_is_called_a_guess(claim, expected):
    assert words(claim) == expected


@pytest.mark.parametrize(
    ("claim", "verb", "number"), [(2, "supports", 1), (9, "disputes", 2), (10, "qualifies", 3), (12, "supports", 1)]
)
def test_the_cue_of_a_relation_is_quoted(claim, verb, number):
    relation = ANALYSIS.claim(claim).relation
    assert relation is not None
    assert relation.cue is not None
    assert words(claim).endswith(f" · {verb} claim {number} · “{relation.cue.of(TEXT)}”")


def test_evidence_is_named():
    cue = ANALYSIS.claim(9).span
    shown = words(4, relation=Relation(3, RelationKind.EVIDENCE, cue))
    assert " · gives evidence for claim 3 · “" in shown
    assert shown.endswith("…”")


def test_a_claim_outside_the_threads_says_so():
    assert words(4, thread=None) == "this claim is in no thread"


def test_a_relation_to_a_claim_of_another_thread_is_left_out():
    assert words(6, relation=Relation(1, RelationKind.SUPPORTS, None)) == "claim 2 of 2 in thread 2"

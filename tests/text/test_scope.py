"""Which quotations are in which scope."""

from dataclasses import replace

import pytest

from reader.model import Highlight, Relation, RelationKind, Span
from reader.text.scope import Scope, quotations_in
from tests.app.pane_harness import ANALYSIS


def kind_of(quotation):
    return ANALYSIS.voices[quotation.voice - 1].kind


def speakers(scope):
    inside = quotations_in(scope, ANALYSIS)
    return {kind_of(quotation) for quotation in ANALYSIS.quotations if quotation.id in inside}


@pytest.mark.parametrize(
    ("scope", "kinds"),
    [
        (Scope.EXPERTS, {"expert"}),
        (Scope.OFFICIALS, {"official"}),
        (Scope.PRESS, {"journalist", "publication"}),
        (Scope.PEOPLE, set()),
        (Scope.BODIES, set()),
    ],
)
def test_a_scope_of_voices_has_all_their_quotations_and_no_others(scope, kinds):
    assert speakers(scope) == kinds
    inside = quotations_in(scope, ANALYSIS)
    assert inside == {quotation.id for quotation in ANALYSIS.quotations if kind_of(quotation) in kinds}


def test_every_quotation_is_in_one_scope_of_voices():
    voices = (Scope.EXPERTS, Scope.OFFICIALS, Scope.PRESS, Scope.PEOPLE, Scope.BODIES)
    found = [id_ for scope in voices for id_ in quotations_in(scope, ANALYSIS)]
    assert sorted(found) == sorted(quotations_in(Scope.EVERYONE, ANALYSIS)) == [q.id for q in ANALYSIS.quotations]


def highlight(*spans):
    return Highlight("a", "made", spans, "", "", "", "2026-01-01", "2026-01-01")


def test_highlighted_are_the_quotations_that_share_words_with_a_highlight():
    first, third = ANALYSIS.quotations[0].spans[0], ANALYSIS.quotations[2].spans[0]
    long = Span(first.start, first.start + 9)
    within = [
        highlight(Span(first.start + 2, first.start + 4)),
        highlight(long),
        highlight(Span(third.end - 1, third.end)),
    ]
    assert quotations_in(Scope.HIGHLIGHTED, ANALYSIS, within) >= {1, 3}
    assert quotations_in(Scope.HIGHLIGHTED, ANALYSIS, [highlight(Span(0, 3))]) == frozenset()
    assert quotations_in(Scope.HIGHLIGHTED, ANALYSIS, [highlight()]) == frozenset()


def test_in_dispute_are_both_sides_of_an_opposition_that_the_text_states():
    one, other = (q for q in ANALYSIS.quotations if q.id in {2, 6})
    claims = tuple(
        replace(ANALYSIS.claims[0], id=id_, own=False, voice=q.voice, span=q.spans[0], relation=None)
        for id_, q in enumerate((one, other), 1)
    )
    against = replace(claims[1], relation=Relation(1, RelationKind.DISPUTES, cue=Span(0, 3)))
    stated = replace(ANALYSIS, claims=(claims[0], against))
    assert quotations_in(Scope.DISPUTED, stated) >= {2, 6}
    guessed = replace(ANALYSIS, claims=(claims[0], replace(against, relation=Relation(1, RelationKind.DISPUTES))))
    supporting = replace(
        ANALYSIS, claims=(claims[0], replace(against, relation=Relation(1, RelationKind.SUPPORTS, Span(0, 3))))
    )
    assert quotations_in(Scope.DISPUTED, guessed) == quotations_in(Scope.DISPUTED, supporting) == frozenset()


def test_only_quotations_that_are_not_everybodys_have_a_phrase():
    assert [scope.phrase == "" for scope in Scope] == [scope is Scope.EVERYONE for scope in Scope]

"""The orders of the claims, and `=` in the list of threads."""

from dataclasses import replace

import pytest

from reader.app.viewmodels.claim_groups import (
    by_article,
    by_thread,
    by_voice,
    groups_by_claim,
    matching_groups,
    voices_in,
)
from reader.app.viewmodels.voice_stats import make_voice_stats
from reader.app.widgets.thread_list import ThreadList
from reader.model import Analysis, Claim, Relation, RelationKind, Span, Thread
from tests.app.pane_harness import ANALYSIS, ARTICLE, lines, reading, run_pane

CAST = make_voice_stats(ARTICLE, ANALYSIS)


def test_by_thread_a_group_has_the_claims_of_one_thread():
    groups = by_thread(ANALYSIS, CAST)
    assert [group.thread for group in groups] == [1, 2, 3, 4, 5]
    assert groups[1].title == "The mood in the town hall"
    assert groups[1].claims == (5, 6)


@pytest.mark.parametrize(
    ("changed", "argued"),
    [
        ({}, False),
        ({1: {"voice": 2}}, True),
        ({1: {"voice": None, "own": True}}, False),
        ({1: {"relation": Relation(1, RelationKind.DISPUTES)}}, False),
        ({2: {"voice": 2, "relation": Relation(1, RelationKind.DISPUTES, Span(0, 3))}}, True),
    ],
)
def test_an_article_is_argued_if_two_voices_share_a_thread_or_words_set_one_against_another(changed, argued):
    claims = [Claim(number, Span(number, number + 1), own=False, voice=1) for number in (1, 2, 3)]
    for at, fields in changed.items():
        claims[at] = replace(claims[at], **fields)
    analysis = replace(ANALYSIS, claims=tuple(claims), threads=(Thread(1, "The wall", (1, 2)),))
    assert bool(by_thread(analysis, CAST)) == argued
    corrected = replace(analysis, threads=(replace(analysis.threads[0], corrected=("title",)),))
    assert by_thread(corrected, CAST)


def test_by_article_all_claims_are_in_one_group():
    (group,) = by_article(ANALYSIS, CAST)
    assert group.claims == tuple(range(1, 17))
    assert by_article(Analysis("made"), CAST) == ()


def test_by_voice_each_holder_has_a_group_and_article_and_unknown_come_last():
    lost = replace(ANALYSIS, claims=(*ANALYSIS.claims, Claim(17, Span(1, 2), own=False)))
    groups = by_voice(lost, CAST)
    assert [group.title for group in groups[-2:]] == ["The article", "Speaker not found"]
    assert groups[-1].claims == (17,)
    assert [group.voice for group in groups[:-2]] == [id_ for id_ in CAST.order if id_ not in {3, 10}]
    assert groups_by_claim(groups)[17] == len(groups) - 1


@pytest.mark.parametrize(
    ("sought", "threads"),
    [("disputes", [3, 4, 5]), ("qualif", [3]), ("differs from", [4, 5]), ("agrees", []), ("disputes shower", [])],
)
def test_a_word_for_a_relation_finds_the_threads_that_have_one(sought, threads):
    found = matching_groups(by_thread(ANALYSIS, CAST), tuple(sought.split()), ANALYSIS, ARTICLE.text)
    assert [group.thread for group in found] == threads


def test_the_voices_of_a_group_are_listed_once_and_not_for_a_group_of_one_voice():
    assert voices_in(ANALYSIS, by_thread(ANALYSIS, CAST)[0]) == (1, 2)
    assert voices_in(ANALYSIS, by_voice(ANALYSIS, CAST)[0]) == ()


async def test_the_equals_sign_changes_the_order_and_keeps_the_selected_claim():
    threads = ThreadList()
    async with run_pane(threads, (60, 40), prepare=lambda: threads.show(reading())) as (_, pilot):
        seen = []
        for _ in range(4):
            shown = lines(threads)
            (selected,) = [row for row in shown if row.startswith("▌")]
            seen.append((shown[0].split("  ")[0].strip(), selected[1:9].strip(), threads.selected_thread))
            assert "“Both sides want" in selected
            await pilot.press("equals_sign")
        assert seen == [
            ("Threads 5", "4 · IM", 1),
            ("Claims 16 by article", "4 · IM", 1),
            ("Claims 16 by voice", "1 · IM", None),
            ("Threads 5", "4 · IM", 1),
        ]


async def test_the_selection_has_a_thread_or_a_voice():
    threads = ThreadList()
    async with run_pane(threads, (60, 40), prepare=lambda: threads.show(reading())) as (_, pilot):
        assert threads.selected_group is not None
        assert threads.selected_group.thread == 1
        await pilot.press("equals_sign", "equals_sign")
        assert threads.selected_group.voice == 2
        threads.select(None)
        assert threads.selected_group is None
        assert threads.selected_thread is None

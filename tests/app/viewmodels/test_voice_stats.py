"""Each voice has a colour, its numbers of quotations and words, and a place in the list."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.viewmodels.voice_stats import HUE_COUNT, VoiceStats, assign_hues, voice_stats_of
from reader.model import Quotation, QuotationKind, Span
from tests.app.pane_harness import ANALYSIS, LOADING, STOPS, VOICES, reading


def said_by(*voices: int | None) -> tuple[Quotation, ...]:
    """A quotation by each of these voices, one after another."""
    return tuple(
        Quotation(at + 1, QuotationKind.DIRECT, (Span(at * 10, at * 10 + 5),), voice) for at, voice in enumerate(voices)
    )


@pytest.mark.parametrize(
    ("speaking", "given_"),
    [
        ((1, 2, 3), (0, 1, 2)),
        ((1, 2, 3, 4, 5, 6, 7, 8), (0, 1, 2, 3, 4, 5, 6, 7)),
        ((1, 2, 3, 4, 5, 6, 7, 8, 9), (0, 1, 2, 3, 4, 5, 6, 7, 0)),
        ((1, 2, 3, 4, 5, 6, 7, 8, 1, 9), (0, 1, 2, 3, 4, 5, 6, 7, 1)),
        ((1, 2, 3, 4, 5, 6, 7, 8, 9, 10), (0, 1, 2, 3, 4, 5, 6, 7, 0, 1)),
        ((1, None, 2), (0, 1)),
    ],
)
def test_the_ninth_voice_takes_the_colour_used_longest_ago(speaking, given_):
    assert assign_hues(said_by(*speaking), len(given_)) == given_


@given(st.lists(st.integers(1, 12), max_size=40))
def test_every_voice_has_a_colour_and_the_first_eight_have_different_ones(speaking):
    order = list(dict.fromkeys(speaking))
    numbered = [order.index(voice) + 1 for voice in speaking]  # ids count in order of first speech
    found = assign_hues(said_by(*numbered), 12)
    assert len(found) == 12
    assert all(0 <= hue < HUE_COUNT for hue in found)
    assert len(set(found[: min(8, len(order))])) == min(8, len(order))


def test_a_quotation_of_several_paragraphs_is_counted_once():
    stats = voice_stats_of(reading())
    assert stats.quotations[0] == 2
    assert sum(stats.quotations) == len(ANALYSIS.quotations) < len(STOPS)


def test_experts_come_first_then_by_first_mention():
    order = [VOICES[id_ - 1].tag for id_ in voice_stats_of(reading()).order]
    assert order == ["IM", "JP", "SI", "MS", "OG", "TA", "PO", "PH", "HB", "EF", "NQ", "Fa"]


def test_there_are_no_stats_before_the_analysis():
    assert voice_stats_of(LOADING) == VoiceStats()


def test_stats_are_computed_once_for_each_analysis():
    assert voice_stats_of(reading(3)) is voice_stats_of(reading(9, voice=2))
    assert voice_stats_of(reading(3, analysis=replace(ANALYSIS, engine="other"))) is not voice_stats_of(reading(3))

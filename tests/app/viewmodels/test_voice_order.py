"""The orders of the voices, and `=` in their list."""

import pytest

from reader.app.viewmodels.voice_order import VoiceEntry, by_first_mention, by_kind, by_words
from reader.app.viewmodels.voice_stats import make_voice_stats
from reader.app.widgets.voice_list import VoiceList
from reader.model import Analysis, Quotation, QuotationKind, Span, Voice, VoiceKind
from tests.app.pane_harness import ANALYSIS, ARTICLE, lines, reading, run_pane

CAST = make_voice_stats(ARTICLE, ANALYSIS)


def test_by_kind_experts_come_first():
    assert [seat.voice for seat in by_kind(ANALYSIS, CAST)] == list(CAST.order)


def test_by_words_the_voice_with_most_words_comes_first():
    said = [CAST.words[seat.voice - 1] for seat in by_words(ANALYSIS, CAST)]
    assert said == sorted(said, reverse=True)


def test_by_first_mention_a_nested_voice_is_below_the_voice_that_quotes_it():
    seats = by_first_mention(ANALYSIS, CAST)
    assert seats[:4] == (VoiceEntry(1), VoiceEntry(2, 1), VoiceEntry(3), VoiceEntry(4, 1))
    assert sorted(seat.voice for seat in seats) == list(range(1, 13))
    assert seats[[seat.voice for seat in seats].index(10)] == VoiceEntry(10, 1)


def test_two_voices_that_quote_each_other_are_listed_once():
    voices = tuple(Voice(id_, f"V{id_}", f"Voice {id_}", VoiceKind.PERSON) for id_ in (1, 2))
    quotations = tuple(
        Quotation(id_, QuotationKind.DIRECT, (Span(id_, id_ + 1),), id_, via=(3 - id_,)) for id_ in (1, 2)
    )
    analysis = Analysis("made", quotations, voices)
    stats = make_voice_stats(ARTICLE, analysis)
    assert {seat.voice for seat in by_first_mention(analysis, stats)} == {1, 2}
    assert len(by_first_mention(analysis, stats)) == 2


@pytest.mark.parametrize(("presses", "first"), [(0, "IM Ilse"), (1, "PH Petra"), (2, "PH Petra"), (3, "IM Ilse")])
async def test_the_equals_sign_changes_the_order_and_keeps_the_selected_voice(presses, first):
    voices = VoiceList()
    async with run_pane(voices, (60, 20), prepare=lambda: voices.show(reading())) as (_, pilot):
        for _ in range(presses):
            await pilot.press("equals_sign")
        shown = lines(voices)
        assert shown[1].strip(" ▌").startswith(first)
        assert next(row for row in shown if row.startswith("▌")).startswith(
            "▌IM   Ilse" if presses == 2 else "▌IM Ilse"
        )
        assert ["Voices 12 by kind ", "Voices 12 by words ", "Voices 12 by first mention "][presses % 3] in shown[0]

"""What two voices say about the same threads."""

from dataclasses import replace

from reader.app.viewmodels.comparison import NO_THREAD, compare_voices
from reader.model import QuotationKind, Span
from tests.app.pane_harness import ANALYSIS, LOADING, STOPS, reading


def test_rows_follow_the_threads_in_their_order():
    rows = compare_voices(reading(), 5, 6)
    assert [row.title for row in rows] == ["The wall will earn back what it costs"]
    left, right = rows[0].quotations
    assert left is not None
    assert right is not None
    assert (left.text.split()[0], right.text.split()[0]) == ("“Fear", "“will")
    assert left.start == next(stop.start for stop in STOPS if stop.voice == 5)


def test_a_voice_that_says_less_has_an_empty_column():
    rows = compare_voices(reading(), 1, 2)
    assert [(row.title != "", [quotation is not None for quotation in row.quotations]) for row in rows] == [
        (True, [True, True]),
        (False, [True, False]),
        (False, [True, False]),
    ]


def test_parts_of_a_quotation_are_joined_and_quotations_without_a_thread_come_last():
    (row,) = [each for each in compare_voices(reading(), 2, 11) if each.quotations[0]]
    assert row.quotations[0] is not None
    assert " … " in row.quotations[0].text
    rows = compare_voices(replace(reading(), analysis=replace(ANALYSIS, claims=())), 10, 5)
    assert [each.title for each in rows] == [NO_THREAD]
    assert compare_voices(LOADING, 1, 2) == ()


def test_a_denied_quotation_shows_its_cue():
    text = LOADING.article.text
    number = next(stop.quotation for stop in STOPS if stop.voice == 5)
    start = ANALYSIS.quotations[number - 1].span.start
    article = replace(LOADING.article, text=f"{text[: start - 7]}denied {text[start:]}")
    cue = Span(start - 7, start - 1)
    quotations = list(ANALYSIS.quotations)
    quotations[number - 1] = replace(quotations[number - 1], kind=QuotationKind.INDIRECT, cue=cue)
    there = replace(reading(), article=article, analysis=replace(ANALYSIS, quotations=tuple(quotations)))
    left = compare_voices(there, 5, 6)[0].quotations[0]
    assert left is not None
    assert left.text.startswith("denied: “Fear")

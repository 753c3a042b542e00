"""What two voices say about the same threads."""

from dataclasses import replace

from reader.app.viewmodels.comparison import compare_voices
from reader.model import QuotationKind, Span
from reader.text.navigation import Stop, own_spans
from tests.app.pane_harness import ANALYSIS, LOADING, STOPS, reading


def test_both_columns_are_filled_from_the_top_in_the_order_of_the_article():
    rows = compare_voices(reading(), 1, 4)
    assert [[each and each.text.split()[0] for each in row] for row in rows] == [
        ["Petra", "“a"],
        ["Eight", "“Whoever"],
    ]
    assert [[each and each.place for each in row] for row in rows] == [
        ["paragraph 1", "paragraph 5"],
        ["paragraph 2, 1 paragraph later", "paragraph 6, 1 paragraph later"],
    ]


def test_a_voice_that_says_less_has_an_empty_column_below():
    rows = compare_voices(reading(), 2, 1)
    assert [[each is not None for each in row] for row in rows] == [[True, True], [False, True]]
    assert compare_voices(LOADING, 1, 2) == ()


def test_a_column_has_the_own_words_of_its_voice_only():
    halloran, marchetti = STOPS[2], STOPS[3]
    assert halloran.span.contains(marchetti.span)
    texts = [each.text for each, _ in compare_voices(reading(), 1, 2) if each]
    assert not any("Both sides" in text or "Nobody wants" in text for text in texts)
    outer = Stop(2, 1, (Span(marchetti.start - 10, marchetti.span.end + 5),))
    spans = own_spans((outer, marchetti), 0, LOADING.article.text + " more words")
    assert all(not span.overlaps(marchetti.span) for span in spans)


def test_parts_of_a_quotation_are_joined():
    ((left, _),) = compare_voices(reading(), 2, 11)
    assert left is not None
    assert " … " in left.text


def test_a_denied_quotation_shows_its_cue():
    text = LOADING.article.text
    number = next(stop.quotation for stop in STOPS if stop.voice == 5)
    start = ANALYSIS.quotations[number - 1].span.start
    article = replace(LOADING.article, text=f"{text[: start - 7]}denied {text[start:]}")
    cue = Span(start - 7, start - 1)
    quotations = list(ANALYSIS.quotations)
    quotations[number - 1] = replace(quotations[number - 1], kind=QuotationKind.INDIRECT, cue=cue)
    there = replace(reading(), article=article, analysis=replace(ANALYSIS, quotations=tuple(quotations)))
    left = compare_voices(there, 5, 6)[0][0]
    assert left is not None
    assert left.text.startswith("denied: “Fear")

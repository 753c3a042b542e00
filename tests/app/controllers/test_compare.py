"""Two voices side by side."""

from dataclasses import replace

from reader.app.controllers.compare import NO_THREAD, compared
from reader.app.screens.comparison_screen import ComparisonList, ComparisonScreen
from reader.app.screens.reading_screen import ReadingScreen
from reader.model import QuotationKind, Span
from tests.app.pane_harness import ANALYSIS, LOADING, STOPS, lines, reading


def test_what_two_voices_say_stands_under_the_threads_in_their_order():
    rows = compared(reading(), 5, 6)
    assert [row.title for row in rows] == ["The wall will earn back what it costs"]
    left, right = rows[0].said
    assert left is not None
    assert right is not None
    assert (left.words.split()[0], right.words.split()[0]) == ("“Fear", "“will")
    assert left.start == next(stop.start for stop in STOPS if stop.voice == 5)


def test_where_one_says_more_the_other_column_is_empty():
    rows = compared(reading(), 1, 2)
    assert [(row.title != "", [said is not None for said in row.said]) for row in rows] == [
        (True, [True, True]),
        (False, [True, False]),
        (False, [True, False]),
    ]


def test_parts_of_a_quotation_are_joined_and_what_no_thread_has_comes_last():
    (row,) = [each for each in compared(reading(), 2, 11) if each.said[0]]
    assert row.said[0] is not None
    assert " … " in row.said[0].words
    rows = compared(replace(reading(), analysis=replace(ANALYSIS, claims=())), 10, 5)
    assert [each.title for each in rows] == [NO_THREAD]
    assert compared(LOADING, 1, 2) == ()


async def test_the_bar_chooses_two_voices_and_shows_them_in_columns(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "vertical_line")
        assert at.screen.panes.current == "voices"
        assert at.said.startswith("Compare Petra Halloran with:")
        await at.press("vertical_line")
        assert at.said.startswith("Compare Petra Halloran with:")
        await at.press("g", "vertical_line")
        await at.pilot.pause()
        assert isinstance(at.app.screen, ComparisonScreen)
        shown = lines(at.app.screen.query_one(ComparisonList))
        assert shown[0].split() == ["PH", "Petra", "Halloran", "2", "IM", "Ilse", "Marchetti", "1"]
        assert "The towns have run out of time" in shown[2]
        assert "“Both sides" in shown[3]
        await at.press("right", "enter")
        await at.pilot.pause()
        assert isinstance(at.app.screen, ReadingScreen)
        assert at.reading.cursor == STOPS[3].start
        assert at.screen.panes.current == "body"


async def test_in_the_columns_a_side_without_words_can_not_be_chosen(opened):
    async with opened() as at:
        await at.press("n", "vertical_line", "g", "vertical_line")
        await at.pilot.pause()
        columns = at.app.screen.query_one(ComparisonList)
        await at.press("right")
        assert columns._side == 1
        await at.press("j")
        assert columns._side == 0
        await at.press("l")
        assert columns._side == 0
        await at.press("k", "l", "h")
        assert columns._side == 0
        await at.press("escape")
        assert isinstance(at.app.screen, ReadingScreen)


async def test_what_is_selected_is_marked_without_the_title_of_its_thread(opened):
    async with opened() as at:
        await at.press("n", "vertical_line", "g", "vertical_line")
        await at.pilot.pause()
        title, words = lines(at.app.screen.query_one(ComparisonList))[2:4]
        assert title.strip() == ANALYSIS.threads[0].title
        assert not title.startswith("▌")
        assert words.startswith("▌")


async def test_where_nobody_speaks_the_bar_says_so(opened):
    async with opened() as at:
        await at.press("vertical_line")
        assert at.said.startswith("no quotation here: press |")


def test_what_one_of_them_denies_is_said_to_be_denied():
    text = LOADING.article.text
    number = next(stop.quotation for stop in STOPS if stop.voice == 5)
    start = ANALYSIS.quotations[number - 1].span.start
    article = replace(LOADING.article, text=f"{text[: start - 7]}denied {text[start:]}")
    cue = Span(start - 7, start - 1)
    quotations = list(ANALYSIS.quotations)
    quotations[number - 1] = replace(quotations[number - 1], kind=QuotationKind.INDIRECT, cue=cue)
    there = replace(reading(), article=article, analysis=replace(ANALYSIS, quotations=tuple(quotations)))
    left = compared(there, 5, 6)[0].said[0]
    assert left is not None
    assert left.words.startswith("denied: “Fear")

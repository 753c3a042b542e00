"""Moves of the cursor, jumps, and hidden lines."""

from dataclasses import replace

import pytest

from reader.app.widgets.article_view import ArticleView
from reader.model import Block, BlockKind, Span
from reader.text.layout import RowKind
from tests.app.pane_harness import ARTICLE, STOPS, TEXT

WITH_HIDDEN_LINES = replace(
    ARTICLE,
    text=f"{TEXT}\n\nSubscribe today\n\nRead also",
    blocks=(
        *ARTICLE.blocks,
        Block(BlockKind.PARAGRAPH, Span(len(TEXT) + 2, len(TEXT) + 17), hidden=True),
        Block(BlockKind.PARAGRAPH, Span(len(TEXT) + 19, len(TEXT) + 28), hidden=True),
    ),
)


@pytest.mark.no_cover
@pytest.mark.parametrize(("keys", "row"), [(["j"], 2), (["down", "j"], 4), (["j", "j", "k"], 3), (["j", "up"], 0)])
async def test_j_and_k_move_by_row(opened, keys, row):
    async with opened() as at:
        await at.press(*keys)
        assert at.body.page_layout.row_at(at.reading.cursor) == row


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("keys", "top"),
    [
        (["d"], 8),
        (["d", "u"], 0),
        (["space"], 15),
        (["pagedown", "b"], 0),
        (["space", "d", "pageup"], 8),
        (["G"], None),
        (["end", "home"], 0),
        (["G", "g"], 0),
    ],
)
async def test_keys_move_by_page_and_to_the_ends(opened, keys, top):
    async with opened() as at:
        await at.press(*keys)
        assert at.body.viewport.top == (at.body.viewport.last_top if top is None else top)
        assert at.body.scroll_offset.y == at.body.viewport.top
        assert at.body.page_layout.row_at(at.reading.cursor) == at.body.viewport.row


async def test_a_move_beyond_an_end_of_the_article_says_so(opened):
    async with opened() as at:
        await at.press("k")
        assert at.said.startswith("start of the article")
        await at.press("G", "j")
        assert at.said.startswith("end of the article")
        await at.press("k")
        assert "quotation" in at.said


@pytest.mark.no_cover
async def test_n_visits_every_stop_and_capital_n_goes_back(opened):
    async with opened() as at:
        walked = []
        for _ in STOPS:
            await at.press("n")
            walked.append(at.reading.stop)
            rows = at.body.page_layout.rows_of(STOPS[walked[-1]].span)
            assert at.body.viewport.top <= rows[0]
            assert rows[-1] < at.body.viewport.top + at.body.viewport.height
        assert walked == list(range(len(STOPS)))
        await at.press("n")
        assert at.said.startswith("last quotation")
        await at.press("N", "N")
        assert at.reading.stop == len(STOPS) - 3


@pytest.mark.no_cover
async def test_a_quotation_in_view_is_not_scrolled_to(opened):
    async with opened((140, 40)) as at:
        await at.press("n")
        top = at.body.viewport.top
        await at.press("n", "n")
        assert (at.body.viewport.top, at.reading.stop) == (top, 2)


@pytest.mark.no_cover
async def test_the_current_quotation_has_words_on_the_cursors_row(opened):
    async with opened((140, 40)) as at:
        seen = []
        for _ in range(30):
            await at.press("j")
            row = at.body.page_layout.row(at.body.viewport.row)
            seen.append(at.reading.stop)
            on_row = [
                index
                for index, stop in enumerate(STOPS)
                if any(part.overlaps(Span(row.start, max(row.end, row.start + 1))) for part in stop.spans)
            ]
            if row.kind is RowKind.BLANK:  # nobody's, or between two paragraphs of one quotation
                assert seen[-1] in {None, 1, 2, 4, 6}
            else:
                assert seen[-1] in on_row if on_row else seen[-1] is None
        assert len(set(seen)) > 5


async def test_the_current_quotation_stays_in_view_under_the_wheel(opened):
    async with opened((140, 20)) as at:
        await at.press("n", "n")
        for rows in (3, 1, 1, 1, 3, 1, 1, 1, -1, -1, -3, -1, 3, 3, 1, 1):
            at.body.post_message(ArticleView.WheelTurned(rows))
            await at.pilot.pause()
            if at.reading.stop is not None:
                eye, rows_of = at.body.viewport, at.body.page_layout.rows_of(STOPS[at.reading.stop].span)
                assert rows_of[-1] >= eye.top
                assert rows_of[0] < eye.top + eye.height


async def test_s_goes_through_the_quotations_of_one_voice(opened):
    async with opened() as at:
        await at.press("s")
        assert at.said.startswith("no quotation here")
        await at.press("n", "s", "s")
        assert [at.reading.stop, STOPS[2].voice] == [2, 1]
        await at.press("s")
        assert at.said.startswith("last quotation of Petra Halloran")
        await at.press("S", "S", "S")
        assert at.reading.stop == 0
        assert at.said.startswith("first quotation of Petra Halloran")


async def test_brackets_go_through_claims_and_braces_through_threads(opened):
    async with opened() as at:
        await at.press("right_square_bracket", "right_square_bracket")
        assert at.reading.claim == 2
        await at.press("left_square_bracket")
        assert at.reading.claim == 1
        await at.press("left_square_bracket")
        assert at.said.startswith("first claim")
        await at.press("right_curly_bracket", "right_curly_bracket")
        assert at.reading.claim == 7
        await at.press("left_curly_bracket")
        assert at.reading.claim == 5
        await at.press("left_curly_bracket", "left_curly_bracket")
        assert at.said.startswith("first thread")


async def test_r_goes_to_what_a_claim_answers_and_capital_r_to_what_answers_it(opened):
    async with opened() as at:
        await at.press("G", "r")
        assert at.reading.claim == 15
        await at.press("r", "r")
        assert at.reading.claim == 14
        assert at.said.startswith("this claim answers no other claim")
        await at.press("R", "R", "R")
        assert at.reading.claim == 16
        assert at.said.startswith("no claim answers this one")


async def test_r_without_a_claim_says_so(opened):
    async with opened() as at:
        await at.press("r")
        assert at.said.startswith("no claim here")


async def test_a_jump_to_a_claim_shows_its_relation_until_the_next_key(opened):
    async with opened() as at:
        await at.press("right_square_bracket", "right_square_bracket", "right_square_bracket")
        assert at.said.startswith("claim 3 of 4 in thread 1 · on the same subject as claim 2 · a guess")
        assert at.reading.shows_claim
        await at.press("j")
        assert "n N quotation" in at.said
        assert not at.reading.shows_claim


@pytest.mark.no_cover
async def test_full_stop_shows_and_hides_lines_that_are_not_the_article(opened):
    async with opened(article=WITH_HIDDEN_LINES) as at:
        await at.press("G")
        assert at.shown()[-1].strip().endswith("· 2 hidden lines (. shows them)")
        await at.press("full_stop")
        assert at.said.startswith("showing 2 hidden lines")
        await at.press("G")
        assert at.shown()[-1].strip().endswith("Read also")
        await at.press("full_stop")
        assert at.said.startswith("2 lines hidden")
        assert at.shown()[-1].strip().endswith("(. shows them)")


async def test_full_stop_without_hidden_lines_says_so(opened):
    async with opened() as at:
        await at.press("full_stop")
        assert at.said.startswith("this article has no hidden lines")

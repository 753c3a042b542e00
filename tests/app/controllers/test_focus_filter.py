"""Following a voice or a thread: only its words are on the page until Esc."""

from dataclasses import replace

import pytest

from reader.app.controllers.focus_filter import first, of_thread, of_voice
from reader.app.messages import GoTo
from reader.app.widgets.thread_list import ThreadList
from reader.model import Span
from reader.text.layout import RowKind
from tests.app.pane_harness import ANALYSIS, STOPS, VOICES, lines, reading


def kinds(at):
    rows = at.body.page_layout
    return [rows.row(y).kind for y in range(rows.height)]


async def test_f_keeps_the_body_to_the_voice_at_the_cursor_with_a_line_around_and_esc_brings_everything_back(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "n", "n", "n")
        whole = at.body.page_layout.height
        await at.press("f")
        assert at.reading.followed == of_voice(at.reading, 2)
        assert at.reading.voice == 2
        shown = [row.strip() for row in at.shown() if row.strip()]
        assert [row for row in shown if row.startswith("⋯")] == ["⋯", "⋯"]
        assert any("“Both sides want to be seen" in row for row in shown)
        assert not any("Joon Park" in row for row in shown)
        assert lines(at.screen.panes.title)[0].rstrip().endswith("Ilse Marchetti alone · stop 1/1")
        assert at.said.startswith("s S next by this voice   Esc whole article")
        await at.press("escape")
        assert (at.reading.followed, at.reading.voice) == (None, None)
        assert at.body.page_layout.height == whole
        assert at.said.startswith("showing the whole article again")


async def test_every_word_of_the_voice_is_on_the_page_and_the_line_under_the_eye_stays(opened):
    async with opened() as at:
        await at.press("n", "f")
        rows = at.body.page_layout
        for stop in STOPS:
            if stop.voice == 1:
                assert all(rows.row(y).kind is RowKind.TEXT for y in rows.rows_of(stop.span))
        await at.press("s")
        cursor, sight = at.reading.cursor, at.body.viewport.row - at.body.viewport.top
        await at.press("escape")
        assert (at.reading.cursor, at.body.viewport.row - at.body.viewport.top) == (cursor, sight)


async def test_s_and_n_walk_the_followed_voice_and_end_with_it(opened):
    async with opened() as at:
        await at.press("n", "f")
        walked = [at.reading.stop]
        for key in ("s", "n", "S", "N"):
            await at.press(key)
            walked.append(at.reading.stop)
        assert walked == [0, 1, 2, 1, 0]
        await at.press("n", "n", "n")
        assert at.said.startswith("last quotation of Petra Halloran")
        assert at.reading.followed is not None


async def test_f_in_the_list_of_voices_follows_the_one_selected_and_moving_follows_the_next(opened):
    async with opened((140, 40)) as at:
        await at.press("2", "j", "f")
        assert at.screen.panes.current == "body"
        assert at.reading.followed == of_voice(at.reading, at.reading.voice)
        before = at.reading.voice
        await at.press("2", "j")
        assert at.reading.voice != before
        assert at.reading.followed == of_voice(at.reading, at.reading.voice)
        await at.press("1", "f")
        assert at.reading.followed is None


async def test_on_a_narrow_screen_f_closes_the_drawer(opened):
    async with opened() as at:
        await at.press("2", "f")
        assert not at.screen.panes.rail.display
        assert at.reading.followed is not None


async def test_f_in_the_threads_keeps_the_body_to_a_thread_and_s_walks_its_claims(opened):
    async with opened((140, 40)) as at:
        await at.press("3", "j", "j", "f")
        assert at.reading.followed == of_thread(at.reading, 3)
        assert lines(at.screen.panes.title)[0].rstrip().endswith("thread 3 alone · claim 1/4")
        walked = [at.reading.claim]
        for key in ("s", "right_square_bracket", "S", "left_square_bracket"):
            await at.press(key)
            walked.append(at.reading.claim)
        assert walked == [7, 8, 9, 8, 7]
        await at.press("n")
        assert at.reading.stop == next(i for i, stop in enumerate(STOPS) if stop.voice == 5)
        await at.press("n", "n", "n")
        assert at.said.startswith("last quotation")
        await at.press("f")
        assert at.reading.followed.voice == STOPS[at.reading.stop].voice


async def test_claims_ordered_by_voice_are_followed_by_voice(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "3", "equals_sign", "equals_sign", "f")
        assert at.reading.followed == of_voice(at.reading, 1)
        at.screen.query_one(ThreadList).select(None)


async def test_a_jump_to_what_is_left_out_brings_everything_back(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "f")
        at.screen.post_message(GoTo(STOPS[-1].start))
        await at.pilot.pause()
        assert at.reading.followed is None
        assert at.reading.cursor == STOPS[-1].start


async def test_where_nobody_speaks_f_says_so(opened):
    async with opened() as at:
        await at.press("f")
        assert at.said.startswith("no quotation here")
    async with opened(analysis=None) as at:
        await at.press("f")
        assert at.said.startswith("still finding who speaks")


async def test_a_voice_that_is_only_passing_words_on_has_nothing_to_follow(opened):
    silent = replace(ANALYSIS, voices=(*VOICES, replace(VOICES[0], id=13, name="Silent", tag="Si")))
    async with opened((140, 40), analysis=silent) as at:
        at.screen.following._keep(of_voice(at.reading, 13), at.reading)
        await at.pilot.pause()
        assert at.said.startswith("no quotations to show")
        assert at.reading.followed is None


async def test_the_map_shows_the_whole_article_while_a_voice_is_followed(opened):
    async with opened((140, 40)) as at:
        before = at.screen.panes.map._compute_steps(None)
        await at.press("G", "N", "f")
        assert at.screen.panes.map._compute_steps(None) == before
        first_, last = at.body.visible_range
        assert 0.5 < first_ < last <= 1
        await at.pilot.click(at.screen.panes.map, offset=(1, 1))
        assert at.body.page_layout.row(at.body.viewport.row).kind is not RowKind.GAP
        assert at.reading.followed is not None


@pytest.mark.parametrize(
    ("cursor", "goes"),
    [(0, STOPS[3].start), (STOPS[3].start + 4, STOPS[3].start + 4), (STOPS[-1].start, STOPS[3].start)],
)
def test_following_begins_where_the_reader_is_else_further_on_else_at_the_first(cursor, goes):
    there = replace(reading(None), cursor=cursor, followed=of_voice(reading(), 2))
    to = first(there).to
    assert to is not None
    assert to.start == goes


def test_what_is_followed_knows_its_words_and_the_place_in_them():
    followed = of_voice(reading(), 1)
    assert followed.shows(STOPS[0].span)
    assert followed.shows(Span(STOPS[0].start, STOPS[0].start))
    assert not followed.shows(STOPS[-1].span)
    assert [followed.place(stop.start) for stop in STOPS[:3]] == [1, 2, 3]
    assert of_thread(reading(), 2).spans == tuple(ANALYSIS.claim(id_).span for id_ in (5, 6))

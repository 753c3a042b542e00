"""Following a voice or a thread: only its words are on the page until Esc."""

from dataclasses import replace

import pytest

from reader.app.messages import GoTo
from reader.app.viewmodels.focus_filters import filter_by_thread, filter_by_voice
from reader.app.widgets.thread_list import ThreadList
from reader.text.layout import RowKind
from tests.app.pane_harness import ANALYSIS, STOPS, VOICES, lines


def kinds(at):
    rows = at.body.page_layout
    return [rows.row(y).kind for y in range(rows.height)]


@pytest.mark.no_cover
async def test_f_shows_the_voice_at_the_cursor_alone_and_escape_shows_everything(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "n", "n", "n")
        whole = at.body.page_layout.height
        await at.press("f")
        assert at.reading.focus_filter == filter_by_voice(at.reading, 2)
        assert at.reading.voice == 2
        shown = [row.strip() for row in at.shown() if row.strip()]
        assert [row for row in shown if row.startswith("⋯")] == ["⋯", "⋯"]
        assert any("“Both sides want to be seen" in row for row in shown)
        assert not any("Joon Park" in row for row in shown)
        assert lines(at.screen.panes.title_bar)[0].rstrip().endswith("Ilse Marchetti alone · stop 1/1")
        assert at.said.startswith("s S next by this voice   Esc whole article")
        await at.press("escape")
        assert (at.reading.focus_filter, at.reading.voice) == (None, None)
        assert at.body.page_layout.height == whole
        assert at.said.startswith("showing the whole article again")


async def test_all_words_of_the_voice_are_shown_and_the_cursor_row_keeps_its_place(opened):
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


async def test_s_and_n_go_through_the_voice_that_is_shown_alone(opened):
    async with opened() as at:
        await at.press("n", "f")
        walked = [at.reading.stop]
        for key in ("s", "n", "S", "N"):
            await at.press(key)
            walked.append(at.reading.stop)
        assert walked == [0, 1, 2, 1, 0]
        await at.press("n", "n", "n")
        assert at.said.startswith("last quotation of Petra Halloran")
        assert at.reading.focus_filter is not None


async def test_f_in_the_voices_list_shows_the_selected_voice_alone_and_moving_shows_the_next(opened):
    async with opened((140, 40)) as at:
        await at.press("2", "j", "f")
        assert at.screen.panes.current == "body"
        assert at.reading.focus_filter == filter_by_voice(at.reading, at.reading.voice)
        before = at.reading.voice
        await at.press("2", "j")
        assert at.reading.voice != before
        assert at.reading.focus_filter == filter_by_voice(at.reading, at.reading.voice)
        await at.press("1", "f")
        assert at.reading.focus_filter is None


async def test_on_a_narrow_screen_f_closes_the_drawer(opened):
    async with opened() as at:
        await at.press("2", "f")
        assert not at.screen.panes.sidebar.display
        assert at.reading.focus_filter is not None


async def test_f_in_the_threads_list_shows_a_thread_alone_and_s_goes_through_its_claims(opened):
    async with opened((140, 40)) as at:
        await at.press("3", "j", "j", "f")
        assert at.reading.focus_filter == filter_by_thread(at.reading, 3)
        assert lines(at.screen.panes.title_bar)[0].rstrip().endswith("thread 3 alone · claim 1/4")
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
        assert at.reading.focus_filter.voice == STOPS[at.reading.stop].voice


async def test_f_in_claims_grouped_by_voice_shows_the_voice_alone(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "3", "equals_sign", "equals_sign", "f")
        assert at.reading.focus_filter == filter_by_voice(at.reading, 1)
        at.screen.query_one(ThreadList).select(None)


async def test_a_jump_to_filtered_text_ends_the_filter(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "f")
        at.screen.post_message(GoTo(STOPS[-1].start))
        await at.pilot.pause()
        assert at.reading.focus_filter is None
        assert at.reading.cursor == STOPS[-1].start


async def test_f_without_a_voice_says_so(opened):
    async with opened() as at:
        await at.press("f")
        assert at.said.startswith("no quotation here")
    async with opened(analysis=None) as at:
        await at.press("f")
        assert at.said.startswith("still finding who speaks")


async def test_a_voice_without_quotations_cannot_be_shown_alone(opened):
    silent = replace(ANALYSIS, voices=(*VOICES, replace(VOICES[0], id=13, name="Silent", tag="Si")))
    async with opened((140, 40), analysis=silent) as at:
        at.screen.controllers.focus_filter.set(filter_by_voice(at.reading, 13), at.reading)
        await at.pilot.pause()
        assert at.said.startswith("this voice has no quotations here")
        assert at.reading.focus_filter is None


async def test_the_minimap_shows_the_whole_article_under_a_filter(opened):
    async with opened((140, 40)) as at:
        before = at.screen.panes.minimap._compute_steps(None)
        await at.press("G", "N", "f")
        assert at.screen.panes.minimap._compute_steps(None) == before
        first_, last = at.body.visible_range
        assert 0.5 < first_ < last <= 1
        await at.pilot.click(at.screen.panes.minimap, offset=(1, 1))
        assert at.body.page_layout.row(at.body.viewport.row).kind is not RowKind.GAP
        assert at.reading.focus_filter is not None

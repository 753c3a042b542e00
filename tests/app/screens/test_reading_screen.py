"""The reading screen: opening, messages of panes, mouse, other screens."""

from dataclasses import replace

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from reader.app.messages import Analysed
from reader.app.screens.help_screen import HelpScreen
from reader.app.screens.info_screen import InfoScreen
from reader.app.viewmodels.voice_stats import voice_stats_of
from reader.model import Block, BlockKind, Span
from tests.app.pane_harness import ANALYSIS, ARTICLE, STOPS, TEXT, lines


@pytest.mark.no_cover
async def test_an_article_opens_with_its_title_its_facts_and_its_voices(opened):
    async with opened((140, 40)) as at:
        shown = at.shown()
        assert shown[0].strip().endswith("Harbour Towns Weigh a Sea Wall That Nobody Wants to Pay For")
        assert shown[1].strip() == "Ruth Amadi · Estuary Digest · 2 March 2024"
        assert shown[2].strip() == "400 words · 2 minutes · 12 voices · 5 threads"
        assert at.reading.analysis is ANALYSIS
        assert at.reading.stops == STOPS


async def test_the_text_is_shown_before_the_engine_has_finished(opened):
    async with opened(analysis=None) as at:
        assert "400 words · 2 minutes" in at.shown()[2]
        await at.press("n")
        assert "still finding who speaks" in at.said
        await at.press("s", "r")
        assert "still finding who speaks" in at.said
        before = at.shown()
        at.screen.post_message(Analysed(ANALYSIS))
        await at.pilot.pause()
        words = [row[6:].strip("▎ ") for row in at.shown() if "words" not in row]
        assert words == [row[6:].strip("▎ ") for row in before if "words" not in row]


async def test_it_starts_at_the_offset_that_was_asked_for(opened):
    async with opened(at=STOPS[5].start) as at:
        assert at.reading.cursor == STOPS[5].start
        assert (
            at.body.viewport.top
            <= at.body.page_layout.row_at(STOPS[5].start)
            < at.body.viewport.top + at.body.viewport.height
        )


async def test_the_cursor_starts_below_hidden_lines(opened):
    menu = "Home · Shop\n\n"
    blocks = tuple(replace(block, span=block.span.shifted(len(menu))) for block in ARTICLE.blocks)
    pasted = replace(
        ARTICLE,
        text=menu + TEXT,
        blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(menu) - 2), hidden=True), *blocks),
    )
    async with opened(article=pasted, analysis=None) as at:
        assert [row.strip(" ›")[:12] for row in at.shown()[:3]] == ["· 1 hidden l", "", "Harbour Town"]
        assert at.body.viewport.row == 2
        assert lines(at.screen.panes.title_bar)[0].strip().startswith("Estuary Digest")
        await at.press("k")
        assert at.body.viewport.row == 1


@pytest.mark.no_cover
async def test_a_damaged_library_is_reported_and_the_article_can_be_read(opened, tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "library.db").write_bytes(b"no database, but longer than its header would be " * 40)
    async with opened((140, 40)) as at:
        assert "library.db is not a Pullquote library" in at.said
        await at.press("n")
        assert at.reading.stop == 0
        await at.press("h")
        assert at.reading.highlights == ()
        assert "library.db is not a Pullquote library" in at.said


async def test_the_note_of_an_analysis_is_shown(opened):
    async with opened(analysis=None) as at:
        at.screen.post_message(Analysed(replace(ANALYSIS, note="Read in part.")))
        await at.pilot.pause()
        assert "Read in part." in at.said


@pytest.mark.no_cover
async def test_moving_in_the_voices_emphasizes_a_voice_and_enter_goes_to_it(opened):
    async with opened((140, 40)) as at:
        await at.press("2", "j")
        voice = at.reading.voice
        assert voice == voice_stats_of(at.reading).order[1]
        await at.press("enter")
        assert STOPS[at.reading.stop].voice == voice
        assert at.screen.panes.current == "body"
        assert at.reading.voice == voice
        await at.press("escape")
        assert at.reading.voice is None


@pytest.mark.no_cover
async def test_enter_in_the_threads_goes_to_a_claim(opened):
    async with opened((140, 40)) as at:
        await at.press("3", "j", "enter")
        assert at.screen.panes.current == "body"
        assert at.reading.claim == 5
        assert at.reading.cursor == ANALYSIS.claim(5).span.start


@pytest.mark.no_cover
async def test_a_message_is_cleared_when_another_screen_opens(opened):
    async with opened() as at:
        await at.press("full_stop", "colon", "escape")
        assert at.said.startswith("n N quotation")


async def test_i_and_question_mark_open_screens_and_escape_returns(opened):
    async with opened() as at:
        await at.press("i")
        assert isinstance(at.app.screen, InfoScreen)
        await at.press("escape", "question_mark")
        assert isinstance(at.app.screen, HelpScreen)
        await at.press("escape")
        assert at.app.screen is at.screen


@pytest.mark.parametrize(("key", "status"), [("q", 0), ("ctrl+c", 130)])
async def test_q_and_ctrl_c_quit_with_their_exit_status(opened, key, status):
    async with opened() as at:
        await at.press(key)
        assert at.app.return_code == status


async def test_the_wheel_scrolls_by_three_rows(opened):
    async with opened() as at:
        for event, top in ((MouseScrollDown, 3), (MouseScrollDown, 6), (MouseScrollUp, 3)):
            await at.pilot._post_mouse_events([event], at.body, offset=(20, 5))
            await at.pilot.pause()
            assert at.body.viewport.top == top


async def test_a_click_on_the_minimap_scrolls_there(opened):
    async with opened() as at:
        quote_map = at.screen.panes.minimap
        await at.pilot.click(quote_map, offset=(1, quote_map.size.height - 1))
        await at.pilot.pause()
        assert at.body.viewport.top == at.body.viewport.last_top
        await at.pilot.click(quote_map, offset=(1, 0))
        await at.pilot.pause()
        assert at.body.viewport.top == 0

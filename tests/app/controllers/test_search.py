"""Searching: as one types, with n and N, and back to where one was; lists are filtered by the same key."""

import re
from dataclasses import replace

import pytest
from rich.color import Color

from reader.app.theming.palette import DARK
from reader.app.widgets.prompt_input import PromptInput
from reader.model import Block, BlockKind, Span
from tests.app.pane_harness import ARTICLE, STOPS, TEXT, lines, style_of

WALLS = [match.start() for match in re.finditer("wall", TEXT.lower())]


def aside(at):
    return at.screen.query_one(PromptInput).query_one("#prompt-hint").render_line(0).text.strip()


async def test_matches_are_marked_as_one_types_and_counted_in_the_prompt(opened):
    async with opened((100, 30)) as at:
        await at.press("slash", *"wall")
        assert aside(at).startswith(f"1/{len(WALLS)}")
        assert at.reading.cursor == WALLS[0]
        y = at.body.page_layout.row_at(WALLS[0]) - at.body.viewport.top
        assert style_of(at.body, y, "Wall").bgcolor == Color.parse(DARK.match)
        other = at.body.page_layout.row_at(WALLS[1]) - at.body.viewport.top
        assert style_of(at.body, other, "wall").bgcolor == Color.parse(DARK.other_match)
        await at.press(*"zzz")
        assert aside(at).startswith("not found")
        assert at.reading.cursor == 0
        assert at.reading.search.at is None


async def test_enter_leaves_the_prompt_and_n_goes_through_the_matches(opened):
    async with opened() as at:
        await at.press("slash", *"wall", "enter")
        assert at.said.startswith(f"/wall 1/{len(WALLS)}   n N next, previous")
        await at.press("n", "n", "N")
        assert at.reading.cursor == WALLS[1]
        await at.press("N", "N")
        assert at.reading.cursor == WALLS[-1]
        assert at.said.startswith(f"/wall {len(WALLS)}/{len(WALLS)}")
        assert (
            at.body.viewport.top
            <= at.body.page_layout.row_at(WALLS[-1])
            < at.body.viewport.top + at.body.viewport.height
        )
        await at.press("n")
        assert at.reading.cursor == WALLS[0]


async def test_arrows_go_through_the_matches_while_one_types(opened):
    async with opened() as at:
        await at.press("slash", *"wall", "down", "down", "up")
        assert at.reading.search.at == 1
        assert aside(at).startswith(f"2/{len(WALLS)}")


async def test_after_moving_away_n_goes_on_from_there(opened):
    async with opened() as at:
        await at.press("slash", *"wall", "enter", "G", "N")
        assert at.reading.cursor == WALLS[-1]
        await at.press("g", "n")
        assert at.reading.cursor == WALLS[0]


async def test_the_search_goes_on_from_the_cursor_and_begins_anew_after_the_last(opened):
    async with opened() as at:
        await at.press("n", "n", "n", "n", "slash", *"wall")
        assert at.reading.cursor == next(start for start in WALLS if start >= STOPS[3].start)
        await at.press("escape", "G", "slash", *"harbour towns")
        assert at.reading.cursor == TEXT.index("Harbour Towns")


@pytest.mark.parametrize("leave", [("escape",), ("enter", "escape"), ("enter", "n", "n", "escape"), ("down", "escape")])
async def test_esc_ends_it_and_goes_back_to_where_one_was(opened, leave):
    async with opened() as at:
        await at.press("n", "n", "n", "n", "j")
        before = at.reading, at.body.viewport
        await at.press("slash", *"tide", *leave)
        assert (at.reading, at.body.viewport) == before
        assert at.screen.panes.footer.display
        await at.press("n")
        assert at.reading.stop == before[0].stop + 2  # what is nested in those words was gone to before


async def test_after_a_resize_esc_still_goes_back(opened):
    async with opened() as at:
        await at.press("slash", *"tide", "enter")
        await at.pilot.resize_terminal(140, 40)
        await at.press("escape")
        assert at.reading.cursor == 0
        assert at.reading.search is None


async def test_what_is_typed_after_a_resize_leaves_the_page_as_large_as_it_is(opened):
    async with opened((60, 14)) as at:
        await at.press("n", "n", "slash", *"tide")
        before = at.reading.cursor
        await at.pilot.resize_terminal(140, 40)
        await at.press(*"xx")
        assert (at.body.viewport.height, at.body.viewport.total) == (at.body.size.height, at.body.page_layout.height)
        assert at.body.viewport.row == at.body.page_layout.row_at(at.reading.cursor)
        await at.press("escape")
        assert at.reading.cursor < before
        assert at.body.viewport.row == at.body.page_layout.row_at(at.reading.cursor)


async def test_enter_after_the_prompt_stays_and_n_is_a_quotation_again(opened):
    async with opened() as at:
        await at.press("slash", *"lamps lit", "enter", "enter")
        assert at.reading.search is None
        assert at.reading.cursor == TEXT.index("lamps lit")
        await at.press("enter", "n")
        assert STOPS[at.reading.stop].start > TEXT.index("lamps lit")


async def test_the_way_back_leads_to_where_the_search_began(opened):
    async with opened() as at:
        await at.press("j", "slash", *"treaty", "enter", "n", "enter", "ctrl+o")
        assert at.body.page_layout.row_at(at.reading.cursor) == 2


async def test_what_is_not_there_is_said_and_nothing_moves(opened):
    async with opened() as at:
        await at.press("j", "j", "slash", *"zebra", "enter")
        assert at.said.startswith("“zebra” is not in this article")
        assert at.reading.search is None
        assert at.body.viewport.row == 4


async def test_enter_alone_seeks_again_what_was_sought_before(opened):
    async with opened() as at:
        await at.press("slash", "enter")
        assert at.reading.search is None
        await at.press("slash", *"tide", "enter", "escape", "slash", "enter")
        assert at.reading.search is not None
        assert at.reading.search.query == "tide"
        assert at.reading.cursor == TEXT.index("tide")


async def test_taking_letters_back_takes_the_eye_back(opened):
    async with opened() as at:
        before = at.body.viewport
        await at.press("slash", *"tide")
        assert at.body.viewport != before
        await at.press(*["backspace"] * 4)
        assert at.body.viewport == before
        assert at.reading.search is None


async def test_a_search_within_a_search_comes_back_to_where_the_first_began(opened):
    async with opened() as at:
        await at.press("slash", *"tide", "enter", "slash", *"treaty", "enter", "escape")
        assert at.reading.cursor == 0


async def test_what_is_folded_away_is_found_when_it_is_shown(opened):
    hidden = Block(BlockKind.PARAGRAPH, Span(len(TEXT) + 2, len(TEXT) + 17), hidden=True)
    article = replace(ARTICLE, text=f"{TEXT}\n\nSubscribe today", blocks=(*ARTICLE.blocks, hidden))
    async with opened(article=article) as at:
        await at.press("slash", *"subscribe", "enter")
        assert at.said.startswith("“subscribe” is not in this article")
        await at.press("full_stop", "slash", *"subscribe", "enter")
        assert at.reading.cursor == hidden.span.start


async def test_a_highlight_can_be_made_of_a_quotation_found_by_search(opened):
    async with opened() as at:
        await at.press("slash", *"leaks", "enter", "h")
        assert at.reading.highlights[0].exact == "“a promise that leaks.”"
        assert at.reading.search is not None


# Lists


async def test_slash_in_the_voices_filters_them_and_esc_shows_all(opened):
    async with opened((140, 40)) as at:
        voices = at.screen.panes.rail.voices
        await at.press("2", "slash", *"insti")
        assert voices.count == 2
        assert lines(voices)[0].startswith(" Voices 2 /insti")
        assert aside(at).startswith("↑ ↓ move")
        await at.press("down", "enter")
        assert voices.has_focus
        assert at.reading.voice == 11
        await at.press("enter")
        assert STOPS[at.reading.stop].voice == 11
        await at.press("2", "escape")
        assert voices.count == 12


async def test_esc_in_the_filter_shows_all_at_once(opened):
    async with opened((140, 40)) as at:
        voices = at.screen.panes.rail.voices
        await at.press("2", "slash", *"zzz")
        assert "no voice matches" in lines(voices)[0]
        await at.press("escape")
        assert voices.count == 12
        assert voices.has_focus


async def test_slash_in_the_threads_filters_them_by_titles_and_claims(opened):
    async with opened((140, 40)) as at:
        threads = at.screen.panes.rail.threads
        await at.press("3", "slash", *"photograph")
        assert threads.selected_group.title == "The towns no longer sit at one table"
        await at.press("enter", "enter")
        assert at.reading.claim == 11
        await at.press("3", "slash", *"wall", "escape", "slash", "enter")
        assert threads.title_rows_needed == 6

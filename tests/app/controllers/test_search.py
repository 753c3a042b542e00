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


@pytest.mark.no_cover
async def test_matches_are_marked_while_typing_and_counted_in_the_prompt(opened):
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


async def test_the_prompt_says_that_a_capital_letter_makes_the_search_case_sensitive(opened):
    async with opened((80, 24)) as at:
        await at.press("slash")
        assert aside(at).startswith("a capital: case-sensitive   / library   Esc")
        await at.press("w")
        assert "case" not in aside(at)
        await at.press("backspace", *"Wall")
        assert aside(at).startswith("1/1 case-sensitive")


@pytest.mark.no_cover
async def test_enter_closes_the_prompt_and_n_goes_through_the_matches(opened):
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


@pytest.mark.no_cover
async def test_arrows_go_through_the_matches_while_typing(opened):
    async with opened() as at:
        await at.press("slash", *"wall", "down", "down", "up")
        assert at.reading.search.at == 1
        assert aside(at).startswith(f"2/{len(WALLS)}")


async def test_n_goes_on_from_the_cursor(opened):
    async with opened() as at:
        await at.press("slash", *"wall", "enter", "G", "N")
        assert at.reading.cursor == WALLS[-1]
        await at.press("g", "n")
        assert at.reading.cursor == WALLS[0]


@pytest.mark.no_cover
async def test_the_search_starts_at_the_cursor_and_wraps_around(opened):
    async with opened() as at:
        await at.press("n", "n", "n", "n", "slash", *"wall")
        assert at.reading.cursor == next(start for start in WALLS if start >= STOPS[3].start)
        await at.press("escape", "G", "slash", *"harbour towns")
        assert at.reading.cursor == TEXT.index("Harbour Towns")


@pytest.mark.no_cover
@pytest.mark.parametrize("leave", [("escape",), ("enter", "escape"), ("enter", "n", "n", "escape"), ("down", "escape")])
async def test_escape_ends_the_search_and_goes_back(opened, leave):
    async with opened() as at:
        await at.press("n", "n", "n", "n", "j")
        before = at.reading, at.body.viewport
        await at.press("slash", *"tide", *leave)
        assert (at.reading, at.body.viewport) == before
        assert at.screen.panes.footer.display
        await at.press("n")
        assert at.reading.stop == before[0].stop + 2  # what is nested in those words was gone to before


async def test_escape_goes_back_after_a_resize(opened):
    async with opened() as at:
        await at.press("slash", *"tide", "enter")
        await at.pilot.resize_terminal(140, 40)
        await at.press("escape")
        assert at.reading.cursor == 0
        assert at.reading.search is None


@pytest.mark.no_cover
async def test_typing_after_a_resize_keeps_the_new_size(opened):
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


@pytest.mark.no_cover
async def test_enter_after_the_prompt_ends_the_search_here(opened):
    async with opened() as at:
        await at.press("slash", *"lamps lit", "enter", "enter")
        assert at.reading.search is None
        assert at.reading.cursor == TEXT.index("lamps lit")
        await at.press("enter", "n")
        assert STOPS[at.reading.stop].start > TEXT.index("lamps lit")


async def test_ctrl_o_goes_back_to_where_the_search_began(opened):
    async with opened() as at:
        await at.press("j", "slash", *"treaty", "enter", "n", "enter", "ctrl+o")
        assert at.body.page_layout.row_at(at.reading.cursor) == 2


@pytest.mark.no_cover
async def test_a_query_without_matches_is_reported_and_nothing_moves(opened):
    async with opened() as at:
        await at.press("j", "j", "slash", *"zebra", "enter")
        assert at.said.startswith("“zebra” is not in this article")
        assert at.reading.search is None
        assert at.body.viewport.row == 4


async def test_an_empty_query_repeats_the_last_one(opened):
    async with opened() as at:
        await at.press("slash", "enter")
        assert at.reading.search is None
        await at.press("slash", *"tide", "enter", "escape", "slash", "enter")
        assert at.reading.search is not None
        assert at.reading.search.query == "tide"
        assert at.reading.cursor == TEXT.index("tide")


async def test_deleting_the_query_scrolls_back(opened):
    async with opened() as at:
        before = at.body.viewport
        await at.press("slash", *"tide")
        assert at.body.viewport != before
        await at.press(*["backspace"] * 4)
        assert at.body.viewport == before
        assert at.reading.search is None


@pytest.mark.no_cover
async def test_escape_from_a_second_search_goes_back_to_where_the_first_began(opened):
    async with opened() as at:
        await at.press("slash", *"tide", "enter", "slash", *"treaty", "enter", "escape")
        assert at.reading.cursor == 0


async def test_hidden_lines_are_searched_only_when_shown(opened):
    hidden = Block(BlockKind.PARAGRAPH, Span(len(TEXT) + 2, len(TEXT) + 17), hidden=True)
    article = replace(ARTICLE, text=f"{TEXT}\n\nSubscribe today", blocks=(*ARTICLE.blocks, hidden))
    async with opened(article=article) as at:
        await at.press("slash", *"subscribe", "enter")
        assert at.said.startswith("“subscribe” is not in this article")
        await at.press("full_stop", "slash", *"subscribe", "enter")
        assert at.reading.cursor == hidden.span.start


@pytest.mark.no_cover
async def test_a_quotation_found_by_search_can_be_highlighted(opened):
    async with opened() as at:
        await at.press("slash", *"leaks", "enter", "h")
        assert at.reading.highlights[0].exact == "“a promise that leaks.”"
        assert at.reading.search is not None


# Lists


async def test_slash_filters_the_voices_and_escape_shows_all(opened):
    async with opened((140, 40)) as at:
        voices = at.screen.panes.sidebar.voices
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


@pytest.mark.no_cover
async def test_escape_in_the_prompt_of_a_filter_shows_all(opened):
    async with opened((140, 40)) as at:
        voices = at.screen.panes.sidebar.voices
        await at.press("2", "slash", *"zzz")
        assert "no voice matches" in lines(voices)[0]
        await at.press("escape")
        assert voices.count == 12
        assert voices.has_focus


async def test_slash_filters_the_threads_by_titles_and_claims(opened):
    async with opened((140, 40)) as at:
        threads = at.screen.panes.sidebar.threads
        await at.press("3", "slash", *"photograph")
        assert threads.selected_group.title == "The towns no longer sit at one table"
        await at.press("enter", "enter")
        assert at.reading.claim == 11
        await at.press("3", "slash", *"wall", "escape", "slash", "enter")
        assert threads.title_rows_needed == 6

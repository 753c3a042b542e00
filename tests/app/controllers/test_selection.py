"""Selecting with keys and mouse: units, ends, and what acts on what is selected."""

from dataclasses import replace

import pytest
from textual.events import MouseScrollUp

from reader.model import Block, BlockKind, Span
from tests.app.pane_harness import ARTICLE, BLOCKS, STOPS, TEXT, TITLE, VOICES

NOTHING = Block(BlockKind.PARAGRAPH, Span(len(TEXT) + 2, len(TEXT) + 17), hidden=True)
LAST = Block(BlockKind.PARAGRAPH, Span(len(TEXT) + 19, len(TEXT) + 31))
WITH_HIDDEN_LINES = replace(
    ARTICLE, text=f"{TEXT}\n\nSubscribe today\n\nThe end 👩‍👧.", blocks=(*ARTICLE.blocks, NOTHING, LAST)
)

SENTENCE = TEXT[: TEXT.index(". ") + 1]
"""The title and the first sentence after it."""


def selected(at):
    return at.reading.selection.of(at.reading.article.text)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["right", "right", "right"], "Har"),
        (["right", "right", "left"], "H"),
        (["ctrl+right"], "Harbour"),
        (["ctrl+right", "ctrl+right", "ctrl+left"], "Harbour "),
        (["right_parenthesis"], TITLE),
        (["right_curly_bracket", "right_curly_bracket"], TEXT[: BLOCKS[1].span.end]),
        (["right_parenthesis", "right_parenthesis", "left_parenthesis"], f"{TITLE}\n\n"),
        (["right_curly_bracket", "right_curly_bracket", "left_curly_bracket"], f"{TITLE}\n\n"),
        (
            ["right_parenthesis", "right_parenthesis"],
            SENTENCE,
        ),
        (["ctrl+right", "ctrl+right", "v", "ctrl+right"], " Weigh"),
        (["ctrl+right", "ctrl+right", "v", "ctrl+right", "o", "left"], "s Weigh"),
        (["left"], ""),
        (["ctrl+left"], ""),
        (["left_parenthesis"], ""),
    ],
)
async def test_arrows_parentheses_and_braces_move_one_end_of_the_selection(opened, keys, words):
    async with opened() as at:
        await at.press("v", *keys)
        assert selected(at) == words


@pytest.mark.no_cover
async def test_moving_by_rows_keeps_the_column(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "v", *["right"] * 10)
        y = at.body.page_layout.row_at(at.reading.cursor)
        cell = at.body.page_layout.cell_of(y, at.reading.cursor)
        await at.press("j", "j", "down")
        rows = at.body.page_layout
        assert [rows.row(rows.row_at(at.reading.cursor)).kind.name, rows.row_at(at.reading.cursor) > y + 2] == [
            "TEXT",
            True,
        ]
        assert rows.cell_of(rows.row_at(at.reading.cursor), at.reading.cursor) == cell
        await at.press("k", "k", "up")
        assert at.reading.cursor == STOPS[0].start + 10


async def test_moving_down_in_the_last_row_selects_to_its_end(opened):
    async with opened() as at:
        await at.press("v", "G", "j")
        assert selected(at) == TEXT
        assert at.said.startswith(f"{len(TEXT.split())} words selected")
        await at.press("g", "k")
        assert selected(at) == ""


async def test_a_jump_moves_the_end_of_the_selection(opened):
    async with opened() as at:
        await at.press("v", "n")
        assert selected(at) == TEXT[: STOPS[0].start]


async def test_the_current_quotation_is_that_of_the_last_selected_word(opened):
    async with opened() as at:
        await at.press("n", "n", "v", "right_curly_bracket")
        assert at.reading.cursor == STOPS[1].span.end
        assert at.reading.stop == 1
        await at.press("o")
        assert (at.reading.cursor, at.reading.stop) == (STOPS[1].start, 1)


async def test_the_page_follows_the_end_of_the_selection(opened):
    async with opened() as at:
        await at.press("v", *["right_curly_bracket"] * 6)
        row = at.body.page_layout.row_at(at.reading.cursor)
        assert at.body.viewport.top <= row < at.body.viewport.top + at.body.viewport.height


async def test_pages_move_the_end_of_the_selection_and_the_wheel_does_not(opened):
    async with opened() as at:
        await at.press("v", "right", "right", "d", "u", "d")
        cell = at.body.page_layout.cell_of(at.body.page_layout.row_at(at.reading.cursor), at.reading.cursor)
        assert (cell, at.body.page_layout.row_at(at.reading.cursor)) == (2, at.body.viewport.row)
        before, top = at.reading.selection, at.body.viewport.top
        await at.pilot._post_mouse_events([MouseScrollUp], at.body, offset=(20, 5))
        await at.pilot.pause()
        assert at.body.viewport.top == top - 3
        assert at.reading.selection == before


async def test_the_selection_skips_hidden_lines(opened):
    async with opened(article=WITH_HIDDEN_LINES) as at:
        await at.press("v", "G", "j", "ctrl+left", "ctrl+left", "v", "left", "ctrl+right", "ctrl+right", "ctrl+right")
        assert at.reading.cursor not in range(NOTHING.span.start + 1, NOTHING.span.end)
        await at.press("v", "right_curly_bracket", "v", "left", "left")
        assert selected(at) == "👩‍👧."
        await at.press("right", "right", "right", "ctrl+left", "ctrl+left", "ctrl+left")
        assert at.reading.cursor < NOTHING.span.start


async def test_escape_clears_the_selection(opened):
    async with opened() as at:
        await at.press("v", "right", "escape")
        assert (at.reading.selection, at.reading.anchor) == (None, None)
        await at.press("right", "ctrl+right", "left", "j")
        assert at.reading.selection is None
        assert "n N quotation" in at.said


async def test_the_footer_shows_the_length_of_the_selection_and_its_keys(opened):
    async with opened((100, 30)) as at:
        await at.press("v")
        assert at.said.startswith("selecting   h highlight   y copy   Esc back")
        await at.press("ctrl+right")
        assert at.said.startswith("1 word selected   h highlight")


async def test_h_highlights_the_selection_and_the_next_key_acts_on_it(opened):
    async with opened() as at:
        await at.press("n", "n", "n", "n", "v", "right_parenthesis", "h")
        (highlight,) = at.reading.highlights
        assert highlight.exact == TEXT[STOPS[3].start :].partition(". ")[0] + "."
        assert highlight.speaker.name == "Ilse Marchetti"
        assert at.reading.selection is None
        await at.press("c")
        assert [each.colour.value for each in at.reading.highlights] == ["green"]
        await at.press("x")
        assert at.reading.highlights == ()


async def test_x_deletes_the_highlight_under_a_selection(opened):
    async with opened() as at:
        await at.press("n", "h", "g", "v", *["right_curly_bracket"] * 3, "x")
        assert at.reading.highlights == ()


# The mouse


@pytest.mark.no_cover
async def test_a_second_click_selects_the_word_and_a_third_the_paragraph(opened):
    async with opened((140, 40)) as at:
        offset = TEXT.index("joint paper")
        await at.pilot.click(at.body, offset=at.cell(offset), times=2)
        assert selected(at) == "joint"
        await at.pilot.click(at.body, offset=at.cell(offset), times=3)
        await at.pilot.pause()
        assert selected(at) == BLOCKS[2].span.of(TEXT)
        await at.press("h")
        assert at.reading.highlights[0].speaker.name == "Petra Halloran"


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("times", "there", "words"),
    [
        (1, "paper, and", "int p"),
        (2, "paper, and", "joint paper"),
        (2, "rain at", "rain at the ministry went into one joint"),
        (3, "paper, and", BLOCKS[2].span.of(TEXT)),
        (3, "Both", TEXT[BLOCKS[2].span.start : BLOCKS[3].span.end]),
    ],
)
async def test_the_mouse_selects_by_characters_after_a_click_by_words_and_after_two_by_paragraphs(
    opened, times, there, words
):
    async with opened((140, 40)) as at:
        pressed = at.cell(TEXT.index("joint paper") + 2)
        at.app.CLICK_CHAIN_TIME_THRESHOLD = 60.0
        if times > 1:
            await at.pilot.click(at.body, offset=pressed, times=times - 1)
        await at.pilot.mouse_down(at.body, offset=pressed)
        await at.pilot.hover(at.body, offset=at.cell(TEXT.index(there)))
        await at.pilot.mouse_up(at.body, offset=at.cell(TEXT.index(there)))
        await at.pilot.pause()
        assert selected(at) == words


async def test_v_extends_what_the_mouse_selected(opened):
    async with opened((140, 40)) as at:
        await at.pilot.click(at.body, offset=at.cell(TEXT.index("joint paper")), times=2)
        await at.press("v", "ctrl+right")
        assert selected(at) == "joint paper"
        await at.pilot.click(at.body, offset=at.cell(TEXT.index("Eight")))
        await at.pilot.pause()
        assert (at.reading.selection, at.reading.anchor) == (None, None)


@pytest.mark.no_cover
async def test_a_click_moves_the_cursor_and_selects_the_innermost_quotation(opened):
    async with opened((140, 40)) as at:
        offset = TEXT.index("a wall on paper")
        await at.press("2")
        await at.pilot.click(at.body, offset=at.cell(offset))
        await at.pilot.pause()
        assert at.reading.cursor == offset
        assert VOICES[STOPS[at.reading.stop].voice - 1].name == "Tomas Adeyemi"
        assert at.screen.panes.current == "body"


async def test_dragging_selects_words_and_h_highlights_them_with_the_speaker(opened):
    async with opened((140, 40)) as at:
        start, end = TEXT.index("Both sides"), TEXT.index(" want to be seen")
        await at.pilot.mouse_down(at.body, offset=at.cell(start))
        await at.pilot.hover(at.body, offset=at.cell(end - 1))
        await at.pilot.mouse_up(at.body, offset=at.cell(end - 1))
        await at.pilot.pause()
        assert at.reading.selection.of(TEXT) == "Both sides"
        assert at.said.startswith("2 words selected")
        await at.press("h")
        assert at.reading.selection is None
        (highlight,) = at.reading.highlights
        assert (highlight.exact, highlight.speaker.name) == ("Both sides", "Ilse Marchetti")


async def test_dragging_backwards_selects_and_escape_clears_it(opened):
    async with opened((140, 40)) as at:
        start, end = TEXT.index("Both sides"), TEXT.index(" want to be seen")
        await at.pilot.mouse_down(at.body, offset=at.cell(end - 1))
        await at.pilot.hover(at.body, offset=at.cell(start))
        await at.pilot.mouse_up(at.body, offset=at.cell(start))
        await at.pilot.pause()
        assert at.reading.selection.of(TEXT) == "Both sides"
        await at.press("escape")
        assert at.reading.selection is None

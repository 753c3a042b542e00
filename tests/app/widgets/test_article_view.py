"""The article view: what a key costs, what a cell shows, what is redrawn."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from rich.cells import split_graphemes

from reader.app.messages import Analysed
from reader.app.rendering import page_rows
from reader.app.rendering.columns import columns
from reader.app.screens import reading_base
from reader.app.state import Reading
from reader.app.viewmodels.jumps import to_offset
from reader.app.widgets import article_view as body_module
from reader.app.widgets.article_view import ArticleView
from reader.model import Block, BlockKind, Span
from reader.text.layout import lay_out
from tests.app.pane_harness import ANALYSIS, ARTICLE, STOPS, TEXT, settle


@pytest.fixture
def drawn(monkeypatch):
    """The rows that were drawn anew, in the order in which they were."""
    rows = []

    def render_row(page, y):
        rows.append(y)
        return page_rows.render_row(page, y)

    monkeypatch.setattr(body_module, "render_row", render_row)
    return rows


async def test_a_row_is_drawn_once_until_its_style_changes(opened, drawn):
    async with opened((140, 40)) as at:
        drawn.clear()
        at.body.refresh()
        await at.pilot.pause()
        assert drawn == []
        await at.press("n")
        changed = {*at.body.page_layout.rows_of(STOPS[0].span), 0}  # the cursor was on row 0
        assert set(drawn) == changed
        drawn.clear()
        await at.press("n")
        assert set(drawn) == {*at.body.page_layout.rows_of(STOPS[0].span), *at.body.page_layout.rows_of(STOPS[1].span)}


def lengthened(paragraphs):
    """The article with so many paragraphs more."""
    words = [f"Paragraph {at} of an article that goes on and on." for at in range(paragraphs)]
    text, blocks = TEXT, list(ARTICLE.blocks)
    starts = [len(TEXT) + 2]
    for part in words:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(starts[-1], starts[-1] + len(part))))
        starts.append(starts[-1] + len(part) + 2)
    return replace(ARTICLE, id="long", text="\n\n".join((text, *words)), blocks=tuple(blocks))


async def test_a_key_costs_the_same_in_a_long_article(opened, drawn):
    costs = []
    for article in (ARTICLE, lengthened(3000)):
        async with opened((80, 24), article=article) as at:
            drawn.clear()
            await at.press("n", "n", "j", "j", "d")
            costs.append(len(drawn))
    assert costs[0] == costs[1]


def test_the_first_frame_of_a_long_article_lays_out_its_beginning_only(monkeypatch):
    long = lengthened(3000)
    monkeypatch.setattr(ArticleView, "app", SimpleNamespace(theme="pullquote-dark", no_color=False))
    body = ArticleView(Reading(long), columns(80), 17)
    whole = lay_out(long, columns(80).text, split_graphemes).height
    assert body.is_partial
    assert body.page_layout.height < 1000
    assert 0.8 < body.viewport.total / whole < 1.25
    assert body.render_line(2).text.strip() == ""
    started = ArticleView(Reading(long, cursor=long.blocks[-1].span.start), columns(80), 17)
    assert not started.is_partial
    assert started.viewport.row == started.page_layout.height - 1


async def test_a_long_article_is_laid_out_completely_after_its_first_frame(opened):
    long = lengthened(3000)
    async with opened((80, 24), article=long) as at:
        assert "words · " in at.shown()[2]
        assert not at.screen.panes.body.is_partial
        await at.press("G")
        assert at.shown()[-1].strip().endswith("Paragraph 2999 of an article that goes on and on.")


async def test_a_key_pressed_before_the_layout_is_complete_completes_it(opened):
    async with opened((80, 24), article=lengthened(3000)) as at:
        at.screen.panes.body.is_partial = True
        await at.press("G")
        assert not at.screen.panes.body.is_partial
        assert at.body.viewport.row == at.body.page_layout.height - 1


async def test_dragging_redraws_only_rows_that_enter_or_leave_the_selection(opened, drawn):
    async with opened((140, 40)) as at:
        start = TEXT.index("Three coastal")
        at.screen.update(replace(at.reading, selection=Span(start, start + 200)))
        await at.pilot.pause()
        drawn.clear()
        at.screen.update(replace(at.reading, selection=Span(start, start + 205)))
        await at.pilot.pause()
        assert set(drawn) == {at.body.page_layout.row_at(start + 200), at.body.page_layout.row_at(start + 204)}


async def test_every_cell_of_the_text_maps_to_its_character(opened):
    async with opened((80, 24)) as at:
        left = at.body.page_layout.margins(1)[0] + 6
        for y, row in enumerate(at.shown()):
            here = at.body.page_layout.row(y)
            for x, character in enumerate(row[left:], left):
                offset = at.body.offset_under(x, y)
                if here.start <= offset < here.end and x >= left + here.indent:
                    assert TEXT[offset] == character


async def test_a_late_analysis_moves_no_word(opened):
    text_only = replace(
        ARTICLE,
        blocks=tuple(
            replace(block, kind=BlockKind.PARAGRAPH) if block.kind is BlockKind.QUOTE else block
            for block in ARTICLE.blocks
        ),
    )
    async with opened((80, 24), article=text_only, analysis=None) as at:
        await at.press("j")
        rows = [at.body.page_layout.row(y) for y in range(at.body.page_layout.height)]
        at.screen.post_message(Analysed(ANALYSIS))
        await at.pilot.pause()
        assert [at.body.page_layout.row(y) for y in range(at.body.page_layout.height)] == rows
        await at.pilot.resize_terminal(81, 24)
        await at.pilot.pause()
        quote = at.body.page_layout.row_at(ARTICLE.blocks[2].span.start)
        assert at.body.page_layout.row(quote).indent == 2


async def test_an_early_analysis_indents_its_block_quotes(opened):
    text_only = replace(ARTICLE, blocks=tuple(replace(block, kind=BlockKind.PARAGRAPH) for block in ARTICLE.blocks))
    async with opened((80, 24), article=text_only) as at:
        assert at.body.page_layout.row(at.body.page_layout.row_at(ARTICLE.blocks[2].span.start)).indent == 2
        assert at.body.page_layout.row(at.body.page_layout.row_at(ARTICLE.blocks[4].span.start)).indent == 0
        assert at.screen.panes.minimap._window == (0.0, 17 / at.body.page_layout.height)


async def test_selecting_beyond_the_edge_scrolls_the_page(opened):
    async with opened((80, 24)) as at:
        await at.pilot.mouse_down(at.body, offset=(20, 10))
        for _ in range(3):
            await at.pilot.hover(at.screen.panes.speaker_line, offset=(20, 0))
            await at.pilot.hover(at.screen.panes.speaker_line, offset=(21, 1))
        await at.pilot.mouse_up(at.screen.panes.speaker_line, offset=(20, 1))
        await at.pilot.pause()
        assert at.body.viewport.top > 0
        assert at.reading.selection is not None
        chosen = at.reading.selection
        await at.pilot.hover(at.body, offset=(20, 3))
        await at.pilot.pause()
        assert at.reading.selection == chosen


async def test_other_buttons_select_nothing(opened):
    async with opened((80, 24)) as at:
        await at.pilot.mouse_down(at.body, offset=(20, 10), button=3)
        await at.pilot.hover(at.body, offset=(30, 12))
        await at.pilot.pause()
        assert (at.reading.selection, at.reading.cursor) == (None, 0)


async def test_the_colours_follow_the_theme(opened):
    async with opened() as at:
        dark = at.body.render_line(0)
        at.app.theme = "pullquote-light"
        await at.pilot.pause()
        assert [piece.text for piece in at.body.render_line(0)] == [piece.text for piece in dark]
        assert list(at.body.render_line(0)) != list(dark)


async def test_a_new_terminal_size_first_lays_out_only_the_part_in_sight_of_a_long_article(opened, monkeypatch):
    monkeypatch.setattr(reading_base, "RESIZE_PAUSE", 60)
    async with opened((80, 24), article=lengthened(3000)) as at:
        at.screen.go(to_offset(at.reading, at.reading.article.blocks[-900].span.start))
        for size in ((60, 30), (140, 24), (70, 40)):
            await at.pilot.resize_terminal(*size)
            await at.pilot.pause()
            hasty = at.screen.panes.body
            assert hasty.is_partial
            width, rows = hasty.page_layout.width, at.shown()
            assert not at.body.is_partial  # who asks for the page has all of it
            assert at.body.page_layout.width == width == columns(size[0]).text
            await at.pilot.pause()
            assert at.shown() == rows


async def test_a_long_article_is_laid_out_completely_once_the_terminal_size_is_stable(opened, monkeypatch):
    monkeypatch.setattr(reading_base, "RESIZE_PAUSE", 0.01)
    async with opened((80, 24), article=lengthened(3000)) as at:
        await at.pilot.resize_terminal(60, 24)
        await settle(at.pilot, lambda: not at.screen.panes.body.is_partial)


async def test_a_short_article_is_laid_out_completely_at_once(opened, monkeypatch):
    monkeypatch.setattr(reading_base, "RESIZE_PAUSE", 60)
    async with opened((80, 24)) as at:
        await at.pilot.resize_terminal(60, 24)
        await at.pilot.pause()
        assert not at.screen.panes.body.is_partial

"""Everything works from the smallest terminal that is large enough to the largest."""

from pathlib import Path

import pytest

from reader.app.rendering.columns import columns
from reader.app.widgets.list_view import ListView
from tests.app.pane_harness import STOPS, lines

SAMPLE = Path(__file__).parents[2] / "samples" / "round-up.txt"

pytestmark = pytest.mark.no_cover


@pytest.mark.parametrize("size", [(60, 20), (75, 20), (99, 30), (139, 24), (300, 100)])
async def test_every_screen_stands_and_no_row_is_wider_than_it(opened, size):
    async with opened(size) as at:
        await at.press("n", "n", "n", "n")
        for keys in (
            ("f",),
            ("s", "escape"),
            ("2", "equals_sign", "j"),
            ("escape", "3", "equals_sign", "j"),
            ("escape", "escape"),
        ):
            await at.press(*keys)
            drawn = [strip.cell_length for strip in at.app.screen._compositor.render_strips(at.app.size)]
            assert set(drawn) == {size[0]}
        for keys in (("colon", "t"), ("question_mark",), ("i",), ("H",), ("l",), ("w",), ("w", "alt+5")):
            await at.press(*keys)
            assert at.app.screen is not at.screen
            assert {strip.cell_length for strip in at.app.screen._compositor.render_strips(at.app.size)} == {size[0]}
            for _ in range(3):
                if at.app.screen is not at.screen:
                    await at.press("escape")
        assert at.app.screen is at.screen


@pytest.mark.parametrize("narrow", [(60, 20), (80, 24)])
async def test_while_a_voice_is_followed_a_new_size_keeps_the_line_under_the_eye(opened, narrow):
    async with opened((140, 40)) as at:
        await at.press("n", "f", "s")
        cursor = at.reading.cursor
        for size in (narrow, (300, 100), (140, 40)):
            await at.pilot.resize_terminal(*size)
            await at.pilot.pause()
            assert at.reading.cursor == cursor == STOPS[1].start
            eye = at.body.viewport
            assert eye.row == at.body.page_layout.row_at(cursor)
            assert eye.top <= eye.row < eye.top + eye.height
            assert at.reading.focus_filter is not None


async def test_a_new_size_keeps_the_current_quotation_wholly_in_sight(opened):
    async with opened((140, 40)) as at:
        for _ in STOPS:
            await at.press("n")
            stop = at.reading.stops[at.reading.stop]
            for size in ((60, 20), (140, 20), (80, 24), (140, 40)):
                await at.pilot.resize_terminal(*size)
                await at.pilot.pause()
                rows, viewport = at.body.page_layout.rows_of(stop.span), at.body.viewport
                assert viewport.top <= rows[0], (stop, size)
                assert rows[-1] < viewport.top + viewport.height, (stop, size)


@pytest.mark.parametrize(
    ("keys", "list_"),
    [
        (("2",), "#voices"),
        (("3",), "#threads"),
        (("H",), "#highlights"),
        (("l",), "#articles"),
        (("i",), "#sheet-rows"),
        (("question_mark",), "#sheet-rows"),
        (("vertical_line", "G", "vertical_line"), "#columns"),
    ],
)
async def test_j_and_k_move_in_every_list_also_after_a_click_beside_it(opened, keys, list_):
    async with opened((60, 20)) as at:
        at.app.session.open(str(SAMPLE))
        await at.press("n", "h", "n", "h", "n", "h", *keys)
        await at.pilot.pause()
        found = at.app.screen.query_one(list_, ListView)

        def place():
            return found.selected if found.is_selectable else found.state.top

        await at.press("g")
        for lost in (False, True):
            if lost and at.app.screen is not at.screen:
                at.app.screen.set_focus(None)
            before = place()
            await at.press("j", "j")
            moved = place()
            await at.press("k", "k")
            assert moved != before == place()


async def test_in_a_wide_terminal_the_sidebar_grows_to_its_content_and_the_text_stays(opened):
    async with opened((260, 50)) as at:
        assert at.cell(0)[0] == columns(260).start
        shown = "\n".join(lines(at.screen.panes.sidebar.voices))
        assert "…" not in shown
        assert "xpert on coastal engineering, Northern Institute for Shore Research" in shown
        await at.pilot.resize_terminal(140, 40)
        await at.pilot.pause()
        assert "Northern…Research" in "\n".join(lines(at.screen.panes.sidebar.voices))

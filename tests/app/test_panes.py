"""The panes of the reading screen: focus, panes alone, sizes."""

from itertools import pairwise

import pytest

from tests.app.pane_harness import lines


async def test_the_cursor_is_drawn_only_while_the_body_has_the_focus(opened):
    async with opened((140, 40)) as at:
        await at.press("j")
        assert [y for y, row in enumerate(at.shown()) if "›" in row] == [at.body.viewport.row - at.body.viewport.top]
        await at.press("tab")
        assert not any("›" in row for row in at.shown())


@pytest.mark.no_cover
async def test_tab_and_digits_go_from_pane_to_pane(opened):
    async with opened((140, 40)) as at:
        seen = []
        for key in ("tab", "tab", "tab", "shift+tab", "1", "2", "3"):
            await at.press(key)
            seen.append(at.screen.panes.current)
        assert seen == ["voices", "threads", "body", "threads", "body", "voices", "threads"]


async def test_on_a_narrow_screen_the_sidebar_is_a_drawer(opened):
    async with opened() as at:
        rail = at.screen.panes.sidebar
        assert not rail.display
        await at.press("2")
        assert rail.display
        assert at.screen.panes.current == "voices"
        await at.press("escape", "escape")
        assert not rail.display
        assert at.screen.panes.current == "body"
        await at.press("3")
        assert at.screen.panes.current == "threads"
        await at.press("j", "enter")
        assert not rail.display


async def test_z_shows_one_pane_alone_and_all_again(opened):
    async with opened((140, 40)) as at:
        panes = at.screen.panes
        await at.press("z")
        assert [pane.display for pane in (panes.body, panes.sidebar)] == [True, False]
        assert at.body.region.width > 100
        await at.press("z", "3", "z")
        assert [pane.display for pane in (panes.body, panes.sidebar, panes.sidebar.voices)] == [False, True, False]
        await at.press("2")
        assert [panes.sidebar.voices.display, panes.sidebar.threads.display, panes.current] == [True, False, "voices"]
        await at.press("escape", "escape")
        assert [pane.display for pane in (panes.body, panes.sidebar)] == [True, True]
        assert panes.current == "body"


@pytest.mark.no_cover
async def test_escape_shows_all_panes_before_it_clears_the_voice(opened):
    async with opened((140, 40)) as at:
        await at.press("2", "j", "1", "z")
        assert "Esc all panes" in at.said
        await at.press("escape")
        assert at.screen.panes.alone is None
        assert at.reading.voice is not None
        await at.press("escape")
        assert at.reading.voice is None


@pytest.mark.no_cover
async def test_a_note_is_shown_below_the_whole_speaker_line(opened):
    async with opened((80, 24)) as at:
        await at.press("n", "n", "n", "n")
        before = lines(at.screen.panes.speaker_line)
        await at.press("h", "a", *"because", "enter")
        assert lines(at.screen.panes.speaker_line)[0] == before[0]
        assert "✎ because" in lines(at.screen.panes.footer)[0] + lines(at.screen.panes.speaker_line)[1]


@pytest.mark.no_cover
@pytest.mark.parametrize("size", [(60, 20), (76, 24), (80, 24), (100, 30), (140, 40), (220, 60)])
async def test_at_every_size_the_rows_fill_the_screen_exactly(opened, size):
    async with opened(size) as at:
        await at.press("n", "n")
        width, height = size
        assert at.body.region.height == at.body.viewport.height == height - 7
        regions = [each.region for each in (at.body, at.screen.panes.minimap, at.screen.panes.sidebar) if each.display]
        assert all(region.right <= width for region in regions)
        assert all(one.right <= other.x for one, other in pairwise(regions))
        assert {len(row) <= width for row in at.shown()} == {True}


async def test_a_resize_keeps_the_cursor_row_in_place(opened):
    async with opened((140, 40)) as at:
        await at.press("space", "j")
        cursor, down = at.reading.cursor, at.body.viewport.row - at.body.viewport.top
        await at.pilot.resize_terminal(80, 40)
        await at.pilot.pause()
        assert at.reading.cursor == cursor
        assert at.body.page_layout.row_at(cursor) - at.body.viewport.top == down


async def test_a_terminal_that_is_too_small_says_so(opened):
    async with opened((80, 24)) as at:
        await at.pilot.resize_terminal(59, 18)
        await at.pilot.pause()
        assert lines(at.screen.panes.too_small)[0] == "terminal too small: needs 60×20"
        await at.pilot.resize_terminal(59, 24)
        await at.pilot.pause()
        assert lines(at.screen.panes.too_small)[0] == "terminal too small: needs 60×20"
        await at.pilot.resize_terminal(60, 20)
        await at.pilot.pause()
        assert not at.screen.panes.too_small.display


async def test_the_drawer_leaves_room_for_the_title_and_for_a_message_of_several_rows(opened):
    async with opened((80, 24)) as at:
        await at.press("n", "2")
        at.screen.panes.footer.show_message(f"exported to /{'folder/' * 20}notes.md")
        await at.pilot.pause()
        panes = at.screen.panes
        assert lines(panes.title_bar)[0].rstrip().endswith("%")
        assert lines(panes.footer)[-1].strip().endswith("notes.md")
        rows = len(panes.footer._message_rows())
        assert rows > 1
        assert (panes.sidebar.region.y, panes.sidebar.region.bottom) == (1, 24 - rows)
        await at.press("j")
        assert panes.sidebar.region.bottom == 23


@pytest.mark.no_cover
async def test_the_drawer_becomes_a_sidebar_on_a_wide_screen(opened):
    async with opened((80, 24)) as at:
        await at.press("2")
        assert at.screen.has_class("-drawer")
        await at.pilot.resize_terminal(140, 40)
        await at.pilot.pause()
        assert not at.screen.has_class("-drawer")
        assert at.screen.panes.sidebar.display

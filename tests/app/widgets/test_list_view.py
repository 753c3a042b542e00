"""A list moves by key and mouse, keeps the selection in sight, and says how many more entries there are."""

import pytest
from rich.segment import Segment
from textual import events
from textual.binding import Binding

from reader.app.rendering.ascii_filter import AsciiFilter
from reader.app.rendering.columns import columns
from reader.app.theming.palette import DARK
from reader.app.viewmodels.row_index import build_row_index
from reader.app.widgets.list_view import ListView
from tests.app.pane_harness import lines, run_pane, style_of


class Numbers(ListView):
    """Entries 0 to 19 of one row each, or of other heights."""

    def __init__(self, heights=(1,) * 20, gap=0):
        super().__init__()
        self.heights, self.gap, self.went, self.came = heights, gap, [], []

    def on_mount(self):
        self.set_rows(build_row_index(self.heights, [self.gap * (at > 0) for at in range(len(self.heights))]))

    def render_entry(self, entry, part, palette, width):
        del palette, width
        return [Segment(f"entry {entry}" + "'" * part)], [Segment("end")]

    def selection_moved(self):
        self.went.append(self.selected)

    def entry_opened(self):
        self.came.append(self.selected)


def shown_list(*args, **kwargs):
    numbers = Numbers(*args, **kwargs)
    return numbers, run_pane(numbers, (30, 10))


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (("j",), 1),
        (("down", "down"), 2),
        (("j", "j", "k"), 1),
        (("up",), 0),
        (("G",), 19),
        (("end", "j"), 19),
        (("G", "g"), 0),
        (("end", "home"), 0),
        (("space",), 8),
        (("pagedown", "pagedown"), 16),
        (("G", "b"), 11),
        (("G", "pageup", "pageup", "pageup"), 0),
    ],
)
async def test_keys_move_the_selection_and_keep_it_in_sight(keys, chosen):
    numbers, app = shown_list()
    async with app as (_, pilot):
        await pilot.press(*keys)
        assert numbers.selected == chosen
        assert any(line.startswith(f"▌entry {chosen} ") for line in lines(numbers))


async def test_each_move_is_reported_once_and_a_key_at_the_end_is_not():
    numbers, app = shown_list()
    async with app as (_, pilot):
        await pilot.press("up", "j", "j", "enter")
        assert (numbers.went, numbers.came) == ([1, 2], [2])


async def test_the_last_row_shows_the_number_of_entries_below():
    numbers, app = shown_list()
    async with app as (_, pilot):
        assert lines(numbers)[-1] == " ↓ 12 more"
        await pilot.press("G")
        assert lines(numbers)[-1].startswith("▌entry 19 ")


async def test_the_heading_shows_the_number_of_entries_above():
    numbers, app = shown_list()
    async with app as (_, pilot):
        await pilot.press("G")
        assert lines(numbers)[0].endswith(" ↑ 11 more")


async def test_without_arrows_the_number_of_entries_above_and_below_has_words():
    numbers, app = shown_list()
    async with app as (running, pilot):
        running.text_filter = AsciiFilter()
        await pilot.press("j")
        assert lines(numbers)[-1] == " 12 more below"
        await pilot.press("G")
        assert lines(numbers)[0].endswith(" 11 more above")


@pytest.mark.parametrize("keys", ["jjjjj", "jjjjjkkk", "G", "Gkkkk"])
async def test_the_first_entry_in_sight_is_never_cut(keys):
    numbers, app = shown_list((2, 3) * 6)
    async with app as (_, pilot):
        await pilot.press(*keys)
        first = lines(numbers)[1]
        assert "'" not in first
        assert any(line.startswith("▌") for line in lines(numbers))


async def test_entries_of_several_rows_come_into_sight_completely():
    numbers, app = shown_list((2,) * 6, gap=1)
    async with app as (_, pilot):
        assert [line.split()[0] if line else "" for line in lines(numbers)][:4] == ["Numbers", "▌entry", "▌entry", ""]
        await pilot.press("j", "j", "j")
        shown = lines(numbers)
        assert [line.split()[:2] for line in shown if line.startswith("▌")] == [["▌entry", "3"], ["▌entry", "3'"]]
        await pilot.press("pagedown")
        assert numbers.selected == 5


async def test_paging_to_a_blank_row_selects_the_entry_after_it():
    numbers, app = shown_list((1,) * 12, gap=1)
    async with app as (_, pilot):
        await pilot.press("j")
        numbers.top = 0
        await pilot.resize_terminal(30, 9)
        await pilot.press("space")
        assert numbers.selected == 5


async def test_a_click_selects_and_a_second_one_opens():
    numbers, app = shown_list()
    async with app as (_, pilot):
        await pilot.click(numbers, offset=(4, 4))
        assert (numbers.selected, numbers.came) == (3, [])
        await pilot.click(numbers, offset=(4, 4))
        assert numbers.came == [3]


async def test_a_first_click_on_a_selected_entry_does_not_open_it():
    numbers, app = shown_list()
    async with app as (_, pilot):
        numbers.select(3)
        await pilot.click(numbers, offset=(4, 4))
        assert numbers.came == []


@pytest.mark.parametrize("y", [0, 9])
async def test_a_click_beside_the_entries_does_nothing(y):
    numbers, app = shown_list((1,) * 3)
    async with app as (_, pilot):
        await pilot.click(numbers, offset=(4, y))
        assert (numbers.went, numbers.came) == ([], [])


async def test_the_wheel_scrolls_and_keeps_the_selection():
    numbers, app = shown_list()
    async with app as (_, pilot):
        numbers.scroll_rows(3)
        assert lines(numbers)[1].startswith(" entry 3 ")
        await pilot._post_mouse_events([events.MouseScrollDown], numbers)
        assert lines(numbers)[1].startswith(" entry 6 ")
        await pilot._post_mouse_events([events.MouseScrollUp], numbers)
        assert (lines(numbers)[1][:9], numbers.selected) == (" entry 3 ", 0)
        numbers.scroll_rows(100)
        assert lines(numbers)[-1].startswith(" entry 19 ")


async def test_a_smaller_terminal_keeps_the_selection_in_sight():
    numbers, app = shown_list()
    async with app as (_, pilot):
        await pilot.press(*"jjjjjj")
        await pilot.resize_terminal(30, 5)
        await pilot.pause()
        assert any(line.startswith("▌entry 6 ") for line in lines(numbers))
        await pilot.resize_terminal(30, 30)
        await pilot.pause()
        assert lines(numbers)[1].startswith(" entry 0 ")


async def test_enter_opens_the_first_entry_if_none_is_selected():
    numbers, app = shown_list()
    async with app as (_, pilot):
        numbers.select(None)
        await pilot.press("enter")
        assert numbers.came == [0]


async def test_an_empty_list_accepts_every_key():
    numbers, app = shown_list(())
    async with app as (_, pilot):
        await pilot.press("j", "k", "g", "G", "space", "b", "enter", "end")
        assert (numbers.selected, numbers.went, numbers.came) == (None, [], [])


async def test_the_selection_ends_when_its_entry_is_gone():
    numbers, app = shown_list()
    async with app as (_, pilot):
        await pilot.press("G")
        numbers.set_rows(build_row_index([1] * 5, [0] * 5))
        assert numbers.selected is None


async def test_the_selected_row_has_its_background_with_and_without_focus():
    numbers, app = shown_list()
    async with app as (_, pilot):
        grounds = [style_of(numbers, 1, "entry 0").bgcolor]
        numbers.screen.set_focus(None)
        await pilot.pause()
        grounds.append(style_of(numbers, 1, "entry 0").bgcolor)
        assert [ground.name for ground in grounds if ground is not None] == [DARK.current.lower()] * 2
        assert lines(numbers)[1].startswith(" entry 0")


async def test_a_list_stands_where_text_would():
    numbers, app = shown_list()
    async with app as (_, pilot):
        numbers.fit(columns(30), above=1)
        await pilot.pause()
        assert (numbers.region.x, numbers.region.y) == (columns(30).start - 1, 1)


def test_every_key_of_a_list_has_an_id_and_a_description():
    keys = [binding for binding in ListView.BINDINGS if isinstance(binding, Binding)]
    assert len(keys) == len(ListView.BINDINGS)
    assert all((binding.id or "").startswith("list.") and binding.description for binding in keys)


@pytest.mark.parametrize(
    ("palette", "mark"),
    [(DARK, " "), (DARK._replace(colourless=True), "▎"), (DARK._replace(current=DARK.page), "▎")],
)
async def test_the_selected_row_has_a_mark_where_its_background_is_not_visible(monkeypatch, palette, mark):
    monkeypatch.setattr("reader.app.widgets.list_view.palette_of", lambda _: palette)
    numbers, app = shown_list()
    async with app as (app, pilot):
        app.set_focus(None)
        numbers.select(3)
        await pilot.pause()
        assert [line[0] for line in lines(numbers)[1:6]] == [" ", " ", " ", mark, " "]

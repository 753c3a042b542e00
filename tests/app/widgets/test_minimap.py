"""The map shows where each voice speaks and what is in sight, and takes clicks."""

from dataclasses import replace
from math import ceil

import pytest

from reader.app.messages import MapMoved
from reader.app.theming.palette import DARK
from reader.app.widgets.minimap import Minimap
from reader.model import Quotation, QuotationKind, Span
from tests.app.pane_harness import ANALYSIS, LOADING, PaneApp, lines, reading, run_pane

HEIGHT = 20


def says(*parts: tuple[int, int, int | None]):
    """A reading in which voices speak from one hundredth of the article to another."""
    quotations = tuple(
        Quotation(at, QuotationKind.DIRECT, (Span(start, end),), voice)
        for at, (start, end, voice) in enumerate(parts, 1)
    )
    return reading(None, analysis=replace(ANALYSIS, quotations=quotations), stops=())


def parts(count, height=100):
    """Where parts of a page begin that shows a character a row."""
    return [ceil(part * height / count) for part in range(count)]


def shown_list(read, *, window=(0.0, 0.25), scale=100):
    quote_map = Minimap()

    def prepare():
        quote_map.set_layout(lambda count: parts(count, scale))
        quote_map.set_visible_range(*window)
        quote_map.show(read)

    return quote_map, run_pane(quote_map, (2, HEIGHT), focus=False, prepare=prepare)


def cell(quote_map, y):
    """The colours of a cell's upper and lower half."""
    style = list(quote_map.render_line(y))[-1].style
    return style.color.name.upper(), style.bgcolor.name.upper()


async def test_a_voice_has_its_colour_where_it_speaks():
    quote_map, run = shown_list(says((0, 10, 1), (50, 60, 2)))
    async with run:
        assert [cell(quote_map, y) for y in (0, 1)] == [(DARK.hue(0), DARK.hue(0))] * 2
        assert cell(quote_map, 2) == (DARK.map_silent, DARK.map_silent)
        assert [cell(quote_map, y) for y in (10, 11)] == [(DARK.off_screen(1), DARK.off_screen(1))] * 2


async def test_a_cell_shows_two_steps():
    quote_map, run = shown_list(says((0, 3, 1)), window=(0, 1))
    async with run:
        assert cell(quote_map, 0) == (DARK.hue(0), DARK.map_silent)


async def test_nested_voices_are_drawn_over_the_voice_that_quotes_them():
    quote_map, run = shown_list(says((0, 50, 1), (20, 30, 2)), window=(0, 1))
    async with run:
        hues = [cell(quote_map, y)[0] for y in range(10)]
        assert hues == [DARK.hue(0)] * 4 + [DARK.hue(1)] * 2 + [DARK.hue(0)] * 4


async def test_the_shortest_word_takes_half_a_cell():
    quote_map, run = shown_list(says((50, 51, 1)), scale=100)
    async with run:
        assert cell(quote_map, 10) == (DARK.off_screen(0), DARK.map_silent)


async def test_a_quotation_without_a_known_speaker_is_not_on_the_map():
    quote_map, run = shown_list(says((0, 50, None)))
    async with run:
        assert cell(quote_map, 0) == (DARK.map_silent, DARK.map_silent)


async def test_only_the_selected_voice_is_coloured_and_it_is_on_top():
    read = says((0, 50, 1), (20, 30, 2))
    quote_map, run = shown_list(replace(read, voice=1))
    async with run:
        assert {cell(quote_map, y)[0] for y in range(10)} == {DARK.hue(0)}
        quote_map.show(replace(read, voice=2))
        assert [cell(quote_map, y)[0] for y in (0, 4)] == [DARK.map_other, DARK.hue(1)]


@pytest.mark.parametrize(
    ("window", "marked"),
    [
        ((0, 0.25), range(5)),
        ((0.5, 0.75), range(10, 15)),
        ((0.999, 1.0), range(19, 20)),
        ((0, 1), range(20)),
        ((0.31, 0.32), range(6, 7)),
    ],
)
async def test_the_part_in_sight_has_a_mark_of_at_least_one_cell(window, marked):
    quote_map, run = shown_list(says((0, 10, 1)), window=window)
    async with run:
        assert [y for y, line in enumerate(lines(quote_map)) if line.startswith("▎")] == list(marked)


async def test_a_scroll_redraws_only_the_cells_that_change():
    quote_map, run = shown_list(says((0, 10, 1)))
    async with run as (_, pilot):
        await pilot.pause()
        drawn: list[int] = []
        quote_map.refresh = lambda *regions, **_: drawn.extend(region.y for region in regions)
        quote_map.set_visible_range(0.05, 0.30)
        quote_map.set_visible_range(0.05, 0.30)
        assert drawn == [0, 5]


async def test_moving_in_the_article_does_not_compute_the_map_again():
    asked = []
    quote_map = Minimap()
    read = says((0, 10, 1), (20, 30, 2))

    def place(count):
        asked.append(count)
        return parts(count)

    def prepare():
        quote_map.set_layout(place)
        quote_map.show(read)

    async with run_pane(quote_map, (2, HEIGHT), focus=False, prepare=prepare):
        lines(quote_map)
        asked.clear()
        quote_map.show(replace(read, cursor=25))
        quote_map.set_visible_range(0.3, 0.6)
        lines(quote_map)
        assert asked == []


async def test_a_new_height_computes_the_map_again():
    quote_map, run = shown_list(says((50, 60, 1)))
    async with run as (_, pilot):
        await pilot.resize_terminal(2, 10)
        await pilot.pause()
        assert cell(quote_map, 5)[0] == DARK.off_screen(0)


async def test_a_press_and_a_drag_go_to_the_place_under_the_pointer():
    quote_map, run = shown_list(says((0, 10, 1)))
    async with run as (app, pilot):
        await pilot.hover(quote_map, offset=(1, 3))
        await pilot.mouse_down(quote_map, offset=(1, 4))
        await pilot.hover(quote_map, offset=(1, 9))
        await pilot.mouse_up(quote_map, offset=(1, 9))
        await pilot.hover(quote_map, offset=(1, 12))
        assert [message.fraction for message in app.messages_of(MapMoved)] == [4.5 / HEIGHT, 9.5 / HEIGHT]


@pytest.mark.parametrize("read", [LOADING, None])
async def test_the_map_is_empty_before_the_analysis(read):
    quote_map = Minimap()

    def prepare():
        if read is not None:
            quote_map.show(read)

    async with run_pane(quote_map, (2, HEIGHT), focus=False, prepare=prepare):
        assert cell(quote_map, 0) == (DARK.map_silent, DARK.map_silent)


@pytest.mark.parametrize(
    ("voice", "rows"), [(None, ["█", "▀", " ", "█"]), (1, ["█", "▀", " ", "░"]), (2, ["░", "░", " ", "█"])]
)
async def test_without_colours_shapes_show_where_voices_speak(monkeypatch, voice, rows):
    monkeypatch.setenv("NO_COLOR", "1")
    quote_map = Minimap()
    read = replace(says((0, 6, 1), (15, 20, 2)), voice=voice)

    def prepare():
        quote_map.set_layout(parts)
        quote_map.show(read)

    app = PaneApp(quote_map, prepare=prepare)
    async with app.run_test(size=(2, HEIGHT)) as pilot:
        await pilot.pause()
        assert [quote_map.render_line(y).text[1] for y in range(4)] == rows

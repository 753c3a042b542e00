"""The viewport: steps, pages, jumps, new layouts."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.app.viewmodels.viewport import Viewport
from reader.text.navigation import Direction

PAGE = Viewport(top=0, row=0, height=12, total=100)


def test_single_steps_bring_the_cursor_to_the_reading_row_and_keep_it_there():
    viewport, seen = PAGE, []
    for _ in range(6):
        viewport = viewport.step(Direction.FORWARD)
        seen.append((viewport.top, viewport.row - viewport.top))
    assert seen == [(1, 1), (2, 2), (3, 3), (4, 4), (5, 4), (6, 4)]


def test_steps_back_bring_it_there_from_below():
    viewport = PAGE._replace(top=50, row=60)
    seen = [(viewport := viewport.step(Direction.BACKWARD)).row - viewport.top for _ in range(8)]
    assert seen == [9, 8, 7, 6, 5, 4, 4, 4]


def test_at_the_ends_of_the_page_only_the_cursor_moves():
    viewport = PAGE._replace(top=88, row=92).step(Direction.FORWARD)
    assert (viewport.top, viewport.row) == (88, 93)
    assert PAGE._replace(row=1).step(Direction.BACKWARD) == PAGE
    assert PAGE._replace(top=88, row=99).step(Direction.FORWARD).row == 99


def test_paging_moves_the_cursor_and_ends_at_the_last_row():
    viewport = PAGE._replace(row=4).move(10)
    assert (viewport.top, viewport.row) == (10, 14)
    viewport = PAGE._replace(top=85, row=89).move(10)
    assert (viewport.top, viewport.row) == (88, 92)
    assert viewport.move(10).row == 99
    assert PAGE.move(-10) == PAGE


def test_scrolling_moves_the_cursor_only_to_keep_it_in_sight():
    viewport = PAGE._replace(top=10, row=15)
    assert (viewport.scroll(3).top, viewport.scroll(3).row) == (13, 15)
    assert (viewport.scroll(9).top, viewport.scroll(9).row) == (19, 19)
    assert (viewport.scroll(-9).top, viewport.scroll(-9).row) == (1, 12)


def test_the_ends():
    assert PAGE.to_end(Direction.FORWARD) == PAGE._replace(top=88, row=99)
    assert PAGE._replace(top=30, row=33).to_end(Direction.BACKWARD) == PAGE


@pytest.mark.parametrize(
    ("top", "first", "last", "expected"),
    [
        (10, 12, 14, 10),
        (10, 11, 20, 10),
        (10, 10, 12, 6),
        (10, 20, 22, 16),
        (10, 50, 52, 46),
        (10, 50, 58, 48),
        (10, 50, 80, 49),
        (0, 0, 3, 0),
        (10, 1, 3, 0),
        (10, 98, 99, 88),
        (88, 95, 99, 88),
    ],
)
def test_revealing_scrolls_as_little_as_needed_and_shows_the_start_of_long_spans(top, first, last, expected):
    viewport = PAGE._replace(top=top, row=top).reveal(first, last)
    assert (viewport.top, viewport.row) == (expected, first)


def test_jumping_brings_a_row_to_the_reading_row():
    assert PAGE.jump_to(50) == PAGE._replace(top=46, row=50)
    assert PAGE.jump_to(99) == PAGE._replace(top=88, row=99)
    assert PAGE.jump_to(1) == PAGE._replace(row=1)


def test_a_new_layout_keeps_the_line_at_its_place():
    assert PAGE._replace(top=40, row=45).resized(12, 300, 130) == Viewport(125, 130, 12, 300)
    assert PAGE._replace(top=40, row=51).resized(6, 100, 51) == Viewport(46, 51, 6, 100)
    assert PAGE._replace(top=0, row=3).resized(12, 100, 1) == Viewport(0, 1, 12, 100)


@pytest.mark.parametrize(
    ("quotation", "top"),
    [
        (range(50, 53), 45),  # in sight: the line keeps its place
        (range(50, 60), 48),  # the end would be below the screen
        (range(50, 62), 50),  # as many rows as the screen
        (range(50, 63), 45),  # more rows than the screen
        (range(40, 52), 40),  # the beginning would be above the screen
    ],
)
def test_a_new_layout_keeps_the_current_quotation_in_sight_near_its_old_place(quotation, top):
    assert PAGE._replace(top=40, row=45).resized(12, 300, 50, quotation) == Viewport(top, 50, 12, 300)


def test_the_cursor_snaps_to_a_row_that_can_hold_it():
    assert PAGE.snap(Direction.FORWARD, lambda row: row >= 3).row == 3
    assert PAGE._replace(row=5).snap(Direction.BACKWARD, lambda row: row in {2, 7}).row == 2
    assert PAGE._replace(row=1).snap(Direction.BACKWARD, lambda row: row >= 3).row == 3
    assert PAGE.snap(Direction.FORWARD, lambda _: False) == PAGE


VIEWPORTS = st.builds(
    lambda total, height, top, row: (
        Viewport(min(top, max(0, total - height)), 0, height, total).scroll(0).reveal(row, row)
        if row < total
        else Viewport(0, 0, height, total)
    ),
    total=st.integers(1, 60),
    height=st.integers(1, 30),
    top=st.integers(0, 60),
    row=st.integers(0, 60),
)
MOVES = st.sampled_from(["step", "move", "scroll", "to_end", "reveal", "jump_to", "resized"])


@given(VIEWPORTS, MOVES, st.sampled_from(Direction), st.integers(0, 59))
def test_the_cursor_is_always_in_sight_and_the_page_never_ends_early(viewport, move, way, number):
    match move:
        case "step" | "to_end":
            after = getattr(viewport, move)(way)
        case "move" | "scroll":
            after = getattr(viewport, move)(way * number)
        case "reveal" | "jump_to":
            row = min(number, viewport.total - 1)
            after = (
                viewport.jump_to(row) if move == "jump_to" else viewport.reveal(row, min(row + 3, viewport.total - 1))
            )
        case _:
            after = viewport.resized(number, viewport.total, viewport.row)
    assert 0 <= after.top <= after.last_top
    assert after.top <= after.row < after.top + after.height
    assert after.row < after.total


@given(VIEWPORTS, st.sampled_from(Direction))
def test_every_step_changes_something_until_the_end_is_reached(viewport, way):
    assume(viewport.row != (viewport.total - 1 if way is Direction.FORWARD else 0))
    assert viewport.step(way) != viewport

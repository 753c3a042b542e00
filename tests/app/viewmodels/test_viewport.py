"""What of a page is in sight: steps, pages, jumps, new layouts."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.app.viewmodels.viewport import Viewport
from reader.text.navigation import Direction

PAGE = Viewport(top=0, row=0, height=12, total=100)


def test_single_steps_bring_the_cursor_to_the_rest_row_and_keep_it_there():
    eye, seen = PAGE, []
    for _ in range(6):
        eye = eye.step(Direction.FORWARD)
        seen.append((eye.top, eye.row - eye.top))
    assert seen == [(1, 1), (2, 2), (3, 3), (4, 4), (5, 4), (6, 4)]


def test_steps_back_bring_it_there_from_below():
    eye = PAGE._replace(top=50, row=60)
    seen = [(eye := eye.step(Direction.BACKWARD)).row - eye.top for _ in range(8)]
    assert seen == [9, 8, 7, 6, 5, 4, 4, 4]


def test_where_the_page_ends_the_cursor_goes_on_alone():
    eye = PAGE._replace(top=88, row=92).step(Direction.FORWARD)
    assert (eye.top, eye.row) == (88, 93)
    assert PAGE._replace(row=1).step(Direction.BACKWARD) == PAGE
    assert PAGE._replace(top=88, row=99).step(Direction.FORWARD).row == 99


def test_a_page_moves_the_cursor_with_it_and_at_the_end_to_the_last_row():
    eye = PAGE._replace(row=4).shift(10)
    assert (eye.top, eye.row) == (10, 14)
    eye = PAGE._replace(top=85, row=89).shift(10)
    assert (eye.top, eye.row) == (88, 92)
    assert eye.shift(10).row == 99
    assert PAGE.shift(-10) == PAGE


def test_the_wheel_moves_the_page_and_carries_the_cursor_only_to_keep_it_in_sight():
    eye = PAGE._replace(top=10, row=15)
    assert (eye.roll(3).top, eye.roll(3).row) == (13, 15)
    assert (eye.roll(9).top, eye.roll(9).row) == (19, 19)
    assert (eye.roll(-9).top, eye.roll(-9).row) == (1, 12)


def test_the_ends():
    assert PAGE.end(Direction.FORWARD) == PAGE._replace(top=88, row=99)
    assert PAGE._replace(top=30, row=33).end(Direction.BACKWARD) == PAGE


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
def test_a_jump_moves_no_further_than_it_must_and_shows_the_start_of_what_does_not_fit(top, first, last, expected):
    eye = PAGE._replace(top=top, row=top).bring(first, last)
    assert (eye.top, eye.row) == (expected, first)


def test_aiming_brings_a_row_to_the_rest_row():
    assert PAGE.aim(50) == PAGE._replace(top=46, row=50)
    assert PAGE.aim(99) == PAGE._replace(top=88, row=99)
    assert PAGE.aim(1) == PAGE._replace(row=1)


def test_a_new_layout_keeps_the_line_at_its_place_in_sight():
    assert PAGE._replace(top=40, row=45).fit(12, 300, 130) == Viewport(125, 130, 12, 300)
    assert PAGE._replace(top=40, row=51).fit(6, 100, 51) == Viewport(46, 51, 6, 100)
    assert PAGE._replace(top=0, row=3).fit(12, 100, 1) == Viewport(0, 1, 12, 100)


def test_the_cursor_settles_where_it_can_stand():
    assert PAGE.settle(Direction.FORWARD, lambda row: row >= 3).row == 3
    assert PAGE._replace(row=5).settle(Direction.BACKWARD, lambda row: row in {2, 7}).row == 2
    assert PAGE._replace(row=1).settle(Direction.BACKWARD, lambda row: row >= 3).row == 3
    assert PAGE.settle(Direction.FORWARD, lambda _: False) == PAGE


EYES = st.builds(
    lambda total, height, top, row: (
        Viewport(min(top, max(0, total - height)), 0, height, total).roll(0).bring(row, row)
        if row < total
        else Viewport(0, 0, height, total)
    ),
    total=st.integers(1, 60),
    height=st.integers(1, 30),
    top=st.integers(0, 60),
    row=st.integers(0, 60),
)
MOVES = st.sampled_from(["step", "shift", "roll", "end", "bring", "aim", "fit"])


@given(EYES, MOVES, st.sampled_from(Direction), st.integers(0, 59))
def test_the_cursor_is_always_in_sight_and_the_page_never_ends_early(eye, move, way, number):
    match move:
        case "step" | "end":
            after = getattr(eye, move)(way)
        case "shift" | "roll":
            after = getattr(eye, move)(way * number)
        case "bring" | "aim":
            row = min(number, eye.total - 1)
            after = eye.aim(row) if move == "aim" else eye.bring(row, min(row + 3, eye.total - 1))
        case _:
            after = eye.fit(number, eye.total, eye.row)
    assert 0 <= after.top <= after.last_top
    assert after.top <= after.row < after.top + after.height
    assert after.row < after.total


@given(EYES, st.sampled_from(Direction))
def test_every_step_changes_something_until_the_end_is_reached(eye, way):
    assume(eye.row != (eye.total - 1 if way is Direction.FORWARD else 0))
    assert eye.step(way) != eye

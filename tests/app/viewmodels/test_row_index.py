"""Entries stack in rows, and scrolling brings one into sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.viewmodels.row_index import EntryRow, RowIndex, build_row_index

HEIGHTS = st.lists(st.integers(1, 4), min_size=1, max_size=30)


def gapped(heights, gap=1):
    return build_row_index(heights, [gap * (at > 0) for at in range(len(heights))])


@given(HEIGHTS, st.integers(0, 2))
def test_every_row_belongs_to_one_entry_or_to_none(heights, gap):
    stack = gapped(heights, gap)
    rows = [stack.entry_at(row) for row in range(stack.row_count)]
    assert [place for place in rows if place is not None] == [
        (entry, part) for entry, height in enumerate(heights) for part in range(height)
    ]
    assert rows.count(None) == gap * (len(heights) - 1)
    assert stack.entry_at(stack.row_count) is None


@given(HEIGHTS, st.integers(0, 2), st.data())
def test_opening_an_entry_is_the_same_as_stacking_anew(heights, gap, data):
    entry = data.draw(st.integers(0, len(heights) - 1))
    height = data.draw(st.integers(1, 4))
    inside = data.draw(st.integers(0, 5))
    blanks = [gap * (at > 0) for at in range(len(heights))]
    anew = build_row_index(
        [*heights[:entry], height, *[1] * inside, *heights[entry + 1 :]],
        [*blanks[: entry + 1], *[0] * inside, *blanks[entry + 1 :]],
    )
    assert gapped(heights, gap).with_children(entry, height, inside) == anew


@given(HEIGHTS, st.integers(0, 2), st.integers(6, 20), st.data())
def test_what_is_brought_into_sight_is_in_sight_whole(heights, gap, room, data):
    stack = gapped(heights, gap)
    entry = data.draw(st.integers(0, len(heights) - 1))
    top = stack.scroll_top(data.draw(st.integers(0, stack.row_count)), entry, room)
    last = top + room - (1 if top + room < stack.row_count else 0)
    assert top <= stack.first_rows[entry]
    assert stack.end_row(entry) <= last
    place = stack.entry_at(top)
    assert place is None or place.part == 0


@given(HEIGHTS, st.integers(6, 20), st.data())
def test_nothing_scrolls_that_is_in_sight_already(heights, room, data):
    stack = gapped(heights, 0)
    entry = data.draw(st.integers(0, len(heights) - 1))
    top = stack.scroll_top(0, entry, room)
    assert stack.scroll_top(top, entry, room) == top


@given(HEIGHTS, st.integers(0, 2), st.data())
def test_entries_above_in_sight_and_below_are_all_of_them(heights, gap, data):
    stack = gapped(heights, gap)
    row = data.draw(st.integers(0, stack.row_count - 1))
    cut = stack.entry_at(row)
    assert stack.count_above(row) + stack.count_below(row) == stack.count + (cut is not None and cut.part > 0)


@pytest.mark.parametrize(("row", "entry"), [(0, 0), (1, 0), (2, 1), (3, 1), (5, 1), (99, 1)])
def test_a_blank_row_leads_to_the_entry_after_it(row, entry):
    assert gapped([2, 2]).entry_from(row) == entry


def test_an_empty_stack_has_nothing():
    assert (RowIndex().entry_at(0), RowIndex().count, RowIndex().scroll_top(3, None, 5), RowIndex().count_below(0)) == (
        None,
        0,
        0,
        0,
    )


def test_a_place_is_an_entry_and_a_row_of_it():
    assert gapped([2, 2]).entry_at(4) == EntryRow(1, 1)

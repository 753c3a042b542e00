"""Entries of a list in rows, and scrolling to one."""

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
def test_with_children_equals_building_the_index_again(heights, gap, data):
    entry = data.draw(st.integers(0, len(heights) - 1))
    height = data.draw(st.integers(1, 4))
    inside = data.draw(st.integers(0, 5))
    each = data.draw(st.integers(1, 3))
    blanks = [gap * (at > 0) for at in range(len(heights))]
    anew = build_row_index(
        [*heights[:entry], height, *[each] * inside, *heights[entry + 1 :]],
        [*blanks[: entry + 1], *[0] * inside, *blanks[entry + 1 :]],
    )
    assert gapped(heights, gap).with_children(entry, height, inside, each) == anew


@given(HEIGHTS, st.integers(0, 2), st.integers(6, 20), st.data())
def test_a_revealed_entry_is_completely_in_sight(heights, gap, room, data):
    stack = gapped(heights, gap)
    entry = data.draw(st.integers(0, len(heights) - 1))
    top = stack.scroll_top(data.draw(st.integers(0, stack.row_count)), entry, room)
    last = top + room - (1 if top + room < stack.row_count else 0)
    assert top <= stack.first_rows[entry]
    assert stack.end_row(entry) <= last
    place = stack.entry_at(top)
    assert place is None or place.part == 0


@given(HEIGHTS, st.integers(6, 20), st.data())
def test_an_entry_in_sight_is_not_scrolled(heights, room, data):
    stack = gapped(heights, 0)
    entry = data.draw(st.integers(0, len(heights) - 1))
    top = stack.scroll_top(0, entry, room)
    assert stack.scroll_top(top, entry, room) == top


@given(HEIGHTS, st.integers(0, 2), st.data())
def test_every_entry_is_above_in_sight_or_below(heights, gap, data):
    stack = gapped(heights, gap)
    row = data.draw(st.integers(0, stack.row_count - 1))
    cut = stack.entry_at(row)
    assert stack.count_above(row) + stack.count_below(row) == stack.count + (cut is not None and cut.part > 0)


@pytest.mark.parametrize(("row", "entry"), [(0, 0), (1, 0), (2, 1), (3, 1), (5, 1), (99, 1)])
def test_entry_from_a_blank_row_is_the_next_entry(row, entry):
    assert gapped([2, 2]).entry_from(row) == entry


def test_an_empty_index_has_no_entries():
    assert (RowIndex().entry_at(0), RowIndex().count, RowIndex().scroll_top(3, None, 5), RowIndex().count_below(0)) == (
        None,
        0,
        0,
        0,
    )


def test_an_entry_row_names_its_entry_and_part():
    assert gapped([2, 2]).entry_at(4) == EntryRow(1, 1)

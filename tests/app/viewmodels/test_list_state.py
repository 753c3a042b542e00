"""The state of a list: moving, paging, scrolling, and keeping the selection."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.viewmodels.list_state import ListState
from reader.app.viewmodels.row_index import build_row_index

ROWS = build_row_index([1] * 20, [0] * 20)
STATES = st.builds(
    lambda heights, selected: ListState(
        build_row_index(heights, [0] * len(heights)),
        selected if selected is not None and selected < len(heights) else None,
    ),
    st.lists(st.integers(1, 3), max_size=20),
    st.none() | st.integers(0, 19),
)


@pytest.mark.parametrize(
    ("selected", "by", "expected"), [(None, 1, 0), (None, -1, 19), (0, -1, 0), (3, 2, 5), (19, 1, 19)]
)
def test_moving_stays_within_the_list(selected, by, expected):
    assert ListState(ROWS, selected).move(by, 5).selected == expected


@pytest.mark.parametrize(("by", "expected"), [(-1, 0), (1, 19)])
def test_the_ends(by, expected):
    assert ListState(ROWS, 7).to_end(by, 5).selected == expected


def test_a_page_is_one_entry_less_than_is_visible():
    assert ListState(ROWS, 0).page(1, 5).selected == 4
    assert ListState(ROWS, 19).page(-1, 5).selected == 15


def test_scrolling_keeps_the_selection_and_ends_at_the_last_row():
    state = ListState(ROWS, 0).scroll(100, 5)
    assert (state.selected, state.top) == (0, 15)


@pytest.mark.parametrize(("count", "expected"), [(20, 7), (8, 7), (7, None)])
def test_other_rows_keep_the_selection_if_there_is_such_an_entry(count, expected):
    state = ListState(ROWS, 7).with_rows(build_row_index([1] * count, [0] * count))
    assert state.selected == expected


def test_nothing_can_be_selected_in_an_empty_list():
    empty = ListState()
    assert (empty.move(1, 5), empty.page(1, 5), empty.to_end(1, 5)) == (empty, empty, empty)


@given(STATES, st.sampled_from(["move", "page", "to_end"]), st.sampled_from([-1, 1]), st.integers(4, 12))
def test_the_first_row_of_the_selected_entry_is_in_sight_after_every_key(state, key, by, height):
    after = getattr(state, key)(by, height)
    if after.selected is not None:
        assert after.top <= after.rows.first_rows[after.selected] < after.top + height

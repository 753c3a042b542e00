"""The columns of the screen add up at any width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.rendering.columns import GUTTER, TEXT_MAX, columns


@pytest.mark.parametrize(
    ("width", "drawn"),
    [(140, (2, 76, 3, 48, 2)), (100, (1, 55, 3, 31, 1)), (80, (1, 69, 2, 0, 1)), (60, (1, 49, 2, 0, 1))],
)
def test_known_sizes_have_the_designed_columns(width, drawn):
    shared = columns(width)
    assert (shared.left, shared.text, shared.gap, shared.sidebar, shared.right) == drawn


@given(st.integers(60, 400), st.booleans())
def test_columns_add_up_to_the_width_of_the_terminal(width, alone):
    shared = columns(width, alone=alone)
    assert (
        shared.left + GUTTER + shared.text + shared.gap + 2 + shared.space + shared.sidebar + shared.right
        == shared.width
        == width
    )
    assert shared.text <= TEXT_MAX
    assert shared.body == shared.left + GUTTER + shared.text + shared.gap


@given(st.integers(60, 399))
def test_a_wider_terminal_never_has_narrower_text_except_where_the_sidebar_appears(width):
    if width + 1 != 100:
        assert columns(width + 1).text >= columns(width).text


@pytest.mark.parametrize(("width", "drawer"), [(99, 52), (76, 52), (75, 75), (60, 60)])
def test_the_drawer_fills_a_terminal_too_narrow_for_it(width, drawer):
    assert columns(width).drawer == drawer


def test_spare_width_goes_to_both_margins():
    wide = columns(240)
    assert (wide.text, wide.sidebar, wide.gap) == (76, 48, 3)
    assert abs(wide.left - wide.right) <= 1


@pytest.mark.parametrize(
    ("width", "content", "sidebar"), [(200, 40, 48), (200, 66, 66), (200, 999, 78), (140, 66, 48), (100, 66, 31)]
)
def test_a_sidebar_grows_to_its_content_into_the_right_margin(width, content, sidebar):
    grown, usual = columns(width, content=content), columns(width)
    assert (grown.sidebar, grown.width) == (sidebar, width)
    assert (grown.start, grown.text) == (usual.start, usual.text)
    assert grown.right == usual.right - (sidebar - usual.sidebar) >= 1


def test_the_smallest_terminal_still_has_a_column_for_text():
    assert columns(3).text == 1

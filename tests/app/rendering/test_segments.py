"""Rows are as wide as they are asked to be, and text in them is never markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment

from reader.app.rendering.segments import ink, joined, row

TEXTS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=30)


@given(TEXTS, TEXTS, st.integers(0, 80))
def test_a_row_has_its_width_whatever_stands_in_it(left, right, width):
    assert row([Segment(left)], [Segment(right)], width, ink()).cell_length == width


@pytest.mark.parametrize("text", ["[Source]", "[/]", "[bold red]x", "[@click=app.quit]q[/]"])
def test_brackets_stand_as_they_are(text):
    assert row([Segment(text)], [], 40, ink()).text.rstrip() == text


def test_the_ground_lies_under_what_has_none_of_its_own():
    strip = row([Segment("a", ink("#FF0000")), Segment("b", ink(on="#00FF00"))], [], 4, ink(on="#0000FF"))
    grounds = [
        piece.style.bgcolor.name for piece in strip if piece.style is not None and piece.style.bgcolor is not None
    ]
    assert grounds == ["#0000ff", "#00ff00", "#0000ff"]


def test_empty_groups_leave_no_space_behind():
    pieces = joined([[Segment("a")], [], [Segment("b"), Segment("c")]], "  ")
    assert "".join(piece.text for piece in pieces) == "a  bc"

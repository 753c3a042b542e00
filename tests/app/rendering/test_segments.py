"""Strips have the width that was asked for, and text in them is never markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment

from reader.app.rendering.segments import join_groups, make_strip, make_style

TEXTS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=30)


@given(TEXTS, TEXTS, st.integers(0, 80))
def test_a_strip_has_its_width_whatever_it_holds(left, right, width):
    assert make_strip([Segment(left)], [Segment(right)], width, make_style()).cell_length == width


@pytest.mark.parametrize("text", ["[Source]", "[/]", "[bold red]x", "[@click=app.quit]q[/]"])
def test_brackets_are_not_markup(text):
    assert make_strip([Segment(text)], [], 40, make_style()).text.rstrip() == text


def test_the_background_is_under_segments_without_their_own():
    strip = make_strip(
        [Segment("a", make_style("#FF0000")), Segment("b", make_style(background="#00FF00"))],
        [],
        4,
        make_style(background="#0000FF"),
    )
    grounds = [
        piece.style.bgcolor.name for piece in strip if piece.style is not None and piece.style.bgcolor is not None
    ]
    assert grounds == ["#0000ff", "#00ff00", "#0000ff"]


def test_empty_groups_add_no_space():
    pieces = join_groups([[Segment("a")], [], [Segment("b"), Segment("c")]], "  ")
    assert "".join(piece.text for piece in pieces) == "a  bc"

"""The part of a text around what was searched for fits into a row, with its marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.text.plain_view import cell_width
from reader.text.snippets import snippet

TEXT = "The council said on Monday that the weir at Holm will be shut for good, and nobody was asked about it."


def marked(text, word, cells):
    at = text.index(word)
    shown, marks = snippet(text, [Span(at, at + len(word))], cells)
    return shown, [mark.of(shown) for mark in marks]


@pytest.mark.parametrize(
    ("word", "cells", "shown"),
    [
        ("council", 40, "The council said on Monday that the…"),
        ("weir", 40, "…that the weir at Holm will be shut for…"),
        ("asked", 40, "…nobody was asked about it."),
        ("council", 200, TEXT),
    ],
)
def test_a_snippet_is_cut_between_words_around_the_first_mark(word, cells, shown):
    assert marked(TEXT, word, cells) == (shown, [word])


def test_text_without_spaces_is_cut_anywhere():
    shown, marks = marked("水" * 60 + "大坝" + "水" * 60, "大坝", 30)
    assert marks == ["大坝"]
    assert cell_width(shown) <= 30


@given(st.text(max_size=60), st.integers(0, 40), st.integers(0, 30), st.integers(1, 30))
def test_a_snippet_fits_and_its_marks_are_in_it(text, start, length, cells):
    marks = [Span(min(start, len(text)), min(start + length, len(text)))]
    shown, kept = snippet(text, marks, cells)
    assert cell_width(shown) <= cells
    assert all(0 <= mark.start <= mark.end <= len(shown) for mark in kept)

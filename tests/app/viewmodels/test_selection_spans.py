"""Words, sentences and paragraphs that keys and mouse select."""

from dataclasses import replace

import pytest

from reader.app.viewmodels.selection_spans import span_boundary, span_of_clicks, word_at, word_boundary
from reader.model import Span
from reader.text.navigation import Direction
from tests.app.pane_harness import ARTICLE


@pytest.mark.parametrize(
    ("offset", "word"),
    [(0, "don’t"), (4, "don’t"), (5, ","), (7, "well-known"), (18, "wall"), (22, "")],
)
def test_a_word_includes_apostrophes_and_hyphens(offset, word):
    assert word_at("don’t, well-known wall", offset).of("don’t, well-known wall") == word


@pytest.mark.parametrize(
    ("offset", "way", "there"),
    [
        (0, Direction.FORWARD, 5),
        (2, Direction.FORWARD, 5),
        (5, Direction.FORWARD, 17),
        (22, Direction.FORWARD, 22),
        (22, Direction.BACKWARD, 18),
        (18, Direction.BACKWARD, 7),
        (0, Direction.BACKWARD, 0),
    ],
)
def test_word_boundaries_are_ends_forward_and_starts_back(offset, way, there):
    assert word_boundary("don’t, well-known wall", offset, way) == there


def test_beyond_the_last_span_there_is_no_boundary():
    parts = (Span(0, 4), Span(5, 9))
    assert [span_boundary(parts, at, Direction.FORWARD) for at in (0, 4, 9)] == [4, 9, None]
    assert [span_boundary(parts, at, Direction.BACKWARD) for at in (9, 5, 0)] == [5, 0, None]


@pytest.mark.parametrize("times", [2, 3])
def test_between_two_paragraphs_there_is_nothing_to_select(times):
    end = ARTICLE.blocks[1].span.end
    assert span_of_clicks(ARTICLE, end, times) is None
    assert span_of_clicks(ARTICLE, end - 1, times) is not None


def test_one_click_selects_nothing():
    assert span_of_clicks(ARTICLE, 3, 1) is None
    assert span_of_clicks(replace(ARTICLE, blocks=()), 3, 2) is None

"""What is current at the cursor, as it moves and as the analysis arrives."""

from dataclasses import replace

import pytest
from rich.cells import split_graphemes

from reader.app.viewmodels.cursor import at_row, with_analysis, with_current_in
from reader.model import Span
from reader.text.layout import lay_out
from reader.text.navigation import Direction
from tests.app.pane_harness import ANALYSIS, ARTICLE, LOADING, STOPS, TEXT, reading

PAGE = lay_out(ARTICLE, 60, split_graphemes)


def test_the_analysis_makes_the_quotation_at_the_cursor_current():
    offset = TEXT.index("Both sides")
    known = with_analysis(replace(LOADING, cursor=offset), ANALYSIS)
    assert (known.cursor, known.stop, known.claim) == (offset, 3, 4)
    assert known.stops == STOPS


def test_between_paragraphs_nothing_is_current():
    blank = PAGE.row(PAGE.row_at(STOPS[1].start) - 1)
    there = at_row(replace(reading(0), claim=1), blank)
    assert (there.stop, there.claim) == (None, None)
    text = PAGE.row(PAGE.row_at(TEXT.index("Tomas Adeyemi")))
    assert at_row(reading(2), text).stop is None


@pytest.mark.parametrize(("side", "current"), [(Direction.BACKWARD, 1), (Direction.FORWARD, 2)])
def test_between_two_paragraphs_of_a_quotation_it_is_current(side, current):
    one, other = STOPS[1], STOPS[2]
    assert one.quotation == other.quotation
    blank = PAGE.row(PAGE.row_at(other.start) - 1)
    assert at_row(reading(None), blank, side).stop == current


def test_without_an_analysis_only_the_cursor_moves():
    there = at_row(LOADING, PAGE.row(4))
    assert (there.cursor, there.stop) == (PAGE.row(4).start, None)
    assert with_current_in(LOADING, Span(0, 5)) == LOADING

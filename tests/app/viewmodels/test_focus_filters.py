"""Focus filters, and where reading begins under them."""

from dataclasses import replace

import pytest

from reader.app.viewmodels.focus_filters import filter_by_thread, filter_by_voice, to_first_shown
from reader.model import Span
from tests.app.pane_harness import ANALYSIS, STOPS, reading


@pytest.mark.parametrize(
    ("cursor", "goes"),
    [(0, STOPS[3].start), (STOPS[3].start + 4, STOPS[3].start + 4), (STOPS[-1].start, STOPS[3].start)],
)
def test_reading_begins_at_the_cursor_else_further_on_else_at_the_first(cursor, goes):
    there = replace(reading(None), cursor=cursor, focus_filter=filter_by_voice(reading(), 2))
    to = to_first_shown(there).target
    assert to is not None
    assert to.start == goes


def test_a_filter_knows_its_spans_and_the_number_at_an_offset():
    followed = filter_by_voice(reading(), 1)
    assert followed.shows(STOPS[0].span)
    assert followed.shows(Span(STOPS[0].start, STOPS[0].start))
    assert not followed.shows(STOPS[-1].span)
    assert [followed.number_at(stop.start) for stop in STOPS[:3]] == [1, 2, 3]
    assert filter_by_thread(reading(), 2).spans == tuple(ANALYSIS.claim(id_).span for id_ in (5, 6))

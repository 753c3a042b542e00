"""The one coordinate system."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import RelationKind, Span, enclosing

BOUNDS = st.integers(0, 500)
SPANS = st.tuples(BOUNDS, BOUNDS).map(lambda pair: Span(min(pair), max(pair)))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_reversed_or_negative_bounds_are_refused(start, end):
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_a_span_slices_its_text():
    assert Span(4, 9).of("the river rose") == "river"
    assert len(Span(4, 9)) == 5


def test_an_empty_span_is_a_position_and_is_true():
    place = Span(3, 3)
    assert place
    assert len(place) == 0
    assert not place.covers(3)


def test_a_span_moves_with_its_text():
    assert Span(4, 9).shifted(10) == Span(14, 19)


@given(SPANS, SPANS)
def test_two_spans_overlap_exactly_when_they_share_a_character(a, b):
    assert a.overlaps(b) == bool(set(range(a.start, a.end)) & set(range(b.start, b.end)))


@given(SPANS, SPANS)
def test_the_enclosing_span_contains_its_parts_and_touches_their_ends(a, b):
    whole = enclosing((a, b))
    assert whole.contains(a)
    assert whole.contains(b)
    assert whole.start in {a.start, b.start}
    assert whole.end in {a.end, b.end}


@given(SPANS, BOUNDS)
def test_a_span_covers_the_offsets_it_is_made_of(span, offset):
    assert span.covers(offset) == (offset in range(span.start, span.end))


@pytest.mark.parametrize(
    ("kind", "sign"),
    [
        (RelationKind.SUPPORTS, "+"),
        (RelationKind.EVIDENCE, "+"),
        (RelationKind.DISPUTES, "-"),
        (RelationKind.QUALIFIES, "-"),
    ],
)
def test_a_relation_is_for_or_against(kind, sign):
    assert kind.sign == sign

"""Which highlight a key acts on."""

from dataclasses import replace

from reader.app.viewmodels.highlight_lookup import highlight_here
from reader.model import Highlight, Span
from tests.app.pane_harness import STOPS, reading, span

BLOCK = STOPS[2].span


def highlight(name, *spans):
    return Highlight(name, "made", spans, "", "", "", "2031-05-04", "2031-05-04")


def test_the_highlight_here_is_at_the_cursor_else_in_the_quotation_else_on_the_row():
    kept = (highlight("elsewhere", span("Eight")), highlight("part", span("Nobody wants")), highlight("whole", BLOCK))
    row = Span(BLOCK.start, BLOCK.start + 50)

    def here(read, row=row):
        found = highlight_here(read, row)
        return found and found.id

    assert here(reading(3, highlights=kept[:2])) == "part"
    assert here(reading(3, highlights=kept)) == "whole"
    aside = replace(reading(3, highlights=kept[:2]), stop=None)
    assert here(aside) is None
    assert here(aside, span("Eight hours")) == "elsewhere"


def test_a_highlight_of_a_nested_quotation_belongs_to_its_voice():
    outer, inner = STOPS[2], STOPS[3]
    assert outer.span.contains(inner.span)
    assert outer.voice != inner.voice
    kept = (highlight("inner", *inner.spans),)
    row = Span(BLOCK.start, BLOCK.start + 50)
    assert highlight_here(reading(2, highlights=kept), row) is None
    assert highlight_here(reading(3, highlights=kept), row) == kept[0]
    mine = (*kept, highlight("part", Span(outer.span.end - 8, outer.span.end)))
    assert highlight_here(reading(2, highlights=mine), row) == mine[1]

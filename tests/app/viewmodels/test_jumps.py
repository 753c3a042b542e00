"""From one moment of reading to the next."""

from dataclasses import replace

import pytest
from rich.cells import split_graphemes

from reader.app.viewmodels.jumps import (
    JUMPS,
    analysed,
    by_voice,
    highlight_here,
    links_in,
    on_row,
    over,
    to_claim,
    to_offset,
    to_stop,
    to_voice,
)
from reader.model import Analysis, Article, Highlight, Mark, MarkKind, Span
from reader.text.layout import lay_out
from reader.text.navigation import Way
from tests.app.pane_harness import ANALYSIS, ARTICLE, LOADING, STOPS, TEXT, reading, span

BLOCK = STOPS[2].span
PAGE = lay_out(ARTICLE, 60, split_graphemes)


def said_at(read):
    assert read.stop is not None
    return STOPS[read.stop]


def test_when_the_engine_has_finished_what_is_said_at_the_cursor_is_known():
    offset = TEXT.index("Both sides")
    known = analysed(replace(LOADING, cursor=offset), ANALYSIS)
    assert (known.cursor, known.stop, known.claim) == (offset, 3, 4)
    assert known.stops == STOPS


def test_between_paragraphs_nobody_speaks_and_nothing_is_claimed():
    blank = PAGE.row(PAGE.row_at(STOPS[1].start) - 1)
    there = on_row(replace(reading(0), claim=1), blank)
    assert (there.stop, there.claim) == (None, None)
    text = PAGE.row(PAGE.row_at(TEXT.index("Tomas Adeyemi")))
    assert on_row(reading(2), text).stop is None


@pytest.mark.parametrize(("side", "current"), [(Way.BACK, 1), (Way.ON, 2)])
def test_between_two_paragraphs_of_one_quotation_it_is_current(side, current):
    one, other = STOPS[1], STOPS[2]
    assert one.quotation == other.quotation
    blank = PAGE.row(PAGE.row_at(other.start) - 1)
    assert on_row(reading(None), blank, side).stop == current


def test_without_an_analysis_only_the_cursor_moves():
    there = on_row(LOADING, PAGE.row(4))
    assert (there.cursor, there.stop) == (PAGE.row(4).start, None)
    assert over(LOADING, Span(0, 5)) == LOADING


def test_a_jump_to_a_stop_takes_its_claim_along():
    jump = to_stop(reading(None), 3)
    assert (jump.reading.cursor, jump.reading.stop, jump.reading.claim) == (STOPS[3].start, 3, 4)
    assert jump.to == STOPS[3].span


def test_a_jump_to_a_claim_goes_to_its_holders_words_and_to_no_others():
    nested = to_claim(reading(None), ANALYSIS.claim(5)).reading
    assert said_at(nested).voice == ANALYSIS.claim(5).voice
    own = to_claim(reading(3), ANALYSIS.claim(7)).reading
    unquoted = to_claim(reading(3), replace(ANALYSIS.claim(9), voice=12)).reading
    assert (own.stop, unquoted.stop) == (None, None)
    assert own.at_claim
    assert unquoted.at_claim


def test_a_claim_shows_as_a_whole_until_the_cursor_moves_on():
    there = to_claim(reading(None), ANALYSIS.claim(9)).reading
    assert there.at_claim
    for moved in (
        over(there, STOPS[9].span),
        to_stop(there, 9).reading,
        to_offset(there, 0).reading,
        on_row(there, PAGE.row(PAGE.row_at(there.cursor))),
    ):
        assert not moved.at_claim


def test_a_jump_to_a_claim_says_how_it_answers():
    assert to_claim(reading(None), ANALYSIS.claim(3)).why.endswith("on the same subject as claim 2 · a guess")
    assert to_claim(LOADING, ANALYSIS.claim(3)).why == ""


def test_a_jump_to_a_claim_finds_who_speaks_at_its_start_or_in_it():
    at_start = to_claim(reading(None), ANALYSIS.claim(4)).reading
    inside = to_claim(reading(None), ANALYSIS.claim(9)).reading
    assert (at_start.stop, at_start.claim) == (3, 4)
    assert (said_at(inside), inside.cursor) == (STOPS[9], ANALYSIS.claim(9).span.start)


def test_a_jump_to_an_offset_finds_the_innermost_voice_just_there():
    assert to_offset(reading(0), TEXT.index("Nobody wants")).reading.stop == 3
    assert to_offset(reading(0), TEXT.index("said Ilse")).reading.stop == 2
    assert to_offset(reading(0), 0).reading.stop is None


def test_the_same_voice_is_the_chosen_one_before_the_one_who_speaks():
    assert said_at(by_voice(reading(0, voice=4), Way.ON).reading).voice == 4
    assert by_voice(reading(0), Way.ON).reading.stop == 1


def test_a_voice_that_is_not_quoted_is_nowhere():
    assert to_voice(reading(None), 99).to is None
    assert to_voice(reading(None), 2).reading.stop == 3


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("quotation", "no quotations in this article"),
        ("voice", "no quotation here"),
        ("claim", "no claims found"),
        ("thread", "no threads found"),
        ("answer", "no claim here"),
    ],
)
@pytest.mark.parametrize("way", Way)
def test_in_an_article_where_nobody_speaks_every_key_says_so(kind, sentence, way):
    silent = replace(LOADING, analysis=Analysis("made"))
    assert JUMPS[kind](silent, way).why == sentence
    assert JUMPS[kind](LOADING, way).why == "still finding who speaks"


@pytest.mark.parametrize(("way", "stop", "why"), [(Way.ON, 15, "last quotation"), (Way.BACK, 0, "first quotation")])
def test_at_the_last_of_its_kind_a_key_says_so(way, stop, why):
    jump = JUMPS["quotation"](reading(stop), way)
    assert (jump.why, jump.to) == (why, None)


def highlight(name, *spans):
    return Highlight(name, "made", spans, "", "", "", "2031-05-04", "2031-05-04")


def test_the_highlight_here_is_the_one_at_the_cursor_else_on_the_quotation_else_on_the_row():
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


def test_a_highlight_of_what_another_voice_says_inside_a_quotation_is_that_voice_s():
    outer, inner = STOPS[2], STOPS[3]
    assert outer.span.contains(inner.span)
    assert outer.voice != inner.voice
    kept = (highlight("inner", *inner.spans),)
    row = Span(BLOCK.start, BLOCK.start + 50)
    assert highlight_here(reading(2, highlights=kept), row) is None
    assert highlight_here(reading(3, highlights=kept), row) == kept[0]
    mine = (*kept, highlight("part", Span(outer.span.end - 8, outer.span.end)))
    assert highlight_here(reading(2, highlights=mine), row) == mine[1]


def test_links_are_those_that_begin_in_sight_each_address_once():
    def link(start, href, kind=MarkKind.LINK):
        return Mark(kind, Span(start, start + 3), href)

    marks = (link(0, "a"), link(5, "b", MarkKind.IMAGE), link(9, "a"), link(12, None), link(30, "c"))
    article = Article(id="x", location="x", text="x" * 40, blocks=(), marks=(*marks, Mark(MarkKind.STRONG, Span(1, 2))))
    assert links_in(article, Span(0, 20)) == marks[:2]
    assert to_offset(replace(LOADING, article=article, analysis=Analysis("x")), 3).reading.stop is None


LONG = next(index for index, stop in enumerate(STOPS) if stop.quotation == 11)
"""The stop of words in which those of LONG + 1 are nested, some rows on."""
INSIDE = STOPS[LONG + 1].start


@pytest.mark.parametrize(
    ("cursor", "way", "to"),
    [
        (STOPS[LONG].start, Way.ON, LONG + 1),
        (INSIDE - 9, Way.ON, LONG + 1),
        (INSIDE + 9, Way.ON, LONG + 2),
        (STOPS[LONG].start, Way.BACK, LONG - 1),
        (INSIDE - 9, Way.BACK, LONG - 1),
        (INSIDE + 9, Way.BACK, LONG + 1),
    ],
)
@pytest.mark.parametrize("kind", ["quotation", "voice"])
def test_who_has_read_on_in_a_long_quotation_has_passed_what_is_nested_there(kind, cursor, way, to):
    at = replace(reading(LONG), cursor=cursor)
    if kind == "voice":
        at = replace(at, stops=tuple(stop._replace(voice=1) for stop in STOPS), voice=1)
    assert JUMPS[kind](at, way).reading.stop == to


def test_n_visits_every_stop_once_in_the_order_of_their_starts():
    at, visited = reading(None), []
    while (jump := JUMPS["quotation"](at, Way.ON)).to is not None:
        at = jump.reading
        visited.append(at.stop)
    assert visited == [*range(len(STOPS))]

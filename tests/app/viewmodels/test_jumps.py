"""Where the keys that jump lead."""

from dataclasses import replace

import pytest
from rich.cells import split_graphemes

from reader.app.viewmodels.cursor import at_row, with_current_in
from reader.app.viewmodels.jumps import (
    to_answered_claim,
    to_answering_claim,
    to_claim,
    to_first_quotation_of,
    to_next_claim,
    to_next_quotation,
    to_next_quotation_of_voice,
    to_next_thread,
    to_offset,
    to_stop,
)
from reader.model import Analysis
from reader.text.layout import lay_out
from reader.text.navigation import Direction
from tests.app.pane_harness import ANALYSIS, ARTICLE, LOADING, STOPS, TEXT, reading

BLOCK = STOPS[2].span
PAGE = lay_out(ARTICLE, 60, split_graphemes)


def said_at(read):
    assert read.stop is not None
    return STOPS[read.stop]


def test_a_jump_to_a_stop_makes_its_claim_current():
    jump = to_stop(reading(None), 3)
    assert (jump.reading.cursor, jump.reading.stop, jump.reading.claim) == (STOPS[3].start, 3, 4)
    assert jump.target == STOPS[3].span


def test_a_jump_to_a_claim_makes_its_holders_quotation_current_and_no_other():
    nested = to_claim(reading(None), ANALYSIS.claim(5)).reading
    assert said_at(nested).voice == ANALYSIS.claim(5).voice
    own = to_claim(reading(3), ANALYSIS.claim(7)).reading
    unquoted = to_claim(reading(3), replace(ANALYSIS.claim(9), voice=12)).reading
    assert (own.stop, unquoted.stop) == (None, None)
    assert own.shows_claim
    assert unquoted.shows_claim


def test_a_claim_is_shown_whole_until_the_cursor_moves():
    there = to_claim(reading(None), ANALYSIS.claim(9)).reading
    assert there.shows_claim
    for moved in (
        with_current_in(there, STOPS[9].span),
        to_stop(there, 9).reading,
        to_offset(there, 0).reading,
        at_row(there, PAGE.row(PAGE.row_at(there.cursor))),
    ):
        assert not moved.shows_claim


def test_a_jump_to_a_claim_says_how_it_relates():
    assert to_claim(reading(None), ANALYSIS.claim(3)).message.endswith("on the same subject as claim 2 · a guess")
    assert to_claim(LOADING, ANALYSIS.claim(3)).message == ""


def test_a_jump_to_a_claim_finds_the_quotation_at_its_start_or_in_it():
    at_start = to_claim(reading(None), ANALYSIS.claim(4)).reading
    inside = to_claim(reading(None), ANALYSIS.claim(9)).reading
    assert (at_start.stop, at_start.claim) == (3, 4)
    assert (said_at(inside), inside.cursor) == (STOPS[9], ANALYSIS.claim(9).span.start)


def test_a_jump_to_an_offset_finds_the_innermost_quotation():
    assert to_offset(reading(0), TEXT.index("Nobody wants")).reading.stop == 3
    assert to_offset(reading(0), TEXT.index("said Ilse")).reading.stop == 2
    assert to_offset(reading(0), 0).reading.stop is None


def test_the_chosen_voice_comes_before_the_one_that_speaks():
    assert said_at(to_next_quotation_of_voice(reading(0, voice=4), Direction.FORWARD).reading).voice == 4
    assert to_next_quotation_of_voice(reading(0), Direction.FORWARD).reading.stop == 1


def test_a_voice_that_is_not_quoted_has_no_target():
    assert to_first_quotation_of(reading(None), 99).target is None
    assert to_first_quotation_of(reading(None), 2).reading.stop == 3


@pytest.mark.parametrize(
    ("find", "sentence"),
    [
        (to_next_quotation, "no quotations in this article"),
        (to_next_quotation_of_voice, "no quotation here"),
        (to_next_claim, "no claims found"),
        (to_next_thread, "no threads found"),
        (lambda reading, _: to_answered_claim(reading), "no claim here"),
        (lambda reading, _: to_answering_claim(reading), "no claim here"),
    ],
)
@pytest.mark.parametrize("way", Direction)
def test_jumps_in_an_article_without_voices_say_so(find, sentence, way):
    silent = replace(LOADING, analysis=Analysis("made"))
    assert find(silent, way).message == sentence
    assert find(LOADING, way).message == "still finding who speaks"


@pytest.mark.parametrize(
    ("way", "stop", "why"), [(Direction.FORWARD, 15, "last quotation"), (Direction.BACKWARD, 0, "first quotation")]
)
def test_a_jump_beyond_the_last_quotation_says_so(way, stop, why):
    jump = to_next_quotation(reading(stop), way)
    assert (jump.message, jump.target) == (why, None)


LONG = next(index for index, stop in enumerate(STOPS) if stop.quotation == 11)
"""The stop of words in which those of LONG + 1 are nested, some rows on."""
INSIDE = STOPS[LONG + 1].start


@pytest.mark.parametrize(
    ("cursor", "way", "to"),
    [
        (STOPS[LONG].start, Direction.FORWARD, LONG + 1),
        (INSIDE - 9, Direction.FORWARD, LONG + 1),
        (INSIDE + 9, Direction.FORWARD, LONG + 2),
        (STOPS[LONG].start, Direction.BACKWARD, LONG - 1),
        (INSIDE - 9, Direction.BACKWARD, LONG - 1),
        (INSIDE + 9, Direction.BACKWARD, LONG + 1),
    ],
)
@pytest.mark.parametrize("find", [to_next_quotation, to_next_quotation_of_voice])
def test_nested_quotations_above_the_cursor_count_as_passed(find, cursor, way, to):
    at = replace(reading(LONG), cursor=cursor)
    if find is to_next_quotation_of_voice:
        at = replace(at, stops=tuple(stop._replace(voice=1) for stop in STOPS), voice=1)
    assert find(at, way).reading.stop == to


def test_n_visits_every_stop_once_in_order():
    at, visited = reading(None), []
    while (jump := to_next_quotation(at, Direction.FORWARD)).target is not None:
        at = jump.reading
        visited.append(at.stop)
    assert visited == [*range(len(STOPS))]

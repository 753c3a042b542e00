"""What a terminal tells of itself too late is no key."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver

from reader.app.terminal import late_replies
from reader.app.terminal.late_replies import ReplyFilterParser

COLOUR = "\x1b]11;rgb:1515/1818/1c1c\x1b\\"
KIND = "\x1b[?62;22c"


def keys(parser, *pieces):
    """The keys that the parser makes of pieces, the last ones after a pause in which nothing came."""
    heard = [message for piece in pieces for message in parser.feed(piece)]
    time.sleep(0.12)
    return [getattr(message, "key", "") for message in (*heard, *parser.tick())]


@pytest.mark.parametrize(
    ("pieces", "left"),
    [
        ([COLOUR + KIND], []),
        ([COLOUR, KIND], []),
        (["j", COLOUR, "k" + KIND + "n"], ["j", "k", "n"]),
        (["\x1b]11;rgb:ff/ff/ff\x07"], []),
        (["\x1b]11;rgba:ffff/ffff/ffff/ffff\x1b", "\\\x1b[?6", "c"], []),
        (["\x1b[B" + COLOUR], ["down"]),
        (["\x1b", KIND], ["escape"]),
        (["]11;r"], ["right_square_bracket", "1", "1", "semicolon", "r"]),
    ],
)
def test_answers_are_taken_out_of_what_comes_and_keys_stay(pieces, left):
    assert keys(ReplyFilterParser(), *pieces) == left


# An Esc that comes alone is the key.
CUTS = [at for at in range(1, len(COLOUR + KIND)) if at not in {1, len(COLOUR) + 1}]


@given(st.lists(st.sampled_from(CUTS), max_size=4, unique=True).map(sorted))
def test_an_answer_in_pieces_is_an_answer(cuts):
    whole = COLOUR + KIND
    parser = ReplyFilterParser()
    for first, last in pairwise([0, *cuts, len(whole)]):
        assert list(parser.feed(whole[first:last])) == []
    assert [getattr(message, "key", "") for message in parser.feed("j")] == ["j"]


def test_the_end_of_what_comes_is_passed_on():
    parser = ReplyFilterParser()
    assert list(parser.feed("\x1b]1")) == []
    assert parser.feed("") is not None
    list(parser.feed(""))
    assert parser.is_eof


def test_the_driver_parses_with_it_from_then_on(monkeypatch):
    monkeypatch.setattr(linux_driver, "XTermParser", XTermParser)
    late_replies.ignore_late_replies("")
    assert vars(linux_driver)["XTermParser"] is ReplyFilterParser


@pytest.mark.parametrize("cut", CUTS)
def test_the_rest_of_an_answer_that_began_before_is_no_key_either(monkeypatch, cut):
    monkeypatch.setattr(linux_driver, "XTermParser", XTermParser)
    whole = COLOUR + KIND
    first = whole[whole[:cut].rindex("\x1b[" if cut > len(COLOUR) else "\x1b]") : cut]
    late_replies.ignore_late_replies(first)
    assert keys(ReplyFilterParser(), whole[cut:] + "n") == ["n"]
    assert keys(ReplyFilterParser(), "15/18") == ["1", "5", "slash", "1", "8"]

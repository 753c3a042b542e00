"""A reply of the terminal that arrives late does not count as keys."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.drivers import linux_driver

from reader.app.terminal import late_replies
from reader.app.terminal.late_replies import ReplyFilterParser
from reader.app.terminal.textual_internals import XTermParser

COLOUR = "\x1b]11;rgb:1515/1818/1c1c\x1b\\"
TYPE = "\x1b[?62;22c"


def keys(parser, *pieces):
    """The keys that the parser makes of pieces, the last ones after its timeout for an incomplete sequence."""
    messages = [message for piece in pieces for message in parser.feed(piece)]
    time.sleep(0.12)
    return [getattr(message, "key", "") for message in (*messages, *parser.tick())]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([COLOUR + TYPE], []),
        ([COLOUR, TYPE], []),
        (["j", COLOUR, "k" + TYPE + "n"], ["j", "k", "n"]),
        (["\x1b]11;rgb:ff/ff/ff\x07"], []),
        (["\x1b]11;rgba:ffff/ffff/ffff/ffff\x1b", "\\\x1b[?6", "c"], []),
        (["\x1b[B" + COLOUR], ["down"]),
        (["\x1b", TYPE], ["escape"]),
        (["]11;r"], ["right_square_bracket", "1", "1", "semicolon", "r"]),
    ],
)
def test_replies_are_dropped_and_keys_are_kept(pieces, expected):
    assert keys(ReplyFilterParser(), *pieces) == expected


# An Esc that arrives alone is the key.
CUTS = [at for at in range(1, len(COLOUR + TYPE)) if at not in {1, len(COLOUR) + 1}]


@given(st.lists(st.sampled_from(CUTS), max_size=4, unique=True).map(sorted))
def test_a_reply_in_pieces_is_dropped(cuts):
    whole = COLOUR + TYPE
    parser = ReplyFilterParser()
    for first, last in pairwise([0, *cuts, len(whole)]):
        assert list(parser.feed(whole[first:last])) == []
    assert [getattr(message, "key", "") for message in parser.feed("j")] == ["j"]


def test_the_end_of_the_input_reaches_textual_s_parser():
    parser = ReplyFilterParser()
    assert list(parser.feed("\x1b]1")) == []
    assert parser.feed("") is not None
    list(parser.feed(""))
    assert parser.is_eof


@pytest.fixture
def _textual_s_parser(monkeypatch):
    """The driver parses with Textual's own parser, again after the test."""
    monkeypatch.setattr(linux_driver, "XTermParser", XTermParser)


@pytest.mark.usefixtures("_textual_s_parser")
def test_the_driver_parses_with_it_from_then_on():
    late_replies.ignore_late_replies("")
    assert vars(linux_driver)["XTermParser"] is ReplyFilterParser


@pytest.mark.usefixtures("_textual_s_parser")
@pytest.mark.parametrize("cut", CUTS)
def test_the_rest_of_a_reply_that_began_before_the_app_is_dropped(cut):
    whole = COLOUR + TYPE
    first = whole[whole[:cut].rindex("\x1b[" if cut > len(COLOUR) else "\x1b]") : cut]
    late_replies.ignore_late_replies(first)
    assert keys(ReplyFilterParser(), whole[cut:] + "n") == ["n"]
    assert keys(ReplyFilterParser(), "15/18") == ["1", "5", "slash", "1", "8"]

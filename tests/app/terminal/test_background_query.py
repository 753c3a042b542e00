"""Whether the terminal is dark: asked, answered, and never waited for."""

import os
import pty
import threading
import time

import pytest

from reader.app.terminal import background_query
from reader.app.terminal.background_query import AUTO, parse_replies, query_background

KIND = b"\x1b[?62;22c"


@pytest.fixture(autouse=True)
def _bare(monkeypatch):
    for name in ("COLORFGBG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def terminal(monkeypatch):
    """A terminal that answers with these bytes; it keeps what it was asked."""
    master, slave = pty.openpty()
    asked = []
    real = os.open
    monkeypatch.setattr(os, "open", lambda path, flags: os.dup(slave) if path == "/dev/tty" else real(path, flags))

    def answers(*parts):
        def serve():
            asked.append(os.read(master, 100))
            for part in parts:
                os.write(master, part)

        threading.Thread(target=serve, daemon=True).start()
        return asked

    yield answers
    os.close(master)
    os.close(slave)


@pytest.mark.parametrize(
    ("heard", "dark", "typed"),
    [
        (b"\x1b]11;rgb:1515/1818/1c1c\x1b\\" + KIND, True, ""),
        (b"\x1b]11;rgb:fb/fa/f6\x07" + KIND, False, ""),
        (b"\x1b]11;rgba:ffff/ffff/ffff/ffff\x1b\\", False, ""),
        (KIND, None, ""),
        (b"", None, ""),
        (b"jj\x1b]11;rgb:0/0/0\x07" + KIND + b"n", True, "jjn"),
        (b"\x1b[B" + KIND, None, ""),
        (b"\xff\r" + KIND, None, ""),
    ],
)
def test_what_an_answer_means(heard, dark, typed):
    assert parse_replies(heard) == (dark, typed)


def test_a_terminal_is_asked_for_its_colour_and_then_for_its_kind(terminal):
    asked = terminal(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", KIND)
    with query_background(AUTO) as ground:
        assert ground.dark is None
    assert asked == [b"\x1b]11;?\x1b\\\x1b[c"]
    assert ground.dark is False
    assert ground.late is None


def test_one_that_knows_only_its_kind_is_not_waited_for(terminal):
    terminal(KIND)
    before = time.monotonic()
    with query_background(AUTO) as ground:
        pass
    assert ground.dark is None
    assert time.monotonic() - before < background_query.PATIENCE


def test_a_silent_one_is_waited_for_a_moment(terminal, monkeypatch):
    monkeypatch.setattr(background_query, "PATIENCE", 0.01)
    terminal()
    with query_background(AUTO) as ground:
        pass
    assert ground.dark is None
    assert ground.late == ""


@pytest.mark.parametrize(
    ("heard", "typed", "begun"),
    [
        (b"\x1b]11;rgb:15", "", "\x1b]11;rgb:15"),
        (b"jj\x1b]11;rgb:1515/1818/1c1c\x1b", "jj", "\x1b]11;rgb:1515/1818/1c1c\x1b"),
        (b"j\x1b]1", "j", "\x1b]1"),
        (b"\x1b]11;rgb:1515/1818/1c1c\x1b\\\x1b[?62", "", "\x1b[?62"),
        (b"\x1b", "", ""),
    ],
)
def test_of_an_answer_that_comes_in_two_parts_the_first_is_no_key_and_is_kept(
    terminal, monkeypatch, heard, typed, begun
):
    monkeypatch.setattr(background_query, "PATIENCE", 0.1)
    terminal(heard)
    with query_background(AUTO) as ground:
        pass
    assert (ground.typed, ground.late) == (typed, begun)


@pytest.mark.parametrize(("told", "dark"), [("15;0", True), ("0;15", False), ("0;default;8", True), ("7;7", False)])
def test_what_the_environment_tells_is_not_asked(monkeypatch, told, dark):
    monkeypatch.setenv("COLORFGBG", told)
    monkeypatch.setattr(os, "open", None)
    with query_background(AUTO) as ground:
        pass
    assert ground.dark is dark


@pytest.mark.parametrize("environment", [{"TERM": "linux"}, {"TERM": "dumb"}, {"NO_COLOR": ""}])
def test_a_console_and_who_wants_no_colour_are_not_asked(monkeypatch, environment):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(os, "open", None)
    with query_background(AUTO) as ground:
        pass
    assert ground.dark is None


def test_where_nothing_is_wanted_or_there_is_no_terminal_nothing_is_asked(monkeypatch):
    def none(*_):
        raise OSError("no terminal")

    monkeypatch.setattr(os, "open", none)
    for theme in ("paper", AUTO):
        with query_background(theme) as ground:
            pass
        assert ground.dark is None

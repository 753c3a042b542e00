"""The query for the terminal's background: what is asked, what a reply means, and how long it is waited for."""

import os
import pty
import threading

import pytest

from reader.app.terminal import background_query
from reader.app.terminal.background_query import AUTO, parse_replies, query_background

TYPE = b"\x1b[?62;22c"


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch):
    for name in ("COLORFGBG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def terminal(monkeypatch):
    """A terminal that replies with the given parts; returns the list of what it was asked."""
    master, slave = pty.openpty()
    queries = []
    real_open = os.open
    monkeypatch.setattr(os, "open", lambda path, flags: os.dup(slave) if path == "/dev/tty" else real_open(path, flags))

    def reply_with(*parts):
        def serve():
            queries.append(os.read(master, 100))
            for part in parts:
                os.write(master, part)

        threading.Thread(target=serve, daemon=True).start()
        return queries

    yield reply_with
    os.close(master)
    os.close(slave)


@pytest.mark.parametrize(
    ("received", "is_dark", "typed"),
    [
        (b"\x1b]11;rgb:1515/1818/1c1c\x1b\\" + TYPE, True, ""),
        (b"\x1b]11;rgb:fb/fa/f6\x07" + TYPE, False, ""),
        (b"\x1b]11;rgba:ffff/ffff/ffff/ffff\x1b\\", False, ""),
        (TYPE, None, ""),
        (b"", None, ""),
        (b"jj\x1b]11;rgb:0/0/0\x07" + TYPE + b"n", True, "jjn"),
        (b"\x1b[B" + TYPE, None, ""),
        (b"\xff\r" + TYPE, None, ""),
    ],
)
def test_a_reply_says_how_dark_the_background_is_and_the_rest_was_typed(received, is_dark, typed):
    assert parse_replies(received) == (is_dark, typed)


def test_a_terminal_is_asked_for_its_background_and_then_for_its_type(terminal):
    queries = terminal(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", TYPE)
    with query_background(AUTO) as background:
        assert background.is_dark is None
    assert queries == [b"\x1b]11;?\x1b\\\x1b[c"]
    assert background.is_dark is False
    assert background.late_reply is None


def test_a_terminal_that_replies_only_with_its_type_is_not_waited_for(terminal, monkeypatch):
    monkeypatch.setattr(background_query, "TIMEOUT", 1_000_000)
    terminal(TYPE)
    with query_background(AUTO) as background:
        pass
    assert background.is_dark is None


def test_a_terminal_that_does_not_reply_is_waited_for_only_until_the_timeout(terminal, monkeypatch):
    monkeypatch.setattr(background_query, "TIMEOUT", 0.01)
    terminal()
    with query_background(AUTO) as background:
        pass
    assert background.is_dark is None
    assert background.late_reply == ""


@pytest.mark.parametrize(
    ("received", "typed", "incomplete"),
    [
        (b"\x1b]11;rgb:15", "", "\x1b]11;rgb:15"),
        (b"jj\x1b]11;rgb:1515/1818/1c1c\x1b", "jj", "\x1b]11;rgb:1515/1818/1c1c\x1b"),
        (b"j\x1b]1", "j", "\x1b]1"),
        (b"\x1b]11;rgb:1515/1818/1c1c\x1b\\\x1b[?62", "", "\x1b[?62"),
        (b"\x1b", "", ""),
    ],
)
def test_the_first_part_of_a_late_reply_is_kept_and_does_not_count_as_typed(
    terminal, monkeypatch, received, typed, incomplete
):
    monkeypatch.setattr(background_query, "TIMEOUT", 0.1)
    terminal(received)
    with query_background(AUTO) as background:
        pass
    assert (background.typed, background.late_reply) == (typed, incomplete)


@pytest.mark.parametrize(("value", "is_dark"), [("15;0", True), ("0;15", False), ("0;default;8", True), ("7;7", False)])
def test_a_background_that_the_environment_gives_is_not_asked_for(monkeypatch, value, is_dark):
    monkeypatch.setenv("COLORFGBG", value)
    monkeypatch.setattr(os, "open", None)
    with query_background(AUTO) as background:
        pass
    assert background.is_dark is is_dark


@pytest.mark.parametrize("environment", [{"TERM": "linux"}, {"TERM": "dumb"}, {"NO_COLOR": ""}])
def test_a_console_and_a_terminal_with_no_color_are_not_asked(monkeypatch, environment):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(os, "open", None)
    with query_background(AUTO) as background:
        pass
    assert background.is_dark is None


def test_without_the_automatic_theme_or_without_a_terminal_nothing_is_asked(monkeypatch):
    def no_terminal(*_):
        raise OSError("no terminal")

    monkeypatch.setattr(os, "open", no_terminal)
    for theme in ("paper", AUTO):
        with query_background(theme) as background:
            pass
        assert background.is_dark is None

"""What the program keeps when it is ended from outside: a closed terminal, a system that shuts down."""

import os
import shlex
import signal
import sys
import time

import pytest

from reader.services.session import Position, Session
from tests.terminal.pty_program import Terminal, pullquote
from tests.terminal.test_reading import ROUND_UP, analysed

pytestmark = pytest.mark.terminal


def note_begun(terminal):
    """Walk to the third quotation and begin a note on it."""
    terminal.until(analysed)
    for keys in ("n", "n", "n", "a"):
        terminal.send(keys)
        terminal.settle()
    terminal.send("ask them")
    terminal.sees("ask them")


def is_tidy(terminal):
    return terminal.attributes == terminal.before and not terminal.alternate and terminal.cursor_shown


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGHUP, -signal.SIGHUP), (signal.SIGTERM, 143), (signal.SIGINT, 130)]
)
def test_the_place_and_a_note_that_was_begun_are_kept(home, monkeypatch, number, status):
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        note_begun(terminal)
        terminal.process.send_signal(number)
        assert terminal.end() == status
        assert number == signal.SIGHUP or is_tidy(terminal)
    monkeypatch.setenv("PULLQUOTE_HOME", home["PULLQUOTE_HOME"])
    session = Session()
    article = session.open(str(ROUND_UP), record=False)
    [highlight] = session.highlights.of(article)
    where = session.positions(article)
    assert where.last() == Position(highlight.spans[0].start, highlight.spans)
    assert where.draft(highlight.id) == "ask them"
    session.close()


def test_interrupts_one_after_the_other_end_the_program_once_and_keep_the_words(home):
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        note_begun(terminal)
        for _ in range(20):
            terminal.process.send_signal(signal.SIGINT)
            time.sleep(0.002)
        assert terminal.end() == 130
        assert is_tidy(terminal)
        assert "Traceback" not in terminal.text
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        terminal.sees("where you stopped reading")
        terminal.send("a")
        terminal.sees("ask them")


def test_tags_that_were_begun_are_kept_at_an_interrupt(home, monkeypatch):
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        terminal.until(analysed)
        for keys in ("n", "t"):
            terminal.send(keys)
            terminal.settle()
        terminal.send("river, wei")
        terminal.sees("river, wei")
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.end() == 130
        assert is_tidy(terminal)
    monkeypatch.setenv("PULLQUOTE_HOME", home["PULLQUOTE_HOME"])
    session = Session()
    article = session.open(str(ROUND_UP), record=False)
    [highlight] = session.highlights.of(article)
    assert session.positions(article).draft(f"{highlight.id}#") == "river, wei"
    session.close()


EDITOR = """
import pathlib, signal, sys
caught = pathlib.Path(sys.argv[1])
signal.signal(signal.SIGINT, lambda *_: caught.touch())
print("the editor is open", flush=True)
pathlib.Path(sys.argv[2]).write_text(input())
"""


@pytest.mark.parametrize("whole_group", [True, False])
def test_an_interrupt_is_the_editors_while_it_is_open(home, tmp_path, whole_group):
    editor, caught = tmp_path / "editor.py", tmp_path / "caught"
    editor.write_text(EDITOR)
    with Terminal(
        pullquote(str(ROUND_UP)), {**home, "EDITOR": shlex.join([sys.executable, str(editor), str(caught)])}
    ) as terminal:
        terminal.until(analysed)
        terminal.send("n")
        terminal.settle()
        terminal.send("A")
        terminal.sees("the editor is open")
        if whole_group:
            terminal.send("\x03")  # the line is as the shell had it, and makes a signal of it
        else:
            os.kill(terminal.process.pid, signal.SIGINT)
        time.sleep(0.2)
        terminal.send("from the editor\n")
        terminal.sees("note saved")
        assert caught.exists() is whole_group
        terminal.send("j")
        terminal.settle()
        assert terminal.process.poll() is None
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.end() == 130
        assert is_tidy(terminal)


def test_an_interrupt_while_the_program_starts_ends_it_without_a_traceback(home):
    # From its first import on; what comes before is the interpreter's.
    starting = [sys.executable, "-c", "import reader.__main__ as m; print('here', flush=True); m.main()"]
    for wait in range(0, 400, 40):
        with Terminal([*starting, str(ROUND_UP)], home) as terminal:
            terminal.sees("here")
            time.sleep(wait / 1000)
            terminal.process.send_signal(signal.SIGINT)
            assert terminal.end() == 130
            assert is_tidy(terminal)
            assert b"Traceback" not in terminal.raw

"""What the program saves when a signal ends it: a closed terminal, a system that shuts down, an interrupt."""

import os
import shlex
import signal
import sys
import time

import pytest

from reader.services.session import Position, Session
from tests.terminal.pty_program import Terminal
from tests.terminal.test_reading import ROUND_UP, analysed

pytestmark = pytest.mark.terminal


def begin_note(terminal):
    """Go to the third quotation and begin a note on it."""
    terminal.wait_until(analysed)
    for keys in ("n", "n", "n", "a"):
        terminal.send(keys)
        terminal.settle()
    terminal.send("ask them")
    terminal.wait_for("ask them")


def is_restored(terminal):
    return (
        terminal.attributes == terminal.initial_attributes
        and not terminal.is_alternate_screen
        and terminal.is_cursor_visible
    )


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGHUP, -signal.SIGHUP), (signal.SIGTERM, 143), (signal.SIGINT, 130)]
)
def test_the_position_and_the_draft_of_a_note_are_saved(reader, home, monkeypatch, number, status):
    with reader(str(ROUND_UP)) as terminal:
        begin_note(terminal)
        terminal.process.send_signal(number)
        assert terminal.wait_for_exit() == status
        assert number == signal.SIGHUP or is_restored(terminal)
    monkeypatch.setenv("PULLQUOTE_HOME", home["PULLQUOTE_HOME"])
    session = Session()
    article = session.open(str(ROUND_UP), record=False)
    [highlight] = session.highlights.of(article)
    where = session.positions(article)
    assert where.last() == Position(highlight.spans[0].start, highlight.spans)
    assert where.draft(highlight.id) == "ask them"
    session.close()


def test_repeated_interrupts_end_the_program_once_and_the_draft_is_saved(reader):
    with reader(str(ROUND_UP)) as terminal:
        begin_note(terminal)
        for _ in range(20):
            terminal.process.send_signal(signal.SIGINT)
            time.sleep(0.002)
        assert terminal.wait_for_exit() == 130
        assert is_restored(terminal)
        assert "Traceback" not in terminal.text
    with reader(str(ROUND_UP)) as terminal:
        terminal.wait_for("where you stopped reading")
        terminal.send("a")
        terminal.wait_for("ask them")


def test_the_draft_of_tags_is_saved_at_an_interrupt(reader, home, monkeypatch):
    with reader(str(ROUND_UP)) as terminal:
        terminal.wait_until(analysed)
        for keys in ("n", "t"):
            terminal.send(keys)
            terminal.settle()
        terminal.send("river, wei")
        terminal.wait_for("river, wei")
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.wait_for_exit() == 130
        assert is_restored(terminal)
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


@pytest.mark.parametrize("to_group", [True, False])
def test_an_interrupt_goes_to_the_editor_while_it_is_open(reader, tmp_path, to_group):
    editor, caught = tmp_path / "editor.py", tmp_path / "caught"
    editor.write_text(EDITOR)
    command = shlex.join([sys.executable, str(editor), str(caught)])
    with reader(str(ROUND_UP), variables={"EDITOR": command}) as terminal:
        terminal.wait_until(analysed)
        terminal.send("n")
        terminal.settle()
        terminal.send("A")
        terminal.wait_for("the editor is open")
        if to_group:
            terminal.send("\x03")  # the terminal makes a signal of it
        else:
            os.kill(terminal.process.pid, signal.SIGINT)
        time.sleep(0.2)
        terminal.send("from the editor\n")
        terminal.wait_for("note saved")
        assert caught.exists() is to_group
        terminal.send("j")
        terminal.settle()
        assert terminal.process.poll() is None
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.wait_for_exit() == 130
        assert is_restored(terminal)


def test_an_interrupt_while_the_program_starts_ends_it_without_a_traceback(home):
    # From its first import on: before it, the interpreter handles the signal.
    starting = [sys.executable, "-c", "import reader.__main__ as m; print('here', flush=True); m.main()"]
    for wait in range(0, 400, 40):
        with Terminal([*starting, str(ROUND_UP)], home) as terminal:
            terminal.wait_for("here")
            time.sleep(wait / 1000)
            terminal.process.send_signal(signal.SIGINT)
            assert terminal.wait_for_exit() == 130
            assert is_restored(terminal)
            assert b"Traceback" not in terminal.raw

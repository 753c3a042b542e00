"""The terminal's cursor is where one reads, hidden or, for a screen reader, visible."""

import shlex

import pytest

from tests.terminal.pty_program import Terminal, pullquote
from tests.terminal.test_reading import ROUND_UP, analysed, at_quotation

pytestmark = pytest.mark.terminal


def text_at_cursor(terminal, length):
    x, y = terminal.cursor
    return terminal.text.split("\n")[y][x : x + length]


def go_to_second_quotation(terminal):
    """Go there, and return the text at the cursor."""
    terminal.wait_for("On the first of October")
    terminal.wait_until(analysed)
    for number in (1, 2):
        terminal.send("n")
        terminal.wait_until(at_quotation(number))
    terminal.settle()
    return text_at_cursor(terminal, 8)


def test_the_hidden_cursor_is_at_the_quotation(reader):
    with reader(str(ROUND_UP)) as terminal:
        found = go_to_second_quotation(terminal)
        assert found.strip()
        assert found in ROUND_UP.read_text(encoding="utf-8")
        assert not terminal.is_cursor_visible
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


def test_for_a_screen_reader_it_is_visible_also_after_a_return_from_the_shell(home):
    reader = shlex.join(pullquote("read", "--speak-friendly", str(ROUND_UP)))
    script = f'{reader}; echo paused; read -r line; fg; echo "ended with $?"'
    with Terminal(["sh", "-m", "-c", script], home) as terminal:
        go_to_second_quotation(terminal)
        assert terminal.is_cursor_visible
        assert not {*"▎▌▀█"} & {*terminal.text}
        terminal.send("\x1a")
        terminal.wait_for("paused")
        terminal.send("\r")
        terminal.wait_until(lambda _: terminal.is_alternate_screen)
        terminal.wait_until(lambda _: terminal.is_cursor_visible)
        terminal.send("q")
        terminal.wait_for("ended with 0")
        assert terminal.wait_for_exit() == 0

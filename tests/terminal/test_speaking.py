"""In a real terminal the cursor stands where one reads, hidden or, for a screen reader, shown."""

import shlex

import pytest

from tests.terminal.pty_program import Terminal, pullquote
from tests.terminal.test_reading import ROUND_UP, analysed, at_quotation

pytestmark = pytest.mark.terminal


def under_cursor(terminal, length):
    x, y = terminal.cursor
    return terminal.text.split("\n")[y][x : x + length]


def walk(terminal):
    """To the second quotation; what stands under the cursor there."""
    terminal.sees("On the first of October")
    terminal.until(analysed)
    for number in (1, 2):
        terminal.send("n")
        terminal.until(at_quotation(number))
    terminal.settle()
    return under_cursor(terminal, 8)


def test_the_hidden_cursor_stands_at_the_quotation(home):
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        found = walk(terminal)
        assert found.strip()
        assert found in ROUND_UP.read_text(encoding="utf-8")
        assert not terminal.cursor_shown
        terminal.send("q")
        assert terminal.end() == 0


def test_for_a_screen_reader_it_shows_also_after_a_return_from_the_shell(home):
    reader = shlex.join(pullquote("read", "--speak-friendly", str(ROUND_UP)))
    script = f'{reader}; echo paused; read -r line; fg; echo "ended with $?"'
    with Terminal(["sh", "-m", "-c", script], home) as terminal:
        walk(terminal)
        assert terminal.cursor_shown
        assert not {*"▎▌▀█"} & {*terminal.text}
        terminal.send("\x1a")
        terminal.sees("paused")
        terminal.send("\r")
        terminal.until(lambda _: terminal.alternate)
        terminal.until(lambda _: terminal.cursor_shown)
        terminal.send("q")
        terminal.sees("ended with 0")
        assert terminal.end() == 0

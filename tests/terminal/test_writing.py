"""What is written to the terminal: little, and yet the screen is the one that would be drawn anew."""

import pytest

from tests.terminal.pty_program import Terminal, pullquote
from tests.terminal.test_reading import ROUND_UP, analysed

pytestmark = pytest.mark.terminal


def written(terminal, key):
    """How many bytes a key had written."""
    before = len(terminal.raw)
    terminal.send(key)
    terminal.settle()
    return len(terminal.raw) - before


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
def test_a_line_down_and_a_page_write_no_more_than_the_screen_holds(home, size):
    cells = size[0] * size[1]
    with Terminal(pullquote(str(ROUND_UP)), home, size=size) as terminal:
        terminal.until(analysed)
        terminal.settle(quiet=0.5)
        lines = [written(terminal, "j") for _ in range(9)]
        pages = [written(terminal, " ") for _ in range(2)]
        assert 0 < sorted(lines)[4] < cells
        assert 0 < max(lines) < 1.5 * cells
        assert 0 < sum(pages) / 2 < 1.2 * cells


def test_what_another_program_writes_on_the_screen_goes_with_ctrl_l(home):
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        terminal.until(analysed)
        terminal.settle(quiet=0.5)
        shown = terminal.text
        terminal.overwrite("a message from the system")
        assert "a message from the system" in terminal.text
        terminal.send("\x0c")
        terminal.settle()
        assert terminal.text == shown


def test_the_screen_after_many_keys_is_the_one_that_is_drawn_anew(home):
    with Terminal(pullquote(str(ROUND_UP)), home, size=(120, 40)) as terminal:
        terminal.until(analysed)
        for keys in ("nnn", "jj ", "\t\x1b[B", "1nh", "kkG", "g d"):
            terminal.send(keys)
            terminal.settle()
            shown = terminal.text
            terminal.resize(121, 41)
            terminal.settle(quiet=0.3)
            terminal.resize(120, 40)
            terminal.settle(quiet=0.3)
            assert terminal.text == shown

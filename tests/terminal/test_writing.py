"""What is written to the terminal: little, and the screen is still the one of a full redraw."""

import pytest

from tests.terminal.test_reading import ROUND_UP, analysed

pytestmark = pytest.mark.terminal


def bytes_written(terminal, key):
    """How many bytes the program writes at a key."""
    before = len(terminal.raw)
    terminal.send(key)
    terminal.settle()
    return len(terminal.raw) - before


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
def test_for_a_line_and_a_page_about_one_byte_a_cell_is_written_at_most(reader, size):
    cells = size[0] * size[1]
    with reader(str(ROUND_UP), size=size) as terminal:
        terminal.wait_until(analysed)
        terminal.settle(quiet=0.5)
        lines = [bytes_written(terminal, "j") for _ in range(9)]
        pages = [bytes_written(terminal, " ") for _ in range(2)]
        assert 0 < sorted(lines)[4] < cells
        assert 0 < max(lines) < 1.5 * cells
        assert 0 < sum(pages) / 2 < 1.2 * cells


def test_ctrl_l_removes_what_another_program_has_written(reader):
    with reader(str(ROUND_UP)) as terminal:
        terminal.wait_until(analysed)
        terminal.settle(quiet=0.5)
        shown = terminal.text
        terminal.overwrite("a message from the system")
        assert "a message from the system" in terminal.text
        terminal.send("\x0c")
        terminal.settle()
        assert terminal.text == shown


def test_the_screen_after_many_keys_is_the_one_of_a_full_redraw(reader):
    with reader(str(ROUND_UP), size=(120, 40)) as terminal:
        terminal.wait_until(analysed)
        for keys in ("nnn", "jj ", "\t\x1b[B", "1nh", "kkG", "g d"):
            terminal.send(keys)
            terminal.settle()
            shown = terminal.text
            terminal.resize(121, 41)
            terminal.settle(quiet=0.3)
            terminal.resize(120, 40)
            terminal.settle(quiet=0.3)
            assert terminal.text == shown

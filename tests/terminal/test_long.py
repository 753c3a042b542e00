"""A long book in a real terminal: its first quotations can be gone to and kept at once, the rest comes behind them."""

import time

import pytest

from tests.terminal.pty_program import Terminal, pullquote

pytestmark = pytest.mark.terminal

KEEPERS = ("Ada Roe", "Bren Osk", "Cleo Venn", "Dora Marsh")


def chapter(number: int) -> str:
    """Some 13,000 characters with a quotation in each paragraph."""
    prose = "The river rose again in the night and the ferry lay still at its rope. " * 6
    keeper = KEEPERS[number % len(KEEPERS)]
    said = f"“The gates of lock {number} will hold,” said {keeper}, its keeper. “We have seen worse.” {prose}"
    return "\n\n".join([f"## Lock {number}", *[said] * 25])


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "locks.md"
    path.write_text("# The Locks\n\n" + "\n\n".join(map(chapter, range(1, 31))), encoding="utf-8")
    assert path.stat().st_size > 350_000
    return path


def first_row(text):
    return text.split("\n")[0]


def test_in_a_long_book_the_first_quotation_is_gone_to_and_kept_before_all_is_known(home, book):
    with Terminal(pullquote(str(book)), home, size=(100, 30)) as terminal:
        terminal.sees("Lock 1")
        terminal.send("n")
        terminal.send("h")
        terminal.sees("highlighted · Bren Osk")
        terminal.until(lambda text: "quotation 1 · stop 1/750" in first_row(text))
        terminal.send("U")
        terminal.sees("highlight removed")
        terminal.send("q")
        assert terminal.end() == 0


def test_wherever_the_reader_goes_meanwhile_the_quotation_there_is_the_one_of_the_whole(home, book):
    with Terminal(pullquote(str(book)), home, size=(100, 30)) as terminal:
        terminal.sees("Lock 1")
        for key in ")))n":
            terminal.send(key)
            time.sleep(0.02)
        terminal.sees("Dora Marsh  keeper")
        terminal.until(lambda text: "quotation 51 · stop 51/750" in first_row(text))
        terminal.send("\x0f")
        terminal.until(lambda text: "quotation" in first_row(text) and "The Locks" in text)
        terminal.send("\x03")
        assert terminal.end() == 130

"""A long book: its first quotations can be used at once, before all of it is analysed."""

import time

import pytest

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


def test_the_first_quotation_can_be_highlighted_before_all_of_the_book_is_analysed(reader, book):
    with reader(str(book), size=(100, 30)) as terminal:
        terminal.wait_for("Lock 1")
        terminal.send("n")
        terminal.send("h")
        terminal.wait_for("highlighted · Bren Osk")
        terminal.wait_until(lambda text: "quotation 1 · stop 1/750" in first_row(text))
        terminal.send("U")
        terminal.wait_for("highlight removed")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


def test_a_quotation_reached_during_the_analysis_is_the_same_after_it(reader, book):
    with reader(str(book), size=(100, 30)) as terminal:
        terminal.wait_for("Lock 1")
        for key in ")))n":
            terminal.send(key)
            time.sleep(0.02)
        terminal.wait_for("Dora Marsh  keeper")
        terminal.wait_until(lambda text: "quotation 51 · stop 51/750" in first_row(text))
        terminal.send("\x0f")
        terminal.wait_until(lambda text: "quotation" in first_row(text) and "The Locks" in text)
        terminal.send("\x03")
        assert terminal.wait_for_exit() == 130

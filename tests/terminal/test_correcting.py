"""Speakers are corrected in a terminal with a few keys each, and found again after the program was killed."""

import json
from pathlib import Path

import pytest

from tests.terminal.test_reading import ROUND_UP, analysed, at_quotation

pytestmark = pytest.mark.terminal

CORRECTIONS = {1: ("wmu\r", "Agathe Muir"), 3: ("wan\r", "Anselm Torv"), 5: ("wem\r", "Emeka Sandvik")}
"""By the number of a quotation: at most four keys, and the speaker that they make it."""


def speakers(printed, path=ROUND_UP):
    """The name and the marks of the speaker of each corrected quotation, as the command line prints them."""
    quotations = json.loads(printed("quotes", str(path), "--json"))["quotations"]
    return {each["id"]: (each["speaker"], each["corrected"]) for each in quotations if "corrected" in each}


def correct(terminal, number, keys, name):
    terminal.wait_until(at_quotation(number))
    assert len(keys) <= 4
    terminal.send(keys)
    terminal.wait_for(f"said by {name}")
    terminal.wait_for("✓ yours")


def test_three_speakers_are_corrected_with_four_keys_each_and_found_again(reader, printed):
    with reader(str(ROUND_UP)) as terminal:
        terminal.wait_for("On the first of October")
        terminal.wait_until(analysed)
        here = 0
        for number, (keys, name) in CORRECTIONS.items():
            for step in range(here + 1, number + 1):
                terminal.send("n")
                terminal.wait_until(at_quotation(step))
            correct(terminal, number, keys, name)
            here = number
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
    wanted = {number: (name, ["voice"]) for number, (_, name) in CORRECTIONS.items()}
    assert speakers(printed) == wanted
    with reader(str(ROUND_UP)) as terminal:
        terminal.wait_until(at_quotation(5))
        terminal.wait_for("Emeka Sandvik")
        terminal.wait_for("✓ yours")
        terminal.send("NN")
        terminal.wait_for("Anselm Torv")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


def test_a_name_begins_with_a_digit_and_alt_with_a_digit_opens_a_page(reader):
    with reader(str(ROUND_UP)) as terminal:
        terminal.wait_for("On the first of October")
        terminal.wait_until(analysed)
        terminal.send("n")
        terminal.wait_until(at_quotation(1))
        terminal.send("w")
        terminal.wait_for("Who said this?")
        terminal.send("\x1b3")
        terminal.wait_for("What kind of quotation is it?")
        terminal.send("1")
        terminal.wait_for("Who said this?")
        terminal.send("50 Cent\r")
        terminal.wait_for("said by 50 Cent")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


def test_a_correction_survives_kill_9_and_an_edited_file(reader, printed, tmp_path):
    path = Path(tmp_path / "round-up.txt")
    path.write_bytes(ROUND_UP.read_bytes())
    with reader(str(path)) as terminal:
        terminal.wait_for("On the first of October")
        terminal.wait_until(analysed)
        terminal.send("n")
        correct(terminal, 1, *CORRECTIONS[1])
        terminal.kill()
    assert speakers(printed, path) == {1: ("Agathe Muir", ["voice"])}
    text = path.read_text()
    path.write_text(text.replace("By Corin Aldous", "By Corin Aldous\n\nNothing here was new."))
    assert speakers(printed, path) == {1: ("Agathe Muir", ["voice"])}  # though the library has not seen this text yet
    with reader(str(path)) as terminal:
        terminal.wait_until(analysed)
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
    assert speakers(printed, path) == {1: ("Agathe Muir", ["voice"])}
    with reader(str(path)) as terminal:
        terminal.wait_until(analysed)
        terminal.send("gn")
        terminal.wait_until(at_quotation(1))
        terminal.wait_for("✓ yours")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


OLD = """The Lamps of Oxholm

By Corin Aldous

The board of the harbour met on Friday and counted what had been given for the new lamps.

"Every crown of it is in the bank," said Ada Ros, the treasurer of the board. "Nobody will get it back."

Olga Rand, a member of the board, was not content. "Nobody asked the fishermen," she said.
"""
NEW = OLD.replace(
    '"Every crown of it is in the bank," said Ada Ros, the treasurer of the board. "Nobody will get it back."',
    'Ada Ros keeps the money. "It is all in the bank in Torsby, every crown, and nobody will get it back."',
)


def test_a_highlight_that_was_not_found_is_attached_and_its_speaker_corrected(reader, printed, tmp_path):
    path = Path(tmp_path / "lamps.txt")
    path.write_text(OLD)
    with reader(str(path)) as terminal:
        terminal.wait_for("The board of the harbour")
        terminal.wait_until(analysed)
        terminal.send("n")
        terminal.wait_until(at_quotation(1))
        terminal.send("h")
        terminal.wait_for("highlighted · Ada Ros")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
    path.write_text(NEW)
    with reader(str(path)) as terminal:
        terminal.wait_for("1 highlight is no longer in the article")
        terminal.wait_until(analysed)
        terminal.send("H")
        terminal.wait_for("no longer in the article")
        terminal.send("w")
        terminal.wait_for("Which words is it now?")
        terminal.wait_for("{+")
        terminal.send("\r")
        terminal.wait_for("attached")
        terminal.wait_for("✓ yours")
        terminal.send("U")
        terminal.wait_for("undone: attached")
        terminal.send("\x12")  # Ctrl+R
        terminal.wait_for("correction made again")
        terminal.send("Hw")
        terminal.wait_for("Who says the highlighted words?")
        terminal.send("olga\r")
        terminal.wait_for("highlighted words of Olga Rand")
        terminal.kill()
    found = printed("read", str(path), "--width", "0").partition("==== Highlights")[2]
    assert "every crown, and nobody will get it back." in found
    assert "/ Olga Rand (✓ corrected)" in found
    assert "no longer found" not in found

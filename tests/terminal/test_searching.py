"""The library is searched in a terminal: typed in one burst, opened at the place, and with a damaged index."""

from pathlib import Path

import pytest

from tests.terminal.test_reading import ROUND_UP, analysed

pytestmark = pytest.mark.terminal

FERRY = """The Ferry Stops

By Ida Stone

The ferry at Oxholm will stop in June. “The hull is forty years old,” said Mara Ekdal, an engineer at the Oxholm Yard.

“Nobody asked the island,” said Per Rask, a farmer. The county said that it had no money.
"""


@pytest.fixture
def ferry(reader, tmp_path):
    """An article that was read before, in a library with an index."""
    path = Path(tmp_path) / "ferry.txt"
    path.write_text(FERRY, encoding="utf-8")
    with reader(str(path)) as terminal:
        terminal.wait_until(analysed)
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
    return path


@pytest.mark.usefixtures("ferry")
def test_keys_typed_in_one_burst_search_the_library_and_open_the_place(reader):
    with reader(str(ROUND_UP)) as terminal:
        terminal.wait_for("On the first of October")
        terminal.wait_until(analysed)
        terminal.send("//voice:rask island")
        terminal.wait_for("Per Rask, farmer")
        terminal.send("\r")
        terminal.wait_for("46 words")
        terminal.wait_for("Per Rask  farmer")
        terminal.send("q")
        terminal.wait_for("/ voice:rask island")
        terminal.send("\x1b")
        terminal.wait_for("On the first of October")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.usefixtures("ferry")
def test_the_library_is_searched_and_its_voices_are_listed(reader):
    with reader() as terminal:
        terminal.wait_for("Library 1")
        terminal.send("/hull")
        terminal.wait_for("Mara Ekdal, engineer, Oxholm Yard")
        terminal.send("\x1b")
        terminal.wait_for("j k move")
        terminal.send("q")
        terminal.wait_for("Library 1")
        terminal.send("V")
        terminal.wait_for("Voices of the library 3")
        terminal.send("\r")
        terminal.wait_for("“The hull is forty years old,”")
        terminal.send("\r")
        terminal.wait_for("46 words")
        terminal.send("qqqq")
        assert terminal.wait_for_exit() == 0


def test_a_damaged_index_is_made_anew_and_stops_nobody(reader, home, ferry):
    index = Path(home["PULLQUOTE_HOME"]) / "library.search.db"
    assert index.exists()
    index.write_bytes(b"\x00damaged" * 2000)
    with reader(str(ferry)) as terminal:
        terminal.wait_until(analysed)
        terminal.send("//hull")
        terminal.wait_for("Mara Ekdal, engineer, Oxholm Yard")
        terminal.send("\x03")
        assert terminal.wait_for_exit() == 130

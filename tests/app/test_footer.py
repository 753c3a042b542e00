"""The footer shows the keys that matter where a person is, whole, or one sentence."""

import pytest

from reader.app.columns import columns
from reader.app.widgets.footer import HINTS, Footer
from tests.app.stage import Stage, lines, reading


async def shown(width, place="body", sentence=""):
    footer = Footer()
    async with Stage(footer).run_test(size=(width, 3)):
        footer.fit(columns(width))
        footer.show(reading(), place)
        footer.say(sentence)
        return lines(footer)[0]


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (60, "n N quotation   s S same voice   ] [ claim"),
        (80, "n N quotation   s S same voice   ] [ claim   h highlight"),
        (100, "n N quotation   s S same voice   ] [ claim   h highlight   a note   2 voices"),
    ],
)
async def test_keys_that_do_not_fit_are_dropped_whole(width, words):
    row = await shown(width)
    assert row.removesuffix("? keys").strip() == words
    assert row.endswith("? keys")
    assert len(row) == width - columns(width).right


@pytest.mark.parametrize("place", HINTS)
async def test_every_place_shows_a_way_back_or_on(place):
    row = await shown(80, place)
    assert ("Esc" in row) == (place != "body")


async def test_an_unknown_place_has_the_keys_of_the_article():
    assert await shown(80, "somewhere") == (await shown(80, "body")).removesuffix("? keys").rstrip()


async def test_a_sentence_stands_in_place_of_the_keys_until_it_is_taken_back():
    footer = Footer()
    async with Stage(footer).run_test(size=(80, 3)):
        footer.say("Exported to ./[draft] harbour.md")
        assert lines(footer)[0].strip() == "Exported to ./[draft] harbour.md" + " " * 34 + "? keys"
        footer.say("")
        assert "n N quotation" in lines(footer)[0]


async def test_a_long_sentence_takes_the_whole_row_and_is_cut_after_a_word():
    row = await shown(60, sentence="The library could not be written because the disk is full, so nothing was kept.")
    assert row.strip() == "The library could not be written because the disk is…"


async def test_lines_of_a_sentence_become_one():
    assert "one two" in await shown(60, sentence="one\ntwo")

"""The footer shows the keys that matter where a person is, whole, or one sentence."""

import pytest
from rich.segment import Segment
from textual.strip import Strip

from reader.app.rendering.columns import columns
from reader.app.widgets.footer import HINTS, Footer
from tests.app.pane_harness import Stage, lines, reading


async def shown(width, place="body", sentence=""):
    footer = Footer()
    async with Stage(footer).run_test(size=(width, 3)):
        footer.fit(columns(width))
        footer.show(reading(), place)
        footer.show_message(sentence)
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


async def test_only_where_an_article_is_read_the_keys_are_a_key_away():
    assert (await shown(80, "voices")).endswith("? keys")
    assert "? keys" not in await shown(80, "filter")


async def test_a_sentence_stands_in_place_of_the_keys_until_it_is_taken_back():
    footer = Footer()
    async with Stage(footer).run_test(size=(80, 3)):
        footer.show_message("Exported to ./[draft] harbour.md")
        assert lines(footer)[0].removesuffix("? keys").strip() == "Exported to ./[draft] harbour.md"
        footer.show_message("")
        assert "n N quotation" in lines(footer)[0]


LONG = "The library in /home/someone/with/a/long/path/library.db could not be written because the disk is full"


async def test_a_long_sentence_takes_the_blank_row_above_and_gives_it_back():
    footer = Footer()
    async with Stage(footer).run_test(size=(80, 5)) as pilot:
        footer.fit(columns(80))
        footer.show_message(LONG)
        await pilot.pause()
        assert [line.strip() for line in lines(footer)] == [
            "The library in /home/someone/with/a/long/path/library.db could not be",
            "written because the disk is full",
        ]
        assert footer.region.y == 0
        footer.show_message("")
        await pilot.pause()
        assert (footer.size.height, footer.region.y) == (1, 1)
        assert "n N quotation" in lines(footer)[0]


async def test_a_file_name_is_not_broken_while_there_are_rows():
    footer = Footer()
    async with Stage(footer).run_test(size=(60, 8)) as pilot:
        footer.fit(columns(60))
        footer.show_message(f"{LONG}, so nothing was kept")
        await pilot.pause()
        assert [line.strip() for line in lines(footer)] == [
            "The library in",
            "/home/someone/with/a/long/path/library.db could not",
            "be written because the disk is full, so nothing was",
            "kept",
        ]


async def test_what_is_too_long_for_four_rows_is_cut_at_the_end():
    footer = Footer()
    async with Stage(footer).run_test(size=(60, 8)) as pilot:
        footer.fit(columns(60))
        footer.show_message(f"{LONG} " * 3)
        await pilot.pause()
        shown = lines(footer)
        assert len(shown) == 4
        assert shown[-1].endswith("…")


async def test_a_sentence_folds_anew_at_another_width():
    footer = Footer()
    async with Stage(footer).run_test(size=(140, 5)) as pilot:
        footer.fit(columns(140))
        footer.show_message(LONG)
        await pilot.pause()
        assert footer.size.height == 1
        footer.fit(columns(60))
        await pilot.pause()
        assert footer.size.height == 3


async def test_over_the_speaker_line_a_sentence_takes_rows_of_its_own_and_gives_them_back():
    footer = Footer(overlay=True)
    async with Stage(footer).run_test(size=(60, 9)) as pilot:
        footer.fit(columns(60))
        await pilot.pause()
        assert footer.size.height == 2
        assert lines(footer)[0] == ""
        assert "n N quotation" in lines(footer)[1]
        for sentence, rows in (("Done", 2), (LONG, 3), (f"{LONG}, so nothing was kept", 4), ("", 2)):
            footer.show_message(sentence)
            await pilot.pause()
            assert footer.size.height == rows
            tracks = footer.screen.styles.grid_rows or ()
            assert str(tracks[-1].value) == f"{rows:.1f}"
            assert sum(each.value for each in tracks[2:]) == 5


async def test_a_row_of_the_speaker_line_stands_above_the_keys_while_no_sentence_needs_it():
    footer = Footer(overlay=True)
    async with Stage(footer).run_test(size=(60, 9)) as pilot:
        footer.fit(columns(60))
        footer.set_upper_row(Strip([Segment("a note")]))
        await pilot.pause()
        assert [line.strip()[:6] for line in lines(footer)] == ["a note", "n N qu"]
        footer.show_message(LONG)
        await pilot.pause()
        assert "a note" not in " ".join(lines(footer))
        footer.show_message("")
        footer.set_upper_row(None)
        await pilot.pause()
        assert lines(footer)[0] == ""


async def test_lines_of_a_sentence_become_one():
    assert "one two" in await shown(60, sentence="one\ntwo")

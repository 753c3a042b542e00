"""The footer shows the keys that fit, or one message."""

import pytest
from rich.segment import Segment
from textual.strip import Strip

from reader.app.rendering.columns import columns
from reader.app.widgets.footer import HINTS, Footer
from tests.app.pane_harness import PaneApp, lines, reading


async def shown(width, place="body", sentence=""):
    footer = Footer()
    async with PaneApp(footer).run_test(size=(width, 3)):
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
async def test_hints_that_do_not_fit_are_left_out(width, words):
    row = await shown(width)
    assert row.removesuffix("? keys").strip() == words
    assert row.endswith("? keys")
    assert len(row) == width - columns(width).right


@pytest.mark.parametrize("place", HINTS)
async def test_every_context_shows_a_way_back_or_forward(place):
    row = await shown(80, place)
    assert ("Esc" in row) == (place != "body")


async def test_the_help_key_is_shown_only_where_letters_are_not_typed():
    assert (await shown(80, "voices")).endswith("? keys")
    assert "? keys" not in await shown(80, "filter")


async def test_a_message_replaces_the_keys_until_it_is_removed():
    footer = Footer()
    async with PaneApp(footer).run_test(size=(80, 3)):
        footer.show_message("Exported to ./[draft] harbour.md")
        assert lines(footer)[0].removesuffix("? keys").strip() == "Exported to ./[draft] harbour.md"
        footer.show_message("")
        assert "n N quotation" in lines(footer)[0]


LONG = "The library in /home/someone/with/a/long/path/library.db could not be written because the disk is full"


async def test_a_long_message_uses_the_blank_row_above_it():
    footer = Footer()
    async with PaneApp(footer).run_test(size=(80, 5)) as pilot:
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
    async with PaneApp(footer).run_test(size=(60, 8)) as pilot:
        footer.fit(columns(60))
        footer.show_message(f"{LONG}, so nothing was kept")
        await pilot.pause()
        assert [line.strip() for line in lines(footer)] == [
            "The library in",
            "/home/someone/with/a/long/path/library.db could not",
            "be written because the disk is full, so nothing was",
            "kept",
        ]


async def test_a_message_longer_than_four_rows_is_cut():
    footer = Footer()
    async with PaneApp(footer).run_test(size=(60, 8)) as pilot:
        footer.fit(columns(60))
        footer.show_message(f"{LONG} " * 3)
        await pilot.pause()
        shown = lines(footer)
        assert len(shown) == 4
        assert shown[-1].endswith("…")


async def test_a_message_wraps_to_a_new_width():
    footer = Footer()
    async with PaneApp(footer).run_test(size=(140, 5)) as pilot:
        footer.fit(columns(140))
        footer.show_message(LONG)
        await pilot.pause()
        assert footer.size.height == 1
        footer.fit(columns(60))
        await pilot.pause()
        assert footer.size.height == 3


async def test_a_long_message_covers_rows_of_the_speaker_line():
    footer = Footer(overlay=True)
    async with PaneApp(footer).run_test(size=(60, 9)) as pilot:
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


async def test_the_upper_row_is_shown_unless_a_message_needs_it():
    footer = Footer(overlay=True)
    async with PaneApp(footer).run_test(size=(60, 9)) as pilot:
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


async def test_lines_of_a_message_become_one():
    assert "one two" in await shown(60, sentence="one\ntwo")

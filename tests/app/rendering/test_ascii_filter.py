"""The screen in ASCII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from reader.app.app import PullquoteApp
from reader.app.rendering.ascii_filter import AsciiFilter, to_ascii
from reader.config import paths


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("▎ ▌ ▀ ━╸ ✎ − · … ›", "| # ' =- * - . ~ >"),
        ("“Don’t,” she said — once.", '"Don\'t," she said - once.'),
        ("Ångström, façade, Łódź, straße", "Angstrom, facade, Lodz, strase"),
        ("海の家", "??????"),
        ("e\u0301", "e"),
        ("plain", "plain"),
    ],
)
def test_signs_become_ascii_of_the_same_width(text, shown):
    assert to_ascii(text) == shown


@given(st.text(st.characters(blacklist_categories=["Cc", "Cs"]), max_size=30))
def test_every_character_becomes_ascii_of_the_same_width(text):
    assert to_ascii(text).isascii()
    assert len(to_ascii(text)) == sum(map(cell_len, text))


def test_a_line_keeps_its_styles():
    bold = Style(bold=True)
    assert AsciiFilter().apply([Segment("▎", bold), Segment("a")], Color(0, 0, 0)) == [Segment("|", bold), Segment("a")]


@pytest.mark.parametrize(
    ("pieces", "shown"),
    [
        (["the wall…    7"], ["the wall...  7"]),
        (["the wall…", "   7"], ["the wall...", " 7"]),
        (["the wall…", "  7"], ["the wall~", "  7"]),  # no room
        (["Straße am Fluß…", "     ", "  "], ["Strasse am Fluss...", " ", "  "]),
        (["Straße und Fluß ", "  7"], ["Strasse und Fluss", " 7"]),
        (["a…b", "  c…", "      d"], ["a~b", "  c...", "    d"]),
        (["ß"], ["s"]),
        (["ß "], ["ss"]),
    ],
)
def test_signs_are_spelled_out_where_blanks_after_them_leave_room(pieces, shown):
    line = AsciiFilter().apply([Segment(piece) for piece in pieces], Color(0, 0, 0))
    assert "".join(segment.text for segment in line) == "".join(shown)


@given(st.lists(st.text("aß…  €", max_size=12), min_size=1, max_size=5))
def test_a_line_with_signs_spelled_out_is_as_wide_as_before(pieces):
    line = AsciiFilter().apply([Segment(piece) for piece in pieces], Color(0, 0, 0))
    assert len(line) == len(pieces)
    shown = "".join(segment.text for segment in line)
    assert shown.isascii()
    assert len(shown) == sum(map(cell_len, pieces))


@pytest.mark.parametrize(
    ("asked", "on"), [(("xterm", "true"), True), (("linux", "false"), True), (("xterm", "false"), False)]
)
async def test_the_setting_or_a_linux_console_turns_it_on(opened, tmp_path, monkeypatch, asked, on):
    term, setting = asked
    monkeypatch.setenv("TERM", term)
    (tmp_path / "home").mkdir()
    paths().config.write_text(f"ascii = {setting}\n", encoding="utf-8")
    async with opened() as at:
        assert isinstance(at.app, PullquoteApp)
        assert (at.app.text_filter is not None) is on
        shown = at.app.export_screenshot()
        assert ("▀" in shown) is not on


async def test_the_map_is_drawn_without_colours_where_its_signs_are_replaced(opened, tmp_path):
    (tmp_path / "home").mkdir()
    paths().config.write_text("ascii = true\n", encoding="utf-8")
    async with opened() as at:
        minimap = at.screen.panes.minimap
        shown = "".join(minimap.render_line(y).text[1] for y in range(minimap.size.height))
        assert {" ", "█"} <= set(shown)  # with colours each cell is ▀

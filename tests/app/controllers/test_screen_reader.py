"""The terminal's own cursor stands where one reads; for a screen reader it shows, and nothing is drawn beside the text."""

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.widgets import Input, TextArea

from reader.app.controllers.screen_reader import CursorFilter
from reader.app.rendering.ascii_filter import AsciiFilter


@pytest.fixture
def spoken(tmp_path, monkeypatch):
    """A person who has set what suits a screen reader; what is written to their terminal beside frames."""
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path))
    (tmp_path / "config.toml").write_text("speak_friendly = true\n", encoding="utf-8")
    written: list[str] = []
    monkeypatch.setattr("textual.drivers.headless_driver.HeadlessDriver.write", lambda _, data: written.append(data))
    return written


def under_cursor(at, length):
    """The text on the screen from the terminal's cursor on."""
    x, y = at.app.cursor_position
    return "".join(segment.text for segment in at.app.screen._compositor.render_strips()[y])[x : x + length]


@pytest.mark.no_cover
async def test_the_terminals_cursor_follows_the_cursor_in_the_text(opened):
    async with opened() as at:
        assert under_cursor(at, 13) == "Harbour Towns"
        await at.press("n", "n", "n", "n", "n", "n")
        assert under_cursor(at, 15) == "“a wall on pape"
        await at.press("v", "right", "right")
        assert under_cursor(at, 5) == " wall"
        await at.press("escape", "slash", *"tide")
        assert under_cursor(at, 1) == " "
        assert at.app.cursor_position.y == 23
        await at.press("enter")
        assert under_cursor(at, 4) == "tide"


@pytest.mark.no_cover
@pytest.mark.parametrize(("size", "key"), [((140, 40), "2"), ((80, 24), "2"), ((140, 40), "3")])
async def test_in_a_list_the_terminals_cursor_is_on_the_selected_entry(opened, size, key):
    async with opened(size) as at:
        await at.press("n", key, "g")
        first = at.app.cursor_position
        await at.press("j")
        assert at.app.cursor_position.x == first.x
        assert at.app.cursor_position.y - first.y in {1, 2}  # a title may take two rows
        pane = at.screen.focused
        assert pane is not None
        assert at.app.cursor_position in pane.region
        await at.press("1")
        assert at.app.cursor_position in at.screen.body.region


@pytest.mark.no_cover
@pytest.mark.parametrize("key", ["a", "t", "slash"])
async def test_in_an_empty_prompt_the_terminals_cursor_is_where_one_writes(opened, key):
    async with opened() as at:
        await at.press("n", "h", key)
        await at.pilot.pause()
        writing = at.screen.focused
        assert writing is not None
        assert at.app.cursor_position in writing.region


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "keys", [("a",), ("t",), ("slash",), ("2", "slash"), ("H", "slash"), ("l", "slash"), ("colon",)]
)
async def test_the_cursor_of_an_input_does_not_blink(opened, keys):
    async with opened() as at:
        await at.press("n", "h", *keys)
        await at.pilot.pause()
        writing = at.app.focused
        assert isinstance(writing, Input | TextArea)
        assert not writing.cursor_blink


async def test_for_a_screen_reader_the_cursor_is_shown_and_the_article_is_alone(opened, spoken):
    async with opened((140, 40)) as at:
        assert "\x1b[?25h" in spoken
        assert at.screen.panes.alone == "body"
        rows = ["".join(part.text for part in strip) for strip in at.app.screen._compositor.render_strips()]
        await at.press("n")
        drawn = {sign for strip in at.app.screen.query_one("#body")._strips.values() for sign in strip.text}
        assert "▌" in drawn
        assert not {*"".join(rows)} & {*"▎▌▀▄█━╸─│›"}
        before = spoken.count("\x1b[?25h")
        at.app.app_resume_signal.publish(at.app)
        assert spoken.count("\x1b[?25h") == before + 1


async def test_for_a_screen_reader_j_and_k_move_by_sentence(opened, spoken):
    async with opened() as at:
        shown = []
        for key in ("j", "j", "j", "j", "k"):
            await at.press(key)
            shown.append(under_cursor(at, 5))
        assert shown == ["Three", "Petra", "Eight", "The c", "Eight"]
        await at.press("v", "j")
        assert at.reading.selection is not None
    assert spoken


def test_decorations_are_blank_and_text_stays():
    segments = [Segment("▌ “On  n’y”"), Segment(" ─ ✎"), Segment("▀")]
    assert _spoken(None, segments) == ["  “On  n’y”", "   ✎", " "]
    assert _spoken(AsciiFilter(), segments) == ['  "On  n\'y"', "   *", " "]


@pytest.mark.parametrize("words", ["»Er rief ›Halt‹ und lief.«", "Name │ Ort", "10 › 2"])
def test_signs_among_words_belong_to_the_text(words):
    assert _spoken(None, [Segment("▎›"), Segment(words)]) == ["  ", words]


def _spoken(below, segments):
    return [segment.text for segment in CursorFilter(below).apply(segments, Color(0, 0, 0))]

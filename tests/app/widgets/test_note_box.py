"""The box for a note of several lines."""

import pytest
from textual import events
from textual.geometry import Region
from textual.widgets import TextArea

from reader.app.rendering.columns import columns
from reader.app.widgets.note_box import MAX_ROWS, NoteBox
from reader.app.widgets.prompt_input import PromptInput, strip_controls
from tests.app.pane_harness import PaneApp, lines


async def asked(pilot, app, value=""):
    box = NoteBox(id="prompt")
    await app.screen.mount(box)
    box.fit(columns(60))
    box.show_hint("what keys do")
    box.ask("✎", value)
    await pilot.pause()
    await pilot.pause()
    return box


@pytest.mark.parametrize(
    ("before", "keys", "after"),
    [
        ("", ("o", "n", "e", "enter"), "one"),
        ("", ("o", "ctrl+j", "n", "alt+enter", "shift+enter", "e", "enter"), "o\nn\n\ne"),
        ("as it\nwas", ("exclamation_mark", "enter"), "as it\nwas!"),
        ("gone", ("ctrl+u", "enter"), ""),
        ("two\nlines", ("up", "home", "x", "enter"), "xtwo\nlines"),
        (" about ", ("enter",), "about"),
    ],
)
async def test_enter_saves_the_note_with_its_lines(before, keys, after):
    app = PaneApp()
    async with app.run_test(size=(60, 16)) as pilot:
        await asked(pilot, app, before)
        await pilot.press(*keys)
        assert [message.text for message in app.messages_of(PromptInput.Answered)] == [after]


async def test_esc_cancels_the_note():
    app = PaneApp()
    async with app.run_test(size=(60, 16)) as pilot:
        await asked(pilot, app, "old")
        await pilot.press("x", "escape")
        assert app.messages_of(PromptInput.Answered) == []
        assert len(app.messages_of(PromptInput.Cancelled)) == 1


async def test_the_box_grows_with_the_note_up_to_a_limit():
    app = PaneApp()
    async with app.run_test(size=(60, 24)) as pilot:
        box = await asked(pilot, app)
        heights = [box.region.height]
        for _ in range(MAX_ROWS + 3):
            await pilot.press("x", "ctrl+j")
            await pilot.pause()
            heights.append(box.region.height)
        assert heights[0] == 4
        assert heights == sorted(heights)
        assert max(heights) == MAX_ROWS + 2
        assert box.region.bottom == 24


async def test_the_box_shows_a_sign_and_its_keys():
    app = PaneApp()
    async with app.run_test(size=(60, 16)) as pilot:
        box = await asked(pilot, app, "[/] one\ntwo")
        assert lines(box.query_one("#note-label"))[0] == "✎"
        assert lines(box.query_one(TextArea)) == ["[/] one", "two"]
        assert lines(box.query_one("#note-hint"))[0] == "what keys do"


async def test_pasted_lines_stay_lines_without_control_characters():
    app = PaneApp()
    async with app.run_test(size=(60, 16)) as pilot:
        box = await asked(pilot, app)
        box.query_one(TextArea).post_message(events.Paste("one\r\n\ttwo\x1b[31m\u202e"))
        await pilot.pause()
        await pilot.press("enter")
        assert app.messages_of(PromptInput.Answered)[-1].text == "one\n two[31m"


@pytest.mark.parametrize(
    ("text", "same"), [("a\rb\u2028c", "a\nb\nc"), ("tab\there", "tab here"), ("bell\x07\u2066", "bell"), ("", "")]
)
def test_pasted_text_loses_its_control_characters(text, same):
    assert strip_controls(text) == same


async def test_a_note_drawn_after_its_removal_is_blank():
    app = PaneApp()
    async with app.run_test(size=(60, 16)) as pilot:
        box = await asked(pilot, app, "why")
        note = box.query_one("#note", TextArea)
        await box.remove()
        assert [strip.text for strip in note.render_lines(Region(0, 0, 6, 2))] == [" " * 6] * 2

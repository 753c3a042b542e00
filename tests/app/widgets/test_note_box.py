"""The box for a note: several lines, kept or left."""

import pytest
from textual import events
from textual.geometry import Region
from textual.widgets import TextArea

from reader.app.rendering.columns import columns
from reader.app.widgets.note_box import MAX_ROWS, NoteBox
from reader.app.widgets.prompt_input import PromptInput, strip_controls
from tests.app.pane_harness import Stage, lines


async def asked(pilot, stage, value=""):
    box = NoteBox(id="prompt")
    await stage.screen.mount(box)
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
async def test_enter_keeps_what_was_written_in_its_lines(before, keys, after):
    stage = Stage()
    async with stage.run_test(size=(60, 16)) as pilot:
        await asked(pilot, stage, before)
        await pilot.press(*keys)
        assert [message.text for message in stage.post_from(PromptInput.Answered)] == [after]


async def test_esc_leaves_the_note_as_it_was():
    stage = Stage()
    async with stage.run_test(size=(60, 16)) as pilot:
        await asked(pilot, stage, "old")
        await pilot.press("x", "escape")
        assert stage.post_from(PromptInput.Answered) == []
        assert len(stage.post_from(PromptInput.Cancelled)) == 1


async def test_the_box_grows_with_the_note_up_to_its_most():
    stage = Stage()
    async with stage.run_test(size=(60, 24)) as pilot:
        box = await asked(pilot, stage)
        heights = [box.region.height]
        for _ in range(MAX_ROWS + 3):
            await pilot.press("x", "ctrl+j")
            await pilot.pause()
            heights.append(box.region.height)
        assert heights[0] == 4
        assert heights == sorted(heights)
        assert max(heights) == MAX_ROWS + 2
        assert box.region.bottom == 24


async def test_a_sign_stands_before_the_note_and_the_keys_below_it():
    stage = Stage()
    async with stage.run_test(size=(60, 16)) as pilot:
        box = await asked(pilot, stage, "[/] one\ntwo")
        assert lines(box.query_one("#note-label"))[0] == "✎"
        assert lines(box.query_one(TextArea)) == ["[/] one", "two"]
        assert lines(box.query_one("#note-hint"))[0] == "what keys do"


async def test_pasted_lines_stay_lines_and_can_not_steer_the_terminal():
    stage = Stage()
    async with stage.run_test(size=(60, 16)) as pilot:
        box = await asked(pilot, stage)
        box.query_one(TextArea).post_message(events.Paste("one\r\n\ttwo\x1b[31m\u202e"))
        await pilot.pause()
        await pilot.press("enter")
        assert stage.post_from(PromptInput.Answered)[-1].text == "one\n two[31m"


@pytest.mark.parametrize(
    ("text", "same"), [("a\rb\u2028c", "a\nb\nc"), ("tab\there", "tab here"), ("bell\x07\u2066", "bell"), ("", "")]
)
def test_nothing_pasted_can_steer_the_terminal(text, same):
    assert strip_controls(text) == same


async def test_a_note_that_is_drawn_once_more_when_it_is_gone_is_blank():
    stage = Stage()
    async with stage.run_test(size=(60, 16)) as pilot:
        box = await asked(pilot, stage, "why")
        note = box.query_one("#note", TextArea)
        await box.remove()
        assert [strip.text for strip in note.render_lines(Region(0, 0, 6, 2))] == [" " * 6] * 2

"""The prompt takes one line in the footer's place."""

import pytest
from textual import events

from reader.app.rendering.columns import columns
from reader.app.widgets.prompt_input import PromptInput, to_one_line
from tests.app.pane_harness import Stage


def staged():
    prompt = PromptInput(id="prompt")
    stage = Stage(prompt)
    return prompt, stage, stage.run_test(size=(60, 5))


async def asked(pilot, prompt, value=""):
    prompt.fit(columns(60))
    prompt.ask("✎", value)
    await pilot.pause()


@pytest.mark.parametrize(
    ("before", "keys", "answer"),
    [
        ("", ("h", "i", "enter"), "hi"),
        ("as it was", ("enter",), "as it was"),
        ("as it was", ("exclamation_mark", "enter"), "as it was!"),
        ("gone", ("ctrl+u", "enter"), ""),
        ("", ("space", "x", "space", "enter"), "x"),
    ],
)
async def test_enter_hands_over_what_was_written(before, keys, answer):
    prompt, stage, run = staged()
    async with run as pilot:
        await asked(pilot, prompt, before)
        await pilot.press(*keys)
        assert [message.text for message in stage.post_from(PromptInput.Answered)] == [answer]


async def test_esc_leaves_everything_as_it_was():
    prompt, stage, run = staged()
    async with run as pilot:
        await asked(pilot, prompt, "old")
        await pilot.press("x", "escape")
        assert stage.post_from(PromptInput.Answered) == []
        assert len(stage.post_from(PromptInput.Cancelled)) == 1


async def test_a_long_note_shows_its_end_where_one_goes_on_writing():
    prompt, _, run = staged()
    async with run as pilot:
        await asked(pilot, prompt, "begin " + "word " * 40 + "end")
        await pilot.pause()
        text = "".join(prompt.query_one("#prompt-line").render_line(0).text)
        assert text.rstrip().endswith("end")


async def test_several_pasted_lines_become_one():
    prompt, stage, run = staged()
    async with run as pilot:
        await asked(pilot, prompt, "")
        prompt.query_one("#prompt-line").post_message(events.Paste("one\n  two\r\nthree"))
        await pilot.pause()
        await pilot.press("enter")
        assert stage.post_from(PromptInput.Answered)[-1].text == "one two three"


async def test_a_label_in_brackets_is_no_markup():
    prompt, _, run = staged()
    async with run as pilot:
        prompt.ask("[/]")
        await pilot.pause()
        assert prompt.query_one("#prompt-label").render_line(0).text.startswith("[/]")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain", "plain"),
        ("a\n\n b", "a b"),
        ("a\tb", "a b"),
        ("\x1b[31mred", "[31mred"),
        ("safe\u202eevil", "safeevil"),
        ("tag\U000e0041", "tag"),
        ("family 👩\u200d👧", "family 👩\u200d👧"),
    ],
)
def test_nothing_pasted_can_steer_the_terminal(text, line):
    assert to_one_line(text) == line

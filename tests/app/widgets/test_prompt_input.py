"""The prompt asks for one line in place of the footer."""

import pytest
from textual import events

from reader.app.rendering.columns import columns
from reader.app.widgets.prompt_input import PromptInput, to_one_line
from tests.app.pane_harness import PaneApp


def shown_list():
    prompt = PromptInput(id="prompt")
    app = PaneApp(prompt)
    return prompt, app, app.run_test(size=(60, 5))


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
async def test_enter_posts_the_answer(before, keys, answer):
    prompt, app, run = shown_list()
    async with run as pilot:
        await asked(pilot, prompt, before)
        await pilot.press(*keys)
        assert [message.text for message in app.messages_of(PromptInput.Answered)] == [answer]


async def test_esc_cancels_the_prompt():
    prompt, app, run = shown_list()
    async with run as pilot:
        await asked(pilot, prompt, "old")
        await pilot.press("x", "escape")
        assert app.messages_of(PromptInput.Answered) == []
        assert len(app.messages_of(PromptInput.Cancelled)) == 1


async def test_a_long_text_shows_its_end():
    prompt, _, run = shown_list()
    async with run as pilot:
        await asked(pilot, prompt, "begin " + "word " * 40 + "end")
        await pilot.pause()
        text = "".join(prompt.query_one("#prompt-line").render_line(0).text)
        assert text.rstrip().endswith("end")


async def test_several_pasted_lines_become_one():
    prompt, app, run = shown_list()
    async with run as pilot:
        await asked(pilot, prompt, "")
        prompt.query_one("#prompt-line").post_message(events.Paste("one\n  two\r\nthree"))
        await pilot.pause()
        await pilot.press("enter")
        assert app.messages_of(PromptInput.Answered)[-1].text == "one two three"


async def test_a_label_in_brackets_is_not_markup():
    prompt, _, run = shown_list()
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
def test_pasted_text_loses_its_control_characters(text, line):
    assert to_one_line(text) == line

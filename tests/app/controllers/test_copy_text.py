"""The clipboard: words with who said them and where."""

from threading import Thread

import pytest

from tests.app.pane_harness import TEXT

PLACE = "Harbour Towns Weigh a Sea Wall That Nobody Wants to Pay For, Estuary Digest, 2 March 2024"


async def test_y_copies_the_quotation_with_its_speaker_and_source(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "n", "n", "n", "y")
        assert at.app.clipboard == (
            "“Both sides want to be seen to act before the winter storms, … Nobody wants to be the one who waited.” — "
            "Ilse Marchetti, expert on coastal engineering, Northern Institute for Shore Research, "
            f"The Coastal Courier (via Petra Halloran); {PLACE}"
        )
        assert at.said.startswith("20 words of Ilse Marchetti copied")


@pytest.mark.no_cover
async def test_capital_y_copies_a_markdown_quote(opened):
    async with opened() as at:
        await at.press("n", "n", "n", "n", "n", "n", "Y")
        assert at.app.clipboard.startswith("> “a wall on paper keeps no water out.”\n>\n> — Tomas Adeyemi")
        assert "copied as Markdown" in at.said


async def test_y_copies_the_selection_alone_and_clears_it(opened):
    async with opened() as at:
        await at.press("v", "ctrl+right", "ctrl+right", "y")
        assert at.app.clipboard == f"“Harbour Towns” — {PLACE}"
        assert at.reading.selection is None
        assert at.said.startswith("2 words copied")


async def test_y_copies_the_highlight_where_nobody_is_quoted(opened):
    async with opened() as at:
        await at.press("v", "ctrl+right", "h", "y")
        assert at.app.clipboard == f"“Harbour” — {PLACE}"


async def test_y_with_nothing_to_copy_says_so(opened):
    async with opened() as at:
        await at.press("y")
        assert at.said.startswith("nothing to copy here")
        assert at.app.clipboard == ""


async def test_copied_text_has_no_control_characters(opened):
    async with opened() as at:
        await at.press("v", "G", "Y")
        assert TEXT.split("\n\n")[1] in at.app.clipboard
        assert not any(char < " " and char != "\n" for char in at.app.clipboard)


async def test_the_system_clipboard_is_used_only_on_the_persons_own_machine(opened, monkeypatch):
    given = []
    monkeypatch.setattr("reader.app.terminal.system_clipboard.copy", lambda words, _: given.append(words))
    async with opened() as at:
        await at.press("v", "ctrl+right", "y")
        assert given == []  # a test or a browser has another clipboard
        monkeypatch.setattr(type(at.app), "is_headless", False)
        await at.press("v", "ctrl+right", "y")
        assert given == [at.app.clipboard]


async def test_an_error_of_the_system_clipboard_is_shown_later(opened, monkeypatch):
    monkeypatch.setattr(
        "reader.app.terminal.system_clipboard.copy", lambda _, complain: Thread(target=complain, args=("no",)).start()
    )
    async with opened() as at:
        monkeypatch.setattr(type(at.app), "is_headless", False)
        await at.press("v", "ctrl+right", "y")
        await at.pilot.pause(0.1)
        assert at.said.startswith("no  ")


async def test_an_error_after_the_program_has_ended_is_ignored(opened, monkeypatch):
    shown: list[str] = []
    async with opened() as at:
        controller = at.screen.controllers.copy_text
        monkeypatch.setattr(controller, "_show_message", shown.append)
    controller._report("no")
    assert shown == []

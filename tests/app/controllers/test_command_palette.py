"""The command palette: everything in it does what it says."""

import pytest

from reader.app.controllers.command_palette import reading_entries
from reader.app.screens.help_screen import HelpScreen
from reader.app.screens.palette_screen import CommandList, PaletteScreen
from reader.app.screens.reading_screen import ReadingScreen
from reader.app.viewmodels.palette_entries import EntryKind, PaletteEntry, find_entries
from reader.app.viewmodels.voice_stats import voice_stats_of
from reader.config import load
from reader.model import Analysis
from reader.sources import load as load_article
from tests.app.pane_harness import ANALYSIS, LOADING, STOPS, TITLE, VOICES, lines, reading, settle
from tests.sources.sample_files import book


def shown(at):
    return [row.strip(" ▌") for row in lines(at.app.screen.query_one(CommandList)) if row.strip()]


async def type_in(at, words):
    for letter in words:
        await at.pilot.press("space" if letter == " " else letter)
    await at.pilot.pause()


def test_the_palette_lists_voices_threads_disputes_and_headings():
    entries = list(reading_entries(reading(), voice_stats_of(reading())))
    kinds = [entry.kind for entry in entries]
    assert [kinds.count(kind) for kind in (EntryKind.VOICE, EntryKind.THREAD, EntryKind.HEADING)] == [
        len(VOICES),
        5,
        1,
    ]
    assert [entry.target for entry in find_entries(entries, "dispu")] == [9, 13, 16]
    assert [entry.target for entry in find_entries(entries, "claim qualif")] == [10]
    assert [entry.title for entry in reading_entries(LOADING, voice_stats_of(LOADING))] == [TITLE]


@pytest.mark.no_cover
async def test_an_action_chosen_in_the_palette_is_done(opened):
    async with opened() as at:
        await at.press("colon")
        assert isinstance(at.app.screen, PaletteScreen)
        await type_in(at, "next quotation")
        assert shown(at)[1].startswith("action")
        await at.press("enter")
        await at.pilot.pause()
        assert isinstance(at.app.screen, ReadingScreen)
        assert at.reading.stop == 0


@pytest.mark.parametrize(
    ("words", "check"),
    [
        ("voice joon", lambda at: STOPS[at.reading.stop].voice == 6),
        ("thread mood in the", lambda at: at.reading.claim == ANALYSIS.threads[1].claims[0]),
        ("heading harbour", lambda at: at.reading.cursor == 0),
    ],
)
async def test_choosing_a_voice_thread_or_heading_goes_to_it(opened, words, check):
    async with opened() as at:
        await at.press("G", "colon")
        await type_in(at, words)
        await at.press("enter")
        await at.pilot.pause()
        assert check(at)


@pytest.mark.no_cover
async def test_themes_are_listed_by_their_names_in_the_settings(opened):
    async with opened() as at:
        await at.press("colon")
        await type_in(at, "theme pullquote-light")
        assert shown(at)[1].split() == ["theme", "pullquote-light"]


async def test_choosing_a_theme_changes_it_and_saves_it(opened):
    async with opened() as at:
        await at.press("colon")
        await type_in(at, "theme pullquote-light")
        await at.press("enter")
        await at.pilot.pause()
        assert at.app.theme == "pullquote-light"
        assert at.said.startswith("theme pullquote-light saved")
        assert load().theme == "pullquote-light"


async def test_choosing_an_article_opens_it(opened, tmp_path):
    async with opened() as at:
        file = tmp_path / "dunes.txt"
        file.write_text("The Dunes Move\n\nThey do, and nobody stops them.\n", encoding="utf-8")
        at.screen.session.open(str(file))
        await at.press("colon")
        await type_in(at, "article dunes")
        await at.press("enter")
        await settle(at.pilot, lambda: isinstance(at.app.screen, ReadingScreen) and at.app.screen is not at.screen)
        assert at.app.screen.reading.article.title == "The Dunes Move"


async def test_actions_of_the_app_and_of_the_screen_are_done(opened):
    async with opened() as at:
        await at.press("colon")
        await type_in(at, "all keys")
        await at.press("enter")
        await at.pilot.pause()
        assert isinstance(at.app.screen, HelpScreen)
        at.screen.controllers.palette.choose(PaletteEntry(EntryKind.ACTION, "quit", "", "app.quit"))
        await at.pilot.pause()
        assert at.app._exit


async def test_an_empty_result_is_said_and_escape_clears_the_filter_then_closes(opened):
    async with opened() as at:
        await at.press("colon")
        await type_in(at, "zzzz")
        assert shown(at) == ["Commands 0"]
        assert "no command matches" in lines(at.app.screen.query_one("Footer"))[0]
        await at.press("enter")
        assert isinstance(at.app.screen, PaletteScreen)
        await at.press("escape")
        assert len(shown(at)) > 5
        await at.press("down", "pagedown", "up", "pageup", "escape")
        assert at.app.screen is at.screen
        assert at.reading.cursor == 0


async def test_chapters_of_a_book_are_found_by_name_and_recorded_as_jumps(opened):
    pages = "".join(f"<p>The harbour was quiet on day {day}, and the boats lay still.</p>" for day in range(60))
    names = ("The Ice", "The Strait", "The Far Shore")
    bound = book([f"<h2>{name}</h2>{pages}" for name in names])
    article = load_article("-", stdin=bound)
    assert "The Far Shore" in article.text
    async with opened(article=article, analysis=Analysis(engine="made-1")) as at:
        await at.press("j", "j", "j", "colon")
        left = at.reading.cursor
        await type_in(at, "heading shore")
        assert [row.split("  ")[-1].strip() for row in shown(at)[1:]] == ["The Far Shore"]
        await at.press("enter")
        await at.pilot.pause()
        assert at.reading.cursor == article.text.index("The Far Shore")
        assert any("The Far Shore" in row for row in at.shown())
        await at.press("ctrl+o")
        assert at.reading.cursor == left
        await at.press("ctrl+n")
        assert at.reading.cursor == article.text.index("The Far Shore")

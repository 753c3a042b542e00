"""Whatever a name, a title, a note, an address or a setting says, no screen sends it to the terminal raw."""

import json
import pkgutil
from contextlib import asynccontextmanager
from dataclasses import replace
from importlib import import_module
from inspect import getmembers, isclass

import pytest
from textual import events
from textual.screen import Screen
from textual.widgets import Input, TextArea

from reader.app import screens
from reader.app.app import PullquoteApp
from reader.app.messages import LocationOpened
from reader.app.rendering.segments import make_style
from reader.app.screens.comparison_screen import ComparisonScreen
from reader.app.screens.correction_screen import CorrectionScreen
from reader.app.screens.help_screen import HelpScreen
from reader.app.screens.highlights_screen import HighlightsScreen
from reader.app.screens.info_screen import InfoScreen
from reader.app.screens.library_screen import LibraryScreen
from reader.app.screens.loading_screen import LoadingScreen, PendingArticle
from reader.app.screens.palette_screen import PaletteScreen
from reader.app.screens.people_screen import PeopleScreen
from reader.app.screens.person_screen import PersonScreen
from reader.app.screens.reading_screen import ReadingScreen
from reader.app.screens.search_screen import SearchScreen
from reader.app.widgets.footer import Footer
from reader.app.widgets.list_view import ListView
from reader.config import paths
from reader.services.session import Session
from tests.app.pane_harness import ANALYSIS, ARTICLE, settle
from tests.cli.command_runner import ARTICLE as WEIR
from tests.poison import LINES, POISON, fill, harmful, named

BAD_ARTICLE = replace(
    ARTICLE, location=f"/papers/{LINES}", title=f"T{POISON}", byline=f"B{POISON}", outlet=f"O{LINES}",
    published=f"P{POISON}", language=f"l{POISON}", url=f"https://url.example/{LINES}",
    marks=(),
)  # fmt: skip
BAD_ANALYSIS = replace(
    ANALYSIS,
    engine=f"e{POISON}",
    note=f"n{POISON}",
    voices=tuple(
        replace(each, name=f"{each.name}{POISON}", role=f"r{POISON}", affiliation=f"a{POISON}", outlet=f"o{POISON}")
        for each in ANALYSIS.voices
    ),
    threads=tuple(replace(each, title=f"{each.title}{POISON}") for each in ANALYSIS.threads),
)


@pytest.fixture
def kept(tmp_path):
    """An article of a library whose facts, notes and places are poisoned, under settings that are."""
    folder = paths().config.parent
    folder.mkdir(parents=True, exist_ok=True)
    key = json.dumps(f"k{POISON}").replace("\x7f", "\\u007F")
    (folder / "config.toml").write_text(f"{key} = 1\n[keys]\n{key} = {key}\n", encoding="utf-8")
    (folder / "themes").mkdir()
    (folder / "themes" / f"theme{LINES}.toml").write_text("page = 1\n", encoding="utf-8")
    _, article = fill(named(tmp_path, WEIR))
    return article


@asynccontextmanager
async def app_of(*args, size=(100, 30), **more):
    session = Session()
    app = PullquoteApp(session, *args, theme="pullquote-dark", **more)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot
    session.close()


def check(app, kind):
    """Look at every character on the screen, and at every address behind one; gives the rows."""
    assert isinstance(app.screen, kind)
    rows = app.screen._compositor.render_strips()
    assert len(rows) == app.size.height
    for row in rows:
        assert harmful(row.text) == set(), row.text
        assert "\n" not in row.text
        assert row.cell_length == app.size.width
        assert harmful("".join(piece.style.link or "" for piece in row if piece.style)) == set()
    return [row.text for row in rows]


async def press(pilot, *keys):
    await pilot.press(*keys)
    await pilot.pause()


def test_there_is_a_case_for_every_screen():
    modules = [import_module(f"{screens.__name__}.{each.name}") for each in pkgutil.iter_modules(screens.__path__)]
    found = {
        kind for module in modules for _, kind in getmembers(module, isclass)
        if issubclass(kind, Screen) and kind.__module__ == module.__name__
    }  # fmt: skip
    assert {kind.__name__ for kind in found} == {
        "ReadingBase",
        "ListScreen",
        "FilteredListScreen",
        *(kind.__name__ for kind in CASES),
    }


async def walk_reading(kept):
    async with app_of(kept) as (app, pilot):
        await settle(pilot, lambda: app.screen.reading.analysis is not None and app.screen.reading.highlights)
        check(app, ReadingScreen)
        await press(pilot, "n")
        assert "first\ufffd" in "".join(check(app, ReadingScreen))
        for key in ("j", "x", "U", "c", "h", "y", "Y", "o", "escape", "2", "3", "1", "z", "escape", "G"):
            await press(pilot, key)
            check(app, ReadingScreen)
        await press(pilot, "e")
        check(app, PaletteScreen)
        await press(pilot, "enter")
        await settle(pilot, lambda: "exported" in "".join(check(app, ReadingScreen)))
        assert harmful(app.clipboard) == set()
        app.post_message(LocationOpened(f"/none/{LINES}"))
        await pilot.pause()
        assert "/none/\ufffd" in "".join(check(app, ReadingScreen))


async def walk_library(kept):
    del kept
    async with app_of(query=f"q{LINES}") as (app, pilot):
        assert "q\ufffd" in "".join(check(app, LibraryScreen))
        app.screen.query_one(Input).value = ""
        await pilot.pause()
        assert "a\ufffd" in "".join(check(app, LibraryScreen))
        for key in ("x", "j", "x", "x", "k"):
            await press(pilot, key)
            check(app, LibraryScreen)
        app.post_message(LocationOpened(f"/none/{LINES}"))
        await pilot.pause()
        assert "/none/\ufffd" in "".join(check(app, LibraryScreen))


async def walk_loading(kept):
    del kept
    wait = Session.open

    def arrive(session, tell, stop):
        tell(f"fetching {LINES}")
        while not stop():
            pass
        return wait(session, "none"), None

    async with app_of(PendingArticle(f"https://on.example/{LINES}", arrive)) as (app, pilot):
        await settle(pilot, lambda: "fetching" in "".join(check(app, LoadingScreen)))
        await press(pilot, "escape")
    assert harmful(str(app.failure)) == set()


def walk_from_reading(key, kind, *more, shows=""):
    """From the article to another screen by a key, and through that by `more`."""

    async def walk(kept):
        async with app_of(kept) as (app, pilot):
            await settle(pilot, lambda: app.screen.reading.analysis is not None and app.screen.reading.highlights)
            await press(pilot, key)
            assert shows in "".join(check(app, kind))
            for each in more:
                await press(pilot, each)
                check(app, kind)
            for line in app.screen.query(Input):
                line.post_message(events.Paste(f"p{LINES}"))
                await pilot.pause()
                check(app, kind)

    return walk


def walk_library_search(*keys, kind):
    """From the article to the search over the library or its voices, and back after an article that can't be opened."""

    async def walk(kept):
        async with app_of(kept) as (app, pilot):
            await settle(pilot, lambda: app.screen.reading.analysis is not None and app.screen.reading.highlights)
            await press(pilot, *keys)
            await settle(
                pilot, lambda: any(each.count for each in app.screen.query("PlaceList, PeopleList").results(ListView))
            )
            await pilot.pause()
            check(app, kind)
            for key in ("down", "down", "up"):
                await press(pilot, key)
                check(app, kind)
            app.post_message(LocationOpened(f"/none/{LINES}"))
            await pilot.pause()
            assert "/none/\ufffd" in "".join(check(app, kind))
            for line in app.screen.query(Input):
                line.post_message(events.Paste(f"p{LINES}"))
                await pilot.pause()
                check(app, kind)

    return walk


async def walk_beside(opened):
    async with opened(size=(100, 30), article=BAD_ARTICLE, analysis=BAD_ANALYSIS) as at:
        await at.press("n", "vertical_line", "g", "vertical_line")
        check(at.app, ComparisonScreen)


async def walk_correction(opened):
    async with opened(size=(100, 30), article=BAD_ARTICLE, analysis=BAD_ANALYSIS) as at:
        await at.press("n", "n", "n", "w")
        for key in ("pagedown", "alt+2", "alt+3", "alt+5", "enter", "escape", "alt+6", "down", "alt+7", "alt+1"):
            await at.press(key)
            check(at.app, CorrectionScreen)
        at.app.screen.query_one(Input).post_message(events.Paste(f"p{LINES}"))
        await at.pilot.pause()
        check(at.app, CorrectionScreen)
        await at.press("enter")
        check(at.app, ReadingScreen)
        assert all(harmful(voice.name) == set() for voice in at.reading.analysis.voices if voice.corrected)


CASES = {
    ReadingScreen: walk_reading,
    LibraryScreen: walk_library,
    LoadingScreen: walk_loading,
    InfoScreen: walk_from_reading("i", InfoScreen, "G", "j", shows="weir\ufffd]52;c;"),
    HighlightsScreen: walk_from_reading("H", HighlightsScreen, "equals_sign", "equals_sign", "slash", shows="✎ "),
    PaletteScreen: walk_from_reading("colon", PaletteScreen, *["pagedown"] * 9),
    HelpScreen: walk_from_reading("question_mark", HelpScreen, "pagedown"),
    ComparisonScreen: walk_beside,
    CorrectionScreen: walk_correction,
    SearchScreen: walk_library_search("slash", "slash", *"first", kind=SearchScreen),
    PeopleScreen: walk_library_search("V", kind=PeopleScreen),
    PersonScreen: walk_library_search("V", "enter", kind=PersonScreen),
}  # fmt: skip


@pytest.mark.parametrize("kind", CASES)
async def test_no_screen_shows_what_a_terminal_would_obey(kept, opened, kind):
    await CASES[kind](opened if kind in {ComparisonScreen, CorrectionScreen} else kept)


@pytest.mark.no_cover
@pytest.mark.parametrize("size", [(60, 20), (100, 30), (160, 40)])
async def test_no_pane_does_whatever_an_analysis_holds(opened, size):
    async with opened(size=size, article=BAD_ARTICLE, analysis=BAD_ANALYSIS) as at:
        for keys in (
            "n",
            "s",
            "h",
            "n",
            "2",
            "f",
            "escape",
            "3",
            "j",
            "f",
            "escape",
            "1",
            "z",
            "escape",
            "g",
            "i",
            "G",
        ):
            await at.press(*keys.split())
            check(at.app, Screen)
        await at.press("escape", "colon")
        check(at.app, PaletteScreen)


@pytest.mark.no_cover
@pytest.mark.parametrize("keys", ["a", "t", "slash"])
async def test_no_line_to_write_in_holds_what_a_terminal_would_obey(kept, keys):
    async with app_of(kept) as (app, pilot):
        await settle(pilot, lambda: app.screen.reading.analysis is not None and app.screen.reading.highlights)
        await press(pilot, "n")
        await press(pilot, keys)
        check(app, ReadingScreen)
        for box in (*app.screen.query(Input), *app.screen.query(TextArea)):
            box.post_message(events.Paste(f"p{LINES}"))
            await pilot.pause()
            check(app, ReadingScreen)
            assert harmful(box.value if isinstance(box, Input) else box.text) == set()


def test_an_address_behind_words_cannot_end_its_own_sequence():
    assert harmful(make_style(link=f"https://x.example/{POISON}").link or "") == set()


@pytest.mark.no_cover
async def test_a_sentence_of_the_footer_is_harmless_however_long_it_is(opened):
    async with opened() as at:
        for sentence in (LINES, f"{LINES} " * 40, f"/{POISON}/" * 60):
            at.screen.query_one(Footer).show_message(sentence)
            await at.pilot.pause()
            check(at.app, ReadingScreen)

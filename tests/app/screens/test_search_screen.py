"""The search over the library: results as one types, under their articles, and Enter opens them at the place."""

import pytest
from textual.widgets import Input

from reader.app.app import PullquoteApp
from reader.app.messages import LocationOpened
from reader.app.screens.help_screen import HelpScreen
from reader.app.screens.library_screen import LibraryScreen
from reader.app.screens.reading_screen import ReadingScreen
from reader.app.screens.search_screen import SearchScreen
from reader.app.widgets.fact_sheet import FactSheet
from reader.app.widgets.footer import Footer
from reader.app.widgets.place_list import PlaceList
from tests.app.pane_harness import PaneApp, lines, reading_of, settle
from tests.services.weir_library import ARTICLES, PIPED, fill


@pytest.fixture
def library(session):
    fill(session, PIPED)
    session.search.refresh()
    return session


async def opened(pilot, app, session, *keys):
    """Open the search, type, and wait for what is found."""
    screen = SearchScreen(session)
    await app.push_screen(screen)
    await pilot.pause()
    await pilot.press(*keys)
    return screen


async def shows(pilot, screen, words):
    """Wait until the list or what stands in its place has these words."""

    def is_shown():
        widget = screen.query_one(PlaceList)
        widget = widget if widget.display else screen.query_one(FactSheet)
        return any(words in line for line in lines(widget))

    await settle(pilot, is_shown)
    assert is_shown()


async def test_results_come_while_one_types_under_their_articles(library):
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, app, library, *"gates")
        await shows(pilot, screen, "Weir report 1")
        assert [line.rstrip() for line in lines(screen.query_one(PlaceList))[:4]] == [
            " Found" + "1 article, last read first".rjust(64),
            " Weir report 1" + "Ferry Post · 1 May 2021".rjust(56),
            "   “The gates will hold until May,” said Ada Roe, a hydrologist at…",
            "   Ada Roe, hydrologist, Delta Institute",
        ]
        await pilot.press(*"zz")
        await shows(pilot, screen, "Nothing in your library has “gateszz”.")
        await pilot.press("backspace", "backspace")
        await shows(pilot, screen, "Weir report 1")


async def test_before_anything_is_typed_the_filters_are_explained(library):
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, app, library)
        await shows(pilot, screen, "voice:okoro")
        await pilot.press("w", "backspace")
        await shows(pilot, screen, "voice:okoro")


async def test_what_is_found_is_marked_without_colour_as_well(library):
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, app, library, *"gates")
        await shows(pilot, screen, "Weir report 1")
        strip = screen.query_one(PlaceList).render_line(2)
        [marked] = [segment for segment in strip if segment.style and segment.style.underline]
        assert marked.text == "gates"
        assert marked.style.bold


async def test_a_filter_with_a_wrong_value_is_explained(library):
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, app, library, *"after:x")
        await shows(pilot, screen, "after: needs a day")


async def test_enter_opens_the_selected_place(library):
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, app, library, *"weir")
        await shows(pilot, screen, "Weir report 1")
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        [message] = app.messages_of(LocationOpened)
        assert message.location == "library:a1"
        assert message.target.span.start == ARTICLES[0].text.index("Weir report 1")


async def test_escape_goes_to_the_list_and_then_back(library):
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, app, library, *"weir")
        await shows(pilot, screen, "Weir report 1")
        await pilot.press("escape")
        places = screen.query_one(PlaceList)
        assert places.has_focus
        await pilot.press("j", "question_mark")
        await pilot.pause()
        assert places.selected == 1
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape", "slash", *"x")
        assert screen.query_one(Input).value == "weirx"
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert not isinstance(app.screen, SearchScreen)


async def test_what_is_not_indexed_yet_is_found_as_soon_as_it_is(session):
    fill(session, PIPED)
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, app, session, *"voice:roe")
        await shows(pilot, screen, "Weir report 3")


async def test_an_index_that_can_not_be_used_is_said_in_the_footer(session, tmp_path):
    fill(session, PIPED)
    (tmp_path / "home" / "library.search.db").mkdir()
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, app, session, *"weir")
        footer = screen.query_one(Footer)
        await settle(pilot, lambda: "search index" in " ".join(lines(footer)))
        assert "can't be used" in " ".join(" ".join(line.split()) for line in lines(footer))


async def test_a_slash_in_the_library_and_two_in_an_article_lead_to_the_search(library):
    app = PullquoteApp(library, PIPED[0], theme="pullquote-dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, lambda: reading_of(app).analysis is not None)
        await pilot.press("slash", "slash", *"bridge")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        assert screen.query_one(Input).value == "bridge"
        await shows(pilot, screen, "Weir report 1")
        await pilot.press("enter")
        await pilot.pause()
        reading = app.screen
        assert isinstance(reading, ReadingScreen)
        assert len(app.screen_stack) == 1
        assert reading.reading.cursor == ARTICLES[0].text.index("bridge")
        await pilot.press("l")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("slash", *"dredged")
        await pilot.pause()
        await shows(pilot, app.screen, "Weir report 2")
        await pilot.press("enter")
        await settle(pilot, lambda: isinstance(app.screen, ReadingScreen))
        assert reading_of(app).article.title == "Weir report 2"
        assert reading_of(app).cursor == ARTICLES[1].text.index("dredged")
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.query_one(Input).value == "dredged"


async def test_a_fault_in_the_search_is_said_and_the_next_key_searches_again(library, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError("no such number")

    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr("reader.services.search._look_up", fail)
            screen = await opened(pilot, app, library, *"weir")
            await shows(pilot, screen, "The search failed (ZeroDivisionError: no such number)")
        await pilot.press("s", "backspace")
        await shows(pilot, screen, "Weir report 1")

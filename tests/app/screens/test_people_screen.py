"""The voices of the library: experts first, with what they said, and two that a reader joins."""

import pytest

from reader.app.app import PullquoteApp
from reader.app.messages import LocationOpened
from reader.app.screens.people_screen import PeopleScreen
from reader.app.screens.person_screen import PersonScreen
from reader.app.widgets.fact_sheet import FactSheet
from reader.app.widgets.footer import Footer
from reader.app.widgets.people_list import PeopleList
from reader.app.widgets.place_list import PlaceList
from tests.app.pane_harness import PaneApp, lines, reading_of, settle
from tests.services.weir_library import PIPED, fill


@pytest.fixture
def library(session):
    fill(session, PIPED)
    session.search.refresh()
    return session


async def opened(pilot, app, session):
    screen = PeopleScreen(session)
    await app.push_screen(screen)
    await settle(pilot, lambda: screen.query_one(PeopleList).count == 3)
    return screen, screen.query_one(PeopleList)


def footer(screen):
    return " ".join(" ".join(line.split()) for line in lines(screen.query_one(Footer)))


async def test_the_people_of_the_library_are_listed_experts_first(library):
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        _, people = await opened(pilot, app, library)
        assert lines(people)[:9] == [
            " Voices of the library 3" + "experts first".rjust(46),
            "▌Ada Roe" + "2 quotations, 2 articles".rjust(62),
            "▌expert · hydrologist, Delta Institute (2021–2022)",
            "",
            " Ada Roe" + "1 quotation, 1 article".rjust(62),
            " expert · teacher, Salt School (2023)",
            "",
            " Otto Reed" + "1 quotation, 1 article".rjust(60),
            " official · mayor of Holm (2021)",
        ]


async def test_a_filter_finds_by_name_role_and_affiliation(library):
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        screen, people = await opened(pilot, app, library)
        await pilot.press("slash", *"salt")
        assert people.count == 1
        await pilot.press(*"xx")
        assert lines(screen.query_one(FactSheet))[2].strip() == "No voice matches “saltxx”."
        await pilot.press("escape")
        assert people.count == 3


async def test_enter_shows_what_somebody_said_and_enter_there_opens_the_place(library):
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, library)
        await pilot.press("enter")
        await pilot.pause()
        page = app.screen
        assert isinstance(page, PersonScreen)
        places = page.query_one(PlaceList)
        await settle(pilot, lambda: places.count == 2)
        await pilot.pause()
        facts = [line.strip() for line in lines(page.query_one(FactSheet)) if line.strip()]
        assert facts == [
            "Ada Roe" + "2 quotations, 2 articles".rjust(62),
            "kind      expert",
            "known as  hydrologist, Delta Institute (2021–2022)",
        ]
        assert [line.strip("▌ ") for line in lines(places) if line.strip()] == [
            "Said" + "newest first".rjust(65),
            "Weir report 2" + "Delta Herald · 1 May 2022".rjust(56),
            "“Nobody dredged the river,”",
            "Weir report 1" + "Ferry Post · 1 May 2021".rjust(56),
            "“The gates will hold until May,”",
        ]
        await pilot.press("j", "enter")
        await pilot.pause()
        [message] = app.messages_of(LocationOpened)
        assert (message.location, message.target.exact) == ("library:a1", "“The gates will hold until May,”")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, PeopleScreen)


async def test_w_on_two_joins_them_for_good_and_x_takes_them_apart(library, start_session):
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        screen, people = await opened(pilot, app, library)
        await pilot.press("w")
        assert "now w on the voice that is the same" in footer(screen)
        assert lines(people)[1].startswith("▌+ Ada Roe")
        await pilot.press("j", "w")
        await settle(pilot, lambda: people.count == 2)
        assert "joined with Ada Roe · U undoes" in footer(screen)
        assert lines(people)[1].endswith("✓ joined · 3 quotations, 3 articles")
        assert len(start_session().people.all()) == 2
        assert people.selected_person.articles == 3
        await pilot.press("U")
        await settle(pilot, lambda: people.count == 3)
        assert people.selected_person.name == "Ada Roe"
        await pilot.press("ctrl+r")
        await settle(pilot, lambda: people.count == 2)
        await pilot.press("g", "x")
        await settle(pilot, lambda: people.count == 3)
        await pilot.press("x")
        assert "was not joined with anybody" in footer(screen)


async def test_taking_apart_ends_joining(library):
    library.people.join(*(each for each in library.people.all() if each.name == "Ada Roe"))
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = PeopleScreen(library)
        await app.push_screen(screen)
        people = screen.query_one(PeopleList)
        await settle(pilot, lambda: people.count == 2)
        await pilot.press("w", "x")
        await settle(pilot, lambda: people.count == 3)
        await pilot.press("G", "w")
        assert "now w on the voice that is the same" in footer(screen)
        assert len(library.people.all()) == 3


async def test_escape_ends_joining_before_it_leaves(library):
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        _, people = await opened(pilot, app, library)
        await pilot.press("w", "escape")
        assert not lines(people)[1].startswith("▌+")
        assert isinstance(app.screen, PeopleScreen)
        await pilot.press("w", "w")
        assert people.count == 3
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, PeopleScreen)


async def test_an_empty_library_says_what_is_listed_here(session):
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = PeopleScreen(session)
        await app.push_screen(screen)
        await settle(pilot, lambda: screen.query_one(FactSheet).display)
        await pilot.pause()
        assert lines(screen.query_one(FactSheet))[2].strip().startswith("No voices yet.")


async def test_v_in_an_article_leads_there_and_the_card_of_a_voice_has_its_other_articles(library):
    app = PullquoteApp(library, PIPED[0], theme="pullquote-dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, lambda: reading_of(app).analysis is not None)
        await pilot.press("V")
        await pilot.pause()
        assert isinstance(app.screen, PeopleScreen)
        await pilot.press("escape", "2", "i")
        await pilot.pause()
        shown = [" ".join(line.split()) for line in lines(app.screen.query_one(FactSheet))]
        assert "In other articles of your library (V lists all voices)" in shown
        assert any(line.startswith("2022-05-01 Weir report 2 · hydrologist · Delta Institute") for line in shown)


@pytest.fixture
def start_session():
    from reader.services.session import Session  # noqa: PLC0415

    started = []

    def start():
        started.append(Session())
        return started[-1]

    yield start
    for session in started:
        session.close()

"""The library lists what was read, newest first, filters as one types, and opens."""

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, cast

import pytest
from textual.widgets import Input

from reader.app.messages import LocationOpened
from reader.app.screens.library import LibraryScreen, Shelf, when
from reader.app.widgets.footer import Footer
from reader.app.widgets.sheet import Sheet
from reader.store import Shelved
from tests.app.stage import Stage, lines

if TYPE_CHECKING:
    from reader.session import Session

SHELVED = (
    Shelved(
        "a",
        "./harbour.txt",
        "Harbour Towns Weigh a Sea Wall",
        "Estuary Digest",
        "2024-03-02",
        "2001-03-05T10:00:00+00:00",
        1332,
        2,
    ),
    Shelved("b", "./bridge.md", "A Bridge [Too] Late", None, None, "2001-02-01T10:00:00+00:00", 1, 1),
    Shelved("c", "library:c", None, "The Fathom", None, "2000-02-01T10:00:00+00:00", 800, 0),
)


class Books:
    """Stands in for a session: a list of what was read, and what is wrong with the library."""

    def __init__(self, shelved=SHELVED, problem=None):
        self.shelved, self.problem, self.asked = shelved, problem, []

    def recent(self, query=""):
        self.asked.append(query)
        return tuple(each for each in self.shelved if query.casefold() in f"{each.title} {each.outlet}".casefold())


def library(books, query=""):
    return LibraryScreen(cast("Session", books), query)


async def opened(pilot, stage, books, query=""):
    await stage.push_screen(library(books, query))
    await pilot.pause()
    return stage.screen.query_one(Shelf)


async def test_an_article_has_its_title_and_date_and_its_facts_below():
    stage = Stage()
    async with stage.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, stage, Books())
        assert lines(shelf)[:9] == [
            " Library 3" + "read".rjust(60),
            "▌Harbour Towns Weigh a Sea Wall" + "5 Mar 2001".rjust(39),
            "▌Estuary Digest · 2024-03-02 · 1,332 words" + "2 highlights".rjust(28),
            "",
            " A Bridge [Too] Late" + "1 Feb 2001".rjust(50),
            " 1 word" + "1 highlight".rjust(63),
            "",
            " library:c" + "1 Feb 2000".rjust(60),
            " The Fathom · 800 words",
        ]


async def test_an_article_that_waits_is_said_to_be_to_read_and_has_no_length():
    stage = Stage()
    waiting = Shelved(
        "https://d.invalid/d", "https://d.invalid/d", "The Night Ferry", "d.invalid", "2021-04-03", "", 0, 0
    )
    async with stage.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, stage, Books((waiting,)))
        assert lines(shelf)[1:3] == ["▌The Night Ferry" + "to read".rjust(54), "▌d.invalid · 2021-04-03"]


@pytest.mark.parametrize(
    ("keys", "location"),
    [((), "./harbour.txt"), (("j",), "./bridge.md"), (("j", "j", "k"), "./bridge.md"), (("G",), "library:c")],
)
async def test_enter_opens_the_selected_article(keys, location):
    stage = Stage()
    async with stage.run_test(size=(80, 24)) as pilot:
        await opened(pilot, stage, Books())
        await pilot.press(*keys, "enter")
        assert [message.location for message in stage.post_from(LocationOpened)] == [location]


async def test_a_click_selects_and_a_second_one_opens():
    stage = Stage()
    async with stage.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, stage, Books())
        await pilot.click(shelf, offset=(5, 5))
        await pilot.click(shelf, offset=(5, 4))
        assert [message.location for message in stage.post_from(LocationOpened)] == ["./bridge.md"]


async def test_what_is_typed_after_a_slash_filters_and_enter_opens_what_is_left():
    stage = Stage()
    async with stage.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, stage, Books())
        await pilot.press("slash", *"bri")
        assert lines(shelf)[0].startswith(" Library 1")
        assert "↑ ↓" in lines(stage.screen.query_one(Footer))[0]
        await pilot.press("enter")
        assert [message.location for message in stage.post_from(LocationOpened)] == ["./bridge.md"]


async def test_arrows_move_in_the_list_while_one_types():
    stage = Stage()
    async with stage.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, stage, Books())
        await pilot.press("slash", "down", "down", "up")
        assert shelf.chosen == 1


async def test_esc_ends_the_filter_first_and_then_the_screen():
    stage = Stage()
    async with stage.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, stage, Books())
        await pilot.press("slash", *"bri", "escape")
        assert shelf.count == 3
        assert shelf.has_focus
        await pilot.press("slash", "escape")
        assert isinstance(stage.screen, LibraryScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(stage.screen, LibraryScreen)


class Alone(Stage):
    """A program that begins with the library."""

    def get_default_screen(self):
        return library(Books())


async def test_leaving_the_library_it_began_with_leaves_the_program():
    stage = Alone()
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("q")
        await pilot.pause()
        assert stage._exit


async def test_an_empty_library_tells_a_newcomer_what_to_do():
    stage = Stage()
    async with stage.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, stage, Books(()))
        words = " ".join(" ".join(lines(stage.screen.query_one(Sheet))).split())
        assert not shelf.display
        assert "Nothing read yet." in words
        assert "pullquote article.html" in words
        await pilot.press("enter", "j")
        assert stage.post_from(LocationOpened) == []


async def test_a_filter_that_finds_nothing_says_so():
    stage = Stage()
    async with stage.run_test(size=(80, 24)) as pilot:
        await opened(pilot, stage, Books(), "zebra")
        assert stage.screen.query_one(Input).value == "zebra"
        words = " ".join(lines(stage.screen.query_one(Sheet)))
        assert "Nothing that was read has “zebra” in its title or outlet." in words


async def test_a_library_that_cannot_be_used_says_why():
    stage = Stage()
    async with stage.run_test(size=(80, 24)) as pilot:
        await opened(pilot, stage, Books((), "The library is damaged."))
        assert "The library is damaged." in lines(stage.screen.query_one(Footer))[0]


async def test_an_article_that_could_not_be_opened_is_one_sentence_in_the_footer():
    stage = Stage()
    async with stage.run_test(size=(80, 24)) as pilot:
        await opened(pilot, stage, Books())
        assert isinstance(stage.screen, LibraryScreen)
        stage.screen.tell("./harbour.txt is not there any more.")
        footer = stage.screen.query_one(Footer)
        assert "./harbour.txt is not there any more." in lines(footer)[0]
        await pilot.press("enter")
        assert "not there" not in lines(footer)[0]


async def test_coming_back_from_an_article_the_list_is_made_anew_and_it_is_selected_where_it_stands_now():
    stage = Stage()
    books = Books()
    async with stage.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, stage, books)
        await stage.push_screen(library(Books()))
        books.shelved = SHELVED[::-1]
        stage.pop_screen()
        await pilot.pause()
        assert lines(shelf)[1].startswith(" library:c")
        assert shelf.chosen == 2


NOW = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("read", "now", "words"),
    [
        ("2026-03-05T14:03:59+00:00", NOW, "14:03"),
        ("2026-03-04T14:03:00+00:00", NOW, "4 Mar"),
        ("2025-12-31T14:03:00+00:00", NOW, "31 Dec 2025"),
        ("2026-03-05T23:30:00+00:00", NOW.astimezone(timezone(timedelta(hours=2))), "6 Mar"),
        ("long ago", NOW, "long ago"),
    ],
)
def test_a_time_is_said_as_a_person_says_it(read, now, words):
    assert when(read, now) == words


async def test_an_article_whose_file_is_gone_says_where_it_was():
    stage = Stage()
    gone = Shelved("d", "library:d", "The Weir", None, None, "2001-02-01T10:00:00+00:00", 9, 0, was="/papers/weir.txt")
    async with stage.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, stage, Books((gone,)))
        assert lines(shelf)[2].strip("▌ ") == "9 words · was /papers/weir.txt"

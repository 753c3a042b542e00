"""The library lists articles, newest first, filters while typing, and opens them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from typing import cast

import pytest
from textual.widgets import Input

from reader.app.messages import LocationOpened, RequestedHighlight
from reader.app.screens.help_screen import HelpScreen
from reader.app.screens.highlights_screen import HighlightsScreen
from reader.app.screens.library_screen import ArticleList, LibraryScreen, format_read_time
from reader.app.screens.palette_screen import CommandList, PaletteScreen
from reader.app.widgets.fact_sheet import FactSheet
from reader.app.widgets.footer import Footer
from reader.app.widgets.highlight_list import HighlightList
from reader.errors import StorageError
from reader.model import Colour, Span
from reader.services.session import Session
from reader.store import LibraryEntry
from tests.app.pane_harness import PaneApp, lines

SHELVED = (
    LibraryEntry(
        "a",
        "./harbour.txt",
        "Harbour Towns Weigh a Sea Wall",
        "Estuary Digest",
        "2024-03-02",
        "2001-03-05T10:00:00+00:00",
        1332,
        2,
        percent=62,
    ),
    LibraryEntry("b", "./bridge.md", "A Bridge [Too] Late", None, None, "2001-02-01T10:00:00+00:00", 1, 1, percent=100),
    LibraryEntry("c", "library:c", None, "The Fathom", None, "2000-02-01T10:00:00+00:00", 800, 0),
)


class Books:
    """Stands in for a session and its library: a list of what was read, and what is wrong with the library."""

    def __init__(self, shelved=SHELVED, problem=None):
        self.shelved, self.problem, self.notice, self.asked = shelved, problem, problem, []

    @property
    def library(self):
        return self

    @property
    def removals(self):
        return self

    def undo(self):
        return None

    redo = undo

    def remove(self, name, *, highlight_count=0):
        gone = next(each for each in self.shelved if name in {each.article_id, each.location})
        if gone.highlights != highlight_count:
            raise StorageError("It has highlights.")
        self.shelved = tuple(each for each in self.shelved if each is not gone)
        return gone.title or gone.location

    def entries(self, query=""):
        self.asked.append(query)
        return tuple(each for each in self.shelved if query.casefold() in f"{each.title} {each.outlet}".casefold())


class StageWithDiagnostics(PaneApp):
    diagnostics = ("There is no theme moss.",)


def library(books, query=""):
    return LibraryScreen(cast("Session", books), query)


async def opened(pilot, app, books, query=""):
    await app.push_screen(library(books, query))
    await pilot.pause()
    return app.screen.query_one(ArticleList)


@pytest.mark.parametrize("query", ["", "bridge"])
async def test_the_library_is_read_once_when_it_opens(query):
    app, books = PaneApp(), Books()
    async with app.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, app, books, query)
        await pilot.pause()
        assert books.asked == [query]
        assert shelf.count == len(books.library.entries(query))


async def test_an_article_has_a_row_for_title_and_time_and_one_for_facts():
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, app, Books())
        assert lines(shelf)[:9] == [
            " Library 3" + "by last read".rjust(60),
            "▌Harbour Towns Weigh a Sea Wall" + "5 Mar 2001".rjust(39),
            "▌Estuary Digest · 2 March 2024 · 1,332 words" + "2 highlights  ◐ 62% read".rjust(26),
            "",
            " A Bridge [Too] Late" + "1 Feb 2001".rjust(50),
            " 1 word" + "1 highlight  ● read".rjust(63),
            "",
            " library:c" + "1 Feb 2000".rjust(60),
            " The Fathom · 800 words" + "◐ begun".rjust(47),
        ]


@pytest.mark.parametrize("outlet", [None, "Estuary Digest"])
async def test_an_article_without_an_outlet_has_its_author(outlet):
    app = PaneApp()
    book = replace(SHELVED[0], outlet=outlet, byline="Mira Oland")
    async with app.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, app, Books((book,)))
        assert lines(shelf)[2].startswith(f"▌{outlet or 'Mira Oland'} · 2 March 2024")


async def test_an_unread_article_has_no_length():
    app = PaneApp()
    waiting = LibraryEntry(
        "https://d.invalid/d", "https://d.invalid/d", "The Night Ferry", "d.invalid", "2021-04-03", "", 0, 0
    )
    async with app.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, app, Books((waiting,)))
        assert lines(shelf)[1:3] == ["▌The Night Ferry", "▌d.invalid · 3 April 2021" + "○ unread".rjust(45)]


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("keys", "location"),
    [((), "./harbour.txt"), (("j",), "./bridge.md"), (("j", "j", "k"), "./bridge.md"), (("G",), "library:c")],
)
async def test_enter_opens_the_selected_article(keys, location):
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, Books())
        await pilot.press(*keys, "enter")
        assert [message.location for message in app.messages_of(LocationOpened)] == [location]


async def test_a_click_selects_and_a_second_one_opens():
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, app, Books())
        await pilot.click(shelf, offset=(5, 5))
        await pilot.click(shelf, offset=(5, 4))
        assert [message.location for message in app.messages_of(LocationOpened)] == ["./bridge.md"]


async def test_slash_filters_and_enter_opens_the_first_match():
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, app, Books())
        await pilot.press("f", *"bri")
        assert lines(shelf)[0].startswith(" Library 1")
        assert "↑ ↓" in lines(app.screen.query_one(Footer))[0]
        await pilot.press("enter")
        assert [message.location for message in app.messages_of(LocationOpened)] == ["./bridge.md"]
        assert app.screen.focused is shelf  # q goes back from there, and writes no letter into the filter


async def test_arrows_move_in_the_list_while_typing():
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, app, Books())
        await pilot.press("f", "down", "down", "up")
        assert shelf.selected == 1


async def test_esc_ends_the_filter_first_and_then_the_screen():
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, app, Books())
        await pilot.press("f", *"bri", "escape")
        assert shelf.count == 3
        assert shelf.has_focus
        await pilot.press("f", "escape")
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, LibraryScreen)


class Alone(PaneApp):
    """A program that begins with the library."""

    def get_default_screen(self):
        return library(Books())


async def test_leaving_the_first_library_screen_quits():
    app = Alone()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("q")
        await pilot.pause()
        assert app._exit


async def test_an_empty_library_says_what_to_do():
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, app, Books(()))
        words = " ".join(" ".join(lines(app.screen.query_one(FactSheet))).split())
        assert not shelf.display
        assert "No articles yet." in words
        assert "pullquote article.html" in words
        await pilot.press("enter", "j")
        assert app.messages_of(LocationOpened) == []


async def test_a_filter_that_finds_nothing_says_so():
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, Books(), "zebra")
        assert app.screen.query_one(Input).value == "zebra"
        words = " ".join(lines(app.screen.query_one(FactSheet)))
        assert "No article matches “zebra” in its title, author or outlet." in words


async def test_a_library_that_cannot_be_used_says_why():
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, Books((), "The library is damaged."))
        assert "The library is damaged." in lines(app.screen.query_one(Footer))[0]


async def test_unusable_settings_are_reported():
    app = StageWithDiagnostics()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, Books())
        assert "There is no theme moss." in lines(app.screen.query_one(Footer))[0]


async def test_an_article_that_could_not_be_opened_is_reported_in_the_footer():
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, Books())
        assert isinstance(app.screen, LibraryScreen)
        app.screen.show_message("./harbour.txt is not there any more.")
        footer = app.screen.query_one(Footer)
        assert "./harbour.txt is not there any more." in lines(footer)[0]
        await pilot.press("enter")
        assert "not there" not in lines(footer)[0]


async def test_after_reading_an_article_the_list_is_new_and_the_article_selected():
    app = PaneApp()
    books = Books()
    async with app.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, app, books)
        await app.push_screen(library(Books()))
        books.shelved = SHELVED[::-1]
        app.pop_screen()
        await pilot.pause()
        assert lines(shelf)[1].startswith(" library:c")
        assert shelf.selected == 2


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
def test_a_time_is_formatted_for_people(read, now, words):
    assert format_read_time(read, now) == words


@pytest.mark.no_cover
async def test_an_equals_sign_orders_by_date_and_title_and_the_selection_stays():
    app = PaneApp()
    early = LibraryEntry("d", "./a.txt", "an early one", None, "2020-02-29", "1999-02-01T10:00:00+00:00", 9, 0)
    async with app.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, app, Books((*SHELVED, early)))
        await pilot.press("j")
        seen = {}
        for _ in range(3):
            await pilot.press("equals_sign")
            seen[lines(shelf)[0].split("by ")[1]] = [each.article_id for each in shelf._articles]
            assert shelf.selected_article.article_id == "b"
        assert seen == {
            "date": ["a", "d", "b", "c"],
            "title": ["b", "d", "a", "c"],
            "last read": ["a", "b", "c", "d"],
        }


async def test_u_brings_a_removed_article_back_and_ctrl_r_removes_it_again(tmp_path, monkeypatch):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "home"))
    seconds = count()  # two articles of one millisecond have no order that a removal keeps
    monkeypatch.setattr("reader.services.library.now", lambda: f"2001-02-01T10:00:{next(seconds):02}.000+00:00")
    session = Session()
    for name in ("Weir", "Ferry", "Mole"):
        (tmp_path / f"{name}.txt").write_text(f"The {name}\n\nNobody had asked for it.\n")
        session.open(str(tmp_path / f"{name}.txt"))
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(LibraryScreen(session))
        await pilot.pause()
        shelf, footer = app.screen.query_one(ArticleList), app.screen.query_one(Footer)
        await pilot.press("U")
        assert lines(footer)[0].strip().startswith("nothing to undo")
        await pilot.press("j", "x", "x", "G", "x", "x")
        assert [each.title for each in shelf._articles] == ["The Mole"]
        await pilot.press("U")
        assert lines(footer)[0].strip().startswith("“The Weir” is in your library again")
        assert shelf.selected_article is not None
        assert shelf.selected_article.title == "The Weir"
        await pilot.press("U")
        assert [each.title for each in shelf._articles] == ["The Mole", "The Ferry", "The Weir"]
        await pilot.press("ctrl+r")
        assert [each.title for each in shelf._articles] == ["The Mole", "The Weir"]
        await pilot.press("x", "x", "x", "x", "U")
        assert shelf.count == 1
        assert shelf.has_focus
    session.close()


async def test_an_article_whose_file_is_missing_shows_its_former_location():
    app = PaneApp()
    gone = LibraryEntry(
        "d", "library:d", "The Weir", None, None, "2001-02-01T10:00:00+00:00", 9, 0, former_path="/papers/weir.txt"
    )
    async with app.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, app, Books((gone,)))
        assert lines(shelf)[2].strip("▌ ").startswith("9 words · was /papers/weir.txt  ")


async def test_x_asks_once_and_removes_an_article_and_the_next_one_is_selected():
    app, books = PaneApp(), Books(tuple(replace(each, highlights=0) for each in SHELVED))
    async with app.run_test(size=(80, 24)) as pilot:
        shelf = await opened(pilot, app, books)
        await pilot.press("j", "x")
        assert (
            lines(app.screen.query_one(Footer))[0].strip().startswith("press x again to remove “A Bridge [Too] Late”")
        )
        assert len(books.shelved) == 3
        await pilot.press("x")
        assert [each.article_id for each in books.shelved] == ["a", "c"]
        assert (shelf.count, shelf.selected) == (2, 1)
        assert lines(app.screen.query_one(Footer))[0].strip().startswith("removed “A Bridge [Too] Late”")


async def test_x_removes_the_entry_under_the_cursor_also_where_two_have_one_place(tmp_path, monkeypatch):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "home"))
    session, file = Session(), tmp_path / "news.txt"
    for name, words in (("Weir", "Nobody had asked for it."), ("Mole", "Boats wait at the pier until the tide is in.")):
        file.write_text(f"The {name}\n\n{words}\n")
        session.open(str(file))
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(LibraryScreen(session))
        await pilot.pause()
        shelf = app.screen.query_one(ArticleList)
        assert [each.title for each in shelf._articles] == ["The Mole", "The Weir"]
        await pilot.press("j", "x", "x")
        assert [each.title for each in shelf._articles] == ["The Mole"]
    session.close()


async def test_another_key_cancels_the_question():
    app, books = PaneApp(), Books(tuple(replace(each, highlights=0) for each in SHELVED))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, books)
        await pilot.press("x", "j")
        assert lines(app.screen.query_one(Footer))[0].strip().startswith("Enter open")
        await pilot.press("k", "x")
        assert len(books.shelved) == 3


async def test_the_question_about_an_article_with_highlights_names_them_and_says_that_u_undoes_it():
    app, books = PaneApp(), Books()
    async with app.run_test(size=(120, 24)) as pilot:
        await opened(pilot, app, books)
        await pilot.press("x")
        said = "press x again to remove “Harbour Towns Weigh a Sea Wall” and its 2 highlights (U undoes)"
        assert said in " ".join(line.strip() for line in lines(app.screen.query_one(Footer)))
        await pilot.press("j", "k")
        assert len(books.shelved) == 3
        await pilot.press("x", "x")
        assert len(books.shelved) == 2
        said = "removed “Harbour Towns Weigh a Sea Wall” and its 2 highlights from the library · U undoes"
        assert said in " ".join(line.strip() for line in lines(app.screen.query_one(Footer)))


async def test_an_article_highlighted_after_the_question_is_not_removed():
    app, books = PaneApp(), Books(tuple(replace(each, highlights=0) for each in SHELVED))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, books)
        books.shelved = SHELVED
        await pilot.press("x", "x")
        assert lines(app.screen.query_one(Footer))[0].strip().startswith("It has highlights.")
        assert len(books.shelved) == 3


async def test_with_nothing_listed_x_does_nothing():
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, Books(()))
        await pilot.press("x", "x")
        assert app.screen.query_one(ArticleList).selected is None


async def test_a_question_mark_shows_the_keys_of_the_library():
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, Books())
        assert lines(app.screen.query_one(Footer))[0].rstrip().endswith("? keys")
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        shown = lines(app.screen.query_one(FactSheet))
        assert any("remove the article from the library" in line for line in shown)
        assert not any("dim sign" in line for line in shown)


async def test_capital_h_lists_the_highlights_and_opens_an_article_at_one(tmp_path, monkeypatch):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "home"))
    session = Session()
    (tmp_path / "weir.txt").write_text("The Weir\n\nNobody had asked for it.\n")
    article = session.open(str(tmp_path / "weir.txt"))
    start = article.text.index("asked")
    made = session.highlights.add(article, (Span(start, start + 5),))
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(LibraryScreen(session))
        await pilot.press("H")
        await pilot.pause()
        assert isinstance(app.screen, HighlightsScreen)
        shown = [line.strip("▌ ") for line in lines(app.screen.query_one(HighlightList))]
        assert shown[2:4] == ["The Weir", "asked"]
        await pilot.press("t", *"water", "enter", "c")
        assert lines(app.screen.query_one(Footer))[0].strip().startswith("green")
        (highlight,) = session.highlights.of(article)
        assert (highlight.tags, highlight.colour) == (("water",), Colour.GREEN)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        (opened_at,) = app.messages_of(LocationOpened)
        assert opened_at.location == str(tmp_path / "weir.txt")
        assert opened_at.highlight == RequestedHighlight(made.id)
        await pilot.press("H", "x")
        await pilot.press("escape")
        assert "1 highlight" not in "\n".join(lines(app.screen.query_one(ArticleList)))
    session.close()


async def test_a_colon_finds_commands_articles_and_themes():
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        articles = await opened(pilot, app, Books())
        await pilot.press("colon", *"order by")
        await pilot.pause()
        assert isinstance(app.screen, PaletteScreen)
        (row,) = [line for line in lines(app.screen.query_one(CommandList)) if "Order by" in line]
        assert row.strip("▌ ").startswith("action")
        assert row.strip().endswith("=")
        await pilot.press("enter")
        await pilot.pause()
        assert lines(articles)[0].rstrip().endswith("by date")
        await pilot.press("colon", *"bridge", "enter")
        await pilot.pause()
        assert [each.location for each in app.messages_of(LocationOpened)] == ["./bridge.md"]
        await pilot.press("colon", *"theme sepia", "enter")
        await pilot.pause()
        assert app.theme == "sepia"
        await pilot.press("colon", *"find a command")
        assert app.screen.query_one(CommandList).count == 0

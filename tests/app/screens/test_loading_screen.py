"""While an article is opened: the progress, stopping, and where it leads."""

from threading import Event

import pytest

from reader.app import article_opener
from reader.app.app import PullquoteApp
from reader.app.messages import LocationOpened
from reader.app.run import run_reader
from reader.app.screens.library_screen import ArticleList, LibraryScreen
from reader.app.screens.loading_screen import LoadingScreen, PendingArticle
from reader.app.screens.reading_screen import ReadingScreen
from reader.errors import SourceError
from reader.model import Analysis
from reader.services.session import Session
from tests.app.pane_harness import ARTICLE, lines, settle
from tests.app.test_app import reading_screen


@pytest.fixture
def session(session, monkeypatch):
    monkeypatch.setattr(Session, "analyse", lambda *_: Analysis("made"))
    return session


class Arrival:
    """An article that arrives when the test says so."""

    def __init__(self, *, at=None, error=None):
        self.let = Event()
        self.told = Event()
        self.stopped = Event()
        self._at = at
        self._error = error

    def __call__(self, _, tell, stop):
        tell("fetching harbour.example · 120 kB")
        self.told.set()
        while not self.let.wait(0.01):
            if stop():
                self.stopped.set()
                raise SourceError("it was stopped")
        if self._error is not None:
            raise self._error
        return ARTICLE, self._at


def refused(*_, **__):
    raise SourceError("The sea took it.")


def title(app):
    return lines(app.screen.query_one("TitleBar"))[0].rstrip()


def said(app):
    return " ".join(" ".join(line for footer in app.screen.query("Footer") for line in lines(footer)).split())


async def test_progress_is_shown_until_the_article_is_opened(session):
    arrival = Arrival()
    app = PullquoteApp(session, PendingArticle("https://harbour.example/wall", arrival), theme="pullquote-dark")
    async with app.run_test(size=(100, 30)) as pilot:
        assert isinstance(app.screen, LoadingScreen)
        await settle(pilot, lambda: title(app).endswith("fetching harbour.example · 120 kB · Esc to stop"))
        assert title(app).strip().startswith("https://harbour.example/wall")
        assert said(app) == "Esc stop Ctrl+C quit"
        await pilot.resize_terminal(60, 20)
        await settle(pilot, lambda: title(app).endswith("fetching harbour.example · 120 kB"))
        arrival.let.set()
        await settle(pilot, lambda: isinstance(app.screen, ReadingScreen))
        await settle(pilot, lambda: reading_screen(app).reading.analysis is not None)
        await pilot.press("j")
        assert reading_screen(app).reading.cursor > 0
        await pilot.press("q")
    assert app.return_code == 0
    assert app.failure is None


async def test_the_article_opens_at_the_requested_offset(session):
    at = ARTICLE.blocks[4].span.start
    arrival = Arrival(at=at)
    arrival.let.set()
    app = PullquoteApp(session, PendingArticle("wall.pdf", arrival), theme="pullquote-dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, lambda: isinstance(app.screen, ReadingScreen))
        assert reading_screen(app).reading.cursor == at


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_escape_stops_waiting_and_ends_the_program_with_a_message(session, key):
    arrival = Arrival()
    app = PullquoteApp(session, PendingArticle("https://harbour.example/wall", arrival), theme="pullquote-dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, arrival.told.is_set)
        await pilot.press(key)
        await settle(pilot, arrival.stopped.is_set)
    assert str(app.failure) == "https://harbour.example/wall was not opened: you stopped it."


async def test_a_result_after_the_end_of_the_program_is_ignored(session, monkeypatch):
    posted = []

    def post(message):
        posted.append(message)
        raise RuntimeError("Event loop is closed")

    screen = LoadingScreen(session, PendingArticle("wall.pdf", Arrival()))
    monkeypatch.setattr(screen, "post_message", post)
    screen._report("fetching harbour.example")
    assert len(posted) == 1


async def test_an_article_that_arrives_after_escape_is_not_shown(session):
    arrival = Arrival()
    app = PullquoteApp(session, PendingArticle("https://harbour.example/wall", arrival), theme="pullquote-dark")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, LoadingScreen)
        await settle(pilot, arrival.told.is_set)
        screen.action_stop()
        screen.post_message(LoadingScreen.Ended(LoadingScreen.Loaded(ARTICLE, None, None)))
        screen.action_stop()
        await pilot.pause()
        assert not isinstance(app.screen, ReadingScreen)
    assert "you stopped it" in str(app.failure)


@pytest.mark.parametrize("error", [SourceError("The sea took it."), ZeroDivisionError("a fault")])
def test_an_error_while_opening_is_raised_after_the_screen_has_closed(session, monkeypatch, error):
    def run(app):
        app.on_loading_screen_not_loaded(LoadingScreen.NotLoaded(error))

    monkeypatch.setattr(PullquoteApp, "run", run)
    monkeypatch.setattr(PullquoteApp, "screen_stack", [None])
    with pytest.raises(type(error), match=str(error)):
        run_reader(session, PendingArticle("https://harbour.example/wall", Arrival()))


@pytest.fixture
def shelved(session, monkeypatch):
    """A library with two articles, all of which take long to open."""
    monkeypatch.setattr(article_opener, "is_slow_to_open", lambda _: True)
    for name in ("Ferry", "Wall"):
        with open(f"{name}.txt", "w", encoding="utf-8") as file:  # noqa: PTH123 - in the test's own folder
            file.write(f"The {name}\n\nNobody wants to pay for it.\n")
        session.open(f"{name}.txt")
    return session


async def test_an_article_opened_from_the_library_is_awaited_and_q_returns(shelved):
    app = PullquoteApp(shelved, theme="pullquote-dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await settle(pilot, lambda: isinstance(app.screen, ReadingScreen))
        assert reading_screen(app).reading.article.title == "The Wall"
        assert len(app.screen_stack) == 2
        await pilot.press("q")
        await settle(pilot, lambda: isinstance(app.screen, LibraryScreen))


async def test_escape_returns_to_the_selected_article_of_the_library(shelved, monkeypatch):
    arrival = Arrival()
    monkeypatch.setattr(
        Session, "open", lambda self, _, *, on_progress, is_cancelled, **__: arrival(self, on_progress, is_cancelled)[0]
    )
    app = PullquoteApp(shelved, theme="pullquote-dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, lambda: app.screen.query_one(ArticleList).has_focus)
        await pilot.press("j")
        await settle(pilot, lambda: app.screen.query_one(ArticleList).selected == 1)
        await pilot.press("enter")
        await settle(pilot, lambda: isinstance(app.screen, LoadingScreen))
        await settle(pilot, arrival.told.is_set)
        await pilot.press("escape")
        await settle(pilot, lambda: isinstance(app.screen, LibraryScreen))
        told = "Ferry.txtwasnotopened:youstoppedit."  # rows part a long path anywhere
        await settle(pilot, lambda: told in said(app).replace(" ", ""))
        assert app.screen.query_one(ArticleList).selected == 1
        assert app.failure is None


async def test_an_article_that_does_not_open_is_reported_on_the_reading_screen(shelved, monkeypatch):
    monkeypatch.setattr(Session, "open", refused)
    app = PullquoteApp(shelved, ARTICLE, theme="pullquote-dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.on_location_opened(LocationOpened("https://harbour.example/wall"))
        await settle(pilot, lambda: "The sea took it." in said(app))
        assert isinstance(app.screen, ReadingScreen)


async def test_a_location_is_shown_without_control_characters(session):
    app = PullquoteApp(session, PendingArticle("https://harbour.example/\x1b[31m", Arrival()), theme="pullquote-dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert title(app).strip().startswith("https://harbour.example/\ufffd[31m")


async def test_a_long_path_keeps_the_name_of_its_file(session):
    app = PullquoteApp(session, PendingArticle(f"/{'harbour/' * 20}Ferry.txt", Arrival()), theme="pullquote-dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("escape")
        await settle(pilot, lambda: app.failure is not None)
    assert str(app.failure).startswith("…/harbour/")
    assert str(app.failure).endswith("/Ferry.txt was not opened: you stopped it.")

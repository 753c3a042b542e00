"""The thread that analyses an article while it is read: its progress in the title row, and Esc, which stops it."""

from dataclasses import replace
from threading import Event

import pytest

from reader import analysis as engine
from reader.app.app import PullquoteApp
from reader.app.controllers.analysis_worker import STOPPED, AnalysisWorker
from reader.app.messages import Analysed, AnalysisProgress, LibraryDamaged, LibraryOpened
from reader.app.screens.reading_screen import ReadingScreen
from reader.app.state import Reading
from reader.errors import AnalysisStoppedError
from reader.services.recovery import RecoveryService
from reader.services.session import Session
from tests.app.pane_harness import ANALYSIS, ARTICLE, lines, settle

LONG = replace(ARTICLE, id="long", text=ARTICLE.text + "\n\n" + "x" * 70_000)


class FakeScreen:
    """A screen that keeps the messages posted to it."""

    has_start_offset = True

    def __init__(self):
        self.reading = Reading(LONG)
        self.posted = []

    def post_message(self, message):
        self.posted.append(message)
        return True

    @property
    def results(self):
        return [message for message in self.posted if isinstance(message, Analysed)]


@pytest.fixture
def screen():
    return FakeScreen()


@pytest.fixture
def worker(screen):
    return AnalysisWorker(Session(library=False), screen, Event())


@pytest.fixture
def endless(monkeypatch):
    """An engine that only stops when it is told to; `started` and `ended` are set when it does that."""

    class Endless:
        started, ended = Event(), Event()

    def analyse(_, check):
        Endless.started.set()
        try:
            while True:
                check()
        except AnalysisStoppedError:
            Endless.ended.set()
            raise

    monkeypatch.setattr(engine, "analyse", analyse)
    return Endless


def test_a_worker_that_is_stopped_says_so_at_once_and_its_thread_ends(endless, worker, screen):
    assert not worker.stop()
    worker.start()
    assert endless.started.wait(30)
    assert worker.stop()
    assert [result.complaint for result in screen.results] == [STOPPED]
    worker.join(30)
    assert not worker.is_alive()
    assert endless.ended.is_set()
    assert len(screen.results) == 1
    assert not worker.stop()


def test_the_backup_of_the_day_is_made_after_the_result_and_damage_is_told(monkeypatch, tmp_path, screen):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path))
    monkeypatch.setattr(engine, "analyse", lambda *_: ANALYSIS)
    session = Session()
    AnalysisWorker(session, screen, Event()).run()
    assert len(session.recovery.backups()) == 1
    assert not [each for each in screen.posted if isinstance(each, LibraryDamaged)]
    monkeypatch.setattr(RecoveryService, "back_up_if_due", lambda _: "it is damaged")
    AnalysisWorker(session, screen, Event()).run()
    assert [each.words for each in screen.posted if isinstance(each, LibraryDamaged)] == ["it is damaged"]


def test_without_a_library_no_backup_is_made(monkeypatch, tmp_path, worker):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path))
    Session().library.record(LONG)
    monkeypatch.setattr(engine, "analyse", lambda *_: ANALYSIS)
    worker.run()
    assert not (tmp_path / "backups").exists()


def test_a_result_that_comes_after_the_stop_is_not_posted(monkeypatch, worker, screen):
    started, release = Event(), Event()

    def analyse(*_):
        started.set()
        release.wait(30)
        return ANALYSIS

    monkeypatch.setattr(engine, "analyse", analyse)
    worker.start()
    assert started.wait(30)
    assert worker.stop()
    release.set()
    worker.join(30)
    assert [result.complaint for result in screen.results] == [STOPPED]


def test_after_its_result_a_worker_can_not_be_stopped(monkeypatch, worker, screen):
    monkeypatch.setattr(engine, "analyse", lambda *_: ANALYSIS)
    worker.start()
    worker.join(30)
    assert not worker.stop()
    assert [type(message) for message in screen.posted] == [LibraryOpened, AnalysisProgress, Analysed]
    assert screen.results[0].analysis is ANALYSIS


async def test_progress_is_shown_in_the_title_row_until_the_analysis_has_ended(opened):
    async with opened((100, 30), analysis=None) as at:
        at.screen.post_message(AnalysisProgress("finding who speaks"))
        await at.pilot.pause()
        title = at.screen.panes.title_bar
        assert lines(title)[0].rstrip().endswith("finding who speaks · Esc to stop")
        await settle(at.pilot, lambda: "finding who speaks · 1 s · Esc to stop" in lines(title)[0])
        await at.press("escape")
        assert lines(title)[0].rstrip().endswith("Esc to stop")


async def test_escape_stops_the_analysis_and_reading_goes_on(endless):
    session = Session(library=False)
    app = PullquoteApp(session, LONG, theme="pullquote-dark")
    async with app.run_test(size=(100, 30)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await settle(pilot, lambda: screen.panes.title_bar.progress)
        await pilot.press("escape")
        await settle(pilot, lambda: screen.reading.analysis is not None)
        await settle(pilot, lambda: screen.panes.footer._message.startswith("analysis stopped: open the article again"))
        assert endless.ended.wait(30)
        assert "Esc to stop" not in lines(screen.panes.title_bar)[0]
        await pilot.press("j")
        assert screen.reading.cursor > 0
    session.close()


async def test_the_analysis_of_a_short_article_shows_no_progress(opened):
    async with opened(analysis=ANALYSIS) as at:
        assert at.screen.panes.title_bar.progress == ""

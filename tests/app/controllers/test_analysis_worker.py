"""The work behind what is being read: told in the title row, and stopped by Esc."""

from dataclasses import replace
from threading import Event

import pytest

from reader import analysis as engine
from reader.app.app import PullquoteApp
from reader.app.controllers.analysis_worker import AnalysisStopped, AnalysisWorker
from reader.app.messages import AnalysisProgress
from reader.app.screens.reading_screen import ReadingScreen
from reader.services.session import Session
from tests.app.pane_harness import ANALYSIS, ARTICLE, lines, settle

LONG = replace(ARTICLE, id="long", text=ARTICLE.text + "\n\n" + "x" * 70_000)


def test_a_stopped_worker_ends_at_once():
    begun, ended = Event(), []

    def work():
        begun.set()
        try:
            while True:
                pass
        except AnalysisStopped:
            ended.append("stopped")
            raise

    thread = AnalysisWorker(work)
    assert not thread.stop()
    thread.start()
    begun.wait()
    assert thread.stop()
    thread.join(5)
    assert ended == ["stopped"]
    assert not thread.stop()


async def test_progress_is_shown_in_the_title_bar_until_the_engine_has_finished(opened):
    async with opened((100, 30), analysis=None) as at:
        at.screen.post_message(AnalysisProgress("finding who speaks"))
        await at.pilot.pause()
        title = at.screen.panes.title_bar
        assert lines(title)[0].rstrip().endswith("finding who speaks · Esc to stop")
        await settle(at.pilot, lambda: "finding who speaks · 1 s · Esc to stop" in lines(title)[0])
        await at.press("escape")
        assert lines(title)[0].rstrip().endswith("Esc to stop")


@pytest.fixture
def endless(monkeypatch):
    """An engine that never ends, and what ends it."""
    ended = []

    def analyse(_):
        try:
            while True:
                pass
        except BaseException as error:
            ended.append(type(error))
            raise

    monkeypatch.setattr(engine, "analyse", analyse)
    return ended


async def test_escape_stops_the_engine_and_reading_goes_on(endless):
    session = Session(library=False)
    app = PullquoteApp(session, LONG, theme="pullquote-dark")
    async with app.run_test(size=(100, 30)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await settle(pilot, lambda: screen.panes.title_bar.progress)
        await pilot.press("escape")
        await settle(pilot, lambda: screen.reading.analysis is not None)
        await settle(pilot, lambda: screen.panes.footer._message.startswith("analysis stopped: open the article again"))
        assert endless == [AnalysisStopped]
        assert "Esc to stop" not in lines(screen.panes.title_bar)[0]
        await pilot.press("j")
        assert screen.reading.cursor > 0
    session.close()


async def test_a_short_article_shows_no_progress(opened):
    async with opened(analysis=ANALYSIS) as at:
        assert at.screen.panes.title_bar.progress == ""

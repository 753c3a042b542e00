"""The app: from the library to an article and back, with the analysis behind what is read."""

import os
from threading import current_thread

import pytest

from reader.app.app import PullquoteApp
from reader.app.screens.help_screen import HelpScreen
from reader.app.screens.library_screen import LibraryScreen
from reader.app.screens.reading_screen import ReadingScreen
from reader.app.terminal.background_query import TerminalBackground
from reader.errors import PullquoteError
from reader.model import Analysis
from reader.services.session import Session
from tests.app.pane_harness import ANALYSIS, ARTICLE, lines, settle


def reading_screen(app):
    assert isinstance(app.screen, ReadingScreen)
    return app.screen


@pytest.fixture
def wall(tmp_path):
    """A file with a short article."""
    file = tmp_path / "wall.txt"
    file.write_text("The Wall\n\nNobody wants to pay for it.\n", encoding="utf-8")
    return file


async def test_from_the_library_to_an_article_and_back(session, wall, monkeypatch):
    monkeypatch.setattr(Session, "analyse", lambda *_: Analysis("made"))
    session.open(str(wall))
    app = PullquoteApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, LibraryScreen)
        await pilot.pause()
        await pilot.press("enter")
        await settle(pilot, lambda: isinstance(app.screen, ReadingScreen))
        assert reading_screen(app).reading.article.title == "The Wall"
        await pilot.press("q")
        await settle(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await pilot.press("q")
        assert app.return_code == 0


async def test_a_highlight_in_a_file_whose_name_is_not_utf_8_is_there_when_it_is_opened_again(tmp_path):
    names = [tmp_path / os.fsdecode(name) for name in (b"caf\xe9.txt", b"caf\xe8.txt")]
    try:
        for file, speaker in zip(names, ("Otto Reed", "Vera Moss"), strict=True):
            file.write_text(f"The Wall\n\n“I will not pay for it,” said {speaker}, a miller.\n", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")

    async def highlights(file, *keys):
        session = Session()
        app = PullquoteApp(session, session.open(str(file), record=False))
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot, lambda: reading_screen(app).reading.analysis is not None)
            await pilot.press(*keys)
            await pilot.pause()
            found = [highlight.exact for highlight in reading_screen(app).reading.highlights]
            await pilot.press("q")
        assert session.library.problem is None
        session.close()
        return found

    assert await highlights(names[0], "n", "h") == ["“I will not pay for it,”"]
    assert await highlights(names[0]) == ["“I will not pay for it,”"]
    assert await highlights(names[1]) == []


async def test_why_an_article_could_not_be_opened_is_shown_in_the_library(session, wall, monkeypatch):
    session.open(str(wall))

    def fail(*_, **__):
        raise PullquoteError("The sea took it.")

    monkeypatch.setattr(Session, "open", fail)
    app = PullquoteApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert any("The sea took it." in row for row in lines(app.screen.query_one("Footer")))


async def test_the_analysis_runs_in_a_thread_with_a_session_of_its_own(session, monkeypatch):
    threads = []

    def analyse(self, *_):
        threads.append((current_thread().name, self is session))
        return ANALYSIS

    monkeypatch.setattr(Session, "analyse", analyse)
    app = PullquoteApp(session, ARTICLE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, lambda: reading_screen(app).reading.analysis is ANALYSIS)
        assert threads == [("engine", False)]


async def test_why_the_analysis_failed_is_shown_and_reading_goes_on(session, monkeypatch):
    def fail(*_):
        raise PullquoteError("The engine has no steam.")

    monkeypatch.setattr(Session, "analyse", fail)
    app = PullquoteApp(session, ARTICLE)
    async with app.run_test(size=(80, 24)) as pilot:
        footer = reading_screen(app).panes.footer
        await settle(pilot, lambda: "the analysis failed: The engine has no steam." in " ".join(lines(footer)))
        await pilot.press("j")
        assert reading_screen(app).reading.cursor > 0


async def test_an_article_can_be_left_before_its_analysis_has_ended(session, monkeypatch):
    monkeypatch.setattr(Session, "analyse", lambda *_: ANALYSIS)
    with monkeypatch.context() as without_analysis:
        without_analysis.setattr(PullquoteApp, "start_analysis", lambda *_: None)
        app = PullquoteApp(session, ARTICLE)
        async with app.run_test(size=(80, 24)) as pilot:
            screen = reading_screen(app)
            await pilot.press("q")
    app.start_analysis(screen)
    assert screen.analysis_worker is not None
    screen.analysis_worker.run()
    assert screen.reading.analysis is None
    assert app.article_recorded.is_set()


async def test_an_article_is_recorded_and_its_highlights_are_read_behind_the_first_frame(session, monkeypatch):
    monkeypatch.setattr(Session, "analyse", lambda *_: ANALYSIS)
    kept = session.highlights.add(ARTICLE, (ARTICLE.blocks[1].span,))
    app = PullquoteApp(session, ARTICLE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, lambda: reading_screen(app).reading.highlights == (kept,))
    assert app.article_recorded.wait(5)
    assert [book.article_id for book in session.library.entries()] == [ARTICLE.id]


async def test_keys_typed_before_the_app_ran_are_handled_in_it(session, monkeypatch):
    monkeypatch.setattr(PullquoteApp, "start_analysis", lambda *_: None)
    app = PullquoteApp(session, ARTICLE, background=TerminalBackground(typed="jj/"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, lambda: [*app.screen.query("PromptInput")] != [])
        assert reading_screen(app).reading.cursor > 0


async def test_a_key_that_does_nothing_is_named_in_the_footer_until_the_next_key(opened):
    async with opened() as at:
        await at.press("f5")
        assert at.said.startswith("no key F5 here: ? lists all keys")
        await at.press("B")
        assert at.said.startswith("no key B here: ? lists all keys")
        await at.press("j")
        assert at.said.startswith("n N quotation")
        await at.press("2", "f5", "tab")
        assert "no key" not in at.said


async def test_a_key_that_does_nothing_leaves_prompts_and_filters_alone(opened):
    async with opened() as at:
        await at.press("slash", *"wall", "f5")
        assert at.screen.panes.prompt_slot.prompts[0].text == "wall"
        await at.press("enter", "B")
        assert at.reading.search.query == "wall"
        assert at.said.startswith("no key B here")
        await at.press("n")
        assert at.said.startswith("/wall 2/")
        await at.press("escape", "H", "slash", "x", "f5")
        assert "no key" not in " ".join(lines(at.app.screen.query_one("Footer")))


async def test_f1_opens_and_closes_the_help(opened):
    async with opened() as at:
        await at.press("f1")
        assert isinstance(at.app.screen, HelpScreen)
        await at.press("f1")
        assert at.app.screen is at.screen

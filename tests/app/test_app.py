"""The program: from the library to an article and back, with the engine at work behind."""

import os
from functools import partialmethod
from threading import current_thread

import pytest

from reader.app.app import PullquoteApp, run_library, run_reader
from reader.app.screens.library_screen import LibraryScreen
from reader.app.screens.reading_screen import ReadingScreen
from reader.config import Settings
from reader.errors import ConfigError, PullquoteError
from reader.model import Analysis
from reader.services.session import Session
from tests.app.pane_harness import ANALYSIS, ARTICLE, lines, settle


def reading_screen(app):
    assert isinstance(app.screen, ReadingScreen)
    return app.screen


async def test_from_the_library_to_an_article_and_back(session, tmp_path, monkeypatch):
    monkeypatch.setattr(Session, "analyse", lambda *_: Analysis("made"))
    file = tmp_path / "wall.txt"
    file.write_text("The Wall\n\nNobody wants to pay for it.\n", encoding="utf-8")
    session.open(str(file))
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
            found = [here.exact for here in reading_screen(app).reading.highlights]
            await pilot.press("q")
        assert session.library.problem is None
        session.close()
        return found

    assert await highlights(names[0], "n", "h") == ["“I will not pay for it,”"]
    assert await highlights(names[0]) == ["“I will not pay for it,”"]
    assert await highlights(names[1]) == []


async def test_an_article_that_does_not_open_is_said_and_the_library_stays(session, tmp_path, monkeypatch):
    file = tmp_path / "wall.txt"
    file.write_text("The Wall\n\nNobody wants to pay for it.\n", encoding="utf-8")
    session.open(str(file))

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


async def test_the_engine_works_in_a_thread_of_its_own_behind_the_first_frame(session, monkeypatch):
    threads = []

    def analyse(self, *_):
        threads.append((current_thread().name, self is session))
        return ANALYSIS

    monkeypatch.setattr(Session, "analyse", analyse)
    app = PullquoteApp(session, ARTICLE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, lambda: reading_screen(app).reading.analysis is ANALYSIS)
        assert threads == [("engine", False)]


async def test_what_the_engine_can_not_do_is_said_and_reading_goes_on(session, monkeypatch):
    def fail(*_):
        raise PullquoteError("The engine has no steam.")

    monkeypatch.setattr(Session, "analyse", fail)
    app = PullquoteApp(session, ARTICLE)
    async with app.run_test(size=(80, 24)) as pilot:
        footer = reading_screen(app).panes.footer
        await settle(pilot, lambda: "could not be found: The engine has no steam." in " ".join(lines(footer)))
        await pilot.press("j")
        assert reading_screen(app).reading.cursor > 0


async def test_an_article_left_before_the_engine_has_finished_is_no_trouble(session, monkeypatch):
    monkeypatch.setattr(PullquoteApp, "_listen", lambda *_: None)
    monkeypatch.setattr(Session, "analyse", lambda *_: ANALYSIS)
    app = PullquoteApp(session, ARTICLE)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = reading_screen(app)
        await pilot.press("q")
    app._work(screen)
    assert screen.reading.analysis is None


@pytest.mark.parametrize("run", [lambda session: run_reader(session, ARTICLE), run_library])
def test_the_exit_status_is_that_of_the_program(session, monkeypatch, run):
    monkeypatch.setattr(PullquoteApp, "run", lambda self: setattr(self, "_return_code", 3))
    assert run(session) == 3


async def test_a_theme_is_taken_by_name(session, monkeypatch):
    monkeypatch.setattr(PullquoteApp, "_listen", lambda *_: None)
    app = PullquoteApp(session, ARTICLE, theme="pullquote-light")
    async with app.run_test(size=(80, 24)):
        assert app.theme == "pullquote-light"


def test_a_theme_that_is_not_there_is_one_sentence_with_those_that_are(session):
    with pytest.raises(ConfigError, match=r"^There is no theme no-such-theme; there are auto, .*pullquote-dark"):
        PullquoteApp(session, ARTICLE, theme="no-such-theme")


async def test_for_a_theme_of_the_settings_that_does_not_exist_auto_is_used_and_a_sentence_says_so(monkeypatch):
    monkeypatch.setattr(PullquoteApp, "_listen", lambda *_: None)
    app = PullquoteApp(Session(Settings(theme="no-such-theme")), ARTICLE)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        assert app.theme == "pullquote-dark"
        said = " ".join(" ".join(lines(reading_screen(app).panes.footer)).split())
        assert said.startswith(
            "There is no theme no-such-theme. The settings name it; auto is used instead, and : lists all themes."
        )


def test_faults_of_the_settings_file_and_of_the_theme_are_both_reported(tmp_path, monkeypatch):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path))
    (tmp_path / "config.toml").write_text('theme = "no-such-theme"\nthme = "x"\n', encoding="utf-8")
    settings_fault, theme_fault = PullquoteApp(Session(library=False), ARTICLE).diagnostics
    assert "thme in line 2" in settings_fault
    assert theme_fault.startswith("There is no theme no-such-theme.")


def test_a_fault_of_the_program_is_raised_once_the_screen_is_gone(session, monkeypatch, capsys):
    def fail(*_):
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(ReadingScreen, "on_mount", fail)
    monkeypatch.setattr(PullquoteApp, "run", partialmethod(PullquoteApp.run, headless=True))
    with pytest.raises(ZeroDivisionError, match="a fault"):
        run_reader(session, ARTICLE)
    assert capsys.readouterr() == ("", "")


async def test_an_article_is_recorded_and_its_highlights_are_read_behind_the_first_frame(session, monkeypatch):
    monkeypatch.setattr(Session, "analyse", lambda *_: ANALYSIS)
    kept = session.highlights.add(ARTICLE, (ARTICLE.blocks[1].span,))
    app = PullquoteApp(session, ARTICLE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, lambda: reading_screen(app).reading.highlights == (kept,))
    assert app.recorded.wait(5)
    assert [book.article_id for book in session.library.entries()] == [ARTICLE.id]

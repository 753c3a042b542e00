"""The app is run: its exit status, and what ends it."""

from functools import partialmethod

import pytest

from reader.app.app import PullquoteApp
from reader.app.run import run_library, run_reader
from reader.app.screens.reading_screen import ReadingScreen
from tests.app.pane_harness import ARTICLE


@pytest.mark.parametrize("run", [lambda session: run_reader(session, ARTICLE), run_library])
def test_the_exit_status_is_that_of_the_app(session, monkeypatch, run):
    monkeypatch.setattr(PullquoteApp, "run", lambda _: None)
    monkeypatch.setattr(PullquoteApp, "return_code", 3)
    assert run(session) == 3


def test_a_fault_of_the_program_is_raised_once_the_screen_is_gone(session, monkeypatch, capsys):
    def fail(*_):
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(ReadingScreen, "on_mount", fail)
    monkeypatch.setattr(PullquoteApp, "run", partialmethod(PullquoteApp.run, headless=True))
    with pytest.raises(ZeroDivisionError, match="a fault"):
        run_reader(session, ARTICLE)
    assert capsys.readouterr() == ("", "")

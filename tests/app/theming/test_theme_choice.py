"""The theme of the app at its start: the one asked for, the configured one, or one that fits the terminal."""

import pytest

from reader.app.app import PullquoteApp
from reader.app.screens.reading_screen import ReadingScreen
from reader.app.theming.palette import LIGHT
from reader.config import Settings
from reader.errors import ConfigError
from reader.services.session import Session
from tests.app.pane_harness import ARTICLE, lines


@pytest.fixture(autouse=True)
def _no_analysis(monkeypatch):
    monkeypatch.setattr(PullquoteApp, "start_analysis", lambda *_: None)


async def test_a_theme_is_used_by_its_name_and_its_colours_are_in_the_first_frame(session):
    app = PullquoteApp(session, ARTICLE, theme="pullquote-light")
    assert app.theme == "pullquote-light"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.screen.styles.background.hex == LIGHT.page.upper()


def test_a_requested_theme_that_does_not_exist_is_an_error_with_the_names_of_those_that_do(session):
    with pytest.raises(ConfigError, match=r"^There is no theme no-such-theme; there are auto, .*pullquote-dark"):
        PullquoteApp(session, ARTICLE, theme="no-such-theme")


async def test_for_a_configured_theme_that_does_not_exist_the_default_is_used_and_the_footer_says_so():
    app = PullquoteApp(Session(Settings(theme="no-such-theme")), ARTICLE)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        assert app.theme == "pullquote-dark"
        assert isinstance(app.screen, ReadingScreen)
        message = " ".join(" ".join(lines(app.screen.panes.footer)).split())
        assert message.startswith("There is no theme no-such-theme; : lists all themes. The settings name it; auto ")

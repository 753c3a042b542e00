"""Themes beyond the two usual ones: the terminal's own colours, a person's files, and the saved choice."""

import pytest
from textual.filter import ANSIToTruecolor
from textual.theme import BUILTIN_THEMES

from reader import config
from reader.app.app import PullquoteApp
from reader.app.terminal.background_query import TerminalBackground
from reader.app.theming.extra_palettes import (
    SEPIA,
    SHIPPED,
    TERMINAL,
    adapt_theme,
    all_theme_names,
    load_palette,
    theme_names,
    themes_folder,
)
from reader.app.theming.palette import LIGHT, PALETTES, mix, palette_of
from reader.app.theming.preferences import apply_theme, change_theme
from reader.errors import ConfigError
from reader.services.session import Session
from tests.app.pane_harness import ARTICLE
from tests.app.theming.test_palette import contrast, pairs


@pytest.fixture(autouse=True)
def _few_palettes(monkeypatch):
    known = dict(PALETTES)
    monkeypatch.setattr("reader.app.theming.preferences.PALETTES", known)
    monkeypatch.setattr("reader.app.theming.palette.PALETTES", known)


@pytest.fixture
def session():
    session = Session(library=False)
    yield session
    session.close()


@pytest.fixture
def own():
    themes_folder().mkdir(parents=True)

    def write(text, name="mine"):
        (themes_folder() / f"{name}.toml").write_text(text, encoding="utf-8")

    return write


@pytest.mark.parametrize("name", SHIPPED)
async def test_each_theme_colours_the_reader(session, monkeypatch, name):
    monkeypatch.setattr(PullquoteApp, "start_analysis", lambda *_: None)
    app = PullquoteApp(session, ARTICLE, theme=name)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.theme == name
        assert palette_of(app) is SHIPPED[name]
        await pilot.press("2")
        assert app.export_screenshot()


async def test_the_terminal_theme_uses_no_true_colour(session, monkeypatch):
    monkeypatch.setattr(PullquoteApp, "start_analysis", lambda *_: None)
    app = PullquoteApp(session, ARTICLE, theme="terminal")
    async with app.run_test(size=(80, 24)):
        assert app.current_theme.ansi
        assert not any(isinstance(each, ANSIToTruecolor) for each in app.get_line_filters())
        styles = [piece.style for piece in app.screen.query_one("#body").render_line(0)]
        assert {style.bgcolor.name for style in styles if style and style.bgcolor} == {"default"}


def test_the_terminals_own_colours_are_not_mixed():
    assert TERMINAL.off_screen(0) == TERMINAL.hue(0)
    assert mix("#000000", "default", 0.5) == "#000000"


@pytest.mark.parametrize(
    ("dark", "theme"), [(True, "pullquote-dark"), (None, "pullquote-dark"), (False, "pullquote-light")]
)
def test_auto_is_as_dark_as_the_terminal(session, dark, theme):
    assert PullquoteApp(session, ARTICLE, background=TerminalBackground(is_dark=dark)).theme == theme


def test_with_sixteen_colours_auto_is_the_terminal_theme(session, monkeypatch):
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "xterm")
    assert PullquoteApp(session, ARTICLE).theme == "terminal"


def test_a_persons_theme_has_its_colours_and_those_of_its_base(own, session):
    own('base = "sepia"\ntext = "#201008"\nhues = ["#602000", "#005020"]\n')
    found = load_palette("mine")
    assert found is not None
    made, dark = found
    assert (made.name, made.text, made.over, made.page, dark) == ("mine", "#201008", "#201008", SEPIA.page, False)
    assert made.hues == ("#602000", "#005020")
    app = PullquoteApp(session, ARTICLE, theme="mine")
    assert app.theme == "mine"
    assert theme_names() == [*SHIPPED, "mine"]
    assert all_theme_names(app.available_themes)[: len(SHIPPED) + 1] == [*SHIPPED, "mine"]
    assert "nord" in all_theme_names(app.available_themes)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('txt = "#000000"', "txt: unknown colour"),
        ('text = "black"', "text: black is not #RRGGBB"),
        ("text = 3", "text: 3 is not #RRGGBB"),
        ('base = "terminal"', "base: terminal is not one of pullquote-dark, "),
        ("hues = []", "hues: not a list of #RRGGBB"),
        ("text = ", "can't be read"),
        (f"text = {'[' * 5_000}", "can't be read (its values are nested too deep)"),
        (f"text.{'a.' * 5_000}b = 1", "text: a table is not #RRGGBB"),
        ("base = []", "base: a list is not one of pullquote-dark, "),
    ],
)
def test_a_theme_with_mistakes_is_reported(own, session, text, reason):
    own(text)
    with pytest.raises(ConfigError, match=r"mine\.toml") as told:
        load_palette("mine")
    assert reason in str(told.value)
    with pytest.raises(ConfigError, match=r"mine\.toml"):
        PullquoteApp(session, ARTICLE, theme="mine")


def test_an_unusable_theme_in_the_settings_is_reported_and_replaced(own):
    own("hues = 1")
    config.save_theme("mine")
    named = Session(library=False)
    app = PullquoteApp(named, ARTICLE)
    assert app.theme == "pullquote-dark"
    assert "mine.toml can't be used (hues" in app.diagnostics[0]


@pytest.mark.parametrize("name", [name for name, theme in BUILTIN_THEMES.items() if not theme.ansi])
def test_a_textual_theme_gives_its_background_and_all_text_is_readable_on_it(name):
    made = adapt_theme(BUILTIN_THEMES[name])
    weak = {pair: round(contrast(text, ground), 2) for pair, text, ground in pairs(made)}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}
    assert made.page == (BUILTIN_THEMES[name].background or made.page).upper()


def test_a_textual_theme_in_ansi_colours_uses_the_terminal_palette():
    assert adapt_theme(BUILTIN_THEMES["ansi-dark"])._replace(name="terminal") == TERMINAL


async def test_in_a_textual_theme_every_pane_has_its_background(session, monkeypatch):
    monkeypatch.setattr(PullquoteApp, "start_analysis", lambda *_: None)
    app = PullquoteApp(session, ARTICLE, theme="nord")
    async with app.run_test(size=(100, 30)):
        assert palette_of(app).name == "nord"
        assert palette_of(app).page == "#2E3440"
        assert app.screen.query_one("#title").background_colors[1].hex6 == "#2E3440"


def test_a_theme_name_cannot_leave_the_folder():
    assert load_palette("../config") is None
    assert load_palette("none") is None


async def test_a_chosen_theme_is_shown_at_once_and_saved(session, monkeypatch, own):
    monkeypatch.setattr(PullquoteApp, "start_analysis", lambda *_: None)
    own("page = 1", "broken")
    app = PullquoteApp(session, ARTICLE)
    async with app.run_test(size=(80, 24)) as pilot:
        assert change_theme(app, "pullquote-light") == "theme pullquote-light saved"
        await pilot.pause()
        assert palette_of(app) is LIGHT
        assert config.load().theme == "pullquote-light"
        assert change_theme(app, "nothing") == "there is no theme nothing"
        assert "broken.toml" in change_theme(app, "broken")
        assert apply_theme(app, "sepia")

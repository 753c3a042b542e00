"""The program on a screen of its own, with a library in a folder of its own."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot

from reader.app.app import PullquoteApp
from reader.app.screens.reading_screen import ReadingScreen
from reader.app.state import Reading
from reader.app.widgets.article_view import ArticleView
from reader.model import Analysis, Article
from reader.services.session import Session
from tests.app.pane_harness import ANALYSIS, ARTICLE, lines, settle


@contextmanager
def not_drawn() -> Iterator[None]:
    """Draw no frame: what has changed is drawn with the first frame after it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compositor, "render_update", lambda *_, **_more: None)
        yield


@dataclass
class Opened:
    """An article open in the program."""

    app: PullquoteApp
    pilot: Pilot[None]
    screen: ReadingScreen

    @property
    def reading(self) -> Reading:
        return self.screen.reading

    @property
    def body(self) -> ArticleView:
        return self.screen.body

    @property
    def said(self) -> str:
        """What the footer shows."""
        footer = self.screen.panes.footer
        return " ".join(line.strip() for line in lines(footer)[-max(1, len(footer._message_rows())) :])

    async def press(self, *keys: str) -> None:
        """Press one key after the other, and draw what is shown after the last."""
        with not_drawn():
            for key in keys[:-1]:
                await self.pilot.press(key)
        for key in keys[-1:]:
            await self.pilot.press(key)
        await self.pilot.pause()

    def shown(self) -> list[str]:
        """The body, row by row."""
        return lines(self.body)

    def cell(self, offset: int) -> tuple[int, int]:
        """Where a character of the text stands in the body."""
        y = self.body.page_layout.row_at(offset)
        return self.screen.panes.speaker_line._columns.start + self.body.page_layout.cell_of(
            y, offset
        ), y - self.body.viewport.top


@pytest.fixture(scope="session", autouse=True)
def _parsed_style_sheets() -> Iterator[None]:
    """Parse a style sheet once for each theme: the apps of these tests are many, and their style sheets are the same."""
    parse = Stylesheet._parse_rules
    parsed: dict[tuple[Any, ...], list[RuleSet]] = {}

    def parse_once(self: Stylesheet, *args: Any, **options: Any) -> list[RuleSet]:
        key = (args, frozenset(options.items()), frozenset(self._variables.items()))
        if key not in parsed:
            parsed[key] = parse(self, *args, **options)
        return parsed[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session()
    yield session
    session.close()


Opener = Callable[..., AbstractAsyncContextManager[Opened]]


@pytest.fixture
def opened(monkeypatch) -> Opener:
    """Open an article in the program, with what the engine is to find in it (None: it never ends)."""

    @asynccontextmanager
    async def start(
        size: tuple[int, int] = (80, 24),
        article: Article = ARTICLE,
        analysis: Analysis | None = ANALYSIS,
        **more: Any,
    ) -> AsyncIterator[Opened]:
        monkeypatch.setattr(Session, "analyse", lambda *_: analysis)
        if analysis is None:
            monkeypatch.setattr(PullquoteApp, "start_analysis", lambda *_: None)
        session = Session()
        app = PullquoteApp(session, article, theme="pullquote-dark", **more)
        async with AsyncExitStack() as running:
            with not_drawn():  # the frames before the analysis are the same each time: the tests of the start draw them
                pilot = await running.enter_async_context(app.run_test(size=size))
                screen = app.screen
                assert isinstance(screen, ReadingScreen)
                await settle(pilot, lambda: screen.reading.analysis is analysis)
            screen.refresh()
            await pilot.pause()
            yield Opened(app, pilot, screen)
        session.close()

    return start

"""What ends the program from outside lets it save first what would be lost."""

import asyncio
import signal
from contextlib import suppress

import pytest

from reader import sigint
from reader.app import shutdown
from reader.app.screens.reading_screen import ReadingScreen
from reader.app.shutdown import SigintHandler, handle_termination, ignore_keyboard_signals, save_unsaved
from reader.app.viewmodels.cursor import position_of
from reader.services.session import Session
from tests.app.pane_harness import ARTICLE


class OpenArticle:
    """A screen that counts how often it was saved."""

    def __init__(self):
        self.saved = 0

    def keep_unsaved(self):
        self.saved += 1


class FakeApp:
    """An app with two articles open; it keeps how it was ended."""

    def __init__(self):
        self.articles = [OpenArticle(), OpenArticle()]
        self.screen_stack = [self.articles[0], object(), self.articles[1]]
        self.exits = []

    def exit(self, **how):
        self.exits.append(how)

    @property
    def has_reacted(self):
        return bool(self.exits or self.articles[0].saved)


@pytest.fixture
def app():
    return FakeApp()


@pytest.fixture
def interrupts():
    """The list that each interrupt adds an entry to."""
    return []


@pytest.fixture
def handler(interrupts):
    return SigintHandler(lambda: interrupts.append("interrupt"))


@pytest.fixture
def killed(monkeypatch):
    """The signals that the program sent to itself."""
    sent = []
    monkeypatch.setattr("os.kill", lambda _, number: sent.append(number))
    return sent


async def wait_until(condition):
    for _ in range(1000):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never happened")


async def receive(number, app):
    """Receive a termination signal and wait until the app has reacted."""
    before = signal.getsignal(number)
    try:
        handle_termination(app)
        signal.raise_signal(number)
        await wait_until(lambda: app.has_reacted)
    finally:
        for each in (signal.SIGHUP, signal.SIGTERM):
            asyncio.get_running_loop().remove_signal_handler(each)
        signal.signal(number, before)


async def test_at_sigterm_the_app_exits_so_that_the_terminal_is_restored(app, killed):
    await receive(signal.SIGTERM, app)
    assert (app.exits, killed) == ([{"return_code": 143}], [])


async def test_at_sighup_the_program_saves_and_ends_as_by_default(app, killed):
    await receive(signal.SIGHUP, app)
    assert app.articles[0].saved == 1
    assert (app.exits, killed) == ([], [signal.SIGHUP])


async def test_a_signal_that_is_ignored_stays_ignored(app):
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        await receive(signal.SIGTERM, app)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("names", [("SIGNOTHING",), ("SIGKILL",)])
async def test_where_there_are_no_such_signals_the_program_runs_without_handlers(app, monkeypatch, names):
    monkeypatch.setattr(shutdown, "_TERMINATION_SIGNALS", names)
    handle_termination(app)
    save_unsaved(app)
    assert app.articles[1].saved == 1


async def test_an_interrupt_is_handled_in_the_app_and_not_after_it(handler, interrupts):
    before = signal.getsignal(signal.SIGINT)
    with handler.installed():
        handler.app_started()
        signal.raise_signal(signal.SIGINT)
        await wait_until(lambda: interrupts)
    assert interrupts == ["interrupt"]
    assert signal.getsignal(signal.SIGINT) is before


async def test_an_interrupt_before_the_app_can_end_is_handled_as_soon_as_it_can(handler, interrupts):
    with handler.installed():
        signal.raise_signal(signal.SIGINT)
        assert interrupts == []
        handler.app_started()
    assert interrupts == ["interrupt"]


async def test_an_interrupt_that_python_has_ignored_before_is_handled_as_soon_as_the_app_can_end(
    handler, interrupts, monkeypatch
):
    monkeypatch.setattr(sigint, "has_arrived", lambda: True)
    with handler.installed():
        assert interrupts == []
        handler.app_started()
    assert interrupts == ["interrupt"]


async def test_a_handler_that_the_driver_has_installed_is_replaced(handler, interrupts):
    driver: list[str] = []
    with handler.installed():
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, driver.append, "interrupt")
        handler.app_started()
        signal.raise_signal(signal.SIGINT)
        await wait_until(lambda: interrupts)
    assert (interrupts, driver) == (["interrupt"], [])


async def test_an_interrupt_that_is_ignored_stays_ignored(handler):
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with handler.installed(), ignore_keyboard_signals():
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


async def test_signals_of_the_keyboard_are_ignored_while_another_program_has_the_terminal(handler, interrupts):
    with handler.installed():
        handler.app_started()
        with ignore_keyboard_signals():
            signal.raise_signal(signal.SIGINT)
            signal.raise_signal(signal.SIGQUIT)
        await asyncio.sleep(0)
        assert interrupts == []
        signal.raise_signal(signal.SIGINT)
        await wait_until(lambda: interrupts)
    assert interrupts == ["interrupt"]


@pytest.mark.no_cover
async def test_of_an_open_article_the_position_and_a_draft_are_saved(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "n", "a", *"why")
        save_unsaved(at.app)
        session = at.screen.session
        where = session.positions(at.reading.article)
        assert where.last() == position_of(at.reading)
        assert where.draft(at.reading.highlights[0].id) == "why"


@pytest.mark.no_cover
@pytest.mark.parametrize("keys", [("q",), ("ctrl+q",), ("ctrl+c", "ctrl+c")])
async def test_the_draft_of_a_note_is_saved_by_every_key_that_ends_the_program(opened, keys):
    async with opened((140, 40)) as at:
        await at.press("n", "a", *"why")
        if keys == ("q",):
            await at.pilot.click("#body", offset=(20, 10))
        await at.press(*keys)
        assert at.app.return_code in {0, 130}
    session = Session()
    [highlight] = session.highlights.of(ARTICLE)
    assert session.positions(ARTICLE).draft(highlight.id) == "why"
    session.close()


@pytest.mark.no_cover
async def test_the_draft_of_a_note_is_saved_when_a_person_goes_back_to_the_library(opened):
    async with opened((140, 40)) as at:
        again = ReadingScreen(at.screen.session, at.reading)
        await at.app.push_screen(again)
        await at.press("n", "a", *"why")
        await at.pilot.click("#body", offset=(20, 10))
        await at.press("q")
        assert at.app.screen is at.screen
        [highlight] = again.session.highlights.of(ARTICLE)
        assert again.session.positions(ARTICLE).draft(highlight.id) == "why"


async def test_the_draft_of_a_note_is_saved_at_a_fault_of_the_program(opened, monkeypatch):
    monkeypatch.setattr(ReadingScreen, "leave", lambda _: 1 / 0)
    with suppress(ZeroDivisionError):
        async with opened((140, 40)) as at:
            await at.press("n", "a", *"why")
            at.screen.call_later(at.screen.leave)
            await at.pilot.pause()
    session = Session()
    [highlight] = session.highlights.of(ARTICLE)
    assert session.positions(ARTICLE).draft(highlight.id) == "why"
    session.close()


@pytest.mark.no_cover
@pytest.mark.parametrize("key", ["a", "t", "slash"])
async def test_the_program_can_end_while_a_line_to_write_in_is_still_opening(opened, monkeypatch, key):
    async with opened((140, 40)) as at:
        mount, saved = at.screen.mount, []

        def mount_and_save(*widgets, **where):
            mounted = mount(*widgets, **where)
            save_unsaved(at.app)
            saved.append(key)
            return mounted

        monkeypatch.setattr(at.screen, "mount", mount_and_save)
        await at.press("n", key, *"why", "enter")
    assert saved == [key]

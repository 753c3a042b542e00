"""What ends the program from outside lets it keep first what would be lost."""

import asyncio
import signal
from contextlib import suppress
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from reader.app import shutdown
from reader.app.screens.reading_screen import ReadingScreen
from reader.app.shutdown import Interrupts, handle_signals, keep_unsaved, left_to_another
from reader.app.viewmodels.cursor import position_of
from reader.services.session import Session
from tests.app.pane_harness import ARTICLE

if TYPE_CHECKING:
    from reader.app.app import PullquoteApp


class Open:
    """An article that is open, and how often it was saved."""

    def __init__(self):
        self.saved = 0

    def keep_unsaved(self):
        self.saved += 1


@pytest.fixture
def app():
    ended: list[object] = []
    made = SimpleNamespace(screen_stack=[Open(), object(), Open()], ended=ended, exit=lambda **how: ended.append(how))
    made.action_interrupt = lambda: ended.append("interrupted")
    made.interrupts = Interrupts(cast("PullquoteApp", made))
    return made


@pytest.fixture
def died(monkeypatch):
    """The signals that the program would have died of."""
    sent = []
    monkeypatch.setattr("os.kill", lambda _, number: sent.append(number))
    return sent


async def heard(number, app):
    """The signal comes, and is answered."""
    before = signal.getsignal(number)
    try:
        handle_signals(app)
        signal.raise_signal(number)
        for _ in range(100):
            await asyncio.sleep(0.01)
            if app.screen_stack[0].saved or app.ended:
                break
    finally:
        for each in (signal.SIGHUP, signal.SIGTERM):
            asyncio.get_running_loop().remove_signal_handler(each)
        signal.signal(number, before)


async def test_at_a_request_to_end_the_terminal_is_left_tidy(app, died):
    await heard(signal.SIGTERM, app)
    assert (app.ended, died) == ([{"return_code": 143}], [])


async def test_without_a_terminal_the_program_ends_as_it_would_have(app, died):
    await heard(signal.SIGHUP, app)
    assert app.screen_stack[0].saved == 1
    assert (app.ended, died) == ([], [signal.SIGHUP])


async def test_a_signal_that_is_ignored_stays_ignored(app):
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        await heard(signal.SIGTERM, app)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


async def test_an_interrupt_ends_the_app_as_ctrl_c_does(app):
    before = signal.getsignal(signal.SIGINT)
    with app.interrupts.answered():
        await heard(signal.SIGINT, app)
    assert app.ended == ["interrupted"]
    assert signal.getsignal(signal.SIGINT) is before


async def test_an_interrupt_before_the_app_can_end_ends_it_as_soon_as_it_can(app):
    with app.interrupts.answered():
        signal.raise_signal(signal.SIGINT)
        assert app.ended == []
        app.interrupts.begin()
    assert app.ended == ["interrupted"]


async def test_an_interrupt_is_heard_where_the_driver_hears_it_by_itself(app):
    drivers: list[str] = []
    with app.interrupts.answered():
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, drivers.append, "ended")
        await heard(signal.SIGINT, app)
    assert (app.ended, drivers) == (["interrupted"], [])


async def test_an_interrupt_that_is_ignored_stays_ignored(app):
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with app.interrupts.answered(), left_to_another():
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


async def test_an_interrupt_while_another_program_has_the_terminal_is_for_that_alone(app):
    with app.interrupts.answered():
        app.interrupts.begin()
        with left_to_another():
            signal.raise_signal(signal.SIGINT)
            signal.raise_signal(signal.SIGQUIT)
        await asyncio.sleep(0.05)
        assert app.ended == []
        await heard(signal.SIGINT, app)
    assert app.ended == ["interrupted"]


@pytest.mark.parametrize("names", [("SIGNOTHING",), ("SIGKILL",)])
async def test_where_there_are_no_such_signals_the_program_starts_without(app, monkeypatch, names):
    monkeypatch.setattr(shutdown, "_SIGNALS", names)
    handle_signals(app)
    keep_unsaved(app)
    assert app.screen_stack[2].saved == 1


async def test_an_article_that_is_open_keeps_place_and_words(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "n", "a", *"why")
        keep_unsaved(at.app)
        session = at.screen.session
        where = session.positions(at.reading.article)
        assert where.last() == position_of(at.reading)
        assert where.draft(at.reading.highlights[0].id) == "why"


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c"])
async def test_a_note_that_was_begun_is_kept_by_whichever_key_the_program_ends(opened, key):
    async with opened((140, 40)) as at:
        await at.press("n", "a", *"why")
        if key == "q":
            await at.pilot.click("#body", offset=(20, 10))
        await at.press(key)
        assert at.app._exit
    session = Session()
    [highlight] = session.highlights.of(ARTICLE)
    assert session.positions(ARTICLE).draft(highlight.id) == "why"
    session.close()


async def test_a_note_that_was_begun_is_kept_where_its_article_is_left_for_the_library(opened):
    async with opened((140, 40)) as at:
        again = ReadingScreen(at.screen.session, at.reading)
        await at.app.push_screen(again)
        await at.press("n", "a", *"why")
        await at.pilot.click("#body", offset=(20, 10))
        await at.press("q")
        assert at.app.screen is at.screen
        [highlight] = again.session.highlights.of(ARTICLE)
        assert again.session.positions(ARTICLE).draft(highlight.id) == "why"


async def test_a_note_that_was_begun_is_kept_at_a_fault_of_the_program(opened, monkeypatch):
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


@pytest.mark.parametrize("key", ["a", "t", "slash"])
async def test_the_program_can_end_while_a_line_to_write_in_is_still_opening(opened, monkeypatch, key):
    async with opened((140, 40)) as at:
        mount, ended = at.screen.mount, []

        def mounting(*widgets, **where):
            mounted = mount(*widgets, **where)
            keep_unsaved(at.app)
            ended.append(key)
            return mounted

        monkeypatch.setattr(at.screen, "mount", mounting)
        await at.press("n", key, *"why", "enter")
    assert ended == [key]

"""When the terminal goes, or the program is told to end: what a person wrote and where they stood is kept first."""

import os
import signal
from asyncio import AbstractEventLoop, get_running_loop
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import Context, copy_context
from types import FrameType
from typing import Protocol, runtime_checkable

_SIGNALS = ("SIGHUP", "SIGTERM")
_OF_THE_KEYBOARD = ("SIGINT", "SIGQUIT")


@runtime_checkable
class HasUnsaved(Protocol):
    """A screen that may hold what a person would lose."""

    def keep_unsaved(self) -> None:
        """Save it, for the program may end."""


class EndingApp(Protocol):
    """What this module asks of the app."""

    interrupts: "Interrupts"

    @property
    def screen_stack(self) -> Sequence[object]:
        """The screens that are open."""

    def action_interrupt(self) -> None:
        """End as Ctrl+C does."""

    def exit(self, result: None = None, return_code: int = 0) -> None:
        """End."""


class Interrupts:
    """Ends an app at SIGINT as Ctrl+C does in it: at once, or as soon as the app can end.

    asyncio's own handlers are not used: what they hear while another program has the terminal (`left_to_another`) they
    would act upon when it is gone.
    """

    def __init__(self, app: EndingApp) -> None:
        self._app = app
        self._came = False
        self._loop: AbstractEventLoop | None = None
        self._context: Context | None = None

    @contextmanager
    def answered(self) -> Iterator[None]:
        """Within the block, in which the app runs, SIGINT ends the app; whoever ignores it wants that to go on."""
        before = signal.getsignal(signal.SIGINT)
        if before is signal.SIG_IGN:
            yield
            return
        signal.signal(signal.SIGINT, self._answer)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def begin(self) -> None:
        """The app can end from now on, and does so where SIGINT has come before."""
        self._loop, self._context = get_running_loop(), copy_context()
        # Textual's driver for browsers has set a handler that keeps nothing.
        if self._loop.remove_signal_handler(signal.SIGINT):
            signal.signal(signal.SIGINT, self._answer)
        if self._came:
            self._app.action_interrupt()

    def _answer(self, _number: int, _frame: FrameType | None) -> None:
        self._came = True
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._app.action_interrupt, context=self._context)


@contextmanager
def left_to_another() -> Iterator[None]:
    """Within the block the signals of the keyboard are for the program that has the terminal, as system(3) does it.

    They are not set to be ignored, for that program would take this over.
    """
    numbers = [getattr(signal, name) for name in _OF_THE_KEYBOARD if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    heard = {number: handler for number, handler in before.items() if handler is not signal.SIG_IGN}
    for number in heard:
        signal.signal(number, lambda *_: None)
    try:
        yield
    finally:
        for number, handler in heard.items():
            signal.signal(number, handler)


def handle_signals(app: EndingApp) -> None:
    """From now on end well at the signals that a closed terminal and a system that shuts down send."""
    app.interrupts.begin()
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is None or signal.getsignal(number) is signal.SIG_IGN:
            continue  # as under nohup: whoever ignores it wants the program to go on
        try:
            get_running_loop().add_signal_handler(number, _end, app, number)
        except (NotImplementedError, RuntimeError, ValueError):  # in a thread, or where there are no such signals
            return


def keep_unsaved(app: EndingApp) -> None:
    """Keep what every article that is open would lose."""
    for screen in app.screen_stack:
        if isinstance(screen, HasUnsaved):
            screen.keep_unsaved()


def _end(app: EndingApp, number: int) -> None:
    if number == signal.SIGTERM:
        app.exit(return_code=128 + number)
        return
    keep_unsaved(app)
    # The terminal is gone, and with it whom to leave it tidy for: end as without this.
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)

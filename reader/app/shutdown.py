"""End the app at a signal: what a person wrote and where they stood is saved first."""

import os
import signal
from asyncio import AbstractEventLoop, get_running_loop
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import Context, copy_context
from types import FrameType
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from reader import sigint

if TYPE_CHECKING:
    from textual.app import App

_TERMINATION_SIGNALS = ("SIGHUP", "SIGTERM")
_KEYBOARD_SIGNALS = ("SIGINT", "SIGQUIT")


@runtime_checkable
class HasUnsaved(Protocol):
    """A screen that may hold what a person would lose."""

    def keep_unsaved(self) -> None:
        """Save it, because the program may end."""


class SigintHandler:
    """Calls `interrupt` in an app at SIGINT: at once, or as soon as the app can end.

    The signal handlers of asyncio are not used: a signal that arrives while another program has the terminal (see
    `ignore_keyboard_signals`) they would handle after it.
    """

    def __init__(self, interrupt: Callable[[], object]) -> None:
        self._interrupt = interrupt
        self._was_interrupted = False
        self._loop: AbstractEventLoop | None = None
        self._context: Context | None = None

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Handle SIGINT within the block, in which the app runs; where it is ignored it stays ignored."""
        before = signal.getsignal(signal.SIGINT)
        if before is signal.SIG_IGN:
            yield
            return
        signal.signal(signal.SIGINT, self._handle)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def app_started(self) -> None:
        """Call this in the app once it can end: it ends at once where SIGINT has arrived before."""
        self._loop, self._context = get_running_loop(), copy_context()
        # Textual's driver for browsers installs a handler that saves nothing.
        if self._loop.remove_signal_handler(signal.SIGINT):
            signal.signal(signal.SIGINT, self._handle)
        if self._was_interrupted or sigint.has_arrived():
            self._interrupt()

    def _handle(self, _number: int, _frame: FrameType | None) -> None:
        self._was_interrupted = True
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._interrupt, context=self._context)


@contextmanager
def ignore_keyboard_signals() -> Iterator[None]:
    """Within the block, leave the signals of the keyboard to the program that has the terminal, as system(3) does.

    They get handlers that do nothing. SIG_IGN would be inherited by that program.
    """
    numbers = [getattr(signal, name) for name in _KEYBOARD_SIGNALS if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    handled = {number: handler for number, handler in before.items() if handler is not signal.SIG_IGN}
    for number in handled:
        signal.signal(number, lambda *_: None)
    try:
        yield
    finally:
        for number, handler in handled.items():
            signal.signal(number, handler)


def handle_termination(app: "App[Any]") -> None:
    """From now on save first when SIGHUP or SIGTERM ends the app."""
    for name in _TERMINATION_SIGNALS:
        number = getattr(signal, name, None)
        if number is None or signal.getsignal(number) is signal.SIG_IGN:
            continue  # as under nohup
        try:
            get_running_loop().add_signal_handler(number, _end, app, number)
        except (NotImplementedError, RuntimeError, ValueError):  # in a thread, or where there are no such signals
            return


def save_unsaved(app: "App[Any]") -> None:
    """Save what would be lost of every open article."""
    for screen in app.screen_stack:
        if isinstance(screen, HasUnsaved):
            screen.keep_unsaved()


def _end(app: "App[Any]", number: int) -> None:
    if number == signal.SIGTERM:
        app.exit(return_code=128 + number)
        return
    save_unsaved(app)
    # At SIGHUP there is no terminal left to restore: end as the system's default handler does.
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)

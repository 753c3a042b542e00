"""When the terminal goes, or the program is told to end: what a person wrote and where they stood is kept first."""

import os
import signal
from asyncio import get_running_loop
from typing import TYPE_CHECKING

from reader.app.places import Returning

if TYPE_CHECKING:
    from reader.app.app import PullquoteApp

_SIGNALS = ("SIGHUP", "SIGTERM")


def heed(app: "PullquoteApp") -> None:
    """From now on end well at the signals that a closed terminal and a system that shuts down send."""
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is None or signal.getsignal(number) is signal.SIG_IGN:
            continue  # as under nohup: whoever ignores it wants the program to go on
        try:
            get_running_loop().add_signal_handler(number, _end, app, number)
        except (NotImplementedError, RuntimeError, ValueError):  # in a thread, or where there are no such signals
            return


def rescue(app: "PullquoteApp") -> None:
    """Keep what every article that is open would lose."""
    for screen in app.screen_stack:
        if isinstance(screen, Returning):
            screen.rescue()


def _end(app: "PullquoteApp", number: int) -> None:
    if number == signal.SIGTERM:
        app.exit(return_code=128 + number)
        return
    rescue(app)
    # The terminal is gone, and with it whom to leave it tidy for: end as without this.
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)

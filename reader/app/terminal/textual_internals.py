"""The private names of Textual that the program needs. No other module uses one.

Textual may change them in any release. Then `tests/app/terminal/test_textual_internals.py` fails and says what changed.
"""

import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.app import App

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.message import Message

__all__ = ["FaultReportingApp", "XTermParser", "distinguish_alt_digits", "driver_of", "parse_input", "use_parser"]


class FaultReportingApp(App[None]):
    """An app that ends at a fault of the program without printing it, and keeps it in `fault`.

    Textual prints a traceback with the values of all variables, among them the article, and gives the exception to
    nobody but its own tests.
    """

    fault: BaseException | None = None

    def prepare_for_fault(self) -> None:
        """Called before the app ends at a fault; a subclass saves here what would be lost."""

    def key_handled(self, key: str, *, is_bound: bool) -> None:
        """Called after a key that no widget has stopped, with whether a binding used it."""

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """Run the binding of a key, and return whether there is one."""
        is_bound = await super()._check_bindings(key, priority)
        if not priority:
            self.key_handled(key, is_bound=is_bound)
        return is_bound

    def panic(self, *renderables: "RenderableType") -> None:
        """End the app; print the renderables only where they don't describe an exception."""
        error = sys.exc_info()[1]
        if error is None:
            super().panic(*renderables)
            return
        if self.fault is None:
            self.fault = error
            self.prepare_for_fault()
        super().panic()

    def _fatal_error(self) -> None:
        """End the app at an unhandled exception: Textual calls it while it handles the exception."""
        self.panic()


def driver_of(app: App[Any]) -> "Driver | None":
    """Return the driver that an app writes to the terminal with, None before it runs."""
    return app._driver  # noqa: SLF001 - there is no public name for it


def parse_input(text: str) -> "Iterable[Message]":
    """Return the messages, mostly keys, that Textual makes of what a terminal sends."""
    return XTermParser().feed(text)


class _Key(NamedTuple):
    """A key that Textual's own list of keys lacks; `value` is its name, as of a key that is listed."""

    value: str


def distinguish_alt_digits() -> None:
    """Make Alt and a digit a key ("alt+3"), for which Textual takes a sign of the Mac's keyboard ("£")."""
    keys = {f"\x1b{digit}": (_Key(f"alt+{digit}"),) for digit in "0123456789"}
    ANSI_SEQUENCES_KEYS.update(keys)  # type: ignore[attr-defined]  # a dict, which Textual calls a Mapping


def use_parser(parser: type[XTermParser]) -> None:
    """Make the driver for terminals parse its input with this class; call it before the app runs."""
    from textual.drivers import linux_driver  # noqa: PLC0415 - it is there only on systems that have such terminals

    linux_driver.XTermParser = parser  # type: ignore[attr-defined]  # the driver takes no parser as an argument

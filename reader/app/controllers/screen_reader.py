"""For a screen reader: the terminal's cursor is shown where one reads, and decorations are left out."""

from typing import TYPE_CHECKING, Any

from textual.color import Color
from textual.filter import LineFilter

from reader.app.terminal.textual_internals import driver_of

if TYPE_CHECKING:
    from rich.segment import Segment
    from textual.app import App

_SHOW_CURSOR = "\x1b[?25h"  # DECTCEM

_DECORATIONS = str.maketrans(dict.fromkeys("▎▌▀▄█░━╸", " "))
"""Signs that a screen reader would spell out and that the text beside them makes unnecessary."""

_DECORATIONS_ALONE = _DECORATIONS | str.maketrans(dict.fromkeys("─│›", " "))
"""Signs that are decorations in a segment without words; among words they belong to the text, as in ›this‹."""


class CursorFilter(LineFilter):
    """Leaves decorations out of a line, and then applies the filter `below`."""

    def __init__(self, below: LineFilter | None) -> None:
        super().__init__()
        self._below = below

    def apply(self, segments: "list[Segment]", background: Color) -> "list[Segment]":
        """Return the line with blanks in place of decorations."""
        plain = [segment._replace(text=_without_decorations(segment.text)) for segment in segments]
        return plain if self._below is None else self._below.apply(plain, background)


def _without_decorations(text: str) -> str:
    return text.translate(_DECORATIONS if any(map(str.isalnum, text)) else _DECORATIONS_ALONE)


def keep_cursor_shown(app: "App[Any]") -> None:
    """Show the terminal's cursor, now and after each return from the shell."""
    app.app_resume_signal.subscribe(app, lambda _: _show_cursor(app), immediate=True)
    _show_cursor(app)


def _show_cursor(app: "App[Any]") -> None:
    driver = driver_of(app)
    if driver is not None:
        driver.write(_SHOW_CURSOR)

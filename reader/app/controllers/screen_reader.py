"""Reading with a screen reader: the terminal's cursor stands where one reads, and nothing is drawn beside the text."""

from typing import TYPE_CHECKING

from textual.color import Color
from textual.filter import LineFilter

from reader.app.state import Reading
from reader.app.terminal.textual_internals import driver_of
from reader.app.viewmodels.jumps import Jump, blocks_from, to_offset
from reader.services.session import sentences
from reader.text.navigation import Way

if TYPE_CHECKING:
    from rich.segment import Segment

    from reader.app.app import PullquoteApp

_SHOW_CURSOR = "\x1b[?25h"  # DECTCEM

_DRAWN = str.maketrans(dict.fromkeys("▎▌▀▄█░━╸", " "))
"""Signs that a screen reader would spell out and that say nothing which the text beside them doesn't."""

_ALONE = _DRAWN | str.maketrans(dict.fromkeys("─│›", " "))
"""Those that say nothing where they stand alone; among words they are of the text, as in ›this‹."""


class CursorFilter(LineFilter):
    """Leaves out what is drawn and can't be spoken, before what `below` makes of the rest."""

    def __init__(self, below: LineFilter | None) -> None:
        super().__init__()
        self._below = below

    def apply(self, segments: "list[Segment]", background: Color) -> "list[Segment]":
        """The line with blanks where something was drawn."""
        spoken = [segment._replace(text=_blanked(segment.text)) for segment in segments]
        return spoken if self._below is None else self._below.apply(spoken, background)


def _blanked(text: str) -> str:
    return text.translate(_DRAWN if any(map(str.isalnum, text)) else _ALONE)


def begin(app: "PullquoteApp") -> None:
    """Show the terminal's cursor, from now on and after each return from the shell, and draw nothing."""
    app.text_filter = CursorFilter(app.text_filter)
    app.app_resume_signal.subscribe(app, lambda _: _show_cursor(app), immediate=True)
    _show_cursor(app)


def _show_cursor(app: "PullquoteApp") -> None:
    driver = driver_of(app)
    if driver is not None:
        driver.write(_SHOW_CURSOR)


def by_sentence(reading: Reading, way: Way, *, unfolded: bool) -> Jump:
    """To the next sentence; `unfolded` tells that what is not the article is shown as well."""
    article, cursor = reading.article, reading.cursor
    for block in blocks_from(article, cursor, way, unfolded=unfolded):
        starts = [part.start for part in sentences(article, block.span, reading.analysis)] or [block.span.start]
        further = [start for start in starts if (start - cursor) * way > 0]
        if further:
            return to_offset(reading, further[0 if way is Way.ON else -1])
    return Jump(reading, why="end of the article" if way is Way.ON else "start of the article")

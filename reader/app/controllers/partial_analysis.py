"""The passage that is being read, known before all of a long article is, and another where the reader goes on."""

from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from reader.app.messages import PassageAnalysed
from reader.app.state import Reading
from reader.services.session import analyse_around

if TYPE_CHECKING:
    from reader.app.screens.reading_base import ReadingBase

NEAR = 8_000
"""Characters from the end of what is known at which more is asked for: some screens ahead of the reader."""


class PartialAnalysis:
    """Has passages of a long article read while the engine is at all of it, one at a time, each in a thread."""

    def __init__(self, screen: "ReadingBase") -> None:
        self._screen = screen
        self._at_work = False

    def follow(self, reading: Reading) -> None:
        """Ask for the passage about the reader, unless it is known, or one is on its way: then this is asked again."""
        if not self._at_work and strays(reading):
            self._at_work = True
            Thread(target=self._read, args=(reading,), name="passage", daemon=True).start()

    def _read(self, reading: Reading) -> None:
        """In a thread of its own: read a passage. What goes wrong in it does so in all of the article, and is told."""
        with suppress(Exception):
            found = analyse_around(reading.article, reading.cursor)
            self._at_work = False  # before the screen hears of it, and asks for the next
            if found is not None:
                self._screen.post_message(PassageAnalysed(*found))


def strays(reading: Reading) -> bool:
    """Whether the reader is outside the passage that is known, or near an end of it that is not the article's."""
    known = reading.known
    if known is None:
        return False
    first = known.start + NEAR if known.start else 0
    last = known.end - NEAR if known.end < len(reading.article.text) else known.end
    return not first <= reading.cursor <= last

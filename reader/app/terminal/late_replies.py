"""A terminal that tells of itself later than it was waited for: its answers are no keys.

Textual takes a sequence that it does not know for keys, and those of an answer would open the palette and more.
"""

import re
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.message import Message

# What `background` asked for: the colour of the background (OSC 11) and the terminal's kind.
_ANSWERS = re.compile(r"\x1b\]11;[^\x07\x1b]{0,60}(?:\x07|\x1b\\)|\x1b\[\?[0-9;]{0,60}c")
_BEGUN = re.compile(r"\x1b(?:\](?:1(?:1(?:;[^\x07\x1b]{0,60}\x1b?)?)?)?|\[(?:\?[0-9;]{0,60})?)\Z")


class ReplyFilterParser(XTermParser):
    """Textual's parser of what a terminal sends, deaf to those answers, also where they come in pieces.

    `begun` is what came of one before the first of these parsers was there.
    """

    begun = ""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._begun, ReplyFilterParser.begun = self.begun, ""

    def feed(self, data: str) -> Iterable[Message]:
        """The messages that `data`, what has come, makes with what came before; "" is the end."""
        heard = _ANSWERS.sub("", self._begun + data)
        begun = _BEGUN.search(heard) if data else None
        self._begun = begun[0] if begun else ""
        heard = heard.removesuffix(self._begun)
        return super().feed(heard) if heard or not data else ()


def ignore_late_replies(begun: str) -> None:
    """Be deaf to them from the start of the screen on, and to the end of the one that has `begun`."""
    ReplyFilterParser.begun = begun
    linux_driver.XTermParser = ReplyFilterParser  # type: ignore[attr-defined]  # the driver has no other place for one

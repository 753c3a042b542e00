"""Replies of the terminal that arrive later than the program waited for them: they must not count as keys.

Textual takes a sequence that it does not know for keys, and those of a reply would open the command palette and more.
"""

import re
from typing import TYPE_CHECKING

from reader.app.terminal.textual_internals import XTermParser, use_parser

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.message import Message

# The replies to what `background_query` asks: the colour of the background (OSC 11) and the terminal's type (DA1).
_REPLY = re.compile(r"\x1b\]11;[^\x07\x1b]{0,60}(?:\x07|\x1b\\)|\x1b\[\?[0-9;]{0,60}c")
_INCOMPLETE = re.compile(r"\x1b(?:\](?:1(?:1(?:;[^\x07\x1b]{0,60}\x1b?)?)?)?|\[(?:\?[0-9;]{0,60})?)\Z")


class ReplyFilterParser(XTermParser):
    """Textual's parser of terminal input, which drops those replies, also where they arrive in pieces.

    `initial` is the beginning of a reply that arrived before the first of these parsers was made.
    """

    initial = ""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._incomplete, ReplyFilterParser.initial = self.initial, ""

    def feed(self, data: str) -> "Iterable[Message]":
        """Return the messages that `data` makes with what arrived before; "" is the end of the input."""
        text = _REPLY.sub("", self._incomplete + data)
        incomplete = _INCOMPLETE.search(text) if data else None
        self._incomplete = incomplete[0] if incomplete else ""
        text = text.removesuffix(self._incomplete)
        return super().feed(text) if text or not data else ()


def ignore_late_replies(incomplete: str) -> None:
    """Drop such replies from the start of the app on, and first the rest of the one whose beginning is `incomplete`."""
    ReplyFilterParser.initial = incomplete
    use_parser(ReplyFilterParser)

"""Split a text into words, as offsets."""

import re

from reader.model import Span

_WORD = re.compile(r"[@#]?\w+(?:['’.&/\u2010\u2011-]\w+)*+")


def words(text: str, span: Span | None = None) -> list[tuple[int, int]]:
    """Return the (start, end) of every word of `text`, or of its part `span`, in text order.

    A word is a run of letters, digits and underscores; an apostrophe, hyphen, ampersand, slash or full stop between
    two of them joins ("Russia’s", "self-ruled", "U.S", "AT&T", "3.5"); a leading "@" or "#" belongs to it.
    Punctuation and blanks are no tokens. Offsets are code points into `text`, half-open. Linear in the text.
    """
    if span is None:
        return [match.span() for match in _WORD.finditer(text)]
    return [match.span() for match in _WORD.finditer(text, span.start, span.end)]

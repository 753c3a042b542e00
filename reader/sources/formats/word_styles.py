"""Tell headings and block quotes in word processor files by the paragraph's style name and indent.

The style names are those of Microsoft Word, which other programs write too.
"""

import re

_HEADING = re.compile(r"heading ([1-6])\b", re.IGNORECASE)
_QUOTE = re.compile(r"quot|block text|citation", re.IGNORECASE)
_QUOTE_INDENT = 500  # twentieths of a point: a paragraph indented by more than a third of an inch is a block quote
_QUOTE_LENGTH = 60  # characters; a shorter indented line is an address or a signature


def heading_level(style: str) -> int:
    """Return the heading level, 1 to 6, of a style name; 0 where it is not a heading."""
    heading = _HEADING.match(style)
    return int(heading[1]) if heading else int(style.lower() == "title")


def is_quote(style: str, indent: int, text: str) -> bool:
    """Return whether a paragraph with this style name and `indent` (in twentieths of a point) is a block quote."""
    return bool(_QUOTE.search(style)) or (indent >= _QUOTE_INDENT and len(text) >= _QUOTE_LENGTH)

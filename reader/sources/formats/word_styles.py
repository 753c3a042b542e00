"""What a word processor's paragraph is, by the name of its style and by how far it is set in.

Names of styles are those of Word, which other programs write as well.
"""

import re

_HEADING = re.compile(r"heading ([1-6])\b", re.IGNORECASE)
_QUOTE = re.compile(r"quot|block text|citation", re.IGNORECASE)
_SET_IN = 500  # twentieths of a point: a paragraph further in than a third of an inch is a block quote
_LONG = 60  # characters; a shorter line that is set in is an address or a signature


def heading_level(style: str) -> int:
    """The rank of the heading that a style of this name makes, 1 to 6; 0 where it makes none."""
    heading = _HEADING.match(style)
    return int(heading[1]) if heading else int(style.lower() == "title")


def is_quote(style: str, indent: int, text: str) -> bool:
    """Whether a paragraph of a style of this name, set in by so many twentieths of a point, is a block quote."""
    return bool(_QUOTE.search(style)) or (indent >= _SET_IN and len(text) >= _LONG)

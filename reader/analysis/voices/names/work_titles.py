"""Find the whole title of a blog, site or programme whose first word looks like a name: "Mud and Honey"."""

import re

from reader.analysis.voices.names.lists import entries
from reader.model import Span

PART = r"[^\W\d_a-z][\w’'&-]*(?:\.\w[\w’'&-]*)*"
"""A word of a title that may be a name."""

LINKS = (
    r"(?:al|con|d(?:as?|el?|er|es|ie?|os?|u)|el|em|en|et|l(?:as?|es?|os)|of|para|por|pour|sa|sobre|sur|the|to|und|van|von"
    r"|&)"
)
"""A word in small letters inside a title."""

TITLE = (
    rf"{PART}(?:\s(?:(?:{LINKS}\s){{1,2}}|(?:behind|by|for|from|of|on|over|to|under|without)\s(?:an?|my|the)\s|[dln][’'])?"
    rf"{PART}){{0,4}}(?:\s\d{{1,3}}(?=[,:]|\.\s))?"
)
"""A possible title of a blog: "Notes from a Small Rock"."""

PAIR = re.compile(rf"{PART}\sand\s({PART})(?=[:,.]|\s[a-z])")
"""A title of two words; the second is the pattern's group: "Salt and Diesel"."""

_WHOLE_TITLE = re.compile(TITLE)


def in_full(text: str, span: Span) -> Span:
    """Return the whole title whose first word looks like a name: "Notes from a Small Rock", not only "Notes"."""
    whole = PAIR.match(text, span.start) or _WHOLE_TITLE.match(text, span.start)
    if whole is not None and whole.lastindex and whole[1] in entries("first_names"):
        return span  # "Tidal Notes and Ada"
    return span if whole is None or whole.end() <= span.end else Span(*whole.span())

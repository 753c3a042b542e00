"""Find the person named in a heading: "2. Ada Roe – River Party" above a part of an article."""

import re

from reader.analysis.voices.names.capitalised_runs import UPPER
from reader.analysis.voices.names.lists import entries
from reader.model import Span

LONGEST = 90  # maximum characters of a heading
_PERSON = re.compile(
    rf"(?P<number>\d{{1,2}}[.)]\s)?(?P<name>[{UPPER}][\w’'-]+(?:\s[{UPPER}][\w.’'-]*[\w’'-]){{1,2}})"
    r"(?P<told>(?:\s[–—|-]\s|,\s|\s\()[^\n]*)?"
)
_STOPS = (".", ":", "?", "!", ";", ",", "”", '"')


def person_of_heading(text: str, start: int, end: int) -> Span | None:
    """Return the name in a line that is a heading with a person's name; None for any other line.

    The first name is a known one, or the line is numbered and says who the person is.
    """
    if end - start > LONGEST or text.endswith(_STOPS, start, end):
        return None
    match = _PERSON.fullmatch(text, start, end)
    if match is None:
        return None
    known = match["name"].partition(" ")[0] in entries("first_names")
    return Span(*match.span("name")) if known or (match["number"] and match["told"]) else None

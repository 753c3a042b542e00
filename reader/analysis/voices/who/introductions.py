"""What stands beside a name and tells that it is a person's, or that of where somebody or something is."""

import re

from reader.analysis.voices.names.lists import entries, marked, role_of
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.roles.appositions import after

_DESCRIBED = (", a ", ", an ", ", the ", ", one of ", " is a ", " is the ", " was a ", " is an ", " was an ")
_AGED = re.compile(r"(?:,| is| was) \d{1,3}(?:(?=[,.)])| and )")
_FROM = re.compile(r"([\w-]+)\sfrom\s\Z|\b(resident|shopkeeper|villager)\s(?:in|of)\s\Z")
_CALLED = re.compile(r"([\w-]+),?\s(?:(?:called|named)\s)?\Z")
_BEFORE = 60  # characters that are read before a name


def introduced(text: str, name: Name, names: Names) -> bool:
    """Whether a word of no known sort is said to be a person's name.

    "Belan, a nurse", "Belan, 24", "a nurse called Orla", "her daughter, Orla": by a role, an age or a relation.
    """
    if text.startswith(_DESCRIBED, name.end):
        told = after(text, name, names)
        return told is not None and told.role is not None and role_of(told.noun) is not None
    if _AGED.match(text, name.end):
        return True
    called = _CALLED.search(text, _two_words(text, name.start), name.start)
    if called is None or called.end(1) + 2 < name.start:
        return called is not None and role_of(called[1]) is not None
    return called[1] in marked("roles", "kin")


def is_home(text: str, name: Name) -> bool:
    """Whether a name that may be a person's is where somebody or something is: "from Upper Holm", "In Lower Wick, "."""
    if not text.endswith(("from ", "in ", "In ", "of "), 0, name.title):
        return False
    if name.body or name.titled or name.words[0] in entries("first_names"):
        return False
    if name.in_full and not name.owner and text.endswith(("in ", "In "), 0, name.title):
        return True
    who = _FROM.search(text, _two_words(text, name.title), name.title)
    return who is not None and role_of(who[1] or who[2]) is not None


def _two_words(text: str, end: int) -> int:
    """Where the search for the two words before an offset begins, not far before them."""
    return max(0, end - _BEFORE, text.rfind(" ", 0, max(0, text.rfind(" ", 0, max(0, end - 1)))))

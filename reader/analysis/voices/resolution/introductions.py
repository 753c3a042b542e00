"""Decide by the context whether a name is that of a person, of a body or of a home town."""

import re

from reader.analysis.voices.names.lists import entries, fold, marked, role_of, table
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.roles.appositions import role_after

_DESCRIBED = (", a ", ", an ", ", the ", ", one of ", " is a ", " is the ", " was a ", " is an ", " was an ")
_AGED = re.compile(r"(?:,| is| was) \d{1,3}(?:(?=[,.)])| and )")
_OFFICE_OF = re.compile(r", (?:[a-z-]+ )?([a-z-]+) of ")
_FROM = re.compile(r"([\w-]+)\sfrom\s\Z|\b(resident|shopkeeper|villager)\s(?:in|of)\s\Z")
_CALLED = re.compile(r"([\w-]+),?\s(?:(?:called|named)\s)?\Z")
_WHO = (", who ", ", whose ")
_GOES_ON = re.compile(
    r"(?:\s\[[^\]\n]{1,24}\])?\s(?:[a-z]{2,}s|[a-z]+ed|had|wrote)\s[^.!?:\n]+"
    r"(?:[.!?]\s(?:He|She|His|Her)|\s(?:and|as|but|when|where)\s(?:he|she))\s"
)
_WRITERS = frozenset(
    {"blogger", "columnist", "commenter", "journalist", "netizen", "reader", "user", "vlogger", "writer"}
)
_SO_CALLED = re.compile(r"\b(?:[Aa]n?|[Tt]he)\s(?:[\w’'-]+\s){0,2}([a-z]+)\s\Z")
_BEFORE = 60  # characters searched before a name


def introduced(text: str, name: Name, names: Names) -> bool:
    """Return whether a word of unknown kind is introduced as a person's name.

    It is introduced by a role, an age, a relation, or a pronoun that refers to the only such word: "Belan, a nurse",
    "Belan, 24", "Belan, who left", "a nurse called Orla", "her daughter, Orla", "the blogger Orla", "Belan has left.
    She".
    """
    if text.startswith(_DESCRIBED, name.end):
        told = role_after(text, name, names)
        return told is not None and told.role is not None and role_of(told.noun) is not None
    bare = _OFFICE_OF.match(text, name.end)
    if bare is not None and role_of(bare[1]) is not None:
        return True  # "Belan, chief of a village"
    if _AGED.match(text, name.end) or text.startswith(_WHO, name.end):
        return True
    if _pronoun_refers_back(text, name, names):
        return True
    called = _CALLED.search(text, _two_words(text, name.start), name.start)
    if called is None or called.end(1) + 2 < name.start:
        return called is not None and role_of(called[1]) is not None
    beside = called[1] in _WRITERS and called.end(1) + 1 == name.start
    return beside or called[1] in marked("roles", "kin")


def _pronoun_refers_back(text: str, name: Name, names: Names) -> bool:
    """Whether "he" or "she" refers back to a name that is the first of its paragraph and no common word."""
    begun = text.rfind("\n", 0, name.start) + 1
    first = name.start == begun or text.endswith((". ", "! ", "? "), begun, name.start)
    if not first or names.within(begun, name.start - 1) or _GOES_ON.match(text, name.end) is None:
        return False
    low = fold(name.words[0])
    common = low in table("bodies") or low.endswith("ing") or role_of(low) is not None
    return not common and re.search(rf"\b{re.escape(name.words[0].lower())}\b", text) is None


def calls_a_body(text: str, name: Name) -> bool:
    """Return whether the noun right before an unknown name shows that it is a body's: "the website Clearview"."""
    noun = _SO_CALLED.search(text, max(0, name.start - _BEFORE), name.start)
    return noun is not None and (noun[1] in table("called") or noun[1] in table("generic_bodies"))


def is_home(text: str, name: Name) -> bool:
    """Return whether a name is the place where somebody or something is: "from Upper Holm", "In Lower Wick, "."""
    if not text.endswith(("from ", "in ", "In ", "of "), 0, name.title):
        return False
    if name.body or name.titled or name.words[0] in entries("first_names"):
        return False
    if name.in_full and not name.owner and text.endswith(("in ", "In "), 0, name.title):
        return True
    who = _FROM.search(text, _two_words(text, name.title), name.title)
    return who is not None and role_of(who[1] or who[2]) is not None


def _two_words(text: str, end: int) -> int:
    """Where the search for the two words before an offset begins, a little before them."""
    return max(0, end - _BEFORE, text.rfind(" ", 0, max(0, text.rfind(" ", 0, max(0, end - 1)))))

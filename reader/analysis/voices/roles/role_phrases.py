"""Define words and checks shared by the readers of roles before and after a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.voices.names.lists import entries, marked, role_of, table
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.names.run_splitting import PLURAL_OWNERS
from reader.analysis.words.grammar import words
from reader.model import Span

Token = tuple[int, int, str]  # start, end and text of one word

_ACRONYM = re.compile(r"[A-Z]{3,6}(?:['’]s)?")
_TOKEN = re.compile(r"\S+")
# In "According to Ada Roe, the weir leaks." no apposition is after the comma; one may be between two commas.
_ACCORDING = re.compile(r"\bAccording to (?:the )?\Z")
_CLAUSE = re.compile(r", [^,.;:!?\n]*(?:[.;:!?\n]|\Z)")
_GOVERNED = re.compile(
    r"\b(?i:about|against|at|by|for|from|in|of|on|over|to|with)\s(?:(?:an?|[Tt]he)\s(?:[a-z-]+\s){0,3})?\Z"
)
_PREPOSITION = 60  # characters of a preposition, an article and a description of the name
_FIELDS = words("fields_of_work")
_RANKS = frozenset({"Former", "Senior", "Deputy", "Chief", "New", "Late", "Ex", "Assistant", "Vice", "Managing"})


@dataclass(frozen=True, slots=True)
class Role:
    """The role and affiliation in a phrase, as spans of the text, and `noun`, the role's head noun."""

    role: Span | None
    affiliation: Span | None
    noun: str = ""


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Split the text between two offsets at spaces; words keep their punctuation."""
    return [(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text, start, end)]


def ends_of(words: str, text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield where `words` end in a part of a text, each time that no letter follows."""
    stretch = text[start:end]
    at = -1
    while (at := stretch.find(words, at + 1)) >= 0:
        behind = stretch[at + len(words) : at + len(words) + 1]
        if not (behind.isalnum() or behind == "_"):
            yield start + at + len(words)


def is_role(word: str, *, body: bool) -> bool:
    """Return whether a noun says what a person is, or with `body` what a body or a document is."""
    if body:
        return word.lower() in table("bodies") or word.lower() in table("called")
    return role_of(word) is not None


def ties(name: Name) -> bool:
    """Return whether a name inside a role is that of the body it belongs to."""
    return name.body and not name.place and not _is_common(" ".join(name.words))


def _is_common(words: str) -> bool:
    """Whether a body's name is one common word with a capital, as in "Radio host" and "Cultural producer"."""
    low = words.lower()
    if low in _FIELDS or (" " not in low and low.endswith(("al", "ic", "ive"))):
        return True
    return any(
        low in nouns for nouns in (entries("workplaces"), entries("modifiers"), table("bodies"), table("called"))
    )


def employer(text: str, words: list[Token], noun: str) -> Span | None:
    """Return the capitalised name of the employer before a role: "Delta Foods CEO", "Vela Online Author"."""
    named = noun in marked("roles", "employed")
    if not named and role_of(noun) != "official":
        return None
    start = end = None
    for left, right, word in words[:-1]:
        if word[0].isupper() and role_of(word) is None and word not in entries("demonyms") | PLURAL_OWNERS:
            mere = word.endswith("ed") and begins_sentence(text, left)  # "Acclaimed blogger Ada Cole"
            if start is None and (mere or word in entries("places") or word in entries("openers") or word in _RANKS):
                continue
            start = left if start is None else start
            end = right
        elif start is not None:
            break
    if start is None or end is None:
        return None
    found = text[start:end]
    if noun == "correspondent" and found.istitle() and found.isalpha():
        return None  # "Lisk correspondent": a place, not an employer
    if not named and _ACRONYM.fullmatch(found) is None:
        return None  # "Norvia President" of a country in no list, but "NATO chief"
    if found in entries("places") or found in entries("platforms") or _is_common(found):
        return None
    return Span(start, end - 2) if text[start:end].endswith(("'s", "’s")) else Span(start, end)


def is_governed(text: str, name: Name) -> bool:
    """Return whether a preposition governs a name, with or without a noun between ("by the newspaper Cole Daily")."""
    return _GOVERNED.search(text, max(0, name.title - _PREPOSITION), name.title) is not None


def closes_adverbial(text: str, name: Name, names: Names) -> bool:
    """Return whether a name ends an adverbial, so that its comma opens no apposition ("In Tarn, the mayor said")."""
    if not text.startswith(", ", name.end):
        return False
    if name.end + len(", ") in names.sources and is_governed(text, name):
        return True
    before = max(0, name.title - _PREPOSITION)
    return _ACCORDING.search(text, before, name.title) is not None and _CLAUSE.match(text, name.end) is not None


def begins_sentence(text: str, start: int) -> bool:
    """Return whether a sentence begins at an offset, so that a capital there means nothing."""
    return (
        start == 0
        or text[start - 1] == "\n"
        or (text[max(0, start - 2) : start] in {". ", "? ", "! ", "” ", '" '} and text[start - 3] != ",")
    )

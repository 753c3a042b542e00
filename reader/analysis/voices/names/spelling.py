"""Compare the words of two names: short forms, nicknames, other spellings."""

import re
from functools import cache

from reader.analysis.voices.names.lists import entries, skeleton
from reader.analysis.voices.names.non_speakers import is_law
from reader.analysis.words import lexicon

_HYPHEN = re.compile(r"[-\u2010\u2011]")


def is_beginning(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether one name of two words or more begins the other ("Rosa Quill", "Rosa Quill Benavente")."""
    size = min(len(one), len(other))
    if size < 2 or len(one) == len(other) or one[:size] != other[:size]:  # noqa: PLR2004 - words of a full name
        return False
    return one[0] in entries("first_names") and not is_law(max(one, other, key=len))


def are_nicknames(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether one of two first names is a short form of the other ("Josh Cole", "Joshua Cole")."""
    return one[0] in in_full().get(other[0], ()) or other[0] in in_full().get(one[0], ())


@cache
def in_full() -> dict[str, list[str]]:
    """Return the full first names of each short form: "Kathy" has "Katherine" and "Kathleen"."""
    found: dict[str, list[str]] = {}
    for first, columns in lexicon.table("first_names", "voices").items():
        for short in " ".join(columns[1:]).split():
            found.setdefault(short, []).append(first)
    return found


def is_part(part: str, word: str) -> bool:
    """Return whether the skeleton `part` is that of a word or of one of its parts after a hyphen."""
    return skeleton(word) == part or part in map(skeleton, later_parts(word))


def later_parts(word: str) -> list[str]:
    """Return the later parts of a hyphenated word ("El-Karim": "Karim")."""
    return [] if word.isalpha() else _HYPHEN.split(word)[1:]


def one_apart(one: str, other: str) -> bool:
    """Return whether two words of six letters or more differ by one letter, or by the order of two (“Shokier”)."""
    if min(len(one), len(other)) < 6 or abs(len(one) - len(other)) > 1 or one == other:  # noqa: PLR2004
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]

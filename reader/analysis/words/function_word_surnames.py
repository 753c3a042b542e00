"""Recognise surnames that are also function words ("He Jianxiong", "An Nguyen"), but not "He Said"."""

from reader.analysis.words.grammar import FINITE, STARTERS

SURNAMES = frozenset({"an", "he", "her", "she", "so", "to", "you"})
_OPENING = frozenset({"he", "she"})  # no sentence begins with one of these followed by a name
_HONOURS = frozenset({"britannic", "excellency", "grace", "highness", "holiness", "honour", "ladyship", "majesty"})


def is_surname(word: str, following: str, *, opens: bool) -> bool:
    """Return whether a capitalised function word of SURNAMES is a name before the capitalised `following`.

    `opens` is whether it may begin a sentence, where a capital means less.
    """
    low = following.lower()
    if not following[1:].islower() or low in FINITE or low.endswith("ed") or following in STARTERS:
        return False
    if word == "an":
        return low[0] not in "aeiouhéö"
    return word in _OPENING or (not opens and low not in _HONOURS)

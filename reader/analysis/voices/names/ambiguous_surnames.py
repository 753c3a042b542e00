"""Recognise surnames that are also common words: "Baker said", "asked May", once Lorna Baker is named."""

import re
from bisect import bisect_right

from reader.analysis.voices.names.lists import entries, role_of, table
from reader.analysis.words.grammar import DETERMINERS, POSSESSIVES, PREPOSITIONS, cue_verbs

_TITLES = table("titles")
_OPENERS = entries("openers")
_BEHIND = frozenset({"had", "has", "is", "was", "who", "whose"})
_BEFORE = re.compile(r"([^\W\d_]+) \Z")
_FOLLOWING = re.compile(r"(,?) (\w+)")
_REACH = 20  # characters searched on each side


def words_too(surnames: set[str]) -> set[str]:
    """Return the surnames that are also a title, a trade or a word that opens sentences."""
    return {word for word in surnames if word in _TITLES or word in _OPENERS or role_of(word)}


def alone(text: str, surnames: set[str], taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where one of `surnames` is alone and a name, outside of the sorted spans `taken`.

    A trade is no name after an article or before a name ("the Baker", "Bishop Roe"); a month, a day or "Will" is a name
    only next to a verb for people ("May said", "asked May").
    """
    one = re.compile(rf"(?<![\w@#’'-])(?:{'|'.join(sorted(map(re.escape, surnames)))})(?![\w-])")
    starts = [start for start, _ in taken]
    found = []
    for match in one.finditer(text):
        start, end = match.span()
        at = bisect_right(starts, start) - 1
        if (at < 0 or taken[at][1] <= start) and _is_name(text, match[0], start, end):
            found.append((start, end))
    return found


def _is_name(text: str, word: str, start: int, end: int) -> bool:
    led, following = _BEFORE.search(text, max(0, start - _REACH), start), _FOLLOWING.match(text, end)
    before, behind = led[1] if led is not None else "", following[2] if following is not None else ""
    low = before.lower()
    if low in DETERMINERS or low in POSSESSIVES or before[:1].isupper():
        return False
    if following is not None and behind[0].isupper() and not following[1]:
        return False
    if word not in _OPENERS:
        return True
    verb = cue_verbs().get(behind)
    spoke = behind in _BEHIND or (verb is not None and verb.form in {"past", "s"})
    return low not in PREPOSITIONS and (spoke or low in cue_verbs())

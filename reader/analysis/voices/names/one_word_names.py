"""Read names of one word by the rest of the text: acronyms, surnames that are common words too ("Baker"), firms."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from reader.analysis.voices.names.capitalised_runs import UPPER
from reader.analysis.voices.names.lists import entries, role_of, table
from reader.analysis.words.grammar import DETERMINERS, PREPOSITIONS, cue_verbs

_FEWEST, _MOST = 2, 6  # letters of an acronym
_SMALL = frozenset({"&", "and", "at", "for", "in", "of", "on", "the", "to"})
_CAPITALISED = r"[A-Z]\w*(?:[’'-]\w+)*"
# A phrase begins with a word, not inside one: otherwise each letter of a long row of capitals is tried. To search for a
# capital first and then check what is before it takes a fraction of the time.
_PHRASE = re.compile(
    rf"[A-Z](?<!\w.)(?<!\w[’'-].)\w*(?:[’'-]\w+)*(?: (?:(?:&|and|at|for|in|of|on|the|to) ){{0,2}}{_CAPITALISED})+"
)
_POSSESSIVE = ("’s", "'s")
_WORD = re.compile(r"\S+")


def is_acronym(word: str) -> bool:
    """Return whether a word is written as an acronym ("CBP")."""
    return _FEWEST <= len(word) <= _MOST and word.isascii() and word.isalpha() and word.isupper()


def full_names(text: str, acronyms: frozenset[str]) -> list[tuple[int, int]]:
    """Return the spans of phrases whose capitals are one of the acronyms, in text order. Linear in the text."""
    found: list[tuple[int, int]] = []
    if not acronyms:
        return found
    longest = max(map(len, acronyms))
    for phrase in _PHRASE.finditer(text):
        words = [(word.start(), word.end()) for word in _WORD.finditer(text, *phrase.span())]
        capitals = [word for word in words if text[slice(*word)] not in _SMALL]
        initials = "".join(text[start] for start, _ in capitals)
        at = 0
        while at < len(capitals):
            sizes = range(min(longest, len(capitals) - at), _FEWEST - 1, -1)
            size = next((size for size in sizes if initials[at : at + size] in acronyms), 0)
            if size and not any(is_acronym(text[slice(*word)]) for word in capitals[at : at + size]):
                start, end = capitals[at][0], capitals[at + size - 1][1]
                found.append((start, end - 2 * text.endswith(_POSSESSIVE, start, end)))
            at += size or 1
    return found


_TITLES = table("titles")
_OPENERS = entries("openers")
_BEHIND = frozenset({"had", "has", "is", "was", "who", "whose"})
_BEFORE = re.compile(r"([^\W\d_]+) \Z")
_FOLLOWING = re.compile(r",? (\w+)")
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
    before, behind = led[1] if led is not None else "", following[1] if following is not None else ""
    low = before.lower()
    if low in DETERMINERS or before[:1].isupper():
        return False
    if word not in _OPENERS:
        return True
    verb = cue_verbs().get(behind)
    spoke = behind in _BEHIND or (verb is not None and verb.form in {"past", "s"})
    return low not in PREPOSITIONS and (spoke or low in cue_verbs())


_SINGLE = rf"(?<![\w’'-])([{UPPER}][\w-]*[^\W_])(?![\w-])"
# What a company has, after its name: to search for that first is faster than to search for a name.
_HAS = re.compile(
    r" (?:CEO|CFO|chief executive|co-?founder|customers|employees|executives?|founder|headquarters|shareholders|shares"
    r"|stock|stores|subsidiary)\b"
)
_WHO_HAS = re.compile(rf"{_SINGLE}(?:['’]s)?(?: \w+-\w+)?\Z")
_LONGEST_SIGN = 80  # characters before the match in which the name is
_IS = re.compile(
    r"\b(?:airline|automaker|carmaker|company|conglomerate|firm|giant|maker|manufacturer|retailer|start-?up|supplier"
    rf"|(?:shareholders|shares|stake|stock) (?:in|of)) {_SINGLE}(?! [{UPPER}])"
)
_NOT = ("demonyms", "first_names", "openers", "organisations", "outlets", "places", "titles")


def firms(text: str) -> frozenset[str]:
    """Return the single words that are a company's name somewhere in the text and are in no other list of names."""
    found = {match[1] for match in _signs_of_firm(text)}
    words = (word for word in found if not word.isupper() and role_of(word) is None)
    return frozenset(word for word in words if not any(word in entries(name) for name in _NOT))


def _signs_of_firm(text: str) -> Iterator[re.Match[str]]:
    """The places that show that the word before or after them, the first group, is a company's name."""
    for told in _HAS.finditer(text):
        match = _WHO_HAS.search(text, max(0, told.start() - _LONGEST_SIGN), told.start())
        if match is not None:
            yield match
    yield from _IS.finditer(text)

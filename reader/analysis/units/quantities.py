"""Extend a noun phrase to the left over numbers and their modifiers (“about 4 in 10”) and adjectives."""

from reader.analysis.units.units import NUMBER, QUOTE, STOP, WORD, Unit
from reader.analysis.words.grammar import DETERMINERS, PREPOSITIONS, can_speak, is_adverb, words

_MEASURES = sorted((each.split("-") for each in words("measures")), key=len, reverse=True)  # "just over" before "over"
_COUNTS = words("counts")
_WHOLE = frozenset({"all", "every", "everybody", "everyone", "everything"})
_SHARES = frozenset({"fifth", "half", "quarter", "third"})
_SINCE = frozenset({"after", "before", "by", "from", "in", "since", "until"})
_YEAR = 4  # digits
_CLAUSE_OPENERS = frozenset({"and", "as", "because", "but", "that", "what", "when", "where", "while"})


def quantified(u: Unit, first: int, lowest: int) -> int:
    """Return where the words that modify the number at `first` begin ("more than 200 millers", "nearly all").

    That is `first` itself without any. "About" and "only" count only where they open a clause.
    """
    start = first
    if first > lowest and first + 1 < len(u) and u.low[first - 1 : first + 1] in _MEASURES:
        first += 1  # for "at least twelve" the phrase may begin only at "least"
    if u.low[first] in _WHOLE:
        return first - (first > lowest and u.low[first - 1] in {"almost", "nearly"})
    share = u.low[first] == "a" and u.low_at(first + 1) in _SHARES
    if u.kinds[first] != NUMBER and u.low[first] not in _COUNTS and not share:
        return start
    for words_before in _MEASURES:
        begin = first - len(words_before)
        if begin >= lowest and u.low[begin:first] == words_before:
            return begin
    begin = first - 1
    rough = begin >= lowest and u.low[begin] in {"about", "around", "just", "only"}
    return begin if rough and (begin == lowest or begins_clause(u, begin)) else first


def is_share(low: str) -> bool:
    """Return whether a word is part of a share of people ("three in four", "26 percent", "a third")."""
    return low in _COUNTS or low in _SHARES or low in {"percent", "three-fourths"}


def begins_clause(u: Unit, at: int) -> bool:
    """Return whether punctuation, marks or a word such as "while" precedes the token."""
    return u.kinds[at - 1] in {STOP, QUOTE} or u.low[at - 1] in _CLAUSE_OPENERS


def listed_adjective(u: Unit, first: int, lowest: int) -> int:
    """Return where a noun phrase with two adjectives and a comma begins ("*an old*, tired miller")."""
    if first - 3 < lowest or u.low[first - 1] != "," or u.low[first - 3] not in {"a", "an", "the"}:
        return first
    if first - 3 > lowest and not begins_clause(u, first - 3):
        return first  # "hit the wall, local officials said"
    plain = u.kinds[first] == u.kinds[first - 2] == WORD and u.low[first] not in DETERMINERS
    nouns = can_speak(u.low[first - 2]) or u.low[first - 2] in PREPOSITIONS or is_adverb(u.low[first - 2])
    return first - 3 if plain and not nouns else first


def is_year(u: Unit, at: int, floor: int) -> bool:
    """Return whether a number after a preposition is a year (“in 2003 doctors”)."""
    return len(u.low[at]) == _YEAR and at > floor and u.low[at - 1] in _SINCE

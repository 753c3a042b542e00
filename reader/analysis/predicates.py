"""Whether words make a clause: the signs of a finite verb and of a clause without "that"."""

from reader.analysis.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    OBJECTS,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIME,
    WH,
    contracted,
    is_adverb,
    is_finite,
    words,
)
from reader.analysis.units import ASIDE, NUMBER, QUOTE, STOP, WORD, Unit

_NAMING = words("naming")
_REACH = 16
_CLAUSE = 40
_OPENING = frozenset({"if", "as", "while", "because"})
_PEOPLE = frozenset({"it", "you", "people", "journalists", "reporters", "everyone"})


def predicates(u: Unit, at: int, limit: int) -> bool:
    """Whether a verb or marks follow in the clause that begins with the "that" at `at`."""
    return any(
        u.kinds[i] == QUOTE or (u.kinds[i] == WORD and _verbal(u.low[i]))
        for i in range(at + 1, min(limit, at + _CLAUSE))
    )


def _verbal(low: str) -> bool:
    return is_finite(low) or contracted(low) or (low.endswith("s") and not low.endswith(("ss", "us", "'s", "’s")))


def opens_clause(u: Unit, index: int, limit: int) -> bool:  # noqa: PLR0911 - one return a reason
    """Whether a clause without "that" begins at `index`: a subject and a finite verb before any stop."""
    if index >= limit or u.low[index] in WH:
        return False
    low = u.low[index]
    if _adverbial(u, index, limit):
        return any(_finite_at(u, at) for at in range(index + 2, min(limit, index + _REACH)))
    if _no_subject(u, index):
        return False
    if contracted(low):
        return True
    if low in PERSONAL:
        return _verb_after_pronoun(u, index, limit)
    if low in OBJECTS and low not in _PEOPLE:
        return False
    return _verb_after_noun(u, index, limit)


def _finite_at(u: Unit, at: int) -> bool:
    return u.kinds[at] == WORD and (is_finite(u.low[at]) or contracted(u.low[at]))


def _adverbial(u: Unit, index: int, limit: int) -> bool:
    """Whether the clause opens with a time, "despite", or "at least six"."""
    low = u.low[index]
    if low == "despite" or low in TIME:
        return True
    counted = index + 1 < limit and (u.kinds[index + 1] == NUMBER or u.low[index + 1] in {"least", "to"})
    return counted and low in {"at", "up", "about", "over"}


def _no_subject(u: Unit, index: int) -> bool:
    low = u.low[index]
    return (
        u.kinds[index] in {STOP, QUOTE, ASIDE}
        or low in PREPOSITIONS
        or low in CONJUNCTIONS - _OPENING
        or low in RELATIVES - {"that"}
        or low in AUXILIARIES
    )


def _verb_after_pronoun(u: Unit, index: int, limit: int) -> bool:
    follow = index + 1
    while follow < limit and u.kinds[follow] == WORD and is_adverb(u.low[follow]) and u.low[follow] != "all":
        follow += 1
    if follow >= limit or u.kinds[follow] != WORD:
        return False
    low = u.low[follow]
    return not (low in PREPOSITIONS or low in DETERMINERS or low in OBJECTS)


def _verb_after_noun(u: Unit, index: int, limit: int) -> bool:
    for at in range(index + 1, min(limit, index + _REACH)):
        low, before = u.low[at], u.low[at - 1]
        if u.kinds[at] == STOP:
            return False
        adjective = low in _NAMING or (low.endswith("ed") and before in DETERMINERS and before not in PRONOUNS)
        if contracted(low) or (u.kinds[at] == WORD and is_finite(low) and not adjective):
            return True
        if low in CONJUNCTIONS - {"and", "or", "as"} or (low == "and" and at + 1 < limit and is_finite(u.low[at + 1])):
            return False
    return False

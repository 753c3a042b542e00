"""Openings: the adverbials with which a clause opens before its subject ("In Tarn, where it rains, the mayor …")."""

from reader.analysis.adjuncts import behind_time, dateline
from reader.analysis.grammar import (
    CONJUNCTIONS,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SPEECH_STOPS,
    SUBORDINATORS,
    TIME,
    is_adverb,
    is_doing,
    is_participle,
)
from reader.analysis.units import NAME, NUMBER, QUOTE, STOP, WORD, Unit
from reader.analysis.verbs import finite_between

_LONGEST = 40  # tokens of one adverbial
_MOST = 5  # adverbials that open a clause
_ARTICLES = frozenset({"a", "an", "the"})
_POINTING = frozenset({"here", "there"})
_CLAUSAL = SUBORDINATORS | {"as", "if", "once", "until", "unless", "whenever", "wherever", "whilst"}


def openings(u: Unit) -> list[int]:
    """The tokens behind each of the adverbials with commas that open the unit, in order; they are kept."""
    if u.openings is None:
        u.openings = []
        at = _begin(u)
        for _ in range(_MOST):
            comma = _closed(u, at, further=bool(u.openings))
            if comma is None or comma + 2 >= len(u):
                break
            at = comma + 1
            u.openings.append(at)
    return u.openings


def clause_from(u: Unit, at: int) -> int:
    """Where the clause of a verb at `at` can begin: behind the last of the adverbials that end before it, or 0."""
    return max((first for first in openings(u) if first < at), default=0)


def closed_before(u: Unit, at: int) -> bool:
    """Whether the adverbials that open the unit all end before `at`, which is so only where there are some."""
    found = openings(u)
    return bool(found) and found[-1] <= at


def _begin(u: Unit) -> int:
    """The token behind a dateline and a conjunction that opens the unit ("But in Tarn, …")."""
    at = dateline(u, 0, len(u))
    while at + 1 < len(u) and (u.low[at] in COORDINATORS or u.low[at] == "or"):
        at += 1
    return at


def _closed(u: Unit, at: int, *, further: bool) -> int | None:
    """The comma that closes the adverbial which begins at `at`; None where none begins there.

    `further` tells that one stands before it, so that a relative clause belongs to that.
    """
    comma = _comma(u, at, at)
    if comma is None:
        return None
    if behind_time(u, at, comma + 1) == comma + 1 or _linking(u, at, comma):
        return comma
    low = u.low[at]
    if low in _CLAUSAL or (further and low in RELATIVES):
        while comma is not None and not (finite_between(u, at + 1, comma - 1) or _verbless(u, at)):
            comma = _comma(u, at, comma + 1)
        return comma
    phrase = low in PREPOSITIONS or (comma > at + 1 and (is_doing(low) or (is_participle(low) and _done(u, at))))
    return comma if phrase and not _holds_subject(u, at, comma) else None


def _comma(u: Unit, first: int, at: int) -> int | None:
    """The first comma from `at` on in the adverbial that begins at `first`; None behind another stop or speech."""
    for index in range(at, min(len(u), first + _LONGEST)):
        if u.kinds[index] == QUOTE and u.stop(index) in SPEECH_STOPS:
            return index if u.stop(index) == "," and index > first else None
        if u.kinds[index] == STOP and u.low[index] in {",", ":", ";"}:
            return index if u.low[index] == "," and index > first else None
    return None


def _linking(u: Unit, first: int, comma: int) -> bool:
    """Whether nothing but adverbs stands before the comma ("There,", "Not surprisingly,")."""
    return all(is_adverb(low) or low in _POINTING or low == "not" for low in u.low[first:comma])


def _verbless(u: Unit, at: int) -> bool:
    """Whether a subordinator goes with a participle or a phrase ("When asked why", "As a child", "Before leaving")."""
    following = u.low[at + 1] if at + 1 < len(u) else ""
    bare = u.low[at] in PREPOSITIONS or (u.low[at] == "as" and u.kinds[at + 1] != NAME)
    return bare or is_participle(following) or following in PREPOSITIONS


def _done(u: Unit, at: int) -> bool:
    """Whether a participle in -ed at `at` goes with a phrase or a question, and is no adjective before a noun."""
    return u.low[at + 1] in PREPOSITIONS or u.low[at + 1] in _CLAUSAL or u.low[at + 1] in {"how", "what", "who", "why"}


def _holds_subject(u: Unit, first: int, comma: int) -> bool:
    """Whether a subject stands in front of the comma ("On Monday Ada Roe, the mayor,", "After that a nurse,")."""
    if finite_between(u, first + 1, comma - 1) and RELATIVES.isdisjoint(u.low[first:comma]):
        return True
    at = first + 1
    while at < comma and (u.low[at] in TIME or u.kinds[at] == NUMBER):
        at += 1
    if at > first + 1 and at < comma and u.kinds[at] == NAME:
        return True
    nouns = (i for i in range(at + 1, comma) if u.low[i] in _ARTICLES and u.kinds[i - 1] in {WORD, NAME})
    return any(_ends_noun(u, i - 1) for i in nouns)


def _ends_noun(u: Unit, at: int) -> bool:
    """Whether a noun phrase ends at a token, so that an article behind it begins another."""
    low = u.low[at]
    function = low in PREPOSITIONS or low in CONJUNCTIONS or low in DETERMINERS or low in RELATIVES
    return not (function or is_adverb(low) or is_participle(low) or low in TIME)

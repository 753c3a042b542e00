"""Find gerunds after verbs of talking (“denied taking it”, “spoke of the weir having been shut”)."""

from functools import cache

from reader.analysis.units.units import NAME, NUMBER, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at
from reader.analysis.words.grammar import (
    DETERMINERS,
    GENITIVES,
    OBJECTS,
    POSSESSIVES,
    PREPOSITIONS,
    is_adverb,
    is_present_participle,
    prepositional_verbs,
    words,
)

_TALKING = words("talking")
_SUBJECT = 8  # maximum tokens of the subject of a gerund
_ADJECTIVAL = words("adjectival_gerunds")
_HELPING = frozenset({"being", "having"})


@cache
def talking_verb_forms() -> frozenset[str]:
    """Return every form of the verbs of talking."""
    return frozenset(form for form, (verb, _) in prepositional_verbs().items() if verb.lemma in _TALKING)


def gerund_preposition(u: Unit, index: int) -> int | None:
    """Return the preposition between a verb of talking and a gerund (“complained of the weir being shut”)."""
    at = _preposition(u, index)
    return at if at is not None and begins_gerund(u, at + 1, bare=False) else None


def marks_preposition(u: Unit, index: int) -> int | None:
    """Return the preposition between a verb of talking and quoted words that are no title (“spoke of “much rain””).

    An indefinite article may be before the words (“spoke of a “long war””); after “the” they are a known term.
    """
    at = _preposition(u, index)
    marks = 0 if at is None else at + 1 + (u.low[at + 1] in {"a", "an"})
    if at is None or marks not in u.marks:
        return None
    inside = u.marks[marks].inner(u.text).of(u.text)
    return at if " " in inside and inside[0].islower() else None


def _preposition(u: Unit, index: int) -> int | None:
    """The preposition of a verb of talking at `index`, after adverbs; None where there is none."""
    at = index + 1
    if u.low[index] not in talking_verb_forms() or u.kinds[index] != WORD or at + 1 >= len(u):
        return None
    prepositions = prepositional_verbs()[u.low[index]][1]
    while at + 2 < len(u) and is_adverb(u.low[at]) and u.low[at] not in prepositions:
        at += 1
    return at if u.low[at] in prepositions else None


def begins_gerund(u: Unit, at: int, *, bare: bool = True) -> bool:  # noqa: PLR0911 - one return a reason
    """Return whether a gerund clause begins at `at`, with or without its own subject (“his losing it”).

    With `bare` the gerund may be before a preposition (“recalled sitting in the dark”), where it is often a noun.
    """
    if at + 1 >= len(u):
        return False
    if u.kinds[at] == WORD and (is_present_participle(u.low[at]) or u.low[at] in _HELPING):
        return _is_verb_before(u, at, bare=bare)
    if u.low[at] in POSSESSIVES and is_present_participle(u.low[at + 1]):
        return at + 2 < len(u) and u.kinds[at + 1] == WORD and _is_verb_before(u, at + 1, bare=True)
    if u.low[at] in PREPOSITIONS or is_adverb(u.low[at]):
        return False
    for index in range(at, min(len(u) - 1, at + _SUBJECT)):
        low = u.low[index]
        if u.kinds[index] == WORD and low in _HELPING and index > at:
            return not _modifies_noun(u, index)
        if u.kinds[index] in {STOP, QUOTE} or finite_at(u, index):
            return False
        if low.endswith(GENITIVES) and u.kinds[index + 1] == WORD and is_present_participle(u.low[index + 1]):
            return index + 2 < len(u) and _is_verb_before(u, index + 1, bare=False)
    return False


def against_gerund(u: Unit, at: int) -> int | None:
    """Return the “against” before a gerund, after the person warned (“warned anglers against wading”)."""
    for index in range(at, min(len(u) - 1, at + _SUBJECT)):
        low = u.low[index]
        if low == "against":
            return index if u.kinds[index + 1] == WORD and is_present_participle(u.low[index + 1]) else None
        if u.kinds[index] not in {WORD, NAME} or low in PREPOSITIONS or finite_at(u, index):
            return None
    return None


def _modifies_noun(u: Unit, at: int) -> bool:
    """Whether "being" only modifies the noun before it ("the steps being taken")."""
    plural = u.kinds[at - 1] == WORD and u.low[at - 1].endswith("s")
    return plural and u.low[at] == "being" and u.low[at + 1].endswith(("ed", "en", "de", "ne"))


def _is_verb_before(u: Unit, at: int, *, bare: bool) -> bool:
    """Whether the word after a form in -ing shows that it is a verb: an object, a participle, "to"."""
    low, kind = u.low[at + 1], u.kinds[at + 1]
    if u.low[at] in _HELPING:
        return kind in {WORD, NAME, NUMBER}
    if low in DETERMINERS or low in OBJECTS or kind in {NAME, NUMBER} or low == "that":
        return True
    if not bare or kind != WORD or low in {"for", "of"}:
        return False
    return low in PREPOSITIONS or not (u.low[at] in _ADJECTIVAL or finite_at(u, at + 1))

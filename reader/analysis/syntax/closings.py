"""Find a parenthetical “X said” that closes or interrupts a clause, and the end of its adjuncts."""

from reader.analysis.units.units import NAME, PARENTHESIS, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, verb_at
from reader.analysis.words.grammar import (
    ADDRESSED,
    COORDINATORS,
    DASHES,
    DETERMINERS,
    FINITE,
    OBJECTS,
    PREPOSITIONS,
    RELATIVES,
    TIME,
    Verb,
    is_actor,
    is_adverb,
    words,
)

_REACH = 18  # maximum tokens of "X said"
_NO_SUBJECTS = frozenset({"which", "and", "but", "that", "when", "while", "where", "what", "who", "whom", "whose"})
_BEFORE_NOUNS = COORDINATORS | DETERMINERS | {"to"}
_ADJUNCT_CLAUSES = frozenset({"after", "as", "before", "when", "while"})
_NO_PARENTHESES = RELATIVES | {"as", "claim", "something"}  # "a claim that Roe has denied."
_FORM_AFTER = {"had": "past", "has": "past", "have": "past", "would": "base"}  # the form of the verb after an auxiliary
_ADJUNCT = 16  # maximum tokens of the adjuncts after a cue
_ENDS = frozenset({",", ".", "!", "?", ";"}) | DASHES
_TITLED = 3  # maximum tokens to the noun for the addressee: “worried parents”
_TOLD_THINGS = words("told_things")


def closing_cue(u: Unit, first: int) -> int | None:
    """Return the cue of a parenthetical "X said" that fills the tokens from `first` to a punctuation mark, or None."""
    for at in range(first, min(len(u), first + _REACH)):
        found = verb_at(u, at)
        closing = found is not None and ("p" in found[0].frames or found[0].lemma == "tell")
        if found is not None and closing and found[0].form != "ing" and at > first:
            if _closes_unit(u, first, at, found):
                return at
            if found[0].form != "base":
                return None
        modifies = at == first + 1 and is_adverb(u.low[first])  # ", newly released files show"
        finite = found is None and u.low[at] in FINITE and finite_at(u, at) and not modifies
        closed = finite and _has_said(u, first, at)
        if u.kinds[at] in {STOP, QUOTE} or (finite and not closed):
            return None
    return None


def _has_said(u: Unit, first: int, at: int) -> bool:
    """Whether a subject precedes the auxiliary at `at`, and a form of saying follows (“Roe has since said.”).

    It stands at the end of the unit, or in the middle of what Roe said (“The weir, Roe would later write, leaks.”).
    """
    form = _FORM_AFTER.get(u.low[at])
    if at == first or form is None or not _NO_PARENTHESES.isdisjoint(u.low[first:at]):
        return False
    near = range(at + 1, min(len(u), at + _REACH))
    behind = next((i for i in near if not is_adverb(u.low[i]) and u.low[i] != "since"), at)
    found = verb_at(u, behind)
    if found is None or found[0].form != form:
        return False
    end = adjunct_end(u, found[1] + 1, told=found[0].lemma in ADDRESSED)
    return end is not None and (u.ended(end) or (u.low[end] == "," and finite_at(u, end + 1)))


def _closes_unit(u: Unit, first: int, cue: int, verb: tuple[Verb, int]) -> bool:
    """Whether only the source is before the cue, and after it punctuation or an adjunct up to punctuation."""
    no_verb = verb[0].form == "base" and u.low[cue - 1] in _BEFORE_NOUNS  # "hunger and fear", "due to begin"
    if no_verb or u.low[first] in _NO_SUBJECTS:
        return False
    return adjunct_end(u, verb[1] + 1, told=verb[0].lemma in ADDRESSED) is not None


def adjunct_end(u: Unit, at: int, *, told: bool = False) -> int | None:
    """Return the punctuation after the adjuncts of a parenthetical cue: place, time, manner, addressee.

    That is `at` itself where there are none, and `len(u)` at the end of the unit; None where the words after the cue
    are no adjunct. `told` is True for a verb that takes the addressee as its object.
    """
    while at < len(u) and (u.kinds[at] == PARENTHESIS or (u.kinds[at] == WORD and is_adverb(u.low[at]))):
        at += 1
    if at >= len(u) or (u.kinds[at] == STOP and u.low[at] in _ENDS):
        return at
    low = u.low[at]
    if low in _ADJUNCT_CLAUSES and u.kinds[at] == WORD:
        return at
    timed = u.low_at(at + 1) in TIME  # "last week"
    adjunct = timed or low in PREPOSITIONS or low in TIME or low in OBJECTS or low in _ADJUNCT_CLAUSES
    person = told and (u.kinds[at] == NAME or low in DETERMINERS or _addressee(u, at))
    if u.kinds[at] in {STOP, QUOTE} or not (adjunct or person):
        return None
    for end in range(at + 1, min(len(u), at + _ADJUNCT)):
        if (u.kinds[end] == STOP and u.low[end] in _ENDS) or u.low[end] in _ADJUNCT_CLAUSES:
            return end
        if u.kinds[end] == QUOTE or finite_at(u, end) or u.low[end] in {"that", ":", ";"}:
            return None
    return len(u) if len(u) <= at + _ADJUNCT else None


def _addressee(u: Unit, at: int) -> bool:
    """Whether a phrase without an article names the addressee: “told parliament”, “told local radio”, “told staff”."""
    for index in range(at, min(len(u), at + _TITLED)):
        if u.kinds[index] == NAME and index > at:
            return True  # "told broadcaster Radio Ferry"
        if u.kinds[index] != WORD or (u.low[index] in _TOLD_THINGS and index == at):
            return False
        if is_actor(u.low[index]) or u.low[index] in OBJECTS or u.low[index] in {"radio", "television", "tv"}:
            return True
    return False

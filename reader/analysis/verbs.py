"""Verbs where they stand: whether a token is a finite verb in its sentence, and which verb of saying begins there."""

from functools import cache

from reader.analysis.grammar import (
    AUXILIARIES,
    DETERMINERS,
    GENITIVES,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    Verb,
    contracted,
    cue_verbs,
    is_adverb,
    is_finite,
)
from reader.analysis.lexicon import lines
from reader.analysis.units import ASIDE, NAME, QUOTE, STOP, WORD, Unit

_NOT_FINITE = frozenset({"be", "been", "being", "having", "n't", "never", "not"})
_SHORTEST = 4  # letters of a verb in -s
_TO = frozenset({"to"})


@cache
def _phrases() -> dict[str, dict[str, Verb]]:
    """The phrasal verbs of saying of data/cue_phrases.txt, by lemma and particle; the form is that of the lemma."""
    found: dict[str, dict[str, Verb]] = {}
    for line in lines("cue_phrases"):
        lemma, particles, kind, frames = line.split("\t")
        found.setdefault(lemma, {}).update({p: Verb(lemma, kind, frames, "") for p in particles.split()})
    return found


def verb_at(u: Unit, index: int) -> tuple[Verb, int] | None:
    """The verb of saying or thinking whose form stands at `index`, with its last token; None where there is none.

    A verb that is one only with its particle ("point out") is none without it.
    """
    verb = cue_verbs().get(u.low[index])
    if verb is None or u.kinds[index] != WORD:
        return None
    phrasal = _phrases().get(verb.lemma)
    if phrasal and index + 1 < len(u):
        found = phrasal.get(u.low[index + 1])
        if found is not None and not (
            found.lemma == "put" and index + 2 < len(u) and u.kinds[index + 2] == WORD and u.low[index + 2] in _TO
        ):
            return Verb(verb.lemma, found.kind, found.frames, verb.form), index + 1
    return None if verb.frames == "x" else (verb, index)


def finite_at(u: Unit, index: int) -> bool:
    """Whether the token is likely a finite verb in its sentence: "works" is none in "the works department"."""
    return bool(_flags(u)[index])


def finite_between(u: Unit, first: int, last: int) -> bool:
    """Whether a finite verb stands among the tokens `first` to `last`, both included; in constant time."""
    if first > last:
        return False
    _flags(u)
    return u.verbs[last + 1] > u.verbs[first]


def _flags(u: Unit) -> bytearray:
    """Which tokens are finite verbs, and with it the running count; made when first asked for."""
    if u.finite is None:
        u.finite = bytearray(_finite(u, at) for at in range(len(u)))
        total = 0
        u.verbs = [0]
        for flag in u.finite:
            total += flag
            u.verbs.append(total)
    return u.finite


def _finite(u: Unit, at: int) -> bool:  # noqa: PLR0911 - one return a reason
    low = u.low[at]
    if u.kinds[at] != WORD:
        return False
    if low in AUXILIARIES:
        return low not in _NOT_FINITE
    if contracted(low):
        return True
    before = u.low[at - 1] if at else ""
    if is_finite(low):
        if (before in DETERMINERS and before not in PRONOUNS) or before in POSSESSIVES or before.endswith(GENITIVES):
            return False
        if before in PREPOSITIONS and u.kinds[at - 1] == WORD:
            return False
        following = u.low[at + 1] if at + 1 < len(u) else ""
        return not (low.endswith("ed") and following == "by")
    return present(u, at)


def present(u: Unit, at: int) -> bool:
    """Whether a word in -s is likely a verb: after a name or a pronoun and before what a verb takes."""
    low = u.low[at]
    if len(low) < _SHORTEST or low[-1] != "s" or low.endswith(("ss", "us", "is", "'s", "’s")) or at + 1 >= len(u):
        return False
    back = at - 1
    while back > 0 and (u.kinds[back] == ASIDE or is_adverb(u.low[back])):
        back -= 1
    if back < 0 or (u.kinds[back] != NAME and u.low[back] not in {"he", "she", "it", ","}):
        return False
    following = u.low[at + 1]
    if u.kinds[at + 1] in {NAME, ASIDE, QUOTE} or following in {"that", "how", "why", ":"}:
        return u.low[back] != "," or u.kinds[at + 1] != STOP
    return following in DETERMINERS or following in POSSESSIVES or following in PREPOSITIONS

"""Find cues that are more than a verb of saying: “made it clear that”, “the court heard that”, “is adamant that”."""

from functools import cache

from reader.analysis.syntax.predicates import opens_clause
from reader.analysis.syntax.subjects import subject_before
from reader.analysis.units.units import NAME, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import verb_group
from reader.analysis.words.grammar import (
    DETERMINERS,
    OBJECTS,
    Verb,
    cue_form,
    cue_verbs,
    is_actor,
    is_adverb,
    verb_forms,
    words,
)
from reader.analysis.words.lexicon import entries, table


def _forms(*verbs: str) -> dict[str, str]:
    """What each form of some verbs is (see `Verb`), of rows of forms with the lemma first."""
    rows = (f"{forms.split()[0]}\t\t\t{forms}" for forms in verbs)
    return {form: verb.form for form, verb in verb_forms(rows).items()}


_MAKE = _forms("make makes making made let lets letting")
_POINT = _forms("point points pointing pointed")
_DRAW = _forms("call calls calling called", "draw draws drawing drew drawn")
_KNOWN = frozenset({"clear", "known", "plain", "public", "understood"})
_THE_FACT = ["to", "the", "fact", "that"]
_LINKS = frozenset({"about", "at", "of", "on", "to"})
FORMS = frozenset({*_DRAW, *_MAKE, *_POINT})
"""The forms with which an idiom begins."""


def idiom(u: Unit, index: int) -> tuple[Verb, int] | None:
    """Return the verb that an idiom from `index` on means, with its last token; None where there is no idiom."""
    low = u.low[index]
    if u.low[index + 2 : index + 5] == _THE_FACT[1:] and u.low[index + 1] in _LINKS:
        verb = cue_verbs().get(low)
        form = _POINT.get(low) or (verb.form if verb is not None and verb.kind != "thinking" else "")
        return (Verb("point", "saying", "to", form), index + 1) if form else None
    attention = index + 2 if u.low_at(index + 1) in {"our", "their", "your"} else index + 1
    if low in _DRAW and u.low[attention : attention + 5] == ["attention", *_THE_FACT]:
        return Verb("point", "saying", "to", _DRAW[low]), attention + 1
    if low not in _MAKE or u.low_at(index + 1) not in {"it", "that", "this"}:
        return None
    last = index + 3 if u.low_at(index + 2) == "be" else index + 2
    known = u.low_at(last) in _KNOWN
    return (Verb("make", "saying", "qtb", _MAKE[low]), last) if known else None


HEARING = {"heard": "past", "hears": "s"}
"""The forms of a verb that is a reporting verb only with a court as subject."""

_COURTS = words("hearing_bodies")
_SUBJECT = 32  # maximum tokens of a subject with its verb
_NAMED = 8  # maximum tokens from a person heard to their verb


def before_court(u: Unit, index: int) -> Verb | None:
    """Return the verb of telling at `index` as a passive, where its subject is a court; None elsewhere."""
    if _COURTS.isdisjoint(u.low[max(0, index - _SUBJECT) : index]):
        return None
    group = verb_group(u, index)[0]
    court = subject_before(u, group)
    headline = u.low[index] == "told"  # "it leaks, court told"
    if court is None or u.low[court.head_last] not in _COURTS or (headline and not _ends_headline(u, index, group)):
        return None
    if not headline and _has_heard_speaker(u, index):
        return None
    return Verb("tell", "saying", "qtbwp", HEARING.get(u.low[index], "past"))


def _has_heard_speaker(u: Unit, index: int) -> bool:
    """Whether a person who is heard says it (“the court heard Ada Roe say that it leaks”)."""
    for at in range(index + 2, min(len(u), index + _NAMED)):
        if cue_form(u.low[at]) == "base":
            return u.kinds[at - 1] == NAME or u.low[at - 1] in OBJECTS or is_actor(u.low[at - 1])
        if u.low[at] == "that" or u.kinds[at] == STOP:
            return False
    return False


def _ends_headline(u: Unit, index: int, group: int) -> bool:
    """Whether a verb after a noun without an article ends the unit, as in headlines."""
    bare = group == index and (group == 1 or u.low[group - 2] not in DETERMINERS)
    return bare and u.ended(index + 1)


_DEGREES = frozenset({"least", "less", "more", "most", "quite", "rather", "so", "too", "very"})

_LINKING = words("linking_to_adjectives")


@cache
def adjectives() -> dict[str, Verb]:
    """Return the adjectives that take a that-clause, each as the verb that it forms with “be”."""
    minds = (low for low, row in table("attitude_adjectives").items() if "that" in row[0].split())
    found = {low: Verb(low, "thinking", "tb", "past") for low in minds}
    return found | {low: Verb(low, "saying", "qtb", "past") for low in entries("cue_adjectives")}


def adjective(u: Unit, index: int) -> tuple[Verb, int] | None:
    """Return the adjective with a clause at `index` as a verb, with the first token of its verb group; else None.

    It follows a form of “be” or a similar verb, or is separate like a participle (“Roe, adamant that …, left”).
    """
    verb = adjectives().get(u.low[index])
    if verb is None or u.kinds[index] != WORD or not _content_follows(u, index + 1, verb):
        return None
    group = linking_group_start(u, index)
    if group is not None:
        return None if "so" in u.low[group:index] else (verb, group)  # "was so adamant that he left"
    apart = index == 0 or u.low[index - 1] == ","
    return (Verb(verb.lemma, verb.kind, verb.frames, "ing"), index) if apart and u.low[index + 1] == "that" else None


def linking_group_start(u: Unit, index: int) -> int | None:
    """Return the first token of the verb group that links an adjective to its subject; None without one."""
    first = index
    while first > 1 and (u.low[first - 1] in _DEGREES or is_adverb(u.low[first - 1])):
        first -= 1
    group, be = verb_group(u, first)
    if not be and u.low[first - 1] in _LINKING:
        return verb_group(u, first - 1)[0]
    return group if be else None


def _content_follows(u: Unit, at: int, verb: Verb) -> bool:
    """Whether content begins after an adjective: a that-clause, or for some adjectives a bare clause or marks."""
    if at + 1 >= len(u) or u.low[at] == "that":
        return at + 1 < len(u)
    marked = u.low[at] in {",", ":"} and u.kinds[at + 1] == QUOTE
    return verb.kind == "saying" and (marked or opens_clause(u, at))

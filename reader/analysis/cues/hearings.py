"""Find verbs of hearing with a court as subject: “the court heard that it leaks”, “it leaks, court told”."""

from reader.analysis.syntax.subjects import subject_before
from reader.analysis.units.units import NAME, STOP, Unit
from reader.analysis.units.verbs import verb_group
from reader.analysis.words.grammar import DETERMINERS, OBJECTS, Verb, cue_verbs, is_actor, words

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
        verb = cue_verbs().get(u.low[at])
        if verb is not None and verb.form == "base":
            return u.kinds[at - 1] == NAME or u.low[at - 1] in OBJECTS or is_actor(u.low[at - 1])
        if u.low[at] == "that" or u.kinds[at] == STOP:
            return False
    return False


def _ends_headline(u: Unit, index: int, group: int) -> bool:
    """Whether a verb after a noun without an article ends the unit, as in headlines."""
    bare = group == index and (group == 1 or u.low[group - 2] not in DETERMINERS)
    return bare and u.ended(index + 1)

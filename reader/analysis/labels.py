"""Labels and objects with marks: what something is called, and noun phrases that hold marked words."""

from reader.analysis.boundaries import clause_end
from reader.analysis.contents import Content
from reader.analysis.cues import Cue
from reader.analysis.grammar import CONJUNCTIONS, DETERMINERS, FINITE, PERSONAL, PREPOSITIONS, RELATIVES
from reader.analysis.objects import object_end
from reader.analysis.units import NAME, QUOTE, STOP, WORD, Unit
from reader.analysis.verbs import finite_at, verb_at

_LABELLED = frozenset({"it", "this", "him", "her", "them", "the", "these", "that"})
_NAMING = frozenset({"call", "label", "dub", "brand", "term", "deem"})
_NO_LABELS = PERSONAL | PREPOSITIONS | frozenset({"if", "many", "much", "part", "soon", "though", "well"})
_REACH = 12
_OBJECT_REACH = 13
_SUBJECT = 14  # tokens of a gerund behind what it makes its object out to be
_WHAT = 6  # tokens between "what" and the verb


def label(u: Unit, cue: Cue, index: int, limit: int, *, whole: bool = False) -> Content | None:
    """What something is called: the marked words, or for "calls this a farce" the clause.

    `whole` takes what is called so into it too ("called Roe “a liar”"), but for "what he called “a lie”".
    """
    found = _label(u, cue, index, limit)
    if not whole or found is None or found.how != "label" or found.first == index or u.kinds[found.first] != QUOTE:
        return found
    what = "what" in u.low[max(0, cue.group - _WHAT) : cue.group]
    return found if what else Content(index, object_end(u, index), "object")


def _label(u: Unit, cue: Cue, index: int, limit: int) -> Content | None:
    for at in range(index, min(limit, index + _REACH)):
        if u.kinds[at] == QUOTE:
            return _marked_label(u, cue, index, at, limit)
        if u.kinds[at] == STOP:
            break
        if at > index and u.low[at] in FINITE:
            return None
    if cue.verb.lemma in _NAMING and cue.verb.form != "ing" and not cue.passive:
        behind = index
        while behind < limit and u.kinds[behind] == NAME:
            behind += 1
        if u.low[index] in _LABELLED or (index < behind < limit and u.low[behind] in {"a", "an", "the"}):
            return Content(index, clause_end(u, index, limit), "label")
    return None if cue.passive else _made_out(u, cue, index, limit)


def _made_out(u: Unit, cue: Cue, index: int, limit: int) -> Content | None:
    """What somebody is made out to be, without marks ("dismissed the plan as a trap")."""
    if u.low[index] == "to" and cue.verb.lemma == "refer":
        index += 1
    if index >= limit or u.kinds[index] not in {WORD, NAME} or u.low[index] in PREPOSITIONS | CONJUNCTIONS:
        return None
    end = object_end(u, index)
    for at in range(index + 1, end):
        if u.low[at] == "as":
            if cue.verb.form == "ing" and _is_subject(u, end, limit):
                return None
            described = u.low[at + 1] in DETERMINERS or (u.kinds[at + 1] == WORD and u.low[at + 1] not in _NO_LABELS)
            return Content(index, end, "label") if described else None
        if finite_at(u, at) or u.kinds[at] == STOP:
            return None
    return None


def _is_subject(u: Unit, end: int, limit: int) -> bool:
    """Whether a main verb follows, whose subject the gerund is ("calling them fish misled everybody")."""
    for at in range(end + 1, min(limit, end + _SUBJECT)):
        if u.kinds[at] in {STOP, QUOTE} or u.low[at] in RELATIVES or u.low[at] == "that":
            return False
        if finite_at(u, at):
            return True
    return False


def _marked_label(u: Unit, cue: Cue, index: int, at: int, limit: int) -> Content:
    again = next((i for i in range(at + 1, min(limit, at + 8)) if u.kinds[i] == QUOTE), None)
    if again is not None and any(verb_at(u, i) is not None or finite_at(u, i) for i in range(at + 1, again)):
        again = None
    if again is not None and u.low[again - 1] not in {",", "as"}:
        return Content(index, again, "object")
    what = "what" in u.low[max(0, cue.group - _WHAT) : cue.group]
    if what and at > index and not (at == index + 1 and u.low[index] in DETERMINERS):
        return Content(index, object_end(u, index), "object")
    if at == limit - 1 or u.kinds[at + 1] != WORD or u.low[at + 1] in PREPOSITIONS or u.low[at + 1] in CONJUNCTIONS:
        return Content(at, at, "label")
    return Content(index, object_end(u, index), "object")


def loaded(u: Unit, index: int, limit: int) -> Content | None:
    """A noun phrase with marked words in it: "stressed the “historic relations” of both"."""
    if u.low[index] in PREPOSITIONS or u.low[index] in CONJUNCTIONS or u.kinds[index] in {STOP, QUOTE}:
        return None
    for at in range(index + 1, min(limit, index + _OBJECT_REACH)):
        if u.kinds[at] == QUOTE:
            named = u.low[at - 1] in {"called", "song", "book", "film", "slogan"}
            return None if named else Content(index, object_end(u, index), "object")
        if u.kinds[at] == STOP or u.low[at] in FINITE or u.low[at] in CONJUNCTIONS - {"and"}:
            return None
    return None

"""What courts and inquiries are told: “the court heard that it leaks”, “…, the jury heard”, “it leaks, court told”."""

from reader.analysis.syntax.subjects import before
from reader.analysis.units.units import STOP, Unit
from reader.analysis.units.verbs import verb_group
from reader.analysis.words.grammar import DETERMINERS, Verb, words

HEARING = {"heard": "past", "hears": "s"}
"""The forms of a verb that is one of saying only where a court is its subject."""

_COURTS = words("hearing_bodies")


def before_court(u: Unit, index: int) -> Verb | None:
    """The verb of telling that the word at `index` is in the passive, as its subject is a court; None elsewhere."""
    if _COURTS.isdisjoint(u.low[:index]):
        return None
    group = verb_group(u, index)[0]
    court = before(u, group)
    headline = u.low[index] == "told"  # "it leaks, court told"
    if court is None or u.low[court.head_last] not in _COURTS or (headline and not _ends(u, index, group)):
        return None
    return Verb("tell", "saying", "qtbwp", HEARING.get(u.low[index], "past"))


def _ends(u: Unit, index: int, group: int) -> bool:
    """Whether a verb behind a noun without an article ends the unit, as in headlines."""
    bare = group == index and (group == 1 or u.low[group - 2] not in DETERMINERS)
    return bare and all(kind == STOP for kind in u.kinds[index + 1 :])

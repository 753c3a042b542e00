"""Continued: lead-ins that name nobody and go on with who has just spoken ("The post continues:", "And adds:")."""

from reader.analysis.sources.owners import WORDED, WORKS
from reader.analysis.syntax.subjects import main_subject
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import NAME, WORD, Unit
from reader.analysis.units.verbs import finite_between
from reader.analysis.words.grammar import cue_verbs, is_adverb, without_genitive, words

_WRITERS = words("writers")
_GOING_ON = words("going_on")
_OPENING = frozenset({"also", "and", "but", "elsewhere", "finally", "further", "furthermore", "later", "next", "then"})
_FURTHER = frozenset({"again", "also", "finally", "further", "furthermore", "lastly", "later", "moreover", "then"})
_KNOWN = frozenset({"her", "his", "the", "their", "this"})
_WITHIN = frozenset({"down", "in", "on"})


def continues(u: Unit, *, beside: bool) -> bool:
    """Whether a lead-in leaves it to what stands before whose words follow, since they go on.

    That is one that begins with what joins ("And adds:", "Later in the post:"), and one whose subject is the text or
    its writer ("The statement goes on:", "The blogger also warns:"); a pronoun is where the words before stand right
    `beside` the lead-in ("She continues:").
    """
    return _joined(u) or _of_what_is_known(u, main_subject(u, len(u)), beside=beside)


def _joined(u: Unit) -> bool:
    """Whether a lead-in without a subject begins with a word that joins it to what stands before."""
    at = 0
    while at < len(u) and (u.low[at] in _OPENING or is_adverb(u.low[at])):
        at += 1
    if not 0 < at < len(u):
        return False
    verb = cue_verbs().get(u.low[at])
    says = (verb is not None and verb.form in {"past", "s"}) or _further(u, at)
    if u.low[at] == ":" or (says and NAME not in u.kinds[at:]):
        return u.low[0] in _OPENING
    inside = u.low[at] in _WITHIN and any(low in WORKS for low in u.low[at:])
    return inside and NAME not in u.kinds[at:] and not finite_between(u, at, len(u) - 1)


def _further(u: Unit, at: int) -> bool:
    """Whether a verb of going on stands at a token ("continues", "goes on")."""
    return u.low[at] in _GOING_ON or (u.low[at] in {"goes", "went"} and u.low[at + 1 : at + 2] == ["on"])


def _of_what_is_known(u: Unit, subject: Phrase | None, *, beside: bool) -> bool:
    """Whether the subject of a lead-in is the writer or the text that has just been quoted."""
    if subject is None or subject.kind == "name" or NAME in u.kinds[1 : subject.first]:
        return False  # "On the Mill Post, the author …"
    head, behind = u.low[subject.head_last], subject.last + 1
    while behind < len(u) and u.kinds[behind] == WORD and is_adverb(u.low[behind]) and u.low[behind] not in _FURTHER:
        behind += 1
    goes_on = behind < len(u) and (_further(u, behind) or u.low[behind] in _FURTHER)
    if head in {"he", "it", "she", "they"}:
        return goes_on and (beside or head == "it")
    if u.low[subject.first] not in _KNOWN or subject.last > subject.head_last:
        return False
    owner = without_genitive(u.low[subject.head_last - 1])
    if head in _WRITERS or (head in WORKS and owner in _WRITERS and owner != u.low[subject.head_last - 1]):
        return True
    return goes_on and head in WORDED and NAME not in u.kinds[subject.first + 1 : subject.last + 1]

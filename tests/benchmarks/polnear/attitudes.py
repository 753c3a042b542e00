"""Find what a source likes, wants, opposes or talks about, for the scheme of PolNeAR."""

from reader.analysis.cues.cues import Cue
from reader.analysis.statements.extents import is_in_restrictive_clause
from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.objects import object_end
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.subjects import subject_before
from reader.analysis.units.phrases import Phrase, pronoun_phrase
from reader.analysis.units.units import NAME, NUMBER, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at
from reader.analysis.words.grammar import (
    ADDRESSED,
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    OBJECTS,
    PREPOSITIONS,
    TIME,
    WH,
    cue_verbs,
    is_adverb,
    is_present_participle,
    prepositional_verbs,
)
from reader.analysis.words.lexicon import table

_PASSED_OVER = ADVERBS - DETERMINERS - OBJECTS
_CONVEYING = frozenset({"convey", "express", "offer", "share", "state", "voice"})
_SAME = frozenset({"no", "so", "yes"})
_SHOWING = frozenset({"find", "show"})
_NOUN = 5  # maximum tokens from the start of an object to its noun
_RELATIVES = frozenset({"that", "what", "which", "who", "whom"})


def object_content(u: Unit, cue: Cue) -> Content | None:
    """Return the object of a verb of saying or thinking that is a thing: “endorsed Roe”, “called for reforms”."""
    at = cue.last + 1
    while at < len(u) and u.kinds[at] == WORD and u.low[at] in _PASSED_OVER:
        at += 1
    found = _answer_or_activity(u, cue, at)
    if at >= len(u) or found is not None:
        return found
    whole = "n" in cue.verb.frames
    if (
        u.low[at] == "about"
        or u.low[at] in _prepositions(cue)
        or (cue.last > cue.first and u.low[at] in {"about", "for", "over"})
    ):
        at += 1
    elif (
        (u.low[cue.last] not in {"for", "on", "upon"} or cue.verb.lemma == "go")
        and not whole
        and "l" not in cue.verb.frames
    ):
        return None
    if not _begins(u, at) and not (at < len(u) and at > cue.last + 1 and (u.kinds[at] == QUOTE or u.low[at] in WH)):
        return None
    if cue.verb.lemma in _CONVEYING and _has_own_content(u, at):
        return None
    end = object_end(u, at, subject=is_in_restrictive_clause(u, cue))
    if at == cue.last + 1 and "l" in cue.verb.frames and not whole and "as" not in u.low[at + 1 : end + 1]:
        return None
    return Content(at, end, "object")


def _answer_or_activity(u: Unit, cue: Cue, at: int) -> Content | None:
    """The answer after "say" (“said yes”), or the activity that a person is shown in; None without either."""
    if at >= len(u):
        return None
    if cue.verb.lemma == "say" and u.low[at] in _SAME:
        return Content(at, object_end(u, at), "object")
    shown = cue.verb.lemma in _SHOWING and _is_shown_doing(u, at)
    return Content(at, clause_end(u, at), "object") if shown else None


def _is_shown_doing(u: Unit, at: int) -> bool:
    """Whether a person at `at` is shown doing something or with something (“shows Roe leading by nine points”)."""
    shown = phrase_from(u, at, len(u)) if _begins(u, at) else None
    behind = len(u) if shown is None else shown.last + 1
    return (
        behind + 1 < len(u)
        and u.kinds[behind] == WORD
        and (u.low[behind] == "with" or is_present_participle(u.low[behind]))
    )


def _has_own_content(u: Unit, first: int) -> bool:
    """Whether the object is an attitude with content of its own ("voiced deep fears of floods")."""
    taking = table("attitude_nouns")
    for at in range(first, min(len(u) - 1, first + _NOUN)):
        if u.low[at] in taking:
            return u.low[at + 1] in taking[u.low[at]][0].split()
        if u.kinds[at] != WORD or u.low[at] in PREPOSITIONS:
            return False
    return False


def takes_preposition(u: Unit, cue: Cue) -> bool:
    """Return whether a verb of thinking is followed by its preposition ("believes in nets that hold")."""
    at = cue.last + 1
    return cue.verb.kind == "thinking" and at < len(u) and u.low[at] in _prepositions(cue)


def _prepositions(cue: Cue) -> frozenset[str]:
    """The prepositions of the verb before what is said, wanted or felt."""
    found = prepositional_verbs().get(cue.verb.lemma)
    return found[1] if found is not None else frozenset()


def _begins(u: Unit, at: int) -> bool:
    """Whether a noun phrase or a gerund can begin at `at`."""
    if at >= len(u) or u.kinds[at] not in {WORD, NAME, NUMBER}:
        return False
    low = u.low[at]
    if low in TIME or low in AUXILIARIES or (low in CONJUNCTIONS and low != "that") or low == "to":
        return False
    return low in DETERMINERS or low in OBJECTS or not (low in PREPOSITIONS or is_adverb(low))


def passive_content(u: Unit, cue: Cue, content: Content | None) -> list[Content]:
    """Return the subject of a passive and, with `content`, what is said or wanted about it.

    “The weir is expected to open”, “the plan was backed by Roe”, “which is seen as a trap”.
    """
    if cue.verb.lemma in ADDRESSED or cue.group == 0:
        return []
    rest = content
    at = cue.last + 1
    if rest is None and at + 1 < len(u) and u.low[at] == "as":
        rest = Content(at, clause_end(u, at), "label")
    if rest is None and not {"n", "l"} & set(cue.verb.frames):
        return []
    subject = _subject(u, cue.group)
    if subject is None or u.low[subject.head_last] == "it":
        return []
    return [Content(subject.first, subject.last, "left"), *([rest] if rest is not None else [])]


def _subject(u: Unit, group: int) -> Phrase | None:
    """The subject before a verb group; a relative pronoun is returned itself."""
    at = group - 1
    return pronoun_phrase(at) if u.low[at] in {"who", "which"} else subject_before(u, group)


def relative_content(u: Unit, cue: Cue, source: Phrase, content: Content | None) -> list[Content]:
    """Return the relative pronoun that is the object of a verb, with the rest of what is said about it.

    “which Roe says leaks”, “what he wants”, “a man whom they see as a thief”.
    """
    at = source.first - 1
    if at < 0 or u.low[at] not in _RELATIVES or cue.passive:
        return []
    first = at - 1 if at and u.low[at] in {"which", "whom"} and u.low[at - 1] in PREPOSITIONS else at
    before_it = u.low[at - 1] if at else ""
    equates = before_it in BE or is_adverb(before_it)  # "the hope is that it will hold"
    if u.low[at] == "that" and (at == 0 or equates or u.kinds[at - 1] == STOP or before_it in cue_verbs()):
        return []
    rest = content
    behind = cue.last + 1
    if rest is None and behind + 1 < len(u) and (finite_at(u, behind) or u.low[behind] == "as"):
        rest = Content(behind, clause_end(u, behind), "label")
    elif rest is None and "l" in cue.verb.frames and _begins(u, behind):
        rest = Content(behind, object_end(u, behind), "label")
    whole = rest is not None and rest.how not in {"label", "infinitive"} and not finite_at(u, rest.first)
    if whole and not (rest is not None and rest.first == behind and u.low[behind].endswith("s")):
        return []
    if rest is None and (cue.verb.kind != "thinking" or not {"n", "t", "b", "l"} & set(cue.verb.frames)):
        return []
    if rest is not None and at and u.low[at - 1] == ",":
        rest = Content(rest.first, clause_end(u, rest.first), rest.how)
    return [Content(first, at, "left"), *([rest] if rest is not None else [])]

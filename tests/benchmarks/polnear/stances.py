"""Find nouns and adjectives of attitude with their content (“hopes of rain”), for the scheme of PolNeAR."""

from reader.analysis.cues.cue_constructions import linking_group_start
from reader.analysis.sources.speakers import controller
from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.objects import object_end
from reader.analysis.syntax.predicates import opens_clause
from reader.analysis.syntax.subjects import subject_before, subject_of_verb
from reader.analysis.units.phrases import Phrase, pronoun_phrase
from reader.analysis.units.units import NAME, NUMBER, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between, subject_end, verb_at
from reader.analysis.words.grammar import (
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    GENITIVES,
    POSSESSIVES,
    PREPOSITIONS,
    TIME,
    WH,
    is_adverb,
)
from reader.analysis.words.lexicon import table

_COPULA = 10  # maximum tokens from a noun to the "is" that equates it with a clause
_LEFT = 5  # maximum tokens from a noun to its owner or to the verb before it


def attitude_nouns(u: Unit) -> list[tuple[int, Phrase | None, Content]]:
    """Return each noun of attitude with its owner, if named, and its content."""
    taking = table("attitude_nouns")
    found: list[tuple[int, Phrase | None, Content]] = []
    for at, low in enumerate(u.low) if not taking.keys().isdisjoint(u.low) else ():
        if low not in taking or u.kinds[at] != WORD or at + 2 >= len(u) or u.low[at - 1 : at] == ["in"]:
            continue
        subject = not finite_between(u, 0, at)
        content = _complement(u, at + 1, taking[low][0].split(), subject=subject)
        if content is None and subject and "that" in taking[low][0].split():
            content = _equated(u, at + 1)
        if content is None or (content.how == "infinitive" and not u.marked(content.first, content.last)):
            continue
        holder = _holder(u, at)
        if holder is not None or content.how == "that":
            found.append((at, holder, content))
    return found


def _equated(u: Unit, first: int) -> Content | None:
    """The clause or marks that a form of "be" equates with the noun before `first` (“the hope is that …”)."""
    at = first
    while at < min(len(u), first + _COPULA) and not (
        finite_at(u, at) or u.low[at] in {";", ":"} or u.low[at] == "that"
    ):
        at += 1
    if at >= len(u) or u.low[at] not in BE:
        return None
    at += 1
    while at + 1 < len(u) and u.kinds[at] == WORD and is_adverb(u.low[at]):
        at += 1
    if at + 1 < len(u) and u.low[at] == "that":
        return Content(at, clause_end(u, at), "that")
    return Content(at, at, "that") if at < len(u) and u.kinds[at] == QUOTE else None


def attitude_adjectives(u: Unit) -> list[tuple[int, Phrase, Content]]:
    """Return each adjective of attitude with its subject and what is believed or felt (“she is sure that …”)."""
    taking = table("attitude_adjectives")
    found: list[tuple[int, Phrase, Content]] = []
    for at, low in enumerate(u.low) if not taking.keys().isdisjoint(u.low) else ():
        if low not in taking or u.kinds[at] != WORD or at + 2 >= len(u) or at == 0:
            continue
        words = taking[low][0].split()
        content = _complement(u, at + 1, words)
        if content is None and "that" in words and opens_clause(u, at + 1):
            content = Content(at + 1, clause_end(u, at + 1), "bare")
        if content is None:
            continue
        group = linking_group_start(u, at)
        source = None if group is None else subject_before(u, group)
        if source is not None:
            found.append((at, source, content))
    return found


def _complement(  # noqa: PLR0911 - one return a reason
    u: Unit, at: int, words: list[str], *, subject: bool = False
) -> Content | None:
    """The complement that begins at `at` with one of these `words`; for a `subject` it ends at the verb."""
    low = u.low[at]
    if low not in words or u.kinds[at + 1] == STOP:
        return None
    if u.kinds[at + 1] == QUOTE:
        return Content(at + 1, object_end(u, at + 1, subject=subject), "object")
    if low == "that":
        end = clause_end(u, at)
        return Content(at, subject_end(u, at, end) if subject else end, "that")
    following = u.low[at + 1]
    if following in TIME and u.kinds[at + 1] == NAME:
        return None
    if low == "to" and u.kinds[at + 1] == WORD and not (following in DETERMINERS or following.endswith(("s", "ing"))):
        return Content(at, object_end(u, at, subject=subject), "infinitive")
    if following in WH:
        return Content(at + 1, object_end(u, at + 1, subject=subject), "wh")
    if following in PREPOSITIONS or following in CONJUNCTIONS:
        return None
    return Content(at + 1, object_end(u, at + 1, subject=subject), "object")


def _holder(u: Unit, noun: int) -> Phrase | None:
    """The holder of the attitude: the owner of the noun, or the subject of the verb with the noun as object."""
    for at in range(noun - 1, max(-1, noun - 1 - _LEFT), -1):
        low = u.low[at]
        if low in POSSESSIVES:
            return pronoun_phrase(at)
        if low.endswith(GENITIVES):
            return subject_before(u, at + 1)
        if u.kinds[at] not in {WORD, NAME, NUMBER} or low in PREPOSITIONS or low in CONJUNCTIONS:
            return None
        adjective = u.low[at - 1] in {"a", "an", "the"} or (
            is_adverb(u.low[at - 1]) and u.low[at - 2] in {"a", "an", "the"}
        )
        if adjective:
            continue  # "a measured comment", "a fairly pressing question"
        if finite_at(u, at) or verb_at(u, at) is not None or low.endswith("ing"):
            return controller(u, at - 1) if at and u.low[at - 1] == "to" else subject_of_verb(u, at)
    return None

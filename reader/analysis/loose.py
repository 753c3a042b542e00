"""Loose marks: marked words that no verb of saying claims, given to the subject of their verb where a score allows."""

from reader.analysis.attributions import Reading
from reader.analysis.boundaries import clause_end
from reader.analysis.contents import Content, marked_words
from reader.analysis.drafts import Draft, named
from reader.analysis.grammar import (
    COORDINATORS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    SPEECH_STOPS,
    is_adverb,
    is_finite,
    is_participle,
    speaks,
    words,
)
from reader.analysis.phrases import Phrase
from reader.analysis.postposed import after
from reader.analysis.statements import Found
from reader.analysis.subjects import main_subject, of_verb
from reader.analysis.units import STOP, WORD, Unit
from reader.analysis.verbs import finite_at, verb_at
from reader.analysis.weights import score
from reader.model import QuotationKind

NOBODY = "no words beside it tell whose it is"
_REACH = 24  # tokens between a verb and the marks it governs
_LONG = 5  # words that are hardly a term
_SENTENCE = 6  # words with a capital and a verb that are a sentence
_TOPIC = frozenset({"about", "against", "of", "on", "over", "to", "for", "with"})
_NAMING = words("naming") | words("naming_nouns") | {"called", "known"}


def loose(u: Unit, found: Found, at: int, floor: float) -> Draft | None:
    """A draft for the marks at token `at` that nothing claims; None where its score is below `floor`."""
    if len(u.marks) == len(u):
        return None
    verb = _governing(u, found, at)
    source = _source(u, found, verb, at)
    if source is None and verb is None:
        source, verb = _behind(u, at)
    features = evidence(u, source, verb, at)
    points = score("loose marks", features)
    if points < floor:
        return None
    content = _content(u, verb if verb is None or verb < at else None, at, whole=source is not None)
    draft = Draft([u.over(content.first, content.last)], QuotationKind(marked_words(u, content)), u.paragraph)
    named(draft, u, source)
    said = None if source is None else u.over(source.first, source.last).of(u.text)
    draft.readings = (Reading(said, tuple(features), points),)
    draft.confidence = 0.6 if points > 0 and source is not None else 0.4
    draft.evidence = f"the subject of “{u.word(verb)}”" if verb is not None else "the subject of the sentence"
    draft.evidence = draft.evidence if source is not None else NOBODY
    for token in u.marked(content.first, content.last):
        found.taken.setdefault(token, draft)
    return draft


def evidence(u: Unit, source: Phrase | None, verb: int | None, at: int) -> list[str]:
    """The named features of marks at `at`, their verb and its subject."""
    size = u.text.count(" ", u.starts[at], u.ends[at]) + 1
    found = ["long" if size >= _LONG else "brief" if size > 2 else "term"]  # noqa: PLR2004 - a word or two
    if u.stop(at) in SPEECH_STOPS:
        found.append("stop inside")
    last = u.low[at - 1] if at else ""
    following = u.kinds[at + 1] if at + 1 < len(u) else ""
    if last == "as":
        found.append("as")
    if last in _TOPIC:
        found.append("topic")
    if (last in DETERMINERS or last in POSSESSIVES) and following == WORD and u.low[at + 1] not in PREPOSITIONS:
        found.append("modifier")
    if last in _NAMING or (at > 1 and u.low[at - 2] in _NAMING):
        found.append("naming")
    inner = u.text[u.starts[at] + 1 : u.ends[at] - 1].split()
    if all(word[:1].isupper() for word in inner if len(word) > 3):  # noqa: PLR2004 - "of", "the" in a title
        found.append("capitals")
    elif (
        "naming" not in found
        and len(inner) >= _SENTENCE
        and inner[0][:1].isupper()
        and any(is_finite(word.lower()) for word in inner)
    ):
        found.append("sentence")
    found.append("no source" if source is None else _kind(u, source))
    if verb is None:
        found.append("no verb")
    elif verb_at(u, verb) is not None:
        found.append("verb of saying")
    return found


def _kind(u: Unit, source: Phrase) -> str:
    head = u.low[source.head_last]
    if source.kind == "pronoun":
        return "person" if head in {"he", "she", "who", "they"} else "neuter"
    if source.kind == "name":
        return "name"
    return "speaking noun" if speaks(head) else "thing"


def _governing(u: Unit, found: Found, at: int) -> int | None:
    """The verb left of the marks that they depend on: the nearest finite one, or a participle or infinitive nearer."""
    lowest = max(-1, at - 1 - _REACH)
    cued = {cue.first for cue in found.cues[-_REACH:] if cue.first > lowest}
    for index in range(at - 1, lowest, -1):
        low = u.low[index]
        if u.kinds[index] == STOP and low in {";", ":"}:
            return None
        if u.kinds[index] != WORD:
            continue
        if finite_at(u, index) or index in cued:
            return index
        if low.endswith("ing") and index > 0 and is_participle(low) and u.low[index - 1] not in DETERMINERS:
            return index
    return None


def _source(u: Unit, found: Found, verb: int | None, at: int) -> Phrase | None:
    """The subject of the governing verb, else the source of the cue before it, else the subject of the sentence."""
    if verb is None:
        return None
    phrase = of_verb(u, verb) if not u.low[verb].endswith("ing") else None
    if phrase is not None:
        return _believer(u, phrase) or phrase
    earlier = [n for n, source in found.sources.items() if source.head_last < at and found.cues[n].first < at]
    if earlier:
        return found.sources[earlier[-1]]
    return main_subject(u, at)


def _behind(u: Unit, at: int) -> tuple[Phrase | None, int | None]:
    """The subject right behind speech that opens the unit, and its verb, whatever that is (“…,” Roe huffed)."""
    phrase = after(u, at + 1, len(u)) if at == 0 and u.stop(at) in {",", "?", "!"} else None
    if phrase is None or phrase.first != at + 1:
        return None, None
    verb = phrase.last + 1
    while verb < len(u) and is_adverb(u.low[verb]):
        verb += 1
    return (phrase, verb) if verb < len(u) and (finite_at(u, verb) or u.low[verb] == "read") else (None, None)


def _believer(u: Unit, phrase: Phrase) -> Phrase | None:
    """Who believes the clause whose subject the phrase is ("made Roe believe that she and Poe were “late”")."""
    that = phrase.first - 1
    while that > 1 and u.low[that] in COORDINATORS:
        that -= 2
    thought = verb_at(u, that - 1) if that > 1 and u.low[that] == "that" else None
    return of_verb(u, that - 1) if thought is not None and thought[0].kind == "thinking" else None


def _content(u: Unit, verb: int | None, at: int, *, whole: bool) -> Content:
    """The marks, with the rest of the object that they stand in."""
    alone = Content(at, at, "marks")
    if verb is None or not whole or verb_at(u, verb) is None:
        return alone
    first = verb + 1
    while first < at and (
        u.low[first] in PREPOSITIONS or u.low[first] == "that" or (u.kinds[first] == WORD and is_adverb(u.low[first]))
    ):
        first += 1
    if any(u.kinds[i] == STOP or u.low[i] in COORDINATORS for i in range(first, at)):
        return alone
    return Content(first, max(at, clause_end(u, first)), "object")

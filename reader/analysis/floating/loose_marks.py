"""Score quotation marks inside a sentence without a cue, with the subject of their verb as speaker."""

from bisect import bisect_left
from operator import attrgetter

from reader.analysis.cues.attributions import SourceReading
from reader.analysis.cues.drafts import AttributionDraft, draft_for_marks, with_source
from reader.analysis.cues.unit_findings import UnitFindings
from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.contents import Content, quotation_kind
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.subjects import main_subject, subject_of_verb
from reader.analysis.units.marked_titles import capitalised
from reader.analysis.units.phrase_heads import cannot_speak
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import NAME, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, verb_at, verb_group
from reader.analysis.words.grammar import (
    BE,
    COORDINATORS,
    DETERMINERS,
    PERSONS,
    PREPOSITIONS,
    RELATIVES,
    SPEECH_STOPS,
    SUBORDINATORS,
    can_speak,
    is_adverb,
    is_finite,
    is_participle,
    words,
)
from reader.analysis.words.weights import score

NOBODY = "no words beside it tell whose it is"
_FEELINGS = words("feelings")
_LEADING = PREPOSITIONS | {"as", "that"}  # words before an article of the marks' phrase
_WITH_WORDS = ["with", "the", "words"]
_REACH = 24  # maximum tokens between a verb and the marks that are its object
_CUES = 24  # cues before marks that are checked for a shared source
_FIRST = attrgetter("first")
_LONG = 5  # minimum words that are hardly a term
_SENTENCE = 6  # minimum words of a sentence with a capital and a verb
_TOPIC = frozenset({"about", "against", "of", "on", "over", "to", "for", "with"})
_NAMING = words("naming") | words("naming_nouns") | {"called", "known"}


def loose_marks_draft(u: Unit, found: UnitFindings, at: int) -> AttributionDraft | None:
    """Return a draft for the marks at token `at` without a cue; None where its score is below 0."""
    if len(u.marks) == len(u) or _is_gloss(u, at):
        return None
    if u.low[max(0, at - len(_WITH_WORDS)) : at] == _WITH_WORDS:
        return _draft_with_words(u, at)
    source, verb = subject_of_marks(u, found, at)
    features = evidence(u, source, verb, at)
    points = score("loose marks", features)
    if points < 0:
        return None if "naming" in features else _long_marks_draft(u, at, source, verb)
    draft = draft_by_subject(u, found, at, source, verb)
    said = None if source is None else u.over(source.first, source.last).of(u.text)
    draft.readings = (SourceReading(said, tuple(features), points),)
    return draft


def subject_of_marks(u: Unit, found: UnitFindings, at: int) -> tuple[Phrase | None, int | None]:
    """Return the subject that may say the marks at token `at`, and its verb; None for each that is not there."""
    verb = _governing(u, found, at)
    source = _source(u, found, verb, at)
    return _speaker_after(u, found, at) if source is None and verb is None else (source, verb)


def draft_by_subject(
    u: Unit, found: UnitFindings, at: int, source: Phrase | None, verb: int | None
) -> AttributionDraft:
    """Return the draft that gives the marks at token `at` to a subject with its `verb`; the marks become taken."""
    content = _content(u, verb if verb is None or verb < at else None, at, whole=source is not None)
    draft = AttributionDraft([u.over(content.first, content.last)], quotation_kind(u, content), u.paragraph)
    with_source(draft, u, source)
    draft.evidence = f"the subject of “{u.word(verb)}”" if verb is not None else "the subject of the sentence"
    draft.evidence = draft.evidence if source is not None else NOBODY
    for token in u.marked(content.first, content.last):
        found.taken.setdefault(token, draft)
    return draft


def _draft_with_words(u: Unit, at: int) -> AttributionDraft | None:
    """The draft for marks after “with the words” (“Roe left with the words “…””); None where the subject is a thing."""
    speaker = main_subject(u, len(u))
    if speaker is None or cannot_speak(u, speaker):
        return None
    return draft_for_marks(u, at, speaker, "“with the words”")


def _long_marks_draft(u: Unit, at: int, source: Phrase | None, verb: int | None) -> AttributionDraft | None:
    """Marks too long for a term, which begin inside a sentence: a quotation whose speaker may be the subject.

    The speaker is unknown where the subject is no person, or where the sentence defines the subject.
    """
    inner = u.marks[at].inner(u.text).of(u.text)
    if inner.count(" ") < _LONG or not inner[0].islower():
        return None
    defined = verb is None or (u.low[verb] in BE and u.low[at - 1] != ",")
    if source is None or defined or _kind(u, source) in {"thing", "neuter"}:
        return draft_for_marks(u, at, None, NOBODY)
    return draft_for_marks(u, at, source, "the subject of the sentence")


def _is_gloss(u: Unit, at: int) -> bool:
    """Whether the marks only explain the name before their bracket (“Liu (“a cat”)”)."""
    bracketed = u.low[at - 1 : at] == ["("] and u.low[at + 1 : at + 2] == [")"]
    return bracketed and at > 1 and (u.kinds[at - 2] == NAME or not u.word(at - 2).isascii())


def evidence(u: Unit, source: Phrase | None, verb: int | None, at: int) -> list[str]:
    """Return the named features of the marks at `at`, their verb and its subject."""
    size = u.text.count(" ", u.starts[at], u.ends[at]) + 1
    last, following = u.low[at - 1] if at else "", u.kinds[at + 1] if at + 1 < len(u) else ""
    inner = u.text[u.starts[at] + 1 : u.ends[at] - 1].split()
    titled = capitalised(inner)
    naming = last in _NAMING or (at > 1 and u.low[at - 2] in _NAMING)
    whole = len(inner) >= _SENTENCE and inner[0][:1].isupper() and any(is_finite(word.lower()) for word in inner)
    tests = {
        "long" if size >= _LONG else "brief" if size > 2 else "term": True,  # noqa: PLR2004 - a word or two
        "stop inside": u.stop(at) in SPEECH_STOPS,
        "as": last == "as",
        "topic": last in _TOPIC,
        "modifier": last in DETERMINERS and following == WORD and u.low[at + 1] not in PREPOSITIONS,
        "naming": naming,
        "capitals": titled,
        "sentence": whole and not (titled or naming),
        "no source" if source is None else _kind(u, source): True,
        "no verb": verb is None,
        "verb of saying": verb is not None and verb_at(u, verb) is not None,
    }
    return [name for name, holds in tests.items() if holds]


def _kind(u: Unit, source: Phrase) -> str:
    head = u.low[source.head_last]
    if source.kind == "pronoun":
        return "person" if head in PERSONS else "neuter"
    if source.kind == "name":
        return "name"
    return "speaking noun" if can_speak(head) else "thing"


def _governing(u: Unit, found: UnitFindings, at: int) -> int | None:
    """The verb before the marks on which they depend: the nearest finite one, or a participle or infinitive nearer."""
    lowest = max(-1, at - 1 - _REACH)
    if WORD not in u.kinds[lowest + 1 : at]:
        return None
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


def _source(u: Unit, found: UnitFindings, verb: int | None, at: int) -> Phrase | None:
    """The subject of the governing verb, else the source of the cue before it, else the subject of the sentence."""
    if verb is None or _is_passive(u, verb) or _denies_comment(found, verb):
        return None
    if u.low[at - 1] == "," and u.low[verb_group(u, verb)[0] - 1] in RELATIVES:
        return main_subject(u, at)  # "Roe is angry at the law that allows it, “We …”"
    phrase = None if u.low[verb].endswith("ing") else subject_of_verb(u, verb)
    if phrase is not None:
        below = u.low[at - 1] == "," and phrase.first > 0 and u.low[phrase.first - 1] in SUBORDINATORS
        return None if below else phrase  # "As Roe left, “the weir …”"
    before = bisect_left(found.cues, at, key=_FIRST)
    sources = (found.sources.get(number) for number in range(before - 1, max(-1, before - 1 - _CUES), -1))
    earlier = next((source for source in sources if source is not None and source.head_last < at), None)
    return earlier or main_subject(u, at)


def _is_passive(u: Unit, verb: int) -> bool:
    """Whether the verb is a passive whose subject does not speak (“was accused of “lying””)."""
    return u.low[verb].endswith("ed") and u.low[verb] not in _FEELINGS and verb_group(u, verb)[1]


def _denies_comment(found: UnitFindings, verb: int) -> bool:
    """Whether the verb says that there is no comment (“would not comment on a report that it is “lost””)."""
    at = bisect_left(found.cues, verb, key=_FIRST)
    near = found.cues[at : at + 2]  # the cue "as per" begins one token before its verb
    return any(cue.first == verb and cue.negated and cue.verb.lemma == "comment" for cue in near)


def _speaker_after(u: Unit, found: UnitFindings, at: int) -> tuple[Phrase | None, int | None]:
    """The subject right after speech that opens the unit, and its verb, whatever that is (“…,” Roe huffed)."""
    if at or u.stop(at) not in {",", "?", "!"}:
        return None, None
    told = found.sources.get(0)
    if told is not None and told.first == 1 and found.cues[0].group == told.last + 1:
        return told, found.cues[0].first
    phrase = phrase_from(u, 1, len(u))
    if phrase is None or phrase.first != 1:
        return None, None
    verb = phrase.last + 1
    while verb < len(u) and is_adverb(u.low[verb]):
        verb += 1
    return (phrase, verb) if verb < len(u) and (finite_at(u, verb) or u.low[verb] == "read") else (None, None)


def _content(u: Unit, verb: int | None, at: int, *, whole: bool) -> Content:
    """The marks, with the rest of the object that contains them."""
    alone = Content(at, at, "marks")
    if verb is None or not whole or verb_at(u, verb) is None:
        return alone
    first = verb + 1
    while first < at and (u.low[first] in _LEADING or (u.kinds[first] == WORD and is_adverb(u.low[first]))):
        first += 1
    if (
        (first == at - 1 and u.low[first] in DETERMINERS)
        or u.low[at - 2 : at] == ["such", "as"]
        or any(u.kinds[i] == STOP or u.low[i] in COORDINATORS for i in range(first, at))
    ):
        return alone
    return Content(first, max(at, clause_end(u, first)), "object")

"""Find the speaker of quotation marks without a cue in the sentence before or after them."""

from reader.analysis.content.questions import opens_with_question
from reader.analysis.cues.drafts import AttributionDraft, cue_span, with_source
from reader.analysis.cues.unit_findings import UnitFindings
from reader.analysis.sources.owners import opinion_holder
from reader.analysis.syntax.openings import opens
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.subjects import main_subject, subject_before
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import WORD, Unit
from reader.analysis.units.verbs import finite_between, finite_verbs
from reader.analysis.words.grammar import BE, PERSONS, PREPOSITIONS, can_speak, is_role

_CLEFTS = frozenset({"how", "what", "why"})
_POINTING = frozenset({"that", "this", "these", "those", "it"})
_SO = frozenset({"it", "so", "that", "this"})
_OPENER = 10  # tokens of an adverbial that opens a sentence
_WORDS_OF = 6  # tokens of "The words are those of"


def set_speaker_after(u: Unit, found: UnitFindings, draft: AttributionDraft) -> bool:
    """Set the speaker by an "X said." that opens the next unit without content. Return whether it is set."""
    source = found.sources.get(0)
    if source is None or source.first or not u.word(0)[:1].isupper():
        return False
    head = u.low[source.head_last]
    if source.kind != "name" and head not in PERSONS and not can_speak(head):
        return False
    cue = found.cues[0]
    said = cue_span(u, cue)
    if cue.verb.kind not in {"asking", "saying"} or any(d.cue == said for d in found.drafts):
        return False
    draft.cue = said
    draft.evidence = f"“{u.word(cue.first)}”, right after the quotation"
    with_source(draft, u, source)
    return True


def set_speaker_by_topic(u: Unit, found: UnitFindings, draft: AttributionDraft) -> bool:
    """Set the speaker to the person who is the topic of a neighbouring sentence. Return whether it is set."""
    said = found.drafts
    if opens_with_question(u):
        said = [each for each in said if each.cue is None or each.cue.start > u.starts[1]]  # all but the question
    opinion = opinion_holder(u) if u.low[0] == "for" else None
    subject = None if said else opinion or person_subject(u) or _acting_person(u)
    if subject is None:
        return False
    draft.evidence = "the subject of the sentence before"
    with_source(draft, u, subject)
    return True


def person_subject(u: Unit) -> Phrase | None:
    """Return the person who is the subject of the main verb; None without one."""
    subject = main_subject(u, len(u))
    if subject is None or not opens(u, subject.first):
        return None
    user = subject.head_last == 0 and u.word(0).islower()  # a sentence in lower case begins with a user name
    head = u.low[subject.head_last]
    known = head in {"he", "she"} or (u.low[subject.first] == "the" and (is_role(head) or head.endswith("-year-old")))
    return subject if subject.kind == "name" or user or known else None


def _acting_person(u: Unit) -> Phrase | None:
    """The person who begins a sentence or its main clause, with any verb ("Next to her, Roe nods.")."""
    comma = next(u.commas(1, _OPENER), 0)
    for begin in (0, comma + 1) if comma and not finite_between(u, 0, comma) else (0,):
        who = _person_at(u, begin)
        verb = 0 if who is None else who.last + 1 + (u.low[who.last + 1 : who.last + 2] == [","])
        if 0 < verb < len(u) and u.kinds[verb] == WORD and u.low[verb].endswith(("s", "ed")):
            return None if u.low[verb] in PREPOSITIONS | BE else who
    return None


def _person_at(u: Unit, begin: int) -> Phrase | None:
    """The name that begins at a token, with its apposition, or "he" or "she"."""
    end = u.names_end(begin) - 1
    if end > begin and u.kinds[end + 1 : end + 2] == [WORD]:
        return Phrase(begin, end, begin, end, "name")  # "Ada Roe shrugs"
    who = phrase_from(u, begin, len(u))
    named = who is not None and who.first == begin and (who.kind == "name" or u.low[begin] in {"he", "she"})
    return who if named else None


def set_speaker_named_next(u: Unit, found: UnitFindings, draft: AttributionDraft) -> bool:
    """Set the speaker to the person named as such by the next unit. Return whether it is set.

    That is “That is how Roe remembers it”, “The words are those of Roe” and “Roe says it without anger”.
    """
    speaker = _of_cleft(u) or _of_words(u) or _says_so(u)
    if speaker is None or (speaker.kind != "name" and u.low[speaker.head_last] not in PERSONS):
        return False
    if any(not each.spans[0].overlaps(draft.spans[0]) and each.cue is not None for each in found.drafts):
        return False
    draft.evidence = "the sentence behind tells whose words they are"
    with_source(draft, u, speaker)
    return True


def _of_cleft(u: Unit) -> Phrase | None:
    if u.low[0] not in _POINTING or len(u) < _WORDS_OF or u.low[2] not in _CLEFTS:
        return None
    speaker = phrase_from(u, 3, len(u))
    return speaker if speaker is not None and speaker.first == 3 else None  # noqa: PLR2004 - behind "that is how"


def _of_words(u: Unit) -> Phrase | None:
    at = next((at for at, low in enumerate(u.low[:_WORDS_OF]) if low == "of"), 0)
    if not at or "words" not in u.low[:at] or {"are", "were"}.isdisjoint(u.low[:at]):
        return None
    return phrase_from(u, at + 1, len(u))


def _says_so(u: Unit) -> Phrase | None:
    for at in finite_verbs(u, 1, len(u) - 1):
        if u.low[at] in {"said", "says"} and u.low[at + 1] in _SO:
            speaker = subject_before(u, at)
            return speaker if speaker is not None and opens(u, speaker.first) else None
    return None

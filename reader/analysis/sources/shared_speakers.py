"""Find the speaker that a reporting verb shares with an earlier verb: after “and”, in a list, or with the main verb."""

from reader.analysis.cues.cues import Cue
from reader.analysis.cues.unit_findings import MAX_DRAFTS_BEFORE, UnitFindings
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.subjects import main_subject, subject_before, subject_of_verb
from reader.analysis.units.phrase_heads import names_speaker
from reader.analysis.units.phrases import Phrase, pronoun_phrase
from reader.analysis.units.units import NAME, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between, finite_verbs, verb_at
from reader.analysis.words.grammar import (
    CONJUNCTIONS,
    DEPENDING,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_mute,
)

CLAUSE = 24  # maximum tokens of a clause before a verb or the joint before it
SUBORDINATING = CONJUNCTIONS - {"and", "or", "nor"}
EXPLETIVES = frozenset({"it", "that", "there", "this"})
_VERB_JOINTS = frozenset({",", "and", "but"})
_JOINING = frozenset({"and", "but", "so", "while", "yet"})
OTHERS = frozenset({"many", "others", "some"})
PERSON = 8  # maximum tokens of a name with its titles
_BEFORE_SUBCLAUSES = frozenset({"after", "before", "because", "once", "since", "until", "when", "where", "while"})
_RECENT = 8  # how many of the verbs of saying before a verb may share their speaker with it


def shared_subject(u: Unit, cue: Cue, joint: str, found: UnitFindings) -> Phrase | None:
    """Return the subject that a verb shares with the verb before the conjunction."""
    at = cue.group - 1
    shared = None
    if joint == "and":
        shared = _subject_after_while(u, at) or _subject_in_relative(u, at) or _subject_after_comma(u, at)
    if joint in {"and", "but"}:
        shared = shared or _subject_of_second(u, at)
    if joint == "and" and cue.verb.form == "base":
        shared = shared or _subject_of_will(u, at)
    shared = shared or subject_of_unit(u, cue.group, found)
    if shared is None and u.kinds[cue.group - 2] == QUOTE and u.low[cue.group - 3] not in DETERMINERS:
        return subject_before(u, cue.group - 2)  # "Roe “fumed” and said", not "called Roe a “liar” and said"
    return shared


def shared_source(u: Unit, cue: Cue, number: int, found: UnitFindings, *, participle: bool) -> Phrase | None:
    """Return the source shared with an earlier cue, else the subject of the main verb, before or after the cue."""
    recent = range(number - 1, max(-1, number - 1 - _RECENT), -1)
    earlier = next((n for n in recent if n in found.sources and _may_share(u, found, n, cue)), None)
    if earlier is not None:
        return found.sources[earlier]
    if participle and cue.group <= 1:
        return main_subject(u, len(u))
    main = subject_of_unit(u, cue.group, found)
    if main is None and participle and is_inserted_participle(u, cue):
        main = subject_before(u, cue.group - 1)
    if main is not None and participle and is_mute(u.low[main.head_last]):
        main = _subject_of_subclause(u, cue.group) or main
    if main is None and u.low[cue.group - 1] == "and":
        main = next((found.sources[n] for n in recent if n in found.sources), None)  # "Roe, who swore and asked"
    return main


def _subject_of_subclause(u: Unit, at: int) -> Phrase | None:
    """The subject of the last subordinate clause (“Prices fell after the bank, in May, left, saying”)."""
    before = range(at - 2, max(0, at - CLAUSE), -1)
    opening = next((i for i in before if u.low[i] in _BEFORE_SUBCLAUSES or u.low[i] == "as"), None)
    named = at if opening is None else u.names_end(opening + 1)
    source = None if opening is None else phrase_from(u, opening + 1, named if named > opening + 1 else at - 1)
    return source if source is not None and names_speaker(u, source) else None


def _subject_in_relative(u: Unit, joint: int) -> Phrase | None:
    """The subject of the verb before "and" in a clause that begins with “in which” or “where”."""
    verb = next((at for at in range(joint - 1, max(0, joint - CLAUSE), -1) if finite_at(u, at)), None)
    if u.low[joint - 1] == ",":
        return None
    source = None if verb is None else subject_of_verb(u, verb)
    return source if source is not None and source.first and u.low[source.first - 1] in {"where", "which"} else None


def _subject_after_comma(u: Unit, joint: int) -> Phrase | None:
    """The pronoun that begins a clause after a comma, no conjunction (“I walked there, he took a lily, and said”)."""
    for at in range(joint - 2, max(0, joint - CLAUSE), -1):
        if u.kinds[at] == QUOTE or u.low[at] in DEPENDING:
            return None
        if u.low[at] in {"he", "she", "they"} and u.low[at - 1] == "," and finite_at(u, at + 1):
            opened = u.low[0] in SUBORDINATORS or u.low[0] in PREPOSITIONS or not finite_between(u, 0, at - 2)
            return None if opened else pronoun_phrase(at)
    return None


def _subject_after_while(u: Unit, joint: int) -> Phrase | None:
    """The subject of the clause before "and" that begins with “, while” (“, while the police weep and say”)."""
    lowest = max(1, joint - CLAUSE)
    opening = next((at for at in range(joint - 1, lowest, -1) if u.low[at] in {"while", "whereas"}), None)
    apart = opening is not None and (u.low[opening - 1] == "," or u.low[opening + 1] in OTHERS)
    if opening is None or not apart or any(u.kinds[at] == STOP for at in range(opening, joint)):
        return None
    verbs = (at for at in range(opening + 2, joint) if finite_at(u, at) or verb_at(u, at) is not None)
    verb = next(verbs, None)
    return None if verb is None else phrase_from(u, opening + 1, verb)


def _subject_of_second(u: Unit, joint: int) -> Phrase | None:
    """The subject of the clause before "and" that begins with a comma and conjunction (“…, but Roe came and said”)."""
    lowest = max(1, joint - CLAUSE)
    opening = next((at for at in range(joint - 1, lowest, -1) if u.kinds[at] == STOP), 0)
    if u.low_at(opening) != "," or u.low[opening + 1] not in _JOINING or not finite_between(u, 0, opening):
        return None
    verb = next(finite_verbs(u, opening + 2, joint), None)
    subject = None if verb is None else subject_of_verb(u, verb)
    if subject is None or subject.first != opening + 2:
        return None
    return None if u.low[subject.head_last] in EXPLETIVES else subject


def _subject_of_will(u: Unit, joint: int) -> Phrase | None:
    """The subject of the “will” on which the infinitive after "and" depends (“will cover its ears, and cry”)."""
    for at in range(joint - 1, max(0, joint - CLAUSE), -1):
        if u.kinds[at] == QUOTE or u.low[at] in {";", ":", "that", "which", "who"}:
            return None
        if u.kinds[at] == WORD and u.low[at] in {"will", "would"}:
            found = subject_before(u, at)
            if found is not None and u.low[found.first : found.first + 2] == ["the", "more"]:
                return phrase_from(u, found.first + 2, at)  # "the more the people will shrug and cry"
            return found
    return None


def _may_share(u: Unit, found: UnitFindings, number: int, to: Cue) -> bool:
    """Whether a later verb may share an earlier cue's source; not if that is in a relative clause or the content."""
    cue = found.cues[number]
    source = found.sources[number]
    joint = u.low[source.first - 1] if source.first else ""
    if u.low[source.head_last] == "it" and joint in SUBORDINATING:
        return False  # "left when it leaked, saying that …"
    if joint in _BEFORE_SUBCLAUSES and to.verb.form == "ing" and is_mute(u.low[source.head_last]):
        return False  # "Roe left after the rain began, saying …"
    if cue.shape == "according" or (cue.group > 0 and u.low[cue.group - 1] in {"who", "which"}):
        return False
    start, now = u.starts[cue.first], u.starts[to.first]
    spans = (span for draft in found.drafts[-MAX_DRAFTS_BEFORE:] for span in draft.spans[:1])
    return not any(span.start <= start < span.end <= now for span in spans)


def speaker_of_words_before(u: Unit, cue: Cue, number: int, found: UnitFindings) -> Phrase | None:
    """Return the speaker of the words that end right before a verb or the “and” before it.

    That is "Roe" in “Roe asks whether it leaks *and* adds”, and "one" in “one who says it leaks *left*”.
    """
    last = cue.group - 1
    joint = u.low[last] if last > 0 else ""
    joined = joint in _VERB_JOINTS
    if joined:
        last -= 1 + (u.low[last - 1] == ",")
    ended = {
        draft.cue.start for draft in found.drafts[-_RECENT:] if draft.cue is not None and draft.end == u.ends[last]
    }
    for n in range(max(0, number - _RECENT), number) if ended and cue.verb.form in {"past", "s"} else ():
        before = u.low[found.cues[n].group - 1]
        ends_clause = joint == "," and (before in RELATIVES or found.cues[n].passive)
        fits = (before != "," and not ends_clause) if joined else before == "who"
        if fits and n in found.sources and u.starts[found.cues[n].first] in ended:
            return found.sources[n]
    return None


def is_inserted_participle(u: Unit, cue: Cue) -> bool:
    """Return whether a participle is between a subject with a comma and its verb (“Roe, hoping to win, left”)."""
    at = cue.group
    return at > 1 and cue.verb.form == "ing" and u.low[at - 1] == "," and not finite_between(u, 0, at - 1)


def subject_of_unit(u: Unit, until: int, found: UnitFindings) -> Phrase | None:
    """Return the subject of the unit's main verb, before token `until`."""
    if found.main is None:
        found.main = main_subject(u, until)
    return found.main


def conjunction_before(u: Unit, at: int) -> int | None:
    """Return the “and” or “but” that joins the verb at `at` to an earlier verb (“left, but in a note said”)."""
    for joint in range(at - 3, max(0, at - PERSON), -1):
        if u.low[joint] in {"and", "but"}:
            return joint if u.low[joint + 1] in PREPOSITIONS else None
        if u.kinds[joint] not in {WORD, NAME} or finite_at(u, joint):
            return None
    return None

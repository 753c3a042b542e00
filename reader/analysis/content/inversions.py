"""Find the source that follows its verb ("“It leaks,” says Ada Roe", "It leaks, said the mayor")."""

from reader.analysis.content.utterances import LONGEST_CLAUSE, PAUSES, PREFIX
from reader.analysis.cues.cues import Cue
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.subjects import is_dependent, subject_before
from reader.analysis.units.phrase_heads import cannot_speak, names_speaker
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import QUOTE, STOP, Unit
from reader.analysis.units.verbs import finite_at, finite_between, subject_end, verb_at
from reader.analysis.words.grammar import (
    ADDRESSED,
    DEPENDING,
    LINKS,
    PREPOSITIONS,
    RELATIVES,
    TIME,
    WH,
    is_adverb,
)

_SHORT = 5  # maximum tokens that need not be a clause
_DEFINING = RELATIVES - {"that"} | {"when"}
_OF_ADDRESSED = WH | {"about", "for", "that", "to"}
_OBJECTS = frozenset({"her", "him", "it", "that", "them", "this"})
_ORDERED = 6  # maximum tokens after a person to what they are told to do


def inverted_source(u: Unit, cue: Cue) -> Phrase | None:  # noqa: PLR0911 - one return a reason
    """Return the source that follows its verb (“…,” said X): marks or a comma before it, a noun phrase after it."""
    plain = cue.verb.form == "base" and cue.group == cue.first
    if cue.passive or cue.group == 0 or not (cue.verb.form in {"past", "s"} or cue.verb.lemma == "read" or plain):
        return None
    at = u.before_brackets(cue.group - 1)
    marks = u.kinds[at] == QUOTE or (u.low[at] in PAUSES and at > 0 and u.kinds[at - 1] == QUOTE)
    if not marks and (u.low[at] not in PAUSES or "p" not in cue.verb.frames or cue.group < cue.first):
        return None
    if not marks and cue.verb.kind == "showing":
        return None  # "the poll, a new one, shows Roe ahead"
    phrase = _source_after_verb(u, cue.last + 1)
    if marks and cue.group < cue.first and phrase is not None and cannot_speak(u, phrase):
        return None  # "“Eels”, a play, have shown the way"
    if phrase is None or marks:
        return phrase
    behind = phrase.last + 1
    told = phrase.kind == "noun" and "to" in u.low[phrase.first : behind + _ORDERED]
    if cue.verb.lemma in ADDRESSED and (told or u.low_at(behind) in _OF_ADDRESSED):
        return None  # "The notice, which was late, warned people to leave", "Roe, the mayor, asked Poe for help"
    reach = max(0, at - LONGEST_CLAUSE)
    if names_speaker(u, phrase) and _closes_clause(u, cue, phrase, (reach, at)):
        return phrase
    clause = (
        finite_between(u, reach, at - 1) or at - reach > PREFIX or any(u.kinds[i] == QUOTE for i in range(reach, at))
    )
    if not _ends_source(u, behind) or not clause or cannot_speak(u, phrase) or u.low[phrase.head_last] in _OBJECTS:
        return None  # "Roe, the mayor, confirmed it"
    return phrase if _has_no_subject_before(u, cue, reach) else None


def _closes_clause(u: Unit, cue: Cue, phrase: Phrase, before: tuple[int, int]) -> bool:
    """Whether "said X" closes or interrupts the clause of the tokens `before` it, by the punctuation around it."""
    (first, at), behind = before, phrase.last + 1
    told = at > _SHORT and (cue.verb.lemma == "say" or finite_between(u, first, at - 1))
    if told and phrase.kind == "name" and cue.verb.lemma not in ADDRESSED and _is_no_subject(u, behind):
        return True  # "…, said Ada Roe, a miller who has long run the mill."
    interrupts = behind + 1 < len(u) and u.low[behind] == ","
    return interrupts and "," not in u.low[first:at]


def _is_no_subject(u: Unit, behind: int) -> bool:
    """Whether all verbs from token `behind` to the end of the unit are in dependent clauses."""
    depends = (i for i in range(behind, len(u)) if u.low[i] in DEPENDING or u.kinds[i] == QUOTE or finite_at(u, i))
    opener = next(depends, None)
    return opener is None or (u.low[opener] in DEPENDING and subject_end(u, opener, len(u) - 1) == len(u) - 1)


def _has_no_subject_before(u: Unit, cue: Cue, reach: int) -> bool:
    """Whether no subject of the verb precedes it: not in "Ada Roe, a fellow at X, wrote the report with Poe"."""
    subject = subject_before(u, cue.group)
    if subject is None or finite_between(u, reach, subject.first - 1):
        return True
    if subject.last > subject.first and u.low[subject.last].endswith("ed") and finite_at(u, subject.last):
        return True  # "The bridge collapsed, said the mayor."
    apart = u.low[cue.group - 1] == "," and subject.last + 2 < cue.group
    if apart and is_dependent(u, subject.last + 1, cue.group - 1):
        return False  # "Ada Roe, who ran the mill when it closed, said other mills are sound"
    opening = subject.last + 2 == cue.group and QUOTE not in u.kinds[reach : cue.group]
    return subject.last < cue.group - 1 and not opening


def _ends_source(u: Unit, at: int) -> bool:
    """Whether the token at `at`, after brackets, is no part of the source: punctuation, a day, a preposition."""
    at = u.after_brackets(at, len(u))
    if at >= len(u) or u.kinds[at] == STOP or u.low[at] in PREPOSITIONS or u.low[at] in _DEFINING:
        return True
    return u.low_at(at + 1) in TIME


def _source_after_verb(u: Unit, at: int) -> Phrase | None:
    """The phrase at `at` when it can be a source after its verb, and not the subject of a verb after it."""
    if at >= len(u) or u.kinds[at] in {STOP, QUOTE}:
        return None
    low = u.low[at]
    if low in LINKS or low in TIME or low in {"to", *WH} or is_adverb(low):
        return None
    phrase = phrase_from(u, at, len(u))
    if phrase is None:
        return None
    behind = phrase.last + 1
    verb = behind < len(u) and (finite_at(u, behind) or verb_at(u, behind) is not None)
    done = behind + 1 < len(u) and u.low[behind].endswith("ed") and u.low[behind + 1] in PREPOSITIONS
    return None if verb and not done else phrase  # "said one miller involved in it"

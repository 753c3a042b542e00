"""Find the source of a reporting verb in languages other than English."""

from reader.analysis.languages.language_data import Language
from reader.analysis.languages.other_cues import LanguageCue
from reader.analysis.languages.source_phrases import ahead, behind, is_body, past_time
from reader.analysis.units.noun_phrases import Phrase, pronoun_phrase
from reader.analysis.units.units import QUOTE, STOP, Unit

_PLACE = 8  # tokens of a prepositional phrase between a verb and its source
_CLAUSE_REACH = 240  # tokens before a verb searched for the start of its clause


def behind_cue(u: Unit, cue: LanguageCue, language: Language) -> Phrase | None:
    """Return the source after an inverted verb, or the pronoun joined to it; None without one."""
    if cue.inside:
        return pronoun_phrase(cue.first)
    return _phrase_at(u, cue.until + 1, language)


def _phrase_at(u: Unit, at: int, language: Language) -> Phrase | None:
    """The phrase at `at`, or after one prepositional phrase there ("sagte vor dem Rat Anna Keller")."""
    if u.low_at(at) == ",":  # "a dit, lundi, Anne Petit"
        later = past_time(u, at + 1, language)
        at = later + 1 if later > at + 1 and u.low_at(later) == "," else at
    phrase = behind(u, at, language)
    if phrase is None and u.low_at(at) in language.words("clitics"):
        at += 1
        phrase = behind(u, at, language)
    if phrase is not None or u.low_at(at) not in language.words("prepositions"):
        return phrase
    for later in range(at + 2, min(len(u), at + _PLACE)):
        if u.kinds[later] in {STOP, QUOTE}:
            break
        phrase = behind(u, later, language)
        before = u.low[later - 1]
        inside = before in language.words("prepositions") or before in language.words("determiners")
        inside = inside or is_body(u, later - 1, language)  # "explicó a la emisora Radio Faro"
        if phrase is not None and phrase.first == later and not inside and _can_be_source(u, phrase, language):
            return phrase
    return None


def _can_be_source(u: Unit, phrase: Phrase, language: Language) -> bool:
    """Whether a phrase is a name or has a noun for a person or body."""
    return phrase.kind == "name" or language.role(u.low[phrase.head_first]) is not None


def subject(u: Unit, cue: LanguageCue, language: Language) -> Phrase | None:
    """Return the source of a verb: before its group, after it, or, after "and", the subject that opens the unit."""
    if cue.inside:
        return pronoun_phrase(cue.first)
    first = cue.split if cue.split >= 0 else cue.group
    until = cue.split if cue.split >= 0 else cue.until
    lowest = max(0, first - _CLAUSE_REACH)
    floor = next(
        (at + 1 for at in range(first - 1, lowest - 1, -1) if u.kinds[at] == QUOTE or u.low[at] == ";"), lowest
    )
    source = ahead(u, first - 1, floor, language)
    if source is None:
        source = _phrase_at(u, until + 1, language)
        if source is not None and cue.split >= 0 and source.last >= cue.first:
            source = None
    if source is None and first > 0 and u.low[first - 1] in language.words("coordinators"):
        opening = behind(u, 0, language)
        source = opening if opening is not None and opening.last < first else None
    return source

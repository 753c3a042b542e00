"""Find the cues of a unit in a language other than English: reporting verbs, and phrases like "laut X"."""

from dataclasses import dataclass

from reader.analysis.cues.drafts import AttributionDraft, with_source
from reader.analysis.languages.language_data import CueVerb, Language
from reader.analysis.languages.source_phrases import ahead, behind, is_body, past_time
from reader.analysis.units.phrases import Phrase, pronoun_phrase
from reader.analysis.units.units import QUOTE, STOP, WORD, Unit
from reader.model import Span

_LONGEST = 8  # maximum tokens of a verb group
_AUXILIARY = 18  # maximum tokens between an auxiliary and its participle
_PARTICLE = 24  # maximum tokens between a verb and its separate particle
_PLACE = 8  # tokens of a prepositional phrase between a verb and its source
_CLAUSE_REACH = 240  # tokens before a verb searched for the start of its clause


@dataclass(frozen=True, slots=True)
class LanguageCue:
    """A cue as token indexes: its words are `first` to `last`, its verb group is `group` to `until`.

    `shape` is "verb", "ahead", "behind" or "closing" (see `Language.phrases`). `split` is the auxiliary that is
    separate from its participle ("hat … gesagt"), -1 without one; `inside` is whether the cue's own token ends in the
    pronoun that is its source ("dit-elle"), of which `named_by` returns the span.
    """

    first: int
    last: int
    group: int
    until: int
    kind: str
    shape: str = "verb"
    split: int = -1
    inside: bool = False


def named_by(draft: AttributionDraft, u: Unit, cue: LanguageCue, source: Phrase | None) -> AttributionDraft:
    """Return the draft with `source` as its source; for a token with verb and pronoun, only the pronoun."""
    with_source(draft, u, source)
    if cue.inside and source is not None and source.first == cue.first:
        token = u.over(cue.first, cue.first)
        draft.mention = draft.head = Span(token.start + u.low[cue.first].rindex("-") + 1, token.end)
    return draft


def cues(u: Unit, language: Language) -> list[LanguageCue]:
    """Return the cues of a unit in text order. Linear in the unit."""
    found: list[LanguageCue] = []
    longest = max(map(len, language.phrases), default=0)
    skip = 0
    for at, low in enumerate(u.low):
        if at < skip:
            continue
        longest_here = min(longest, len(u) - at)
        phrase = next((n for n in range(longest_here, 0, -1) if tuple(u.low[at : at + n]) in language.phrases), 0)
        if phrase and u.kinds[at] != QUOTE:
            skip = at + phrase
            shape = language.phrases[tuple(u.low[at:skip])]
            found.append(LanguageCue(at, skip - 1, at, skip - 1, "saying", shape))
            continue
        cue = _verb(u, at, low, language)
        if cue is not None:
            found.append(cue)
    return found


def _verb(u: Unit, at: int, low: str, language: Language) -> LanguageCue | None:
    """The cue for a verb form; None where it is none, or lacks its auxiliary or its particle."""
    if u.kinds[at] != WORD and at > 0:
        return None
    head, inside = _without_pronoun(low, language)
    before = u.low[at - 1] if at else ""
    pronoun = before in language.pronouns or before in language.words("clitics")  # "la dijo"
    if before in language.words("determiners") and not pronoun:
        return None
    for verb in language.verbs.get(head, ()):
        if verb.participle:
            cue = _participle(u, at, verb, language)
            if cue is not None:
                return cue
            continue
        if verb.particles and not inside:
            parted = _particle(u, at, verb)
            if parted is None:
                continue
        return LanguageCue(at, at, _group(u, at, language), at, verb.kind, inside=inside)
    return None


def _without_pronoun(low: str, language: Language) -> tuple[str, bool]:
    """A verb form without the pronoun that is attached to it ("s'indigne-t-elle"), and whether there is one."""
    head, tied, tail = low.partition("-")
    inside = bool(tied) and tail.rpartition("-")[2] in language.pronouns
    return head if inside else low, inside


def _particle(u: Unit, at: int, verb: CueVerb) -> int | None:
    """The separate particle of a verb: before punctuation, marks or the end of its clause."""
    for index in range(at + 1, min(len(u), at + _PARTICLE)):
        if u.low[index] in verb.particles and (index + 1 == len(u) or u.kinds[index + 1] in {STOP, QUOTE}):
            return index
        if u.low[index] in {":", ";"}:
            return None
    return None


def _participle(u: Unit, at: int, verb: CueVerb, language: Language) -> LanguageCue | None:
    """A participle with its auxiliary: next to it, further left, or right after it."""
    auxiliaries = language.words("auxiliaries")
    group = _group(u, at, language)
    near = next((i for i in range(group, at) if _is_auxiliary(u, i, language)), None)
    if near is not None:
        _, inside = _without_pronoun(u.low[near], language)
        return LanguageCue(near if inside else at, at, group, at, verb.kind, inside=inside)
    if u.low_at(at + 1) in auxiliaries:
        return LanguageCue(at, at, group, at + 1, verb.kind)
    for index in range(at - 1, max(-1, at - _AUXILIARY), -1):
        if u.low[index] in {";", ":"}:
            return None
        if u.low[index] in auxiliaries:
            return LanguageCue(at, at, at, at, verb.kind, split=index)
    return None


def _is_auxiliary(u: Unit, at: int, language: Language) -> bool:
    return _without_pronoun(u.low[at], language)[0] in language.words("auxiliaries")


def _group(u: Unit, at: int, language: Language) -> int:
    """The first token of the verb group that ends at `at`: auxiliaries, pronouns before the verb, adverbs."""
    first = at
    while first > max(0, at - _LONGEST) and u.kinds[first - 1] == WORD:
        low = u.low[first - 1]
        if not (
            low in language.words("clitics")
            or low in language.words("adverbs")
            or _is_auxiliary(u, first - 1, language)
        ):
            break
        first -= 1
    return first


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

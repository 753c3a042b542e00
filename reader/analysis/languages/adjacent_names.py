"""Find a speaker by a name right next to quotation marks, where the words between are unknown."""

from functools import cache

from reader.analysis.cues.drafts import AttributionDraft, draft_for_marks
from reader.analysis.languages.language_data import Language, all_languages
from reader.analysis.languages.paragraphs import COLONS
from reader.analysis.languages.source_phrases import behind
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import NAME, STOP, WORD, Unit

_CLOSED = ("prepositions", "conjunctions", "coordinators", "determiners", "relatives", "that")
_PLAIN_NAME = 3  # maximum words between marks and the name after them
_BEFORE = 240  # tokens before a colon
_REACH = 20  # tokens after marks


def beside(u: Unit, at: int) -> AttributionDraft | None:
    """Return the draft of the marks at `at` with a name right before or after them; None without such a name."""
    name, how = name_before(u, at), "a name before the colon"
    if name is None:
        name, how = _name_after(u, at), "a name right after the quotation"
    if name is None:
        return None
    return draft_for_marks(u, at, name, f"{how}, in a language that is not known")


def name_behind(u: Unit, at: int, language: Language) -> AttributionDraft | None:
    """Return the draft of marks that open a unit and are followed by an unknown verb with a name as its subject.

    That is “…”, lachte Keller.
    """
    first = begin = at + 1
    while u.kind_at(begin) == STOP:
        first = begin = begin + 1
    if at > 0 or begin == at + 1 or u.low[begin - 1] not in {",", "—", "–"}:
        return None
    while (
        first < len(u)
        and first - begin < _PLAIN_NAME
        and u.kinds[first] == WORD
        and _may_be_verb(u.low[first], language)
    ):
        first += 1
    source = behind(u, first, language) if first > begin else None
    if source is None or source.first != first or source.kind != "name":
        return None
    draft = draft_for_marks(u, at, source, "a name right after the quotation")
    draft.confidence = 0.6
    return draft


def _may_be_verb(low: str, language: Language) -> bool:
    """Whether a word may be a verb, or a pronoun before one: it is in no other closed class."""
    return low in language.words("clitics") or not any(low in language.words(name) for name in _CLOSED)


def name_before(u: Unit, at: int) -> Phrase | None:
    """Return the name before the colon right before `at`, else the only name of two words or more; else None."""
    if at < 2 or u.low[at - 1] not in COLONS:  # noqa: PLR2004 - a name and its colon
        return None
    runs = _runs(u, max(0, at - _BEFORE), at - 1)
    if len(runs) != 1 or (runs[0][1] == runs[0][0] and runs[0][1] != at - 2):
        return None
    return Phrase(*runs[0], *runs[0], "name")


def _name_after(u: Unit, at: int) -> Phrase | None:
    """The name at most a few words after marks, followed by punctuation or nothing."""
    begin = at + 1
    while u.kind_at(begin) == STOP:
        begin += 1
    first = begin
    while u.kind_at(first) == WORD and first - begin < _PLAIN_NAME:
        first += 1
    runs = _runs(u, first, min(len(u), first + _REACH))
    if first == begin or not runs or runs[0][0] != first:
        return None
    return Phrase(*runs[0], *runs[0], "name")


@cache
def _particles() -> frozenset[str]:
    """The particles of names in every supported language."""
    return frozenset().union(*(each.words("name_particles") for each in all_languages())) - {"y", "e"}


def _runs(u: Unit, first: int, stop: int) -> list[tuple[int, int]]:
    """The runs of capitalised words between two tokens, first and last of each."""
    runs: list[tuple[int, int]] = []
    for at in range(first, stop):
        if u.kinds[at] != NAME:
            continue
        joined = bool(runs) and all(low in _particles() for low in u.low[runs[-1][1] + 1 : at])
        if joined and at - runs[-1][1] <= 3:  # noqa: PLR2004 - "van der"
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    return runs

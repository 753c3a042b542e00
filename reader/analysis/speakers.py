"""Whose a verb of saying is: its own subject, that of the verb it is joined to, or the agent of a passive."""

from reader.analysis.cues import Cue
from reader.analysis.found import Found
from reader.analysis.grammar import is_adverb, speaks
from reader.analysis.phrases import Phrase
from reader.analysis.postposed import after
from reader.analysis.subjects import before, main_subject
from reader.analysis.units import NAME, QUOTE, STOP, WORD, Unit

_RECENT = 8  # cues before one that may lend it their source


def subject(u: Unit, cue: Cue, number: int, found: Found) -> tuple[Phrase | None, bool]:  # noqa: PLR0911 - one return a reason
    """The source of a verb, and whether it is its own subject.

    Else it is that of the verb it is joined to, or for a participle the main verb's.
    """
    if cue.passive:
        return agent(u, cue), False
    participle = cue.verb.form == "ing" and cue.group == cue.first
    own = _noun_before(u, cue) if participle else before(u, cue.group)
    if own is not None:
        return own, not participle
    if cue.group == 0 and u.low[0] == "having":
        return main_subject(u, len(u)), False
    joint = u.low[cue.group - 1] if cue.group > 0 else ""
    if not participle and joint not in {"and", "but", ",", "then", "or"}:
        return None, False
    if not participle and joint != ",":
        main = _main(u, cue.group, found)
        if main is not None:
            return main, False
    recent = range(number - 1, max(-1, number - 1 - _RECENT), -1)
    earlier = next((n for n in recent if n in found.sources and _may_lend(u, found, n)), None)
    if earlier is not None:
        return found.sources[earlier], False
    if participle and cue.group <= 1:
        return main_subject(u, len(u)), False
    return _main(u, cue.group, found), False


def _noun_before(u: Unit, cue: Cue) -> Phrase | None:
    """The noun that a participle right behind it describes (“the share of voters saying …”), when it opens a clause."""
    at = cue.group - 1
    if at < 0 or u.kinds[at] not in {WORD, NAME} or is_adverb(u.low[at]):
        return None
    phrase = before(u, cue.group)
    if phrase is None or phrase.kind == "pronoun" or (phrase.kind == "noun" and not speaks(u.low[phrase.head_last])):
        return None
    return phrase if phrase.first == 0 or u.low[phrase.first - 1] in {",", "and", "–", "—", "―", "with"} else None


def _may_lend(u: Unit, found: Found, number: int) -> bool:
    """Whether an earlier cue lends its source to a later verb: none inside a relative clause or what is said does."""
    cue = found.cues[number]
    if cue.shape == "according" or (cue.group > 0 and u.low[cue.group - 1] in {"who", "which"}):
        return False
    start = u.starts[cue.first]
    return not any(span.start <= start < span.end for draft in found.drafts for span in draft.spans[:1])


def agent(u: Unit, cue: Cue) -> Phrase | None:
    """The agent of a passive: “was described by X as”."""
    for at in range(cue.last + 1, min(len(u), cue.last + 6)):
        if u.low[at] == "by":
            return after(u, at + 1, len(u))
        if u.kinds[at] in {STOP, QUOTE} or u.low[at] == "that":
            return None
    return None


def _main(u: Unit, until: int, found: Found) -> Phrase | None:
    """The subject of the unit's main verb, before token `until`."""
    if found.main is None:
        found.main = main_subject(u, until)
    return found.main

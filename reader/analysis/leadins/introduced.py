"""Give a block quotation the source that its lead-in names, and the source that relays its words."""

from reader.analysis.cues.attributions import SourceReading
from reader.analysis.cues.cue_outlets import outlet_near
from reader.analysis.cues.drafts import AttributionDraft, cue_span, draft_for_passer, with_source, without_possessive
from reader.analysis.leadins.candidates import Candidate
from reader.analysis.leadins.leadins import same_head
from reader.analysis.sources.owners import WORDED
from reader.analysis.syntax.subjects import main_subject
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import NAME, WORD, Unit
from reader.analysis.words.grammar import is_adverb, is_role, words

_WEIGHED = 4  # readings of a lead-in shown in an explanation


def with_leadin_source(draft: AttributionDraft, u: Unit, ranked: list[Candidate]) -> AttributionDraft:
    """Return the draft with the best of the `ranked` candidates of the lead-in `u` as its source, if there is any."""
    how = draft.evidence
    if not ranked or ranked[0].score <= 0:
        return draft
    best = ranked[0]
    draft.readings = tuple(
        SourceReading(u.over(c.source.first, c.source.last).of(u.text), tuple(c.features), c.score)
        for c in ranked[:_WEIGHED]
    )
    with_source(draft, u, best.source)
    if best.passer is not None and not same_head(best.passer, best.source):
        draft.passed_on = outer = with_source(draft_for_passer(draft, f"passed on, {how}"), u, best.passer)
        if best.beyond is not None:
            outer.passed_on = with_source(draft_for_passer(draft, outer.evidence), u, best.beyond)
    if draft.mention is not None and ("owned" in best.features or "passed on" in best.features):
        draft.mention = without_possessive(u.text, draft.mention)
    if best.cue is not None:
        draft.cue = cue_span(u, best.cue)
        draft.evidence = f"“{u.word(best.cue.first)}”, {how}"
    draft.outlet = outlet_near(u, best.cue.last + 1 if best.cue else 0) or outlet_near(u, 0)
    return draft


_WRITERS = words("writers")
_GOING_ON = words("going_on")
_OPENING = frozenset({"also", "and", "but", "elsewhere", "finally", "further", "furthermore", "later", "next", "then"})
_FURTHER = frozenset({"again", "also", "finally", "further", "furthermore", "lastly", "later", "moreover", "then"})
_KNOWN = frozenset({"her", "his", "the", "their", "this"})


def is_continuation(u: Unit, *, beside: bool) -> bool:
    """Return whether the previous speaker or text continues after a lead-in.

    This is a lead-in without a subject that begins with a connective ("And adds:", "Later in the post:"), or one with
    the text or its writer as subject ("The statement goes on:", "The blogger also warns:"). A pronoun counts where the
    quoted words are right before (`beside`) the lead-in ("She continues:").
    """
    subject = main_subject(u, len(u))
    joined = subject is None and u.low[0] in _OPENING and NAME not in u.kinds[1:] and not is_role(u.low[-2:][0])
    return joined or _has_known_subject(u, subject, beside=beside)


def _continues(u: Unit, at: int) -> bool:
    """Whether a verb of continuing is at a token ("continues", "goes on")."""
    return u.low[at] in _GOING_ON or (u.low[at] in {"goes", "went"} and u.low_at(at + 1) == "on")


def _has_known_subject(u: Unit, subject: Phrase | None, *, beside: bool) -> bool:
    """Whether the subject of a lead-in is the writer or the text that has just been quoted."""
    if subject is None or subject.kind == "name" or NAME in u.kinds[1 : subject.first]:
        return False  # "On the Mill Post, the author …"
    head, behind = u.low[subject.head_last], subject.last + 1
    while u.kind_at(behind) == WORD and is_adverb(u.low[behind]) and u.low[behind] not in _FURTHER:
        behind += 1
    goes_on = behind < len(u) and (_continues(u, behind) or u.low[behind] in _FURTHER)
    if head in {"he", "it", "she", "they"}:
        return goes_on and (beside or head == "it")
    if u.low[subject.first] not in _KNOWN or subject.last > subject.head_last:
        return False
    if head in _WRITERS:
        return True
    return goes_on and head in WORDED and NAME not in u.kinds[subject.first + 1 : subject.last + 1]

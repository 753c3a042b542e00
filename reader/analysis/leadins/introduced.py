"""Give a block quotation the source that its lead-in names, and the source that relays its words."""

from reader.analysis.cues.attributions import SourceReading
from reader.analysis.cues.cue_outlets import outlet_near
from reader.analysis.cues.drafts import AttributionDraft, cue_span, draft_for_passer, with_source, without_possessive
from reader.analysis.leadins.candidates import Candidate
from reader.analysis.leadins.leadins import same_head
from reader.analysis.units.units import Unit

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

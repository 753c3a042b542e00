"""Hold what has been found in a unit so far: drafts, sources, and marks that are taken."""

from dataclasses import dataclass, field

from reader.analysis.cues.cue_outlets import outlet_near
from reader.analysis.cues.cues import Cue
from reader.analysis.cues.drafts import AttributionDraft, cue_span, draft_for_passer, with_source
from reader.analysis.syntax.contents import Content, quotation_kind
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import Unit
from reader.model import QuotationKind

MAX_DRAFTS_BEFORE = 24  # drafts before a cue that are checked for containing it


@dataclass(slots=True)
class UnitFindings:
    """The findings in a unit: drafts, cues, the source of each cue (by index), and the marks already taken."""

    drafts: list[AttributionDraft] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    sources: dict[int, Phrase] = field(default_factory=dict)
    taken: dict[int, AttributionDraft] = field(default_factory=dict)
    main: Phrase | None = None
    passed: int = 0  # index of the last draft for which a relaying source was found


def add_draft(u: Unit, cue: Cue, parts: list[Content], source: Phrase | None, found: UnitFindings) -> AttributionDraft:
    """Add a draft with `parts` as its content. The caller sets its evidence."""
    spans = [u.over(part.first, part.last) for part in parts]
    kind = quotation_kind(u, parts[0])
    if len(parts) > 1 and any(quotation_kind(u, part) is not kind for part in parts):
        kind = QuotationKind.MIXED
    draft = AttributionDraft(spans, kind, u.paragraph, cue_span(u, cue))
    if kind is not QuotationKind.INDIRECT or cue.verb.kind == "writing":
        draft.outlet = outlet_near(u, cue.last + 1)
    with_source(draft, u, source)
    for part in parts:
        for at in u.marked(part.first, part.last):
            found.taken.setdefault(at, draft)
    found.drafts.append(draft)
    return draft


def add_passer_draft(
    u: Unit, cue: Cue | None, draft: AttributionDraft, source: Phrase, found: UnitFindings
) -> AttributionDraft:
    """Add, before a draft, one over the same words for the source that relays them."""
    draft.passed_on = outer = with_source(draft_for_passer(draft, draft.evidence), u, source)
    outer.cue = None if cue is None else cue_span(u, cue)
    try:
        found.passed = found.drafts.index(draft, found.passed)
    except ValueError:
        found.passed = found.drafts.index(draft)
    found.drafts.insert(found.passed, outer)
    return outer


def is_in_content(u: Unit, cue: Cue, found: UnitFindings) -> bool:
    """Return whether a cue is in the content of another cue, among the last drafts of the unit."""
    at = u.starts[cue.first]
    return any(span.covers(at) for draft in found.drafts[-MAX_DRAFTS_BEFORE:] for span in draft.spans)


def has_marks(u: Unit, content: Content) -> bool:
    """Return whether a marked span is in the content."""
    return bool(u.marks and u.marked(content.first, content.last))

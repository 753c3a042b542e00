"""Nest attributions: find for each one the attribution whose content contains it."""

from reader.analysis.cues.attributions import Attribution
from reader.analysis.cues.drafts import AttributionDraft, passers
from reader.model import Span

_MAX_CHECKED = 8  # maximum attributions that are checked over one place


def nest(drafts: list[AttributionDraft]) -> list[AttributionDraft]:
    """Return the drafts in text order, outer before inner, each with `inside` set to the innermost draft around it.

    One contains another when a part of its content covers the other's content and cue. Of two drafts over the same
    words the first is the outer one. Linear in the number of drafts, since only the last few over a place are checked.
    """
    kept: list[AttributionDraft] = []
    over: list[AttributionDraft] = []
    for draft in sorted(drafts, key=lambda d: (d.spans[0].start, -d.spans[-1].end)):
        start = draft.spans[0].start
        over = [other for other in over[-_MAX_CHECKED:] if other.spans[-1].end > start]
        alike = [other for other in over if other.spans[0].start == start and other.spans == draft.spans]
        if alike and any(all(other is not passer for passer in passers(draft)) for other in alike):
            continue
        draft.inside = draft.passed_on or _container(over, draft)
        kept.append(draft)
        over.append(draft)
    return kept


def _container(over: list[AttributionDraft], inner: AttributionDraft) -> AttributionDraft | None:
    """The last of `over` whose content covers content, cue and mention of `inner`."""
    content = inner.spans[0]
    told = inner.cue or inner.mention or content
    for outer in reversed(over):
        if outer.spans[-1].end >= content.end and covers(outer, content) and covers(outer, told):
            return outer
    return None


def covers(draft: AttributionDraft, span: Span) -> bool:
    """Return whether a span is inside one part of a draft."""
    start, end = span.start, span.end
    for part in draft.spans:  # noqa: SIM110 - asked of all that stand together; a generator takes twice as long
        if part.start <= start and end <= part.end:
            return True
    return False


def attributions_of(drafts: list[AttributionDraft]) -> tuple[Attribution, ...]:
    """Turn nested drafts into attributions, in the same order."""
    place = {id(draft): index for index, draft in enumerate(drafts)}
    return tuple(
        Attribution(
            spans=tuple(draft.spans),
            kind=draft.kind,
            cue=draft.cue,
            mention=draft.mention,
            head=draft.head,
            same_as=_earlier_index(place, draft.goes_on, index),
            parent=_earlier_index(place, draft.inside, index),
            outlet=draft.outlet,
            confidence=draft.confidence,
            evidence=draft.evidence,
            readings=draft.readings,
        )
        for index, draft in enumerate(drafts)
    )


def _earlier_index(place: dict[int, int], draft: AttributionDraft | None, index: int) -> int | None:
    """The index of a draft when it is before `index`, else None."""
    found = index if draft is None else place.get(id(draft), index)
    return found if found < index else None

"""Chains: which attribution stands inside the content of which, so that every passer-on is kept."""

from reader.analysis.drafts import Draft


def nest(drafts: list[Draft]) -> list[Draft]:
    """The drafts in text order, an outer one first, each with `inside` set to the innermost one that holds it.

    One holds another when a part of its content covers the other's content and cue. Of two drafts over the same
    words the first stands. Linear in the number of drafts times the depth of nesting.
    """
    ordered = sorted(drafts, key=lambda d: (d.start, -d.end))
    kept: list[Draft] = []
    open_: list[Draft] = []
    for draft in ordered:
        while open_ and open_[-1].end <= draft.start:
            open_.pop()
        if any(other.spans == draft.spans for other in open_):
            continue
        holder = next((other for other in reversed(open_) if _holds(other, draft)), None)
        draft.inside = holder
        kept.append(draft)
        open_.append(draft)
    return kept


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether the content of `outer` covers content, cue and mention of `inner`."""
    for span in outer.spans:
        if span.contains(inner.spans[0]):
            cue = inner.cue or inner.mention
            return cue is None or any(part.contains(cue) for part in outer.spans)
    return False

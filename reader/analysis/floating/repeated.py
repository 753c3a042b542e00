"""Pull quotes: marked sentences that nobody is said to speak, and whose words somebody speaks in the article."""

from collections.abc import Sequence

from reader.analysis.cues.drafts import Draft
from reader.model import QuotationKind

_MARKS = "“”\"‘’'«»,.;:!?… "
_WORDS = 5  # of marks that are hardly said twice by chance
_MOST = 100  # such marks in one article, which bounds the work


def repeat(text: str, drafts: Sequence[Draft]) -> None:
    """Gives the marks without a source of their own that of the draft in whose words theirs stand word for word."""
    marks = (d for d in drafts if d.kind is QuotationKind.DIRECT and len(d.spans) == 1)
    loose = [d for d in marks if d.cue is None and d.mention is None][:_MOST]
    if not loose:
        return
    spoken = [d for d in drafts if d.kind is not QuotationKind.BLOCK and d.mention is not None]
    said = [(d, " … ".join(span.of(text) for span in d.spans).casefold()) for d in spoken]
    for draft in loose:
        words = draft.spans[0].of(text).strip(_MARKS).casefold()
        source = next((d for d, other in said if words in other), None) if words.count(" ") + 1 >= _WORDS else None
        if source is not None:
            draft.mention, draft.head, draft.source_kind = source.mention, source.head, source.source_kind
            draft.goes_on = None
            draft.outlet, draft.evidence = source.outlet, "the same words have this speaker in the article"

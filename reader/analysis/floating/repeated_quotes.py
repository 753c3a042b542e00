"""Give a repeated quotation, such as a pull quote, the speaker that it has elsewhere in the article."""

from collections.abc import Sequence

from reader.analysis.blocks.block_quote import SET_APART
from reader.analysis.blocks.passages import Passage
from reader.analysis.blocks.pull_quotes import has_pieces, is_pull_quote, word_pieces
from reader.analysis.cues.drafts import AttributionDraft
from reader.model import QuotationKind

_MOST = 100  # maximum such marks in one article, which limits the work
_GAP = 16  # maximum characters from a paragraph to the block quote below it
_CHAIN = 8  # maximum drafts in a row that continue one speaker


def share_repeated_sources(text: str, parts: Sequence[Passage], drafts: Sequence[AttributionDraft]) -> None:
    """Give marks without a source the source of the draft that has the same words.

    A block quote without a colon before it is treated in the same way, even where the paragraph before has a name. A
    block quote that repeats the author's own words is no quotation and loses its spans.
    """
    marks = (d for d in drafts if d.kind is QuotationKind.DIRECT and len(d.spans) == 1)
    loose = [d for d in marks if d.cue is None and d.mention is None][:_MOST]
    apart = [d for d in drafts if _is_page_block(text, d)][:_MOST]
    if not loose and not apart:
        return
    said = [(d, " … ".join(span.of(text) for span in d.spans).casefold()) for d in drafts if _speaker(d) is not None]
    own = {id(d) for d in loose}
    spoken = [(d, words) for d, words in said if d.kind is not QuotationKind.BLOCK and id(d) not in own]
    all_spoken = "\n\n".join(words for _, words in spoken)
    for draft in loose:
        # Hardly any has them; one search is faster than many.
        if has_pieces(all_spoken, word_pieces(draft.spans[0].of(text))):
            _copy_source(draft, _draft_with_words(text, draft, spoken))
    for draft in apart:
        source = _draft_with_words(text, draft, [(d, words) for d, words in said if d is not draft])
        if source is None and is_pull_quote(parts, draft.paragraph):
            draft.spans = []
        _copy_source(draft, source)


def _is_page_block(text: str, draft: AttributionDraft) -> bool:
    """Whether a draft is one paragraph that the page sets as a block quote, without a colon before it."""
    block = draft.kind is QuotationKind.BLOCK and len(draft.spans) == 1 and draft.evidence.endswith(SET_APART)
    return block and not text[max(0, draft.start - _GAP) : draft.start].rstrip().endswith(":")


def _draft_with_words(
    text: str, draft: AttributionDraft, said: Sequence[tuple[AttributionDraft, str]]
) -> AttributionDraft | None:
    """The first draft that contains the words of another draft."""
    own = word_pieces(draft.spans[0].of(text))
    return next((d for d, words in said if has_pieces(words, own)), None)


def _speaker(draft: AttributionDraft) -> AttributionDraft | None:
    """The draft that names the speaker of another: itself, or the earlier one that it continues."""
    at: AttributionDraft | None = draft
    for _ in range(_CHAIN):
        if at is None or at.mention is not None:
            break
        at = at.goes_on
    return at if at is not None and at.mention is not None else None


def _copy_source(draft: AttributionDraft, source: AttributionDraft | None) -> None:
    """Give a draft the source of another."""
    source = None if source is None else _speaker(source)
    if source is not None:
        draft.mention, draft.head, draft.source_kind = source.mention, source.head, source.source_kind
        draft.goes_on, draft.cue = None, None
        draft.outlet, draft.evidence = source.outlet, "the same words have this speaker in the article"

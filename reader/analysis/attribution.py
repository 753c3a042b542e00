"""Collect the attributions of an article from blocks, statements and unclaimed marks, nested and in text order."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

from reader.analysis.blocks.block_quote import words_without_closer
from reader.analysis.blocks.blocks import blocks
from reader.analysis.blocks.passages import Passage, passages, units_in_brackets, units_in_marks
from reader.analysis.blocks.posts import block_draft, spoken_in_post
from reader.analysis.chains import attributions_of, nest
from reader.analysis.cues.attributions import Attribution
from reader.analysis.cues.drafts import AttributionDraft, passers
from reader.analysis.floating.floating import float_marks
from reader.analysis.floating.repeated_quotes import share_repeated_sources
from reader.analysis.statements.statements import statements
from reader.analysis.words.grammar import lowered
from reader.model import Article, BlockKind, Span

_FIRST_PERSON = frozenset({"i", "let", "we", "you", "me", "us"})  # also “let’s just say”


def attribute(article: Article, check: Callable[[], object] = lambda: None) -> tuple[Attribution, ...]:
    """Return every quotation of the article with its cue and the mention of its source, in text order.

    An outer quotation comes before those nested in it; `parent` and `same_as` are indexes into the result. Hidden
    blocks, headings and the author's own statements are left out. Linear in the text.

    Args:
        article: The article.
        check: Called before each paragraph; what it raises goes to the caller.
    """
    text = article.text
    parts = passages(article)
    drafts: list[AttributionDraft] = []
    by_passage: dict[int, AttributionDraft] = {}
    handles: dict[str, AttributionDraft] = {}
    done = 0
    for quote in blocks(text, parts, check):
        draft = block_draft(text, parts, quote, handles, by_passage)
        drafts += [*passers(draft), draft, *spoken_in_post(text, quote, draft)]
        by_passage.update(dict.fromkeys(range(quote.first, quote.last + 1), draft))
        drafts += _all_drafts(text, parts, _checked(range(done, quote.last + 1), check), by_passage)
        done = quote.last + 1
    drafts += _all_drafts(text, parts, _checked(range(done, len(parts)), check), by_passage)
    share_repeated_sources(text, parts, drafts)
    return attributions_of(nest([draft for draft in drafts if _counts(text, draft)]))


def _checked(numbers: range, check: Callable[[], object]) -> Iterator[int]:
    """The numbers, with a call of `check` before each."""
    for number in numbers:
        check()
        yield number


def _all_drafts(
    text: str, parts: list[Passage], numbers: Iterable[int], blocks_over: dict[int, AttributionDraft]
) -> list[AttributionDraft]:
    """The drafts of these passages; units no longer needed are dropped, because in a long text they cost time."""
    found: list[AttributionDraft] = []
    for index in numbers:
        if parts[index].kind is not BlockKind.HEADING:
            found += _passage_drafts(text, parts, parts[index], blocks_over.get(index))
        if index > 1:
            parts[index - 2].forget()
    return found


def _counts(text: str, draft: AttributionDraft) -> bool:
    """Whether the draft has words, and a source that is not the author."""
    draft.spans = [span for span in draft.spans if span.end > span.start]
    if draft.head is None or not draft.spans:
        return bool(draft.spans)
    return lowered(draft.head.of(text).replace("’", "'").partition("'")[0]) not in _FIRST_PERSON  # "I’d say"


def _passage_drafts(
    text: str, parts: list[Passage], passage: Passage, block: AttributionDraft | None
) -> list[AttributionDraft]:
    """The drafts of a passage's units, brackets and marks; `block` is the draft of the block quotation around it."""
    found: list[AttributionDraft] = []
    for u, stated in passage.units(text):
        for draft in stated.drafts:
            if draft.joins and block is None:
                last = draft.spans[-1]
                draft.spans[-1] = Span(last.start, max(last.end, words_without_closer(passage).end))
        found += stated.drafts
        for inner in units_in_brackets(text, u):
            found += statements(inner).drafts
    found += float_marks(text, parts, passage, block)
    marked = [draft for _, stated in passage.units(text) for draft in stated.taken.values()]  # also of earlier passages
    if found or marked or block is not None:
        nested = (passage.repeated.statements(u).drafts for u in units_in_marks(text, passage))
        inside = [draft for drafts_of_unit in nested for draft in drafts_of_unit if draft.spans]
        found += inside if block is not None or not inside else _nested([*found, *marked], inside)
    return found


def _nested(outer: list[AttributionDraft], inner: list[AttributionDraft]) -> list[AttributionDraft]:
    """The drafts of `inner` that are inside a part of one of `outer`."""
    spans = sorted((span for draft in outer for span in draft.spans), key=lambda span: (span.start, span.end))
    starts = [span.start for span in spans]
    furthest = list(accumulate((span.end for span in spans), max))
    return [d for d in inner if (at := bisect_right(starts, d.start)) and furthest[at - 1] >= d.spans[0].end]

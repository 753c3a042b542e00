"""Attributions of an article: blocks, statements and floating marks brought together, nested and put in text order."""

import re

from reader.analysis.attributions import Attribution
from reader.analysis.blocks import BlockQuote, blocks, body
from reader.analysis.chains import nest
from reader.analysis.drafts import Draft, bare
from reader.analysis.floating import float_marks
from reader.analysis.leadins import introduced
from reader.analysis.passages import Passage, asides, last_unit, passages
from reader.analysis.statements import statements
from reader.model import Article, BlockKind, QuotationKind, Span

_FULL_NAME = re.compile(r"[A-Z][\w’'-]+(?: (?:[a-z]{2,3} )?[A-Z][\w’'-]+){1,3}")
_FIRST_PERSON = frozenset({"i", "we", "you", "me", "us"})


def attribute(article: Article) -> tuple[Attribution, ...]:
    """Every quotation of the article with its cue and the phrase that names its source, in text order.

    An outer one stands before those nested in it; `parent` and `same_as` are indexes into the result. Hidden blocks
    and headings are passed over. Linear in the text.
    """
    text = article.text
    parts = passages(article)
    plan = blocks(text, parts)
    drafts: list[Draft] = []
    by_passage: dict[int, Draft] = {}
    handles: dict[str, Draft] = {}
    for quote in plan:
        draft = _block(text, parts, quote, handles)
        drafts.append(draft)
        for index in range(quote.first, quote.last + 1):
            by_passage[index] = draft
    for passage in parts:
        if passage.kind is BlockKind.HEADING:
            continue
        drafts += _stated(text, parts, passage, by_passage)
    return _attributions(nest(_own(text, drafts)))


def _block(text: str, parts: list[Passage], quote: BlockQuote, handles: dict[str, Draft]) -> Draft:
    """The draft of a block quotation with the source of its lead-in or of its handle."""
    spans = list(quote.spans)
    lead = last_unit(parts[quote.leadin], text) if quote.leadin is not None else None
    draft = None
    if lead is not None:
        draft = introduced(lead[0], lead[1], spans, QuotationKind.BLOCK, quote.how)
        draft.paragraph = quote.first
    if quote.handle is not None and (draft is None or not _one_person(text, draft)):
        draft = Draft(spans, QuotationKind.BLOCK, quote.first, None, quote.handle, quote.handle, "handle", None, 0.95, quote.how)
        named_here = _behind_handle(text, parts, quote)
        if named_here is not None:
            draft.mention = draft.head = named_here
    if quote.handle is not None:
        handle = quote.handle.of(text)
        if handle in handles and draft is not None and draft.source_kind == "handle":
            draft.goes_on = handles[handle]
        elif draft is not None:
            handles.setdefault(handle, draft)
    return draft or Draft(spans, QuotationKind.BLOCK, quote.first, evidence=quote.how, confidence=0.2)


def _one_person(text: str, draft: Draft) -> bool:
    """Whether the source of a lead-in is one named person or a pronoun, so that it names the author of a post."""
    if draft.source_kind == "pronoun":
        return draft.head is not None and draft.head.of(text).lower() in {"he", "she"}
    return draft.source_kind == "name" and draft.mention is not None and " and " not in draft.mention.of(text)


def _behind_handle(text: str, parts: list[Passage], quote: BlockQuote) -> Span | None:
    """The name in the paragraphs just before that a handle is made of ("Ada Roe" for "@AdaRoe"), or None."""
    if quote.handle is None:
        return None
    sign = "".join(c for c in quote.handle.of(text).lower() if c.isalnum())
    for index in range(quote.first - 1, max(-1, quote.first - 4), -1):
        for match in _FULL_NAME.finditer(parts[index].text):
            if "".join(c for c in match[0].lower() if c.isalnum()) in sign:
                start = parts[index].span.start
                return Span(start + match.start(), start + match.end())
    return None


def _stated(text: str, parts: list[Passage], passage: Passage, by_passage: dict[int, Draft]) -> list[Draft]:
    """The drafts of a passage's own units and brackets, and of the marks that no cue claims."""
    found: list[Draft] = []
    block = by_passage.get(passage.index)
    for u, stated in passage.units(text):
        for draft in stated.drafts:
            if draft.joins and block is None:
                draft.spans[-1] = Span(draft.spans[-1].start, body(text, passage).end)
        found += stated.drafts
        for inner in asides(text, u):
            found += statements(inner).drafts
    found += float_marks(text, parts, passage, block)
    return [draft for draft in found if draft.spans]


def _own(text: str, drafts: list[Draft]) -> list[Draft]:
    """Without what the author says of themself: sources in the first person."""
    return [d for d in drafts if d.head is None or d.head.of(text).lower() not in _FIRST_PERSON]


def _attributions(drafts: list[Draft]) -> tuple[Attribution, ...]:
    place = {id(draft): index for index, draft in enumerate(drafts)}
    return tuple(
        Attribution(
            spans=tuple(draft.spans),
            kind=draft.kind,
            cue=draft.cue,
            mention=draft.mention,
            head=draft.head,
            same_as=place.get(id(draft.goes_on)) if draft.goes_on is not None else None,
            parent=place.get(id(draft.inside)) if draft.inside is not None else None,
            outlet=draft.outlet,
            confidence=draft.confidence,
            evidence=draft.evidence,
        )
        for draft in drafts
    )


__all__ = ["attribute", "bare"]

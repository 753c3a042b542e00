"""What a person can say about an article's quotations, voices, claims and threads, as operations to be stored."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reader.corrections import (
    AddQuotation,
    Anchor,
    Correction,
    HighlightOperation,
    JoinClaims,
    MergeVoices,
    MoveClaims,
    NamedVoice,
    RemoveClaim,
    RemoveQuotation,
    SetExtent,
    SetHighlightExtent,
    SetHighlightSpeaker,
    SetHolder,
    SetKind,
    SetMention,
    SetRelation,
    SetSpeaker,
    SetTitle,
    SetVia,
    SetVoiceField,
    SplitClaim,
    VoiceField,
)
from reader.corrections import Operation as Operation  # noqa: PLC0414 - the app has it from here
from reader.corrections.relocation import anchors_of
from reader.model import (
    Analysis,
    Article,
    Claim,
    Highlight,
    Quotation,
    QuotationKind,
    RelationKind,
    Span,
    Thread,
    Voice,
    VoiceKind,
)
from reader.text.foldings import DOUBLE_QUOTES

Who = Voice | str | None
"""A voice of the analysis, the name of a new one, or nobody that is known."""

_MARKS = DOUBLE_QUOTES + '"'
_BREAK = re.compile(r"\s*\n\s*")


def said_by(article: Article, analysis: Analysis, quotation: Quotation, who: Who) -> Operation:
    """Return the operation that makes `who` the speaker of a quotation."""
    return SetSpeaker(_words(article, quotation), _named(article, analysis, who))


def passed_on_by(article: Article, analysis: Analysis, quotation: Quotation, via: Iterable[Voice | str]) -> Operation:
    """Return the operation that has `via`, the outermost first, pass a quotation on."""
    named = (_named(article, analysis, who) for who in via)
    return SetVia(_words(article, quotation), tuple(each for each in named if each is not None))


def of_kind(article: Article, quotation: Quotation, kind: QuotationKind) -> Operation:
    """Return the operation that gives a quotation another kind."""
    return SetKind(_words(article, quotation), kind)


def not_a_quotation(article: Article, quotation: Quotation) -> Operation:
    """Return the operation that takes a quotation away."""
    return RemoveQuotation(_words(article, quotation))


def with_extent(article: Article, quotation: Quotation, selected: Span) -> Operation:
    """Return the operation that gives a quotation the selected words, without those of its cue between them."""
    return SetExtent(_words(article, quotation), Anchor.of(article.text, *without_gaps(quotation.spans, selected)))


def without_gaps(spans: Sequence[Span], selected: Span) -> tuple[Span, ...]:
    """Return the parts of selected words without what is between `spans`, the parts that there were before."""
    gaps = [Span(one.end, two.start) for one, two in pairwise(spans)]
    parts, start = [], selected.start
    for gap in gaps:
        if selected.start < gap.start and gap.end < selected.end:
            parts.append(Span(start, gap.start))
            start = gap.end
    return *parts, Span(start, selected.end)


def quotation_of(article: Article, analysis: Analysis, selected: Span, who: Who) -> Operation:
    """Return the operation that makes selected words a quotation, with a part in each paragraph."""
    parts, start = [], selected.start
    for blank in _BREAK.finditer(article.text, selected.start, selected.end):
        parts.append(Span(start, blank.start()))
        start = blank.end()
    parts.append(Span(start, selected.end))
    kept = [part for part in parts if len(part)]
    kind = _kind(article, kept)
    return AddQuotation(Anchor.of(article.text, *kept), kind, _named(article, analysis, who))


def _kind(article: Article, parts: Sequence[Span]) -> QuotationKind:
    """Tell the kind of a quotation by its marks, and by whether it is whole paragraphs."""
    words = article.text[parts[0].start : parts[-1].end]
    if words[:1] in _MARKS and words[-1:] in _MARKS:
        return QuotationKind.DIRECT
    if any(mark in words for mark in _MARKS):
        return QuotationKind.MIXED
    blocks = {block.span for block in article.blocks}
    return QuotationKind.BLOCK if all(part in blocks for part in parts) else QuotationKind.INDIRECT


def voice_is(article: Article, analysis: Analysis, voice: Voice, field: str, value: str | None) -> Operation:
    """Return the operation that sets a voice's name, kind, role, affiliation or outlet; None: it has none."""
    return SetVoiceField(_known(article, analysis, voice), VoiceField(field), value)


def same_voice(article: Article, analysis: Analysis, voice: Voice, other: Voice) -> Operation:
    """Return the operation that makes a voice and `other` one."""
    return MergeVoices(_known(article, analysis, voice), _known(article, analysis, other))


def mention_means(article: Article, analysis: Analysis, mention: Span, who: Voice | str) -> Operation:
    """Return the operation by which the words `mention` mean `who`."""
    named = _named(article, analysis, who)
    if named is None:
        raise AssertionError
    return SetMention(Anchor.of(article.text, mention), named)


def held_by(article: Article, analysis: Analysis, claim: Claim, who: Who) -> Operation:
    """Return the operation that makes `who` the holder of a claim."""
    return SetHolder(_words(article, claim), own=False, voice=_named(article, analysis, who))


def held_by_article(article: Article, claim: Claim) -> Operation:
    """Return the operation that makes a claim the article's own."""
    return SetHolder(_words(article, claim), own=True, voice=None)


def not_a_claim(article: Article, claim: Claim) -> Operation:
    """Return the operation that takes a claim away."""
    return RemoveClaim(_words(article, claim))


def answers(article: Article, claim: Claim, to: Claim | None, kind: RelationKind | None) -> Operation:
    """Return the operation by which a claim answers the earlier claim `to`, or none."""
    return SetRelation(_words(article, claim), None if to is None else _words(article, to), kind)


def split_at(article: Article, claim: Claim, offset: int) -> Operation:
    """Return the operation that makes two claims of one; the second begins at `offset`."""
    first = article.text[claim.span.start : offset].rstrip()
    parts = Span(claim.span.start, claim.span.start + len(first)), Span(offset, claim.span.end)
    return SplitClaim(_words(article, claim), *(Anchor.of(article.text, part) for part in parts))


def joined(article: Article, claim: Claim, other: Claim) -> Operation:
    """Return the operation that makes one claim of two; `other` comes after the first."""
    return JoinClaims(_words(article, claim), _words(article, other))


def titled(article: Article, analysis: Analysis, thread: Thread, title: str) -> Operation:
    """Return the operation that gives a thread another title."""
    return SetTitle(_words(article, analysis.claim(thread.claims[0])), title)


def in_thread(
    article: Article, analysis: Analysis, claims: Iterable[int], thread: Thread | None, title: str
) -> Operation:
    """Return the operation that puts claims (ids) into a thread, or into a new one with this title."""
    moved = tuple(_words(article, analysis.claim(claim)) for claim in claims)
    return MoveClaims(moved, None if thread is None else _words(article, analysis.claim(thread.claims[0])), title)


def highlight_is(article: Article, highlight: Highlight, spans: Sequence[Span]) -> Operation:
    """Return the operation that gives a highlight other words of the article, at least one span."""
    return SetHighlightExtent(highlight.id, Anchor.of(article.text, *spans))


def highlight_said_by(article: Article, analysis: Analysis, highlight: Highlight, who: Who) -> Operation:
    """Return the operation that makes `who` the speaker of a highlight."""
    words = Anchor(highlight.spans, highlight.exact, highlight.prefix, highlight.suffix)
    return SetHighlightSpeaker(highlight.id, words, _named(article, analysis, who))


def about_highlight(corrections: Iterable[Correction], highlight: Highlight) -> tuple[str, ...]:
    """Return the ids of the corrections of a highlight."""
    return tuple(
        each.id
        for each in corrections
        if isinstance(each.operation, HighlightOperation) and each.operation.highlight == highlight.id
    )


def about(corrections: Iterable[Correction], item: Quotation | Voice | Claim) -> tuple[str, ...]:
    """Return the ids of the corrections that are about an item."""
    return tuple(each.id for each in corrections if _is_about(each, item))


def about_field(corrections: Iterable[Correction], voice: Voice, field: str) -> tuple[str, ...]:
    """Return the ids of the corrections that set a field of a voice."""
    return tuple(
        each.id
        for each in corrections
        if isinstance(each.operation, SetVoiceField)
        and each.operation.field == field
        and (_is_about(each, voice) or each.operation.voice.name == voice.name)
    )


def _is_about(correction: Correction, item: Quotation | Voice | Claim) -> bool:
    """Whether a correction is about an item. One whose words are gone is about none."""
    if not all(anchor.spans for anchor in anchors_of(correction.operation)):
        return False
    spans: tuple[Span, ...] = ()
    match correction.operation:
        case SetSpeaker() | SetVia() | SetKind() | AddQuotation() as operation if isinstance(item, Quotation):
            spans = operation.quotation.spans
        case SetExtent() as operation if isinstance(item, Quotation):
            spans = operation.extent.spans
        case SetVoiceField() | MergeVoices() as operation if isinstance(item, Voice) and operation.voice.at is not None:
            return operation.voice.at.spans[0] in item.mentions
        case SetMention() as operation if isinstance(item, Voice):
            return operation.mention.spans[0] in item.mentions
        case SetHolder() | SetRelation() | SplitClaim() | JoinClaims() as operation if isinstance(item, Claim):
            return operation.claim.span.overlaps(item.span)
    return isinstance(item, Quotation) and item.spans == spans


def _words(article: Article, item: Quotation | Claim) -> Anchor:
    return Anchor.of(article.text, *(item.spans if isinstance(item, Quotation) else (item.span,)))


def _named(article: Article, analysis: Analysis, who: Who) -> NamedVoice | None:
    if isinstance(who, str):
        return NamedVoice(" ".join(who.split()))
    return None if who is None else _known(article, analysis, who)


def _known(article: Article, analysis: Analysis, voice: Voice) -> NamedVoice:
    """Name a voice by its name and the mention that says most of it, else by its first quotation."""
    at: Anchor | None = None
    if voice.mentions:
        at = Anchor.of(article.text, max(voice.mentions, key=lambda span: _told_by(span.of(article.text), voice)))
    else:
        spoken = next((each for each in analysis.quotations if each.voice == voice.id), None)
        at = None if spoken is None else _words(article, spoken)
    return NamedVoice(voice.name, at, VoiceKind(voice.kind), voice.role, voice.affiliation, voice.outlet)


def _told_by(mention: str, voice: Voice) -> int:
    """Return how many words of a voice's name a mention has."""
    return len({*mention.casefold().split()} & {*voice.name.casefold().split()})

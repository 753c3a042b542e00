"""Which stretches are claims: quoted positions, lead-ins that state one, and the article's own evaluations."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.analysis.argument.evaluation import asks, evaluative, states
from reader.analysis.argument.holders import Stretch
from reader.analysis.argument.passages import Paragraph
from reader.model import Quotation, QuotationKind, Span

_SOURCE_NOTE = re.compile(r"(?<=\S)\s*\[[^\[\]\n]{1,24}\]\s*\Z")
_GREETING = re.compile(
    r"[\"“]?(?:hi|hello|dear|yours|greetings|cheers|thanks|thank you|welcome)\b[^.!?]{0,40}[,.!]?[\"”]?\Z",
    re.IGNORECASE,
)
# A cue is looked for in at most this many sentences before a claim, and no further back than two paragraphs.
_FRAME_SENTENCES = 3
_FRAME_PARAGRAPHS = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before its thread and relation are known.

    `frame` is the text between the claim before and this one that belongs to neither (an announcing lead-in), None
    where there is none. `paragraph` and `section` are indexes; `block` is the id of the quotation that its words
    belong to, 0 for the article's own.
    """

    span: Span
    own: bool
    voice: int | None
    via: tuple[int, ...]
    paragraph: int
    section: int
    block: int
    leads: bool
    closed: bool
    skipped: int
    frame: Span | None


def drafts(text: str, paragraphs: Sequence[Paragraph], held: Iterable[Sequence[Stretch]]) -> list[Draft]:
    """The claims among the stretches of each paragraph, in text order. Linear in the text."""
    found: list[Draft] = []
    frame: list[Stretch] = []
    row = [stretch for stretches in held for stretch in stretches]
    closed = False
    for index, stretch in enumerate(row):
        following = row[index + 1] if index + 1 < len(row) else None
        voice, leads = _holder(text, stretch, following)
        if _announcing(text, stretch, leads=leads):
            frame.append(stretch)
            continue
        if not stretch.own and _GREETING.match(text, stretch.span.start, stretch.span.end):
            continue
        span = _trimmed(text, stretch.span)
        before = [part for part in frame[-_FRAME_SENTENCES:] if stretch.paragraph - part.paragraph <= _FRAME_PARAGRAPHS]
        found.append(
            Draft(
                span,
                own=stretch.own and not leads,
                voice=voice,
                via=stretch.via,
                paragraph=stretch.paragraph,
                section=paragraphs[stretch.paragraph].section,
                block=0 if stretch.quotation is None else stretch.quotation.id,
                leads=leads,
                closed=closed,
                skipped=len(frame),
                frame=Span(before[0].span.start, before[-1].span.end) if before else None,
            )
        )
        closed = len(span) < len(stretch.span)
        frame = []
    return found


def _announcing(text: str, stretch: Stretch, *, leads: bool) -> bool:
    """Whether `stretch` takes no position.

    It is narration, or a lead-in that tells only what will be answered ("explains why the dam fell:").
    """
    if stretch.own:
        return not leads and not evaluative(text, stretch.span)
    quotation = stretch.quotation
    return leads and quotation is not None and asks(text, quotation.spans[0])


def _holder(text: str, stretch: Stretch, following: Stretch | None) -> tuple[int | None, bool]:
    """The voice of `stretch`, and whether it is a lead-in in which the voice of `following` takes a position."""
    if not stretch.own:
        return stretch.voice, _announces(stretch.quotation, stretch, following)
    quotation = None if following is None else following.quotation
    if quotation is None or quotation.kind is not QuotationKind.BLOCK:
        return None, False
    mention = quotation.mention
    if mention is None or not stretch.span.overlaps(mention):
        return None, False
    if states(text, Span(max(mention.end, stretch.span.start), max(mention.end, stretch.span.end))):
        return quotation.voice, True
    return None, False


def _announces(quotation: Quotation | None, stretch: Stretch, following: Stretch | None) -> bool:
    """Whether `stretch` is a reported clause that leads into a block quote of the same voice."""
    return (
        quotation is not None
        and quotation.kind is not QuotationKind.BLOCK
        and following is not None
        and following.quotation is not None
        and following.quotation.kind is QuotationKind.BLOCK
        and following.voice == stretch.voice
        and following.paragraph == stretch.paragraph + 1
    )


def _trimmed(text: str, span: Span) -> Span:
    """`span` without a note like "[Source]" at its end."""
    match = _SOURCE_NOTE.search(text, max(span.start, span.end - 32), span.end)
    return span if match is None or match.start() <= span.start else Span(span.start, match.start())

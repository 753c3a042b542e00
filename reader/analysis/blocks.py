"""Block quotations: which paragraphs are somebody's words, told by lead-ins, closers, marks of omission and style."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.passages import FURNITURE, HANDLE, Passage, ends_open, heading_like, last_unit
from reader.analysis.style import few_leadins, going_on, opening, promising
from reader.analysis.turns import Turn, questions, turns
from reader.analysis.weights import score
from reader.model import BlockKind, Span

LONGEST = 12  # passages of a block quotation that nothing closes
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """The passages `first` to `last` are a block quotation; `leadin` is the passage that introduces it, or None.

    `handle` is the span of the "@name" that a post starts with, or of a turn's label; `spans` are the words, one span
    a paragraph, without handle and closer. `how` says why, for a person.
    """

    first: int
    last: int
    leadin: int | None
    spans: tuple[Span, ...]
    handle: Span | None
    how: str


def blocks(text: str, parts: list[Passage]) -> Iterator[BlockQuote]:
    """The block quotations of an article in text order. Where its source keeps block quotes, those decide.

    To find the next one no passage is looked at that stands more than two before the last passage of this one.
    """
    kept = any(p.kind is BlockKind.QUOTE for p in parts)
    spoken = turns(parts) or questions(parts)
    answers = min(spoken) - 1 if spoken else len(parts)  # from the first question on no lead-in is looked for
    few = few_leadins(parts)
    index, last = 0, -1
    while index < len(parts):
        passage = parts[index]
        quote = None
        if index in spoken:
            quote = _turn(text, parts, spoken[index])
        elif passage.kind is BlockKind.QUOTE:
            quote = _kept(parts, index)
        elif passage.kind in _PROSE:
            quote = _post(text, parts, index, after_post=last == index - 1 >= 0)
            if quote is None and not kept and index < answers:
                quote = _led(text, parts, index, few=few)
        if quote is not None:
            last = quote.last
            yield quote
        index = quote.last + 1 if quote is not None else index + 1


def body(passage: Passage) -> Span:
    """A paragraph's words without a closer such as "[Source]" and the blanks before that."""
    if not passage.closer:
        return passage.span
    return Span(passage.span.start, passage.span.start + passage.closer)


def _turn(text: str, parts: list[Passage], turn: Turn) -> BlockQuote:
    """The turn of a labelled speaker."""
    spans = [body(parts[i]) for i in range(turn.first, turn.last + 1)]
    spans[0] = Span(turn.words, max(turn.words, spans[0].end))
    labelled = text[turn.label.end : turn.words].lstrip().startswith(":")
    how = "a turn under its speaker’s name" if labelled else "an answer in an interview"
    return BlockQuote(turn.first, turn.last, None, tuple(spans), turn.label, how)


def _kept(parts: list[Passage], index: int) -> BlockQuote:
    """A block quote that the source format keeps, with the paragraphs that continue it."""
    last = index
    while last + 1 < len(parts) and parts[last + 1].kind is BlockKind.QUOTE and parts[last + 1].continues:
        last += 1
    leadin = index - 1 if index and parts[index - 1].kind in _PROSE else None
    return BlockQuote(
        index, last, leadin, tuple(body(parts[i]) for i in range(index, last + 1)), None, "set as a block quote"
    )


def _post(text: str, parts: list[Passage], index: int, *, after_post: bool) -> BlockQuote | None:
    """A post that begins with its author's handle (“@name: …”); a lead-in is for the first of several only."""
    passage = parts[index]
    match = HANDLE.match(passage.text)
    if match is None:
        return None
    start = passage.span.start
    handle = Span(start + match.start(1), start + match.end(1))
    leadin = None
    if index and not after_post and parts[index - 1].kind is BlockKind.PARAGRAPH:
        ending = last_unit(parts[index - 1], text)
        if ending is not None and ends_open(ending[0]) == ":":
            leadin = index - 1
    span = Span(start + match.end(), max(start + match.end(), body(passage).end))
    return BlockQuote(index, index, leadin, (span,), handle, "a post under its author’s name")


def _led(text: str, parts: list[Passage], index: int, *, few: bool) -> BlockQuote | None:
    """A block quotation that the paragraph before `index` leads into, with as many paragraphs as go on with it."""
    if not may_begin(text, parts, index) or not promising(text, parts, index):
        return None
    holding = opening(text, parts, index, few=few)
    if score("block", holding) <= 0:
        return None
    last = _last_of(text, parts, index)
    how = "block by its style"
    if "colon" in holding:
        how = "block after a colon"
    elif "no stop" in holding:
        how = "block after a sentence without a stop"
    return BlockQuote(index, last, index - 1, tuple(body(parts[i]) for i in range(index, last + 1)), None, how)


def may_begin(text: str, parts: list[Passage], index: int) -> bool:
    """Whether a block quotation can begin at a passage at all.

    Prose after prose can; a heading, furniture, a post, a paragraph that is one marked stretch, and one that leads into
    its own block ("X wrote: …") cannot.
    """
    if index == 0 or parts[index - 1].kind not in _PROSE or parts[index].kind not in _PROSE:
        return False
    passage, before = parts[index], parts[index - 1]
    if FURNITURE.match(passage.text) or HANDLE.match(passage.text) or HANDLE.match(before.text):
        return False
    lead = last_unit(before, text)
    if lead is None or _whole_in_marks(passage):
        return False
    if any(draft.joins and draft.source_kind == "name" for _, stated in passage.units(text) for draft in stated.drafts):
        return False
    return ends_open(lead[0]) == ":" or not (heading_like(passage) or heading_like(before))


def _whole_in_marks(passage: Passage) -> bool:
    """Whether the paragraph is one marked stretch: that is a direct quotation, not a block."""
    outer = [m for m in passage.marks if m.level == 0 and not m.single]
    return bool(outer) and outer[0].span.start == passage.span.start and outer[0].span.end >= passage.span.end - 1


def _last_of(text: str, parts: list[Passage], first: int) -> int:
    """The last passage of the block that begins at `first`: each further one has to score above 0 in turn."""
    last = first
    while last + 1 < min(len(parts), first + LONGEST) and may_go_on(text, parts, last + 1):
        if score("block", going_on(text, parts, first, last + 1)) <= 0:
            break
        last += 1
    return last


def may_go_on(text: str, parts: list[Passage], index: int) -> bool:
    """Whether a block can go on to passage `index` at all.

    It cannot past a closer, and not to a post, furniture, another kind of block, or a lead-in that names a source.
    """
    passage = parts[index]
    if passage.kind not in _PROSE or parts[index - 1].closer is not None:
        return False
    if HANDLE.match(passage.text) or FURNITURE.match(passage.text):
        return False
    lead = last_unit(passage, text)
    if lead is None or ends_open(lead[0]) != ":":
        return True
    return not any(
        c.cue is not None and c.source.kind == "name" and c.cue.shape == "verb" for c in passage.leading(text)
    )

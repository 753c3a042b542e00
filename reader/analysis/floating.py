"""Floating marks: marked speech without a cue of its own, given to whoever is speaking there."""

from reader.analysis.drafts import Draft
from reader.analysis.grammar import is_finite
from reader.analysis.leadins import introduced
from reader.analysis.passages import Passage, ends_open, last_unit
from reader.analysis.statements import Found
from reader.analysis.units import ASIDE, NAME, NUMBER, QUOTE, STOP, WORD, Unit
from reader.model import QuotationKind, Span


def float_marks(text: str, parts: list[Passage], passage: Passage, block: Draft | None) -> list[Draft]:
    """Drafts for the marks of a passage that no cue claims; some are added as parts to the draft before them."""
    made: list[Draft] = []
    last: Draft | None = None
    for number, (u, found) in enumerate(passage.units(text)):
        for at in sorted(u.marks):
            if at in found.taken:
                last = found.taken[at] if found.taken[at].spans else last
                continue
            draft = _colon(u, found, at)
            if draft is None and _alone(u, at):
                if last is not None and _runs_on(u, last, at):
                    last.spans.append(u.over(at, at))
                    found.taken[at] = last
                    continue
                draft = _speech(text, parts, passage, u, at, number, last, block)
            if draft is not None:
                found.taken[at] = draft
                made.append(draft)
                last = draft
    return made


def _colon(u: Unit, found: Found, at: int) -> Draft | None:
    """Marks after a colon in a sentence that names a source."""
    before = at - 1
    while before >= 0 and u.kinds[before] == ASIDE:
        before -= 1
    if before < 1 or u.low[before] != ":":
        return None
    return introduced(u, found, [u.over(at, at)], QuotationKind.DIRECT, "after a colon")


def _alone(u: Unit, at: int) -> bool:
    """Whether the marks are all that the unit says, but for a few words without a verb before them."""
    words = [i for i in range(len(u)) if u.kinds[i] in {WORD, NAME, NUMBER}]
    if any(i > at for i in words) or len(words) > 5:
        return False
    return not any(u.kinds[i] == WORD and is_finite(u.low[i]) for i in words) and all(
        u.kinds[i] in {WORD, NAME, NUMBER, STOP, ASIDE, QUOTE} for i in range(len(u))
    )


def _runs_on(u: Unit, last: Draft, at: int) -> bool:
    """Whether the marks go on with an utterance that its cue interrupted (“A,” said X. “B.”)."""
    return (
        last.kind is QuotationKind.DIRECT
        and last.paragraph == u.paragraph
        and last.cue is not None
        and last.cue.start >= last.spans[0].end
        and u.starts[at] > last.cue.end
    )


def _speech(
    text: str, parts: list[Passage], passage: Passage, u: Unit, at: int, number: int, last: Draft | None, block: Draft | None
) -> Draft | None:
    """Marked speech that is a unit of its own: led into by the paragraph before, or going on with the last speaker."""
    span = u.over(at, at)
    if number == 0 and passage.index and (block is None or block.spans[0].start < passage.span.start):
        lead = last_unit(parts[passage.index - 1], text)
        if lead is not None and ends_open(lead[0]) == ":":
            return introduced(lead[0], lead[1], [span], QuotationKind.DIRECT, "after a colon")
    if last is None and number == 0 and passage.index:
        last = _speaker_before(text, parts[passage.index - 1])
        if last is not None and _left_open(parts[passage.index - 1]):
            last.spans.append(span)
            return None
    if last is None or len(span.of(text).split()) < 4:
        return None
    return Draft([span], QuotationKind.DIRECT, u.paragraph, evidence="the same speaker goes on", confidence=0.7, goes_on=last)


def _speaker_before(text: str, passage: Passage) -> Draft | None:
    """The draft of the last marks in a passage."""
    for u, found in reversed(passage.units(text)):
        for at in sorted(u.marks, reverse=True):
            draft = found.taken.get(at)
            if draft is not None and draft.spans:
                return draft
    return None


def _left_open(passage: Passage) -> bool:
    outer = [m for m in passage.marks if m.level == 0]
    return bool(outer) and not outer[-1].closed


def first_span(draft: Draft) -> Span:
    """Where the draft begins."""
    return draft.spans[0]

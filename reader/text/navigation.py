"""Where keys lead: pure functions from a position in the text to the next item of a kind."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, deque
from collections.abc import Callable, Sequence
from enum import IntEnum
from heapq import heappop, heappush
from itertools import groupby, pairwise
from typing import NamedTuple, TypeVar

from reader.model import Analysis, Article, Claim, Quotation, QuotationKind, Span, Thread, enclosing

_Item = TypeVar("_Item")

_WORD = re.compile(r"\w+")
_MOST_LINKING = 2  # words such as "but" or "he" beside the verb and the speaker


class Direction(IntEnum):
    """A direction along the text."""

    BACKWARD = -1
    FORWARD = 1


class Stop(NamedTuple):
    """What the keys n and N stop at: a quotation, or one paragraph of a block quotation.

    Attributes:
        quotation: The quotation's id.
        voice: The voice's id, None where the source is not found.
        spans: The parts (two where the cue interrupts it).
    """

    quotation: int
    voice: int | None
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self.spans[0].start

    @property
    def span(self) -> Span:
        """From the first character of the first part to the last of the last."""
        return enclosing(self.spans)


def stops(article: Article, analysis: Analysis) -> tuple[Stop, ...]:
    """Return every stop of an article in text order, an outer one before those nested in it.

    A quotation with parts in several paragraphs is a stop in each; one that its cue interrupts is one stop with several
    spans. A part that runs over several paragraphs is cut at their ends. A part that only quotes another voice, and
    says who that is, is no stop: its words are the other voice's, unless a person said who speaks there.
    """
    starts = [block.span.start for block in article.blocks]
    found = [stop for quotation in analysis.quotations for stop in _stops_of(quotation, article, starts)]
    found.sort(key=lambda stop: (stop.start, -stop.span.end, stop.quotation))
    return tuple(stop for index, stop in enumerate(found) if _has_own_words(found, index, article.text, analysis))


def _has_own_words(found: Sequence[Stop], index: int, text: str, analysis: Analysis) -> bool:
    """Whether a stop has words besides those of the stops in it, their verbs and the names of their speakers.

    A person who set its speaker means its words.
    """
    outer, others = found[index], []
    if "voice" in analysis.quotation(outer.quotation).corrected:
        return True
    for stop in found[index + 1 :]:
        if stop.start >= outer.span.end:
            break
        if stop.quotation != outer.quotation and stop.voice != outer.voice and outer.span.contains(stop.span):
            quotation = analysis.quotation(stop.quotation)
            others += [*stop.spans, *filter(None, (quotation.cue, quotation.mention))]
    if not others:
        return True
    left, at = [], outer.start
    for span in sorted(others, key=lambda span: span.start):
        left.append(text[at : max(at, span.start)])
        at = max(at, span.end)
    return len(_WORD.findall(" ".join([*left, text[at : outer.span.end]]))) > _MOST_LINKING


def own_spans(stops: Sequence[Stop], index: int, text: str) -> tuple[Span, ...]:
    """Return the parts of a stop without what other voices say in it, with their verbs between two of their parts.

    Args:
        stops: All stops.
        index: The index of the stop.
        text: The text of the article; a part without a word in it is left out.
    """
    outer = stops[index]
    inner = [
        stop.span
        for stop in stops[index + 1 : bisect_left(stops, outer.span.end, key=lambda stop: stop.start)]
        if stop.voice != outer.voice and outer.span.contains(stop.span)
    ]
    own: list[Span] = []
    for part in outer.spans:
        at = part.start
        for span in (*inner, Span(part.end, part.end)):
            if at < span.start <= part.end:
                own.append(Span(at, span.start))
            at = max(at, min(span.end, part.end)) if span.start <= part.end else at
    return tuple(span for span in own if _WORD.search(span.of(text)))


def _stops_of(quotation: Quotation, article: Article, starts: Sequence[int]) -> list[Stop]:
    pieces: list[tuple[int, Span]] = []
    for span in quotation.spans:
        first = max(0, bisect_right(starts, span.start) - 1)
        last = max(first, bisect_left(starts, span.end) - 1)
        if first == last or not starts:
            pieces.append((first, span))
            continue
        for index in range(first, last + 1):
            block = article.blocks[index].span
            start, end = max(span.start, block.start), min(span.end, block.end)
            if start < end:
                pieces.append((index, Span(start, end)))
    return [
        Stop(quotation.id, quotation.voice, tuple(span for _, span in group))
        for _, group in groupby(pieces, key=lambda piece: piece[0])
    ]


def quoted_blocks(article: Article, analysis: Analysis) -> frozenset[int]:
    """Return the indexes of the paragraphs that a block quotation covers from their first character on."""
    starts = {block.span.start: index for index, block in enumerate(article.blocks)}
    bounds = list(starts)
    quotations = (each for each in analysis.quotations if each.kind is QuotationKind.BLOCK)
    return frozenset(
        index
        for quotation in quotations
        for stop in _stops_of(quotation, article, bounds)
        if (index := starts.get(stop.start, -1)) >= 0
    )


def next_stop(
    stops: Sequence[Stop],
    current: int | None,
    cursor: int,
    direction: Direction = Direction.FORWARD,
    voice: int | None = None,
) -> int | None:
    """Return the index of the next stop, counted from the current one (an index) or else from the cursor.

    Args:
        stops: All stops.
        current: The index of the current stop, if any.
        cursor: The offset of the cursor.
        direction: Which way to go.
        voice: The id of the voice whose stops count; None for all.

    Returns:
        The index, None where there is none.
    """
    if current is not None:
        index = current + direction
    else:
        index = bisect_left(stops, cursor, key=lambda stop: stop.start) - (direction is Direction.BACKWARD)
    while 0 <= index < len(stops):
        if voice is None or stops[index].voice == voice:
            return index
        index += direction
    return None


def stop_at(stops: Sequence[Stop], row: Span, block: Span, present: int | None = None) -> int | None:
    """Return the index of the stop on a row: the innermost; of several the present one, else the first.

    `row` and `block` are the spans of the row and of the block that it belongs to: no stop reaches beyond a block.
    """
    here = [index for index in stops_in(stops, block) if _is_on(stops[index], row)]
    inner = [i for i in here if not any(j > i and stops[i].span.contains(stops[j].span) for j in here)]
    return present if present in inner else inner[0] if inner else None


def stop_with_spans(stops: Sequence[Stop], spans: tuple[Span, ...]) -> int | None:
    """Return the index of the stop with exactly these spans; None where there is none."""
    first = bisect_left(stops, spans[0].start, key=lambda stop: stop.start)
    last = bisect_right(stops, spans[0].start, lo=first, key=lambda stop: stop.start)
    return next((index for index in range(first, last) if stops[index].spans == spans), None)


def stop_saying(stops: Sequence[Stop], words: Span) -> int | None:
    """Return the index of the stop that says `words`, or that is the reason to keep them; None where there is none.

    Each character counts for the innermost stop around it. The voice with more than half of them says the words, in
    the stop that has the most; without one, it is the innermost stop with all of them. Words of the article around
    a whole stop are kept for its sake, if no other voice speaks in them.
    """
    inside = [i for i, stop in enumerate(stops) if stop.span.overlaps(words)]
    ends = {end for i in inside for end in (stops[i].span.start, stops[i].span.end) if words.start < end < words.end}
    lengths: dict[int, int] = {}
    waiting, around = deque(inside), list[int]()  # around: the negative indexes of the stops begun, as a heap
    for start, end in pairwise(sorted({words.start, words.end, *ends})):
        while waiting and stops[waiting[0]].start <= start:
            heappush(around, -waiting.popleft())
        while around and stops[-around[0]].span.end < end:
            heappop(around)
        if around:
            lengths[-around[0]] = lengths.get(-around[0], 0) + end - start
    said: Counter[int | None] = Counter()
    for i, length in lengths.items():
        said[stops[i].voice] += length
    around_all = next((i for i in reversed(inside) if stops[i].span.contains(words)), None)
    is_about_one = around_all is None and len(said) == 1 and any(words.contains(stops[i].span) for i in lengths)
    if is_about_one or (said and 2 * max(said.values()) > len(words)):
        voice = max(said, key=said.__getitem__)
        return max((i for i in lengths if stops[i].voice == voice), key=lambda i: (lengths[i], i))
    return around_all


def stop_between(stops: Sequence[Stop], above: Span, below: Span, side: Direction = Direction.BACKWARD) -> int | None:
    """Return the index of the stop at a blank row between two blocks that one quotation continues over.

    It is the stop above the row or below it, by `side`; None where no quotation continues over the row.
    """
    near, far = stops_in(stops, above), stops_in(stops, below)
    on = {stops[index].quotation for index in near} & {stops[index].quotation for index in far}
    return next(
        (index for index in (near if side is Direction.BACKWARD else far) if stops[index].quotation in on), None
    )


def stops_in(stops: Sequence[Stop], block: Span) -> range:
    """Return the indexes of the stops that begin inside a block."""
    first = bisect_left(stops, block.start, key=lambda stop: stop.start)
    return range(first, bisect_left(stops, block.end, lo=first, key=lambda stop: stop.start))


def _is_on(stop: Stop, row: Span) -> bool:
    return any(span.overlaps(row) for span in stop.spans)


def claim_at(claims: Sequence[Claim], row: Span, present: int | None = None) -> int | None:
    """Return the id of the claim on a row: the present one if it is there, else the first; None where there is none."""
    if present is not None and claims[present - 1].span.overlaps(row):
        return present
    index = bisect_right(claims, row.start, key=lambda claim: claim.span.start) - 1
    for claim in claims[max(index, 0) : index + 2]:
        if claim.span.overlaps(row):
            return claim.id
    return None


def next_claim(
    claims: Sequence[Claim], current: int | None, cursor: int, direction: Direction = Direction.FORWARD
) -> Claim | None:
    """Return the next claim, counted from the current one (an id) or else from the cursor."""
    if current is not None:
        index = current - 1 + direction
    else:
        index = bisect_left(claims, cursor, key=lambda claim: claim.span.start) - (direction is Direction.BACKWARD)
    return claims[index] if 0 <= index < len(claims) else None


def next_thread(
    threads: Sequence[Thread],
    claims: Sequence[Claim],
    current: int | None,
    cursor: int,
    direction: Direction = Direction.FORWARD,
) -> Claim | None:
    """Return the first claim of the next thread, counted from the current claim (an id) or else from the cursor."""
    here = claims[current - 1].thread if current is not None else None
    if here is not None:
        index = here - 1 + direction
        return claims[threads[index].claims[0] - 1] if 0 <= index < len(threads) else None
    firsts = sorted((claims[thread.claims[0] - 1] for thread in threads), key=lambda claim: claim.span.start)
    return next_item(firsts, cursor, direction, lambda claim: claim.span.start)


def answered_claim(claims: Sequence[Claim], current: int) -> Claim | None:
    """Return the claim that the current one (an id) answers."""
    relation = claims[current - 1].relation
    return None if relation is None else claims[relation.to - 1]


def next_answer(claims: Sequence[Claim], current: int) -> Claim | None:
    """Return the next claim that answers the current one (an id)."""
    return next((claim for claim in claims[current:] if claim.relation and claim.relation.to == current), None)


def next_item(items: Sequence[_Item], cursor: int, direction: Direction, start: Callable[[_Item], int]) -> _Item | None:
    """Return the nearest item that begins strictly after the cursor, or before it; items are in order of `start`."""
    if direction is Direction.FORWARD:
        index = bisect_right(items, cursor, key=start)
        return items[index] if index < len(items) else None
    index = bisect_left(items, cursor, key=start)
    return items[index - 1] if index else None

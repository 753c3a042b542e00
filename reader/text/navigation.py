"""Where the keys go: pure functions from a place in the text to the next place of a kind."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from enum import IntEnum
from itertools import groupby
from typing import NamedTuple, TypeVar

from reader.model import Analysis, Article, Claim, Quotation, QuotationKind, Span, Thread, enclosing

Place = TypeVar("Place")


class Direction(IntEnum):
    """Which way along the text."""

    BACKWARD = -1
    FORWARD = 1


class Stop(NamedTuple):
    """A place that `n` visits: a quotation, or one paragraph of a block quotation.

    `spans` are the parts of it (two where the cue interrupts it); `quotation` and `voice` are ids.
    """

    quotation: int
    voice: int | None
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        """The offset of its first character."""
        return self.spans[0].start

    @property
    def span(self) -> Span:
        """From its first character to its last."""
        return enclosing(self.spans)


def stops(article: Article, analysis: Analysis) -> tuple[Stop, ...]:
    """Every stop of an article in text order, an outer one before those nested in it.

    A quotation whose parts stand in several paragraphs is a stop in each; one that its cue interrupts is one stop
    with several spans. A part that itself runs over several paragraphs is cut at their ends.
    """
    starts = [block.span.start for block in article.blocks]
    found = [stop for quotation in analysis.quotations for stop in _stops_of(quotation, article, starts)]
    found.sort(key=lambda stop: (stop.start, -stop.span.end, stop.quotation))
    return tuple(found)


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
    """The indexes of the paragraphs that a block quotation takes up from their first character on."""
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
    """The index of the next stop that way, from the current one or else from the cursor; None when there is none.

    With a `voice` only its stops count.
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
    """The stop with words on a row: the innermost, for that is who speaks; of several the present one, else the first.

    `block` is the block that the row belongs to: no stop reaches beyond it.
    """
    here = [index for index in stops_in(stops, block) if _on(stops[index], row)]
    inner = [i for i in here if not any(j > i and stops[i].span.contains(stops[j].span) for j in here)]
    return present if present in inner else inner[0] if inner else None


def stop_with_spans(stops: Sequence[Stop], spans: tuple[Span, ...]) -> int | None:
    """The index of the stop that has just these spans; None where none has."""
    first = bisect_left(stops, spans[0].start, key=lambda stop: stop.start)
    last = bisect_right(stops, spans[0].start, lo=first, key=lambda stop: stop.start)
    return next((index for index in range(first, last) if stops[index].spans == spans), None)


def stop_saying(stops: Sequence[Stop], words: Span) -> int | None:
    """The stop whose voice says `words`: the innermost that has all of them, else the last of whoever says most."""
    inside = [i for i, stop in enumerate(stops) if stop.span.overlaps(words)]
    whole = [i for i in inside if stops[i].span.contains(words)]
    if whole:
        return whole[-1]
    said: dict[int | None, int] = {}
    for stop in (stops[i] for i in inside):
        said[stop.voice] = said.get(stop.voice, 0) + sum(part.overlap_length(words) for part in stop.spans)
    most = [i for i in inside if 2 * said[stops[i].voice] > len(words)]
    return most[-1] if most else None


def stop_between(stops: Sequence[Stop], above: Span, below: Span, side: Direction = Direction.BACKWARD) -> int | None:
    """The stop at a blank row between two blocks, where one quotation goes on over it: its words above, or below it.

    None where no quotation does.
    """
    near, far = stops_in(stops, above), stops_in(stops, below)
    on = {stops[index].quotation for index in near} & {stops[index].quotation for index in far}
    return next(
        (index for index in (near if side is Direction.BACKWARD else far) if stops[index].quotation in on), None
    )


def stops_in(stops: Sequence[Stop], block: Span) -> range:
    """The indexes of the stops that begin inside a block."""
    first = bisect_left(stops, block.start, key=lambda stop: stop.start)
    return range(first, bisect_left(stops, block.end, lo=first, key=lambda stop: stop.start))


def _on(stop: Stop, row: Span) -> bool:
    return any(span.overlaps(row) for span in stop.spans)


def claim_at(claims: Sequence[Claim], row: Span, present: int | None = None) -> int | None:
    """The id of the claim on a row: the present one while it is, else the first; None where nothing is claimed."""
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
    """The next claim that way, from the current one (an id) or else from the cursor."""
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
    """The first claim of the next thread that way, counted from the current claim's (an id) or else from the cursor."""
    here = claims[current - 1].thread if current is not None else None
    if here is not None:
        index = here - 1 + direction
        return claims[threads[index].claims[0] - 1] if 0 <= index < len(threads) else None
    firsts = sorted((claims[thread.claims[0] - 1] for thread in threads), key=lambda claim: claim.span.start)
    return next_item(firsts, cursor, direction, lambda claim: claim.span.start)


def answered_claim(claims: Sequence[Claim], current: int) -> Claim | None:
    """The claim that the current one (an id) answers."""
    relation = claims[current - 1].relation
    return None if relation is None else claims[relation.to - 1]


def next_answer(claims: Sequence[Claim], current: int) -> Claim | None:
    """The next claim that answers the current one (an id)."""
    return next((claim for claim in claims[current:] if claim.relation and claim.relation.to == current), None)


def next_item(
    places: Sequence[Place], cursor: int, direction: Direction, start: Callable[[Place], int]
) -> Place | None:
    """The nearest place that begins strictly after the cursor, or before it; `places` are in order of `start`."""
    if direction is Direction.FORWARD:
        index = bisect_right(places, cursor, key=start)
        return places[index] if index < len(places) else None
    index = bisect_left(places, cursor, key=start)
    return places[index - 1] if index else None

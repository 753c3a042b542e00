"""What is current at the cursor: the quotation and the claim there, as the cursor moves and the analysis arrives."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from reader.app.state import Reading
from reader.app.viewmodels.block_lookup import block_span_at
from reader.model import Analysis, Span
from reader.services.session import Position
from reader.text.layout import Row, RowKind
from reader.text.navigation import Direction, Stop, claim_at, stop_at, stop_between, stop_with_spans, stops


def with_analysis(reading: Reading, analysis: Analysis, analysed_span: Span | None = None) -> Reading:
    """Return the reading with an analysis, of the whole article or of `analysed_span` alone.

    The cursor stays. The current quotation stays current; where there was none, the quotation and the claim at the
    cursor become current.
    """
    found = stops(reading.article, analysis)
    there = replace(reading, analysis=analysis, stops=found, stop=None, claim=None, analysed_span=analysed_span)
    there = with_current_in(there, Span(reading.cursor, reading.cursor + 1))
    returned_to = reading.returned_to
    if reading.stop is None and returned_to is not None and returned_to.offset == reading.cursor:
        return with_stop_of(there, returned_to)
    same = matching_stop(reading, found)
    return there if same is None else replace(there, stop=same)


def current_voice(reading: Reading) -> int | None:
    """Return the id of the chosen voice, else of the voice of the current quotation."""
    if reading.voice is not None or reading.stop is None:
        return reading.voice
    return reading.stops[reading.stop].voice


def nested_stops(reading: Reading) -> Iterator[Stop]:
    """Yield the stops of other voices inside the current one; `stops` lists them after it."""
    if reading.stop is None:
        return
    current = reading.stops[reading.stop]
    for stop in islice(reading.stops, reading.stop + 1, None):
        if stop.start >= current.span.end:
            return
        if stop.voice != current.voice and current.span.contains(stop.span):
            yield stop


def position_of(reading: Reading) -> Position:
    """Return the position to save for the reader: the cursor, and the current quotation.

    Before the analysis has arrived a position that the reader returned to is still that position.
    """
    returned_to = reading.returned_to
    if reading.analysis is None and returned_to is not None and returned_to.offset == reading.cursor:
        return returned_to
    return Position(reading.cursor, () if reading.stop is None else reading.stops[reading.stop].spans)


def with_stop_of(reading: Reading, position: Position) -> Reading:
    """Return the reading with the quotation of a saved position current, if the quotation is still there."""
    same = stop_with_spans(reading.stops, position.quotation_spans) if position.quotation_spans else None
    return reading if same is None else replace(reading, stop=same)


def matching_stop(reading: Reading, found: tuple[Stop, ...]) -> int | None:
    """Return the index, in the stops of another analysis, of the current quotation; None where it is not there."""
    return None if reading.stop is None else stop_with_spans(found, reading.stops[reading.stop].spans)


def at_row(reading: Reading, row: Row, side: Direction = Direction.BACKWARD) -> Reading:
    """Return the reading with the cursor at the start of `row`.

    What is on the row becomes current. On a blank row inside a quotation of several paragraphs, its paragraph on that
    `side` of the row is current.
    """
    there = replace(reading, cursor=row.start, shows_claim=False)
    if row.kind is RowKind.BLANK:
        above, below = (block_span_at(reading.article, offset) for offset in (row.start, row.start + 1))
        return replace(there, stop=stop_between(reading.stops, above, below, side), claim=None)
    return with_current_in(there, Span(row.start, max(row.end, row.start + 1)))


def with_current_in(reading: Reading, span: Span) -> Reading:
    """Return the reading with the quotation and the claim in `span` current; those that were, if they are in it.

    Args:
        reading: The reading.
        span: A span inside one block.
    """
    if reading.analysis is None:
        return reading
    block = block_span_at(reading.article, span.start)
    stop = stop_at(reading.stops, span, block, reading.stop)
    claim = claim_at(reading.analysis.claims, span, reading.claim)
    return replace(reading, stop=stop, claim=claim, shows_claim=False)

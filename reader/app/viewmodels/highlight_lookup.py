"""Which highlight a key acts on: the one at the selection, at the cursor or in the current quotation."""

from collections.abc import Iterable, Sequence

from reader.app.state import Reading
from reader.app.viewmodels.cursor import nested_stops
from reader.model import Highlight, Span


def highlight_here(reading: Reading, row: Span) -> Highlight | None:
    """Return the highlight under the selection, else the one that `highlight_at_cursor` finds.

    Args:
        reading: The reading whose highlights are searched.
        row: The span of the text on the cursor's row.
    """
    if reading.selection is not None and len(reading.selection):
        under = next((each for each in reading.highlights if _overlap(each.spans, (reading.selection,))), None)
        if under is not None:
            return under
    return highlight_at_cursor(reading, reading.highlights, row)


def highlight_at_cursor(reading: Reading, highlights: Iterable[Highlight], row: Span | None = None) -> Highlight | None:
    """Return the first highlight at the cursor, else the first in the current quotation, or on `row` without one.

    A highlight of just what another voice says inside the current quotation belongs to that voice and does not count.
    """
    here = None if reading.stop is None else reading.stops[reading.stop]
    nested = {stop.spans for stop in nested_stops(reading)}
    own = [each for each in highlights if each.spans not in nested]
    rest = here.spans if here else () if row is None else (row,)
    for places in ((Span(reading.cursor, reading.cursor + 1),), rest):
        for highlight in own:
            if _overlap(highlight.spans, places):
                return highlight
    return None


def _overlap(spans: Sequence[Span], places: Sequence[Span]) -> bool:
    return any(span.overlaps(place) for span in spans for place in places)

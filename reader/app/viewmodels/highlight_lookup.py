"""Which highlight a key acts on: the one at the selection, at the cursor or in the current quotation."""

import re
from collections.abc import Iterable, Sequence

from reader.app.state import Reading
from reader.app.viewmodels.cursor import nested_stops
from reader.model import Highlight, Span, Speaker, format_count

_WORDS = re.compile(r"\w(?:.*\w)?", re.DOTALL)
"""The first word to the last. White space, quotation marks and other signs around them make no difference."""


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


def missing_highlights(highlights: Iterable[Highlight]) -> str | None:
    """Return a sentence on the highlights that are not in the text any more; None where all are."""
    count = sum(not each.spans for each in highlights)
    if not count:
        return None
    are = "is" if count == 1 else "are"
    return f"{format_count(count, 'highlight')} {are} no longer in the article: press H, and w on it to attach it"


def highlight_of_all(reading: Reading, spans: Sequence[Span], speaker: Speaker | None) -> Highlight | None:
    """Return the highlight that has all words of `spans` already; None where there is none.

    A highlight of another voice is none: what is said inside a quotation may be highlighted for the one who says it.
    """
    words = [_words(span, reading.article.text) for span in spans]
    name = speaker and speaker.name
    for highlight in reading.highlights:
        is_theirs = highlight.speaker_pending or (highlight.speaker and highlight.speaker.name) == name
        if highlight.spans == spans or (is_theirs and all(_has(highlight, each) for each in words)):
            return highlight
    return None


def _has(highlight: Highlight, words: Span) -> bool:
    return any(part.contains(words) for part in highlight.spans)


def _words(span: Span, text: str) -> Span:
    """Return the span without the signs at its ends; unchanged when it holds nothing else."""
    words = _WORDS.search(span.of(text))
    return span if words is None else Span(span.start + words.start(), span.start + words.end())


def _overlap(spans: Sequence[Span], places: Sequence[Span]) -> bool:
    return any(span.overlaps(place) for span in spans for place in places)

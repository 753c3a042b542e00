"""What two voices say, each in a column in the order of the article."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import zip_longest

from reader.app.state import Reading
from reader.model import BlockKind, format_count
from reader.text.navigation import own_spans


@dataclass(frozen=True, slots=True)
class ComparedQuotation:
    """A quotation on one line.

    Attributes:
        text: Its words, without those of other voices that are quoted in it.
        start: The offset where it starts in the article.
        place: The number of its paragraph, and how far that is from the one before in the same column.
    """

    text: str
    start: int
    place: str


Comparison = tuple[ComparedQuotation | None, ComparedQuotation | None]
"""One row: a quotation of each voice, None where a voice has no more."""


def compare_voices(reading: Reading, first: int, second: int) -> tuple[Comparison, ...]:
    """Return what two voices say: in row n the nth quotation of each, in the order of the article.

    Args:
        reading: The reading; without an analysis there are no rows.
        first: The id of the voice in the left column.
        second: The id of the voice in the right column.
    """
    return tuple(zip_longest(_quotations(reading, first), _quotations(reading, second)))


def _quotations(reading: Reading, voice: int) -> list[ComparedQuotation]:
    analysis, text = reading.analysis, reading.article.text
    if analysis is None:
        return []
    paragraphs = [
        block.span.start for block in reading.article.blocks if not block.hidden and block.kind is not BlockKind.HEADING
    ]
    found: list[ComparedQuotation] = []
    before: int | None = None
    for index, stop in enumerate(reading.stops):
        own = own_spans(reading.stops, index, text) if stop.voice == voice else ()
        if own:
            words = " … ".join(" ".join(part.of(text).split()) for part in own)
            lead = analysis.quotation(stop.quotation).denial_prefix(text)
            number = bisect_right(paragraphs, stop.start)
            found.append(ComparedQuotation(lead + words, stop.start, _place(number, before)))
            before = number
    return found


def _place(number: int, before: int | None) -> str:
    if before is None:
        return f"paragraph {number}"
    if number == before:
        return "in the same paragraph"
    return f"paragraph {number}, {format_count(number - before, 'paragraph')} later"

"""What two voices say about the same threads, in rows of two columns."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import zip_longest

from reader.app.state import Reading
from reader.model import Analysis
from reader.text.navigation import Stop

NO_THREAD = "In no thread"
"""The title of the rows whose quotations belong to no thread."""


@dataclass(frozen=True, slots=True)
class ComparedQuotation:
    """The text of a quotation on one line, and the offset where it starts in the article."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """One row: a quotation of each voice, None where a voice has no more in this thread.

    `title` is the thread's title in its first row and "" in the others.
    """

    title: str
    quotations: tuple[ComparedQuotation | None, ComparedQuotation | None]


def compare_voices(reading: Reading, first: int, second: int) -> tuple[Comparison, ...]:
    """Return what two voices say, by threads in the order of the article, last what belongs to no thread.

    Args:
        reading: The reading; without an analysis there are no rows.
        first: The id of the voice in the left column.
        second: The id of the voice in the right column.
    """
    analysis = reading.analysis
    if analysis is None:
        return ()
    columns: dict[int | None, tuple[list[ComparedQuotation], list[ComparedQuotation]]] = {
        thread.id: ([], []) for thread in analysis.threads
    }
    columns[None] = ([], [])
    for stop in reading.stops:
        if stop.voice in {first, second}:
            words = " … ".join(" ".join(part.of(reading.article.text).split()) for part in stop.spans)
            lead = analysis.quotation(stop.quotation).denial_prefix(reading.article.text)
            quotation = ComparedQuotation(lead + words, stop.start)
            columns[_thread_of(stop, analysis)][stop.voice == second].append(quotation)
    rows: list[Comparison] = []
    for thread, (left, right) in columns.items():
        title = NO_THREAD if thread is None else analysis.threads[thread - 1].title
        pairs = zip_longest(left, right)
        rows += [Comparison("" if at else title, (one, other)) for at, (one, other) in enumerate(pairs)]
    return tuple(rows)


def _thread_of(stop: Stop, analysis: Analysis) -> int | None:
    """Return the thread of the claim that a stop begins in, or that begins in the stop."""
    claims = analysis.claims
    index = bisect_right(claims, stop.start, key=lambda claim: claim.span.start) - 1
    for claim in claims[max(0, index) : index + 2]:
        if claim.thread is not None and claim.span.overlaps(stop.span):
            return claim.thread
    return None

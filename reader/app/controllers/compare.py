"""Two voices side by side: what each says, thread by thread."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from reader.app.controllers.focus_filter import speaking
from reader.app.state import Reading
from reader.model import Analysis
from reader.text.navigation import Stop

if TYPE_CHECKING:
    from reader.app.screens.reading_base import ReadingBase

NO_THREAD = "In no thread"


@dataclass(frozen=True, slots=True)
class ComparedQuotation:
    """Words that a voice says, and the offset where they stand."""

    words: str
    start: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two voices say beside each other, None where one says no more; `title` is set where a thread begins."""

    title: str
    said: tuple[ComparedQuotation | None, ComparedQuotation | None]


def compared(reading: Reading, first: int, second: int) -> tuple[Comparison, ...]:
    """What two voices (ids) say, under the threads of the article in their order, last what no thread has."""
    analysis = reading.analysis
    if analysis is None:
        return ()
    sides: dict[int | None, tuple[list[ComparedQuotation], list[ComparedQuotation]]] = {
        thread.id: ([], []) for thread in analysis.threads
    }
    sides[None] = ([], [])
    for stop in reading.stops:
        if stop.voice in {first, second}:
            words = " … ".join(" ".join(part.of(reading.article.text).split()) for part in stop.spans)
            lead = analysis.quotation(stop.quotation).lead(reading.article.text)
            sides[_thread_of(stop, analysis)][stop.voice == second].append(ComparedQuotation(lead + words, stop.start))
    rows: list[Comparison] = []
    for thread, (left, right) in sides.items():
        title = NO_THREAD if thread is None else analysis.threads[thread - 1].title
        pairs = zip_longest(left, right)
        rows += [Comparison("" if at else title, (one, other)) for at, (one, other) in enumerate(pairs)]
    return tuple(rows)


def _thread_of(stop: Stop, analysis: Analysis) -> int | None:
    """The thread of the claim that a stop begins in or that begins in the stop."""
    claims = analysis.claims
    index = bisect_right(claims, stop.start, key=lambda claim: claim.span.start) - 1
    for claim in claims[max(0, index) : index + 2]:
        if claim.thread is not None and claim.span.overlaps(stop.span):
            return claim.thread
    return None


class CompareController:
    """The voice that is to stand beside another, chosen in two steps."""

    def __init__(self, screen: "ReadingBase") -> None:
        self._screen = screen
        self._first: int | None = None

    def choose(self) -> None:
        """Choose the first voice, and with the list of voices at hand the second."""
        screen = self._screen
        reading, listed = screen.reading, screen.panes.current == "voices"
        voice = screen.panes.rail.voices.selected_voice if listed else speaking(reading)
        analysis = reading.analysis
        if voice is None or analysis is None:
            screen.update(reading, "no quotation here: press | on a quotation or on a voice in the list (2)")
            return
        if self._first is None or not listed:
            self._first = voice
            screen.panes.go("voices")
            screen.update(
                replace(reading, voice=voice),
                f"Compare {analysis.voices[voice - 1].name} with: choose a voice, press |",
            )
        elif voice == self._first:
            screen.update(reading, f"Compare {analysis.voices[voice - 1].name} with: choose a voice, press |")
        else:
            first, self._first = self._first, None
            self._open(analysis, (first, voice))

    def _open(self, analysis: Analysis, voices: Sequence[int]) -> None:
        from reader.app.messages import GoTo  # noqa: PLC0415 - loaded when a person asks for it
        from reader.app.screens.comparison_screen import ComparisonScreen  # noqa: PLC0415

        screen = self._screen
        screen.update(screen.reading)
        first, second = voices

        def go(offset: int | None) -> None:
            if offset is not None:
                screen.panes.go("body")
                screen.post_message(GoTo(offset))

        names = (analysis.voices[first - 1], analysis.voices[second - 1])
        screen.app.push_screen(ComparisonScreen(screen.reading, names), go)

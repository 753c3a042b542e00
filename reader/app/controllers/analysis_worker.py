"""The thread that records an article and finds who speaks in it while it is being read."""

import gc
from contextlib import suppress
from functools import partial
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Protocol

from reader.app.messages import Analysed, AnalysisProgress, LibraryDamaged, LibraryOpened, PassageAnalysed
from reader.errors import AnalysisStoppedError, PullquoteError
from reader.model import Analysis
from reader.services.session import library_copy_notice

if TYPE_CHECKING:
    from textual.message import Message

    from reader.app.state import Reading
    from reader.services.session import Position, Session

STOPPED = "analysis stopped: open the article again to find who speaks"

GC_THRESHOLDS = 5_000, 5, 500
"""For `gc.set_threshold` once an article is analysed: collections of 1 to 3 ms each, which delay no key noticeably."""


class AnalysisHost(Protocol):
    """What the thread needs of the screen that shows the article."""

    reading: "Reading"
    has_start_offset: bool
    """Whether the person named the place to start at."""

    def post_message(self, message: "Message") -> bool:
        """Post a message to the screen."""


class AnalysisWorker(Thread):
    """Records the article of a reading screen, loads its highlights and analyses it, in a thread of its own.

    What it finds is posted to the screen: `LibraryOpened`, for a long article `AnalysisProgress` and `PassageAnalysed`,
    and in the end `Analysed`. Then the backup of the day is made where one is due.

    Args:
        session: The session of the app; the thread works with a session of its own.
        screen: The screen that gets the messages.
        recorded: Set once the article is recorded in the library, or can't be.
    """

    def __init__(self, session: "Session", screen: AnalysisHost, recorded: Event) -> None:
        super().__init__(name="engine", daemon=True)
        self._session = session
        self._screen = screen
        self._recorded = recorded
        self._lock = Lock()
        self._is_over = False
        self._start_position: Position | None = None

    def run(self) -> None:
        """Record the article, load its highlights, and analyse it."""
        article = self._screen.reading.article
        session = self._session.clone()
        try:
            session.library.record(article)
            if not self._screen.has_start_offset:
                self._start_position = session.positions(article).last()
            highlights = session.highlights.of(article)
            notice = session.library.notice or library_copy_notice(article)
            self._post(LibraryOpened(highlights, notice, self._start_position))
            self._recorded.set()
            found = session.analyse(article, partial(self._post_progress, session), self._stopped)
            corrections = session.corrections.apply(article, found)
            count = len(corrections.misfits)
            complaint = f"{count} of your corrections no longer fit: i lists them" if count else None
            self._post(Analysed(corrections.analysis, complaint, corrections))
            session.search.add(article, corrections.analysis)
        except AnalysisStoppedError:
            return  # `stop` has posted the result
        except Exception as error:  # noqa: BLE001 - whatever goes wrong in the analysis, the article can be read
            if not isinstance(error, PullquoteError):
                from reader.log import write_error  # noqa: PLC0415 - only for faults of the program

                write_error(error)
            self._post(Analysed(Analysis(engine=""), f"the analysis failed: {error}"))
        finally:
            self._recorded.set()
            session.close()
            gc.set_threshold(*GC_THRESHOLDS)
        damage = session.recovery.back_up_if_due()
        if damage is not None:
            self._send(LibraryDamaged(damage))

    def stop(self) -> bool:
        """Give up the analysis: the screen is told at once, the thread ends at the next paragraph.

        Returns:
            Whether it was running.
        """
        was_running = self.is_alive()
        return was_running and self._post(Analysed(Analysis(engine=""), STOPPED))

    def _stopped(self) -> bool:
        return self._is_over

    def _post_progress(self, session: "Session", words: str) -> None:
        """Post what a long analysis is doing, and first analyse the passage that is being read."""
        self._post(AnalysisProgress(words))
        position, reading = self._start_position, self._screen.reading
        passage = session.analyse_around(reading.article, reading.cursor if position is None else position.offset)
        if passage is not None:
            self._post(PassageAnalysed(*passage))

    def _post(self, message: "Message") -> bool:
        """Post a message, unless `Analysed` was posted before; returns whether it was posted."""
        with self._lock:  # `stop` is called in another thread: only one of two results may be posted
            if self._is_over:
                return False
            self._is_over = isinstance(message, Analysed)
            self._send(message)
            return True

    def _send(self, message: "Message") -> None:
        with suppress(RuntimeError):  # the app has ended
            self._screen.post_message(message)

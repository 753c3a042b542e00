"""The threads behind the screens on the whole library: one looks up what is typed, one brings the index up to date."""

import time
from contextlib import suppress
from threading import Condition, Thread
from typing import TYPE_CHECKING, Protocol

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.services.search import FoundArticle
    from reader.services.session import Session

FIRST = 8
"""Articles that are shown before the others are looked for: a screen full."""
MOST = 100
"""Articles that are shown."""

_PAUSE = 0.001
"""Seconds in which the index leaves the processor to the screen, before each article and paragraph."""
_REPORTED = 0.3
"""Seconds between two reports on the index."""


def fault_sentence(what: str, error: Exception) -> str:
    """Return a sentence on a fault in a thread, which is written to the log."""
    from reader.log import write_error  # noqa: PLC0415 - only for faults of the program

    write_error(error)
    return f"{what} failed ({type(error).__name__}: {error}); pullquote config names the log."


class MessageTarget(Protocol):
    """A screen that gets the messages of a thread."""

    def post_message(self, message: Message) -> bool:
        """Post a message; can be called from any thread."""


class SearchFound(Message):
    """What was found for a query.

    Attributes:
        text: What was typed.
        articles: The articles with their places.
        proposed: How many articles may have the words.
        is_complete: Whether all of these were looked at.
        is_first: Whether this is the first of several messages on the query.
        problem: Why it can't be searched for, in one sentence; "" where it can.
    """

    def __init__(  # noqa: PLR0913 - each is one fact
        self,
        text: str,
        articles: "tuple[FoundArticle, ...]",
        proposed: int = 0,
        *,
        is_complete: bool = True,
        is_first: bool = True,
        problem: str = "",
    ) -> None:
        super().__init__()
        self.text = text
        self.articles = articles
        self.proposed = proposed
        self.is_complete = is_complete
        self.is_first = is_first
        self.problem = problem


class IndexChanged(Message):
    """The index is being brought up to date: `done` of `count` articles; it has ended where they are the same.

    `has_changed` is whether there was anything to do, `problem` why the index can't be used.
    """

    def __init__(self, done: int, count: int, *, has_changed: bool = True, problem: str = "") -> None:
        super().__init__()
        self.done = done
        self.count = count
        self.has_changed = has_changed
        self.problem = problem


class SearchWorker(Thread):
    """Looks up the last query that was asked for, and posts `SearchFound`; an older one is given up.

    Args:
        session: The session of the app; the thread works with a session of its own.
        target: The screen that gets the messages.
    """

    def __init__(self, session: "Session", target: MessageTarget) -> None:
        super().__init__(name="search", daemon=True)
        self._session = session
        self._target = target
        self._changed = Condition()
        self._wanted: str | None = None
        self._is_over = False

    def ask(self, text: str) -> None:
        """Look up what was typed."""
        with self._changed:
            self._wanted = text
            self._changed.notify()

    def stop(self) -> None:
        """End the thread at the next article."""
        with self._changed:
            self._is_over = True
            self._changed.notify()

    def run(self) -> None:
        """Wait for queries and look them up."""
        session = self._session.clone()
        try:
            while True:
                with self._changed:
                    self._changed.wait_for(lambda: self._is_over or self._wanted is not None)
                    text, self._wanted = self._wanted or "", None
                    if self._is_over:
                        return
                try:
                    self._look_up(session, text)
                except Exception as error:  # noqa: BLE001 - whatever goes wrong with a search, one can go on
                    self._post(SearchFound(text, (), problem=fault_sentence("The search", error)))
        finally:
            session.close()

    def _look_up(self, session: "Session", text: str) -> None:
        from reader.text.search_query import parse_query  # noqa: PLC0415 - the article is on the screen before it is needed

        query = parse_query(text)
        candidates = session.search.candidates(query)
        problem = query.problem or session.search.problem or session.library.problem or ""
        articles: list[FoundArticle] = []
        is_first = True
        for number, found in enumerate(session.search.found(query, candidates), 1):
            if found is not None:
                articles.append(found)
            if self._is_over or self._wanted is not None:
                return
            if len(articles) == FIRST and is_first:
                is_complete = number == len(candidates)
                self._post(SearchFound(text, tuple(articles), len(candidates), is_complete=is_complete))
                is_first = False
            if len(articles) == MOST and number < len(candidates):
                self._post(SearchFound(text, tuple(articles), len(candidates), is_complete=False, is_first=is_first))
                return
        self._post(SearchFound(text, tuple(articles), len(candidates), is_first=is_first, problem=problem))

    def _post(self, message: Message) -> None:
        with suppress(RuntimeError):  # the app has ended
            self._target.post_message(message)


class IndexWorker(Thread):
    """Brings the search index up to date in the background, and posts `IndexChanged`.

    Args:
        session: As for `SearchWorker`.
        target: As for `SearchWorker`.
    """

    def __init__(self, session: "Session", target: MessageTarget) -> None:
        super().__init__(name="index", daemon=True)
        self._session = session
        self._target = target
        self._is_over = False
        self._has_changed = False
        self._reported = 0.0

    def stop(self) -> None:
        """End the thread at the next paragraph; what is indexed stays."""
        self._is_over = True

    def run(self) -> None:
        """Index what changed."""
        session = self._session.clone()
        session.library.is_read_only = True
        try:
            session.search.refresh(self._report, self._is_cancelled)
            problem = session.search.problem or ""
        except Exception as error:  # noqa: BLE001 - whatever goes wrong with the index, one can go on reading
            problem = fault_sentence("Indexing for the search", error)
        finally:
            session.close()
        self._post(IndexChanged(0, 0, has_changed=self._has_changed, problem=problem))

    def _is_cancelled(self) -> bool:
        time.sleep(_PAUSE)
        return self._is_over

    def _report(self, done: int, count: int) -> None:
        self._has_changed = True
        if time.monotonic() - self._reported > _REPORTED:
            self._reported = time.monotonic()
            self._post(IndexChanged(done, count))

    def _post(self, message: Message) -> None:
        if not self._is_over:
            with suppress(RuntimeError):  # the app has ended
                self._target.post_message(message)


class LookupFailed(Message):
    """What was to be looked up could not be; `problem` says why in one sentence."""

    def __init__(self, problem: str) -> None:
        super().__init__()
        self.problem = problem


class LibraryTask(Thread):
    """Calls `work` with a session of its own, in a thread, and posts the message that it returns, or `LookupFailed`.

    Args:
        session: As for `SearchWorker`.
        target: As for `SearchWorker`.
        work: Returns the message.
        what: What the sentence about a fault begins with.
    """

    def __init__(
        self,
        session: "Session",
        target: MessageTarget,
        work: "Callable[[Session], Message]",
        what: str = "Looking up the voices",
    ) -> None:
        super().__init__(name="library task", daemon=True)
        self._session = session
        self._target = target
        self._work = work
        self._what = what

    def run(self) -> None:
        """Do the work."""
        session = self._session.clone()
        try:
            message = self._work(session)
        except Exception as error:  # noqa: BLE001 - as for the search
            message = LookupFailed(fault_sentence(self._what, error))
        finally:
            session.close()
        with suppress(RuntimeError):  # the app has ended
            self._target.post_message(message)

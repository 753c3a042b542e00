"""A person's library as a session uses it: opened at the first need, and what keeps it from being used told once."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.errors import StorageError
from reader.model import Article, Highlight, Span

if TYPE_CHECKING:
    # SQLite is loaded when the library is opened: an article stands on the screen before that.
    from reader.store import Kept, Shelved, Store

SHELF = "library:"
"""How the location of an article begins that only the library has: read from a pipe, or its file is gone."""

# Where a pipe has a name, for as long as it is open.
_FLEETING = ("/dev/", "/proc/")

IMPATIENT = 1.0
"""Seconds that what is done by the way may keep a reader waiting for another process."""

_Answer = TypeVar("_Answer")


class Library:
    """The store at a path; `problem` is why it can't be used, in one sentence, None while it can.

    Without `wanted` it is never opened, and nothing can be kept. To be used by the thread that made it.
    """

    def __init__(self, path: Callable[[], Path], *, wanted: bool) -> None:
        self.problem: str | None = None
        self.wanted = wanted
        self._path = path
        self._store: Store | None = None
        self._carried: dict[tuple[str, str], tuple[Span, ...]] = {}

    def attempt(self, work: "Callable[[Store], _Answer]", otherwise: _Answer) -> _Answer:
        """What `work` gives, or `otherwise` where the library can't be used: for what reading can go on without."""
        if not self.wanted or (self._store is None and self.problem is not None):
            return otherwise
        try:
            return work(self.required(IMPATIENT))
        except StorageError as error:
            self.problem = str(error)
            return otherwise

    @contextmanager
    def writing(self) -> "Iterator[Store]":
        """A transaction for what a person asked to keep. Raises StorageError where it was not kept."""
        store = self.required()
        with store.writing():
            yield store
        self.problem = None

    def required(self, patience: float | None = None) -> "Store":
        """The store. Raises StorageError; tries anew each time, for the person may have mended what was wrong."""
        if not self.wanted:
            raise StorageError("Nothing is kept in this session, which runs without a library: start pullquote anew.")
        if self._store is None:
            from reader.store import Store  # noqa: PLC0415 - as above

            self._store = Store(self._path()) if patience is None else Store(self._path(), patience=patience)
            self.problem = None
        return self._store

    def close(self) -> None:
        """Let go of the file."""
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def kept(self, store: "Store", article: Article) -> list[tuple[Highlight, bool]]:
        """Every highlight of the article with its spans in the present text, and whether it is deleted."""
        from reader.store import digest  # noqa: PLC0415 - as above

        present = digest(article.text)
        found: list[tuple[Highlight, bool]] = []
        for key in store.articles.known_as(article):
            kept = store.highlights.of(key)
            for version in {here.digest for here in kept} - {present}:
                old = store.articles.text(key, version)
                self._carry(old, article, present, [here for here in kept if here.digest == version])
            for here in kept:
                spans = here.highlight.spans if here.digest == present else self._carried[here.highlight.id, present]
                highlight = replace(here.highlight, article_id=article.id, spans=spans)
                found.append((highlight, here.deleted_at is not None))
        return found

    def keepsakes(self, store: "Store") -> "tuple[tuple[Shelved, tuple[Highlight, ...]], ...]":
        """The articles of which something was kept, with what was, in the text that was read last."""
        with store.reading():
            books = [book for book in store.articles.shelf() if book.highlights]
            texts = ((book, store.articles.get(book.article_id)) for book in books)
            return tuple(
                (book, tuple(here for here, gone in self.kept(store, article) if not gone))
                for book, article in texts
                if article is not None
            )

    def _carry(self, old: str | None, article: Article, present: str, kept: "list[Kept]") -> None:
        """Find the highlights of an earlier version in the text whose digest is `present`, once in a session."""
        wanted = [here.highlight for here in kept if (here.highlight.id, present) not in self._carried]
        if not wanted:
            return
        from reader import anchors  # noqa: PLC0415 - most articles never changed

        if old is not None:
            places = anchors.carry(old, article.text, [here.spans for here in wanted])
            self._carried |= {(here.id, present): spans for here, spans in zip(wanted, places, strict=True)}
            return
        for here in wanted:
            place = anchors.find(article.text, here.exact, here.prefix, here.suffix, here.spans[0].start)
            self._carried[here.id, present] = () if place is None else (place,)


def now() -> str:
    """This moment in UTC (ISO 8601), as the library notes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def place_of(location: str) -> str | None:
    """The name by which an address or a file that is there is known from anywhere; None for a pipe, which is none."""
    if "://" in location:
        return location
    path = os.path.abspath(location)  # noqa: PTH100 - Path.resolve follows links
    return path if Path(path).is_file() and not path.startswith(_FLEETING) else None


def reachable(shelved: "Shelved") -> "Shelved":
    """The same, with a location that opens: the library's own text where there is no file any more."""
    if place_of(shelved.location) is not None:
        return shelved
    was = None if shelved.location == "-" or shelved.location.startswith(_FLEETING) else shelved.location
    return replace(shelved, location=f"{SHELF}{shelved.article_id}", was=was)

"""A person's library as a session uses it: opened at the first need, and what keeps it from being used told once."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.errors import StorageError
from reader.model import Article, Highlight, Span, format_count
from reader.printable import printable

if TYPE_CHECKING:
    # SQLite is loaded when the library is opened: an article stands on the screen before that.
    from reader.sources.formats.reading_lists import Bookmark
    from reader.store import LibraryEntry, Store, StoredHighlight, UnreadEntry

LIBRARY_PREFIX = "library:"
"""How the location of an article begins that only the library has: read from a pipe, or its file is gone."""

# Where a pipe has a name, for as long as it is open.
_FLEETING = ("/dev/", "/proc/")

BACKGROUND_TIMEOUT = 1.0
"""Seconds that what is done by the way may keep a reader waiting for another process."""

_Answer = TypeVar("_Answer")
_Other = TypeVar("_Other")


class Library:
    """The store at a path; `problem` is why it can't be used, in one sentence, None while it can.

    Without `enabled` it is never opened, and nothing can be kept. To be used by the thread that made it.
    """

    def __init__(self, path: Callable[[], Path], *, enabled: bool) -> None:
        self.problem: str | None = None
        self.enabled = enabled
        self._path = path
        self._store: Store | None = None
        self._carried: dict[tuple[str, str], tuple[Span, ...]] = {}

    def read(self, find: "Callable[[Store], _Answer]", otherwise: _Other) -> _Answer | _Other:
        """What `find` gives of one moment of the store, or `otherwise` where it can't be read: reading goes on."""

        def work(store: "Store") -> _Answer:
            with store.reading():
                return find(store)

        return self._attempt(work, otherwise)

    def try_write(self, write: "Callable[[Store], object]") -> None:
        """Let `write` keep what is kept by the way; where it can't be, reading goes on without it."""

        def work(store: "Store") -> None:
            with store.writing(timeout=BACKGROUND_TIMEOUT):
                write(store)

        self._attempt(work, None)

    def _attempt(self, work: "Callable[[Store], _Answer]", otherwise: _Other) -> _Answer | _Other:
        """What `work` gives, or `otherwise` where the library can't be used: for what reading can go on without."""
        if not self.enabled or (self._store is None and self.problem is not None):
            return otherwise
        try:
            return work(self.store(BACKGROUND_TIMEOUT))
        except StorageError as error:
            self.problem = str(error)
            return otherwise

    @contextmanager
    def writing(self) -> "Iterator[Store]":
        """A transaction for what a person asked to keep. Raises StorageError where it was not kept."""
        store = self.store()
        with store.writing():
            yield store
        self.problem = None

    def store(self, timeout: float | None = None) -> "Store":
        """The store. Raises StorageError; tries anew each time, for the person may have mended what was wrong."""
        if not self.enabled:
            raise StorageError("Nothing is kept in this session, which runs without a library: start pullquote anew.")
        if self._store is None:
            from reader.store import Store  # noqa: PLC0415 - as above

            self._store = Store(self._path()) if timeout is None else Store(self._path(), timeout=timeout)
            self.problem = None
        return self._store

    def close(self) -> None:
        """Let go of the file."""
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def highlights_of(self, store: "Store", article: Article) -> list[tuple[Highlight, bool]]:
        """Every highlight of the article with its spans in the present text, and whether it is deleted."""
        from reader.store import digest  # noqa: PLC0415 - as above

        present = digest(article.text)
        found: list[tuple[Highlight, bool]] = []
        for key in store.articles.keys_of(article):
            kept = store.highlights.of(key)
            for version in {here.digest for here in kept} - {present}:
                old = store.articles.version_text(key, version)
                self._carry(old, article, present, [here for here in kept if here.digest == version])
            for here in kept:
                spans = here.highlight.spans if here.digest == present else self._carried[here.highlight.id, present]
                highlight = replace(here.highlight, article_id=article.id, spans=spans)
                found.append((highlight, here.deleted_at is not None))
        return found

    def saved_article(self, location: str) -> Article | None:
        """The article as it is kept: at a location of the library itself, or of the page at an address; else None."""
        if location.startswith(LIBRARY_PREFIX):
            return self.read(lambda store: store.articles.get(location.removeprefix(LIBRARY_PREFIX)), None)
        if "://" not in location:
            return None
        article = self.read(lambda store: store.articles.at_location(location.partition("#")[0]), None)
        return None if article is None else replace(article, location=f"{LIBRARY_PREFIX}{article.id}")

    def remove(self, location: str) -> str:
        """Take an article out, by the location that `openable` has for it or by its place; gives its title.

        A place that can't be printed is known by what `printable` makes of it too, unless several places look so.
        Raises StorageError: where there is none, and where something is kept of it.
        """
        places = {
            location,
            location.removeprefix(LIBRARY_PREFIX)
            if location.startswith(LIBRARY_PREFIX)
            else permanent_location(location),
        }
        with self.writing() as store:
            book = _named(all_entries(store), places, location)
            if not store.articles.remove(book.article_id):
                kept = format_count(book.highlights, "highlight")
                raise StorageError(f"“{book.name}” has {kept}, to be deleted in it first (x). Nothing was removed.")
            store.reading_list.remove(book.location)
            return book.name

    def _carry(self, old: str | None, article: Article, present: str, kept: "list[StoredHighlight]") -> None:
        """Find the highlights of an earlier version in the text whose digest is `present`, once in a session."""
        wanted = [here.highlight for here in kept if (here.highlight.id, present) not in self._carried]
        if not wanted:
            return
        from reader.text import anchors  # noqa: PLC0415 - most articles never changed

        if old is not None:
            places = anchors.reanchor(old, article.text, [here.spans for here in wanted])
            self._carried |= {(here.id, present): spans for here, spans in zip(wanted, places, strict=True)}
            return
        for here in wanted:
            place = anchors.find(article.text, here.exact, here.prefix, here.suffix, here.spans[0].start)
            self._carried[here.id, present] = () if place is None else (place,)


def now() -> str:
    """This moment in UTC (ISO 8601), as the library notes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def all_entries(store: "Store") -> "tuple[LibraryEntry, ...]":
    """What was read, newest first, and then what waits to be read."""
    return (*store.articles.entries(), *store.reading_list.entries())


def _named(books: "Iterable[LibraryEntry]", places: Iterable[str | None], location: str) -> "LibraryEntry":
    """Return the first of the books that is at one of the places, else the one that lists show at this location.

    A list shows a name that is not UTF-8 with replacement characters, and a person copies that. Raises StorageError
    where there is no such book, and where lists show several so.
    """
    books, places = tuple(books), frozenset(places)
    found = [book for book in books if not places.isdisjoint((book.location, book.article_id))][:1]
    found = found or [book for book in books if printable(book.location) == location]
    if len(found) > 1:
        raise StorageError(
            f"Your library has several articles that are listed as {location}: remove one in the list that pullquote "
            "library opens (x)."
        )
    if not found:
        raise StorageError(f"Your library has no {location}: pullquote library lists what it has.")
    return found[0]


def articles_with_highlights(store: "Store") -> "list[tuple[LibraryEntry, Article]]":
    """The articles of which something was kept, last read first, in the text that was read last."""
    texts = ((book, store.articles.get(book.article_id)) for book in store.articles.entries() if book.highlights)
    return [(book, article) for book, article in texts if article is not None]


def without_deleted(kept: Iterable[tuple[Highlight, bool]]) -> tuple[Highlight, ...]:
    """The highlights that are not deleted, of what `Library.kept` gives, by place in the text, what has none last."""
    return tuple(sorted((here for here, gone in kept if not gone), key=_by_place))


def _by_place(here: Highlight) -> tuple[bool, tuple[Span, ...], str]:
    return not here.spans, here.spans, here.created


def new_entries(store: "Store", listed: "Iterable[Bookmark]") -> "tuple[UnreadEntry, ...]":
    """The articles of a list that the library lacks, as it lets them wait: since now where the list gives no time."""
    from reader.sources.formats.reading_lists import likeness  # noqa: PLC0415 - few sessions have a list
    from reader.store import UnreadEntry  # noqa: PLC0415 - as above

    moment = now()
    entries = [UnreadEntry(b.url, b.title, b.byline, b.outlet, b.published, b.saved or moment) for b in listed]
    return store.reading_list.without_known(entries, likeness)


def permanent_location(location: str) -> str | None:
    """The name by which an address or a file that is there is known from anywhere; None for a pipe, which is none."""
    if "://" in location:
        return location
    path = os.path.abspath(location)  # noqa: PTH100 - Path.resolve follows links
    return path if Path(path).is_file() and not path.startswith(_FLEETING) else None


def openable(shelved: "LibraryEntry") -> "LibraryEntry":
    """The same, with a location that opens: the library's own text where there is no file any more."""
    if permanent_location(shelved.location) is not None:
        return shelved
    was = None if shelved.location == "-" or shelved.location.startswith(_FLEETING) else shelved.location
    return replace(shelved, location=f"{LIBRARY_PREFIX}{shelved.article_id}", former_path=was)

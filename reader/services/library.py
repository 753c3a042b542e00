"""A person's library as a session uses it: opened when it is first needed, listed, added to and removed from."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader import config
from reader.errors import DamageError, StorageError
from reader.model import Article, format_count
from reader.printable import printable

if TYPE_CHECKING:
    # SQLite is loaded when the library is opened: an article is on the screen before that.
    from reader.sources.formats.reading_lists import Bookmark, SkippedEntry
    from reader.store import LibraryEntry, Store, UnreadEntry
    from reader.store.expected_articles import ExpectedArticle
    from reader.store.removed_articles import RemovedArticle

LIBRARY_PREFIX = "library:"
"""Begins the location of an article that only the library has: it was read from a pipe, or its file is gone."""

# Where a pipe has a name, for as long as it is open.
_PIPE_PREFIXES = ("/dev/", "/proc/")

BACKGROUND_TIMEOUT = 1.0
"""Seconds that work in the background may wait for another process."""

_Result = TypeVar("_Result")
_Default = TypeVar("_Default")


class Library:
    """The store at a path, opened when it is first used. Use it only in the thread that made it.

    A damaged library is set aside, and a new one with what could be read of it takes its place.

    Attributes:
        problem: Why the library can't be used, in one sentence; None while it can.
        recovered: What became of a damaged library, in a few sentences; None where none was damaged.
        enabled: Whether there is a library at all. Without one nothing is read from it and nothing can be saved.
        is_read_only: Whether only what a person asks for is saved.
    """

    def __init__(self, path: Callable[[], Path], *, enabled: bool) -> None:
        self.problem: str | None = None
        self.recovered: str | None = None
        self.enabled = enabled
        self.is_read_only = False
        self._path = path
        self._store: Store | None = None
        self._identity: tuple[int, int] | None = None  # of the file, before it was opened last

    @property
    def path(self) -> Path:
        """The library's file."""
        return self._path()

    @property
    def notice(self) -> str | None:
        """What a person should know of the library: its problem, what was recovered, and rows that were left out."""
        return " ".join(filter(None, (self.problem, self.recovered, self.left_out))) or None

    @property
    def left_out(self) -> str | None:
        """The damaged rows that were left out of what was read, in one sentence; None where there were none."""
        if self._store is None or not self._store.unreadable:
            return None
        from reader.store.failures import unreadable_rows  # noqa: PLC0415 - few libraries have any

        return unreadable_rows(self._store.path, tuple(self._store.unreadable))

    def read(self, find: "Callable[[Store], _Result]", default: _Default) -> _Result | _Default:
        """Return what `find` reads in one transaction, or `default` where the library can't be read."""

        def work(store: "Store") -> _Result:
            with store.reading():
                return find(store)

        return self._attempt(work, default)

    def try_write(self, write: "Callable[[Store], object]") -> None:
        """Save something that reading can go on without; `problem` says why where that failed."""

        def work(store: "Store") -> None:
            with store.writing(timeout=BACKGROUND_TIMEOUT):
                write(store)

        if not self.is_read_only:
            self._attempt(work, None)

    def _attempt(self, work: "Callable[[Store], _Result]", default: _Default) -> _Result | _Default:
        """Return what `work` returns, or `default` where the library can't be used."""
        if not self.enabled or (self._store is None and self.problem is not None):
            return default
        try:
            try:
                return work(self.store(BACKGROUND_TIMEOUT))
            except DamageError as error:
                self._replace(error)
                return work(self.store(BACKGROUND_TIMEOUT))
        except StorageError as error:
            self.problem = str(error)
            return default

    @contextmanager
    def writing(self) -> "Iterator[Store]":
        """Begin a transaction for what a person asked to save.

        Raises:
            StorageError: It was not saved.
        """
        with self._transaction(lambda store: store.writing()) as store:
            yield store
        self.problem = None

    @contextmanager
    def reading(self) -> "Iterator[Store]":
        """Begin a transaction for what a person asked to read.

        Raises:
            StorageError: It can't be read.
        """
        with self._transaction(lambda store: store.reading()) as store:
            yield store

    @contextmanager
    def _transaction(self, begin: "Callable[[Store], AbstractContextManager[None]]") -> "Iterator[Store]":
        with ExitStack() as transaction:
            try:
                store = self.store()
                transaction.enter_context(begin(store))
            except DamageError as error:
                self._replace(error)
                store = self.store()
                transaction.enter_context(begin(store))
            yield store

    def _replace(self, error: DamageError) -> None:
        """Set a damaged library aside. Raises `error` where that is not certain to be right, or not possible."""
        from reader.services.damaged_library import advice, replace_damaged  # noqa: PLC0415 - few libraries are damaged

        self.close()
        if self.is_read_only or not error.may_be_replaced:
            raise advice(self.path, error)
        self.recovered = replace_damaged(self.path, error, self._identity)

    def store(self, timeout: float | None = None) -> "Store":
        """Return the open store; each call tries again, because the person may have repaired what was wrong.

        Args:
            timeout: Seconds to wait for other processes; None for the store's own default.

        Raises:
            StorageError: It can't be opened, or this session has no library.
        """
        if not self.enabled:
            raise StorageError("This session has no library, so nothing can be saved: start pullquote again.")
        if self._store is None:
            from reader.store import Store  # noqa: PLC0415 - as above
            from reader.store.library_files import file_identity  # noqa: PLC0415

            self._identity = file_identity(self._path())
            self._store = Store(self._path()) if timeout is None else Store(self._path(), timeout=timeout)
            self.problem = None
        return self._store

    def close(self) -> None:
        """Close the library's file."""
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def entries(self, query: str = "") -> "tuple[LibraryEntry, ...]":
        """List what was read, newest first, and after it what is still to be read (its `read` is "").

        Args:
            query: Words that title, byline, outlet or location must all have; "" for everything.
        """
        words = query.casefold().split()
        return tuple(openable(entry) for entry in self.read(all_entries, ()) if _matches(entry, words))

    def saved_article(self, location: str) -> Article | None:
        """Return the library's own copy of an article, None where it has none.

        Args:
            location: A location that begins with LIBRARY_PREFIX, or the address of a web page.
        """
        if location.startswith(LIBRARY_PREFIX):
            return self.read(lambda store: store.articles.get(location.removeprefix(LIBRARY_PREFIX)), None)
        if "://" not in location:
            return None
        article = self.read(lambda store: store.articles.at_location(location.partition("#")[0]), None)
        return None if article is None else replace(article, location=f"{LIBRARY_PREFIX}{article.id}")

    def has_only_highlights(self, location: str) -> bool:
        """Whether a location of the library is that of an article of which it only has highlights."""
        key = location.removeprefix(LIBRARY_PREFIX)
        return bool(self.read(lambda store: store.expected.is_expected(key), default=False))

    def record(self, article: Article) -> None:
        """Record that the article is read now; `problem` says why where that failed."""

        def write(store: "Store") -> None:
            key = store.articles.record(article, permanent_location(article.location), now())
            store.reading_list.remove(article.location, article.url)
            if store.expected.are_there():
                from reader.services.highlight_placing import adopt_expected  # noqa: PLC0415 - few people import any

                adopt_expected(store, article, key)

        self.try_write(write)

    def remove(self, location: str, *, highlight_count: int = 0) -> "RemovedArticle":
        """Take an article out of the library, and return what has to be put back to undo that. Its file or page stays.

        Args:
            location: The location or the id that `entries` has for it, or its path or address. A location that can't be
                printed is also found by what `printable` makes of it, unless several look the same.
            highlight_count: How many highlights the person wants to delete with it, which is all that it has.

        Raises:
            StorageError: The library has no such article, or there are other highlights in it: nothing that a person
                made is dropped unasked.
        """
        is_own = location.startswith(LIBRARY_PREFIX)
        places = {location, location.removeprefix(LIBRARY_PREFIX) if is_own else permanent_location(location)}
        with self.writing() as store:
            entry = _find_entry(all_entries(store), places, location)
            removed = store.removed.read(entry.article_id, entry.location, entry.name)
            if highlight_count:
                stored = store.highlights.of(entry.article_id)
                ids = tuple(each.highlight.id for each in stored if each.deleted_at is None)
                if len(ids) == highlight_count:
                    removed = replace(removed, highlights=ids)
                for id_ in removed.highlights:
                    store.highlights.delete(id_, now())
            if not store.articles.remove(entry.article_id):
                count = format_count(entry.highlights, "highlight")
                raise StorageError(
                    f"“{entry.name}” has {count}: remove it with x in the list that pullquote library opens, where U "
                    "undoes that. Nothing was removed."
                )
            store.reading_list.remove(entry.location)
            return removed

    def import_list(
        self, location: str, *, stdin: bytes | None = None, dry_run: bool = False, **options: bool
    ) -> "tuple[tuple[UnreadEntry, ...], tuple[SkippedEntry, ...]]":
        """Put the articles of a list into the library, to be read.

        Args:
            location: The file or address of the list, "-" for `stdin`.
            stdin: What was piped in.
            dry_run: Whether to save nothing.
            options: As `sources.formats.reading_lists.read_list` takes them.

        Returns:
            The new entries, and what was skipped.

        Raises:
            SourceError: The list can't be read.
            StorageError: The library can't be used.
        """
        from reader.sources.formats.imported_pages import cache_pages  # noqa: PLC0415 - few sessions import anything
        from reader.sources.formats.reading_lists import SkippedEntry, read_list  # noqa: PLC0415 - as above

        store = self.store()
        listed = read_list(location, stdin, **options)
        with store.reading() if dry_run else store.writing():
            new = new_entries(store, listed.bookmarks)
            store.reading_list.add(() if dry_run else new)
        added = {entry.location for entry in new}
        if not dry_run:
            cache_pages(config.paths().pages, ((each.url, each.page) for each in listed.bookmarks if each.url in added))
        known = [SkippedEntry(each.url, "it is in your library") for each in listed.bookmarks if each.url not in added]
        return new, (*listed.skipped, *known)


def now() -> str:
    """Return this moment in UTC (ISO 8601), as the library stores it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def all_entries(store: "Store") -> "tuple[LibraryEntry, ...]":
    """List what was read, newest first, and after it what is still to be read."""
    return (*store.articles.entries(), *store.reading_list.entries())


def articles_with_highlights(store: "Store") -> "list[tuple[LibraryEntry, Article]]":
    """List the articles that have highlights, last read first, each with the text that was read last.

    Those of which the library only has highlights, from another program, come last and have no text. The text is empty
    where it can't be read.
    """
    expected = {each.key: each for each in store.expected.all()}
    articles = store.articles
    found = ((entry, articles.get_without_text(entry.article_id)) for entry in articles.entries() if entry.highlights)
    listed = [(entry, article or _without_text(expected.get(entry.article_id))) for entry, article in found]
    return [(entry, article) for entry, article in listed if article is not None]


def _without_text(expected: "ExpectedArticle | None") -> Article | None:
    if expected is None:
        return None
    return Article(
        expected.key, expected.location, "", (), title=expected.title, byline=expected.byline, url=expected.url
    )


def new_entries(store: "Store", listed: "Iterable[Bookmark]") -> "tuple[UnreadEntry, ...]":
    """Return the articles of a list that the library lacks, as entries; saved now where the list gives no time."""
    from reader.sources.formats.reading_lists import url_key  # noqa: PLC0415 - few sessions have a list
    from reader.store import UnreadEntry  # noqa: PLC0415 - as above

    moment = now()
    entries = [UnreadEntry(b.url, b.title, b.byline, b.outlet, b.published, b.saved or moment) for b in listed]
    return store.reading_list.without_known(entries, url_key)


def permanent_location(location: str) -> str | None:
    """Return an address as it is and the absolute path of a file that exists; None for a pipe and a missing file."""
    if "://" in location:
        return location
    path = os.path.abspath(location)  # noqa: PTH100 - Path.resolve follows links
    return path if os.path.isfile(path) and not path.startswith(_PIPE_PREFIXES) else None  # noqa: PTH113 - Path.is_file raises for a long name


def openable(entry: "LibraryEntry") -> "LibraryEntry":
    """Return the entry with a location that opens: the library's own copy where the file is gone."""
    location = openable_location(entry.location, entry.article_id)
    if location == entry.location:
        return entry
    is_pipe = entry.location == "-" or entry.location.startswith(_PIPE_PREFIXES)
    return replace(entry, location=location, former_path=None if is_pipe else entry.location)


def openable_location(location: str, key: str) -> str:
    """Return a location that opens: the library's own copy where the file is gone."""
    return location if permanent_location(location) is not None else f"{LIBRARY_PREFIX}{key}"


def _find_entry(entries: "Sequence[LibraryEntry]", places: set[str | None], location: str) -> "LibraryEntry":
    """Return the entry with one of the places as its id, else the first one there, else the only one that looks so.

    A list shows a name that is not UTF-8 with replacement characters, and a person copies that. Raises StorageError
    where there is no such entry, and where lists show several so.
    """
    found = [entry for entry in entries if entry.article_id in places][:1]
    found = found or [entry for entry in entries if entry.location in places][:1]
    found = found or [entry for entry in entries if printable(entry.location) == location]
    if len(found) > 1:
        raise StorageError(
            f"Your library lists several articles as {location}: remove one in the list that pullquote library "
            "opens (x)."
        )
    if not found:
        raise StorageError(f"{location} is not in your library: pullquote library lists what is.")
    return found[0]


def _matches(entry: "LibraryEntry", words: list[str]) -> bool:
    """Whether every one of the casefolded words is in the entry's title, byline, outlet or location."""
    facts = (entry.title, entry.byline, entry.outlet, entry.location)
    text = " ".join(fact for fact in facts if fact).casefold()
    return all(word in text for word in words)

"""The reading list: addresses that were imported and not opened yet."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass

from reader.store.article_repository import LibraryEntry
from reader.store.row_mapping import UnreadableRows, checked, location_to_db, readable, row_name


@dataclass(frozen=True, slots=True)
class UnreadEntry:
    """An article on the reading list: its address, its facts, and when it was saved (ISO 8601, UTC)."""

    location: str
    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None
    saved: str


class ReadingListRepository:
    """The articles to read, each address once."""

    def __init__(self, connection: sqlite3.Connection, unreadable: UnreadableRows) -> None:
        self._connection = connection
        self._unreadable = unreadable

    def without_known(self, entries: Iterable[UnreadEntry], likeness: Callable[[str], str]) -> tuple[UnreadEntry, ...]:
        """Return the entries that are neither on the list nor were read.

        Args:
            entries: The entries.
            likeness: Returns the same value for addresses that count as one.
        """
        entries = tuple(entries)
        if not entries:
            return ()
        rows = self._connection.execute(
            "SELECT location FROM waiting UNION SELECT location FROM places UNION SELECT url FROM articles"
        )
        known = {likeness(location) for (location,) in rows if isinstance(location, str)}
        return tuple(entry for entry in entries if likeness(entry.location) not in known)

    def add(self, entries: Iterable[UnreadEntry]) -> None:
        """Add entries; an address that is on the list already keeps its row."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO waiting (location, title, byline, outlet, published, saved) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            map(astuple, entries),
        )

    def remove(self, *locations: str | None) -> None:
        """Remove the entries with these locations; None is ignored."""
        rows = [(location_to_db(each),) for each in locations if each is not None]
        self._connection.executemany("DELETE FROM waiting WHERE location = ?", rows)

    def entries(self) -> tuple[LibraryEntry, ...]:
        """List the entries, saved last first, as articles that were not read."""
        rows = self._connection.execute(
            "SELECT location, location, title, outlet, published, '', 0, 0, byline FROM waiting "
            "ORDER BY saved DESC, rowid"
        )
        return tuple(
            readable(
                rows,
                lambda row: checked(LibraryEntry(*row)),
                lambda row: row_name("on the reading list", row[2], row[0]),
                self._unreadable,
            )
        )

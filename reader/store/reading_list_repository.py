"""Articles to read: addresses that were imported and not opened yet."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass

from reader.store.article_repository import LibraryEntry
from reader.store.row_mapping import location_to_db


@dataclass(frozen=True, slots=True)
class UnreadEntry:
    """An article to read: its address, what is known of it, and since when it waits (ISO 8601, UTC)."""

    location: str
    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None
    saved: str


class ReadingListRepository:
    """The list of articles to read, each address once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def without_known(self, entries: Iterable[UnreadEntry], likeness: Callable[[str], str]) -> tuple[UnreadEntry, ...]:
        """Those of `entries` that neither wait nor were read; addresses with the same `likeness` are one."""
        entries = tuple(entries)
        if not entries:
            return ()
        rows = self._connection.execute(
            "SELECT location FROM waiting UNION SELECT location FROM places UNION SELECT url FROM articles"
        )
        known = {likeness(location) for (location,) in rows if isinstance(location, str)}
        return tuple(entry for entry in entries if likeness(entry.location) not in known)

    def add(self, entries: Iterable[UnreadEntry]) -> None:
        """Let these wait; an address that waits already keeps its row."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO waiting (location, title, byline, outlet, published, saved) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            map(astuple, entries),
        )

    def remove(self, *locations: str | None) -> None:
        """What is at these places waits no more; only addresses wait, and the place of a file is none."""
        places = [(location_to_db(each),) for each in locations if each is not None]
        self._connection.executemany("DELETE FROM waiting WHERE location = ?", places)

    def entries(self) -> tuple[LibraryEntry, ...]:
        """All that waits, what was saved last first; not read, and of no known length."""
        rows = self._connection.execute(
            "SELECT location, location, title, outlet, published, '', 0, 0, byline FROM waiting "
            "ORDER BY saved DESC, rowid"
        )
        return tuple(LibraryEntry(*row) for row in rows)

"""The news feeds that a person follows."""

import sqlite3
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from reader.store.row_mapping import UnreadableRows, checked, readable, row_name


@dataclass(frozen=True, slots=True)
class FollowedFeed:
    """A feed that the library follows. Times are ISO 8601 in UTC.

    Attributes:
        location: The address that it is followed by.
        title: Its name.
        added: Since when it is followed.
        checked: When it was last fetched, or the attempt failed.
        failure: Why it could not be fetched then, None where it could.
        url: The address that `location` led to.
        etag: The ETag that `url` was served with.
        modified: The Last-Modified that `url` was served with.
        allow_private: Whether the host of `location`, and no other, may be in the person's own network.
    """

    location: str
    title: str | None
    added: str
    checked: str
    failure: str | None = None
    url: str = ""
    etag: str = ""
    modified: str = ""
    allow_private: bool = False


PERMISSIONS = frozenset({"private"})
"""The columns with what a person allowed a feed: a library that somebody sent them must not allow it."""


def _flag(stored: object) -> bool:
    """Return a flag as stored. Raises ValueError for damage: nothing but 1 opens a private network."""
    if stored not in {0, 1}:
        raise ValueError(stored)
    return stored == 1


class FeedRepository:
    """The feeds, each address once, with the items that each had when it last listed any."""

    def __init__(self, connection: sqlite3.Connection, unreadable: UnreadableRows) -> None:
        self._connection = connection
        self._unreadable = unreadable

    def all(self) -> tuple[FollowedFeed, ...]:
        """Return every feed, by name."""
        rows = self._connection.execute(
            "SELECT location, title, added, asked, failure, url, etag, modified, private FROM feeds "
            "ORDER BY lower(coalesce(title, location)), location"
        )
        return tuple(
            readable(
                rows,
                lambda row: checked(FollowedFeed(*(*row[:-1], _flag(row[-1])))),
                lambda row: row_name("the feed", row[1], row[0]),
                self._unreadable,
            )
        )

    def put(self, feed: FollowedFeed) -> None:
        """Store a feed, in place of the one with its location; that one's `added` stays."""
        self._connection.execute(
            "INSERT INTO feeds (location, title, added, asked, failure, url, etag, modified, private) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (location) DO UPDATE SET title = excluded.title, "
            "asked = excluded.asked, failure = excluded.failure, url = excluded.url, etag = excluded.etag, "
            "modified = excluded.modified, private = excluded.private",
            astuple(feed),
        )

    def remove(self, location: str) -> None:
        """Remove a feed; the articles that it listed stay on the reading list."""
        self._connection.execute("DELETE FROM feeds WHERE location = ?", (location,))

    def items(self, location: str) -> set[str]:
        """Return the names of the items that a feed had."""
        rows = self._connection.execute("SELECT item FROM feed_items WHERE location = ?", (location,))
        return {item for (item,) in rows}

    def set_items(self, location: str, items: Iterable[str]) -> None:
        """Store the names of the items that a feed has now."""
        self._connection.execute("DELETE FROM feed_items WHERE location = ?", (location,))
        self._connection.executemany(
            "INSERT OR IGNORE INTO feed_items (location, item) VALUES (?, ?)", [(location, item) for item in items]
        )

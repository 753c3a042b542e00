"""The news feeds that a person follows."""

import sqlite3
from collections.abc import Iterable
from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class FollowedFeed:
    """A feed: its address and name, since when it is followed, and when it was last asked (ISO 8601, UTC).

    `failure` is why it could not be had then. `url` is where its list was in the end; `etag` and `modified` are what to
    ask with whether that is still the same.
    """

    location: str
    title: str | None
    added: str
    checked: str
    failure: str | None = None
    url: str = ""
    etag: str = ""
    modified: str = ""


class FeedRepository:
    """The feeds, each address once, with the items that each had when it last listed any."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[FollowedFeed, ...]:
        """Every feed, by name."""
        rows = self._connection.execute(
            "SELECT location, title, added, asked, failure, url, etag, modified FROM feeds "
            "ORDER BY lower(coalesce(title, location)), location"
        )
        return tuple(FollowedFeed(*row) for row in rows)

    def put(self, feed: FollowedFeed) -> None:
        """Follow a feed, or note what became of asking it."""
        self._connection.execute(
            "INSERT INTO feeds (location, title, added, asked, failure, url, etag, modified) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (location) DO UPDATE SET title = excluded.title, "
            "asked = excluded.asked, failure = excluded.failure, url = excluded.url, etag = excluded.etag, "
            "modified = excluded.modified",
            astuple(feed),
        )

    def remove(self, location: str) -> None:
        """Follow this feed no more; what waits in the library stays."""
        self._connection.execute("DELETE FROM feeds WHERE location = ?", (location,))

    def items(self, location: str) -> set[str]:
        """The names of the items that a feed had."""
        rows = self._connection.execute("SELECT item FROM feed_items WHERE location = ?", (location,))
        return {item for (item,) in rows}

    def set_items(self, location: str, items: Iterable[str]) -> None:
        """Note the items that a feed has now."""
        self._connection.execute("DELETE FROM feed_items WHERE location = ?", (location,))
        self._connection.executemany(
            "INSERT OR IGNORE INTO feed_items (location, item) VALUES (?, ?)", [(location, item) for item in items]
        )

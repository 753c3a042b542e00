"""Articles that are taken out of a library, with all that has to come back when that is undone."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from reader.store.row_mapping import location_to_db

Row = dict[str, Any]

_QUERIES = {
    "articles": "SELECT * FROM articles WHERE id = :key",
    "identities": "SELECT * FROM identities WHERE article_id = :key",
    "places": "SELECT * FROM places WHERE article_id = :key",
    "versions": "SELECT * FROM versions WHERE article_id = :key",
    "whereabouts": "SELECT * FROM whereabouts WHERE article_id = :key",
    "waiting": "SELECT * FROM waiting WHERE location = :location",
}
"""What finds the rows of an article in each table, in the order in which they are put back."""

_OTHERS = """
SELECT 1 FROM identities WHERE article_id <> :key AND id IN (SELECT value FROM json_each(:ids)) UNION
SELECT 1 FROM versions WHERE article_id <> :key AND digest = :digest UNION
SELECT 1 FROM places WHERE article_id <> :key AND location = :location
"""
"""What finds other articles with an id, the text or the place of an article."""


@dataclass(frozen=True, slots=True)
class RemovedArticle:
    """An article that was taken out: its key, its location, its name, and its rows, each with the name of its table.

    `highlights` has the ids of those that were deleted with it.
    """

    key: str
    location: str
    name: str
    rows: tuple[tuple[str, Row], ...]
    highlights: tuple[str, ...] = ()


class RemovedArticles:
    """Reads the rows of an article before it is removed, and puts them back."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def read(self, key: str, location: str, name: str) -> RemovedArticle:
        """Return what has to be put back of the article with this key, or of the one to read at this location."""
        rows: list[tuple[str, Row]] = []
        for table, query in _QUERIES.items():
            cursor = self._connection.execute(query, {"key": key, "location": location_to_db(location)})
            columns = [column for column, *_ in cursor.description]
            rows += ((table, dict(zip(columns, values, strict=True))) for values in cursor)
        return RemovedArticle(key, location, name, tuple(rows))

    def restore(self, removed: RemovedArticle) -> bool:
        """Put an article back; False, and nothing is changed, where the library has it again under another key.

        That is also an article that was opened at its location since: a file that was edited has another key.
        What was made since it was removed stays as it is.
        """
        if self._is_known_otherwise(removed):
            return False
        for table, row in removed.rows:
            if table == "waiting" and self._was_opened(row["location"]):
                continue
            names, slots = ", ".join(row), ", ".join(f":{column}" for column in row)
            self._connection.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({slots})", row)  # noqa: S608 - constant
            if table == "articles":  # one with corrections was only hidden
                self._connection.execute(
                    "UPDATE articles SET last_read = :last_read WHERE id = :id AND last_read = ''", row
                )
        return True

    def _is_known_otherwise(self, removed: RemovedArticle) -> bool:
        ids = json.dumps([row["id"] for table, row in removed.rows if table == "identities"])
        articles = (row for table, row in removed.rows if table == "articles")
        wanted = (
            {"key": removed.key, "ids": ids, "digest": row["digest"], "location": row["location"]} for row in articles
        )
        return any(self._connection.execute(_OTHERS, values).fetchone() is not None for values in wanted)

    def _was_opened(self, location: object) -> bool:
        return self._connection.execute("SELECT 1 FROM places WHERE location = ?", (location,)).fetchone() is not None

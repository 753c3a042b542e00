"""Articles that a library has only highlights of, from another program, until they are opened.

Such an article is a row like any other whose version has no text. It is found by names that are made from its address
and its title, and kept among the identities: when the article is opened, it is merged into that.
"""

import sqlite3
from dataclasses import dataclass

from reader.store.row_mapping import checked, decoding, location_from_db, location_to_db

NO_DIGEST = "expected:"
"""Begins the digest of the version that such an article has: that of no text."""

_INSERT = """
INSERT INTO articles (id, location, digest, title, byline, url, first_read, last_read)
VALUES (?, ?, ?, ?, ?, ?, ?, '')
"""
IS_EXPECTED = f"last_read = '' AND digest LIKE '{NO_DIGEST}%'"
"""The condition of such a row of `articles`, in SQL."""

_ONE = f"SELECT 1 FROM articles WHERE id = ? AND {IS_EXPECTED}"  # noqa: S608 - constant
_ALL = f"SELECT id, location, title, byline, url FROM articles WHERE {IS_EXPECTED} "  # noqa: S608 - constant


@dataclass(frozen=True, slots=True)
class ExpectedArticle:
    """An article that is not here yet: its key, where it is (an address or "-"), and what is known of it."""

    key: str
    location: str
    title: str | None
    byline: str | None
    url: str | None


class ExpectedArticles:
    """The articles of a library that are expected. Times (`now`) are ISO 8601 in UTC."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, expected: ExpectedArticle, names: tuple[str, ...], now: str) -> None:
        """Expect an article under names. A name that another article has already stays with that one."""
        connection, key, digest = self._connection, expected.key, NO_DIGEST + expected.key
        connection.execute(
            _INSERT,
            (key, location_to_db(expected.location), digest, expected.title, expected.byline, expected.url, now),
        )
        connection.execute(
            "INSERT INTO versions (article_id, digest, words, first_read) VALUES (?, ?, 0, ?)", (key, digest, now)
        )
        connection.executemany(
            "INSERT OR IGNORE INTO identities (id, article_id) VALUES (?, ?)", [(name, key) for name in (key, *names)]
        )

    def named(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the keys of the articles with these names, expected or not, in the order of the names."""
        found = (
            self._connection.execute("SELECT article_id FROM identities WHERE id = ?", (name,)).fetchone()
            for name in names
        )
        return tuple(dict.fromkeys(row[0] for row in found if row is not None))

    def names_of(self, key: str) -> frozenset[str]:
        """Return the names of an article that is expected."""
        rows = self._connection.execute("SELECT id FROM identities WHERE article_id = ?", (key,))
        return frozenset(name for (name,) in rows)

    def are_there(self) -> bool:
        """Whether any article is expected."""
        return self._connection.execute(_ALL + "LIMIT 1").fetchone() is not None

    def is_expected(self, key: str) -> bool:
        """Whether the article with this key is expected: nobody has opened it."""
        return self._connection.execute(_ONE, (key,)).fetchone() is not None

    def all(self) -> tuple[ExpectedArticle, ...]:
        """List the articles that are expected."""
        rows = self._connection.execute(_ALL + "ORDER BY first_read DESC, rowid")
        with decoding("the list of articles that are expected"):
            return tuple(checked(ExpectedArticle(key, location_from_db(place), *facts)) for key, place, *facts in rows)

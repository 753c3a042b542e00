"""All rows of a library as plain data, and the rows of another one merged in: nothing that is here is lost.

Of a highlight that both have, the note keeps what was written in either, and the tags of both stay; everything else
stays as it is here. What can be made again, such as stored analyses, is left out.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from reader.store.article_repository import structure_from_json
from reader.store.correction_repository import StoredCorrection, StoredKnownVoice
from reader.store.expected_articles import IS_EXPECTED, NO_DIGEST
from reader.store.feed_repository import PERMISSIONS
from reader.store.highlight_repository import check_row
from reader.store.row_mapping import checked

Row = dict[str, Any]

TABLES = (
    "articles", "identities", "places", "versions", "highlights", "corrections", "known_voices", "whereabouts",
    "waiting", "feeds", "feed_items",
)  # fmt: skip
"""The tables with what a person made or chose, each after those that its rows refer to."""

NOUNS = {
    "articles": "article",
    "versions": "text",
    "highlights": "highlight",
    "corrections": "correction",
    "known_voices": "voice setting",
    "whereabouts": "position",
    "waiting": "unread article",
    "feeds": "feed",
}
"""What a person calls a row of each table; the others only say how articles are found again."""

MADE_AGAIN = ("analyses",)
"""The tables whose rows the program makes again."""

JSON_COLUMNS = frozenset({"structure", "spans", "speaker", "tags", "said", "operation"})
"""Columns whose text is JSON."""

_BY_ID = "SELECT article_id FROM identities WHERE id = ?"
_BY_TEXT = "SELECT article_id FROM versions WHERE digest = ?"
_HIGHLIGHT = "SELECT note, tags FROM highlights WHERE id = ?"
_WITHOUT_TEXT = "SELECT 1 FROM versions WHERE article_id = ? AND digest = ? AND text IS NULL"


class LibraryRows:
    """The rows of one library, whatever table they are in."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @property
    def schema(self) -> int:
        """The number of the library's last migration."""
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    def all(self) -> Iterator[tuple[str, Row]]:
        """Yield every row with the name of its table, in the order in which they were made; JSON as text."""
        for table in TABLES:
            cursor = self._connection.execute(f"SELECT * FROM {table} ORDER BY rowid")  # noqa: S608 - constant
            columns = [column for column, *_ in cursor.description]
            for values in cursor:
                yield table, dict(zip(columns, values, strict=True))

    def merge(self, now: str) -> "LibraryMerge":
        """Begin to merge the rows of another library into this one, in the transaction that the caller began.

        `now` (ISO 8601, UTC) is when a highlight that is changed was changed last.
        """
        return LibraryMerge(self._connection, now)


class LibraryMerge:
    """Rows of another library on their way into this one, in the order of TABLES.

    Attributes:
        new: How many rows of each table are new.
    """

    def __init__(self, connection: sqlite3.Connection, now: str) -> None:
        self._connection = connection
        self._now = now
        self._columns = {
            table: [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")] for table in TABLES
        }
        self._keys: dict[str, str] = {}  # the key here of each article of the other library
        self._texts: dict[tuple[str, str], str] = {}
        self.new: Counter[str] = Counter()

    def expect(self, article: str, names: Iterable[str], digest: str) -> None:
        """Say which article follows, with all its ids and the digest of its text, by which it may be known here."""
        queries = (*((_BY_ID, name) for name in (article, *sorted(names))), (_BY_TEXT, digest))
        for query, name in queries:
            found = self._connection.execute(query, (name,)).fetchone()
            if found is not None:
                self._keys[article] = found[0]
                return

    def add(self, table: str, row: Row) -> None:
        """Add a row that `LibraryRows.all` returned, with clean text.

        Raises:
            ValueError: The library can't have written it, or its article is not in either library.
            TypeError: The same.
            KeyError: The same.
            AttributeError: The same.
            OverflowError: The same.
            sqlite3.IntegrityError: The same.
        """
        row = {column: row[column] for column in self._columns[table] if column in row and column not in PERMISSIONS}
        if not row:
            raise ValueError(table)
        is_new = table == "articles" and row["id"] not in self._keys
        if is_new:
            self._keys[row["id"]] = row["id"]
        elif "article_id" in row:
            row["article_id"] = self._keys[row["article_id"]]
        _CHECKS.get(table, _check_nothing)(row)
        before = self._connection.total_changes
        if table == "articles" and not is_new:
            self._fill_expected(row)
        elif table == "versions":
            self._add_version(row)
        elif table == "highlights":
            self._add_highlight(row)
        elif table != "waiting" or not self._was_read(row["location"]):
            self._insert(table, row)
        self.new[table] += self._connection.total_changes > before

    def _insert(self, table: str, row: Row) -> None:
        names, slots = ", ".join(row), ", ".join(f":{column}" for column in row)
        self._connection.execute(f"INSERT INTO {table} ({names}) VALUES ({slots}) ON CONFLICT DO NOTHING", row)  # noqa: S608 - constant

    def _fill_expected(self, row: Row) -> None:
        """Give an article that is only expected here what the other library knows of it, where that has its text."""
        if not str(row["digest"]).startswith(NO_DIGEST):
            facts = {**row, "key": self._keys[row["id"]]}
            values = ", ".join(f"{column} = :{column}" for column in row if column != "id")
            self._connection.execute(f"UPDATE articles SET {values} WHERE id = :key AND {IS_EXPECTED}", facts)  # noqa: S608 - constant

    def _was_read(self, location: object) -> bool:
        return self._connection.execute("SELECT 1 FROM places WHERE location = ?", (location,)).fetchone() is not None

    def _add_version(self, row: Row) -> None:
        place = row["article_id"], row["digest"]
        if row["text"] is not None and self._connection.execute(_WITHOUT_TEXT, place).fetchone() is not None:
            self._connection.execute(
                "UPDATE versions SET text = :text, structure = :structure, words = :words "
                "WHERE article_id = :article_id AND digest = :digest",
                row,
            )
        else:
            self._insert("versions", row)
        if row["text"] is not None:
            self._texts[place] = row["text"]

    def _add_highlight(self, row: Row) -> None:
        """Add a highlight, or to the one that is here what was written on the other."""
        text = self._texts.get((row["article_id"], row["digest"]))
        if text is not None and any(end > len(text) for _, end in json.loads(row["spans"])):
            row["digest"] = ""  # of no version, so that it is found again by its words
        here = self._connection.execute(_HIGHLIGHT, (row["id"],)).fetchone()
        if here is None:
            self._insert("highlights", row)
            return
        note, tags = merged_notes(here[0], row["note"]), json.loads(here[1])
        both = [*dict.fromkeys((*tags, *json.loads(row["tags"])))]
        if (note, both) != (here[0], tags):
            self._connection.execute(
                "UPDATE highlights SET note = ?, tags = ?, updated = ? WHERE id = ?",
                (note, json.dumps(both, ensure_ascii=False), self._now, row["id"]),
            )


def merged_notes(here: str, other: str) -> str:
    """Return a note with all that was written in either of two: one that has the other's words stays as it is."""
    if other.strip() in here:
        return here
    return other if here.strip() in other else f"{here.rstrip()}\n\n{other.strip()}"


def _check_version(row: Row) -> None:
    """Look at a text and its structure. Its digest is checked where the text is read, before it is made clean."""
    if row["text"] is not None:
        structure_from_json(row["structure"], len(row["text"]))


def _check_correction(row: Row) -> None:
    facts: Any = {name: row.get(name) for name in StoredCorrection.__slots__}
    checked(StoredCorrection(**facts))


def _check_known_voice(row: Row) -> None:
    facts: Any = {name: row.get(name) for name in StoredKnownVoice.__slots__}
    checked(StoredKnownVoice(**facts))


def _check_nothing(row: Row) -> None:
    """Leave it to the table's own constraints."""


_CHECKS = {
    "versions": _check_version,
    "highlights": check_row,
    "corrections": _check_correction,
    "known_voices": _check_known_voice,
}

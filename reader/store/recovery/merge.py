"""The rows of another library, a damaged one or a backup, put into this one: nothing that is there is overwritten."""

import sqlite3
from collections import Counter
from dataclasses import dataclass, field

from reader.model import format_count
from reader.store.expected_articles import IS_EXPECTED
from reader.store.feed_repository import PERMISSIONS
from reader.store.library_rows import NOUNS
from reader.store.recovery.records import Value
from reader.store.recovery.row_repair import Values, repair
from reader.store.recovery.salvage import Salvage, kept_tables
from reader.store.recovery.table_shapes import table_shapes
from reader.store.row_mapping import row_name

_CONDITIONS = {
    "waiting": "NOT EXISTS (SELECT 1 FROM places WHERE places.location = :location)",
}
"""What a new row needs: an article that was read is not to be read any more."""

_MISSING_FEED = """
INSERT OR IGNORE INTO feeds (location, added, asked, url, etag, modified) VALUES (:location, '', '', '', '', '')
"""

_MISSING_TEXT = """
INSERT INTO versions (article_id, digest, text, structure, words, first_read)
VALUES (:article_id, :digest, :text, :structure, :words, :first_read)
ON CONFLICT (article_id, digest) DO UPDATE SET
    text = excluded.text, structure = excluded.structure, words = excluded.words
    WHERE versions.text IS NULL AND excluded.text IS NOT NULL
"""

_PRESENT_TEXT = """
UPDATE articles SET digest = coalesce(
    (SELECT digest FROM versions WHERE article_id = :id AND text IS NOT NULL ORDER BY first_read DESC LIMIT 1), digest
) WHERE id = :id AND NOT EXISTS (
    SELECT 1 FROM versions v WHERE v.article_id = :id AND v.digest = articles.digest AND v.text IS NOT NULL
)
"""
_VERSION = """
INSERT OR IGNORE INTO versions (article_id, digest, words, first_read)
SELECT id, digest, 0, first_read FROM articles WHERE id = :id
"""
_LOCATION = """
UPDATE articles SET location = coalesce((SELECT location FROM places WHERE article_id = :id LIMIT 1), '-')
WHERE id = :id AND location = ''
"""
_READ = f"""
UPDATE articles SET last_read = coalesce((SELECT max(first_read) FROM versions WHERE article_id = :id), '')
WHERE id = :id AND last_read = '' AND NOT ({IS_EXPECTED})
"""  # noqa: S608 - constant
_IDENTITY = "INSERT OR IGNORE INTO identities (id, article_id) VALUES (:id, :id)"
_COMPLETE = (_PRESENT_TEXT, _VERSION, _LOCATION, _READ, _IDENTITY)
"""Statements that give a new article what rows of it that are lost had: its text is the newest that is left."""


@dataclass(frozen=True, slots=True)
class RecoveryReport:
    """What was taken out of another library.

    Attributes:
        added: How many rows of each table are new.
        present: How many rows of each table were there already, and were left as they are.
        repaired: The names of rows that were damaged in part.
        gone: The names of rows that the other library's indexes list and that could not be read.
    """

    added: Counter[str] = field(default_factory=Counter)
    present: Counter[str] = field(default_factory=Counter)
    repaired: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    def added_in_words(self) -> str:
        """Return how many rows are new, as in "2 articles, 13 highlights"; "nothing" where none are."""
        counts = (format_count(self.added[table], noun) for table, noun in NOUNS.items() if self.added[table])
        return ", ".join(counts) or "nothing"


def merge(connection: sqlite3.Connection, salvage: Salvage, *, is_own: bool = False) -> RecoveryReport:
    """Put the rows of another library into this one, in the transaction that the caller began.

    An article that is here already, under whatever key, gets the highlights that it had there.

    Args:
        connection: The library to put them into.
        salvage: The rows of the other library.
        is_own: Whether that is this person's own library: what they allowed a feed is kept only then.
    """
    return _Merge(connection, salvage, is_own=is_own).run()


class _Merge:
    """One merge: what is known of the other library's articles, and the report."""

    def __init__(self, connection: sqlite3.Connection, salvage: Salvage, *, is_own: bool) -> None:
        self._connection = connection
        self._salvage = salvage
        self._left_out = frozenset[str]() if is_own else PERMISSIONS
        self._report = RecoveryReport()
        self._titles: dict[Value, Value] = {}
        self._texts = set[Value]()  # the digests of the texts that were read last
        self._keys: dict[Value, Value] = {}  # the key that each article of the other library has here
        self._new = set[Value]()
        self._names: dict[Value, set[Value]] = {}
        self._digests: dict[Value, set[Value]] = {}
        for row in salvage.rows("identities"):
            self._names.setdefault(row.values[1], set()).add(row.values[0])
        for row in salvage.rows("versions"):
            self._digests.setdefault(row.values[0], set()).add(row.values[1])

    def run(self) -> RecoveryReport:
        for table in kept_tables():  # in the order of the migrations: articles before what belongs to them
            self._merge_table(table)
        for key in self._new:
            for statement in _COMPLETE:
                self._connection.execute(statement, {"id": key})
        return self._report

    def _merge_table(self, table: str) -> None:
        shape, articles = table_shapes()[table], self._articles_by_rowid(table)
        rowids, keys = set[Value](), set[tuple[Value, ...]]()
        for row in self._salvage.rows(table):
            values, is_repaired = repair(table, dict(zip(shape.columns, row.values, strict=True)), self._texts)
            rowids.add(row.rowid)
            keys.add(tuple(values[column] for column in shape.key))
            if table == "articles":
                self._titles[values["id"]] = values["title"] or values["location"]
                self._texts.add(values["digest"])
            elif "article_id" in values:
                article = values["article_id"]
                known = article in self._titles
                article = article if known else articles.get(row.rowid, article)
                values["article_id"] = self._key(article)
            elif table == "feed_items":
                self._connection.execute(_MISSING_FEED, values)
            if is_repaired:
                self._report.repaired.append(self._name(table, values))
            self._insert(table, {column: value for column, value in values.items() if column not in self._left_out})
        if table in NOUNS:
            self._name_what_is_gone(table, rowids, keys, articles)

    def _insert(self, table: str, values: Values) -> None:
        """Insert a row, and count it as new or as there already."""
        before = self._connection.total_changes
        if table == "articles":
            self._insert_article(values)
        elif table == "versions":
            self._connection.execute(_MISSING_TEXT, values)
        else:
            columns = ", ".join(values)
            slots = ", ".join(f":{column}" for column in values)
            self._connection.execute(
                f"INSERT OR IGNORE INTO {table} ({columns}) SELECT {slots} WHERE {_CONDITIONS.get(table, '1')}",
                values,
            )
        is_new = self._connection.total_changes > before
        (self._report.added if is_new else self._report.present)[table] += 1

    def _insert_article(self, values: Values) -> None:
        key = values["id"]
        self._keys[key] = self._present_key(key)
        if self._keys[key] is None:
            columns, slots = ", ".join(values), ", ".join(f":{column}" for column in values)
            self._connection.execute(f"INSERT OR IGNORE INTO articles ({columns}) VALUES ({slots})", values)  # noqa: S608 - constant
            self._keys[key] = key
            self._new.add(key)

    def _key(self, article: Value) -> Value:
        """Return the key that an article of the other library has here; one whose own row is lost is made anew."""
        if article not in self._keys:
            unknown = dict.fromkeys(table_shapes()["articles"].columns)
            empty = dict.fromkeys(("location", "digest", "first_read", "last_read"), "")
            self._insert_article({**unknown, **empty, "id": article})
        return self._keys[article]

    def _present_key(self, article: Value) -> Value:
        """Return the key of an article of the other library that is here, by its ids or else its texts; None else."""
        for query, names in (
            ("SELECT article_id FROM identities WHERE id = ?", {article, *self._names.get(article, ())}),
            ("SELECT article_id FROM versions WHERE digest = ?", self._digests.get(article, set())),
        ):
            for name in sorted(names, key=str):
                row = self._connection.execute(query, (name,)).fetchone()
                if row is not None:
                    key: Value = row[0]
                    return key
        return None

    def _articles_by_rowid(self, table: str) -> dict[Value, Value]:
        """Return the articles of a table's rows as its index has them, for rows in which the key is damaged."""
        entries = self._salvage.index_entries(f"{table}_by_article", 1)
        return {entry[-1]: entry[0] for entry in entries if entry[0] in self._titles}

    def _name_what_is_gone(
        self, table: str, rowids: set[Value], keys: set[tuple[Value, ...]], articles: dict[Value, Value]
    ) -> None:
        """Name the rows that the index of the primary key lists and that were not found."""
        columns = table_shapes()[table].key
        for *key, rowid in self._salvage.index_entries(f"sqlite_autoindex_{table}_1", len(columns)):
            if rowid in rowids or tuple(key) in keys:
                continue
            known = dict(zip(columns, key, strict=True))
            if rowid in articles:
                known["article_id"] = articles[rowid]
            self._report.gone.append(self._name(table, known))

    def _name(self, table: str, values: Values) -> str:
        """Return a name for a row of which not everything may be known."""
        noun = NOUNS.get(table, "entry")
        if "exact" in values:
            return row_name(noun, values["exact"])
        if "article_id" in values:
            article = values["article_id"]
            return row_name(f"{noun} in", self._titles.get(article, article))
        return row_name(noun, values.get("title"), values.get("name"), values.get("location"), values.get("id"))

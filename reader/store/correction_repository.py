"""Corrections of what was found in articles, and voices that are known in every article; undone ones stay."""

import sqlite3
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from reader.store.row_mapping import UnreadableRows, checked, readable, row_name


@dataclass(frozen=True, slots=True)
class StoredCorrection:
    """A correction as the library has it.

    Attributes:
        id: Unique, and never changes.
        article_id: The key of its article.
        digest: The digest of the text that its spans count in.
        engine: The engine whose analysis was corrected.
        operation: What is to be done, as JSON.
        made: When it was made (ISO 8601, UTC).
        undone_at: When it was undone, else None.
    """

    id: str
    article_id: str
    digest: str
    engine: str
    operation: str
    made: str
    undone_at: str | None = None


@dataclass(frozen=True, slots=True)
class StoredKnownVoice:
    """A fact that holds for the voices of a name in every article; `value` is None where they lack it."""

    id: str
    name: str
    field: str
    value: str | None
    made: str
    undone_at: str | None = None


class CorrectionRepository:
    """The corrections of all articles."""

    def __init__(self, connection: sqlite3.Connection, unreadable: UnreadableRows) -> None:
        self._connection = connection
        self._unreadable = unreadable

    def of(self, article_id: str) -> tuple[StoredCorrection, ...]:
        """Return the corrections of an article, undone ones among them, in the order in which they were made."""
        rows = self._connection.execute(
            "SELECT id, article_id, digest, engine, operation, made, undone_at FROM corrections WHERE article_id = ? "
            "ORDER BY made, rowid",
            (article_id,),
        )
        return tuple(
            readable(
                rows,
                lambda row: checked(StoredCorrection(*row)),
                lambda row: row_name("the correction", row[4]),
                self._unreadable,
            )
        )

    def add(self, corrections: Iterable[StoredCorrection]) -> int:
        """Store new corrections, and return how many; one whose id is there already stays as it is."""
        before = self._connection.total_changes
        self._connection.executemany(
            "INSERT OR IGNORE INTO corrections (id, article_id, digest, engine, operation, made, undone_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            map(astuple, corrections),
        )
        return self._connection.total_changes - before

    def set_undone(self, ids: Iterable[str], undone_at: str | None) -> tuple[str, ...]:
        """Mark corrections and known facts with these ids as undone, or with None as made again.

        Returns:
            The ids of those that were not so already.
        """
        return tuple(each for each in ids if self._set_undone(each, undone_at))

    def _set_undone(self, id_: str, undone_at: str | None) -> bool:
        changed = 0
        for table in ("corrections", "known_voices"):
            changed += self._connection.execute(
                f"UPDATE {table} SET undone_at = ? WHERE id = ? AND (undone_at IS NULL) <> (? IS NULL)",  # noqa: S608 - constant
                (undone_at, id_, undone_at),
            ).rowcount
        return changed > 0

    def articles(self) -> tuple[str, ...]:
        """Return the keys of the articles that have corrections which are not undone."""
        rows = self._connection.execute(
            "SELECT DISTINCT article_id FROM corrections WHERE undone_at IS NULL ORDER BY article_id"
        )
        return tuple(key for (key,) in rows)

    def known_voices(self) -> tuple[StoredKnownVoice, ...]:
        """Return the facts that hold in every article and are not undone, in the order in which they were set."""
        rows = self._connection.execute(
            "SELECT id, name, field, value, made, undone_at FROM known_voices WHERE undone_at IS NULL "
            "ORDER BY made, rowid"
        )
        return tuple(
            readable(
                rows,
                lambda row: checked(StoredKnownVoice(*row)),
                lambda row: row_name("what you set of the voice", row[1]),
                self._unreadable,
            )
        )

    def add_known(self, known: StoredKnownVoice) -> None:
        """Store a fact that holds in every article."""
        self._connection.execute(
            "INSERT INTO known_voices (id, name, field, value, made, undone_at) VALUES (?, ?, ?, ?, ?, ?)",
            astuple(known),
        )

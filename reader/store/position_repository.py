"""Stored positions in articles: where the reader was last and how far, marks, jumps, and drafts of notes."""

import json
import sqlite3
from collections.abc import Collection
from dataclasses import astuple, dataclass, replace
from operator import index
from typing import Any

from reader.store.row_mapping import UnreadableRows, checked, readable, row_name

LAST, MARK, BACK, FORWARD, DRAFT, SEEN = "here", "mark", "back", "forward", "draft", "seen"
KINDS = (LAST, MARK, BACK, FORWARD, DRAFT, SEEN)


@dataclass(frozen=True, slots=True)
class StoredPosition:
    """A position in an article's text, with the words there, by which it is found in a changed text.

    Attributes:
        kind: LAST, MARK, BACK, FORWARD, DRAFT or SEEN.
        name: A mark's letter; the number of a jump, the nearest first; what a draft is for.
        digest: The digest of the text that `start` counts in.
        start: The offset, in code points. Of SEEN: how much of the article is above the end of the screen, in percent.
        exact: The words from there on. Of a DRAFT, a note or tags that are not saved: what was written.
        prefix: Up to 32 characters before them.
        suffix: Up to 32 characters after them.
        quotation_offsets: Start and end of each part of the quotation that was current there, counted from `start`.
    """

    kind: str
    name: str
    digest: str
    start: int
    exact: str
    prefix: str
    suffix: str
    quotation_offsets: tuple[tuple[int, int], ...] = ()


class PositionRepository:
    """The positions of each article."""

    def __init__(self, connection: sqlite3.Connection, unreadable: UnreadableRows) -> None:
        self._connection = connection
        self._unreadable = unreadable

    def of(self, article_id: str, kinds: Collection[str]) -> tuple[StoredPosition, ...]:
        """Return the positions of these kinds, those of a kind in the order of their names, numbers as numbers."""
        rows = self._connection.execute(
            "SELECT kind, name, digest, start, exact, prefix, suffix, said FROM whereabouts WHERE article_id = ? "
            "ORDER BY kind, CAST(name AS INTEGER), name",
            (article_id,),
        )
        return tuple(
            readable(
                (row for row in rows if row[0] in kinds),
                _position,
                lambda row: row_name("the place", row[4]),
                self._unreadable,
            )
        )

    def replace(self, article_id: str, kinds: Collection[str], positions: Collection[StoredPosition], now: str) -> None:
        """Store `positions` in place of all positions of these kinds."""
        self._connection.executemany(
            "DELETE FROM whereabouts WHERE article_id = ? AND kind = ?", [(article_id, kind) for kind in kinds]
        )
        for position in positions:
            self.put(article_id, position, now)

    def put(self, article_id: str, position: StoredPosition, now: str) -> None:
        """Store a position, in place of the one with its kind and name."""
        *values, offsets = astuple(position)
        self._connection.execute(
            "INSERT OR REPLACE INTO whereabouts "
            "(article_id, kind, name, digest, start, exact, prefix, suffix, said, noted) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (article_id, *values, json.dumps(offsets), now),
        )

    def remove(self, article_id: str, kind: str, name: str) -> None:
        """Delete the position with this kind and name."""
        self._connection.execute(
            "DELETE FROM whereabouts WHERE article_id = ? AND kind = ? AND name = ?", (article_id, kind, name)
        )


def _position(row: tuple[Any, ...]) -> StoredPosition:
    return checked(replace(StoredPosition(*row[:-1]), quotation_offsets=offsets_from_json(row[-1])))


def offsets_from_json(said: str) -> tuple[tuple[int, int], ...]:
    """Return `StoredPosition.quotation_offsets` as stored. Raises ValueError or TypeError for damage."""
    return tuple((index(start), index(end)) for start, end in json.loads(said))

"""Where a reader stood in an article, the marks set in it, and the jumps to go back and forward through."""

import json
import sqlite3
from collections.abc import Collection
from dataclasses import astuple, dataclass

LAST, MARK, BACK, FORWARD, DRAFT = "here", "mark", "back", "forward", "draft"


@dataclass(frozen=True, slots=True)
class StoredPosition:
    """A place in an article's text: its offset in the version that `digest` names, and the words that stood there.

    `kind` is HERE, MARK, BACK or FORWARD; `name` a mark's letter, or the number of a jump, the nearest first. Of a
    DRAFT, a note or tags that were begun, `name` tells of which highlight and `exact` is what was written. `quotation_offsets` are
    the parts of the quotation that was current there, counted from `start`.
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
    """The spots of each article."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of(self, article_id: str, kinds: Collection[str]) -> tuple[StoredPosition, ...]:
        """The spots of these kinds, those of a kind in the order of their names, numbers as numbers."""
        rows = self._connection.execute(
            "SELECT kind, name, digest, start, exact, prefix, suffix, said FROM whereabouts WHERE article_id = ? "
            "ORDER BY kind, CAST(name AS INTEGER), name",
            (article_id,),
        )
        found = ((*spot, tuple(map(tuple, json.loads(said)))) for *spot, said in rows if spot[0] in kinds)
        return tuple(StoredPosition(*row) for row in found)

    def replace(self, article_id: str, kinds: Collection[str], spots: Collection[StoredPosition], now: str) -> None:
        """Let `spots` stand in place of all spots of these kinds."""
        self._connection.executemany(
            "DELETE FROM whereabouts WHERE article_id = ? AND kind = ?", [(article_id, kind) for kind in kinds]
        )
        for spot in spots:
            self.put(article_id, spot, now)

    def put(self, article_id: str, spot: StoredPosition, now: str) -> None:
        """Set one spot, in place of the one of its kind and name."""
        *told, said = astuple(spot)
        self._connection.execute(
            "INSERT OR REPLACE INTO whereabouts "
            "(article_id, kind, name, digest, start, exact, prefix, suffix, said, noted) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (article_id, *told, json.dumps(said), now),
        )

    def remove(self, article_id: str, kind: str, name: str) -> None:
        """Let go of one spot."""
        self._connection.execute(
            "DELETE FROM whereabouts WHERE article_id = ? AND kind = ? AND name = ?", (article_id, kind, name)
        )

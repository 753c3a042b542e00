"""Analyses kept so that a long text need not be analysed twice."""

import hashlib
import sqlite3
from functools import cache
from typing import TYPE_CHECKING

from reader import __version__
from reader.model import Analysis, Article

if TYPE_CHECKING:
    from pydantic import TypeAdapter

# Some megabytes for the longest texts; older ones are made anew when they are asked for.
KEPT = 50


def fingerprint(article: Article) -> str:
    """A digest of all that an analysis depends on: text, blocks, marks, stated facts, and this program's version."""
    seen = (__version__, article.text, article.blocks, article.marks, article.title, article.byline, article.outlet)
    return hashlib.sha256(repr((*seen, article.published, article.language, article.url)).encode()).hexdigest()


class AnalysisRepository:
    """Analyses by the fingerprint of their article and the engine that made them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, fingerprint: str, engine: str) -> Analysis | None:
        """The analysis that was kept, or None where there is none that can be read."""
        row = self._connection.execute(
            "SELECT analysis FROM analyses WHERE fingerprint = ? AND engine = ?", (fingerprint, engine)
        ).fetchone()
        if row is None:
            return None
        try:
            return _adapter().validate_json(row[0])
        except ValueError:  # pydantic's ValidationError is one: whatever made this row, the engine can make it anew.
            return None

    def put(self, fingerprint: str, analysis: Analysis, now: str) -> None:
        """Keep an analysis, and let go of those by other engines and of all but the newest few."""
        self._connection.execute(
            "INSERT OR REPLACE INTO analyses (fingerprint, engine, made, analysis) VALUES (?, ?, ?, ?)",
            (fingerprint, analysis.engine, now, _adapter().dump_json(analysis)),
        )
        self._connection.execute(
            "DELETE FROM analyses WHERE engine <> ? OR rowid NOT IN "
            "(SELECT rowid FROM analyses ORDER BY made DESC, rowid DESC LIMIT ?)",
            (analysis.engine, KEPT),
        )


@cache
def _adapter() -> "TypeAdapter[Analysis]":
    from pydantic import TypeAdapter  # noqa: PLC0415 - slower to import than a short text is to analyse

    return TypeAdapter(Analysis)

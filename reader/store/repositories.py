"""The library as a whole: one connection, its transactions, and a repository for each kind of data."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.printable import printable
from reader.store import failures
from reader.store.analysis_repository import AnalysisRepository
from reader.store.article_repository import ArticleRepository
from reader.store.article_state_repository import ArticleStateRepository
from reader.store.correction_repository import CorrectionRepository
from reader.store.database import LOCK_TIMEOUT, connect, integrity_problem, other_schema
from reader.store.expected_articles import ExpectedArticles
from reader.store.feed_repository import FeedRepository
from reader.store.highlight_repository import HighlightRepository
from reader.store.library_rows import LibraryRows
from reader.store.position_repository import PositionRepository
from reader.store.reading_list_repository import ReadingListRepository
from reader.store.removed_articles import RemovedArticles

if TYPE_CHECKING:
    from reader.store.row_mapping import UnreadableRows


class Store:
    """A person's library at `path`.

    Use it inside `with store.reading():` or `with store.writing():`, which turn every error of SQLite and the file
    system into a StorageError. A block that ends without an error is on the disk; one that raises has changed nothing.
    Opening waits up to `timeout` seconds for other processes. Use it only in the thread that made it.

    Attributes:
        path: Its file.
        unreadable: The names of rows that were read and left out, because this program can't have written them so.
    """

    def __init__(self, path: Path, *, timeout: float = LOCK_TIMEOUT) -> None:
        self.path = path
        self._connection = connect(path, timeout=timeout)
        self._is_checked = self._has_own_schema = False
        self.unreadable: UnreadableRows = {}
        self.articles = ArticleRepository(self._connection, self.unreadable)
        self.states = ArticleStateRepository(self._connection)
        self.highlights = HighlightRepository(self._connection, self.unreadable)
        self.corrections = CorrectionRepository(self._connection, self.unreadable)
        self.analyses = AnalysisRepository(self._connection)
        self.positions = PositionRepository(self._connection, self.unreadable)
        self.reading_list = ReadingListRepository(self._connection, self.unreadable)
        self.feeds = FeedRepository(self._connection, self.unreadable)
        self.removed = RemovedArticles(self._connection)
        self.rows = LibraryRows(self._connection)
        self.expected = ExpectedArticles(self._connection)

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for what no repository does."""
        return self._connection

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Begin a transaction that reads one consistent state."""
        with self._transaction("BEGIN"):
            self._check_once()
            yield

    @contextmanager
    def writing(self, *, timeout: float = LOCK_TIMEOUT) -> Iterator[None]:
        """Begin a transaction that writes, after waiting up to `timeout` seconds for other writers."""
        with self._transaction("BEGIN IMMEDIATE", timeout):
            self._check_once()
            self._check_schema_once()
            yield

    @contextmanager
    def _transaction(self, begin: str, timeout: float = LOCK_TIMEOUT) -> Iterator[None]:
        try:
            self._connection.execute(f"PRAGMA busy_timeout = {int(timeout * 1000)}")
            self._connection.execute(begin)
            try:
                yield
                self._connection.execute("COMMIT")
            finally:
                # After an error, and after a COMMIT that failed: SQLite may have rolled back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
        except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
            raise failures.explain(error, self.path) from error

    def _check_once(self) -> None:
        """Look for damage before the first use: an index that is damaged hides rows, and nothing tells."""
        if self._is_checked:
            return
        damage = integrity_problem(self._connection)
        if damage is not None:
            raise failures.damaged(self.path, printable(damage))
        self._is_checked = True

    def _check_schema_once(self) -> None:
        """Compare the tables before the first write, so that nothing overwrites data that could still be recovered."""
        if self._has_own_schema:
            return
        damage = other_schema(self._connection)
        if damage is not None:
            raise failures.damaged(self.path, printable(damage), may_be_replaced=False)
        self._has_own_schema = True

    def close(self) -> None:
        """Close the file; the last process to do so merges the log into it."""
        try:
            self._connection.close()
        except sqlite3.Error as error:
            raise failures.explain(error, self.path) from error

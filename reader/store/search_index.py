"""The search index: a file beside the library, made from it and made again whenever it is damaged or missing.

Words are looked up by SQLite's FTS5 in tables that do not keep the text (https://sqlite.org/fts5.html: contentless), a
row for each article, quotation and highlight. Those of single words have no positions (``detail=none``), which makes
them small, and the beginning of a word quick to find; one more has the order of an article's words. So the index
proposes where words are, and its user looks in the text. A row of words stays when its article, quotation or highlight
is gone, and nothing finds it any more, since ids are never used twice.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import NamedTuple

from reader.errors import StorageError
from reader.printable import printable
from reader.store.database import use_write_ahead_log
from reader.store.library_files import remove_database

# "PQSI" in ASCII, as the library has its own.
APPLICATION_ID = 0x50515349
FORMAT = 1

# Seconds: a writer holds the lock for some articles, which takes a part of a second.
_TIMEOUT = 2.0

_NO_FTS = "no such module: fts5"
# Words come folded (`text.search_words`), one token each. unicode61 knows the letters of Unicode 6.1 (2012): those that
# are newer are unassigned there (Cn) and have to be named as letters, or they would end a token.
_TOKENS = "tokenize=\"unicode61 remove_diacritics 2 categories 'L* N* Co Cn'\""
_WORDS = f"USING fts5(words, content='', detail=none, prefix='1 2', {_TOKENS})"
_PHRASES = f"USING fts5(words, content='', detail=full, {_TOKENS})"
_SCHEMA = f"""
CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, digest TEXT NOT NULL, title TEXT, outlet TEXT,
    outlet_words TEXT NOT NULL, published TEXT, last_read TEXT NOT NULL, facts TEXT NOT NULL,
    highlighted TEXT NOT NULL DEFAULT '', analysed TEXT NOT NULL DEFAULT ''
);
CREATE INDEX articles_by_last_read ON articles (last_read);
CREATE TABLE voices (
    id INTEGER PRIMARY KEY AUTOINCREMENT, article INTEGER NOT NULL, name TEXT NOT NULL, words TEXT NOT NULL,
    kind TEXT NOT NULL, role TEXT, affiliation TEXT, outlet TEXT, quotations INTEGER NOT NULL
);
CREATE INDEX voices_by_article ON voices (article);
CREATE INDEX voices_by_words ON voices (words);
CREATE TABLE quotations (
    id INTEGER PRIMARY KEY AUTOINCREMENT, article INTEGER NOT NULL, voice INTEGER, kind TEXT NOT NULL,
    spans TEXT NOT NULL, denied TEXT NOT NULL
);
CREATE INDEX quotations_by_article ON quotations (article);
CREATE INDEX quotations_by_voice ON quotations (voice);
CREATE TABLE highlights (
    id INTEGER PRIMARY KEY AUTOINCREMENT, article INTEGER NOT NULL, highlight TEXT NOT NULL, speaker TEXT NOT NULL,
    kind TEXT NOT NULL, tags TEXT NOT NULL
);
CREATE INDEX highlights_by_article ON highlights (article);
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE VIRTUAL TABLE article_words {_WORDS};
CREATE VIRTUAL TABLE article_phrases {_PHRASES};
CREATE VIRTUAL TABLE quotation_words {_WORDS};
CREATE VIRTUAL TABLE highlight_words {_WORDS};
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {FORMAT};
"""


class DamagedIndexError(Exception):
    """The file is no index, or it is damaged: it is to be deleted and made again."""


class IndexedArticle(NamedTuple):
    """What the index has of an article: its id there, and what it was made from."""

    id: int
    facts: str
    highlighted: str
    analysed: str
    last_read: str


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as the index keeps it.

    Attributes:
        key: Its key in the library; the location of one that is on the reading list.
        digest: The digest of its text; "" where it was not read yet.
        title: Its title, else its first words.
        outlet: Where it appeared.
        outlet_words: The folded words of the outlet, each after a space.
        published: The day of publication (ISO 8601).
        last_read: When it was last opened (ISO 8601, UTC); "" for never.
        facts: What tells whether text and facts are still the same.
    """

    key: str
    digest: str
    title: str | None
    outlet: str | None
    outlet_words: str
    published: str | None
    last_read: str
    facts: str


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """A voice of one article: its facts, the folded words of its name, and how many quotations it has."""

    name: str
    words: str
    kind: str
    role: str | None
    affiliation: str | None
    outlet: str | None
    quotations: int


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """A quotation: its voice by number from 1, its kind, its spans (JSON), the words that deny it, and its words."""

    voice: int | None
    kind: str
    spans: str
    denied: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class HighlightRow:
    """A highlight: its id in the library, the words of its speaker, the speaker's kind, its tags, and all its words."""

    highlight: str
    speaker: str
    kind: str
    tags: str
    words: frozenset[str]


class SearchIndex:
    """The index at `path`, which is made where there is none. Use it only in the thread that made it.

    Use it inside `with index.transaction():`, which turns errors of SQLite into a StorageError or DamagedIndexError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.connection = self._open()
        except (sqlite3.Error, OSError) as error:
            raise _explain(error, path) from error

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, timeout=_TIMEOUT, isolation_level=None)
        try:
            use_write_ahead_log(connection, _TIMEOUT)
            # What a loss of power takes away is made again from the library.
            connection.execute("PRAGMA synchronous = OFF")
            self._create_if_empty(connection)
            _check_identity(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    @staticmethod
    def _create_if_empty(connection: sqlite3.Connection) -> None:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return
        connection.execute("BEGIN IMMEDIATE")
        # Another process may have made the tables while this one waited.
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for statement in _SCHEMA.split(";"):
                connection.execute(statement)
        connection.execute("COMMIT")

    @contextmanager
    def transaction(self, *, is_write: bool = False) -> Iterator[None]:
        """Begin a transaction, which a block that raises undoes.

        Raises:
            StorageError: The index can't be used now.
            DamagedIndexError: It is to be made again.
        """
        try:
            self.connection.execute("BEGIN IMMEDIATE" if is_write else "BEGIN")
            try:
                yield
                self.connection.execute("COMMIT")
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
        except sqlite3.Error as error:
            raise _explain(error, self.path) from error

    def merge_log(self) -> None:
        """Merge the log into the file, as far as no other process reads it, so that the two do not grow."""
        with suppress(sqlite3.Error):
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the file."""
        with suppress(sqlite3.Error):
            self.connection.close()

    def indexed(self) -> dict[str, IndexedArticle]:
        """Return what the index has of each article, by its key."""
        rows = self.connection.execute("SELECT key, id, facts, highlighted, analysed, last_read FROM articles")
        return {key: IndexedArticle(*rest) for key, *rest in rows}

    def indexed_as(self, key: str) -> IndexedArticle | None:
        """Return what the index has of the article with this key; None where it has nothing."""
        row = self.connection.execute(
            "SELECT id, facts, highlighted, analysed, last_read FROM articles WHERE key = ?", (key,)
        ).fetchone()
        return None if row is None else IndexedArticle(*row)

    def setting(self, name: str) -> str:
        """Return a value that was stored with `set_setting`; "" for none."""
        row = self.connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return "" if row is None else row[0]

    def set_setting(self, name: str, value: str) -> None:
        """Store a value under a name."""
        self.connection.execute("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", (name, value))

    def put_article(self, article: ArticleRow, words: Sequence[str]) -> int:
        """Store an article in place of the one with its key, without quotations and highlights.

        Args:
            article: The article.
            words: Its folded words, in order.

        Returns:
            Its id.
        """
        self.remove(article.key)
        cursor = self.connection.execute(
            "INSERT INTO articles (key, digest, title, outlet, outlet_words, published, last_read, facts) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            astuple(article),
        )
        self._put_words("article_words", cursor.lastrowid, sorted({*words}))
        self._put_words("article_phrases", cursor.lastrowid, words)
        return cursor.lastrowid or 0

    def set_last_read(self, key: str, last_read: str) -> None:
        """Set when an article was last opened."""
        self.connection.execute("UPDATE articles SET last_read = ? WHERE key = ?", (last_read, key))

    def put_analysis(
        self, article: int, analysed: str, voices: Sequence[VoiceRow], quotations: Iterable[QuotationRow]
    ) -> None:
        """Store who says what in an article, in place of what the index has; `analysed` tells what it was made from."""
        self._delete("voices", article)
        self._delete("quotations", article)
        ids: list[int | None] = []
        for voice in voices:
            cursor = self.connection.execute(
                "INSERT INTO voices (article, name, words, kind, role, affiliation, outlet, quotations) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (article, *astuple(voice)),
            )
            ids.append(cursor.lastrowid)
        for each in quotations:
            cursor = self.connection.execute(
                "INSERT INTO quotations (article, voice, kind, spans, denied) VALUES (?, ?, ?, ?, ?)",
                (article, None if each.voice is None else ids[each.voice - 1], each.kind, each.spans, each.denied),
            )
            self._put_words("quotation_words", cursor.lastrowid, sorted(each.words))
        self.connection.execute("UPDATE articles SET analysed = ? WHERE id = ?", (analysed, article))

    def put_highlights(self, article: int, highlighted: str, highlights: Iterable[HighlightRow]) -> None:
        """Store the highlights of an article, in place of those the index has."""
        self._delete("highlights", article)
        for each in highlights:
            cursor = self.connection.execute(
                "INSERT INTO highlights (article, highlight, speaker, kind, tags) VALUES (?, ?, ?, ?, ?)",
                (article, each.highlight, each.speaker, each.kind, each.tags),
            )
            self._put_words("highlight_words", cursor.lastrowid, sorted(each.words))
        self.connection.execute("UPDATE articles SET highlighted = ? WHERE id = ?", (highlighted, article))

    def remove(self, key: str) -> None:
        """Remove an article with all that the index has of it; nothing where there is none."""
        row = self.connection.execute("SELECT id FROM articles WHERE key = ?", (key,)).fetchone()
        if row is not None:
            for table in ("voices", "quotations", "highlights"):
                self._delete(table, row[0])
            self.connection.execute("DELETE FROM articles WHERE id = ?", row)

    def forget_analyses(self, names: Iterable[str]) -> None:
        """Have the articles analysed again that have a voice with one of these names, given as folded words."""
        self.connection.executemany(
            "UPDATE articles SET analysed = '' WHERE id IN (SELECT article FROM voices WHERE words = ?)",
            ((name,) for name in names),
        )

    def _put_words(self, table: str, row: int | None, words: Iterable[str]) -> None:
        self.connection.execute(
            f"INSERT INTO {table} (rowid, words) VALUES (?, ?)",  # noqa: S608 - constant
            (row, " ".join(words)),
        )

    def _delete(self, table: str, article: int) -> None:
        self.connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608 - constant


def _check_identity(connection: sqlite3.Connection) -> None:
    names = "application_id", "user_version"
    if [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names] != [APPLICATION_ID, FORMAT]:
        raise DamagedIndexError("it is not a search index of this version")


def delete_index(path: Path) -> None:
    """Delete an index; it is made again from the library.

    Raises:
        StorageError: It can't be deleted.
    """
    try:
        remove_database(path)
    except OSError as error:
        raise _explain(error, path) from error


def _explain(error: sqlite3.Error | OSError, path: Path) -> StorageError | DamagedIndexError:
    """Return the error for what went wrong with the index at `path`."""
    if isinstance(error, OSError):
        return StorageError(f"The search index {path} can't be used ({error.strerror or error}).")
    if _NO_FTS in str(error):
        return StorageError("There is no search here: the SQLite of this Python was built without FTS5.")
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return StorageError(f"The search index {path} is in use by another program: try again in a moment.")
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH}:
        return DamagedIndexError(printable(str(error)))
    return StorageError(f"The search index {path} can't be used ({printable(str(error))}).")

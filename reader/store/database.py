"""The library's file: opened without overwriting anything, and migrated by numbered SQL files."""

import fcntl
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import RLock
from weakref import WeakSet

from reader.errors import StorageError
from reader.store import failures
from reader.store.library_files import FileIdentity, file_identity, orphaned_log, write_ahead_log
from reader.store.log_frames import is_log_damaged, stored_page_size
from reader.store.row_mapping import text_or_bytes

# "PQLB" in ASCII, at offset 68 of the file's header: https://sqlite.org/fileformat2.html#application_id
APPLICATION_ID = 0x50514C42

# Seconds to wait for another process: writes take milliseconds, so nobody holds the lock that long.
LOCK_TIMEOUT = 5.0

# The first of the bytes of a database that SQLite locks, and their number. Every process that has a library with a log
# open has a shared lock there: https://sqlite.org/fileformat2.html#the_lock_byte_page
LOCK_BYTES = (512, 0x40000000)

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
# Bytes. A check reads every page and every entry of an index, at one or two milliseconds per megabyte.
_MAX_CHECKED = 16 * 1024 * 1024

_MIGRATIONS = Path(__file__).parent / "migrations"


class _Connection(sqlite3.Connection):
    """A connection to the library at `path`."""

    path: Path

    def close(self) -> None:
        super().close()
        _open.discard(self)


# A process that closes a file loses all its locks on it, those of SQLite too, and another process may then delete the
# log that is still being written: https://sqlite.org/howtocorrupt.html (2.2). So a library that this process has open,
# in any thread, is not read directly.
_open: WeakSet[_Connection] = WeakSet()
_opening = RLock()


def connect(path: Path, *, timeout: float = LOCK_TIMEOUT) -> sqlite3.Connection:
    """Open the library at `path`; make the folder and the file where there are none.

    Statements run in autocommit mode, so that every transaction is one that the caller began. A commit is on the disk
    when it returns (WAL with synchronous=FULL: it survives kill -9 and, if the disk really writes what it confirms,
    loss of power). A library that may only be read is opened for reading.

    Args:
        path: The library's file.
        timeout: Seconds to wait for other processes.

    Raises:
        StorageError: The file is not a library, newer than this program, damaged, missing while its log exists, or
            can't be opened. In none of these cases anything is changed.
    """
    try:
        return _for_writing(path, timeout)
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        connection = _for_reading(path) if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN} else None
        if connection is None:
            raise failures.explain(error, path) from error
        return connection


def _for_writing(path: Path, timeout: float) -> sqlite3.Connection:
    with _opening:
        _refuse_orphaned_log(path)
        if all(connection.path != path for connection in _open):
            _check_before_opening(path)
        _make_folder(path)
        before = file_identity(path)
        connection = sqlite3.connect(path, timeout=timeout, isolation_level=None, factory=_Connection)
        connection.path = path
        _open.add(connection)
    try:
        # Checked again now that the file is open: the library may have been moved meanwhile. Nothing is read yet.
        _refuse_orphaned_log(path)
        connection.text_factory = text_or_bytes
        connection.execute("PRAGMA foreign_keys = ON")
        _version(connection)
        # From here on SQLite holds its lock, without which no library is put in the place of another.
        _refuse_replaced(path, before)
        _migrate(connection, path)
        use_write_ahead_log(connection, timeout)
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def _for_reading(path: Path) -> sqlite3.Connection | None:
    """Open a library in a folder where SQLite may not even make its own files; None where there is none.

    What another process left in the log is not read, and what it writes meanwhile may be missed:
    https://sqlite.org/uri.html#uriimmutable
    """
    connection = None
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
        connection.text_factory = text_or_bytes
        if _version(connection) == migrations()[-1][0]:
            return connection
    except (sqlite3.Error, UnicodeDecodeError):
        pass  # the error that kept it from being opened for writing is reported
    if connection is not None:
        connection.close()
    return None


@contextmanager
def closed_here(path: Path) -> Iterator[None]:
    """Keep this process from opening the library at `path`, in all its threads.

    Raises:
        StorageError: A thread has it open.
    """
    with _opening:
        if any(connection.path == path for connection in _open):
            raise failures.locked(path)
        yield


def _make_folder(path: Path) -> None:
    """Make the folder, for its owner alone: what a person reads is private."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise failures.folder_not_made(path, error) from error


def _refuse_orphaned_log(path: Path) -> None:
    """Refuse to make a library beside the log of another: SQLite would delete that log at the first read."""
    log = orphaned_log(path)
    if log is not None:
        raise failures.log_without_library(path, log)


def _refuse_replaced(path: Path, before: FileIdentity | None) -> None:
    """Refuse a library that another process has set aside since it was opened, before SQLite held its lock."""
    if before not in {None, file_identity(path)}:
        raise failures.locked(path)


def _check_before_opening(path: Path) -> None:
    """Refuse a file that is not a library by its first bytes, before SQLite could change the file or its log."""
    if path.is_dir():
        raise failures.not_a_library(path, "a folder")
    if not path.exists():
        return
    if not path.is_file():
        raise failures.not_a_library(path, "not a regular file")
    problem = _problem(path) or _log_problem(path)
    if problem is not None:
        # Another process may be making the file at this moment: check again before refusing it.
        time.sleep(0.05)
        problem = _problem(path) or _log_problem(path)
    if problem is not None:
        raise problem


def _problem(path: Path) -> StorageError | None:
    """Return what is wrong with the file's size or header (https://sqlite.org/fileformat2.html#the_database_header)."""
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header or path.with_name(path.name + "-journal").exists():
        # An empty file, or an interrupted transaction: SQLite repairs it when it opens the file.
        return None
    if not header.startswith(_MAGIC):
        return failures.not_a_library(path, "not an SQLite database, or a damaged one", may_be_replaced=True)
    if len(header) < _HEADER:
        return failures.damaged(path, "it is cut short")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        return failures.not_a_library(path, "an SQLite database of another program")
    # The number of pages is valid only where the two counters agree; a log may have pages that the file lacks so far.
    is_valid = header[24:28] == header[92:96] and not write_ahead_log(path).exists()
    size = int.from_bytes(header[28:32], "big") * stored_page_size(header[16:18])
    if is_valid and path.stat().st_size < size:
        return failures.damaged(path, "it is cut short")
    return None


def _log_problem(path: Path) -> StorageError | None:
    """Return an error where the log is damaged, of which SQLite would drop a part unsaid, and no process uses it."""
    log = write_ahead_log(path)
    try:
        with path.open("r+b") as file, log.open("rb") as frames:
            # A process that has the library open has this lock, and reads the log by an index of its own.
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, *LOCK_BYTES)
            header = file.read(_HEADER)
            is_damaged = is_log_damaged(frames.read(), stored_page_size(header[16:18]))
    except OSError:
        return None  # there is no log, or SQLite has something to say about it
    return failures.damaged(path, "a part of its log can't be read", may_be_replaced=False) if is_damaged else None


@cache
def migrations() -> tuple[tuple[int, str], ...]:
    """Return the number and the SQL of each migration, in order: the files ``NNNN_name.sql`` in `migrations`."""
    files = sorted(_MIGRATIONS.glob("*.sql"))
    return tuple((int(file.name.partition("_")[0]), file.read_text(encoding="utf-8")) for file in files)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Run the migrations that this library lacks, each in a transaction of its own."""
    steps = migrations()
    latest = steps[-1][0]
    while 0 <= (version := _version(connection)) < latest:
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have done it while this one waited for the lock.
            version = _version(connection)
            if version < latest:
                _run_migration(connection, path, *steps[version])
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    if version < 0:
        raise failures.damaged(path, f"its format is {version}", may_be_replaced=False)
    if version > latest:
        raise failures.too_new(path, version, latest)


def _run_migration(connection: sqlite3.Connection, path: Path, number: int, script: str) -> None:
    """Run one migration; the first only in an empty database."""
    if number == 1 and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise failures.not_a_library(path, "an SQLite database of another program")
    _run_statements(connection, script)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {number}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _run_statements(connection: sqlite3.Connection, script: str) -> None:
    """Run each statement of a migration; `executescript` would commit the transaction around it."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def integrity_problem(connection: sqlite3.Connection) -> str | None:
    """Return what SQLite finds damaged in the library; None where nothing is, or the file is too large to check."""
    pages, size = (int(connection.execute(f"PRAGMA page_{what}").fetchone()[0]) for what in ("count", "size"))
    if pages * size > _MAX_CHECKED:
        return None
    result = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    return None if result == "ok" else result.splitlines()[-1]


def other_schema(connection: sqlite3.Connection) -> str | None:
    """The table that is not as the migrations made it, in one sentence; None where all are."""
    sound = sqlite3.connect(":memory:")
    try:
        for _, script in migrations():
            sound.executescript(script)
        for (table,) in sound.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            if _described(connection, table) != _described(sound, table):
                return f"its table {table} is not the one that Pullquote makes"
    finally:
        sound.close()
    return None


def _described(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    """The columns of a table, with their types and defaults, and what they refer to."""
    return [
        row
        for what in ("table_info", "foreign_key_list")
        for row in connection.execute(f"SELECT * FROM pragma_{what}(?)", (table,))  # noqa: S608 - constant
    ]


def use_write_ahead_log(connection: sqlite3.Connection, timeout: float) -> None:
    """Switch to WAL, in which readers and a writer don't wait for each other.

    SQLite doesn't wait for the lock that this switch needs (https://sqlite.org/wal.html), so this function does. Where
    the file system can't do WAL, the rollback journal stays, which is as safe and only slower.
    """
    deadline = time.monotonic() + timeout
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return

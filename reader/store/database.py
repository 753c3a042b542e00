"""The library's file: opened with care, brought up to date by numbered migrations, never written over."""

import sqlite3
import time
from pathlib import Path
from threading import Lock
from weakref import WeakSet

from reader.errors import StorageError
from reader.store import failures
from reader.store.companions import orphaned_log, write_ahead_log

# "PQLB" in ASCII, at offset 68 of the file's header: https://sqlite.org/fileformat2.html#application_id
APPLICATION_ID = 0x50514C42

# How long to wait for another process, in seconds: writes take milliseconds, so this is past any honest wait.
LOCK_TIMEOUT = 5.0

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
# A check reads every page, at half a millisecond a megabyte: bytes that may be read before the first write.
_QUICK = 16 * 1024 * 1024

_MIGRATIONS = Path(__file__).parent / "migrations"


class _Connection(sqlite3.Connection):
    """A connection to the library at `path`."""

    path: Path

    def close(self) -> None:
        super().close()
        _open.discard(self)


# A process that closes a file loses every lock that it has on it, also those of SQLite, and another process may then
# take away the log that is still written: https://sqlite.org/howtocorrupt.html (2.2). So a library to which this
# process is connected, in whichever thread, is not looked into by hand.
_open: WeakSet[_Connection] = WeakSet()
_opening = Lock()


def connect(path: Path, *, timeout: float = LOCK_TIMEOUT) -> sqlite3.Connection:
    """Open the library at `path`, making the folder and the file where there are none.

    Statements run in autocommit mode, so that every transaction is one that the caller began. A commit is on the
    disk when it returns (WAL with synchronous=FULL: it survives kill -9 and, where the disk keeps its word, loss of
    power). A library that may only be read is opened so, and refuses to be written. Raises StorageError where the file
    is not ours, newer than us, damaged, gone while its log is there, or can't be opened; in none of these cases is
    anything changed.
    """
    try:
        return _for_writing(path, timeout)
    except (sqlite3.Error, OSError) as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        connection = _for_reading(path) if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN} else None
        if connection is None:
            raise failures.explain(error, path) from error
        return connection


def _for_writing(path: Path, patience: float) -> sqlite3.Connection:
    with _opening:
        _keep_lost_log(path)
        if all(connection.path != path for connection in _open):
            _look_before_opening(path)
        _make_folder(path)
        connection = sqlite3.connect(path, timeout=patience, isolation_level=None, factory=_Connection)
        connection.path = path
        _open.add(connection)
    try:
        # Looked at again now that the file is open, for the library may have been moved meanwhile. Nothing is read yet.
        _keep_lost_log(path)
        connection.execute("PRAGMA foreign_keys = ON")
        _bring_up_to_date(connection, path)
        _use_write_ahead_log(connection, patience)
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def _for_reading(path: Path) -> sqlite3.Connection | None:
    """A library in a folder where not even SQLite's own files beside it may be made; None where there is none.

    What another process left in the log is not seen, and what one writes meanwhile may be missed:
    https://sqlite.org/uri.html#uriimmutable
    """
    connection = None
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
        if _version(connection) == migrations()[-1][0]:
            return connection
    except sqlite3.Error:
        # Then what kept it from being written is what to tell.
        pass
    if connection is not None:
        connection.close()
    return None


def _make_folder(path: Path) -> None:
    """The folder is its owner's alone: what one reads is private."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise failures.folder_not_made(path, error) from error


def _keep_lost_log(path: Path) -> None:
    """Refuse to begin a library where the log of another is: SQLite would delete that at the first read."""
    log = orphaned_log(path)
    if log is not None:
        raise failures.log_without_library(path, log)


def _look_before_opening(path: Path) -> None:
    """Refuse what is no library of ours from its first bytes alone, before SQLite could touch the file or its log."""
    if path.is_dir():
        raise failures.not_a_library(path, "a folder")
    if not path.exists():
        return
    if not path.is_file():
        raise failures.not_a_library(path, "not a regular file")
    problem = _problem(path)
    if problem is not None:
        # Another process may be making the file at this moment: look once more before refusing it.
        time.sleep(0.05)
        problem = _problem(path)
    if problem is not None:
        raise problem


def _problem(path: Path) -> StorageError | None:
    """What the file's header (https://sqlite.org/fileformat2.html#the_database_header) and size say against it."""
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header or path.with_name(path.name + "-journal").exists():
        # Nothing yet, or a transaction cut off: SQLite puts it right when it opens the file.
        return None
    if not header.startswith(_MAGIC):
        return failures.not_a_library(path, "not an SQLite database, or a damaged one")
    if len(header) < _HEADER:
        return failures.damaged(path, "it is cut short")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        return failures.not_a_library(path, "an SQLite database of another program")
    # The count of pages holds only where the two counters agree; a log may have pages that the file lacks so far.
    counted = header[24:28] == header[92:96] and not write_ahead_log(path).exists()
    page_size = int.from_bytes(header[16:18], "big")
    # 1 stands for 65,536, which two bytes can't hold.
    whole = int.from_bytes(header[28:32], "big") * (65536 if page_size == 1 else page_size)
    if counted and path.stat().st_size < whole:
        return failures.damaged(path, "it is cut short")
    return None


def migrations() -> tuple[tuple[int, str], ...]:
    """The number and the SQL of each migration, in order: the files ``NNNN_name.sql`` of `reader/store/migrations`."""
    files = sorted(_MIGRATIONS.glob("*.sql"))
    return tuple((int(file.name.partition("_")[0]), file.read_text(encoding="utf-8")) for file in files)


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    """Run the migrations that this library has not had, each in a transaction of its own."""
    steps = migrations()
    latest = steps[-1][0]
    while (version := _version(connection)) < latest:
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have done it while this one waited for the lock.
            version = _version(connection)
            if version < latest:
                _step(connection, path, *steps[version])
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    if version > latest:
        raise failures.too_new(path, version, latest)


def _step(connection: sqlite3.Connection, path: Path, number: int, script: str) -> None:
    """Run one migration; the first, only in a file that has nothing in it yet."""
    if number == 1 and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise failures.not_a_library(path, "an SQLite database of another program")
    _run(connection, script)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {number}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _run(connection: sqlite3.Connection, script: str) -> None:
    """Run each statement of a migration; `executescript` would commit the transaction it stands in."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def quick_check(connection: sqlite3.Connection) -> str | None:
    """What is wrong with the pages of the library, None for nothing or for one too large to be read at once."""
    pages, size = (int(connection.execute(f"PRAGMA page_{what}").fetchone()[0]) for what in ("count", "size"))
    if pages * size > _QUICK:
        return None
    told = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    return None if told == "ok" else told.splitlines()[-1]


def _use_write_ahead_log(connection: sqlite3.Connection, patience: float) -> None:
    """Switch to WAL, in which readers and a writer don't wait for each other.

    SQLite doesn't wait for the lock that this switch needs (https://sqlite.org/wal.html), so this does. A file
    system that can't do WAL stays with the rollback journal, which is as safe and only slower.
    """
    deadline = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return

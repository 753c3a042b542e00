"""What SQLite and the file system say when a library can't be used, as one sentence to a person."""

import sqlite3
from pathlib import Path

from reader.errors import StorageError
from reader.store.companions import log_of, move_aside

ELSEWHERE = "or set PULLQUOTE_HOME to another folder"

_LOCKED = "is locked by another program: wait for it or close it, and try again; nothing was changed"
_SENTENCES = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_FULL: "could not be written, because the disk is full: make room and try again; "
    "what was kept before is still there",
    sqlite3.SQLITE_IOERR: "could not be read or written ({error}): the disk may be full or failing; "
    "make room or check it, and try again",
}
_OTHERWISE = "could not be used ({error}): try again, " + ELSEWHERE


def damaged(path: Path, reason: str) -> StorageError:
    """For a file that SQLite can't make sense of: it is left as it is, for the person to move aside."""
    return StorageError(
        f"Your library {path} is damaged ({reason}): it was left exactly as it is; quit Pullquote everywhere and move "
        f"all of it aside ({move_aside(path, '.damaged')}) for a new one, {ELSEWHERE}."
    )


def foreign(path: Path, what: str) -> StorageError:
    """For a file of some other program in the library's place."""
    how = f" and its log aside ({move_aside(path, '.aside')})" if log_of(path).exists() else " somewhere else"
    return StorageError(
        f"{path} is no Pullquote library ({what}): it was left exactly as it is; move it{how}, {ELSEWHERE}."
    )


def lost(path: Path, log: Path) -> StorageError:
    """For a library that is gone and has left its log: a new library in its place would have SQLite delete that."""
    return StorageError(
        f"Your library {path} is {'empty' if path.exists() else 'missing'}, but its log {log.name} is there and may "
        f"hold your newest notes: nothing was changed; quit Pullquote everywhere and put the library back, or move the "
        f"log aside too ({move_aside(path, '.aside', library=False)}) for a new one, {ELSEWHERE}."
    )


def newer(path: Path, version: int, known: int) -> StorageError:
    """For a library whose format this version doesn't know yet."""
    return StorageError(
        f"Your library {path} was made by a newer Pullquote (format {version}, this one knows {known}): "
        f"update Pullquote, {ELSEWHERE}; nothing was changed."
    )


def unwritable(path: Path, reason: str) -> StorageError:
    """For a library, or its folder, that may not be written or even opened."""
    return StorageError(
        f"Your library {path} can't be opened for writing ({reason}): "
        f"make the file and its folder writable to you, {ELSEWHERE}."
    )


def homeless(path: Path, error: OSError) -> StorageError:
    """For a library whose folder can't be made."""
    reason = "a file stands in its place" if isinstance(error, FileExistsError) else error.strerror or str(error)
    return StorageError(
        f"The folder {path.parent} for your library can't be made ({reason}): "
        f"make it yourself or make room for it, {ELSEWHERE}."
    )


def explain(error: sqlite3.Error | OSError, path: Path) -> StorageError:
    """The sentence for what went wrong with the library at `path`."""
    if isinstance(error, OSError):
        return unwritable(path, error.strerror or str(error))
    # The low byte of an extended result code is its primary code: https://sqlite.org/rescode.html
    primary = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if primary == sqlite3.SQLITE_NOTADB:
        return foreign(path, "not an SQLite database, or one so damaged that it can't be told")
    if primary == sqlite3.SQLITE_CORRUPT:
        return damaged(path, str(error))
    if primary in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}:
        return unwritable(path, str(error))
    return StorageError(f"Your library {path} {_SENTENCES.get(primary, _OTHERWISE).format(error=error)}.")

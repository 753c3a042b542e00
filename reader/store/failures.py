"""What SQLite and the file system say when a library can't be used, as one sentence to a person."""

import sqlite3
from pathlib import Path

from reader.errors import StorageError
from reader.store.companions import move_command, write_ahead_log

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


# The footer of the reader has four rows for a sentence, so a command stands early in it.


def damaged(path: Path, reason: str) -> StorageError:
    """For a file that SQLite can't make sense of: it is left as it is, for the person to move aside."""
    return StorageError(
        f"Your library {path} is damaged ({reason}): quit Pullquote and move all of it aside "
        f"({move_command(path, 'damaged')}) for a new one, {ELSEWHERE}; it was left exactly as it is."
    )


def not_a_library(path: Path, what: str) -> StorageError:
    """For a file of some other program in the library's place."""
    how = f"all of it aside ({move_command(path, 'aside')})" if write_ahead_log(path).exists() else "it somewhere else"
    return StorageError(
        f"{path} is no Pullquote library ({what}): move {how}, {ELSEWHERE}; it was left exactly as it is."
    )


def log_without_library(path: Path, log: Path) -> StorageError:
    """For a library that is gone and has left its log: a new library in its place would have SQLite delete that."""
    return StorageError(
        f"Your library {path} is {'empty' if path.exists() else 'missing'}, and {log.name} may hold your newest notes: "
        f"quit Pullquote and put the library back, or move that aside too "
        f"({move_command(path, 'aside', library=False)}) for a new one, {ELSEWHERE}; nothing was changed."
    )


def too_new(path: Path, version: int, known: int) -> StorageError:
    """For a library whose format this version doesn't know yet."""
    return StorageError(
        f"Your library {path} was made by a newer Pullquote (format {version}, this one knows {known}): "
        f"update Pullquote, {ELSEWHERE}; nothing was changed."
    )


def not_writable(path: Path, reason: str) -> StorageError:
    """For a library, or its folder, that may not be written or even opened."""
    return StorageError(
        f"Your library {path} can't be opened for writing ({reason}): "
        f"make the file and its folder writable to you, {ELSEWHERE}."
    )


def folder_not_made(path: Path, error: OSError) -> StorageError:
    """For a library whose folder can't be made."""
    reason = "a file stands in its place" if isinstance(error, FileExistsError) else error.strerror or str(error)
    return StorageError(
        f"The folder {path.parent} for your library can't be made ({reason}): "
        f"make it yourself or make room for it, {ELSEWHERE}."
    )


def explain(error: sqlite3.Error | OSError, path: Path) -> StorageError:
    """The sentence for what went wrong with the library at `path`."""
    if isinstance(error, OSError):
        return not_writable(path, error.strerror or str(error))
    # The low byte of an extended result code is its primary code: https://sqlite.org/rescode.html
    primary = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if primary == sqlite3.SQLITE_NOTADB:
        return not_a_library(path, "not an SQLite database, or a damaged one")
    if primary == sqlite3.SQLITE_CORRUPT:
        return damaged(path, str(error))
    if primary in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}:
        return not_writable(path, str(error))
    return StorageError(f"Your library {path} {_SENTENCES.get(primary, _OTHERWISE).format(error=error)}.")

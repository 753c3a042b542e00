"""Errors of SQLite and the file system, as one sentence that says what to do."""

import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from reader.errors import DamageError, StorageError
from reader.printable import printable
from reader.store.library_files import move_command, write_ahead_log
from reader.store.row_mapping import UnreadableRowError

_MAX_NAMES = 3
ELSEWHERE = "or set PULLQUOTE_HOME to another folder"

_LOCKED = "is locked by another program: wait for it or close it, and try again; nothing was changed"
_SENTENCES = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_FULL: "could not be written, because the disk is full: free disk space and try again; "
    "what was saved before is still there",
    sqlite3.SQLITE_IOERR: "could not be read or written ({error}): the disk may be full or failing; "
    "free disk space or check it, and try again",
}
# What SQLite says of statements of this program's in a library whose own description is not what the program wrote.
_OTHER_SCHEMA = re.compile(
    r"no such (?:column|table|index)|has no column named|already exists|duplicate column name|foreign key mismatch"
    r"|unsupported file format|does not match any PRIMARY KEY"
)
_OTHERWISE = "could not be used ({error}): try again, " + ELSEWHERE


# The footer of the reader has four rows for a sentence, so a command stands early in it.


def damaged(path: Path, reason: str, *, may_be_replaced: bool = True) -> DamageError:
    """Return the error for a library that is damaged; `may_be_replaced` is as in DamageError."""
    return DamageError(
        f"Your library {path} is damaged ({reason}): quit Pullquote in all windows and run pullquote library recover, "
        f"which sets it aside whole and starts a new one with what can still be read, {ELSEWHERE}; it was not changed.",
        reason,
        may_be_replaced=may_be_replaced,
    )


def not_a_library(path: Path, what: str, *, may_be_replaced: bool = False) -> DamageError:
    """Return the error for another program's file in the library's place, or a library that looks like one."""
    how = f"it away ({move_command(path, 'aside')})" if write_ahead_log(path).exists() else "it somewhere else"
    return DamageError(
        f"{path} is not a Pullquote library ({what}): move {how}, {ELSEWHERE}; it was not changed.",
        what,
        may_be_replaced=may_be_replaced,
    )


def locked(path: Path) -> StorageError:
    """Return the error for a library that another process uses."""
    return StorageError(f"Your library {path} {_LOCKED}.")


def not_set_aside(path: Path, error: OSError) -> StorageError:
    """Return the error for a library whose files could not be set aside, or in whose place no other could be made."""
    return StorageError(
        f"Your library {path} could not be set aside ({error.strerror or error}): free disk space or check the disk, "
        "and try again; nothing was changed."
    )


def not_copied(backup: Path, path: Path, error: OSError) -> StorageError:
    """Return the error for a backup that could not be put where there is no library."""
    return StorageError(
        f"{backup} could not be copied to {path} ({error.strerror or error}): free disk space or check the folder, and "
        "try again."
    )


def unreadable_rows(path: Path, names: Sequence[str]) -> str:
    """Return a sentence on rows that were left out, by their names."""
    shown = names[:_MAX_NAMES]
    more = f" and {len(names) - len(shown)} more" if len(names) > len(shown) else ""
    return (
        f"Damaged in your library {path} and left out: {', '.join(shown)}{more}. To take out what is left of it, quit "
        "Pullquote in all windows and run pullquote library recover."
    )


def log_without_library(path: Path, log: Path) -> StorageError:
    """Return the error for a log whose library is gone: SQLite would delete it if a new library were made there."""
    return StorageError(
        f"Your library {path} is {'empty' if path.exists() else 'missing'}, and {log.name} may hold your newest notes: "
        f"quit Pullquote and put the library back, or move that file away too "
        f"({move_command(path, 'aside', library=False)}) to start a new one, {ELSEWHERE}; nothing was changed."
    )


def too_new(path: Path, version: int, known: int) -> StorageError:
    """Return the error for a library whose format this version doesn't know yet."""
    return StorageError(
        f"Your library {path} was made by a newer Pullquote (format {version}, this one knows {known}): "
        f"update Pullquote, {ELSEWHERE}; nothing was changed."
    )


def not_writable(path: Path, reason: str) -> StorageError:
    """Return the error for a library, or its folder, that may not be written or opened."""
    return StorageError(
        f"Your library {path} can't be opened for writing ({reason}): "
        f"give yourself write permission for the file and its folder, {ELSEWHERE}."
    )


def folder_not_made(path: Path, error: OSError) -> StorageError:
    """Return the error for a library whose folder can't be made."""
    reason = "a file is in its place" if isinstance(error, FileExistsError) else error.strerror or str(error)
    return StorageError(
        f"The folder {path.parent} for your library can't be made ({reason}): "
        f"make it yourself or free disk space, {ELSEWHERE}."
    )


def explain(error: sqlite3.Error | OSError | UnicodeDecodeError, path: Path) -> StorageError:
    """Return the error for what went wrong with the library at `path`."""
    if isinstance(error, OSError):
        return not_writable(path, error.strerror or str(error))
    reason = printable(str(error))
    if isinstance(error, UnreadableRowError):
        return damaged(path, reason, may_be_replaced=False)
    # Python raises the first where SQLite's own message repeats such bytes, and the second, without a code, for a row.
    if isinstance(error, UnicodeDecodeError) or reason.startswith("Could not decode to UTF-8"):
        return damaged(path, "text in it is not UTF-8", may_be_replaced=False)
    # The low byte of an extended result code is its primary code: https://sqlite.org/rescode.html
    primary = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if primary == sqlite3.SQLITE_NOTADB:
        return not_a_library(path, "not an SQLite database, or a damaged one", may_be_replaced=True)
    if primary == sqlite3.SQLITE_CORRUPT or (primary == sqlite3.SQLITE_ERROR and _OTHER_SCHEMA.search(reason)):
        return damaged(path, reason, may_be_replaced=primary == sqlite3.SQLITE_CORRUPT)
    return _not_damaged(path, primary, reason)


def _not_damaged(path: Path, primary: int, reason: str) -> StorageError:
    if primary in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}:
        return not_writable(path, reason)
    return StorageError(f"Your library {path} {_SENTENCES.get(primary, _OTHERWISE).format(error=reason)}.")

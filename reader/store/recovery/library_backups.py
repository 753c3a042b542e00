"""Copies of the library, one a day, with what a person made: without what the program can make again."""

import errno
import os
import re
import sqlite3
from datetime import date
from pathlib import Path

from reader.errors import StorageError
from reader.store import failures
from reader.store.database import APPLICATION_ID, connect, migrations
from reader.store.library_files import remove_database, write_ahead_log
from reader.store.library_rows import MADE_AGAIN

KEPT = 7
"""How many backups are kept."""

_NAME = re.compile(r"library-(\d{4}-\d\d-\d\d)\.db")


def backup_folder(library: Path) -> Path:
    """Return the folder of the backups of a library, whether it exists or not."""
    return library.parent / "backups"


def backups(library: Path) -> tuple[Path, ...]:
    """Return the backups of a library, newest first."""
    folder = backup_folder(library)
    found = [path for path in folder.iterdir() if _NAME.fullmatch(path.name)] if folder.is_dir() else []
    return tuple(sorted(found, key=lambda path: path.name, reverse=True))


def is_due(library: Path) -> bool:
    """Whether the library has changed since its last backup, which was made on another day."""
    known = backups(library)
    if not known:
        return library.is_file()
    changed = max(_modified(library), _modified(write_ahead_log(library)))
    return known[0].name != _name_of_today() and changed > _modified(known[0])


def back_up(library: Path, *, limit: int, target: Path | None = None) -> Path:
    """Make a backup of the library, also while it is in use.

    Args:
        library: The library.
        limit: The size in bytes that the backups in the folder may have together: the oldest are deleted, and so are
            those beyond KEPT.
        target: The file to make; by default that of today in the folder of backups, in place of an earlier one.

    Raises:
        StorageError: The library is damaged, the target exists, or it can't be written. Earlier backups stay.
    """
    folder = backup_folder(library)
    made = folder / _name_of_today() if target is None else target
    if target is not None and os.path.lexists(target):
        raise StorageError(f"{target} exists and was not overwritten: name a file that does not exist.")
    new = made.with_name(f"{made.name}.new")
    try:
        if target is None:
            folder.mkdir(mode=0o700, exist_ok=True)
        remove_database(new)
        try:
            _copy(library, new)
            new.replace(made)
        finally:
            remove_database(new)
    except (OSError, sqlite3.Error) as error:
        raise StorageError(f"A backup {made} could not be written ({_reason(error)}): {_advice(error)}.") from error
    if target is None:
        _delete_oldest(library, limit)
    return made


def check_backup(path: Path) -> None:
    """Raise StorageError where a file is not a sound library that this version can read."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error as error:
        raise failures.explain(error, path) from error
    try:
        mark, version = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        )
        if mark != APPLICATION_ID:
            raise StorageError(f"{path} is not a Pullquote library: pullquote library restore lists your backups.")
        if version > migrations()[-1][0]:
            raise failures.too_new(path, version, migrations()[-1][0])
        damage = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if damage != "ok":
            raise StorageError(
                f"{path} is damaged ({damage}): pullquote library recover {path} takes out what can be read."
            )
    except sqlite3.Error as error:
        raise StorageError(f"{path} can't be read as a library ({error}): name another backup.") from error
    finally:
        connection.close()


def _copy(library: Path, target: Path) -> None:
    """Copy a library with SQLite's online backup, and take out what can be made again."""
    source = connect(library)
    try:
        copy = sqlite3.connect(target, isolation_level=None)
        try:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            damage = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if damage != "ok":
                raise failures.damaged(library, damage)
            for table in MADE_AGAIN:
                copy.execute(f"DELETE FROM {table}")  # noqa: S608 - constant
            copy.execute("VACUUM")
        finally:
            copy.close()
    finally:
        source.close()


def _delete_oldest(library: Path, limit: int) -> None:
    size = 0
    for number, path in enumerate(backups(library), 1):
        size += path.stat().st_size
        if number > KEPT or size > limit:
            path.unlink(missing_ok=True)


def _name_of_today() -> str:
    return f"library-{date.today().isoformat()}.db"  # noqa: DTZ011 - the person's day


def _modified(path: Path) -> int:
    """Return when a file was last changed, in nanoseconds; 0 where there is none."""
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def _advice(error: OSError | sqlite3.Error) -> str:
    is_full = isinstance(error, sqlite3.Error) or error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    return "free disk space, and try again" if is_full else "name another file, or change what forbids it"


def _reason(error: OSError | sqlite3.Error) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)

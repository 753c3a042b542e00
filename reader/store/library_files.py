"""The files that SQLite keeps beside a library: they hold a part of it, so they must be moved together with it."""

import os
import shlex
from itertools import count
from pathlib import Path
from typing import TypeAlias

FileIdentity: TypeAlias = tuple[int, int]
"""The device and the inode of a file: another file at the same path has others."""

# In bytes: a log of this size has a header and no transaction (https://sqlite.org/fileformat2.html#walformat).
_LOG_HEADER = 32


def write_ahead_log(path: Path) -> Path:
    """Return the path of the library's write-ahead log, whether the log exists or not.

    SQLite follows a link to a library and keeps the log beside the file that the link leads to.
    """
    return Path(f"{os.path.realpath(path)}-wal")


def file_identity(path: Path) -> FileIdentity | None:
    """Return the identity of the file that `path` leads to, None where there is none that can be looked at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def companions(path: Path) -> tuple[Path, ...]:
    """Return the library's log, the log's index, and the rollback journal, whether they exist or not."""
    real = os.path.realpath(path)
    return write_ahead_log(path), Path(f"{real}-shm"), Path(f"{real}-journal")


def remove_database(path: Path) -> None:
    """Delete a database that is not open, and its companions."""
    for each in (*companions(path), path):
        each.unlink(missing_ok=True)


def orphaned_log(path: Path) -> Path | None:
    """Return the log at `path` where it has transactions and its library is missing or empty; else None.

    SQLite would delete such a log as soon as it makes or opens the library, and the newest notes may be in no other
    file.
    """
    log = write_ahead_log(path)
    # The log is looked at first: a process that makes the library writes a log only when the library has pages.
    return log if _size(log) > _LOG_HEADER and not _size(path) else None


def move_command(path: Path, name: str, *, library: bool = True) -> str:
    """Return the shell command that moves the library at `path` and its companion files into a folder of their own.

    The files keep their names, so that SQLite finds the library's log there. The folder is made beside them.

    Args:
        path: The library.
        name: The name of the folder; a number is added where it is taken.
        library: Whether to move the library too, and not only its log.
    """
    real = Path(os.path.realpath(path))
    log, index, journal = companions(path)
    names = [each.name for each in (log, journal) if _size(each)]
    if log.name in names and index.exists():  # without its log it holds nothing
        names.insert(1, index.name)
    if library:
        names.append(real.name)
    folder = free_name(real.parent, name)
    return " && ".join(map(shlex.join, (("cd", str(real.parent)), ("mkdir", folder), ("mv", *names, folder))))


def _size(path: Path) -> int:
    """Return the size of a file in bytes, 0 where there is none."""
    try:
        return path.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return 0


def free_name(folder: Path, name: str) -> str:
    """Return a free name in a folder: this one, or with a number from 2 on where it is taken."""
    names = (f"{name}-{number}" if number > 1 else name for number in count(1))
    return next(each for each in names if not os.path.lexists(folder / each))

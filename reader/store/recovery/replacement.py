"""A library set aside with all its files, and another in its place, while no other process has it open."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, TypeVar

from reader.errors import DamageError, StorageError
from reader.store import failures
from reader.store.database import LOCK_BYTES, closed_here
from reader.store.library_files import (
    FileIdentity,
    companions,
    file_identity,
    free_name,
    orphaned_log,
    remove_database,
    write_ahead_log,
)
from reader.store.recovery.library_backups import check_backup
from reader.store.recovery.merge import RecoveryReport, merge
from reader.store.recovery.page_images import PageImages, map_file
from reader.store.recovery.salvage import Salvage, read_salvage
from reader.store.repositories import Store

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Recovery:
    """What became of a damaged library.

    Attributes:
        source: The file that the rows come from: the damaged library, where it lies now.
        report: What was taken out of it.
        was_set_aside: Whether it was moved there.
    """

    source: Path
    report: RecoveryReport
    was_set_aside: bool = False


def replace_damaged(
    path: Path,
    error: DamageError | None,
    identity: FileIdentity | None = None,
    on_progress: Callable[[str], None] = lambda _: None,
) -> Recovery:
    """Set a damaged library aside, and put a new one in its place, with every row that can be read.

    Args:
        path: The library.
        error: Why it can't be used, which is raised where the file is no library of Pullquote; None where a person asks
            for it.
        identity: The file that the error is about; nothing is done where another one is in its place by now.
        on_progress: Called now and then with a few words on what is being done.

    Raises:
        DamageError: `error`.
        StorageError: Another process uses the library, or its files can't be read, linked or written. Nothing was
            changed.
    """

    def make(new: Path, pages: PageImages) -> RecoveryReport:
        salvage = Salvage(pages, on_progress)
        if not salvage.is_library:
            raise error or failures.not_a_library(path, "nothing in it was written by Pullquote")
        return _merge_into(new, salvage, is_own=True)

    aside, report = replace(path, "damaged", make, identity)
    return Recovery(aside, report, was_set_aside=True)


def recover_from(path: Path, source: Path, on_progress: Callable[[str], None] = lambda _: None) -> Recovery:
    """Put every row that can be read of another library, damaged or not, into the library at `path`.

    What it allows its feeds is left out: it may be the library of somebody else.

    Args:
        path: The library.
        source: The file of the other library.
        on_progress: Called now and then with a few words on what is being done.

    Raises:
        StorageError: The source is no library or can't be read, or the library can't be written.
    """
    try:
        salvage = read_salvage(source, on_progress)
    except OSError as error:
        raise StorageError(
            f"{source} can't be read ({error.strerror or error}): name the file of a library."
        ) from error
    if not salvage.is_library:
        raise StorageError(f"{source} is not a Pullquote library: name the file of one, such as library.db.")
    return Recovery(source, _merge_into(path, salvage))


def _merge_into(path: Path, salvage: Salvage, *, is_own: bool = False) -> RecoveryReport:
    store = Store(path)
    try:
        with store.writing():
            return merge(store.connection, salvage, is_own=is_own)
    finally:
        store.close()


def restore(path: Path, backup: Path) -> Path | None:
    """Put a backup in the place of the library at `path`, which is set aside with all its files.

    Returns:
        Where the former library lies now; None where there was none.

    Raises:
        StorageError: The backup is not sound, or another process uses the library. Nothing was changed.
    """
    check_backup(backup)

    def make(new: Path, pages: PageImages) -> None:
        if not Salvage(pages).is_library:
            raise failures.not_a_library(path, "nothing in it was written by Pullquote")
        _copy(backup, new)

    log = orphaned_log(path)
    if log is not None:
        raise failures.log_without_library(path, log)
    if file_identity(path) is None:
        _put(backup, path)
        return None
    return replace(path, "replaced", make)[0]


def _put(backup: Path, path: Path) -> None:
    """Put a copy of a backup where there is no library: all of it, or nothing. Raises StorageError."""
    real = Path(os.path.realpath(path))
    new = real.with_name(f"{real.name}.new")
    try:
        real.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            _copy(backup, new)
            new.replace(real)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
        _sync(real.parent)
    except OSError as error:
        raise failures.not_copied(backup, path, error) from error


def _copy(source: Path, target: Path) -> None:
    """Copy a file; the copy is on the disk when this returns."""
    shutil.copyfile(source, target)
    with target.open("rb") as file:
        os.fsync(file.fileno())


def replace(
    path: Path, name: str, make: Callable[[Path, PageImages], _Made], identity: FileIdentity | None = None
) -> tuple[Path, _Made]:
    """Set the library at `path` aside with all its files, and put another in its place.

    The files are set aside before anything is made, and stay where they are until all of the other library is on the
    disk.

    Args:
        path: The library.
        name: How the new folder with its files begins; the date follows.
        make: Makes the other library at a path, from the pages of the old one if it wants to.
        identity: As in `replace_damaged`.

    Returns:
        Where the old library lies now, and what `make` returned.

    Raises:
        StorageError: As in `replace_damaged`.
    """
    real = Path(os.path.realpath(path))
    new = real.with_name(f"{real.name}.new")
    try:
        with _locked_alone(path, real) as file:
            if identity not in {None, file_identity(real)}:
                raise failures.locked(path)
            log = write_ahead_log(path)
            # The map keeps the file open: closing any descriptor of it would give up the lock.
            data = map_file(file)
            pages = PageImages(data, log.read_bytes() if log.is_file() else b"")
            folder = real.parent / free_name(real.parent, f"{name}-{date.today().isoformat()}")  # noqa: DTZ011 - the person's day
            try:
                _link_all(path, real, file, folder)
                remove_database(new)
                made = make(new, pages)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                remove_database(new)
                raise
            for each in companions(path):
                each.unlink(missing_ok=True)
            new.replace(real)
            _sync(real.parent)
            del pages, data
    except PermissionError as error:
        raise failures.explain(error, path) from error
    except OSError as error:
        raise failures.not_set_aside(path, error) from error
    return folder / real.name, made


@contextmanager
def _locked_alone(path: Path, real: Path) -> Iterator[BinaryIO]:
    """Keep every process, also this one, from using the library."""
    with closed_here(path), real.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, *LOCK_BYTES)
        except OSError as error:
            raise failures.locked(path) from error
        yield file


def _link_all(path: Path, real: Path, file: BinaryIO, folder: Path) -> None:
    """Put the library and its companions into a new folder, as further names of the same files, or else as copies."""
    folder.mkdir(mode=0o700)
    for each in (*companions(path), real):
        target = folder / each.name
        try:
            os.link(each, target)
        except FileNotFoundError:
            continue
        except OSError:  # a file system without hard links
            file.seek(0)
            with target.open("xb") as copy:
                if each == real:
                    shutil.copyfileobj(file, copy)
                else:
                    copy.write(each.read_bytes())
                copy.flush()
                os.fsync(copy.fileno())
    _sync(folder)
    _sync(folder.parent)


def _sync(folder: Path) -> None:
    """Have the names in a folder written to the disk, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

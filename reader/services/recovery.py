"""Recovering a damaged library, and its backups, as the session and the commands use them."""

from collections import Counter
from pathlib import Path

from reader.config import Settings
from reader.errors import DamageError, StorageError
from reader.model import format_count
from reader.services.library import Library
from reader.store import Store, failures, recovery
from reader.store.recovery import Recovery, RecoveryReport

__all__ = ["Recovery", "RecoveryReport", "RecoveryService", "advice", "describe", "replace_damaged"]

_MEGABYTE = 1_000_000
_MAX_NAMES = 10


class RecoveryService:
    """The backups of a library, and what can be done when it is damaged."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self._library = library
        self._limit = max(0, settings.backup_megabytes) * _MEGABYTE

    def recover(self, source: Path | None = None) -> Recovery | None:
        """Put what can be read of another library into this one, or take this one apart where it is damaged.

        Args:
            source: The file of the other library. For None, or the library itself, that is set aside, and a new one
                with what can be read of it takes its place.

        Returns:
            What was recovered; None where this library is sound.

        Raises:
            StorageError: It can't be done. Nothing was changed.
        """
        path = self._library.path
        self._library.close()
        if source is not None and not _is_same(source, path):
            return recovery.recover_from(path, source)
        problems = self.problems()
        self._library.close()
        return recovery.replace_damaged(path, None) if problems else None

    def problems(self) -> tuple[str, ...]:
        """Return what is wrong with the library's file and its rows, each in a few words; nothing is repaired."""
        try:
            store = Store(self._library.path)
            try:
                return recovery.problems_of(store)
            finally:
                store.close()
        except DamageError as error:
            return (str(error),)

    def back_up(self, target: Path | None = None) -> Path:
        """Make a backup now, in the folder of backups or in a new file, and return its path.

        Raises:
            StorageError: It was not made.
        """
        return recovery.back_up(self._library.path, limit=self._limit, target=target)

    @property
    def has_room(self) -> bool:
        """Whether a backup of the library is not larger than all of them may be."""
        path = self._library.path
        return not path.exists() or path.stat().st_size < self._limit

    def back_up_if_due(self) -> str | None:
        """Make the backup of today where the library has changed since the last one; what fails is tried again.

        Returns:
            A sentence where the library is damaged, which its first use does not find in one that is large; else None.
        """
        path = self._library.path
        try:
            if self._library.enabled and self.has_room and recovery.is_due(path):
                recovery.back_up(path, limit=self._limit)
        except DamageError as error:
            return str(error)
        except (StorageError, OSError):
            pass  # `doctor` shows the age of the last one
        return None

    def backups(self) -> tuple[Path, ...]:
        """Return the backups that there are, newest first."""
        return recovery.backups(self._library.path)

    def restore(self, backup: Path) -> Path | None:
        """Put a backup in the place of the library; return where that lies now, None where there was none.

        Raises:
            StorageError: It was not done, and nothing was changed.
        """
        self._library.close()
        return recovery.restore(self._library.path, backup)


def replace_damaged(path: Path, error: DamageError, identity: tuple[int, int] | None) -> str:
    """Set a damaged library aside, put a new one in its place, and return sentences on that.

    The arguments are those of `reader.store.recovery.replace_damaged`.

    Raises:
        DamageError: It was not done, for example because another window uses the library. Nothing was changed.
    """
    try:
        done = recovery.replace_damaged(path, error, identity)
    except DamageError:
        raise
    except StorageError as refused:
        raise advice(path, error) from refused
    return f"Your library was damaged. {describe(done)}"


def advice(path: Path, error: DamageError) -> DamageError:
    """Return the error for a file that is not replaced: a library may look like the file of another program."""
    return failures.damaged(path, error.reason, may_be_replaced=False) if recovery.is_library(path) else error


def describe(done: Recovery) -> str:
    """Return sentences on what was recovered and what is gone."""
    report = done.report
    lost = _listed("Could not be read", report.gone) + _listed("Damaged in part", report.repaired)
    there = 0 if done.was_set_aside else sum(report.present.values())
    if done.was_set_aside:
        where = (
            f"It was set aside with all its files in {done.source.parent}, and a new one has what could be read of it"
        )
    else:
        where = f"New in your library, from {done.source}"
    kept = f" {format_count(there, 'row')} were there already and stayed as they are." if there else ""
    return f"{where}: {report.added_in_words()}.{kept}{lost or ' Nothing is known to be lost.'}"


def _listed(what: str, names: list[str]) -> str:
    if not names:
        return ""
    counts = [f"{name} ({count})" if count > 1 else name for name, count in Counter(names).items()]
    more = f" and {len(counts) - _MAX_NAMES} more" if len(counts) > _MAX_NAMES else ""
    return f" {what}: {', '.join(counts[:_MAX_NAMES])}{more}."


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False

"""Recovering a damaged library, and its backups, as the session and the commands use them."""

from collections.abc import Callable
from pathlib import Path

from reader.config import Settings
from reader.errors import DamageError, StorageError
from reader.services.library import Library
from reader.store import Store, recovery
from reader.store.recovery import Recovery, RecoveryReport

__all__ = ["Recovery", "RecoveryReport", "RecoveryService"]

_MEGABYTE = 1_000_000


class RecoveryService:
    """The backups of a library, and what can be done when it is damaged."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self._library = library
        self._limit = max(0, settings.backup_megabytes) * _MEGABYTE

    def recover(
        self, source: Path | None = None, on_progress: Callable[[str], None] = lambda _: None
    ) -> Recovery | None:
        """Put what can be read of another library into this one, or take this one apart where it is damaged.

        Args:
            source: The file of the other library. For None, or the library itself, that is set aside, and a new one
                with what can be read of it takes its place.
            on_progress: Called now and then with a few words on what is being done.

        Returns:
            What was recovered; None where this library is sound.

        Raises:
            StorageError: It can't be done. Nothing was changed.
        """
        path = self._library.path
        self._library.close()
        if source is not None and not _is_same(source, path):
            return recovery.recover_from(path, source, on_progress)
        on_progress("checking your library")
        problems = self.problems()
        return recovery.replace_damaged(path, None, on_progress=on_progress) if problems else None

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


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False

"""Articles that a session removed from the library, which can be undone."""

from typing import TYPE_CHECKING

from reader.services.library import Library, now
from reader.services.undo_history import UndoHistory

if TYPE_CHECKING:
    # SQLite is loaded when the library is opened: an article is on the screen before that.
    from reader.store.removed_articles import RemovedArticle


class RemovalService:
    """Removes articles and brings them back, with their positions and corrections."""

    def __init__(self, library: Library, history: UndoHistory) -> None:
        self._library = library
        self._history = history
        self._done: list[RemovedArticle] = []
        self._undone: list[RemovedArticle] = []

    def remove(self, location: str, *, highlight_count: int = 0) -> str:
        """Take an article out of the library, as `Library.remove` does, and return its name.

        Args:
            location: As there. Only an id is that of one entry: two can have the same location.
            highlight_count: As there.

        Raises:
            StorageError: As there.
        """
        removed = self._library.remove(location, highlight_count=highlight_count)
        self._done.append(removed)
        self._undone.clear()
        self._history.record(self)
        return removed.name

    def undo(self) -> str | None:
        """Bring the article back that was removed last; return a sentence, None where there is none.

        Raises:
            StorageError: It was not brought back.
        """
        if not self._done:
            return None
        removed = self._done[-1]
        with self._library.writing() as store:
            was_restored = store.removed.restore(removed)
            for id_ in removed.highlights:
                store.highlights.restore(id_, now())
        self._undone.append(self._done.pop())
        return f"“{removed.name}” is in your library again" if was_restored else f"“{removed.name}” is there already"

    def redo(self) -> str | None:
        """Remove the article again that was brought back last; return a sentence, None where there is none.

        Raises:
            StorageError: It was not removed, for example because it has highlights by now.
        """
        if not self._undone:
            return None
        last = self._undone[-1]
        removed = self._library.remove(last.key, highlight_count=len(last.highlights))
        self._undone.pop()
        self._done.append(removed)
        return f"“{removed.name}” removed from the library again"

"""The changes of a session in the order in which they were made, so that the last one is undone first."""

from typing import Protocol


class Undoable(Protocol):
    """A service that can undo the last change that was made through it."""

    def undo(self) -> str | None:
        """Undo it; return a sentence on what was done, None where there is nothing to undo."""

    def redo(self) -> str | None:
        """Make the change again that was undone last; return a sentence, None where there is none."""


class OwnRevisions:
    """Which revisions of highlights a session made, to tell its own changes from those of other sessions."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        self._shared: set[str] = set()

    def note(self, id_: str, before: int, after: int) -> None:
        """Note that this session has brought a highlight from one revision to another."""
        if self._last.get(id_, before) != before:
            self._shared.add(id_)
        if after != before or id_ not in self._last:
            self._last[id_] = after

    def is_last(self, id_: str, revision: int) -> bool:
        """Whether this session made this revision of a highlight."""
        return self._last.get(id_) == revision

    def are_all(self, id_: str, revision: int) -> bool:
        """Whether this session made this revision and all others since it first changed the highlight."""
        return self.is_last(id_, revision) and id_ not in self._shared


class UndoHistory:
    """Which service made each change, the last one at the end.

    Attributes:
        change_count: How many changes were made, undone and made again: what is shown is old where it differs.
    """

    def __init__(self) -> None:
        self.change_count = 0
        self._services: list[Undoable] = []
        self._undone: list[Undoable] = []

    def record(self, service: Undoable) -> None:
        """Remember that a service made a change; what was undone before can't be redone any more."""
        self._services.append(service)
        self._undone.clear()
        self.change_count += 1

    def undo(self) -> str | None:
        """Undo the last change, whatever it was; return a sentence, None where there is nothing to undo.

        Raises:
            StorageError: It was not undone.
        """
        while self._services:
            sentence = self._services[-1].undo()
            service = self._services.pop()
            if sentence is not None:
                self._undone.append(service)
                self.change_count += 1
                return sentence
        return None

    def redo(self) -> str | None:
        """Make the change again that was undone last, unless another was made since; the result is as in `undo`.

        Raises:
            StorageError: It was not made.
        """
        while self._undone:
            sentence = self._undone[-1].redo()
            service = self._undone.pop()
            if sentence is not None:
                self._services.append(service)
                self.change_count += 1
                return sentence
        return None

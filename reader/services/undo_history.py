"""The changes of a session in the order in which they were made, so that the last one is undone first."""

from typing import Protocol


class Undoable(Protocol):
    """A service that can undo the last change that was made through it."""

    def undo(self) -> str | None:
        """Undo it; return a sentence on what was done, None where there is nothing to undo."""


class UndoHistory:
    """Which service made each change, the last one at the end."""

    def __init__(self) -> None:
        self._services: list[Undoable] = []

    def record(self, service: Undoable) -> None:
        """Remember that a service made a change."""
        self._services.append(service)

    def undo(self) -> str | None:
        """Undo the last change, whatever it was; return a sentence, None where there is nothing to undo.

        Raises:
            StorageError: It was not undone.
        """
        while self._services:
            sentence = self._services[-1].undo()
            self._services.pop()
            if sentence is not None:
                return sentence
        return None

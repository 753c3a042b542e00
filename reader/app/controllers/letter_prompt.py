"""A question that is answered with one letter: which mark, which quotations."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.app.host import ReadingHost

if TYPE_CHECKING:
    from textual import events


class LetterPrompt:
    """Asks one question at a time on a reading screen; the next key is the answer."""

    def __init__(self, host: ReadingHost) -> None:
        self._host = host
        self._answered: Callable[[str | None], None] | None = None

    def ask(self, question: str, answered: Callable[[str | None], None]) -> None:
        """Show a question in the footer, and call `answered` with the next key, None for one that is no character."""
        self._answered = answered
        self._host.panes.footer.show_message(question)

    def take(self, event: "events.Key") -> bool:
        """Use a key as the answer; return False where nothing was asked."""
        if self._answered is None:
            return False
        answered, self._answered = self._answered, None
        answered(event.character if event.is_printable else None)
        return True

"""Where a reader has been: back and forward through jumps, marks under letters, and the saved position."""

from typing import TYPE_CHECKING

from reader.app.controllers.letter_prompt import LetterPrompt
from reader.app.host import ReadingHost
from reader.app.state import Reading
from reader.app.viewmodels.cursor import position_of
from reader.app.viewmodels.jumps import to_position
from reader.errors import PullquoteError
from reader.services.session import Position

if TYPE_CHECKING:
    from reader.services.session import JumpHistory

MAX_JUMPS = 50
"""Jumps remembered each way."""

SAVE_INTERVAL = 10.0
"""Seconds after which the position is saved again, in case the program is killed."""


class HistoryController:
    """Jumps, marks and the position of the article on a reading screen; saved jumps are loaded when first needed."""

    def __init__(self, host: ReadingHost, letters: LetterPrompt) -> None:
        self._host = host
        self._loaded: JumpHistory | None = None
        self._saved: tuple[Position, JumpHistory | None] = (Position(host.reading.cursor), None)
        self._saved_percent: int | None = None
        self._looked_up: int | None = None
        self._letters = letters
        self._changes = host.session.change_count

    @property
    def _history(self) -> "JumpHistory":
        if self._loaded is None:
            self._loaded = self._host.session.positions(self._host.reading.article).jump_history()
        return self._loaded

    def record_jump(self, reading: Reading) -> None:
        """Record that a jump starts from where `reading` is."""
        here = position_of(reading)
        back = (here, *(each for each in self._history.back if each.offset != here.offset))
        self._loaded = self._history._replace(back=back[:MAX_JUMPS], forward=())

    def back(self) -> None:
        """Go back to where the last jump started."""
        here, history = position_of(self._host.reading), self._history
        back = history.back[1:] if history.back and history.back[0].offset == here.offset else history.back
        if not back:
            self._host.update(self._host.reading, "no earlier jump")
            return
        self._loaded = history._replace(back=back[1:], forward=(here, *history.forward)[:MAX_JUMPS])
        self._go(back[0])

    def forward(self) -> None:
        """Go forward again after going back."""
        here, history = position_of(self._host.reading), self._history
        if not history.forward:
            self._host.update(self._host.reading, "no later jump")
            return
        self._loaded = history._replace(back=(here, *history.back)[:MAX_JUMPS], forward=history.forward[1:])
        self._go(history.forward[0])

    def _go(self, position: Position) -> None:
        history = self._loaded
        self._host.go(to_position(self._host.reading, position))
        self._loaded = history  # without the jump just made

    def ask_mark_to_set(self) -> None:
        """Ask for the letter of a mark to set here."""
        self._letters.ask("type a letter to mark this line", self._set_mark)

    def ask_mark_to_find(self) -> None:
        """Ask for the letter of a mark to go to."""
        marks = " ".join(sorted(self._history.marks))
        self._letters.ask(
            f"type the letter of a mark: {marks} · ' goes back"
            if marks
            else "no marks yet: press m and a letter to set one · ' goes back",
            self._go_to_mark,
        )

    def _set_mark(self, letter: str | None) -> None:
        host = self._host
        reading = host.reading
        if letter is None or letter == "'" or letter.isspace():
            host.update(reading, "no mark set")
            return
        history, here = self._history, position_of(reading)
        try:
            host.session.positions(reading.article).set_mark(letter, here)
        except PullquoteError as error:
            host.update(reading, str(error))
            return
        self._loaded = history._replace(marks={**history.marks, letter: here})
        host.update(reading, f"marked as {letter}: press ' {letter} to come back")

    def _go_to_mark(self, letter: str | None) -> None:
        host = self._host
        if letter == "'":
            self.back()
        elif letter is None or letter not in self._history.marks:
            host.update(host.reading, f"no mark {letter}" if letter else "")
        else:
            host.go(to_position(host.reading, self._history.marks[letter]))

    def note_lookup(self) -> None:
        """Note that the article was opened to look something up here: until the reader moves, nothing is saved."""
        self._looked_up = self._host.reading.cursor

    def save(self) -> None:
        """Save the reader's position and the jumps, and how much was seen, unless they are saved.

        They are saved again where the article was removed from the library and is there again, as by a highlight.
        """
        if self._host.reading.cursor == self._looked_up:
            return
        self._looked_up = None
        here, percent = position_of(self._host.reading), self._host.panes.body.percent_seen
        positions = self._host.session.positions(self._host.reading.article)
        changes, self._changes = self._changes, self._host.session.change_count
        if (here, self._loaded) != self._saved or (changes != self._changes and positions.are_lost()):
            positions.save(here, self._loaded, percent)
        elif percent is not None and percent != self._saved_percent:
            positions.save_percent(percent)
        self._saved, self._saved_percent = (here, self._loaded), percent

    def open_library(self) -> None:
        """Open the library, which shows how far this article has been read."""
        self.save()
        self._host.dialogs.open_library(self._host.session)

    def restore(self, position: Position, *, is_silent: bool = False) -> Reading:
        """Go to the position where the reader stopped last time.

        Args:
            position: The saved position.
            is_silent: Whether to leave the footer's message as it is.

        Returns:
            The reading there.
        """
        host = self._host
        self._saved = (position, None)
        here = position_of(host.reading)
        if position != here:
            moved = position.offset != here.offset
            if moved:
                host.body.set_viewport(host.body.viewport.jump_to(host.body.page_layout.row_at(position.offset)))
            message = "where you stopped reading · g goes to the start" if moved and not is_silent else None
            host.update(to_position(host.reading, position).reading, message)
        return host.reading

"""Where a reader has been: back and forward through jumps, marks under letters, and the place that is kept."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events

from reader.app.viewmodels import jumps
from reader.errors import PullquoteError
from reader.services.session import Position

if TYPE_CHECKING:
    from reader.app.host import Controllers
    from reader.app.screens.reading_base import ReadingBase
    from reader.app.state import Reading
    from reader.app.viewmodels.viewport import Viewport
    from reader.app.widgets.article_view import ArticleView
    from reader.services.session import JumpHistory

MOST = 50
"""Jumps remembered each way."""

EVERY = 10.0
"""Seconds between two moments at which the place is kept, for who is cut off."""


class PositionKeeping:
    """What a screen does about places: it notes where jumps start, keeps where it is left, hears a letter."""

    parts: "Controllers"
    reading: "Reading"
    letter: Callable[[str | None], None] | None = None
    """Gets the letter that a person is asked for, None for another key."""
    if TYPE_CHECKING:

        @property
        def body(self) -> "ArticleView":
            """The article's page."""

    def see(self, eye: "Viewport", *, jump: bool = False) -> None:
        """Bring another part of the page in sight. Where it takes what was read out of sight, that is noted.

        That holds of a `jump`; other moves are jumps when they go further than a page.
        """
        before = self.body.viewport
        here = eye.top <= before.row < eye.top + eye.height if jump else abs(eye.top - before.top) < eye.height
        if not here and self.reading.search is None:
            self.parts.places.leave(self.reading)
        self.body.set_viewport(eye)

    def on_key(self, event: events.Key) -> None:
        """The letter of a mark."""
        if self.letter is not None:
            event.stop()
            event.prevent_default()
            answer, self.letter = self.letter, None
            answer(event.character if event.is_printable else None)

    def on_mount(self) -> None:
        """Keep the place from time to time."""
        if TYPE_CHECKING:
            assert isinstance(self, ReadingBase)
        self.set_interval(EVERY, lambda: self.parts.places.keep())  # noqa: PLW0108 - loaded when it is due

    def on_unmount(self) -> None:
        """Keep where the reader stands."""
        self.parts.places.keep()

    def rescue(self) -> None:
        """Keep where the reader stands, and what is being written: the program ends at once."""
        self.parts.asking.rescue()
        self.parts.places.keep()


class HistoryController:
    """Jumps and marks of the article on a reading screen; those kept before are loaded at the first need."""

    def __init__(self, screen: "ReadingBase") -> None:
        self._screen = screen
        self._trail: JumpHistory | None = None
        self._kept: tuple[Position, JumpHistory | None] = (Position(screen.start), None)

    @property
    def trail(self) -> "JumpHistory":
        """Where there is to go."""
        if self._trail is None:
            self._trail = self._screen.session.whereabouts(self._screen.reading.article).trail()
        return self._trail

    def leave(self, reading: "Reading") -> None:
        """Note that a jump starts from where `reading` stands."""
        here = jumps.place_of(reading)
        back = (here, *(each for each in self.trail.back if each.offset != here.offset))
        self._trail = self.trail._replace(back=back[:MOST], forward=())

    def back(self) -> None:
        """Go back to where the last jump started."""
        here, trail = jumps.place_of(self._screen.reading), self.trail
        back = trail.back[1:] if trail.back and trail.back[0].offset == here.offset else trail.back
        if not back:
            self._screen.update(self._screen.reading, "no earlier jump")
            return
        self._trail = trail._replace(back=back[1:], forward=(here, *trail.forward)[:MOST])
        self._go(back[0])

    def forward(self) -> None:
        """Go forward again after going back."""
        here, trail = jumps.place_of(self._screen.reading), self.trail
        if not trail.forward:
            self._screen.update(self._screen.reading, "no later jump")
            return
        self._trail = trail._replace(back=(here, *trail.back)[:MOST], forward=trail.forward[1:])
        self._go(trail.forward[0])

    def _go(self, place: Position) -> None:
        trail = self._trail
        self._screen.go(jumps.to_place(self._screen.reading, place))
        self._trail = trail  # going there is no jump of its own

    def mark(self) -> None:
        """Ask for the letter of a mark to set here."""
        self._screen.letter = self._set
        self._screen.panes.footer.show_message("type a letter to mark this line")

    def find(self) -> None:
        """Ask for the letter of a mark to go to."""
        self._screen.letter = self._to
        marks = " ".join(sorted(self.trail.marks))
        self._screen.panes.footer.show_message(
            f"type the letter of a mark: {marks} · ' goes back"
            if marks
            else "no marks yet: press m and a letter to set one · ' goes back"
        )

    def _set(self, letter: str | None) -> None:
        screen = self._screen
        reading = screen.reading
        if letter is None or letter == "'" or letter.isspace():
            screen.update(reading, "no mark set")
            return
        trail, here = self.trail, jumps.place_of(reading)
        try:
            screen.session.whereabouts(reading.article).mark(letter, here)
        except PullquoteError as error:
            screen.update(reading, str(error))
            return
        self._trail = trail._replace(marks={**trail.marks, letter: here})
        screen.update(reading, f"marked as {letter}: press ' {letter} to come back")

    def _to(self, letter: str | None) -> None:
        screen = self._screen
        if letter == "'":
            self.back()
        elif letter is None or letter not in self.trail.marks:
            screen.update(screen.reading, f"no mark {letter}" if letter else "")
        else:
            screen.go(jumps.to_place(screen.reading, self.trail.marks[letter]))

    def keep(self) -> None:
        """Keep where the reader stands, unless that is kept."""
        here = jumps.place_of(self._screen.reading)
        if (here, self._trail) != self._kept:
            self._screen.session.whereabouts(self._screen.reading.article).leave(here, self._trail)
            self._kept = (here, self._trail)

    def restore(self, place: Position, *, quietly: bool = False) -> "Reading":
        """Come back to where the reader left off, `quietly` where something else is told; the reading there."""
        screen = self._screen
        self._kept = (place, None)
        here = jumps.place_of(screen.reading)
        if place != here:
            moved = place.offset != here.offset
            if moved:
                screen.body.set_viewport(screen.body.viewport.jump_to(screen.body.page_layout.row_at(place.offset)))
            say = "where you stopped reading · g goes to the start" if moved and not quietly else None
            screen.update(jumps.to_place(screen.reading, place).reading, say)
        return screen.reading

"""Following a person or a thread: the body is kept to what one voice says, or to the claims of one thread."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.app.state import FocusFilter, Reading
from reader.app.viewmodels import jumps
from reader.model import Span
from reader.text.layout import RowKind

if TYPE_CHECKING:
    from reader.app.screens.reading_base import ReadingBase

BACK = "showing the whole article again"


class FocusFilterController:
    """What the `f` key does on a reading screen, and what brings everything back."""

    def __init__(self, screen: "ReadingBase") -> None:
        self._screen = screen

    def follow(self) -> None:
        """Keep the body to the voice or the thread that is chosen here; the same once more brings everything back."""
        screen = self._screen
        reading = screen.reading
        pane = screen.panes.current
        threads = screen.panes.rail.threads
        thread = threads.selected_thread if pane == "threads" else None
        voice = screen.panes.rail.voices.selected_voice if pane == "voices" else speaking(reading)
        if pane == "threads":
            voice = threads.selected_group.voice if threads.selected_group is not None else None
        if reading.analysis is None:
            screen.update(reading, "still finding who speaks")
        elif reading.followed is not None and (reading.followed.voice, reading.followed.thread) == (voice, thread):
            self.end()
        elif thread is not None:
            self._keep(of_thread(reading, thread), replace(reading, voice=None))
        elif voice is not None:
            self._keep(of_voice(reading, voice), replace(reading, voice=voice))
        else:
            screen.update(
                reading, "no quotation here: press f on a quotation, or in the list of voices (2) or threads (3)"
            )

    def turn(self, voice: int | None) -> None:
        """Light up a voice; while one is followed, follow this one instead."""
        screen = self._screen
        reading = screen.reading
        if reading.followed is None or reading.followed.voice is None:
            screen.update(replace(reading, voice=voice))
        elif voice is None:
            screen.update(replace(reading, voice=reading.followed.voice))
        elif voice != reading.followed.voice:
            self._show(of_voice(reading, voice), replace(reading, voice=voice))

    def end(self) -> None:
        """Bring everything back; the line under the eye stays."""
        self._screen.update(replace(self._screen.reading, followed=None, voice=None), BACK)

    def admit(self, jump: jumps.Jump) -> jumps.Jump:
        """The same jump, once everything is back if it leads to words that are left out now."""
        screen = self._screen
        if screen.reading.followed is None or jump.to is None:
            return jump
        rows = screen.body.page_layout
        if all(rows.row(y).kind is not RowKind.GAP for y in rows.rows_of(jump.to)):
            return jump
        screen.update(replace(screen.reading, followed=None, voice=None))
        return jumps.Jump(replace(jump.reading, followed=None, voice=None), jump.to, jump.why or BACK)

    def _keep(self, followed: FocusFilter, reading: Reading) -> None:
        if not followed.spans:
            self._screen.update(reading, "no quotations to show")
            return
        self._screen.panes.go("body")
        self._show(followed, reading)

    def _show(self, followed: FocusFilter, reading: Reading) -> None:
        """Show what is followed, from where the reader is on, or else from its start."""
        reading = replace(reading, followed=followed)
        self._screen.update(reading)
        self._screen.go(first(reading))


def first(reading: Reading) -> jumps.Jump:
    """To what is followed: where the reader stands in it, else its next words, else its first."""
    followed, cursor = reading.followed, reading.cursor
    if followed is None or reading.analysis is None or any(span.covers(cursor) for span in followed.spans):
        return jumps.Jump(reading, Span(cursor, cursor + 1))
    index = next((index for index, span in enumerate(followed.spans) if span.start > cursor), 0)
    if followed.thread is not None:
        return jumps.to_claim(
            reading, reading.analysis.claim(reading.analysis.threads[followed.thread - 1].claims[index])
        )
    said = [index for index, stop in enumerate(reading.stops) if stop.voice == followed.voice]
    return jumps.to_stop(reading, said[index])


def of_voice(reading: Reading, voice: int) -> FocusFilter:
    """All that a voice says."""
    return FocusFilter(tuple(stop.span for stop in reading.stops if stop.voice == voice), voice=voice)


def of_thread(reading: Reading, thread: int) -> FocusFilter:
    """The claims of a thread."""
    analysis = reading.analysis
    claims = () if analysis is None else analysis.threads[thread - 1].claims
    return FocusFilter(tuple(analysis.claim(id_).span for id_ in claims) if analysis else (), thread=thread)


def speaking(reading: Reading) -> int | None:
    """The voice that is chosen, else the one that speaks at the cursor."""
    if reading.voice is not None or reading.stop is None:
        return reading.voice
    return reading.stops[reading.stop].voice

"""Writing on highlights: a note in one line or in the person's editor, tags, and the colour."""

from functools import partial
from typing import TYPE_CHECKING

from reader.app import keeping
from reader.app.asking import Question
from reader.app.typeset import NOTE
from reader.model import Highlight

if TYPE_CHECKING:
    from reader.app.screens.moment import Moment
    from reader.whereabouts import Whereabouts


class Notes:
    """What a person writes on the highlight here; the quotation or the selection is highlighted first where none is."""

    def __init__(self, screen: "Moment") -> None:
        self._screen = screen

    async def note(self) -> None:
        """Ask for a note, of one line or several."""
        highlight = self._here()
        if highlight is not None:
            draft = self._place.draft(highlight.id)
            keys = "Enter keeps   Ctrl+J new line   Esc leaves"
            await self._ask(highlight, draft or highlight.note, f"your draft of before   {keys}" if draft else keys)

    @property
    def _place(self) -> "Whereabouts":
        return self._screen.session.whereabouts(self._screen.reading.article)

    async def _ask(self, highlight: Highlight, note: str, aside: str) -> None:
        question = Question(partial(self._noted, highlight), left=partial(self._left, highlight))
        await self._screen.parts.asking.ask_lines(NOTE, note, question, aside)

    def _noted(self, highlight: Highlight, note: str | None) -> None:
        """Keep a note; one that can't be kept stands in its box again, so that its words are not lost."""
        if note is not None:
            done = keeping.annotated(self._screen.session, self._screen.reading, highlight, note)
            self._screen.update(done.reading, done.say)
            if done.highlight is None:
                self._screen.call_later(self._ask, highlight, note, done.say)
            else:
                self._place.jot(highlight.id, "")

    def _left(self, highlight: Highlight, words: str) -> None:
        """Keep what was written, for the next time; nothing that was written anew is let go of."""
        draft = words if words != highlight.note else ""
        self._place.jot(highlight.id, draft)
        if draft:
            self._screen.update(self._screen.reading, "not kept as a note: a goes on with what you wrote")

    def edit(self) -> None:
        """Write the note in the person's editor."""
        highlight = self._here()
        if highlight is not None:
            self._edit(highlight)

    def _edit(self, highlight: Highlight) -> None:
        from reader.app.editor import edited  # noqa: PLC0415 - loaded when a person asks for it

        note, complaint = edited(self._screen.app, highlight.note)
        if note is None:
            self._screen.update(self._screen.reading, complaint)
        elif note == highlight.note:
            self._screen.update(self._screen.reading, "the note is as it was")
        else:
            self._noted(highlight, note)

    async def tag(self) -> None:
        """Ask for tags."""
        highlight = self._here()
        if highlight is not None:
            question = Question(partial(self._tagged, highlight))
            await self._screen.parts.asking.ask("#", ", ".join(highlight.tags), question, "tag, tag   Enter keeps")

    def _tagged(self, highlight: Highlight, words: str | None) -> None:
        if words is not None:
            done = keeping.tagged(self._screen.session, self._screen.reading, highlight, words)
            self._screen.update(done.reading, done.say)

    def colour(self) -> None:
        """Give the highlight its next colour; a quotation that is none yet becomes one, in the first."""
        screen = self._screen
        known = screen.reading.highlights
        highlight = self._here()
        if highlight is not None and highlight in known:
            done = keeping.recoloured(screen.session, screen.reading, highlight)
            screen.update(done.reading, done.say)

    def _here(self) -> Highlight | None:
        screen = self._screen
        done = keeping.here(screen.session, screen.reading, screen.row)
        screen.update(done.reading, done.say)
        return done.highlight

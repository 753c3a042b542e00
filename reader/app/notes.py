"""Writing a note: a line to write in takes the footer's place, and what is written goes to the highlight."""

from typing import TYPE_CHECKING

from reader.app import keeping
from reader.app.columns import columns
from reader.app.moves import highlight_here
from reader.app.typeset import NOTE
from reader.model import Highlight, Span

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen


class Notes:
    """The note that is being written on a reading screen, if any."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen
        self._on: Highlight | None = None

    async def begin(self, row: Span) -> None:
        """Ask for a note on the highlight here; the quotation or the selection is highlighted first where none is."""
        screen = self._screen
        found = highlight_here(screen.reading, row) if screen.reading.selection is None else None
        done = keeping.Done(screen.reading, "", found) if found else keeping.kept(screen.session, screen.reading, row)
        screen.update(done.reading, done.say)
        if done.highlight is None:
            return
        from reader.app.widgets.prompt import Prompt  # noqa: PLC0415 - Textual's Input is loaded when a person writes

        self._on = done.highlight
        footer = screen.panes.footer
        footer.display = False
        prompt = Prompt(id="prompt")
        await screen.mount(prompt, after=footer)
        prompt.fit(columns(screen.app.size.width, alone=screen.panes.alone is not None))
        prompt.ask(NOTE, done.highlight.note)

    async def answer(self, note: str | None) -> None:
        """Keep the note, or nothing when it is None; the keys are back."""
        highlight, self._on = self._on, None
        await self._screen.query("#prompt").remove()
        self._screen.panes.footer.display = True
        self._screen.body.focus()
        if highlight is not None and note is not None:
            done = keeping.annotated(self._screen.session, self._screen.reading, highlight, note)
            self._screen.update(done.reading, done.say)

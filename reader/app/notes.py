"""Writing a note: a line to write in takes the footer's place, and what is written goes to the highlight."""

from typing import TYPE_CHECKING

from reader.app import keeping
from reader.app.widgets.footer import Footer
from reader.model import Highlight

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen


class Notes:
    """The note that is being written on a reading screen, if any."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen
        self._on: Highlight | None = None

    async def ask(self, highlight: Highlight) -> None:
        """Show the line, with the note that the highlight has."""
        from reader.app.widgets.prompt import Prompt  # noqa: PLC0415 - Textual's Input is loaded when a person writes

        self._on = highlight
        footer = self._screen.query_one(Footer)
        prompt = Prompt(id="prompt")
        footer.display = False
        await self._screen.mount(prompt, after=footer)
        prompt.fit(self._screen.columns)
        prompt.ask("✎", highlight.note)

    async def answer(self, note: str | None) -> None:
        """Keep the note, or nothing when it is None; the keys are back."""
        highlight, self._on = self._on, None
        await self._screen.query("#prompt").remove()
        self._screen.query_one(Footer).display = True
        self._screen.body.focus()
        if highlight is not None and note is not None:
            done = keeping.annotated(self._screen.session, self._screen.reading, highlight, note)
            self._screen.update(done.reading, done.say)

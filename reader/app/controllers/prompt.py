"""What a person is asked in one line, in the footer's place: one question at a time."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, cast

from reader.app.rendering.columns import columns
from reader.text.navigation import Way

if TYPE_CHECKING:
    from reader.app.host import Controllers
    from reader.app.screens.reading_base import ReadingBase
    from reader.app.widgets.note_box import NoteBox
    from reader.app.widgets.prompt_input import PromptInput


class Question(NamedTuple):
    """What becomes of the line: `answered` gets it at Enter, or None at Esc.

    `changed` gets it at each change, `walked` each arrow up or down; `left` what stood there as a person left it.
    """

    answered: Callable[[str | None], None]
    changed: Callable[[str], None] = lambda _: None
    walked: Callable[[Way], None] = lambda _: None
    left: Callable[[str], None] = lambda _: None


class PromptAnswers:
    """What a screen hears from the line that a person writes in."""

    parts: "Controllers"

    async def on_prompt_input_answered(self, event: "PromptInput.Answered") -> None:
        """Enter."""
        await self.parts.asking.answer(event.text)

    async def on_prompt_input_cancelled(self) -> None:
        """Esc."""
        await self.parts.asking.answer(None)

    def on_prompt_input_changed(self, event: "PromptInput.Changed") -> None:
        """A letter."""
        self.parts.asking.change(event.text)

    def on_prompt_input_arrow_pressed(self, event: "PromptInput.ArrowPressed") -> None:
        """An arrow up or down."""
        self.parts.asking.walk(event.way)


class PromptController:
    """The question that is being asked on a reading screen, if any."""

    def __init__(self, screen: "ReadingBase") -> None:
        self._screen = screen
        self._question: Question | None = None
        self._pane = "body"

    async def ask(self, label: str, value: str, question: Question, aside: str = "") -> None:
        """Show `label` and a line that holds `value`; `aside` stands at its right."""
        from reader.app.widgets.prompt_input import PromptInput  # noqa: PLC0415 - Textual's Input is loaded when a person writes

        await self.end(keep=True)
        self._screen.panes.footer.display = False
        await self._show(PromptInput(id="prompt"), label, value, question, aside)

    async def ask_lines(self, label: str, value: str, question: Question, aside: str = "") -> None:
        """Show `label` and a box that holds the lines of `value`; `aside` stands below it."""
        from reader.app.widgets.note_box import NoteBox  # noqa: PLC0415 - as above

        await self.end(keep=True)
        await self._show(NoteBox(id="prompt"), label, value, question, aside)

    async def _show(
        self, prompt: "PromptInput | NoteBox", label: str, value: str, question: Question, aside: str
    ) -> None:
        screen = self._screen
        self._pane = screen.panes.current
        await screen.mount(prompt, after=screen.panes.footer)
        self._question = question  # from now on there is a line to be rescued
        self.fit()
        prompt.show_hint(aside)
        prompt.ask(label, value)

    def fit(self) -> None:
        """Follow the terminal's width."""
        for prompt in self._prompts:
            prompt.fit(columns(self._screen.app.size.width, alone=self._screen.panes.alone is not None))

    async def end(self, *, keep: bool = False) -> bool:
        """End a question that a person went away from without Enter or Esc; whether there was one.

        With `keep` what was written is kept, as Enter would.
        """
        asked = self._question is not None
        if asked:
            await self.answer(self._prompts[0].text if keep and self._prompts else None)
        return asked

    async def answer(self, text: str | None) -> None:
        """What was written, None where a person left the line; the keys are back where they were."""
        if text is None:
            self.rescue()
        question, self._question = self._question, None
        await self._screen.query("#prompt").remove()
        self._screen.panes.footer.display = True
        self._screen.set_focus(self._screen.query_one(f"#{self._pane}"))  # at once: another question may follow
        if question is not None:
            question.answered(text)

    def rescue(self) -> None:
        """Hand over what stands in the line, for it is going to be left."""
        if self._question is not None and self._prompts:
            self._question.left(self._prompts[0].text)

    def change(self, text: str) -> None:
        """What stands in the line now."""
        if self._question is not None:
            self._question.changed(text)

    def walk(self, way: int) -> None:
        """An arrow up or down was pressed in the line."""
        if self._question is not None:
            self._question.walked(Way(way))

    def tell(self, aside: str) -> None:
        """Say something at the right of the line."""
        for prompt in self._prompts:
            prompt.show_hint(aside)

    @property
    def _prompts(self) -> "list[PromptInput | NoteBox]":
        return cast("list[PromptInput | NoteBox]", list(self._screen.query("#prompt")))

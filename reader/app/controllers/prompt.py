"""The prompt: one question at a time, answered in a line or a box at the foot of the screen."""

from typing import TYPE_CHECKING

from reader.app.host import Question
from reader.app.prompt_slot import PromptSlot
from reader.text.navigation import Direction

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.app.widgets.note_box import NoteBox
    from reader.app.widgets.prompt_input import PromptInput

BACKUP_INTERVAL = 1.0
"""Seconds of typing that a kill of the program may cost."""


class PromptController:
    """Asks one question at a time, in the place that a screen has for prompts."""

    def __init__(self, slot: PromptSlot) -> None:
        self._slot = slot
        self._question: Question | None = None
        self._backup: Timer | None = None

    async def ask(self, label: str, text: str, question: Question, hint: str = "") -> None:
        """Open a line that holds `text`, with `label` before it and `hint` at its right."""
        from reader.app.widgets.prompt_input import PromptInput  # noqa: PLC0415 - Textual's Input is loaded for the first prompt

        await self.end(keep=True)
        await self._open(
            PromptInput(id="prompt", complete=question.complete), label, text, question, hint, hides_footer=True
        )

    async def ask_lines(self, label: str, text: str, question: Question, hint: str = "") -> None:
        """Open a box of several lines that holds `text`, with `label` before it and `hint` below it."""
        from reader.app.widgets.note_box import NoteBox  # noqa: PLC0415 - as above

        await self.end(keep=True)
        await self._open(NoteBox(id="prompt"), label, text, question, hint)

    async def _open(  # noqa: PLR0913 - what the public methods take, and the prompt
        self,
        prompt: "PromptInput | NoteBox",
        label: str,
        text: str,
        question: Question,
        hint: str,
        *,
        hides_footer: bool = False,
    ) -> None:
        await self._slot.open(prompt, hides_footer=hides_footer)
        self._question = question  # not before: from now on there is text to keep
        prompt.show_hint(hint)
        prompt.ask(label, text)

    async def end(self, *, keep: bool = False) -> bool:
        """End a question that was left open by a click elsewhere; return whether there was one.

        Args:
            keep: Whether to answer it with its text, as Enter does.
        """
        if self._question is None:
            return False
        prompts = self._slot.prompts
        await self.answer(prompts[0].text if keep and prompts else None)
        return True

    async def answer(self, text: str | None) -> None:
        """Close the prompt, and hand its text to the question; None where the person pressed Esc."""
        if text is None:
            self.keep_unsaved()
        question, self._question = self._question, None
        self._stop_backup()
        await self._slot.close()
        if question is not None:
            question.answered(text)

    def keep_unsaved(self) -> None:
        """Hand over the text of a prompt that is about to close without an answer."""
        prompts = self._slot.prompts
        if self._question is not None and prompts:
            self._question.left(prompts[0].text)

    def change(self, text: str) -> None:
        """Hand over the text of the prompt after a change."""
        if self._question is not None:
            self._question.changed(text)
            if self._backup is None:  # not put off by what is typed meanwhile
                self._backup = self._slot.set_timer(BACKUP_INTERVAL, self._back_up)

    def _back_up(self) -> None:
        self._stop_backup()
        prompts = self._slot.prompts
        if self._question is not None and prompts:
            self._question.backed_up(prompts[0].text)

    def _stop_backup(self) -> None:
        if self._backup is not None:
            self._backup.stop()
            self._backup = None

    def move(self, way: int) -> None:
        """Hand over an arrow up (-1) or down (1) that was pressed in the prompt."""
        if self._question is not None:
            self._question.moved(Direction(way))

    def show_hint(self, hint: str) -> None:
        """Show another hint beside the open line."""
        for prompt in self._slot.prompts:
            prompt.show_hint(hint)

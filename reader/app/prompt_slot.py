"""The place of a prompt on a screen: at the footer, from where it takes the focus and gives it back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen
from textual.timer import Timer

from reader.app.rendering.columns import ColumnLayout
from reader.app.widgets.footer import Footer

if TYPE_CHECKING:
    from reader.app.widgets.note_box import NoteBox
    from reader.app.widgets.prompt_input import PromptInput


def cancel_prompt(screen: Screen[Any]) -> bool:
    """Cancel the prompt that is open on a screen, as Esc does; return whether there is one."""
    prompts = screen.query("#prompt")
    if prompts:
        from reader.app.widgets.prompt_input import PromptInput  # noqa: PLC0415 - loaded with the first prompt

        prompts.first().post_message(PromptInput.Cancelled())
    return bool(prompts)


class PromptSlot:
    """Shows one prompt at a time on a screen.

    Args:
        screen: The screen.
        footer: Its footer.
        focus: Returns the id of the widget that gets the focus back.
        columns: Returns where the prompt stands.
    """

    def __init__(
        self, screen: Screen[Any], footer: Footer, focus: Callable[[], str], columns: Callable[[], ColumnLayout]
    ) -> None:
        self._screen = screen
        self._footer = footer
        self._focus = focus
        self._columns = columns
        self._focused_before = ""

    @property
    def prompts(self) -> "list[PromptInput | NoteBox]":
        """The prompt that is open; empty where none is, or while it is being mounted."""
        return cast("list[PromptInput | NoteBox]", list(self._screen.query("#prompt")))

    async def open(self, prompt: "PromptInput | NoteBox", *, hides_footer: bool = False) -> None:
        """Put a prompt in its place after the footer, or with `hides_footer` in place of it."""
        self._focused_before = self._focus()
        if hides_footer:
            self._footer.display = False
        await self._screen.mount(prompt, after=self._footer)
        self.fit()

    async def close(self) -> None:
        """Remove the prompt, show the footer again, and give the focus back."""
        await self._screen.query("#prompt").remove()
        self._footer.display = True
        if self._focused_before:
            self._screen.set_focus(self._screen.query_one(f"#{self._focused_before}"))  # at once: another may follow

    def set_timer(self, seconds: float, callback: Callable[[], None]) -> Timer:
        """Call back once, after some seconds, while the screen is there."""
        return self._screen.set_timer(seconds, callback)

    def fit(self) -> None:
        """Make the prompt follow the terminal's width."""
        for prompt in self.prompts:
            prompt.fit(self._columns())

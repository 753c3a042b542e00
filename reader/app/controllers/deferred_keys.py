"""Keys that need the analysis and were pressed before it: held back, and acted on in their order when it arrives."""

from collections.abc import Callable
from inspect import isawaitable

Action = Callable[[], object]


class DeferredKeys:
    """Actions that wait for the analysis; an action may be asynchronous.

    Attributes:
        pending: The waiting actions, each with whether it opens a prompt, a question or a list: what is typed after it
            is for that.
    """

    def __init__(self, show_message: Callable[[str], None]) -> None:
        self._show_message = show_message
        self._is_complete = False
        self.pending: list[tuple[Action, bool]] = []

    @property
    def awaits_text(self) -> bool:
        """Whether what is typed now is for a prompt that is still to open."""
        return any(opens_prompt for _, opens_prompt in self.pending)

    def defer(self, action: Action, *, opens_prompt: bool = False) -> bool:
        """Hold an action back until the analysis is complete; return False where it is."""
        if self._is_complete:
            return False
        self.pending.append((action, opens_prompt))
        self._show_message("still finding who speaks: your keys will act after that; Esc cancels them")
        return True

    def cancel(self) -> bool:
        """Forget the waiting actions; return whether there were any."""
        pending, self.pending = self.pending, []
        return bool(pending)

    async def complete(self) -> None:
        """Do all that waits, for the analysis is complete."""
        self._is_complete = True
        await self.retry()

    async def retry(self) -> None:
        """Do what waits, in the order of the keys, up to the first action that has to wait again."""
        pending, self.pending = self.pending, []
        while pending and not self.pending:
            result = pending.pop(0)[0]()
            if isawaitable(result):
                await result
        self.pending += pending

"""Keys that need what the engine finds, pressed before it has found it: held back, and done in their order then."""

from collections.abc import Callable
from inspect import isawaitable

Act = Callable[[], object]


class DeferredKeys:
    """Acts that wait for the engine; an act may be asynchronous. `say` shows a person a sentence.

    `held` are those that do, with whether they open a line to write in: what is typed after one is for that line.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._over = False
        self.held: list[tuple[Act, bool]] = []

    @property
    def asks(self) -> bool:
        """Whether what is typed now is for a line that is still to open."""
        return any(asks for _, asks in self.held)

    def holds(self, act: Act, *, asks: bool = False) -> bool:
        """Hold `act`, which may ask for words, back while the engine is at work; whether that was done."""
        if self._over:
            return False
        self.held.append((act, asks))
        self._say("still finding who speaks: your keys will act after that; Esc cancels them")
        return True

    def drop(self) -> bool:
        """Forget what is held back; whether there was anything."""
        held, self.held = self.held, []
        return bool(held)

    async def release(self) -> None:
        """The engine is done: do what was held back, in the order of the keys."""
        self._over = True
        await self.retry()

    async def retry(self) -> None:
        """More is known: do what was held back, in the order of the keys, up to what still can't be done."""
        held, self.held = self.held, []
        while held and not self.held:
            done = held.pop(0)[0]()
            if isawaitable(done):
                await done
        self.held += held

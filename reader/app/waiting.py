"""Keys that need what the engine finds, pressed before it has found it: held back, and done in their order then."""

from collections.abc import Callable
from inspect import isawaitable

Act = Callable[[], object]


class Waiting:
    """Acts that wait for the engine; an act may be asynchronous. `say` shows a person a sentence.

    `asks` tells that one of them opens a line to write in: what is typed after it is for that line.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self.asks = False
        self._over = False
        self._held: list[Act] = []

    def holds(self, act: Act, *, asks: bool = False) -> bool:
        """Hold `act`, which may ask for words, back while the engine is at work; whether that was done."""
        if self._over:
            return False
        self.asks = self.asks or asks
        self._held.append(act)
        self._say("still finding out who speaks: your keys act then, Esc forgets them")
        return True

    def drop(self) -> bool:
        """Forget what is held back; whether there was anything."""
        held, self._held, self.asks = self._held, [], False
        return bool(held)

    async def release(self) -> None:
        """The engine is done: do what was held back, in the order of the keys."""
        self._over = True
        held, self._held, self.asks = self._held, [], False
        for act in held:
            done = act()
            if isawaitable(done):
                await done

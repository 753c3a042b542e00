"""Keys one at a time: each is heard when all that the one before has set off is done, however fast they come.

Textual hands a key to what has the keys when it arrives. Of keys that come at once, typed fast or sent by a program,
the later ones would go to the page while the line that the first one opens is still on its way.
"""

from asyncio import Event, Task, create_task, wait_for
from collections import deque
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from textual import events
    from textual.app import App
    from textual.message_pump import MessagePump

ROUNDS = 3
"""Ways from what has the keys up to the program that are followed after a key, at least.

A line that is answered takes two: Enter comes up to where it has a meaning, and what it means comes up after it.
"""
MOST_ROUNDS = 12
PATIENCE = 5.0
"""Seconds after which what a key has set off is waited for no longer."""


class KeyDone(Message):
    """All that was on its way up to the program before this is done."""

    def __init__(self, done: Event) -> None:
        super().__init__()
        self.done = done


class KeyQueue:
    """Whose turn it is among the keys that have come to `app`, which sets `done` of each `KeyDone` that it hears."""

    def __init__(self, app: "App[None]") -> None:
        self._app = app
        self._now: events.Event | None = None
        self._waiting: deque[events.Event] = deque()
        self._task: Task[None] | None = None

    def due(self, key: "events.Event") -> bool:
        """Whether it is this key's turn; if not, it comes to the program once more when it is."""
        if key is self._now:
            return True
        if self._task is not None and not self._task.done():
            self._waiting.append(key)
            return False
        self._now = key
        self._task = create_task(self._follow())
        return True

    async def _follow(self) -> None:
        await self._settled()
        while self._waiting:
            self._now = self._waiting.popleft()
            self._app.post_message(self._now)
            await self._settled()

    async def _settled(self) -> None:
        """Wait until what a key has set off is done, or for a time that nobody would wait."""
        if not await self._passed(self._app):
            return
        for number in range(MOST_ROUNDS):
            if not self._app.screen_stack:  # the program ends
                return
            target = self._app.focused or self._app.screen
            if not await self._passed(target):
                return
            if number + 1 >= ROUNDS and not any(each.message_queue_size for each in target.ancestors_with_self):
                return

    async def _passed(self, target: "MessagePump") -> bool:
        done = Event()
        if not target.post_message(KeyDone(done)):
            return False
        try:
            await wait_for(done.wait(), PATIENCE)
        except TimeoutError:
            return False
        return True

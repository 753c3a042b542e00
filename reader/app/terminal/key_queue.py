"""Handle keys one at a time: the next one only when everything that the one before has caused is done.

Textual sends a key to the widget that has the focus when it arrives. Of keys that arrive at once, typed fast or sent by
a program, the later ones would go to the page while the line that the first one opens is still being mounted.
"""

from asyncio import Event, Task, create_task, wait_for
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from textual import events
    from textual.app import App
    from textual.message_pump import MessagePump

MIN_ROUNDS = 3
"""How often a `KeyDone` is sent from the focused widget up to the app after a key, at least.

To answer in a prompt takes two: Enter bubbles up to the prompt, and then the prompt's own message does.
"""
MAX_ROUNDS = 12
TIMEOUT = 5.0
"""Seconds after which the next key is handled though the one before is not done."""
STEP = 0.02
"""Seconds between two checks whether the widget that had the focus is still there."""


class KeyDone(Message):
    """Bubbles up to the app behind the messages that a key has caused; the app sets `done`."""

    def __init__(self, done: Event) -> None:
        super().__init__()
        self.done = done


class KeyQueue:
    """The keys that have arrived and wait for the one before them.

    The app asks `is_next` for each key, and sets `done` of each `KeyDone` that reaches it.
    """

    def __init__(self, app: "App[None]") -> None:
        self._app = app
        self._current: events.Event | None = None
        self._waiting: deque[events.Event] = deque()
        self._task: Task[None] | None = None

    def is_next(self, key: "events.Event") -> bool:
        """Return whether to handle a key now; if not, it is queued and posted to the app again in its turn."""
        if key is self._current:
            return True
        if self._task is not None and not self._task.done():
            self._waiting.append(key)
            return False
        self._current = key
        self._task = create_task(self._handle_waiting())
        return True

    async def _handle_waiting(self) -> None:
        await self._current_is_done()
        while self._waiting:
            self._current = self._waiting.popleft()
            self._app.post_message(self._current)
            await self._current_is_done()

    async def _current_is_done(self) -> None:
        """Wait until all that the current key has caused is done, or for TIMEOUT."""
        if not await self._messages_handled(self._app):
            return
        for number in range(MAX_ROUNDS):
            if not self._app.screen_stack:  # the app ends
                return
            target = self._app.focused or self._app.screen
            if not await self._messages_handled(target):
                return
            if number + 1 >= MIN_ROUNDS and not any(each.message_queue_size for each in target.ancestors_with_self):
                return

    async def _messages_handled(self, target: "MessagePump") -> bool:
        """Wait until a message from `target` has reached the app; whether it has, or `target` is not there any more."""
        done = Event()
        if not target.post_message(KeyDone(done)):
            return False
        for _ in range(max(1, round(TIMEOUT / STEP))):
            with suppress(TimeoutError):
                await wait_for(done.wait(), STEP)
                return True
            if not target.is_attached:  # its dialog was closed, and the message with it
                return True
        return False

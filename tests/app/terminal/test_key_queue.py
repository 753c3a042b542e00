"""Keys that come faster than what they set off are heard one by one, and none is lost."""

from asyncio import Event, sleep

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.events import Key, Paste
from textual.widgets import Input, Static

from reader.app.app import PullquoteApp
from reader.app.terminal import key_queue
from reader.app.terminal.key_queue import KeyDone, KeyQueue
from tests.app.pane_harness import settle


class Slow(Static, can_focus=True):
    """What has the keys to begin with."""


class Program(App[None]):
    """`o` opens a line, which takes a while; what is answered there is kept, and so are other keys."""

    BINDINGS = [Binding("o", "open"), Binding("x", "key('x')"), Binding("y", "key('y')")]  # noqa: RUF012 - Textual's way

    def __init__(self):
        super().__init__()
        self.turns = KeyQueue(self)
        self.heard = []

    def compose(self) -> ComposeResult:
        yield Slow("page")

    async def on_event(self, event):
        if isinstance(event, Key | Paste) and not event.is_forwarded and not self.turns.due(event):
            return
        await super().on_event(event)

    def on_passed(self, event: KeyDone):
        event.done.set()

    def action_key(self, key):
        self.heard.append(key)

    async def action_open(self):
        await sleep(0.05)
        line = Input()
        await self.mount(line)
        line.focus()

    async def on_input_submitted(self, event: Input.Submitted):
        self.heard.append(event.value)
        await event.input.remove()
        self.query_one(Slow).focus()


def burst(app, *keys):
    for key in keys:
        app.post_message(Key(key, key) if len(key) == 1 else Key(key, None))


@pytest.mark.parametrize(
    ("keys", "heard"),
    [
        (["x", "y"], ["x", "y"]),
        (["o", "x", "y", "enter", "y"], ["xy", "y"]),
        (["o", "x", "enter", "o", "y", "enter", "x"], ["x", "y", "x"]),
        (["x", *"oyoyoy", "enter", *"xxyy"], ["x", "yoyoy", "x", "x", "y", "y"]),
    ],
)
async def test_each_key_is_heard_where_the_one_before_leads(keys, heard):
    app = Program()
    async with app.run_test() as pilot:
        app.query_one(Slow).focus()
        burst(app, *keys)
        await settle(pilot, lambda: app.heard == heard)


async def test_what_is_pasted_waits_for_its_turn_as_well():
    app = Program()
    async with app.run_test() as pilot:
        app.query_one(Slow).focus()
        burst(app, "o")
        app.post_message(Paste("pasted"))
        burst(app, "enter", "y")
        await settle(pilot, lambda: app.heard == ["pasted", "y"])


async def test_keys_go_on_where_what_was_set_off_never_ends(monkeypatch):
    monkeypatch.setattr(key_queue, "PATIENCE", 0.01)
    monkeypatch.setattr(Program, "on_passed", lambda *_: None)
    app = Program()
    async with app.run_test() as pilot:
        app.query_one(Slow).focus()
        burst(app, "x", "y", "x")
        await settle(pilot, lambda: app.heard == ["x", "y", "x"])


async def test_what_is_closed_is_not_waited_for():
    app = Program()
    async with app.run_test() as pilot:
        slow = app.query_one(Slow)
        await slow.remove()
        assert not await app.turns._passed(slow)
        await pilot.pause()


async def test_at_the_end_of_the_program_nothing_is_waited_for(monkeypatch):
    app = Program()
    async with app.run_test():
        monkeypatch.setattr(Program, "screen_stack", [])
        await app.turns._settled()
    await app.turns._settled()
    assert app.turns._task is None


async def test_what_a_key_sets_off_is_followed_as_long_as_something_is_on_its_way(monkeypatch):
    app = Program()
    async with app.run_test():
        rounds = []

        async def passed(target):
            rounds.append(target)
            return True

        monkeypatch.setattr(app.turns, "_passed", passed)
        monkeypatch.setattr(Program, "message_queue_size", property(lambda _: len(rounds) < 7))
        await app.turns._settled()
        assert len(rounds) == 7
        monkeypatch.setattr(Program, "message_queue_size", 1)
        rounds.clear()
        await app.turns._settled()
        assert len(rounds) == 1 + key_queue.MOST_ROUNDS


async def test_the_program_hears_a_burst_one_by_one(opened):
    async with opened((100, 30)) as at:
        assert isinstance(at.app, PullquoteApp)
        burst(at.app, "slash", *"tide", "enter")
        await settle(at.pilot, lambda: at.reading.search is not None and at.said.startswith("/tide 1/"))
        done = Event()
        at.app.post_message(KeyDone(done))
        await settle(at.pilot, done.is_set)

"""Keys that arrive faster than they can be handled are handled one by one, and none is lost."""

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


class Page(Static, can_focus=True):
    """Has the focus at the start."""


class QueueApp(App[None]):
    """`o` opens a line, which takes a while; `results` are the texts submitted there and the other keys."""

    BINDINGS = [Binding("o", "open"), Binding("x", "key('x')"), Binding("y", "key('y')")]  # noqa: RUF012 - Textual's way

    def __init__(self):
        super().__init__()
        self.key_queue = KeyQueue(self)
        self.results = []

    def compose(self) -> ComposeResult:
        yield Page("page")

    async def on_event(self, event):
        if isinstance(event, Key | Paste) and not event.is_forwarded and not self.key_queue.is_next(event):
            return
        await super().on_event(event)

    def on_key_done(self, event: KeyDone):
        event.done.set()

    def action_key(self, key):
        self.results.append(key)

    async def action_open(self):
        await sleep(0.05)
        line = Input()
        await self.mount(line)
        line.focus()

    async def on_input_submitted(self, event: Input.Submitted):
        self.results.append(event.value)
        await event.input.remove()
        self.query_one(Page).focus()


def post_keys(app, *keys):
    for key in keys:
        app.post_message(Key(key, key) if len(key) == 1 else Key(key, None))


@pytest.mark.parametrize(
    ("keys", "results"),
    [
        (["x", "y"], ["x", "y"]),
        (["o", "x", "y", "enter", "y"], ["xy", "y"]),
        (["o", "x", "enter", "o", "y", "enter", "x"], ["x", "y", "x"]),
        (["x", *"oyoyoy", "enter", *"xxyy"], ["x", "yoyoy", "x", "x", "y", "y"]),
    ],
)
async def test_each_key_goes_where_the_one_before_has_moved_the_focus(keys, results):
    app = QueueApp()
    async with app.run_test() as pilot:
        app.query_one(Page).focus()
        post_keys(app, *keys)
        await settle(pilot, lambda: app.results == results)


async def test_pasted_text_waits_for_its_turn_as_well():
    app = QueueApp()
    async with app.run_test() as pilot:
        app.query_one(Page).focus()
        post_keys(app, "o")
        app.post_message(Paste("pasted"))
        post_keys(app, "enter", "y")
        await settle(pilot, lambda: app.results == ["pasted", "y"])


async def test_after_the_timeout_the_next_key_is_handled_though_the_one_before_is_not_done(monkeypatch):
    monkeypatch.setattr(key_queue, "TIMEOUT", 0.01)
    monkeypatch.setattr(QueueApp, "on_key_done", lambda *_: None)
    app = QueueApp()
    async with app.run_test() as pilot:
        app.query_one(Page).focus()
        post_keys(app, "x", "y", "x")
        await settle(pilot, lambda: app.results == ["x", "y", "x"])


async def test_a_widget_that_is_removed_is_not_waited_for():
    app = QueueApp()
    async with app.run_test() as pilot:
        page = app.query_one(Page)
        await page.remove()
        assert not await app.key_queue._messages_handled(page)
        await pilot.pause()


async def test_at_the_end_of_the_app_nothing_is_waited_for(monkeypatch):
    app = QueueApp()
    async with app.run_test():
        monkeypatch.setattr(QueueApp, "screen_stack", [])
        await app.key_queue._current_is_done()
    await app.key_queue._current_is_done()
    assert app.key_queue._task is None


async def test_a_key_is_done_when_no_messages_are_waiting_or_after_the_last_round(monkeypatch):
    app = QueueApp()
    async with app.run_test():
        rounds = []

        async def messages_handled(target):
            rounds.append(target)
            return True

        monkeypatch.setattr(app.key_queue, "_messages_handled", messages_handled)
        monkeypatch.setattr(QueueApp, "message_queue_size", property(lambda _: len(rounds) < 7))
        await app.key_queue._current_is_done()
        assert len(rounds) == 7
        monkeypatch.setattr(QueueApp, "message_queue_size", 1)
        rounds.clear()
        await app.key_queue._current_is_done()
        assert len(rounds) == 1 + key_queue.MAX_ROUNDS


async def test_the_program_handles_keys_that_arrive_at_once_one_by_one(opened):
    async with opened((100, 30)) as at:
        assert isinstance(at.app, PullquoteApp)
        post_keys(at.app, "slash", *"tide", "enter")
        await settle(at.pilot, lambda: at.reading.search is not None and at.said.startswith("/tide 1/"))
        done = Event()
        at.app.post_message(KeyDone(done))
        await settle(at.pilot, done.is_set)


async def test_a_key_after_a_dialog_that_was_closed_is_not_held_back(opened):
    async with opened() as at:
        await at.press("n", "w", *"ada", "enter")
        await at.press("U")
        assert at.said.startswith("undone")

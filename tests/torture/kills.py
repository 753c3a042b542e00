"""Kill -9 at random moments of a session that writes: what it had shown as saved is there afterwards."""

import os
import select
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from reader.model import Colour, Highlight, Span
from reader.services.session import Session
from reader.store import Store
from tests.services.ferry_article import TEXT
from tests.torture.figures import Figure

_IN_ONE_LIBRARY = 50
_LONGEST = 0.05
"""Seconds that a session may write before it is killed."""

_BEGUN, _SAVED = "begun", "saved"


def kills(trials: int, seed: int) -> Iterator[Figure]:
    """Kill a session that writes, so many times; each library is written by many of them."""
    random = Random(seed)  # noqa: S311 - nothing secret
    lost = broken = writes = 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PULLQUOTE_HOME"] = folder
        for number in range(trials):
            home = Path(folder) / str(number // _IN_ONE_LIBRARY)
            home.mkdir(exist_ok=True)
            (home / "ferry.txt").write_text(TEXT * 20, encoding="utf-8")
            shown = killed_session(home, random.random() * _LONGEST, number, waits=number % 5 != 0)
            writes += len(shown)
            there, is_sound = _highlights(home / "library.db")
            lost += sum(there.get(id_) not in states for id_, states in shown.items())
            broken += not is_sound
    yield Figure(f"writes whose frame was seen and that were lost, of {writes:,}", lost, trials)
    yield Figure("kills after which the library was not sound", broken, trials)


def killed_session(home: Path, seconds: float, seed: int, *, waits: bool) -> dict[str, list[str]]:
    """Start a session that writes, kill it, and return the states that each highlight may be in.

    These are the last state that was shown as saved, and the one that was being saved then.

    Args:
        home: The folder of its library.
        seconds: How long it may write.
        seed: What it writes.
        waits: Whether the time is counted from its first write on, and not from its start.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            _write(home, writing, Random(seed))  # noqa: S311
        finally:
            os._exit(1)
    os.close(writing)
    if waits:
        select.select([reading], [], [], 10)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    shown: dict[str, list[str]] = {}
    with os.fdopen(reading, encoding="utf-8") as pipe:
        for sign, id_, *state in (line.split(" ", 2) for line in pipe if line.endswith("\n")):
            states = shown.setdefault(id_, [])
            if sign == _SAVED:
                states.clear()
            states.append(state[0].rstrip("\n"))
    return shown


def _write(home: Path, pipe: int, random: Random) -> None:
    """Highlight, annotate, colour, delete and undo without end, telling each change before and after."""
    os.environ["PULLQUOTE_HOME"] = str(home)
    session = Session()
    article = session.open(str(home / "ferry.txt"))
    while True:
        start = random.randrange(len(article.text) - 1)
        made = session.highlights.add(article, (Span(start, min(start + 40, len(article.text))),))
        if made.note or made.colour is not Colour.YELLOW:
            continue  # an earlier session highlighted these words
        _tell(pipe, _SAVED, made.id, "yellow")
        note = " ".join(["note", str(random.random())] * random.randrange(1, 300))
        changes: list[tuple[str, Callable[[Highlight], object]]] = [
            (f"blue {note}", lambda noted: session.highlights.recolour(noted, Colour.BLUE)),
            ("deleted", session.highlights.delete),
            ("yellow", lambda _: session.undo()),
        ]
        _tell(pipe, _BEGUN, made.id, f"yellow {note}")
        noted = session.highlights.annotate(made, note)
        _tell(pipe, _SAVED, made.id, f"yellow {note}")
        state, change = random.choice(changes)
        _tell(pipe, _BEGUN, made.id, state)
        change(noted)
        _tell(pipe, _SAVED, made.id, state)


def _tell(pipe: int, sign: str, id_: str, state: str) -> None:
    os.write(pipe, f"{sign} {id_} {state}\n".encode())


def _highlights(path: Path) -> tuple[dict[str, str], bool]:
    """Return the state of each highlight as `_write` tells it, and whether SQLite finds the library sound."""
    Store(path).close()  # as the next session opens it
    connection = sqlite3.connect(path)
    try:
        rows = connection.execute("SELECT id, colour, note, deleted_at FROM highlights").fetchall()
        is_sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    finally:
        connection.close()
    states = {id_: "deleted" if gone else f"{colour} {note.strip()}".strip() for id_, colour, note, gone in rows}
    return states, is_sound

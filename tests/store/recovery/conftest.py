"""A library with an article, and tools to damage it."""

import sqlite3

import pytest

from reader.store import FollowedFeed, Store, StoredCorrection, StoredKnownVoice, UnreadEntry
from reader.store.position_repository import DRAFT, StoredPosition
from tests.store.library_factory import NOW, full_article, kept

PAGE = 4096


@pytest.fixture
def path(tmp_path):
    """A library in which every table is filled, closed."""
    path = tmp_path / "library.db"
    store = Store(path)
    with store.writing():
        store.articles.record(full_article(), "/papers/dry.html", NOW)
        for number in range(3):
            store.highlights.add(kept(f"h{number}", note=f"note {number}"))
        store.corrections.add([StoredCorrection("c1", "one", "d", "engine", '{"op": 1}', NOW)])
        store.corrections.add_known(StoredKnownVoice("k1", "Tove Lind", "role", "smith", NOW))
        store.positions.put("one", StoredPosition(DRAFT, "h1", "d", 3, "not saved", "", ""), NOW)
        store.reading_list.add([UnreadEntry("https://lock.invalid/1", "A", "B", "C", "2026-01-01", NOW)])
        store.feeds.put(FollowedFeed("https://feed.invalid/1", "A", NOW, NOW))
        store.feeds.set_items("https://feed.invalid/1", ["one", "two"])
    store.close()
    return path


def roots(path):
    """The first page of each table and index."""
    connection = sqlite3.connect(path)
    try:
        return dict(connection.execute("SELECT name, rootpage FROM sqlite_master"))
    finally:
        connection.close()


def change(path, statement):
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(statement)
    connection.close()


def flip(path, at, bits=0xFF):
    whole = bytearray(path.read_bytes())
    whole[at] ^= bits
    path.write_bytes(whole)


def break_page(path, name):
    """Fill the first page of a table or index with what is no page."""
    number = roots(path)[name]
    whole = bytearray(path.read_bytes())
    whole[(number - 1) * PAGE : number * PAGE] = b"\xee" * PAGE
    path.write_bytes(whole)

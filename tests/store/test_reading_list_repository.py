"""What is to be read: once each, and gone from the list when it is read."""

import sqlite3
from dataclasses import replace

import pytest

from reader.store import Store, UnreadEntry, database
from tests.store.library_factory import LATER, NOW, article

DRY = UnreadEntry("https://sluice.example/dry", "A Dry Year", "Ola Vik", "The Sluice", "2026-02-27", NOW)
WET = UnreadEntry("https://sluice.example/wet", None, None, None, None, LATER)


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path / "library.db")
    yield opened
    opened.close()


def waiting(store):
    with store.reading():
        return [shelved.location for shelved in store.reading_list.entries()]


def test_what_waits_is_listed_with_what_is_known_the_latest_first(store):
    with store.writing():
        store.reading_list.add([DRY, WET])
    with store.reading():
        wet, dry = store.reading_list.entries()
    assert (wet.location, wet.title, wet.read, wet.words) == (WET.location, None, "", 0)
    assert (dry.title, dry.byline, dry.outlet, dry.published) == ("A Dry Year", "Ola Vik", "The Sluice", "2026-02-27")


def test_an_address_waits_once_and_keeps_what_was_known_first(store):
    with store.writing():
        store.reading_list.add([DRY])
        store.reading_list.add([replace(DRY, title="Another name")])
    with store.reading():
        assert [shelved.title for shelved in store.reading_list.entries()] == ["A Dry Year"]


def test_what_waits_or_was_read_is_known(store):
    with store.writing():
        store.reading_list.add([DRY])
        store.articles.record(article(url="https://sluice.example/read"), "https://sluice.example/place", NOW)
        listed = [replace(WET, location=f"https://sluice.example/{name}") for name in ("dry", "read", "place", "wet")]
        assert store.reading_list.unknown(listed, str) == (WET,)
        assert (
            store.reading_list.unknown([replace(DRY, location=f"{DRY.location}?x")], lambda url: url.partition("?")[0])
            == ()
        )


def test_what_is_read_waits_no_more(store):
    with store.writing():
        store.reading_list.add([DRY, WET])
        store.reading_list.remove(DRY.location, None, "/a/file", "/a/caf\udce9.txt")
    assert waiting(store) == [WET.location]


def test_a_library_of_the_first_version_gets_the_list_and_keeps_what_it_has(tmp_path, monkeypatch):
    path = tmp_path / "library.db"
    with monkeypatch.context() as patch:
        first = database.migrations()[:1]
        patch.setattr(database, "migrations", lambda: first)
        connection = database.connect(path)
        connection.execute(
            "INSERT INTO articles (id, location, digest, first_read, last_read) VALUES ('one', '-', 'd', 'now', 'now')"
        )
        connection.close()
    opened = Store(path)
    assert waiting(opened) == []
    opened.close()
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT id FROM articles").fetchall() == [("one",)]
    connection.close()

"""A library of every earlier format, with every table filled, is brought up to date with all that it has."""

import sqlite3

import pytest

from reader.model import Colour, Span
from reader.store import FollowedFeed, Store, StoredCorrection, StoredKnownVoice, database
from reader.store.position_repository import MARK, StoredPosition
from reader.store.recovery.integrity import problems_of
from tests.store.library_factory import NOW, full_article

LATEST = database.migrations()[-1][0]
TEXT = full_article().text
STRUCTURE = '{"blocks":[["heading",0,10,1,null,false,false]],"marks":[["link",2,5,"https://sluice.example/"]]}'

# The rows of each table, as the programs of that time wrote them: the first number is that of the migration.
ROWS: dict[int, dict[str, list[dict[str, object]]]] = {
    1: {
        "articles": [
            {
                "id": "one",
                "location": "/papers/dry.html",
                "digest": "d1",
                "title": "A Dry Year",
                "byline": "Ola Vik",
                "outlet": "The Sluice",
                "published": "2026-02-27",
                "language": "en",
                "url": "https://sluice.example/dry",
                "first_read": NOW,
                "last_read": NOW,
            },
            {"id": "bare", "location": b"/caf\xe9", "digest": "d2", "first_read": NOW, "last_read": ""},
        ],
        "identities": [
            {"id": "one", "article_id": "one"},
            {"id": "bare", "article_id": "bare"},
            {"id": "https://sluice.example/dry", "article_id": "one"},
        ],
        "places": [
            {"location": "/papers/dry.html", "article_id": "one"},
            {"location": b"/caf\xe9", "article_id": "bare"},
        ],
        "versions": [
            {
                "article_id": "one",
                "digest": "d1",
                "text": TEXT,
                "structure": STRUCTURE,
                "words": 9,
                "first_read": NOW,
            },
            {"article_id": "one", "digest": "d0", "words": 8, "first_read": NOW},
            {
                "article_id": "bare",
                "digest": "d2",
                "text": "Bare",
                "structure": '{"blocks":[],"marks":[]}',
                "words": 1,
                "first_read": NOW,
            },
        ],
        "highlights": [
            {
                "id": "h1",
                "article_id": "one",
                "digest": "d1",
                "spans": "[[0, 1], [2, 5]]",
                "exact": "A Dry",
                "prefix": "",
                "suffix": " Year",
                "speaker": '{"name": "Tove Lind", "kind": "expert", "role": null, "affiliation": null, "outlet": null, "via": []}',
                "quotation": "7",
                "colour": "pink",
                "note": "Ask “why”.\n💧",
                "tags": '["två ord"]',
                "created": NOW,
                "updated": NOW,
            },
            {
                "id": "h2",
                "article_id": "one",
                "digest": "d0",
                "spans": "[[0, 1]]",
                "exact": "A",
                "prefix": "",
                "suffix": "",
                "colour": "yellow",
                "note": "",
                "tags": "[]",
                "created": NOW,
                "updated": NOW,
                "deleted_at": NOW,
            },
        ],
        "analyses": [{"fingerprint": "f", "engine": "e", "made": NOW, "analysis": b"{}"}],
    },
    2: {"waiting": [{"location": "https://lock.invalid/1", "title": "Lock", "saved": NOW}]},
    3: {
        "whereabouts": [
            {
                "article_id": "one",
                "kind": "mark",
                "name": "a",
                "digest": "d1",
                "start": 2,
                "exact": "Dry",
                "prefix": "A ",
                "suffix": " Year",
                "noted": NOW,
            }
        ]
    },
    4: {
        "feeds": [
            {
                "location": "https://feed.invalid/1",
                "title": "Weirs",
                "added": NOW,
                "asked": NOW,
                "failure": "it was gone",
                "url": "u",
                "etag": "e",
                "modified": "m",
            }
        ],
        "feed_items": [{"location": "https://feed.invalid/1", "item": "one"}],
    },
    7: {
        "corrections": [
            {
                "id": "c1",
                "article_id": "one",
                "digest": "d1",
                "engine": "e",
                "operation": '{"op": 1}',
                "made": NOW,
                "undone_at": NOW,
            }
        ],
        "known_voices": [{"id": "k1", "name": "Tove Lind", "field": "role", "value": "smith", "made": NOW}],
    },
}


def rows_up_to(version):
    return {table: rows for number, tables in ROWS.items() if number <= version for table, rows in tables.items()}


@pytest.fixture
def of_version(tmp_path, monkeypatch):
    """Make a library of an earlier format, with every table filled."""

    def make(version):
        path = tmp_path / "library.db"
        with monkeypatch.context() as then:
            steps = database.migrations()[:version]
            then.setattr(database, "migrations", lambda: steps)
            connection = database.connect(path)
        for table, rows in rows_up_to(version).items():
            for row in rows:
                slots = ", ".join("?" * len(row))
                statement = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({slots})"  # noqa: S608
                connection.execute(statement, [*row.values()])
        connection.close()
        return path

    return make


@pytest.mark.parametrize("version", range(1, LATEST + 1))
def test_every_table_of_the_format_has_rows_here(of_version, version):
    connection = sqlite3.connect(of_version(version))
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    assert connection.execute("PRAGMA user_version").fetchone() == (version,)
    assert set(tables) == rows_up_to(version).keys()
    connection.close()


@pytest.mark.parametrize("version", range(1, LATEST + 1))
def test_a_library_of_an_earlier_format_keeps_every_value_and_is_sound(of_version, version):
    path = of_version(version)
    Store(path).close()
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    assert connection.execute("PRAGMA user_version").fetchone()[0] == LATEST
    for table, rows in rows_up_to(version).items():
        present = [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY rowid")]  # noqa: S608
        assert len(present) == len(rows)
        for row, there in zip(rows, present, strict=True):
            assert row.items() <= there.items()
            assert all(value in {None, 0, "[]"} for column, value in there.items() if column not in row)
    connection.close()
    store = Store(path)
    assert problems_of(store) == ()
    store.close()


@pytest.mark.parametrize("version", range(1, LATEST + 1))
def test_what_a_library_of_an_earlier_format_has_is_read_and_can_be_changed(of_version, version):
    store = Store(of_version(version))
    with store.reading():
        first, second = store.highlights.of("one")
        assert (first.highlight.spans, first.highlight.colour) == ((Span(0, 1), Span(2, 5)), Colour.PINK)
        assert (first.highlight.note, first.highlight.tags) == ("Ask “why”.\n💧", ("två ord",))
        assert (first.highlight.speaker_pending, first.revision, second.deleted_at) == (False, 0, NOW)
        article = store.articles.get("https://sluice.example/dry")
        assert article is not None
        assert article.text == TEXT
        assert [entry.title for entry in store.articles.entries()] == ["A Dry Year"]
        bare = store.articles.at_location("/caf\udce9")
        assert bare is not None
        assert bare.text == "Bare"
        assert len(store.reading_list.entries()) == (version >= 2)
        mark = StoredPosition(MARK, "a", "d1", 2, "Dry", "A ", " Year")
        assert store.positions.of("one", {MARK}) == ((mark,) if version >= 3 else ())
        feed = FollowedFeed("https://feed.invalid/1", "Weirs", NOW, NOW, "it was gone", "u", "e", "m")
        assert store.feeds.all() == ((feed,) if version >= 4 else ())
        assert store.feeds.items("https://feed.invalid/1") == ({"one"} if version >= 4 else set())
        correction = StoredCorrection("c1", "one", "d1", "e", '{"op": 1}', NOW, NOW)
        assert store.corrections.of("one") == ((correction,) if version >= 7 else ())
        known = StoredKnownVoice("k1", "Tove Lind", "role", "smith", NOW)
        assert store.corrections.known_voices() == ((known,) if version >= 7 else ())
    with store.writing():
        store.highlights.set_note("h1", "new", NOW)
        store.articles.record(full_article(), "/papers/dry.html", NOW)
    assert [row.revision for row in store.highlights.of("one")] == [1, 0]
    assert not store.unreadable
    store.close()

"""A library of which a byte was flipped works or is told to be damaged, whichever byte, and is left as it is."""

import os
import sqlite3
from random import Random

import pytest

from reader.errors import StorageError
from reader.services.session import Session
from reader.store import FollowedFeed, Store, StoredCorrection, UnreadEntry
from reader.store.failures import explain
from reader.store.position_repository import LAST, StoredPosition
from tests.store.library_factory import NOW, article, full_article, kept

EVERY = 1 if "PULLQUOTE_FUZZ" in os.environ else 23  # bytes of the page that describes the tables
OTHERS = 120 * (8 if EVERY == 1 else 1)
PAGE = 4096
SPOT = StoredPosition(LAST, "", "d", 3, "exact", "prefix", "suffix", ((0, 5),))


@pytest.fixture
def sound(tmp_path):
    store = Store(tmp_path / "sound.db")
    with store.writing():
        store.articles.record(full_article(), "/papers/dry.html", NOW)
        store.articles.record(article("The bells\n\nThey rang all night. " * 200, key="two"), "/papers/bells.txt", NOW)
        store.highlights.add(kept())
        store.corrections.add([StoredCorrection("c1", "one", "d", "engine", "{}", NOW)])
        store.positions.put("one", SPOT, NOW)
        store.reading_list.add([UnreadEntry("https://a.invalid/1", "A", "B", "C", "2026-01-01", NOW)])
        store.feeds.put(FollowedFeed("https://a.invalid/feed", "A", NOW, NOW))
    store.close()
    return (tmp_path / "sound.db").read_bytes()


def use(path):
    """Open a library, read all that is in it, and write into it."""
    store = Store(path)
    try:
        with store.reading():
            store.articles.entries()
            store.reading_list.entries()
            store.feeds.all()
            for key in ("one", "two"):
                store.articles.get_without_text(key)
                store.highlights.of(key)
                store.corrections.of(key)
                store.positions.of(key, {LAST})
        with store.writing():
            store.articles.record(article("New\n\nNothing of it is known.", key="new"), "/papers/new.txt", NOW)
    finally:
        store.close()


def spoiled(tmp_path, sound, at, bits):
    for file in tmp_path.glob("library.db*"):
        file.unlink()
    whole = bytearray(sound)
    whole[at] ^= bits
    path = tmp_path / "library.db"
    path.write_bytes(whole)
    return path


def hold(tmp_path, sound, at, bits):
    """Hold a flip against the rule."""
    path = spoiled(tmp_path, sound, at, bits)
    before = path.read_bytes()
    try:
        use(path)
    except StorageError as error:
        told = str(error)
        assert told.isprintable()
        assert told.endswith(".")
        assert path.read_bytes() == before
        assert "try again" not in told


@pytest.mark.no_cover
@pytest.mark.parametrize("bits", [0xFF, 0x80, 0x01])
def test_a_byte_of_the_page_that_describes_the_tables_may_flip(tmp_path, sound, bits):
    for at in range(bits % EVERY, PAGE, EVERY):
        hold(tmp_path, sound, at, bits)


@pytest.mark.no_cover
def test_a_byte_of_any_other_page_may_flip(tmp_path, sound):
    random = Random(7)  # noqa: S311 - nothing secret: the same bytes each time
    places = [at for at in range(PAGE, len(sound)) if sound[at]]
    for _ in range(OTHERS):
        hold(tmp_path, sound, random.choice(places), 1 << random.randrange(8))


@pytest.mark.parametrize(
    ("words", "bits", "reason"),
    [
        (b"deleted_at TEXT", 0x01, "no such column: "),
        (b"noted TEXT", 0x01, "its table whereabouts is not the one that Pullquote makes"),
        (b"REFERENCES feeds", 0x80, "text in it is not UTF-8"),
        (b"CREATE TABLE feeds", 0x01, "malformed database schema (feeds)"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(tmp_path, sound, words, bits, reason):
    path = spoiled(tmp_path, sound, sound.index(words) + 1, bits)
    before = path.read_bytes()
    with pytest.raises(StorageError) as caught:
        use(path)
    assert f"is damaged ({reason}" in str(caught.value)
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", [-1, -(2**31), 3])
def test_a_version_that_no_library_has_is_damage(tmp_path, sound, version):
    path = tmp_path / "library.db"
    path.write_bytes(sound[:60] + version.to_bytes(4, "big", signed=True) + sound[64:])
    with pytest.raises(StorageError, match="is damaged"):
        use(path)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ("articles SET title = x'ff' WHERE id = 'one'", "the article “/papers/dry.html”"),
        ("versions SET text = 7 WHERE article_id = 'one'", "the text of the article “A Dry Year”"),
        (
            "versions SET structure = replace(structure, ',10,', ',99,') WHERE article_id = 'one'",
            "the text of the article “A Dry Year”",
        ),
        (
            "versions SET structure = replace(structure, 'heading', 'headline') WHERE article_id = 'one'",
            "the text of the article “A Dry Year”",
        ),
        ("versions SET words = 'many' WHERE article_id = 'one'", "the article “A Dry Year”"),
        ("highlights SET note = CAST(x'41ff42' AS TEXT)", "the highlight “The weir stayed shut, said Tove”"),
        ("highlights SET tags = '[[1]]'", "the highlight “The weir stayed shut, said Tove”"),
        (f"highlights SET spans = '{'[' * 5_000}'", "the highlight “The weir stayed shut, said Tove”"),
        ("highlights SET exact = x'ff'", "the highlight “h1”"),
        ("whereabouts SET said = '[[1]]'", "the place “exact”"),
        ("whereabouts SET said = ''", "the place “exact”"),
        ("whereabouts SET start = 'far'", "the place “exact”"),
        ("waiting SET title = x'ff'", "on the reading list “https://a.invalid/1”"),
        ("feeds SET asked = x'ff'", "the feed “A”"),
        ("feeds SET title = CAST(x'ff0a' AS TEXT)", "the feed “https://a.invalid/feed”"),
        ("corrections SET engine = x'ff'", "the correction “{}”"),
    ],
)
def test_a_row_that_makes_no_sense_costs_that_row_and_is_named(tmp_path, sound, change, name):
    path = tmp_path / "library.db"
    path.write_bytes(sound)
    before = read(path)
    connection = sqlite3.connect(path)
    connection.execute(f"UPDATE {change}")
    connection.commit()
    connection.close()
    store = Store(path)
    assert everything(store) < before
    assert name in store.unreadable
    with store.writing():
        store.articles.record(article("New\n\nNothing of it is known.", key="new"), "/papers/new.txt", NOW)
    store.close()


def read(path):
    store = Store(path)
    try:
        return everything(store)
    finally:
        store.close()


def everything(store):
    """All that a session reads of a library."""
    with store.reading():
        rows = {*store.articles.entries(), *store.reading_list.entries(), *store.feeds.all()}
        for key in ("one", "two"):
            text = store.articles.get_without_text(key)
            rows |= {text} if text is not None and text.text else set()
            rows |= {*store.highlights.of(key), *store.corrections.of(key), *store.positions.of(key, {LAST})}
        return rows


def test_an_article_is_read_without_a_library_that_is_damaged(tmp_path, monkeypatch, sound):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path))
    path = spoiled(tmp_path, sound, sound.index(b"REFERENCES feeds") + 1, 0x80)
    before = path.read_bytes()
    file = tmp_path / "wall.txt"
    file.write_text("The Wall\n\nNobody wants to pay for it.\n", encoding="utf-8")
    session = Session()
    opened = session.open(str(file))
    assert (opened.title, session.highlights.of(opened), session.library.entries()) == ("The Wall", (), ())
    assert "run pullquote library recover" in (session.library.problem or "")
    session.close()
    assert path.read_bytes() == before


def test_no_message_of_the_database_reaches_a_person_as_it_is(tmp_path):
    error = sqlite3.DatabaseError("malformed database schema (\x1b[2J\nx)")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    told = str(explain(error, tmp_path))
    assert "malformed database schema" in told
    assert told.isprintable()

"""Corrections stay in the library with the text that they count in, and nothing of them is dropped."""

import sqlite3
from dataclasses import replace

import pytest

from reader.store import Store, StoredCorrection, StoredKnownVoice, database, digest
from tests.store.library_factory import LATER, NOW, article

FIRST = StoredCorrection("c1", "one", "d", "engine-1", '{"operation": "remove_claim"}', NOW)
SECOND = replace(FIRST, id="c2", made=LATER)
KNOWN = StoredKnownVoice("k1", "Tove Lind", "kind", "expert", NOW)


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path / "library.db")
    with opened.writing():
        opened.articles.record(article(), "/papers/dry.txt", NOW)
    yield opened
    opened.close()


def test_corrections_come_in_the_order_in_which_they_were_made(store):
    with store.writing():
        assert store.corrections.add([SECOND, FIRST]) == 2
        assert store.corrections.add([replace(FIRST, operation="{}")]) == 0
        assert store.corrections.of("one") == (FIRST, SECOND)
        assert store.corrections.articles() == ("one",)


def test_what_is_undone_stays_and_can_be_made_again(store):
    with store.writing():
        store.corrections.add([FIRST])
        store.corrections.add_known(KNOWN)
        store.corrections.set_undone(["c1", "k1"], LATER)
        assert store.corrections.of("one") == (replace(FIRST, undone_at=LATER),)
        assert (store.corrections.articles(), store.corrections.known_voices()) == ((), ())
        store.corrections.set_undone(["c1", "k1"], None)
        assert (store.corrections.of("one"), store.corrections.known_voices()) == ((FIRST,), (KNOWN,))


def test_the_text_that_a_correction_counts_in_is_kept(store):
    old = digest(article().text)
    with store.writing():
        store.corrections.add([replace(FIRST, digest=old)])
        store.articles.record(article("A Dry Year\n\nThe weir opened, said Tove Lind."), "/papers/dry.txt", LATER)
        assert store.articles.version_text("one", old) == article().text


def test_an_article_that_is_merged_into_another_brings_its_corrections(store):
    other = article("The Bells\n\nThey rang all night.", key="two")
    with store.writing():
        store.articles.record(other, "/papers/bells.txt", NOW)
        store.corrections.add([replace(FIRST, article_id="two")])
        store.articles.record(replace(other, id="one"), "/papers/bells.txt", LATER)
        assert [each.id for each in store.corrections.of("one")] == ["c1"]


def test_an_article_with_corrections_is_hidden_when_it_is_removed(store):
    with store.writing():
        store.corrections.add([FIRST])
        assert store.articles.remove("one")
        assert store.articles.entries() == ()
        assert store.corrections.of("one") == (FIRST,)


def test_a_row_that_this_program_can_not_have_written_is_left_out_and_named(store):
    with store.writing():
        store.corrections.add([FIRST, replace(FIRST, id="second")])
        store._connection.execute("UPDATE corrections SET operation = x'00' WHERE id = 'second'")
    with store.reading():
        assert store.corrections.of("one") == (FIRST,)
    assert [*store.unreadable] == ["the correction"]


def test_a_library_of_the_version_before_gets_corrections_and_keeps_what_it_has(tmp_path, monkeypatch):
    path = tmp_path / "old.db"
    before = database.migrations()[:6]
    with monkeypatch.context() as patch:
        patch.setattr(database, "migrations", lambda: before)
        connection = database.connect(path)
        connection.execute(
            "INSERT INTO articles (id, location, digest, first_read, last_read) VALUES ('one', '-', 'd', ?, ?)",
            (NOW, NOW),
        )
        connection.close()
    store = Store(path)
    with store.writing():
        store.corrections.add([FIRST])
        assert store.corrections.of("one") == (FIRST,)
    store.close()
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT id FROM articles").fetchall() == [("one",)]
    connection.close()

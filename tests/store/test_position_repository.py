"""Spots of an article in the library."""

import pytest

from reader.store import Store
from reader.store.position_repository import BACK, LAST, MARK, StoredPosition
from tests.store.library_factory import LATER, NOW, article


def spot(kind=MARK, name="a", start=3, digest="d"):
    return StoredPosition(kind, name, digest, start, "exact", "before", "after")


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "library.db")
    with store.writing():
        store.articles.record(article(), None, NOW)
    yield store
    store.close()


def test_a_spot_comes_back_as_it_was_put(store):
    with store.writing():
        store.positions.put("one", spot(), NOW)
        store.positions.put("one", spot(start=9), LATER)
    with store.reading():
        assert store.positions.of("one", {MARK}) == (spot(start=9),)
        assert store.positions.of("one", {LAST}) == ()


def test_replacing_spots_leaves_those_of_other_kinds(store):
    with store.writing():
        store.positions.put("one", spot(), NOW)
        store.positions.replace("one", [LAST, BACK], [spot(LAST, "")], NOW)
        store.positions.replace("one", [LAST, BACK], [spot(BACK, str(at), at) for at in range(12)], NOW)
    with store.reading():
        assert store.positions.of("one", {MARK, LAST}) == (spot(),)
        assert [each.start for each in store.positions.of("one", {BACK})] == list(range(12))


def test_articles_that_are_one_have_their_spots_together_and_its_own_stay(store):
    other = article("Another Year\n\nThe weir stayed open.", key="two")
    with store.writing():
        store.articles.record(other, None, NOW)
        store.positions.put("one", spot(start=1), NOW)
        store.positions.put("two", spot(start=2), NOW)
        store.positions.put("two", spot(name="b", start=3), NOW)
        store.articles.record(article(other.text, key="one"), None, LATER)
    with store.reading():
        assert [(each.name, each.start) for each in store.positions.of("one", {MARK})] == [("a", 1), ("b", 3)]
        assert store.positions.of("two", {MARK}) == ()

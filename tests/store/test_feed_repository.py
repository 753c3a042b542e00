"""Feeds that are followed, and what each had."""

from dataclasses import replace

import pytest

from reader.store import FollowedFeed, Store
from tests.store.library_factory import LATER, NOW

SLUICE = FollowedFeed("https://sluice.example/feed", "The Sluice", NOW, NOW)
DELTA = FollowedFeed(
    "https://delta.example/rss", None, NOW, NOW, "no such host", "https://delta.example/", '"1"', "Mon"
)


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path / "library.db")
    yield opened
    opened.close()


def test_a_feed_is_followed_once_and_keeps_the_date(store):
    with store.writing():
        store.feeds.put(SLUICE)
        store.feeds.put(DELTA)
        store.feeds.put(replace(SLUICE, title="Sluice", added=LATER, checked=LATER))
        assert store.feeds.all() == (DELTA, replace(SLUICE, title="Sluice", checked=LATER))


def test_that_a_feed_may_be_private_is_kept_and_nothing_but_one_means_it(store):
    private = replace(SLUICE, allow_private=True)
    with store.writing():
        store.feeds.put(private)
        assert store.feeds.all() == (private,)
        store.connection.execute("UPDATE feeds SET private = 7")
        assert store.feeds.all() == ()
        assert store.unreadable
        store.feeds.put(SLUICE)
        assert store.feeds.all() == (SLUICE,)


def test_removing_a_feed_removes_its_items(store):
    with store.writing():
        store.feeds.put(SLUICE)
        store.feeds.put(DELTA)
        store.feeds.set_items(SLUICE.location, ["a", "b", "a"])
        store.feeds.set_items(DELTA.location, ["a"])
        store.feeds.set_items(SLUICE.location, ["b", "c"])
        assert store.feeds.items(SLUICE.location) == {"b", "c"}
        store.feeds.remove(SLUICE.location)
        assert (store.feeds.all(), store.feeds.items(SLUICE.location)) == ((DELTA,), set())
        assert store.feeds.items(DELTA.location) == {"a"}

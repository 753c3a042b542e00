"""News feeds as a session follows them: what is new in them goes into the library, to be read."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.errors import SourceError
from reader.services.library import Library, new_entries, now

if TYPE_CHECKING:
    # As in `session`: the rooms are entered when they are needed.
    from reader.sources.formats.feed_update import Listed
    from reader.store import FollowedFeed as FollowedFeed  # noqa: PLC0414 - the command line names it by this module
    from reader.store import Store, UnreadEntry

_AT_ONCE = 8  # feeds asked at the same time
_MOST_NEW = 100  # of one feed at one time: the rest is an archive, and no news


@dataclass(frozen=True, slots=True)
class FeedResult:
    """What came of asking one feed: the articles that are new in the library; why it could not be had, else None."""

    feed: "FollowedFeed"
    new: "tuple[UnreadEntry, ...]" = ()
    problem: str | None = None


class FeedService:
    """The feeds that a library follows. What they list comes into it once, and is fetched when it is opened."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def all(self) -> "tuple[FollowedFeed, ...]":
        """The feeds, by name. Raises StorageError."""
        store = self._library.store()
        with store.reading():
            return store.feeds.all()

    def add(self, location: str, *, allow_private: bool = False) -> FeedResult:
        """Follow the feed at an address, or the one that the page there names, and take in what it lists.

        One that is followed already is asked anew. Raises SourceError, StorageError.
        """
        from reader.sources.formats.feed_update import look  # noqa: PLC0415 - few sessions follow a feed
        from reader.store import FollowedFeed  # noqa: PLC0415 - as above

        store = self._library.store()
        listed = look(location, allow_private=allow_private)
        if listed is None:
            raise AssertionError
        return self._take(store, FollowedFeed(listed.location, None, now(), now()), listed, follow=True)

    def remove(self, name: str) -> "FollowedFeed":
        """Follow the feed of this address or name no more; what waits in the library stays there.

        Raises SourceError where none is followed under it, and StorageError.
        """
        from reader.sources.formats.reading_lists import likeness  # noqa: PLC0415 - as above

        feeds = self.all()
        called = [feed for feed in feeds if name == feed.location] or [
            feed
            for feed in feeds
            if likeness(feed.location) == likeness(name) or (feed.title or feed.location).casefold() == name.casefold()
        ]
        if len(called) != 1:
            which = "several of your feeds" if called else "no feed that you follow"
            raise SourceError(f"{name} names {which}: pullquote feed list prints their addresses.")
        with self._library.writing() as store:
            store.feeds.remove(called[0].location)
        return called[0]

    def update(self, *, allow_private: bool = False) -> Iterator[FeedResult]:
        """Ask every feed for what is new; each answer comes as soon as those before it. Raises StorageError."""
        from reader.sources.formats.feed_update import look  # noqa: PLC0415
        from reader.sources.net.page_cache import Fetched  # noqa: PLC0415 - as above

        store = self._library.store()
        stopped: list[bool] = []

        def ask(feed: "FollowedFeed") -> "Listed | SourceError | None":
            known = Fetched(feed.url, b"", etag=feed.etag, modified=feed.modified)
            try:
                return look(feed.location, known=known, allow_private=allow_private, stop=lambda: bool(stopped))
            except SourceError as error:
                return error

        feeds = self.all()
        pool = ThreadPoolExecutor(_AT_ONCE, "feed")
        try:
            for feed, answer in zip(feeds, pool.map(ask, feeds), strict=True):
                yield self._take(store, feed, answer)
        finally:
            stopped.append(True)
            pool.shutdown(cancel_futures=True)

    def _take(
        self, store: "Store", feed: "FollowedFeed", answer: "Listed | SourceError | None", *, follow: bool = False
    ) -> FeedResult:
        """Put what is new in a feed into the library, and note what became of asking it.

        Only with `follow` it is one that need not be followed yet: it may have been left while it was asked.
        """
        from reader.sources.formats.reading_lists import likeness  # noqa: PLC0415 - as above

        moment = now()
        listed, problem = (None, str(answer)) if isinstance(answer, SourceError) else (answer, None)
        new: tuple[UnreadEntry, ...] = ()
        with store.writing():
            followed = {each.location: each for each in store.feeds.all()}
            if not follow and feed.location not in followed:
                return FeedResult(feed)
            feed = replace(followed.get(feed.location, feed), checked=moment, failure=problem)
            if listed is not None:
                title = listed.title or feed.title
                feed = replace(feed, title=title, url=listed.url, etag=listed.etag, modified=listed.modified)
            store.feeds.put(feed)
            if listed is not None and listed.articles:  # what lists nothing is out of order, and had what it had
                had = store.feeds.items(feed.location)
                fresh = {
                    likeness(each.url): replace(each, saved=min(each.saved or moment, moment))
                    for name, each in reversed(listed.articles)
                    if name not in had
                }
                new = new_entries(store, reversed(fresh.values()))[:_MOST_NEW]
                store.reading_list.add(new)
                store.feeds.set_items(feed.location, (name for name, _ in listed.articles))
        return FeedResult(feed, new, problem)

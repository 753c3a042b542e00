"""News feeds as a session follows them: their new articles go into the library, to be read."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.errors import SourceError
from reader.services.library import Library, new_entries, now

if TYPE_CHECKING:
    # As in `session`: loaded when they are needed.
    from reader.sources.formats.feed_update import FeedUpdate
    from reader.store import FollowedFeed as FollowedFeed  # noqa: PLC0414 - the command line has it from here
    from reader.store import Store, UnreadEntry

_CONCURRENT = 8  # feeds that are fetched at the same time
_MAX_NEW = 100  # articles of one feed at one time: the rest is its archive


@dataclass(frozen=True, slots=True)
class FeedResult:
    """What an update of one feed brought.

    Attributes:
        feed: The feed.
        new: The articles that are new and were added.
        problem: Why it could not be fetched, else None.
        left_out: How many articles were not added because there were too many at one time. Only the first articles of a
            long feed are read. The rest of them is counted here when the feed is first followed, but not when it is
            updated later.
    """

    feed: "FollowedFeed"
    new: "tuple[UnreadEntry, ...]" = ()
    problem: str | None = None
    left_out: int = 0

    @property
    def notice(self) -> str | None:
        """A sentence on what was left out; None where nothing was."""
        if not self.left_out:
            return None
        what = "1 older article" if self.left_out == 1 else f"{self.left_out:,} older articles"
        return (
            f"{self.feed.title or self.feed.location}: left out {what}, as only the first {_MAX_NEW} are added at once."
        )


class FeedService:
    """The feeds that a library follows. Each article that a feed lists is added once, and fetched when it is opened."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def all(self) -> "tuple[FollowedFeed, ...]":
        """Return the feeds, by name.

        Raises:
            StorageError: The library can't be read.
        """
        store = self._library.store()
        with store.reading():
            return store.feeds.all()

    def add(self, location: str, *, allow_private: bool = False) -> FeedResult:
        """Follow a feed and add what it lists. A feed that is followed already is updated.

        That its host may be in the person's own network is kept for later updates where it is there now, and is the
        host that the person named. Without `allow_private` that ends, also where the feed can't be fetched any more.

        Args:
            location: The address of the feed, or of a page that names one.
            allow_private: Whether addresses of the person's own network may be opened.

        Raises:
            SourceError: There is no feed, or it can't be fetched.
            StorageError: The library can't be used.
        """
        from reader.sources.formats.feed_update import fetch_update  # noqa: PLC0415 - few sessions follow a feed
        from reader.sources.net.locate import host_of  # noqa: PLC0415 - as above
        from reader.store import FollowedFeed  # noqa: PLC0415 - as above

        store = self._library.store()
        if not allow_private:
            self._end_permission(location)
        listed = fetch_update(location, allow_private=allow_private)
        if listed is None:
            raise AssertionError
        # A page on the host that the person named can name a feed on another one.
        is_own_host = host_of(listed.location) == host_of(location)
        is_allowed = allow_private and listed.was_private and is_own_host
        feed = FollowedFeed(listed.location, None, now(), now(), allow_private=is_allowed)
        return self._save(store, feed, listed, is_new=True)

    def _end_permission(self, location: str) -> None:
        """Have a feed that is followed not be fetched from the person's own network any more."""
        from reader.sources.formats.reading_lists import url_key  # noqa: PLC0415 - as above

        allowed = [each for each in self.all() if each.allow_private and url_key(each.location) == url_key(location)]
        if allowed:
            with self._library.writing() as store:
                for each in allowed:
                    store.feeds.put(replace(each, allow_private=False))

    def remove(self, name: str) -> "FollowedFeed":
        """Stop following a feed. Its articles stay in the library.

        Args:
            name: The feed's address or its name.

        Raises:
            SourceError: None of the feeds, or several of them, have this name.
            StorageError: The library can't be used.
        """
        from reader.sources.formats.reading_lists import url_key  # noqa: PLC0415 - as above

        feeds = self.all()
        found = [feed for feed in feeds if name == feed.location] or [
            feed
            for feed in feeds
            if url_key(feed.location) == url_key(name) or (feed.title or feed.location).casefold() == name.casefold()
        ]
        if len(found) != 1:
            what = "the name of several feeds that you follow" if found else "not a feed you follow"
            raise SourceError(f"{name} is {what}: pullquote feed list prints their addresses.")
        with self._library.writing() as store:
            store.feeds.remove(found[0].location)
        return found[0]

    def update(self, *, allow_private: bool = False) -> Iterator[FeedResult]:
        """Fetch every feed and yield each result, in the feeds' order, as soon as it is there.

        Args:
            allow_private: Whether all addresses of the person's own network may be fetched. Without it that is the host
                of a feed which was added so, for that feed alone.

        Raises:
            StorageError: The library can't be used.
        """
        from reader.sources.formats.feed_update import fetch_update  # noqa: PLC0415
        from reader.sources.net.page_cache import FetchedPage  # noqa: PLC0415 - as above

        store = self._library.store()
        stopped: list[bool] = []

        def fetch(feed: "FollowedFeed") -> "FeedUpdate | SourceError | None":
            known = FetchedPage(feed.url, b"", etag=feed.etag, last_modified=feed.modified)
            try:
                return fetch_update(
                    feed.location,
                    known=known,
                    allow_private=allow_private or feed.allow_private,
                    own_host_only=not allow_private,
                    should_stop=lambda: bool(stopped),
                )
            except SourceError as error:
                return error

        feeds = self.all()
        pool = ThreadPoolExecutor(_CONCURRENT, "feed")
        try:
            for feed, answer in zip(feeds, pool.map(fetch, feeds), strict=True):
                yield self._save(store, feed, answer)
        finally:
            stopped.append(True)
            pool.shutdown(cancel_futures=True)

    def _save(
        self, store: "Store", feed: "FollowedFeed", answer: "FeedUpdate | SourceError | None", *, is_new: bool = False
    ) -> FeedResult:
        """Add the new articles of a feed to the library, and store when it was fetched and any error.

        A feed that is not `is_new` and is not followed any more was removed while it was fetched: nothing is added.
        """
        from reader.sources.formats.reading_lists import url_key  # noqa: PLC0415 - as above

        moment = now()
        listed, problem = (None, str(answer)) if isinstance(answer, SourceError) else (answer, None)
        new: tuple[UnreadEntry, ...] = ()
        left_out = 0
        with store.writing():
            followed = {each.location: each for each in store.feeds.all()}
            if not is_new and feed.location not in followed:
                return FeedResult(feed)
            present = followed.get(feed.location, feed)
            allowed = feed.allow_private if is_new else present.allow_private
            feed = replace(present, checked=moment, failure=problem, allow_private=allowed)
            if listed is not None:
                title = listed.title or feed.title
                feed = replace(feed, title=title, url=listed.url, etag=listed.etag, modified=listed.last_modified)
            store.feeds.put(feed)
            if listed is not None and listed.articles:  # a feed that lists nothing is broken: its items stay known
                known = store.feeds.items(feed.location)
                fresh = {
                    url_key(each.url): replace(each, saved=min(each.saved or moment, moment))
                    for name, each in reversed(listed.articles)
                    if name not in known
                }
                found = new_entries(store, reversed(fresh.values()))
                new = found[:_MAX_NEW]
                left_out = len(found) - len(new) + (0 if feed.location in followed else listed.more)
                store.reading_list.add(new)
                store.feeds.set_items(feed.location, (name for name, _ in listed.articles))
        return FeedResult(feed, new, problem, left_out)

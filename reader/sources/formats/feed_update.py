"""One look at a news feed: what it lists now, or that it is as it was."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.errors import SourceError
from reader.sources.formats import feed_parser
from reader.sources.formats.reading_lists import Bookmark, entry
from reader.sources.net.fetch import fetch
from reader.sources.net.locate import host, is_web_address, shown
from reader.sources.net.page_cache import Fetched
from reader.sources.text.clean import clean
from reader.sources.text.decode import decode

_LONGEST = 300  # characters of a feed's name, as of an article's


@dataclass(frozen=True, slots=True)
class Listed:
    """What a feed lists, in its order: the articles with the names that it has for its items; `title` is its own.

    `location` is its address: a page may have named it. `url`, `etag` and `modified` are as in `cache.Fetched`.
    """

    location: str
    title: str | None
    articles: tuple[tuple[str, Bookmark], ...]
    url: str
    etag: str
    modified: str


def look(
    location: str,
    *,
    known: Fetched | None = None,
    allow_private: bool = False,
    stop: Callable[[], bool] | None = None,
) -> Listed | None:
    """What the feed at an address lists, or the one that the page there names; None where it is as `known` has it.

    It is fetched as pages are, within the same limits. Raises SourceError with the reason where there is no feed.
    """
    if not is_web_address(location):
        raise SourceError(f"{shown(location)} is no feed: one is named by its address, which begins with https://.")
    page = fetch(location, known=known, allow_private=allow_private, stop=stop)
    if page is known:
        return None
    text = clean(decode(page.data, charset=page.charset or None))
    if not feed_parser.is_feed(text):
        location = feed_parser.announced(text, page.url) or ""
        if not location:
            raise SourceError(f"{shown(page.url)} is no feed, and as a page it names none.")
        # As with a redirect, no page leads to a host in one's own network that the person did not name.
        own = allow_private and host(location) == host(page.url)
        page = fetch(location, allow_private=own, stop=stop)
        text = clean(decode(page.data, charset=page.charset or None))
        if not feed_parser.is_feed(text):
            raise SourceError(f"{shown(page.url)} is no feed, though a page says so.")
    try:
        feed = feed_parser.read(text, page.url)
    except SourceError as error:
        raise SourceError(f"{shown(location)} was not read: {error}") from error.__cause__
    found = ((each["id"], entry(each)) for each in feed.entries)
    articles = tuple((name or article.url, article) for name, article in found if isinstance(article, Bookmark))
    title = feed.title and feed.title[:_LONGEST]
    return Listed(location, title, articles, page.url, page.etag, page.modified)

"""One look at a news feed: what it lists now, or that it is as it was."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.errors import SourceError
from reader.sources.formats import feed_parser
from reader.sources.formats.reading_lists import Bookmark, parse_entry
from reader.sources.net.fetch import fetch
from reader.sources.net.locate import display_name, host_of, is_web_address
from reader.sources.net.page_cache import FetchedPage
from reader.sources.text.clean import clean
from reader.sources.text.decode import decode

_LONGEST = 300  # characters of a feed's name, as of an article's


@dataclass(frozen=True, slots=True)
class FeedUpdate:
    """What a feed lists, in its order: the articles with the names that it has for its items; `title` is its own.

    `location` is its address: a page may have named it. `url`, `etag` and `modified` are as in `cache.Fetched`.
    """

    location: str
    title: str | None
    articles: tuple[tuple[str, Bookmark], ...]
    url: str
    etag: str
    modified: str


def fetch_update(
    location: str,
    *,
    known: FetchedPage | None = None,
    allow_private: bool = False,
    stop: Callable[[], bool] | None = None,
) -> FeedUpdate | None:
    """What the feed at an address lists, or the one that the page there names; None where it is as `known` has it.

    It is fetched as pages are, within the same limits. Raises SourceError with the reason where there is no feed.
    """
    if not is_web_address(location):
        raise SourceError(
            f"{display_name(location)} is no feed: one is named by its address, which begins with https://."
        )
    page = fetch(location, known=known, allow_private=allow_private, stop=stop)
    if page is known:
        return None
    text = clean(decode(page.data, charset=page.charset or None))
    if not feed_parser.is_feed(text):
        location = feed_parser.find_feed_link(text, page.url) or ""
        if not location:
            raise SourceError(f"{display_name(page.url)} is no feed, and as a page it names none.")
        # As with a redirect, no page leads to a host in one's own network that the person did not name.
        own = allow_private and host_of(location) == host_of(page.url)
        page = fetch(location, allow_private=own, stop=stop)
        text = clean(decode(page.data, charset=page.charset or None))
        if not feed_parser.is_feed(text):
            raise SourceError(f"{display_name(page.url)} is no feed, though a page says so.")
    try:
        feed = feed_parser.parse_feed(text, page.url)
    except SourceError as error:
        raise SourceError(f"{display_name(location)} was not read: {error}") from error.__cause__
    found = ((each["id"], parse_entry(each)) for each in feed.entries)
    articles = tuple((name or article.url, article) for name, article in found if isinstance(article, Bookmark))
    title = feed.title and feed.title[:_LONGEST]
    return FeedUpdate(location, title, articles, page.url, page.etag, page.modified)

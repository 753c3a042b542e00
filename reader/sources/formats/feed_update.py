"""Fetch a news feed and read what it lists now, or find that it has not changed."""

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

_LONGEST_TITLE = 300  # characters


@dataclass(frozen=True, slots=True)
class FeedUpdate:
    """What a feed lists.

    Attributes:
        location: the address of the feed, which a page may have named.
        title: the name of the feed.
        articles: the id that the feed gives an entry, and the article, in the order of the feed.
        url: the address after redirects.
        etag: as in `FetchedPage`.
        last_modified: as in `FetchedPage`.
        more: how many more articles it lists than are read.
        was_private: whether the host in `location` was reached at a private address.
    """

    location: str
    title: str | None
    articles: tuple[tuple[str, Bookmark], ...]
    url: str
    etag: str
    last_modified: str
    more: int = 0
    was_private: bool = False


def fetch_update(
    location: str,
    *,
    known: FetchedPage | None = None,
    allow_private: bool = False,
    own_host_only: bool = False,
    should_stop: Callable[[], bool] | None = None,
) -> FeedUpdate | None:
    """Fetch the feed at an address, or the feed that the page at that address names.

    Args:
        location: the address of a feed or a page.
        known: the feed from an earlier fetch.
        allow_private: allow addresses of private networks.
        own_host_only: allow them only for the host in `location`.
        should_stop: True ends the fetch.

    Returns:
        What the feed lists, or None where it has not changed since `known`.

    Raises:
        SourceError: there is no feed, or it cannot be fetched.
    """
    if not is_web_address(location):
        raise SourceError(
            f"{display_name(location)} is no address: give that of the feed, which begins with https://. "
            f"The articles that a file lists are added with pullquote import FILE."
        )
    page = fetch(
        location, known=known, allow_private=allow_private, own_host_only=own_host_only, should_stop=should_stop
    )
    if page is known:
        return None
    text = clean(decode(page.data, charset=page.charset or None))
    if not feed_parser.is_feed(text):
        own_host, location = host_of(location), feed_parser.find_feed_link(text, page.url) or ""
        if not location:
            raise SourceError(f"{display_name(page.url)} is neither a feed nor a page that names one.")
        # As with a redirect, a page must not lead to a host in the person's own network that they did not name.
        is_allowed = allow_private and host_of(location) == host_of(page.url)
        if own_host_only and host_of(location) != own_host:
            is_allowed = False
        page = fetch(location, allow_private=is_allowed, own_host_only=own_host_only, should_stop=should_stop)
        text = clean(decode(page.data, charset=page.charset or None))
        if not feed_parser.is_feed(text):
            raise SourceError(f"{display_name(page.url)} is not a feed, although a page names it as one.")
    try:
        feed = feed_parser.parse_feed(text, page.url)
    except SourceError as error:
        raise SourceError(f"{display_name(location)} was not read: {error}") from error.__cause__
    entries = ((each["id"], parse_entry(each)) for each in feed.entries)
    articles = tuple((id_ or article.url, article) for id_, article in entries if isinstance(article, Bookmark))
    title = feed.title and feed.title[:_LONGEST_TITLE]
    return FeedUpdate(location, title, articles, page.url, page.etag, page.last_modified, feed.more, page.was_private)

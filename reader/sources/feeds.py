"""News feeds, RSS 1.0 and 2.0 and Atom (RFC 4287), to the facts of their entries, newest first as they stand there."""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from reader.sources.clean import one_line
from reader.sources.well_formed import parse, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_FEED = re.compile(r"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL)


def is_feed(text: str) -> bool:
    """Whether a text begins as a feed does."""
    return _FEED.match(text.lstrip()) is not None


def entries(text: str) -> Iterator[dict[str, str | None]]:
    """Address, title, author, feed's name and time of every entry. Raises SourceError where the feed is damaged."""
    root = parse(re.sub(r"^\s*<\?xml[^>]*>", "", text).encode(), "the feed")
    channel = root.find("{*}channel")
    name = _said(root if channel is None else channel, "title")
    for entry in root.iter("{*}item", "{*}entry"):
        then = _said(entry, "pubDate", "published", "updated", "date")
        yield {
            "url": _address(entry),
            "title": _said(entry, "title"),
            "author": _said(entry, "creator", "author/{*}name", "author"),
            "sitename": name,
            "savedat": _time(then),
            "publishedat": _time(then),
        }


def _said(element: "_Element", *paths: str) -> str | None:
    """The words of the first of these elements that has any."""
    found = (element.find(f"{{*}}{path}") for path in paths)
    return next((words for each in found if each is not None and (words := one_line(text_of(each)))), None)


def _address(entry: "_Element") -> str | None:
    """An entry's own address: in Atom the link that is no other kind of link, in RSS the link's text or the guid."""
    for link in entry.iterfind("{*}link"):
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return link.get("href")
    return _said(entry, "link", "guid")


def _time(written: str | None) -> str | None:
    """A time as ISO 8601: RSS writes it as mail does."""
    try:
        return parsedate_to_datetime(written or "").isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return written

"""News feeds, RSS 1.0 and 2.0, Atom (RFC 4287) and JSON Feed, to the facts of their entries as they stand there."""

import json
import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin

from reader.errors import SourceError
from reader.sources.formats.mail_dates import parse_mail_date
from reader.sources.formats.safe_xml import parse_xml, text_of
from reader.sources.text.clean import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

Entry = dict[str, str | None]

# What stands before the root is passed for good: to try its comments anew in every other way takes for ever.
_FEED = re.compile(
    r"(?>(?:<\?[^<>]{0,2000}>|<!--.{0,2000}?-->|<!DOCTYPE\b[^<>\[\]]{0,500}>)\s*)*+<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON_FEED = re.compile(r'\{[^{}\[\]]{0,2000}"version"\s*:\s*"https?://(?:www\.)?jsonfeed\.org/')
_LINK = re.compile(r"<link\b([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?<![\w-])(rel|type|href)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE)
_TYPES = {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/json"}
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,1000}>")
_HEAD = 200_000  # characters
_LONGEST = 2000  # characters of what is said of an entry
_MOST = 10_000  # entries; the newest stand first
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"


class Feed(NamedTuple):
    """A feed's own name, if it has one, and its first entries: the facts that `bookmarks` knows, and an "id" each."""

    title: str | None
    entries: tuple[Entry, ...]


def is_feed(text: str) -> bool:
    """Whether a text begins as a feed does."""
    text = text.lstrip()
    return _FEED.match(text) is not None or _JSON_FEED.match(text) is not None


def parse_feed(text: str, base: str | None = None) -> Feed:
    """A feed; `base` is its own address, from which relative ones start. Raises SourceError where it is damaged.

    One that is no well-formed XML, as many are, is read as far as that can be done.
    """
    text = text.lstrip()
    if text.startswith("{"):
        return _from_json(text, base)
    root = parse_xml(re.sub(r"^<\?xml[^>]*>", "", text).encode(), "the feed", mend=True)
    channel = root.find("{*}channel")
    name = _said(root if channel is None else channel, "title")
    return Feed(name, tuple(_entry(entry, name, base) for entry in islice(root.iter("{*}item", "{*}entry"), _MOST)))


def find_feed_link(markup: str, base: str) -> str | None:
    """The address of the first feed that a web page names in its head; `base` is the page's own."""
    for link in _LINK.finditer(markup[:_HEAD]):
        said = {name.lower(): unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(link[1])}
        if said.get("rel", "").lower() == "alternate" and said.get("type", "").lower() in _TYPES and said.get("href"):
            return _joined(base, said["href"])
    return None


def _entry(entry: "_Element", name: str | None, base: str | None) -> Entry:
    then = _time(_said(entry, "pubDate", "published", "updated", "date"))
    url = _address(entry)
    based = next((around.get(_XML_BASE) for around in (entry, *entry.iterancestors()) if around.get(_XML_BASE)), None)
    return {
        "id": _said(entry, "guid", "id") or url,
        "url": _joined(_joined(base, based) if based else base, url) if url else None,
        "title": _said(entry, "title"),
        "author": _said(entry, "creator", "author/{*}name", "author"),
        "sitename": name,
        "savedat": then,
        "publishedat": then,
    }


def _said(element: "_Element", *paths: str) -> str | None:
    """The words of the first of these elements that has any, without the markup that titles have in them."""
    found = (element.find(f"{{*}}{path}") for path in paths)
    return next((words for each in found if each is not None and (words := _plain(text_of(each)))), None)


def _plain(text: str) -> str:
    return one_line(_TAG.sub("", unescape(text[:_LONGEST])))


def _address(entry: "_Element") -> str | None:
    """An entry's own address: in Atom the link that is no other kind of link, in RSS the link's text or the guid.

    Nothing but "&amp;" is unescaped once more: "&section=2" would begin with a section sign.
    """
    links = list(entry.iterfind("{*}link"))
    for link in links:
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return link.get("href")
    named = (each for each in (*links, *entry.iterfind("{*}guid")) if each.get("isPermaLink") != "false")
    words = (one_line(text_of(each)[:_LONGEST]).replace("&amp;", "&") for each in named)
    return next(filter(None, words), None)


def _joined(base: str | None, address: str) -> str:
    try:
        return urljoin(base, address) if base else address
    except ValueError:  # a bracket that is no IPv6 address
        return address


def _time(written: str | None) -> str | None:
    """A time as ISO 8601: RSS writes it as mail does."""
    then = parse_mail_date(written)
    return written if then is None else then.isoformat()


def _from_json(text: str, base: str | None) -> Feed:
    """JSON Feed 1.0 and 1.1: https://www.jsonfeed.org/version/1.1/."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise SourceError("the feed is damaged.") from None
    name = _line(data, "title")
    items = data.get("items")
    return Feed(name, tuple(_items(items[:_MOST], name, base)) if isinstance(items, list) else ())


def _items(items: list[Any], name: str | None, base: str | None) -> Iterator[Entry]:
    for item in items:
        if isinstance(item, dict):
            authors = item.get("authors") or [item.get("author")]
            names = (_line(author, "name") for author in authors) if isinstance(authors, list) else ()
            url = item.get("url")
            url = url if isinstance(url, str) else None
            yield {
                "id": _line(item, "id") or url,
                "url": _joined(base, url) if url else None,
                "title": _line(item, "title"),
                "author": ", ".join(filter(None, names)) or None,
                "sitename": name,
                "savedat": _line(item, "date_published"),
                "publishedat": _line(item, "date_published"),
            }


def _line(data: object, name: str) -> str | None:
    value = data.get(name) if isinstance(data, dict) else None
    return _plain(str(value)) or None if isinstance(value, str | int) else None

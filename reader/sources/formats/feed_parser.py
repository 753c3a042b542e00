"""Parse news feeds, RSS 1.0 and 2.0, Atom (RFC 4287) and JSON Feed, into the facts of their entries."""

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

# The part before the root is possessive: backtracking into its comments would take exponential time.
_FEED = re.compile(
    r"(?>(?:<\?[^<>]{0,2000}>|<!--.{0,2000}?-->|<!DOCTYPE\b[^<>\[\]]{0,500}>)\s*)*+<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON_FEED = re.compile(r'\{[^{}\[\]]{0,2000}"version"\s*:\s*"https?://(?:www\.)?jsonfeed\.org/')
_LINK = re.compile(r"<link\b([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?<![\w-])(rel|type|href)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE)
_FEED_TYPES = {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/json"}
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,1000}>")
_LONGEST_HEAD = 200_000  # characters
_LONGEST_TEXT = 2000  # characters of one text of an entry
MOST_ENTRIES = 10_000  # the newest come first
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"


class Feed(NamedTuple):
    """The title of a feed, if it has one, its first entries, and how many more it lists.

    An entry has an "id" and the fields that `reading_lists.parse_entry` reads.
    """

    title: str | None
    entries: tuple[Entry, ...]
    more: int = 0


def is_feed(text: str) -> bool:
    """Return whether a text begins as a feed does."""
    text = text.lstrip()
    return _FEED.match(text) is not None or _JSON_FEED.match(text) is not None


def parse_feed(text: str, base: str | None = None) -> Feed:
    """Parse a feed.

    A feed that is not well-formed XML, as many are, is read as far as possible.

    Args:
        text: the feed.
        base: its own address, for relative addresses in it.

    Raises:
        SourceError: the feed is damaged.
    """
    text = text.lstrip()
    if text.startswith("{"):
        return _parse_json(text, base)
    root = parse_xml(re.sub(r"^<\?xml[^>]*>", "", text).encode(), "the feed", recover=True)
    channel = root.find("{*}channel")
    title = _find_text(root if channel is None else channel, "title")
    listed = root.iter("{*}item", "{*}entry")
    entries = tuple(_parse_entry(entry, title, base) for entry in islice(listed, MOST_ENTRIES))
    return Feed(title, entries, sum(1 for _ in listed))


def find_feed_link(markup: str, base: str) -> str | None:
    """Return the address of the first feed that the head of a web page names; `base` is the page's own address."""
    for link in _LINK.finditer(markup[:_LONGEST_HEAD]):
        attributes = {name.lower(): unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(link[1])}
        if (
            attributes.get("rel", "").lower() == "alternate"
            and attributes.get("type", "").lower() in _FEED_TYPES
            and attributes.get("href")
        ):
            return _join_url(base, attributes["href"])
    return None


def _parse_entry(entry: "_Element", title: str | None, base: str | None) -> Entry:
    time = _as_iso_time(_find_text(entry, "pubDate", "published", "updated", "date"))
    url = _find_address(entry)
    xml_base = next(
        (ancestor.get(_XML_BASE) for ancestor in (entry, *entry.iterancestors()) if ancestor.get(_XML_BASE)), None
    )
    return {
        "id": _find_text(entry, "guid", "id") or url,
        "url": _join_url(_join_url(base, xml_base) if xml_base else base, url) if url else None,
        "title": _find_text(entry, "title"),
        "author": _find_text(entry, "creator", "author/{*}name", "author"),
        "sitename": title,
        "savedat": time,
        "publishedat": time,
    }


def _find_text(element: "_Element", *paths: str) -> str | None:
    """Return the text of the first of these elements that has any, without markup, which some titles contain."""
    found = (element.find(f"{{*}}{path}") for path in paths)
    return next((text for each in found if each is not None and (text := _without_markup(text_of(each)))), None)


def _without_markup(text: str) -> str:
    return one_line(_TAG.sub("", unescape(text[:_LONGEST_TEXT])))


def _find_address(entry: "_Element") -> str | None:
    """Return the address of an entry: in Atom the link without a special relation, in RSS the text of the link or guid.

    Only "&amp;" is unescaped again: "&section=2" would begin with a section sign.
    """
    links = list(entry.iterfind("{*}link"))
    for link in links:
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return link.get("href")
    candidates = (each for each in (*links, *entry.iterfind("{*}guid")) if each.get("isPermaLink") != "false")
    texts = (one_line(text_of(each)[:_LONGEST_TEXT]).replace("&amp;", "&") for each in candidates)
    return next(filter(None, texts), None)


def _join_url(base: str | None, address: str) -> str:
    try:
        return urljoin(base, address) if base else address
    except ValueError:  # a bracket that does not enclose an IPv6 address
        return address


def _as_iso_time(value: str | None) -> str | None:
    """Return a time as ISO 8601; RSS has it in the format of mail."""
    time = parse_mail_date(value)
    return value if time is None else time.isoformat()


def _parse_json(text: str, base: str | None) -> Feed:
    """Parse JSON Feed 1.0 or 1.1: https://www.jsonfeed.org/version/1.1/."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise SourceError("the feed is damaged.") from None
    title = _text_field(data, "title")
    items = data.get("items")
    if not isinstance(items, list):
        return Feed(title, ())
    return Feed(title, tuple(_parse_items(items[:MOST_ENTRIES], title, base)), len(items[MOST_ENTRIES:]))


def _parse_items(items: list[Any], title: str | None, base: str | None) -> Iterator[Entry]:
    for item in items:
        if isinstance(item, dict):
            authors = item.get("authors") or [item.get("author")]
            names = (_text_field(author, "name") for author in authors) if isinstance(authors, list) else ()
            url = item.get("url")
            url = url if isinstance(url, str) else None
            yield {
                "id": _text_field(item, "id") or url,
                "url": _join_url(base, url) if url else None,
                "title": _text_field(item, "title"),
                "author": ", ".join(filter(None, names)) or None,
                "sitename": title,
                "savedat": _text_field(item, "date_published"),
                "publishedat": _text_field(item, "date_published"),
            }


def _text_field(data: object, name: str) -> str | None:
    value = data.get(name) if isinstance(data, dict) else None
    return _without_markup(str(value)) or None if isinstance(value, str | int) else None

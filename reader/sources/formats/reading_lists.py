"""Parse reading lists, as other programs export them, into bookmarks: addresses with what is known of each.

wallabag and Omnivore export JSON, Pocket and Instapaper CSV, browsers the Netscape bookmark file, feed readers OPML. A
news feed and a plain list of addresses, one a line, are read too. The format is recognized by the content.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from io import StringIO
from itertools import islice
from math import inf
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from reader.errors import SourceError
from reader.sources.formats.feed_parser import is_feed, parse_feed
from reader.sources.formats.imported_pages import TAG, build_page
from reader.sources.formats.safe_xml import parse_xml
from reader.sources.inline_text import safe_url
from reader.sources.language_tags import language_code
from reader.sources.net.locate import RawDocument, display_name, host_of, is_web_address, read_location
from reader.sources.text.clean import clean, one_line
from reader.sources.text.decode import decode

_MOST_ENTRIES = 100_000
_ZIP_SIGNATURE = b"PK\x03\x04"
# A link ends before the next one begins, and the lengths are limited, which keeps the search linear.
_LINK = re.compile(
    r"<a\b([^<>]{0,100000})>((?:[^<]|<(?!/?a\b)){0,2000})</a\s*>|<h\d[^<>]{0,200}>((?:[^<]|<(?!/?h\d)){0,500})</h\d>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"(?<![\w-])([a-zA-Z_-]{1,40})\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
_ARCHIVED_VALUES = {"archive", "archived", "read", "read archive", "1", "true", "succeeded"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIELD_NAMES = {
    "url": ("url", "href", "originalarticleurl", "given_url", "resolved_url", "link"),
    "title": ("title", "resolved_title", "description"),
    "byline": ("author", "published_by", "byline"),
    "outlet": ("sitename", "domain_name"),
    "published": ("publishedat", "published_at"),
    "saved": ("savedat", "created_at", "time_added", "timestamp", "add_date", "time", "date"),
    "archived": ("is_archived", "state", "status", "folder"),
    "content": ("content",),
    "language": ("language",),
}
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An article to read later, with what the list states about it.

    `saved` is an ISO 8601 time in UTC. `page` is the article itself as an HTML page, where the list contains it.
    """

    url: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    saved: str | None = None
    archived: bool = False
    page: bytes = b""


@dataclass(frozen=True, slots=True)
class SkippedEntry:
    """An entry that was skipped: what it is, and why it was skipped."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class ReadingList:
    """The bookmarks of a list in order, each address once, and the entries that were skipped."""

    bookmarks: tuple[Bookmark, ...]
    skipped: tuple[SkippedEntry, ...]


def read_list(
    location: str, stdin: bytes | None = None, *, archived: bool = False, allow_private: bool = False
) -> ReadingList:
    """Read the bookmarks in a file, in standard input, or at the address of a feed.

    Args:
        location: a path, a web address, or "-".
        stdin: the bytes of standard input, for "-".
        archived: include entries that are marked as read.
        allow_private: allow addresses of private networks.

    Raises:
        SourceError: there is no such file, or no list in it.
    """
    document = _read_source(location, stdin, allow_private=allow_private)
    try:
        entries = list(islice(_parse_entries(document.data, document.url), _MOST_ENTRIES + 1))
    except SourceError as error:
        raise SourceError(f"{display_name(document.name)} was not imported: {error}") from error.__cause__
    if not entries:
        raise SourceError(f"{display_name(document.name)} was not imported: there is no list of addresses in it.")
    if len(entries) > _MOST_ENTRIES:
        raise SourceError(f"{display_name(document.name)} was not imported: it lists over {_MOST_ENTRIES:,} addresses.")
    bookmarks: dict[str, Bookmark] = {}
    skipped: list[SkippedEntry] = []
    for item in entries:
        if isinstance(item, SkippedEntry):
            skipped.append(item)
        elif item.archived and not archived:
            skipped.append(SkippedEntry(item.url, "it is marked as read"))
        elif bookmarks.setdefault(url_key(item.url), item) is not item:
            skipped.append(SkippedEntry(item.url, "it is listed twice"))
    return ReadingList(tuple(bookmarks.values()), tuple(skipped))


def _read_source(location: str, stdin: bytes | None, *, allow_private: bool) -> RawDocument:
    if not is_web_address(location):
        return read_location(location, stdin)
    from reader.sources.net.fetch import fetch  # noqa: PLC0415 - httpx is loaded only to be used

    page = fetch(location, allow_private=allow_private)
    return RawDocument(location, location, page.data, url=page.url)


def url_key(url: str) -> str:
    """Return a key that addresses of one article share: no scheme, "www.", fragment or tracking parameters."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    query = parse_qsl(parts.query, keep_blank_values=True)
    remaining = urlencode(
        [(name, value) for name, value in query if not _TRACKING.fullmatch(name)], errors="surrogateescape"
    )
    return urlunsplit(("", parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), remaining, ""))


def _parse_entries(data: bytes, base_url: str | None = None) -> Iterator[Bookmark | SkippedEntry]:
    """Parse a list, or the lists in an archive; an archive inside an archive has none."""
    if data.startswith(_ZIP_SIGNATURE):
        for part in _archive_parts(data):
            yield from () if part.startswith(_ZIP_SIGNATURE) else _parse_list(part, base_url)
    else:
        yield from _parse_list(data, base_url)


def _parse_list(data: bytes, base_url: str | None) -> Iterator[Bookmark | SkippedEntry]:
    text = clean(decode(data))
    start = text.lstrip()
    if is_feed(start):
        feed = parse_feed(start, base_url)
        yield from map(parse_entry, feed.entries)
        if feed.more:
            yield SkippedEntry(f"{feed.more:,} more articles", f"of a feed only {len(feed.entries):,} are read")
    elif start.startswith(("[", "{")):
        yield from _parse_json(text)
    elif re.match(r"(?:<\?xml[^>]*>\s*)?<opml\b", start, re.IGNORECASE):
        yield from _parse_opml(start)
    elif start.startswith("<") or _LINK.search(start):
        yield from _parse_html(text)
    elif "url" in (header := [name.strip().lower() for name in start.partition("\n")[0].split(",")]):
        yield from _parse_csv(start, header)
    else:
        yield from _parse_lines(text)


def _archive_parts(data: bytes) -> Iterator[bytes]:
    """Yield the lists in a zip archive: Omnivore and Pocket export several files in one."""
    from reader.sources.formats.zip_archive import ZipArchive  # noqa: PLC0415 - few lists are archives

    archive = ZipArchive(data)
    for name in sorted(archive.names):
        if re.search(r"(?:^|/)(?:metadata_[^/]*\.json|part_[^/]*\.csv)$", name):
            yield archive.read(name)


def _parse_json(text: str) -> Iterator[Bookmark | SkippedEntry]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise SourceError("it begins like JSON but is not valid JSON; export the list again.") from None
    if isinstance(data, dict):
        data = next((value for value in data.values() if isinstance(value, list)), [])
    for item in data:
        yield (parse_entry(item) if isinstance(item, dict) else SkippedEntry(_printable(item), "it has no address"))


def _parse_csv(text: str, header: list[str]) -> Iterator[Bookmark | SkippedEntry]:
    reader = csv.reader(StringIO(text))
    next(reader, None)
    try:
        for row in reader:
            if any(row):
                yield parse_entry(dict(zip(header, row, strict=False)))
    except csv.Error:
        yield SkippedEntry(f"what follows line {reader.line_num}", "it is not valid CSV")


def _parse_html(text: str) -> Iterator[Bookmark | SkippedEntry]:
    archived = False
    for match in _LINK.finditer(text):
        attributes, title, heading = match.groups()
        if heading is not None:
            archived = one_line(TAG.sub("", heading)).lower() in _ARCHIVED_VALUES
        else:
            fields = {name.lower(): unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(attributes)}
            named = unescape(TAG.sub("", title))
            yield parse_entry({**fields, "title": named, "state": "archived" if archived else ""})


def _parse_opml(text: str) -> Iterator[Bookmark | SkippedEntry]:
    root = parse_xml(text.partition("?>")[2].encode() if text.startswith("<?xml") else text.encode(), "the list")
    for outline in root.iter("outline"):
        fields = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
        feed = fields.get("xmlurl")
        if feed:
            yield SkippedEntry(_printable(feed), "it is a feed; follow it with pullquote feed add")
        elif fields.get("url") or fields.get("htmlurl"):
            yield parse_entry(
                {**fields, "url": fields.get("url") or fields["htmlurl"], "title": fields.get("text", "")}
            )


def _parse_lines(text: str) -> Iterator[Bookmark | SkippedEntry]:
    """Parse addresses, one a line, each with a title after it where there is one."""
    lines = [line.strip() for line in text.split("\n")]
    if not any(safe_url(line.partition(" ")[0]) for line in lines):
        return
    for line in lines:
        if line and not line.startswith("#"):
            url, _, title = line.partition(" ")
            entry = parse_entry({"url": url, "title": title})
            yield entry if isinstance(entry, Bookmark) else SkippedEntry(_printable(line), entry.why)


def parse_entry(fields: Mapping[str, Any]) -> Bookmark | SkippedEntry:
    """Make a bookmark of an entry, whose fields may have the names that any of the programs use."""
    fields_by_name = {name.lower(): value for name, value in fields.items() if value not in (None, "", [])}

    def field(kind: str) -> Any:
        return next((fields_by_name[name] for name in _FIELD_NAMES[kind] if name in fields_by_name), None)

    raw_url = field("url")
    url = safe_url(raw_url) if isinstance(raw_url, str) else None
    title = _clean_field(field("title"))
    if url is None or not url.lower().startswith("http"):
        return SkippedEntry(_printable(raw_url or title or "an entry"), "it has no address on the web")
    date = _DAY.match(str(field("published") or ""))
    title, byline, day = title if title != raw_url else None, _clean_field(field("byline")), date and date[0]
    outlet = _clean_field(field("outlet"))
    return Bookmark(
        url=url.partition("#")[0],
        title=title,
        byline=byline,
        outlet=outlet or host_of(url).removeprefix("www.") or None,
        published=day,
        saved=_as_iso_time(field("saved")),
        archived=str(field("archived") or "").strip().lower() in _ARCHIVED_VALUES,
        page=build_page(
            field("content"),
            title=title,
            byline=byline,
            outlet=outlet,
            published=day,
            language=language_code(field("language")),
        ),
    )


def _clean_field(value: object) -> str | None:
    if isinstance(value, list):
        value = ", ".join(item for item in value if isinstance(item, str))
    return one_line(value)[:300] or None if isinstance(value, str) else None


def _printable(value: object) -> str:
    return display_name(clean(str(value)))


def _as_iso_time(value: object) -> str | None:
    """Return a time as the store has it, from seconds since 1970 or from ISO 8601."""
    try:
        number = float(str(value))
        while inf > number > 1e11:  # noqa: PLR2004 - it counts milliseconds, or microseconds as browsers do
            number /= 1000
        time = datetime.fromtimestamp(number, UTC)
    except (ValueError, OverflowError, OSError):
        try:
            time = datetime.fromisoformat(str(value))
            time = time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            return None
    return time.isoformat(timespec="milliseconds")

"""Lists of articles to read, as other programs export them, to bookmarks: addresses with what is known of each.

wallabag and Omnivore write JSON, Pocket and Instapaper CSV, browsers the Netscape bookmark file, feed readers OPML;
a news feed, and a list of addresses, one a line, are read as well. Which it is, the file itself shows.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from io import StringIO
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

_MOST = 100_000
# A link ends before the next one begins, and a name is no longer than names are: so the search stays linear.
_LINK = re.compile(
    r"<a\b([^<>]{0,100000})>((?:[^<]|<(?!/?a\b)){0,2000})</a\s*>|<h\d[^<>]{0,200}>((?:[^<]|<(?!/?h\d)){0,500})</h\d>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"(?<![\w-])([a-zA-Z_-]{1,40})\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
_ARCHIVES = {"archive", "archived", "read", "read archive", "1", "true", "succeeded"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NAMES = {
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
    """An article to read: its address, and what the list says of it.

    `saved` is an ISO 8601 time in UTC; `page` is the article itself as a page of HTML, where the list has it.
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
    """An entry that was passed over: `what` it is, and `why`."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class ReadingList:
    """A list's bookmarks, each address once, in order, and what was passed over."""

    found: tuple[Bookmark, ...]
    passed: tuple[SkippedEntry, ...]


def read_list(
    location: str, stdin: bytes | None = None, *, archived: bool = False, allow_private: bool = False
) -> ReadingList:
    """The bookmarks in a file, in `stdin` for "-", or at an address, as that of a feed.

    Those that were read and put away count only with `archived`; `allow_private` is as for a page. Raises SourceError
    where there is no such file, or no list in it.
    """
    file = _listed(location, stdin, allow_private=allow_private)
    try:
        entries = list(_entries(file.data, file.url))
    except SourceError as error:
        raise SourceError(f"{display_name(file.name)} was not imported: {error}") from error.__cause__
    if not entries:
        raise SourceError(f"{display_name(file.name)} was not imported: there is no list of addresses in it.")
    if len(entries) > _MOST:
        raise SourceError(f"{display_name(file.name)} was not imported: it lists over {_MOST:,} addresses.")
    found: dict[str, Bookmark] = {}
    passed: list[SkippedEntry] = []
    for each in entries:
        if isinstance(each, SkippedEntry):
            passed.append(each)
        elif each.archived and not archived:
            passed.append(SkippedEntry(each.url, "it is marked as read"))
        elif found.setdefault(url_key(each.url), each) is not each:
            passed.append(SkippedEntry(each.url, "it is listed twice"))
    return ReadingList(tuple(found.values()), tuple(passed))


def _listed(location: str, stdin: bytes | None, *, allow_private: bool) -> RawDocument:
    if not is_web_address(location):
        return read_location(location, stdin)
    from reader.sources.net.fetch import fetch  # noqa: PLC0415 - httpx is loaded only to be used

    page = fetch(location, allow_private=allow_private)
    return RawDocument(location, location, page.data, url=page.url)


def url_key(url: str) -> str:
    """What addresses of the same article have in common: all but the fragment and what only tracks a reader."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    query = parse_qsl(parts.query, keep_blank_values=True)
    kept = urlencode(
        [(name, value) for name, value in query if not _TRACKING.fullmatch(name)], errors="surrogateescape"
    )
    return urlunsplit(("", parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), kept, ""))


def _entries(data: bytes, base: str | None = None) -> Iterator[Bookmark | SkippedEntry]:
    if data.startswith(b"PK\x03\x04"):
        yield from _packed(data)
        return
    text = clean(decode(data))
    start = text.lstrip()
    if is_feed(start):
        yield from map(parse_entry, parse_feed(start, base).entries)
    elif start.startswith(("[", "{")):
        yield from _json(text)
    elif re.match(r"(?:<\?xml[^>]*>\s*)?<opml\b", start, re.IGNORECASE):
        yield from _opml(start)
    elif start.startswith("<") or _LINK.search(start):
        yield from _html(text)
    elif "url" in (header := [name.strip().lower() for name in start.partition("\n")[0].split(",")]):
        yield from _csv(start, header)
    else:
        yield from _lines(text)


def _packed(data: bytes) -> Iterator[Bookmark | SkippedEntry]:
    """An export of several files in an archive: Omnivore's and Pocket's lists are parts of one."""
    from reader.sources.formats.zip_archive import ZipArchive  # noqa: PLC0415 - most lists are no archives

    archive = ZipArchive(data)
    for name in sorted(archive.names):
        if re.search(r"(?:^|/)(?:metadata_[^/]*\.json|part_[^/]*\.csv)$", name):
            yield from _entries(archive.read(name))


def _json(text: str) -> Iterator[Bookmark | SkippedEntry]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise SourceError("it begins as JSON, but is none.") from None
    if isinstance(data, dict):
        data = next((value for value in data.values() if isinstance(value, list)), [])
    for item in data:
        yield (
            parse_entry(item) if isinstance(item, dict) else SkippedEntry(_told(item), "it is no entry with an address")
        )


def _csv(text: str, header: list[str]) -> Iterator[Bookmark | SkippedEntry]:
    reader = csv.reader(StringIO(text))
    next(reader, None)
    try:
        for row in reader:
            if any(row):
                yield parse_entry(dict(zip(header, row, strict=False)))
    except csv.Error:
        yield SkippedEntry(f"what follows line {reader.line_num}", "it is no CSV")


def _html(text: str) -> Iterator[Bookmark | SkippedEntry]:
    archived = False
    for found in _LINK.finditer(text):
        attributes, title, heading = found.groups()
        if heading is not None:
            archived = one_line(TAG.sub("", heading)).lower() in _ARCHIVES
        else:
            fields = {name.lower(): unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(attributes)}
            named = unescape(TAG.sub("", title))
            yield parse_entry({**fields, "title": named, "state": "archived" if archived else ""})


def _opml(text: str) -> Iterator[Bookmark | SkippedEntry]:
    root = parse_xml(text.partition("?>")[2].encode() if text.startswith("<?xml") else text.encode(), "the list")
    for outline in root.iter("outline"):
        fields = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
        feed = fields.get("xmlurl")
        if feed:
            yield SkippedEntry(_told(feed), "it is a feed: pullquote feed add takes its address")
        elif fields.get("url") or fields.get("htmlurl"):
            yield parse_entry(
                {**fields, "url": fields.get("url") or fields["htmlurl"], "title": fields.get("text", "")}
            )


def _lines(text: str) -> Iterator[Bookmark | SkippedEntry]:
    """Addresses, one a line, a title after it where there is one."""
    lines = [line.strip() for line in text.split("\n")]
    if not any(safe_url(line.partition(" ")[0]) for line in lines):
        return
    for line in lines:
        if line and not line.startswith("#"):
            url, _, title = line.partition(" ")
            found = parse_entry({"url": url, "title": title})
            yield found if isinstance(found, Bookmark) else SkippedEntry(_told(line), found.why)


def parse_entry(fields: Mapping[str, Any]) -> Bookmark | SkippedEntry:
    """One entry by the names that the programs have for its facts."""
    known = {name.lower(): value for name, value in fields.items() if value not in (None, "", [])}

    def fact(kind: str) -> Any:
        return next((known[name] for name in _NAMES[kind] if name in known), None)

    written = fact("url")
    url = safe_url(written) if isinstance(written, str) else None
    title = _line(fact("title"))
    if url is None or not url.lower().startswith("http"):
        return SkippedEntry(_told(written or title or "an entry"), "it has no address on the web")
    found = _DAY.match(str(fact("published") or ""))
    title, byline, day = title if title != written else None, _line(fact("byline")), found and found[0]
    outlet = _line(fact("outlet"))
    return Bookmark(
        url=url.partition("#")[0],
        title=title,
        byline=byline,
        outlet=outlet or host_of(url).removeprefix("www.") or None,
        published=day,
        saved=_time(fact("saved")),
        archived=str(fact("archived") or "").strip().lower() in _ARCHIVES,
        page=build_page(
            fact("content"),
            title=title,
            byline=byline,
            outlet=outlet,
            published=day,
            language=language_code(fact("language")),
        ),
    )


def _line(value: object) -> str | None:
    if isinstance(value, list):
        value = ", ".join(item for item in value if isinstance(item, str))
    return one_line(value)[:300] or None if isinstance(value, str) else None


def _told(value: object) -> str:
    return display_name(clean(str(value)))


def _time(value: object) -> str | None:
    """A time as the store has it; seconds since 1970, or ISO 8601."""
    try:
        number = float(str(value))
        while inf > number > 1e11:  # noqa: PLR2004 - then it counts milliseconds, or as browsers do microseconds
            number /= 1000
        then = datetime.fromtimestamp(number, UTC)
    except (ValueError, OverflowError, OSError):
        try:
            then = datetime.fromisoformat(str(value))
            then = then.astimezone(UTC) if then.tzinfo else then.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            return None
    return then.isoformat(timespec="milliseconds")

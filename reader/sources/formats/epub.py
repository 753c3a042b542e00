"""EPUB books to blocks: the package says what belongs to the book and in which order, each chapter is a page.

After EPUB 3.3 (https://www.w3.org/TR/epub-33/) and, for tables of contents, EPUB 2.0.1's NCX.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from reader.errors import SourceError
from reader.model import BlockKind
from reader.sources.draft import Draft, Facts, Part, assemble
from reader.sources.formats.safe_xml import parse_xml, text_of
from reader.sources.formats.zip_archive import ZipArchive
from reader.sources.html.fragments import read_fragment
from reader.sources.net.locate import RawDocument
from reader.sources.text.clean import alphanumerics, one_line
from reader.sources.text.decode import decode

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
# Fonts that are only obfuscated (EPUB 3.3, section 4.2.6.3, and Adobe's own way) keep no one from reading.
_OBFUSCATED = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = {"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"}
_NCX = "application/x-dtbncx+xml"
_PAGE_NAMES = (".xhtml", ".html", ".htm")
_MOST_CHAPTERS = 2_000  # a Bible with a file for each of its chapters has some 1,200
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}\b")


@dataclass(frozen=True, slots=True)
class _Item:
    """A file of the book as its package lists it."""

    name: str
    media_type: str
    properties: frozenset[str]


def read(found: RawDocument) -> Draft:
    """The book as one article, each chapter under a heading of the second level. Raises SourceError."""
    archive = ZipArchive(found.data)
    members = {**{name.casefold(): name for name in archive.names}, **{name: name for name in archive.names}}
    where, package = _package(archive, members)
    items = _manifest(package, posixpath.dirname(where), members)
    facts = _facts(package)
    names = list(_spine(package, items))
    if not names:
        raise SourceError("the book lists no chapter that is in it.")
    if not _encrypted(archive, members).isdisjoint(names):
        raise SourceError("the book is protected (DRM): only its shop's own program can open it.")
    if len(names) > _MOST_CHAPTERS:
        raise SourceError(f"the book has over {_MOST_CHAPTERS:,} chapters, more than can be read.")
    labels = _labels(archive, package, items, members)
    parts: list[Part] = []
    for name in names:
        parts += _chapter(decode(archive.read(name), page=True), labels.get(name))
    return assemble(_titled(parts, facts.title), facts)


def _package(archive: ZipArchive, members: Mapping[str, str]) -> tuple[str, "_Element"]:
    """The name of the package document and its root element; where none is named, the first that there is."""
    there = sorted(name for name in archive.names if name.lower().endswith(".opf"))
    named: list[str] = []
    if _CONTAINER in archive.names:
        container = parse_xml(archive.read(_CONTAINER), "the book's container file", mend=bool(there))
        named = [_inside(members, "", rootfile.get("full-path")) for rootfile in container.iter("{*}rootfile")]
    elif not there:
        raise SourceError("it is no EPUB book: it has no list of what is in it.")
    for name in (*named, *there):
        if name:
            return name, parse_xml(archive.read(name), "the book's package file", mend=True)
    raise SourceError("the book is incomplete: its package file is missing.")


def _inside(members: Mapping[str, str], folder: str, href: str | None) -> str:
    """The name in the archive that an address in one of its files means, "" for one that leads to no member.

    Some books have names with escapes in them, and some write capitals otherwise than the archive.
    """
    try:
        address = urlsplit(href or "")
    except ValueError:
        return ""
    if address.scheme or address.netloc or not address.path:
        return ""
    for path in (unquote(address.path), address.path):
        name = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
        member = members.get(name) or members.get(name.casefold())
        if member is not None:
            return member
    return ""


def _manifest(package: "_Element", folder: str, members: Mapping[str, str]) -> dict[str, _Item]:
    """The files of the book by their ids."""
    return {
        item.get("id", ""): _Item(
            _inside(members, folder, item.get("href")),
            item.get("media-type", ""),
            frozenset(item.get("properties", "").split()),
        )
        for item in package.iterfind("{*}manifest/{*}item")
    }


def _spine(package: "_Element", items: dict[str, _Item]) -> Iterator[str]:
    """The chapters in reading order, each once, those that stand beside it last; what is missing is passed over.

    So is a table of contents, whose place is the list of headings.
    """
    entries = list(package.iterfind("{*}spine/{*}itemref"))
    given = set[str]()
    for entry in sorted(entries, key=lambda entry: entry.get("linear") == "no"):
        item = items.get(entry.get("idref", ""))
        if item is not None and item.name and item.name not in given and _is_chapter(item):
            given.add(item.name)
            yield item.name


def _is_chapter(item: _Item) -> bool:
    page = item.media_type in _PAGES or item.name.lower().endswith(_PAGE_NAMES)
    return page and "nav" not in item.properties


def _encrypted(archive: ZipArchive, members: Mapping[str, str]) -> set[str]:
    """The names of the files that are encrypted, fonts aside."""
    if _ENCRYPTION not in archive.names:
        return set()
    names = set()
    for data in parse_xml(archive.read(_ENCRYPTION), "the book's list of protected files").iter("{*}EncryptedData"):
        method = data.find("{*}EncryptionMethod")
        if method is None or method.get("Algorithm") not in _OBFUSCATED:
            names |= {_inside(members, "", reference.get("URI")) for reference in data.iter("{*}CipherReference")}
    return names


def _facts(package: "_Element") -> Facts:
    def all_of(name: str) -> list[str]:
        found = package.iterfind(f"{{*}}metadata//{{http://purl.org/dc/elements/1.1/}}{name}")
        return [text for element in found if (text := one_line(text_of(element)))]

    authors = dict.fromkeys(all_of("creator"))
    day = next(filter(None, (_DAY.match(text) for text in all_of("date"))), None)
    language = next(filter(None, (_LANGUAGE.match(text) for text in all_of("language"))), None)
    return Facts(
        title=next(iter(all_of("title")), None),
        byline=", ".join(authors) or None,
        outlet=next(iter(all_of("publisher")), None),
        published=day and day[0],
        language=language and language[0].lower(),
    )


def _labels(
    archive: ZipArchive, package: "_Element", items: dict[str, _Item], members: Mapping[str, str]
) -> dict[str, str]:
    """What the table of contents calls each file, by its name; nothing where there is no sound table."""
    contents = next((item for item in items.values() if "nav" in item.properties), None)
    spine = package.find("{*}spine")
    if contents is None and spine is not None:
        listed = (item for item in items.values() if item.media_type == _NCX)
        contents = items.get(spine.get("toc", "")) or next(listed, None)
    if contents is None or not contents.name:
        return {}
    folder = posixpath.dirname(contents.name)
    labels: dict[str, str] = {}
    try:
        root = parse_xml(archive.read(contents.name), "the book's table of contents", mend=True)
    except SourceError:
        return {}
    for point in root.iter("{*}a", "{*}navPoint"):
        link = str(point.tag).endswith("}a")
        target, text = (point, point) if link else (point.find("{*}content"), point.find("{*}navLabel"))
        if target is not None and text is not None:
            name = _inside(members, folder, target.get("href") or target.get("src"))
            labels.setdefault(name, one_line(text_of(text)))
    return labels


def _chapter(markup: str, label: str | None) -> list[Part]:
    """The blocks of a chapter, its highest heading of the second level; one without any has the contents' label."""
    parts = read_fragment(markup)
    ranks = [part.level for part in parts if part.kind is BlockKind.HEADING]
    if not ranks and label and parts:
        return [Part(BlockKind.HEADING, label, 2), *parts[alphanumerics(parts[0].text) == alphanumerics(label) :]]
    if not ranks:
        return parts
    down = 2 - min(ranks)
    return [
        part._replace(level=min(6, part.level + down)) if part.kind is BlockKind.HEADING else part for part in parts
    ]


def _titled(parts: list[Part], title: str | None) -> list[Part]:
    """The parts with the book's title first and only there."""
    if title is None:
        return parts
    opening = next((i for i, part in enumerate(parts[:3]) if alphanumerics(part.text) == alphanumerics(title)), None)
    if opening is not None:
        parts = [*parts[:opening], *parts[opening + 1 :]]
    return [Part(BlockKind.HEADING, title, 1), *parts]

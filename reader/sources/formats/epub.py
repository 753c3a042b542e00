"""Read EPUB books: the package lists the chapters in order, and each chapter is an XHTML page.

After EPUB 3.3 (https://www.w3.org/TR/epub-33/) and, for tables of contents, the NCX of EPUB 2.0.1.
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
# Obfuscated fonts (EPUB 3.3, section 4.2.6.3, and Adobe's own method) do not prevent reading.
_FONT_OBFUSCATION = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGE_TYPES = {"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"}
_NCX = "application/x-dtbncx+xml"
_PAGE_NAMES = (".xhtml", ".html", ".htm")
_MOST_CHAPTERS = 2_000  # a Bible with one file for each chapter has some 1,200
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}\b")


@dataclass(frozen=True, slots=True)
class _ManifestItem:
    """A file of the book as its package lists it."""

    name: str
    media_type: str
    properties: frozenset[str]


def read(document: RawDocument) -> Draft:
    """Read a book as one article, each chapter under a heading of level 2.

    Raises:
        SourceError: it is not a book, or the book is damaged, protected or too long.
    """
    archive = ZipArchive(document.data)
    members = {**{name.casefold(): name for name in archive.names}, **{name: name for name in archive.names}}
    package_path, package = _find_package(archive, members)
    items = _read_manifest(package, posixpath.dirname(package_path), members)
    facts = _read_facts(package)
    names = list(_read_spine(package, items))
    if not names:
        raise SourceError("the book lists no chapters, or none of them is in the file.")
    if not _find_encrypted(archive, members).isdisjoint(names):
        raise SourceError("the book is protected (DRM): only the shop's own program can open it.")
    if len(names) > _MOST_CHAPTERS:
        raise SourceError(f"the book has over {_MOST_CHAPTERS:,} chapters, more than can be read.")
    chapter_titles = _read_contents(archive, package, items, members)
    parts: list[Part] = []
    for name in names:
        parts += _read_chapter(decode(archive.read(name), page=True), chapter_titles.get(name))
    return assemble(_with_title(parts, facts.title), facts)


def _find_package(archive: ZipArchive, members: Mapping[str, str]) -> tuple[str, "_Element"]:
    """Return name and root element of the package document; where none is declared, the first in the archive."""
    package_files = sorted(name for name in archive.names if name.lower().endswith(".opf"))
    declared: list[str] = []
    if _CONTAINER in archive.names:
        container = parse_xml(archive.read(_CONTAINER), "the book's container file", recover=bool(package_files))
        declared = [_resolve_member(members, "", root.get("full-path")) for root in container.iter("{*}rootfile")]
    elif not package_files:
        raise SourceError("it is not an EPUB book: it has no list of its contents.")
    for name in (*declared, *package_files):
        if name:
            return name, parse_xml(archive.read(name), "the book's package file", recover=True)
    raise SourceError("the book is incomplete: its package file is missing; download it again.")


def _resolve_member(members: Mapping[str, str], folder: str, href: str | None) -> str:
    """Return the name of the member that an address in one of the files refers to, "" where there is none.

    The names in some books are percent-encoded, and some differ from those in the archive in upper and lower case.
    """
    try:
        url = urlsplit(href or "")
    except ValueError:
        return ""
    if url.scheme or url.netloc or not url.path:
        return ""
    for path in (unquote(url.path), url.path):
        name = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
        member = members.get(name) or members.get(name.casefold())
        if member is not None:
            return member
    return ""


def _read_manifest(package: "_Element", folder: str, members: Mapping[str, str]) -> dict[str, _ManifestItem]:
    """Return the files of the book by their ids."""
    return {
        item.get("id", ""): _ManifestItem(
            _resolve_member(members, folder, item.get("href")),
            item.get("media-type", ""),
            frozenset(item.get("properties", "").split()),
        )
        for item in package.iterfind("{*}manifest/{*}item")
    }


def _read_spine(package: "_Element", items: dict[str, _ManifestItem]) -> Iterator[str]:
    """Yield the chapters in reading order, each once; non-linear ones come last, and missing ones are skipped.

    A table of contents is skipped too: the headings take its place.
    """
    entries = list(package.iterfind("{*}spine/{*}itemref"))
    seen = set[str]()
    for entry in sorted(entries, key=lambda entry: entry.get("linear") == "no"):
        item = items.get(entry.get("idref", ""))
        if item is not None and item.name and item.name not in seen and _is_page(item):
            seen.add(item.name)
            yield item.name


def _is_page(item: _ManifestItem) -> bool:
    page = item.media_type in _PAGE_TYPES or item.name.lower().endswith(_PAGE_NAMES)
    return page and "nav" not in item.properties


def _find_encrypted(archive: ZipArchive, members: Mapping[str, str]) -> set[str]:
    """Return the names of the encrypted files, except fonts that are only obfuscated."""
    if _ENCRYPTION not in archive.names:
        return set()
    names = set()
    for data in parse_xml(archive.read(_ENCRYPTION), "the book's list of protected files").iter("{*}EncryptedData"):
        method = data.find("{*}EncryptionMethod")
        if method is None or method.get("Algorithm") not in _FONT_OBFUSCATION:
            names |= {
                _resolve_member(members, "", reference.get("URI")) for reference in data.iter("{*}CipherReference")
            }
    return names


def _read_facts(package: "_Element") -> Facts:
    def texts_of(name: str) -> list[str]:
        elements = package.iterfind(f"{{*}}metadata//{{http://purl.org/dc/elements/1.1/}}{name}")
        return [text for element in elements if (text := one_line(text_of(element)))]

    authors = dict.fromkeys(texts_of("creator"))
    day = next(filter(None, (_DAY.match(text) for text in texts_of("date"))), None)
    language = next(filter(None, (_LANGUAGE.match(text) for text in texts_of("language"))), None)
    return Facts(
        title=next(iter(texts_of("title")), None),
        byline=", ".join(authors) or None,
        outlet=next(iter(texts_of("publisher")), None),
        published=day and day[0],
        language=language and language[0].lower(),
    )


def _read_contents(
    archive: ZipArchive, package: "_Element", items: dict[str, _ManifestItem], members: Mapping[str, str]
) -> dict[str, str]:
    """Return the title that the table of contents gives each file, by file name; empty where it cannot be read."""
    contents = next((item for item in items.values() if "nav" in item.properties), None)
    spine = package.find("{*}spine")
    if contents is None and spine is not None:
        ncx_items = (item for item in items.values() if item.media_type == _NCX)
        contents = items.get(spine.get("toc", "")) or next(ncx_items, None)
    if contents is None or not contents.name:
        return {}
    folder = posixpath.dirname(contents.name)
    chapter_titles: dict[str, str] = {}
    try:
        root = parse_xml(archive.read(contents.name), "the book's table of contents", recover=True)
    except SourceError:
        return {}
    for entry in root.iter("{*}a", "{*}navPoint"):
        is_link = str(entry.tag).endswith("}a")
        target, text = (entry, entry) if is_link else (entry.find("{*}content"), entry.find("{*}navLabel"))
        if target is not None and text is not None:
            name = _resolve_member(members, folder, target.get("href") or target.get("src"))
            chapter_titles.setdefault(name, one_line(text_of(text)))
    return chapter_titles


def _read_chapter(markup: str, chapter_title: str | None) -> list[Part]:
    """Return the blocks of a chapter, with its highest headings at level 2.

    A chapter without headings gets the title from the table of contents.
    """
    parts = read_fragment(markup)
    levels = [part.level for part in parts if part.kind is BlockKind.HEADING]
    if not levels and chapter_title and parts:
        return [
            Part(BlockKind.HEADING, chapter_title, 2),
            *parts[alphanumerics(parts[0].text) == alphanumerics(chapter_title) :],
        ]
    if not levels:
        return parts
    shift = 2 - min(levels)
    return [
        part._replace(level=min(6, part.level + shift)) if part.kind is BlockKind.HEADING else part for part in parts
    ]


def _with_title(parts: list[Part], title: str | None) -> list[Part]:
    """Return the parts with the book's title first and only there."""
    if title is None:
        return parts
    opening = next((i for i, part in enumerate(parts[:3]) if alphanumerics(part.text) == alphanumerics(title)), None)
    if opening is not None:
        parts = [*parts[:opening], *parts[opening + 1 :]]
    return [Part(BlockKind.HEADING, title, 1), *parts]

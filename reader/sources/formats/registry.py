"""Recognize the format of a document and read it with the module for that format.

A format is one module with a function `read(document) -> Draft` and one entry in `FORMATS`. Formats of other
distributions come from the entry point group "pullquote.sources"; they are asked where no format here matches.
"""

import re
from collections.abc import Callable
from importlib import import_module
from typing import cast

from reader.errors import SourceError
from reader.sources.deadline import seconds_for
from reader.sources.draft import Draft
from reader.sources.formats.base import Format, Reader, matching_format
from reader.sources.net.locate import RawDocument
from reader.sources.text.clean import clean
from reader.sources.text.decode import decode

_BEGINNING = 8192  # bytes
# Not compiled here: most texts begin with neither "<" nor a header, so most patterns are never used.
_PAGE = rb"(?is)\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|article)\b"
_XML = rb"(?i)\s*<(?:\?xml\b|rss\b|feed\b|!DOCTYPE\b)"
_HEADERS = rb"(?:From [^\n]{1,200}\n)?((?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,200})\r?\n"
_HEADER = rb"(?im)^(From|Subject|Date|To|MIME-Version|Message-ID|Snapshot-Content-Location):"
_LEAST_HEADERS = 3
_EXTRA_SECONDS = 0.5
_LARGE = 100_000  # bytes; less is no large table
_ZIP = b"PK\x03\x04"


def read(document: RawDocument) -> Draft:
    """Read the article in a document.

    Raises:
        SourceError: the document holds no article that can be read; the message gives the reason.
    """
    match = matching_format(FORMATS, document)
    if match is not None:
        return match.read(document)
    # Bytes without a name or a NUL are text, and open without a search for plugins.
    is_named = document.suffix or document.media_type or b"\x00" in document.data[:_BEGINNING]
    if is_named and not document.media_type.startswith("text/"):
        from reader.sources.formats.plugins import read_with_plugin  # noqa: PLC0415 - slow to import, seldom needed

        draft = read_with_plugin(document)
        if draft is not None:
            return draft
    if _begins_with_markup(document.data) and re.match(_XML, _beginning(document.data)):
        raise SourceError(
            "it is XML, such as a feed, and not an article; open the article's own page, or add what a feed lists to "
            "your library with pullquote import FILE."
        )
    return _read_text(document)


def _read_with(module: str) -> Reader:
    """Return the `read` of a module of `reader.sources`, imported on first use: plain text opens without the others."""

    def read(document: RawDocument) -> Draft:
        reader = cast("Reader", import_module(f"reader.sources.{module}").read)
        return reader(document)

    return read


def _read_page(document: RawDocument) -> Draft:
    from reader.sources.parse_worker import read_page  # noqa: PLC0415 - plain text opens without it

    return read_page(document)


def _read_pdf(document: RawDocument) -> Draft:
    from reader.sources.parse_worker import read_in_worker  # noqa: PLC0415 - as above

    # The PDF reader has a deadline of its own; the worker is killed only if that fails.
    return read_in_worker("formats.pdf", document, seconds=seconds_for(len(document.data)) + _EXTRA_SECONDS)


def _read_markdown(document: RawDocument) -> Draft:
    from reader.sources.formats.markdown_reader import read as read_markdown  # noqa: PLC0415 - and without markdown-it

    return read_markdown(clean(decode(document.data)))


def _read_text(document: RawDocument) -> Draft:
    from reader.sources.formats.text_file import read as read_text  # noqa: PLC0415 - other formats open without it

    if len(document.data) > _LARGE:
        from reader.sources.formats.large_tables import refuse_large_table  # noqa: PLC0415 - few texts are that large

        refuse_large_table(document)
    return read_text(clean(decode(document.data)))


def _beginning(data: bytes) -> bytes:
    """Return the first bytes without a byte order mark and without the NULs of UTF-16."""
    return data[:_BEGINNING].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")


def _begins_with_markup(data: bytes) -> bool:
    return _beginning(data).lstrip().startswith(b"<")


def _is_page(data: bytes) -> bool:
    return _begins_with_markup(data) and re.match(_PAGE, _beginning(data)) is not None


def _is_message(data: bytes) -> bool:
    """Return whether the bytes begin with mail headers: at least three known ones, and a blank line after them."""
    beginning = data[:_BEGINNING].replace(b"\r\n", b"\n")
    if not (beginning.startswith(b"From ") or b":" in beginning.split(b"\n", 1)[0]):
        return False
    headers = re.match(_HEADERS, beginning)
    return headers is not None and len({name.lower() for name in re.findall(_HEADER, headers[1])}) >= _LEAST_HEADERS


def _is_zip_with(*names: bytes) -> Callable[[bytes], bool]:
    """Return a test for zip archives that have members with these names; a zip archive stores names uncompressed."""
    return lambda data: data.startswith(_ZIP) and all(name in data for name in names)


FORMATS = (
    Format(
        "a PDF file",
        _read_pdf,
        frozenset({".pdf"}),
        frozenset({"application/pdf", "application/x-pdf"}),
        lambda data: data.startswith(b"%PDF-"),
    ),
    Format(
        "an EPUB book",
        _read_with("formats.epub"),
        frozenset({".epub"}),
        frozenset({"application/epub+zip"}),
        _is_zip_with(b"META-INF/container.xml"),
    ),
    Format(
        "a Word file",
        _read_with("formats.docx"),
        frozenset({".docx", ".docm", ".dotx"}),
        frozenset({"application/vnd.openxmlformats-officedocument.wordprocessingml.document"}),
        _is_zip_with(b"[Content_Types].xml", b"word/"),
    ),
    Format(
        "Rich Text Format",
        _read_with("formats.rtf"),
        frozenset({".rtf"}),
        frozenset({"application/rtf", "text/rtf"}),
        lambda data: data.startswith(b"{\\rtf"),
    ),
    Format(
        "a web page",
        _read_page,
        frozenset({".htm", ".html", ".shtml", ".xht", ".xhtml"}),
        frozenset({"text/html", "application/xhtml+xml"}),
        _is_page,
    ),
    Format(
        "a message",
        _read_with("formats.mail"),
        frozenset({".eml", ".mht", ".mhtml"}),
        frozenset({"message/rfc822", "multipart/related", "application/x-mimearchive"}),
        _is_message,
    ),
    Format(
        "Markdown",
        _read_markdown,
        frozenset({".markdown", ".md", ".mdown", ".mkd", ".mdx"}),
        frozenset({"text/markdown", "text/x-markdown"}),
    ),
    Format("plain text", _read_text, frozenset({".text", ".txt"}), frozenset({"text/plain"})),
)
"""The formats that come with the program; where several match the bytes, the first is used."""

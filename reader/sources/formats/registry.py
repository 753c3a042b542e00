"""The one door: which format bytes are in, by how they begin, their media type or their extension, and who reads it.

A format is one module with a function `read(found) -> Draft` and one entry in `FORMATS`; or one of another
distribution, named by an entry point in the group "pullquote.sources", which is asked where none of these fits.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import TypeAlias, cast

from reader.errors import SourceError
from reader.sources.deadline import seconds_for
from reader.sources.draft import Draft
from reader.sources.net.locate import RawDocument
from reader.sources.text.clean import clean
from reader.sources.text.decode import decode

Reader: TypeAlias = Callable[[RawDocument], Draft]


@dataclass(frozen=True, slots=True)
class Format:
    """A format and its reader.

    `name` is what a person calls it, such as "an EPUB book". `read` makes the article's draft of what was found, and
    raises SourceError with the reason where it can't. `suffixes` are extensions with their dots and `media_types`
    without parameters, all in lower case; `begins` tells the format from the bytes alone, and goes before both.
    """

    name: str
    read: Reader
    suffixes: frozenset[str] = frozenset()
    media_types: frozenset[str] = frozenset()
    begins: Callable[[bytes], bool] | None = None


_BEGINNING = 8192  # bytes
# Compiled where the first bytes allow a match at all: most texts begin with neither "<" nor a header.
_PAGE = rb"(?is)\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|article)\b"
_XML = rb"(?i)\s*<(?:\?xml\b|rss\b|feed\b|!DOCTYPE\b)"
_HEADERS = rb"(?:From [^\n]{1,200}\n)?((?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,200})\r?\n"
_HEADER = rb"(?im)^(From|Subject|Date|To|MIME-Version|Message-ID|Snapshot-Content-Location):"
_LEAST_HEADERS = 3
_GRACE = 0.5  # seconds
_ZIP = b"PK\x03\x04"


def read(found: RawDocument) -> Draft:
    """The draft of the article in what was found. Raises SourceError with the reason where there is none."""
    chosen = matching_format(FORMATS, found)
    if chosen is not None:
        return chosen.read(found)
    # What has no name and no NUL is text, and opens without a look at what else is installed.
    named = found.suffix or found.media_type or b"\x00" in found.data[:_BEGINNING]
    if named and not found.media_type.startswith("text/"):
        from reader.sources.formats.plugins import find_plugin  # noqa: PLC0415 - slow to import, and seldom needed

        outside = find_plugin(found)
        if outside is not None:
            return outside.read(found)
    if _is_marked_up(found.data) and re.match(_XML, _beginning(found.data)):
        raise SourceError("it is XML, such as a feed, and no article; open the article's own page.")
    return _text(found)


def matching_format(formats: Iterable[Format], found: RawDocument) -> Format | None:
    """The format that the bytes show, else the one of their media type, else that of their extension."""
    formats = tuple(formats)
    shown = (each for each in formats if each.begins is not None and each.begins(found.data))
    typed = (each for each in formats if found.media_type in each.media_types)
    named = (each for each in formats if found.suffix in each.suffixes)
    return next(shown, None) or next(typed, None) or next(named, None)


def _late(module: str) -> Reader:
    """The `read` of a module of `reader.sources`, imported when it is needed: plain text opens without any of them."""

    def read(found: RawDocument) -> Draft:
        reader = cast("Reader", import_module(f"reader.sources.{module}").read)
        return reader(found)

    return read


def _page(found: RawDocument) -> Draft:
    from reader.sources.parse_worker import read_page  # noqa: PLC0415 - plain text opens without it

    return read_page(found)


def _pdf(found: RawDocument) -> Draft:
    from reader.sources.parse_worker import read_in_worker  # noqa: PLC0415 - as above

    # The reader looks at the clock itself; what it can't stop is killed a moment later.
    return read_in_worker("formats.pdf", found, seconds=seconds_for(len(found.data)) + _GRACE)


def _markdown(found: RawDocument) -> Draft:
    from reader.sources.formats.markdown_reader import read as read_markdown  # noqa: PLC0415 - and without markdown-it

    return read_markdown(clean(decode(found.data)))


def _text(found: RawDocument) -> Draft:
    from reader.sources.formats.text_file import read as read_text  # noqa: PLC0415 - it knows this module's neighbours

    return read_text(clean(decode(found.data)))


def _beginning(data: bytes) -> bytes:
    """The first bytes as ASCII shows them: without a byte order mark or the NULs of UTF-16."""
    return data[:_BEGINNING].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")


def _is_marked_up(data: bytes) -> bool:
    return _beginning(data).lstrip().startswith(b"<")


def _begins_a_page(data: bytes) -> bool:
    return _is_marked_up(data) and re.match(_PAGE, _beginning(data)) is not None


def _begins_a_message(data: bytes) -> bool:
    """Whether mail headers stand first: three at least of those that messages have, and a blank line after them."""
    beginning = data[:_BEGINNING].replace(b"\r\n", b"\n")
    if not (beginning.startswith(b"From ") or b":" in beginning.split(b"\n", 1)[0]):
        return False
    headers = re.match(_HEADERS, beginning)
    return headers is not None and len({name.lower() for name in re.findall(_HEADER, headers[1])}) >= _LEAST_HEADERS


def _holds(*names: bytes) -> Callable[[bytes], bool]:
    """Whether bytes are a zip archive with members of these names, which it holds uncompressed."""
    return lambda data: data.startswith(_ZIP) and all(name in data for name in names)


FORMATS = (
    Format(
        "a PDF file",
        _pdf,
        frozenset({".pdf"}),
        frozenset({"application/pdf", "application/x-pdf"}),
        lambda data: data.startswith(b"%PDF-"),
    ),
    Format(
        "an EPUB book",
        _late("formats.epub"),
        frozenset({".epub"}),
        frozenset({"application/epub+zip"}),
        _holds(b"META-INF/container.xml"),
    ),
    Format(
        "a Word file",
        _late("formats.docx"),
        frozenset({".docx", ".docm", ".dotx"}),
        frozenset({"application/vnd.openxmlformats-officedocument.wordprocessingml.document"}),
        _holds(b"[Content_Types].xml", b"word/"),
    ),
    Format(
        "Rich Text Format",
        _late("formats.rtf"),
        frozenset({".rtf"}),
        frozenset({"application/rtf", "text/rtf"}),
        lambda data: data.startswith(b"{\\rtf"),
    ),
    Format(
        "a web page",
        _page,
        frozenset({".htm", ".html", ".shtml", ".xht", ".xhtml"}),
        frozenset({"text/html", "application/xhtml+xml"}),
        _begins_a_page,
    ),
    Format(
        "a message",
        _late("formats.mail"),
        frozenset({".eml", ".mht", ".mhtml"}),
        frozenset({"message/rfc822", "multipart/related", "application/x-mimearchive"}),
        _begins_a_message,
    ),
    Format(
        "Markdown",
        _markdown,
        frozenset({".markdown", ".md", ".mdown", ".mkd", ".mdx"}),
        frozenset({"text/markdown", "text/x-markdown"}),
    ),
    Format("plain text", _text, frozenset({".text", ".txt"}), frozenset({"text/plain"})),
)
"""The formats that come with the program; where the bytes of several fit, the first is taken."""

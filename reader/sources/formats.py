"""Which format bytes are in, by their name's extension and by how they begin."""

import re
from enum import Enum, auto

from reader.errors import SourceError

_HTML = {".htm", ".html", ".shtml", ".xht", ".xhtml"}
_MARKDOWN = {".markdown", ".md", ".mdown", ".mkd", ".mdx"}


class Format(Enum):
    """A format that text comes in."""

    HTML = auto()
    MARKDOWN = auto()
    PLAIN = auto()


_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*<(?:\?xml\b|rss\b|feed\b|!DOCTYPE\b)", re.IGNORECASE)


def format_of(data: bytes, suffix: str) -> Format:
    """The format of `data` from a file with this extension. Raises SourceError for XML that is no web page."""
    start = data[:8192].replace(b"\x00", b"")  # UTF-16 shows its tags so
    start = start.lstrip(b"\xef\xbb\xbf\xff\xfe")
    if suffix in _HTML or _PAGE.match(start):
        return Format.HTML
    if _XML.match(start):
        raise SourceError("it is XML, such as a feed, and no article; open the article's own page.")
    return Format.MARKDOWN if suffix in _MARKDOWN else Format.PLAIN

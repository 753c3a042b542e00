"""Read markup that is an article as a whole, such as book chapters and mail: no blocks are left out."""

import re

from reader.errors import SourceError
from reader.sources.draft import Part
from reader.sources.html.markup_sanitizer import sanitize

_DOCTYPE = re.compile(r"<!DOCTYPE\b[^<>\[]{0,1000}(?:\[.{0,10000}?\]\s*)?>", re.IGNORECASE | re.DOTALL)
# XML can close any element so; an HTML parser reads it as a start tag, and all that follows as its content.
_SELF_CLOSED = re.compile(
    r"<(?!(?:br|hr|img|wbr|col|input|link|meta|base|area|source)\b)([a-zA-Z][\w:.-]*+)([^<>]*?)/>"
)


def read_fragment(markup: str) -> list[Part]:
    """Return every block of a page or of a piece of one; none where it has no text. Raises SourceError past limits."""
    from lxml import etree  # noqa: PLC0415 - plain text opens without it
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415

    from reader.sources.html.element_blocks import read_blocks  # noqa: PLC0415

    markup = sanitize(_SELF_CLOSED.sub(r"<\1\2></\1>", _DOCTYPE.sub("", markup, count=1)))
    if not markup.strip():
        return []
    try:
        tree = document_fromstring(markup, parser=HTMLParser(remove_comments=True, remove_pis=True))
    except etree.ParserError:  # it contains only comments and the like
        return []
    except (etree.LxmlError, ValueError, AssertionError):
        raise SourceError("one of its pages could not be read.") from None
    return [part for part, _ in read_blocks(tree)]

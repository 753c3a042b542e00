"""Markup that is all article, as a book's chapters and mail are, to blocks: nothing is chosen, nothing left out."""

import re

from reader.errors import SourceError
from reader.sources.draft import Part
from reader.sources.html.markup_sanitizer import sanitize

_DOCTYPE = re.compile(r"<!DOCTYPE\b[^<>\[]{0,1000}(?:\[.{0,10000}?\]\s*)?>", re.IGNORECASE | re.DOTALL)
# XML closes any element so; an HTML parser takes it for the start of one, and all that follows for its content.
_CLOSED = re.compile(r"<(?!(?:br|hr|img|wbr|col|input|link|meta|base|area|source)\b)([a-zA-Z][\w:.-]*+)([^<>]*?)/>")


def read_fragment(markup: str) -> list[Part]:
    """Every block of a whole page or of a piece of one; none where it has no text. Raises SourceError past limits."""
    from lxml import etree  # noqa: PLC0415 - plain text opens without it
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415

    from reader.sources.html.element_blocks import read_blocks  # noqa: PLC0415

    markup = sanitize(_CLOSED.sub(r"<\1\2></\1>", _DOCTYPE.sub("", markup, count=1)))
    if not markup.strip():
        return []
    try:
        tree = document_fromstring(markup, parser=HTMLParser(remove_comments=True, remove_pis=True))
    except etree.ParserError:  # it holds nothing but comments and the like
        return []
    except (etree.LxmlError, ValueError, AssertionError):
        raise SourceError("a page of it could not be read.") from None
    return [part for part, _ in read_blocks(tree)]

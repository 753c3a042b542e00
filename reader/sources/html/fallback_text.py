"""Extract the plain text of a web page without a parser, for pages that the parser cannot read within the limits."""

import re
from html import unescape

from reader.model import BlockKind
from reader.sources.draft import Draft, Facts, Part, assemble
from reader.sources.html.markup_sanitizer import remove_unrendered
from reader.sources.text.clean import clean, one_line

NOTICE = "[This page could not be parsed within the limits. This is its plain text, without its structure.]"

_MOST_MARKUP = 2 * 1024 * 1024  # characters of markup
_TITLE = re.compile(r"<title\b[^<>]{0,300}>([^<]{1,1000})<", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"<(?:/?(?:address|article|aside|blockquote|body|div|dd|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header"
    r"|hr|li|main|nav|ol|p|pre|section|table|td|th|tr|ul))\b[^<>]*+>",
    re.IGNORECASE,
)
_LINE_BREAK = re.compile(r"<br\b[^<>]*+>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z!?][^<>]*+>?")


def read_fallback(markup: str, url: str | None = None) -> Draft:
    """Return a draft with a notice, then one paragraph for each text between two block tags.

    `url` is the address of the page, where it is known.
    """
    markup = remove_unrendered(markup[:_MOST_MARKUP])
    title = _TITLE.search(markup)
    body_start = re.search(r"<body\b", markup, re.IGNORECASE)
    parts = [Part(BlockKind.PARAGRAPH, NOTICE)]
    for segment in _BLOCK_TAG.split(markup[body_start.start() if body_start else 0 :]):
        text = _TAG.sub("", _LINE_BREAK.sub("\n", re.sub(r"\s+", " ", segment)))
        text = "\n".join(filter(None, (" ".join(line.split()) for line in clean(unescape(text)).split("\n"))))
        if text:
            parts.append(Part(BlockKind.PARAGRAPH, text))
    facts = Facts(title=one_line(unescape(title[1])) or None if title else None, url=url)
    return assemble(parts, facts)

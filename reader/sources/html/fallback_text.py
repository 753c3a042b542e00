"""The plain text of a web page, taken without a parser: what is left to read of a page that no parser managed."""

import re
from html import unescape

from reader.model import BlockKind
from reader.sources.draft import Draft, Facts, Part, assemble
from reader.sources.html.markup_sanitizer import remove_unrendered
from reader.sources.text.clean import clean, one_line

NOTICE = "[This page could not be taken apart within the limits, so this is its plain text, without its structure.]"

_MOST = 2 * 1024 * 1024  # characters of markup
_TITLE = re.compile(r"<title\b[^<>]{0,300}>([^<]{1,1000})<", re.IGNORECASE)
_PARTING = re.compile(
    r"<(?:/?(?:address|article|aside|blockquote|body|div|dd|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header"
    r"|hr|li|main|nav|ol|p|pre|section|table|td|th|tr|ul))\b[^<>]*+>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\b[^<>]*+>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z!?][^<>]*+>?")


def read_fallback(markup: str, url: str | None = None) -> Draft:
    """Each stretch of text between two tags that part paragraphs is one, after a sentence that says what this is."""
    markup = remove_unrendered(markup[:_MOST])
    title = _TITLE.search(markup)
    begin = re.search(r"<body\b", markup, re.IGNORECASE)
    parts = [Part(BlockKind.PARAGRAPH, NOTICE)]
    for stretch in _PARTING.split(markup[begin.start() if begin else 0 :]):
        text = _TAG.sub("", _BREAK.sub("\n", re.sub(r"\s+", " ", stretch)))
        text = "\n".join(filter(None, (" ".join(line.split()) for line in clean(unescape(text)).split("\n"))))
        if text:
            parts.append(Part(BlockKind.PARAGRAPH, text))
    facts = Facts(title=one_line(unescape(title[1])) or None if title else None, url=url)
    return assemble(parts, facts)

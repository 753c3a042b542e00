"""Web pages to blocks: trafilatura says what the article is, and the page's own elements say how it is built.

Extractors lose structure on the way out (a sixth of the block quotes, a fifth of the links, measured on 120 saved
pages), so what they give is used to choose among the blocks of the page, which keep theirs.
"""

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from reader.errors import SourceError
from reader.model import BlockKind, MarkKind
from reader.sources.draft import Draft, Facts, Part, assemble
from reader.sources.html.block_selection import select_blocks
from reader.sources.html.linked_data import parse_linked_data
from reader.sources.html.markup_sanitizer import MOST_DEPTH, limit_depth, sanitize
from reader.sources.html.page_facts import collect_facts, find_base_url, find_saved_url
from reader.sources.html.residual_boilerplate import hide_residual_boilerplate, remove_labels
from reader.sources.html.topic_links import find_topics
from reader.sources.net.locate import RawDocument, host_of
from reader.sources.text.clean import alphanumerics
from reader.sources.text.decode import decode

_LEAST_LETTERS = 120
_SENTENCE = 60  # characters
_HEADLINE_WORDS = 4
_KICKER_WORDS = 3

_IS_DEEP = etree.XPath(f"boolean({'/*' * MOST_DEPTH})")


def read(found: RawDocument) -> Draft:
    """The article of a web page. Raises SourceError where the page holds none."""
    return read_markup(decode(found.data, page=True, charset=found.charset), found.url)


def read_markup(markup: str, url: str | None = None) -> Draft:
    """The same of its markup; `url` is where the page was, if that is known."""
    data = parse_linked_data(markup)
    url = url or find_saved_url(markup)
    parser = HTMLParser(remove_comments=True, remove_pis=True)
    try:
        markup = sanitize(markup)
        tree = document_fromstring(markup, parser=parser)
        if _IS_DEEP(tree):
            tree = document_fromstring(limit_depth(markup), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise SourceError("the page holds nothing that could be read.") from None
    facts = collect_facts(tree, data, url).or_else(Facts(url=url))
    base = find_base_url(tree, url or facts.url)
    parts = select_blocks(tree, base)
    if not _is_written(parts):
        raise SourceError("the page holds no article; if the browser shows one, save the page from there.")
    title, parts = _titled(hide_residual_boilerplate(remove_labels(parts), host_of(base or "")), facts)
    filed = find_topics(tree, base)
    return assemble([*parts, filed] if filed else parts, facts._replace(title=title))


def _titled(parts: list[Part], facts: Facts) -> tuple[str | None, list[Part]]:
    """The headline, and the parts with it as the first; before the text neither it, the address nor a section is left.

    It is the page's own heading where one of the first rank stands before the text, else what the page's data say.
    """
    title, site = facts.title, host_of(facts.url or "")
    opening = next((i for i, part in enumerate(parts) if _is_prose(part)), 0)
    shown = [
        " ".join(part.text.split()) for part in parts[:opening] if part.kind is BlockKind.HEADING and part.level == 1
    ]
    if shown and (title is None or _alike(shown[-1], title)):
        title = shown[-1]
    if title is None:
        return None, parts
    repeated = {alphanumerics(text) for text in (title, facts.url or title, *shown)}
    above = [
        part for part in parts[:opening] if alphanumerics(part.text) not in repeated and not _is_kicker(part, site)
    ]
    return title, [Part(BlockKind.HEADING, title, 1), *above, *parts[opening:]]


def _is_kicker(part: Part, site: str) -> bool:
    """Whether a heading is the link to a section of the `site`, the page's host; one to itself has a fragment."""
    if part.kind is not BlockKind.HEADING or len(part.text.split()) > _KICKER_WORDS:
        return False
    links = (mark.href or "" for mark in part.marks if mark.kind is MarkKind.LINK and len(mark.span) == len(part.text))
    return any(host_of(href) == site and "#" not in href for href in links)


def _is_prose(part: Part) -> bool:
    written = part.kind not in {BlockKind.HEADING, BlockKind.CAPTION} and not part.hidden
    return written and len(part.text) >= _SENTENCE and not part.text.startswith("http")


def _alike(shown: str, title: str) -> bool:
    """Whether a heading is the headline, which a page's data may give in other words."""
    words = set(title.casefold().split())
    return len(shown.split()) >= _HEADLINE_WORDS or not words.isdisjoint(shown.casefold().split())


def _is_written(parts: list[Part]) -> bool:
    """Whether the parts hold as many letters as an article, one of a script without an alphabet as much as three."""
    left = _LEAST_LETTERS
    for part in parts[:_LEAST_LETTERS]:
        beginning = part.text[: 2 * _LEAST_LETTERS]
        left -= sum(3 if "\u2e80" <= letter <= "\ud7ff" else 1 for letter in beginning if letter.isalpha())
        if left <= 0:
            return True
    return False

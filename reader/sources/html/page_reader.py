"""Read web pages: the article, by the structure of its page, and the facts that the page states about it."""

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from reader.errors import SourceError
from reader.model import BlockKind
from reader.sources.draft import Draft, Facts, Part, assemble
from reader.sources.html import bylines
from reader.sources.html.block_selection import select_blocks
from reader.sources.html.facts_around_text import correct_day, find_facts
from reader.sources.html.linked_data import parse_linked_data
from reader.sources.html.markup_sanitizer import MOST_DEPTH, limit_depth, sanitize
from reader.sources.html.page_dates import find_first_time
from reader.sources.html.page_facts import collect_facts, find_base_url, find_saved_url
from reader.sources.html.residual_boilerplate import hide_residual_boilerplate, remove_labels
from reader.sources.html.topic_links import find_topics
from reader.sources.net.locate import RawDocument, host_of
from reader.sources.text.clean import alphanumerics
from reader.sources.text.decode import decode

_LEAST_LETTERS = 120
_SENTENCE = 60  # characters

_IS_DEEP = etree.XPath(f"boolean({'/*' * MOST_DEPTH})")


def read(document: RawDocument) -> Draft:
    """Read the article of a web page. Raises SourceError where the page has none."""
    return read_markup(decode(document.data, page=True, charset=document.charset), document.url)


def read_markup(markup: str, url: str | None = None) -> Draft:
    """Read the article in the markup of a page; `url` is the address of the page, where it is known."""
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
    parts, lines_around = select_blocks(tree, base)
    if not _is_long_enough(parts):
        raise SourceError("the page holds no article; if the browser shows one, save the page from there.")
    shown = find_facts(lines_around, facts.outlet, signature=parts[-1].text)
    published = correct_day(facts.published, shown.published, lines_around) or find_first_time(tree)
    byline = facts.byline
    if byline and shown.byline and bylines.is_collective(byline, facts.outlet):
        byline = shown.byline
    facts = facts._replace(published=published, byline=byline).or_else(shown)
    title, parts = _with_headline(hide_residual_boilerplate(remove_labels(parts), host_of(base or "")), facts)
    topics = find_topics(tree, base)
    return assemble([*parts, topics] if topics else parts, facts._replace(title=title))


def _with_headline(parts: list[Part], facts: Facts) -> tuple[str | None, list[Part]]:
    """Return the headline and the parts with it first; repeated headlines and addresses are dropped.

    Where the page states no title, the last heading above the text is the headline.
    """
    title = facts.title
    first_paragraph = next((i for i, part in enumerate(parts) if _is_prose(part)), 0)
    headings = [
        (" ".join(part.text.split()), part.level) for part in parts[:first_paragraph] if part.kind is BlockKind.HEADING
    ]
    if title is None and headings:
        title = min(reversed(headings), key=lambda heading: heading[1])[0]
    if title is None:
        return None, parts
    headings = [(text, level) for text, level in headings if level == 1]
    repeated = {alphanumerics(text) for text in (title, facts.url or title, *(text for text, _ in headings))}
    parts_above = [part for part in parts[:first_paragraph] if alphanumerics(part.text) not in repeated]
    return title, [Part(BlockKind.HEADING, title, 1), *parts_above, *parts[first_paragraph:]]


def _is_prose(part: Part) -> bool:
    is_text = part.kind not in {BlockKind.HEADING, BlockKind.CAPTION} and not part.hidden
    return is_text and len(part.text) >= _SENTENCE and not part.text.startswith("http")


def _is_long_enough(parts: list[Part]) -> bool:
    """Return whether the parts have as many letters as an article; without an alphabet, a letter counts as three."""
    missing = _LEAST_LETTERS
    for part in parts[:_LEAST_LETTERS]:
        beginning = part.text[: 2 * _LEAST_LETTERS]
        missing -= sum(3 if "\u2e80" <= letter <= "\ud7ff" else 1 for letter in beginning if letter.isalpha())
        if missing <= 0:
            return True
    return False

"""Collect the facts about a page's article: from JSON-LD first, then OpenGraph, meta elements, and the visible page."""

import re
from collections.abc import Sequence
from typing import Any

from lxml.html import HtmlElement

from reader.sources.draft import Facts
from reader.sources.html import bylines, page_dates
from reader.sources.html.headlines import find_headline
from reader.sources.html.linked_data import clean_fact, facts_from_linked_data
from reader.sources.html.outlets import TITLE_SEPARATOR, choose_outlet, outlet_from_url
from reader.sources.inline_text import safe_url
from reader.sources.language_tags import language_code
from reader.sources.text.clean import alphanumerics

# The comments in which Chrome, Internet Explorer and SingleFile note where a page was saved from.
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d{4}\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]{1,2000})", re.IGNORECASE
)
_LONGEST_HEAD = 20_000  # characters
_MOST_AUTHORS = 20
_FAMILY_NAME_FIRST = "citation_author"
_TITLE_NAMES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
)
_AUTHOR_NAMES = (
    "author",
    "article:author",
    "og:article:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    _FAMILY_NAME_FIRST,
    "parsely-author",
    "sailthru.author",
    "author.name",
)
_OUTLET_NAMES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title")
_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "article.published",
    "og:datepublished",
    "og:pubdate",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "pub_date",
    "publishdate",
    "publish-date",
    "publication_date",
    "displaydate",
    "datecreated",
    "pdate",
)


def find_saved_url(markup: str) -> str | None:
    """Return the address from which a page was saved, as the browser noted it."""
    match = _SAVED_FROM.search(markup[:_LONGEST_HEAD])
    return safe_url(match[1]) if match else None


def find_base_url(tree: HtmlElement, url: str | None) -> str | None:
    """Return the address that relative addresses in the page start from.

    `url` is the page's own address, None where it is not known.
    """
    base = next((element.get("href") for element in tree.iter("base") if element.get("href")), None)
    return safe_url(base, url) or url


def collect_facts(tree: HtmlElement, data: list[dict[str, Any]], url: str | None = None) -> Facts:
    """Return the facts that the page states, each from the most trusted source that has it.

    Args:
        tree: the page.
        data: its JSON-LD objects.
        url: its address, where it is known.
    """
    meta = _read_meta(tree)
    canonical = _find_canonical(tree, meta)
    from_linked_data = facts_from_linked_data(data, canonical or url)
    from_meta = _facts_from_meta(tree, meta, from_linked_data.outlet)
    stated = from_linked_data.or_else(from_meta).or_else(Facts(url=canonical))
    url = stated.url or url
    element = next(iter(tree.iterfind(".//title")), None)
    title_element = clean_fact(element.text_content()) if element is not None else None
    outlet = choose_outlet([from_meta.outlet, from_linked_data.outlet], title_element, url)
    headline = find_headline(tree, stated.title, title_element, outlet=outlet, url=url)
    stated_names = [name for name in (stated.byline, from_meta.byline) if name]
    names = [name for name in (bylines.without_outlet(name, url) for name in stated_names) if name]
    byline = next((name for name in names if not bylines.is_unspecific(name, headline.outlet)), None)
    if byline is None:
        shown_byline = bylines.find_byline(tree, headline.heading, headline.outlet)
        # A person's own site has the person's name as its address.
        others = [*names, *filter(bylines.may_be_person, stated_names)]
        any_name = next((name for name in others if alphanumerics(name) != alphanumerics(headline.outlet or "")), None)
        byline = shown_byline or any_name or bylines.name_from_url(next(iter(meta.get("article:author", ())), None))
    published = stated.published or page_dates.date_from_url(url) or page_dates.find_page_date(tree, headline.heading)
    outlet = headline.outlet or outlet_from_url(url)
    return stated._replace(title=headline.title, byline=byline, outlet=outlet, published=published)


def _read_meta(tree: HtmlElement) -> dict[str, list[str]]:
    """Return the contents of the page's meta elements, by name, in order."""
    values: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content:
            values.setdefault(name.lower(), []).append(content)
    return values


def _find_canonical(tree: HtmlElement, meta: dict[str, list[str]]) -> str | None:
    """Return the address that the page states as its own."""
    canonical = next((link.get("href") for link in tree.iter("link") if _relation(link) == "canonical"), None)
    return safe_url(canonical) or safe_url(next(iter(meta.get("og:url", ())), None))


def _facts_from_meta(tree: HtmlElement, meta: dict[str, list[str]], publisher: str | None) -> Facts:
    """Return the facts in the meta elements of a page whose `publisher` may be known from elsewhere."""

    def values_of(names: Sequence[str]) -> list[str]:
        return [meta[name][0] for name in names if name in meta]

    outlet = next(filter(None, map(clean_fact, values_of(_OUTLET_NAMES))), None)
    outlet = TITLE_SEPARATOR.split(outlet)[0].lstrip("@") if outlet else None
    return Facts(
        title=next(filter(None, map(clean_fact, values_of(_TITLE_NAMES))), None),
        byline=next(filter(None, (_find_authors(meta, name, publisher or outlet) for name in _AUTHOR_NAMES)), None),
        outlet=outlet,
        published=next(filter(None, map(page_dates.parse_date, values_of(_DATE_NAMES))), None),
        language=language_code(
            tree.get("lang") or next(iter(values_of(("og:locale", "language", "dc.language"))), None)
        ),
    )


def _find_authors(meta: dict[str, list[str]], name: str, outlet: str | None) -> str | None:
    """Return the authors in the meta elements with a name; journals have one each, with the family name first."""
    stated = (clean_fact(each) for each in meta.get(name, ())[:_MOST_AUTHORS])
    if name == _FAMILY_NAME_FIRST:
        stated = (" ".join(reversed(each.split(", ", 1))) if each else None for each in stated)
    return bylines.join_names(bylines.clean_byline(each, outlet) for each in stated)


def _relation(link: HtmlElement) -> str:
    return (link.get("rel") or "").lower()

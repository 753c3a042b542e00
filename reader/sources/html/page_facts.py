"""Collect the facts about a page's article: from JSON-LD first, then OpenGraph, meta elements, and the visible page."""

import re
from collections.abc import Sequence
from typing import Any

from lxml.html import HtmlElement

from reader.sources.draft import Facts
from reader.sources.html import bylines, page_dates
from reader.sources.html.headlines import Headline, find_headline, remove_outlet
from reader.sources.html.linked_data import clean_fact, facts_from_linked_data
from reader.sources.html.outlets import choose_outlet, clean_outlet, find_shown_outlet, matches_host, outlet_from_url
from reader.sources.inline_text import safe_url
from reader.sources.language_tags import language_code

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
_OUTLET_NAMES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
)
_CREATED_NAMES = ("dcterms.created", "datecreated")
_PUBLISHER_NAME = "publisher"
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
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "pub_date",
    "publishdate",
    "publish-date",
    "publish_date",
    "dc.date.issue",
    "article_date_original",
    "publication_date",
    "displaydate",
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
    outlet = _choose_outlet(meta, from_linked_data.outlet, title_element, url)
    headline = find_headline(tree, stated.title, title_element, outlet=outlet, url=url)
    byline = _choose_byline(tree, meta, (from_linked_data.byline, from_meta.byline), headline, url)
    days = [*filter(None, [from_linked_data.published]), *_stated_days(meta, _DATE_NAMES)]
    created = _stated_days(meta, _CREATED_NAMES)
    published = page_dates.choose_day(days, created, url, tree, headline.heading)
    outlet = headline.outlet or find_shown_outlet(tree, url) or outlet_from_url(url)
    title = headline.title if headline.heading is not None else remove_outlet(headline.title, outlet)
    return stated._replace(title=title, byline=byline, outlet=outlet, published=published)


def _choose_outlet(
    meta: dict[str, list[str]], publisher: str | None, title_element: str | None, url: str | None
) -> str | None:
    """Return the outlet among the names in the metadata; `publisher` is the one in the JSON-LD."""
    names, publishers = _stated_outlets(meta, _OUTLET_NAMES), _stated_outlets(meta, (_PUBLISHER_NAME,))
    if publisher:  # where the page states no other name, it may be the company's
        (names if names or matches_host(publisher, url) else publishers).append(publisher)
    return choose_outlet(names, title_element, url, publishers)


def _choose_byline(
    tree: HtmlElement,
    meta: dict[str, list[str]],
    bylines_stated: tuple[str | None, str | None],
    headline: Headline,
    url: str | None,
) -> str | None:
    """Return the names in the JSON-LD or the meta elements, or where they name no person, those that the page shows."""
    in_linked_data, in_meta = bylines_stated
    stated = [name for name in bylines_stated if name]
    names = [name for name in (bylines.without_outlet(name, url) for name in stated) if name]
    specific = next((name for name in names if not bylines.is_unspecific(name, headline.outlet)), None)
    if specific:
        return specific
    if shown := bylines.find_byline(tree, headline.heading, headline.outlet):
        return bylines.without_outlet(shown, url) or shown
    # A person's own site has the person's name as its address.
    others: list[str] = [*names, *filter(bylines.may_be_person, (*stated, *meta.get("twitter:creator", ())))]
    for name in others:
        if not (bylines.names_nobody(name) or bylines.is_account(name) or bylines.is_outlet(name, headline.outlet)):
            return name
    if in_linked_data and in_linked_data == in_meta and bylines.may_be_person(in_meta):
        return in_meta  # the site is named like its author
    return bylines.name_from_url(next(iter(meta.get("article:author", ())), None))


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

    outlet = next(iter(_stated_outlets(meta, _OUTLET_NAMES)), None)
    return Facts(
        title=next(filter(None, map(clean_fact, values_of(_TITLE_NAMES))), None),
        byline=next(filter(None, (_find_authors(meta, name, publisher or outlet) for name in _AUTHOR_NAMES)), None),
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


def _stated_outlets(meta: dict[str, list[str]], names: Sequence[str]) -> list[str]:
    """Return the outlets in the meta elements with these names, in the order of the names."""
    stated = [clean_fact(meta[name][0]) for name in names if name in meta]
    return [clean_outlet(name) for name in stated if name]


def _stated_days(meta: dict[str, list[str]], names: Sequence[str]) -> list[str]:
    """Return the days in the meta elements with these names, in the order of the names."""
    return [day for name in names if name in meta and (day := page_dates.parse_date(meta[name][0]))]


def _relation(link: HtmlElement) -> str:
    return (link.get("rel") or "").lower()

"""What a web page says about its article: JSON-LD first, OpenGraph second, meta elements third, what it shows last."""

import re
from collections.abc import Sequence
from typing import Any

from lxml.html import HtmlElement

from reader.sources.draft import Facts
from reader.sources.html import bylines, page_dates
from reader.sources.html.headlines import TITLE_SEPARATOR, find_headline
from reader.sources.html.linked_data import clean_fact, facts_from_linked_data
from reader.sources.inline_text import safe_url
from reader.sources.language_tags import language_code
from reader.sources.text.clean import alphanumerics

# The comments in which Chrome, Internet Explorer and SingleFile note where a page was saved from.
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d{4}\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]{1,2000})", re.IGNORECASE
)
_HEAD = 20_000  # characters
_MOST_AUTHORS = 20
_FAMILY_FIRST = "citation_author"
_TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
)
_AUTHORS = (
    "author",
    "article:author",
    "og:article:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    _FAMILY_FIRST,
    "parsely-author",
    "sailthru.author",
    "author.name",
)
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title")
_DATES = (
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
    """Where a page was saved from, as the browser noted it."""
    found = _SAVED_FROM.search(markup[:_HEAD])
    return safe_url(found[1]) if found else None


def find_base_url(tree: HtmlElement, url: str | None) -> str | None:
    """The address that the page's relative ones start from; `url` is its own, None where that is not known."""
    base = next((element.get("href") for element in tree.iter("base") if element.get("href")), None)
    return safe_url(base, url) or url


def collect_facts(tree: HtmlElement, data: list[dict[str, Any]], url: str | None = None) -> Facts:
    """What the page states, each fact from the most trusted place that states it; `url` is where it was, if known."""
    meta = _meta(tree)
    canonical = _canonical(tree, meta)
    first = facts_from_linked_data(data, canonical or url)
    said = _from_meta(tree, meta, first.outlet)
    stated = first.or_else(said).or_else(Facts(url=canonical))
    url = stated.url or url
    element = next(iter(tree.iterfind(".//title")), None)
    full = clean_fact(element.text_content()) if element is not None else None
    top = find_headline(tree, stated.title, full, outlet=stated.outlet, url=url)
    names = [name for name in (stated.byline, said.byline) if name]
    byline = next((name for name in names if not bylines.is_unspecific(name, top.outlet)), None)
    if byline is None:
        shown = bylines.find_byline(tree, top.heading, top.outlet)
        alone = next((name for name in names if alphanumerics(name) != alphanumerics(top.outlet or "")), None)
        byline = shown or alone or bylines.name_from_url(next(iter(meta.get("article:author", ())), None))
    published = stated.published or page_dates.date_from_url(url) or page_dates.find_page_date(tree, top.heading)
    return stated._replace(title=top.title, byline=byline, outlet=top.outlet, published=published)


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    """What the page's meta elements say, by name, in order."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content:
            found.setdefault(name.lower(), []).append(content)
    return found


def _canonical(tree: HtmlElement, meta: dict[str, list[str]]) -> str | None:
    """The address that the page gives as its own."""
    canonical = next((link.get("href") for link in tree.iter("link") if _relation(link) == "canonical"), None)
    return safe_url(canonical) or safe_url(next(iter(meta.get("og:url", ())), None))


def _from_meta(tree: HtmlElement, meta: dict[str, list[str]], publisher: str | None) -> Facts:
    """What the meta elements say, of a page whose `publisher` may be known from elsewhere."""

    def given(names: Sequence[str]) -> list[str]:
        return [meta[name][0] for name in names if name in meta]

    outlet = next(filter(None, map(clean_fact, given(_OUTLETS))), None)
    outlet = TITLE_SEPARATOR.split(outlet)[0].lstrip("@") if outlet else None
    return Facts(
        title=next(filter(None, map(clean_fact, given(_TITLES))), None),
        byline=next(filter(None, (_authors(meta, name, publisher or outlet) for name in _AUTHORS)), None),
        outlet=outlet,
        published=next(filter(None, map(page_dates.parse_date, given(_DATES))), None),
        language=language_code(tree.get("lang") or next(iter(given(("og:locale", "language", "dc.language"))), None)),
    )


def _authors(meta: dict[str, list[str]], name: str, outlet: str | None) -> str | None:
    """Who is named in the meta elements of one name; journals have one for each author, with the family name first."""
    stated = (clean_fact(each) for each in meta.get(name, ())[:_MOST_AUTHORS])
    if name == _FAMILY_FIRST:
        stated = (" ".join(reversed(each.split(", ", 1))) if each else None for each in stated)
    return bylines.join_names(bylines.clean_byline(each, outlet) for each in stated)


def _relation(link: HtmlElement) -> str:
    return (link.get("rel") or "").lower()

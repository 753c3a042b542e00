"""What a web page says about its article: JSON-LD first, OpenGraph second, meta elements third, what it shows last."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from reader.sources import bylines, page_dates
from reader.sources.clean import letters
from reader.sources.inline import address
from reader.sources.linked_data import fact, facts_of, language
from reader.sources.parts import Facts

_SUFFIX = re.compile(r"\s+(?:[|–—·•»]|-|::)\s+")
_WORDS = re.compile(r"\w{3,}")
# The comments in which Chrome, Internet Explorer and SingleFile note where a page was saved from.
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d{4}\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]{1,2000})", re.IGNORECASE
)
_HEAD = 20_000  # characters
_MOST_HEADINGS = 10
_HEADLINE_WORDS = 4
_MUCH_ALIKE = 0.4  # of the words of the shorter one
_OUTLET_WORDS = 5
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_AUTHORS = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author", "author.name")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher")
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "article.published",
    "og:datepublished",
    "og:pubdate",
    "date",
    "dc.date",
    "dc.date.issued",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "pub_date",
    "publishdate",
    "publish-date",
    "datecreated",
    "pdate",
)


def saved_from(markup: str) -> str | None:
    """Where a page was saved from, as the browser noted it."""
    found = _SAVED_FROM.search(markup[:_HEAD])
    return address(found[1]) if found else None


def base_address(tree: HtmlElement, url: str | None) -> str | None:
    """The address that the page's relative ones start from; `url` is its own, None where that is not known."""
    base = next((element.get("href") for element in tree.iter("base") if element.get("href")), None)
    return address(base, url) or url


def page_facts(tree: HtmlElement, data: list[dict[str, Any]], url: str | None = None) -> Facts:
    """What the page states, each fact from the most trusted place that states it; `url` is where it was, if known."""
    meta = _meta(tree)
    stated = facts_of(data).or_else(_from_meta(tree, meta))
    url = stated.url or url
    element = next(iter(tree.iterfind(".//title")), None)
    full = fact(element.text_content()) if element is not None else None
    headings = [
        (heading, text) for heading in islice(tree.iterfind(".//h1"), _MOST_HEADINGS) if (text := _own(heading))
    ]
    named = {letters(stated.outlet or ""), letters(_SUFFIX.split(full)[-1]) if full and stated.title else ""}
    named.discard(letters(stated.title or ""))
    headings = [(heading, text) for heading, text in headings if letters(text) not in named]
    headline = _headline(headings, stated.title or full)
    title = headline[1] if headline else None
    outlet = stated.outlet or _named_behind(full, {title, stated.title})
    byline = stated.byline
    if bylines.is_vague(byline, outlet):
        shown = bylines.shown(tree, headline[0] if headline else None, outlet)
        alone = byline if byline and letters(byline) != letters(outlet or "") else None
        byline = shown or alone or bylines.by_address(meta.get("article:author"))
    return Facts(
        title=title or _without_outlet(stated.title or full, outlet, url),
        byline=byline,
        outlet=outlet,
        published=stated.published
        or page_dates.in_address(url)
        or page_dates.on_page(tree, headline[0] if headline else None),
        language=stated.language,
        url=stated.url,
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The page's meta elements by name, the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _from_meta(tree: HtmlElement, meta: dict[str, str]) -> Facts:
    def given(names: Sequence[str]) -> list[str]:
        return [meta[name] for name in names if name in meta]

    canonical = next((link.get("href") for link in tree.iter("link") if _relation(link) == "canonical"), None)
    outlet = next(filter(None, map(fact, given(_OUTLETS))), None)
    outlet = _SUFFIX.split(outlet)[0].lstrip("@") if outlet else None
    return Facts(
        title=next(filter(None, map(fact, given(_TITLES))), None),
        byline=next(filter(None, (bylines.credited(fact(name), outlet) for name in given(_AUTHORS))), None),
        outlet=outlet,
        published=next(filter(None, map(page_dates.date, given(_DATES))), None),
        language=language(tree.get("lang") or next(iter(given(("og:locale", "language", "dc.language"))), None)),
        url=address(canonical) or address(meta.get("og:url")),
    )


def _relation(link: HtmlElement) -> str:
    return (link.get("rel") or "").lower()


def _own(heading: HtmlElement) -> str | None:
    """The text of a heading that may be the article's: it stands in no menu, and is no link to the front page."""
    if any(around.tag in {"nav", "footer", "aside"} for around in heading.iterancestors()):
        return None
    text = fact(heading.text_content())
    linked = "".join("".join(link.itertext()) for link in heading.iter("a") if (link.get("href") or "").count("/") <= 3)  # noqa: PLR2004 - "https://courier.invalid/"
    return None if text is None or (linked and letters(linked) == letters(text)) else text


def _headline(headings: list[tuple[HtmlElement, str]], title: str | None) -> tuple[HtmlElement, str] | None:
    """The heading that is the headline, with its text: the one most like the title that the page states.

    Sites state a shorter or older one for search engines; where a page has one heading of the first rank, it is that.
    """
    if title is not None:
        for heading, text in headings:
            same = letters(text) == letters(title)
            if same or (len(text.split()) > 2 and letters(text) in letters(title)):  # noqa: PLR2004 - a name is no headline
                return heading, text
        best = max(headings, key=lambda each: _alike(each[1], title), default=None)
        if best is not None and _alike(best[1], title) >= _MUCH_ALIKE and len(best[1].split()) >= _HEADLINE_WORDS:
            return best
    if len(headings) == 1 and (title is None or len(headings[0][1].split()) >= _HEADLINE_WORDS):
        return headings[0]
    return None


def _alike(one: str, other: str) -> float:
    """Which share of the words of the shorter text stands in the other."""
    words, others = (set(_WORDS.findall(text.casefold())) for text in (one, other))
    return len(words & others) / max(1, min(len(words), len(others)))


def _named_behind(full: str | None, titles: set[str | None]) -> str | None:
    """The outlet where the page's title is the headline with a name behind it."""
    parts = _SUFFIX.split(full) if full else []
    begins = {letters(title) for title in titles if title}
    if (
        len(parts) > 1
        and len(parts[-1].split()) <= _OUTLET_WORDS
        and not begins.isdisjoint(letters("".join(parts[:end])) for end in range(1, len(parts)))
    ):
        return parts[-1]
    return None


def _without_outlet(title: str | None, outlet: str | None, url: str | None) -> str | None:
    """A title without the outlet's name behind it, which may be its address."""
    if title is None:
        return None
    parts = _SUFFIX.split(title)
    last = letters(parts[-1])
    host = letters((url or "").partition("://")[2].partition("/")[0])
    if len(parts) > 1 and (last in {letters(outlet or ""), ""} or (len(last) > 3 and last in host)):  # noqa: PLR2004 - "news"
        return title[: title.rindex(parts[-1])].rstrip(" |–—·•»:-")
    return title

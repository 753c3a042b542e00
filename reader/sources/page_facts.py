"""What a web page says about its article: JSON-LD first, OpenGraph second, meta elements last."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from reader.sources.clean import one_line
from reader.sources.inline import address
from reader.sources.parts import Facts

_LINKED_DATA = re.compile(r"<script\b[^<>]{0,300}\btype\s*=\s*[\"']?application/ld\+json\b[^<>]{0,300}>", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script\s*>", re.IGNORECASE)
_ARTICLES = re.compile(r"(?:Article|BlogPosting|Report|Review|Posting|OpinionPiece|Column)$")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?\b")
_NOT_A_NAME = re.compile(r"https?:|@|^(?:admin|editor|staff|null|none|undefined|author)$", re.IGNORECASE)
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+(?:[|–—·•»]|-|::)\s+")
# The comments in which Chrome, Internet Explorer and SingleFile note where a page was saved from.
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d{4}\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]{1,2000})", re.IGNORECASE
)
_HEAD = 20_000  # characters
_LONGEST_FACT = 300
_MOST_LINKED_DATA = 500_000  # characters
_MOST_SCRIPTS = 50
_DEEPEST = 6


def linked_data(markup: str) -> list[dict[str, Any]]:
    """The objects of the page's JSON-LD, articles first; those that are no JSON are passed over."""
    objects: list[dict[str, Any]] = []
    for script in islice(_LINKED_DATA.finditer(markup), _MOST_SCRIPTS):
        end = _SCRIPT_END.search(markup, script.end(), script.end() + _MOST_LINKED_DATA)
        if end is not None:
            try:
                objects += _objects(json.loads(markup[script.end() : end.start()], strict=False), _DEEPEST)
            except (ValueError, RecursionError):
                continue
    return sorted(objects, key=lambda data: not _is_article(data))


def _objects(data: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(data, list):
        for item in data:
            yield from _objects(item, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        yield from _objects(data.get("@graph"), depth - 1)
        yield from _objects(data.get("mainEntity"), depth - 1)


def _is_article(data: dict[str, Any]) -> bool:
    kinds = data.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLES.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def saved_from(markup: str) -> str | None:
    """Where a page was saved from, as the browser noted it."""
    found = _SAVED_FROM.search(markup[:_HEAD])
    return address(found[1]) if found else None


def base_address(tree: HtmlElement, url: str | None) -> str | None:
    """The address that the page's relative ones start from; `url` is its own, None where that is not known."""
    base = next((element.get("href") for element in tree.iter("base") if element.get("href")), None)
    return address(base, url) or url


def page_facts(tree: HtmlElement, data: list[dict[str, Any]]) -> Facts:
    """What the page states, each fact from the most trusted place that states it."""
    meta = _meta(tree)
    stated = _from_linked_data(data).or_else(_from_meta(tree, meta))
    title = _headline(stated.title, stated.outlet, list(tree.iterfind(".//h1")))
    return Facts(title, stated.byline, stated.outlet, stated.published, stated.language, stated.url)


def _from_linked_data(data: list[dict[str, Any]]) -> Facts:
    article = next((item for item in data if _is_article(item)), None)
    if article is None:
        return Facts()
    return Facts(
        title=_text(article.get("headline")),
        byline=_names(article.get("author")) or _names(article.get("creator")),
        outlet=_names(article.get("publisher")),
        published=_date(article.get("datePublished")),
        language=_language(article.get("inLanguage")),
        url=_url(article.get("mainEntityOfPage")) or _url(article.get("url")),
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
    def first(*names: str) -> str | None:
        return next((meta[name] for name in names if meta.get(name)), None)

    canonical = next((link.get("href") for link in tree.iter("link") if _relation(link) == "canonical"), None)
    element = next(iter(tree.iterfind(".//title")), None)
    times = (time.get("datetime") for time in tree.iter("time"))
    return Facts(
        title=_text(first("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"))
        or _text(element.text_content() if element is not None else None),
        byline=_name(first("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")),
        outlet=_text(first("og:site_name", "application-name", "dc.publisher")),
        published=_date(
            first(
                "article:published_time",
                "og:published_time",
                "datepublished",
                "date",
                "dc.date",
                "dc.date.issued",
                "parsely-pub-date",
                "sailthru.date",
                "pubdate",
                "publishdate",
                "article.published",
            )
        )
        or next(filter(None, map(_date, times)), None),
        language=_language(tree.get("lang") or first("og:locale", "language", "dc.language")),
        url=address(canonical) or address(first("og:url")),
    )


def _relation(link: HtmlElement) -> str:
    return (link.get("rel") or "").lower()


def _text(value: object) -> str | None:
    """A fact as one line, None where it is no text or a whole paragraph."""
    if not isinstance(value, str):
        return None
    from html import unescape  # noqa: PLC0415 - only pages need it

    text = one_line(unescape(value))
    return text if 0 < len(text) <= _LONGEST_FACT else None


def _name(value: object) -> str | None:
    text = _text(value)
    if text is None or _NOT_A_NAME.search(text):
        return None
    return _BY.sub("", text)


def _names(value: object, depth: int = 3) -> str | None:
    """The names of one or more people or bodies in JSON-LD, in one line."""
    if isinstance(value, str):
        return _name(value)
    if depth and isinstance(value, dict):
        return _names(value.get("name"), depth - 1)
    if depth and isinstance(value, list):
        names = [name for name in (_names(item, depth - 1) for item in value[:20]) if name]
        return ", ".join(dict.fromkeys(names)) or None
    return None


def _date(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    found = _DATE.match(value.strip())
    if found:
        return found[0] if "01" <= found[2] <= "12" and "01" <= found[3] <= "31" else None
    from reader.sources.stated import date  # noqa: PLC0415 - the order in which modules load

    return date(value)


def _language(value: object) -> str | None:
    found = _LANGUAGE.match(value) if isinstance(value, str) else None
    return found[1].lower() if found else None


def _url(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return address(value) if isinstance(value, str) and value.lower().startswith("http") else None


def _headline(title: str | None, outlet: str | None, headings: list[HtmlElement]) -> str | None:
    """The headline as the page shows it, where one of its first headings says what its data say; else the data's."""
    shown = [text for heading in headings[:10] if (text := _text(heading.text_content()))]
    if title is None:
        return shown[0] if len(shown) == 1 else None
    for text in shown:
        if _same(text, title) or (len(text.split()) > 2 and (_folded(text) in _folded(title))):  # noqa: PLR2004
            return text
    parts = _SUFFIX.split(title)
    if len(parts) > 1 and outlet and _folded(parts[-1]) in {_folded(outlet), ""}:
        return title[: title.rindex(parts[-1])].rstrip(" |–—·•»:-")
    return title


def _same(one: str, other: str) -> bool:
    return _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))

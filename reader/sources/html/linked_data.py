"""Read the facts in a page's JSON-LD, the most trusted source of them."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from reader.sources.draft import Facts
from reader.sources.html.bylines import clean_byline, join_names, name_from_url
from reader.sources.html.page_dates import parse_date
from reader.sources.inline_text import safe_url
from reader.sources.language_tags import language_code
from reader.sources.text.clean import one_line

Json = dict[str, Any]

_SCRIPT = re.compile(r"<script\b[^<>]{0,300}\btype\s*=\s*[\"']?application/ld\+json\b[^<>]{0,300}>", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script\s*>", re.IGNORECASE)
_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|Review|Posting|OpinionPiece|Column)$")
_PAGE_TYPES = re.compile(r"(?:Web|Item)Page$")
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_FIELD_PATTERNS = {
    name: re.compile(rf'"{name}"\s*:\s*"([^"\\]{{1,200}})"') for name in ("headline", "author", "datePublished")
}
_LONGEST_FACT = 300
_MOST_CHARACTERS = 500_000
_MOST_SCRIPTS = 50
_MOST_NAMES = 20
_DEEPEST = 6


def parse_linked_data(markup: str) -> list[Json]:
    """Return the objects in the page's JSON-LD, articles first; where the JSON is invalid, only the plainest fields."""
    objects: list[Json] = []
    for script in islice(_SCRIPT.finditer(markup), _MOST_SCRIPTS):
        end = _SCRIPT_END.search(markup, script.end(), script.end() + _MOST_CHARACTERS)
        if end is not None:
            source = markup[script.end() : end.start()]
            try:
                objects += _flatten(json.loads(_strip_wrapping(source), strict=False), _DEEPEST)
            except (ValueError, RecursionError):
                objects += _recover_fields(source)
    return sorted(
        objects, key=lambda data: 0 if _has_type(data, _ARTICLE_TYPES) else 1 if _has_type(data, _PAGE_TYPES) else 2
    )


def _strip_wrapping(source: str) -> str:
    """Return JSON without what some templates put around it: a semicolon, a comment, a CDATA section."""
    stripped = source if source.lstrip().startswith(("{", "[")) else _CDATA.sub("", source)
    begin = re.search(r"[{[]", stripped)
    return stripped[begin.start() : max(stripped.rfind("}"), stripped.rfind("]")) + 1] if begin else ""


def _flatten(data: object, depth: int) -> Iterator[Json]:
    if depth and isinstance(data, list):
        for item in data:
            yield from _flatten(item, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        yield from _flatten(data.get("@graph"), depth - 1)
        yield from _flatten(data.get("mainEntity"), depth - 1)


def _recover_fields(source: str) -> Iterator[Json]:
    """Yield an article from JSON that a stray quotation mark or comma broke: sites write it with templates."""
    if re.search(r'"@type"\s*:\s*"\w*(?:Article|BlogPosting)"', source):
        found = {name: match[1] for name, pattern in _FIELD_PATTERNS.items() if (match := pattern.search(source))}
        yield {"@type": "Article", **found}


def _has_type(data: Json, kinds: re.Pattern[str]) -> bool:
    types = data.get("@type")
    return any(isinstance(kind, str) and kinds.search(kind) for kind in (types if isinstance(types, list) else [types]))


def facts_from_linked_data(data: list[Json], url: str | None = None) -> Facts:
    """Return the facts of the article at `url`, or of the first with a headline where none has that address.

    Missing facts come from the page that the article is on, except the title, and the outlet from the site.
    """
    by_id = {item["@id"]: item for item in reversed(data) if isinstance(item.get("@id"), str) and len(item) > 1}
    articles = [item for item in data if _has_type(item, _ARTICLE_TYPES)]
    at_url = (item for item in articles if url and url in (_find_address(item), _clean_url(item.get("url"))))
    with_headline = (item for item in articles if item.get("headline"))
    article = next(at_url, None) or next(with_headline, articles[0] if articles else {})
    page = next((item for item in data if _has_type(item, _PAGE_TYPES)), {})
    site = next((item for item in data if item.get("@type") == "WebSite"), {})
    outlet = _find_names(article.get("publisher"), by_id) or _find_names(site.get("name"), by_id)
    return Facts(
        title=clean_fact(article.get("headline")),
        byline=_find_byline(article, by_id, outlet) or _find_byline(page, by_id, outlet),
        outlet=outlet,
        published=_find_date(article) or _find_date(page),
        language=language_code(article.get("inLanguage")) or language_code(page.get("inLanguage")),
        url=_find_address(article),
    )


def _find_byline(item: Json, by_id: dict[str, Json], outlet: str | None) -> str | None:
    author = item.get("author") or item.get("creator")
    return clean_byline(_find_names(author, by_id), outlet) or _names_from_urls(author)


def _find_date(item: Json) -> str | None:
    return parse_date(item.get("datePublished")) or parse_date(item.get("dateCreated"))


def _find_address(article: Json) -> str | None:
    return _clean_url(article.get("mainEntityOfPage")) or _clean_url(article.get("url"))


def clean_fact(value: object) -> str | None:
    """Return a fact as one line; None where it is not text or is as long as a paragraph."""
    if not isinstance(value, str):
        return None
    from html import unescape  # noqa: PLC0415 - only pages need it

    text = one_line(unescape(value))
    return text if 0 < len(text) <= _LONGEST_FACT else None


def _find_names(value: object, by_id: dict[str, Json], depth: int = 3) -> str | None:
    """Return the names of one or more people or organisations, in one line."""
    if isinstance(value, str):
        return clean_fact(value)
    if depth and isinstance(value, dict):
        parts = (clean_fact(value.get(part)) for part in ("givenName", "familyName"))
        names = _find_names(value.get("name"), by_id, depth - 1) or " ".join(filter(None, parts)) or None
        reference = value.get("@id")
        if names is None and isinstance(reference, str) and reference in by_id:
            return _find_names(by_id[reference].get("name"), by_id, depth - 1)
        return names
    if depth and isinstance(value, list):
        return join_names(_find_names(item, by_id, depth - 1) for item in value[:_MOST_NAMES])
    return None


def _names_from_urls(author: object) -> str | None:
    """Return the names in the addresses of the authors' pages, for authors that have no other names."""
    authors = author[:_MOST_NAMES] if isinstance(author, list) else [author]
    pages = (each.get("url") or each.get("@id") if isinstance(each, dict) else each for each in authors)
    return join_names(name_from_url(page) for page in pages if isinstance(page, str))


def _clean_url(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    found = safe_url(value) if isinstance(value, str) and value.lower().startswith("http") else None
    return found.partition("#")[0] if found else None

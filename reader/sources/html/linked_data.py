"""What a page's JSON-LD says of its article, the place that is trusted first."""

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
_ARTICLES = re.compile(r"(?:Article|BlogPosting|Report|Review|Posting|OpinionPiece|Column)$")
_PAGES = re.compile(r"(?:Web|Item)Page$")
_SECTION = re.compile(r"<!\[CDATA\[|\]\]>")
_BROKEN = {name: re.compile(rf'"{name}"\s*:\s*"([^"\\]{{1,200}})"') for name in ("headline", "author", "datePublished")}
_LONGEST_FACT = 300
_MOST_CHARACTERS = 500_000
_MOST_SCRIPTS = 50
_MOST_NAMES = 20
_DEEPEST = 6


def parse_linked_data(markup: str) -> list[Json]:
    """The objects of the page's JSON-LD, articles first; of what is no JSON, only the plainest facts."""
    objects: list[Json] = []
    for script in islice(_SCRIPT.finditer(markup), _MOST_SCRIPTS):
        end = _SCRIPT_END.search(markup, script.end(), script.end() + _MOST_CHARACTERS)
        if end is not None:
            written = markup[script.end() : end.start()]
            try:
                objects += _objects(json.loads(_unwrapped(written), strict=False), _DEEPEST)
            except (ValueError, RecursionError):
                objects += _mended(written)
    return sorted(objects, key=lambda data: 0 if _is(data, _ARTICLES) else 1 if _is(data, _PAGES) else 2)


def _unwrapped(written: str) -> str:
    """JSON without what some templates put around it: a semicolon, a comment, a section of character data."""
    bare = written if written.lstrip().startswith(("{", "[")) else _SECTION.sub("", written)
    begin = re.search(r"[{[]", bare)
    return bare[begin.start() : max(bare.rfind("}"), bare.rfind("]")) + 1] if begin else ""


def _objects(data: object, depth: int) -> Iterator[Json]:
    if depth and isinstance(data, list):
        for item in data:
            yield from _objects(item, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        yield from _objects(data.get("@graph"), depth - 1)
        yield from _objects(data.get("mainEntity"), depth - 1)


def _mended(written: str) -> Iterator[Json]:
    """An article of JSON that a stray quotation mark or comma broke: sites write it with templates."""
    if re.search(r'"@type"\s*:\s*"\w*(?:Article|BlogPosting)"', written):
        found = {name: match[1] for name, pattern in _BROKEN.items() if (match := pattern.search(written))}
        yield {"@type": "Article", **found}


def _is(data: Json, kinds: re.Pattern[str]) -> bool:
    named = data.get("@type")
    return any(isinstance(kind, str) and kinds.search(kind) for kind in (named if isinstance(named, list) else [named]))


def facts_from_linked_data(data: list[Json], url: str | None = None) -> Facts:
    """What the article at `url` says, or the first with a headline where none is said to be there.

    What it leaves open, the page that it is on says, but for the title; and the site, what it is called.
    """
    described = {item["@id"]: item for item in reversed(data) if isinstance(item.get("@id"), str) and len(item) > 1}
    articles = [item for item in data if _is(item, _ARTICLES)]
    here = (item for item in articles if url and url in (_address(item), _url(item.get("url"))))
    titled = (item for item in articles if item.get("headline"))
    article = next(here, None) or next(titled, articles[0] if articles else {})
    page = next((item for item in data if _is(item, _PAGES)), {})
    site = next((item for item in data if item.get("@type") == "WebSite"), {})
    outlet = _names(article.get("publisher"), described) or _names(site.get("name"), described)
    return Facts(
        title=clean_fact(article.get("headline")),
        byline=_byline(article, described, outlet) or _byline(page, described, outlet),
        outlet=outlet,
        published=_published(article) or _published(page),
        language=language_code(article.get("inLanguage")) or language_code(page.get("inLanguage")),
        url=_address(article),
    )


def _byline(item: Json, described: dict[str, Json], outlet: str | None) -> str | None:
    author = item.get("author") or item.get("creator")
    return clean_byline(_names(author, described), outlet) or _addressed(author)


def _published(item: Json) -> str | None:
    return parse_date(item.get("datePublished")) or parse_date(item.get("dateCreated"))


def _address(article: Json) -> str | None:
    return _url(article.get("mainEntityOfPage")) or _url(article.get("url"))


def clean_fact(value: object) -> str | None:
    """A fact as one line, None where it is no text or a whole paragraph."""
    if not isinstance(value, str):
        return None
    from html import unescape  # noqa: PLC0415 - only pages need it

    text = one_line(unescape(value))
    return text if 0 < len(text) <= _LONGEST_FACT else None


def _names(value: object, described: dict[str, Json], depth: int = 3) -> str | None:
    """The names of one or more people or bodies, in one line."""
    if isinstance(value, str):
        return clean_fact(value)
    if depth and isinstance(value, dict):
        parts = (clean_fact(value.get(part)) for part in ("givenName", "familyName"))
        named = _names(value.get("name"), described, depth - 1) or " ".join(filter(None, parts)) or None
        reference = value.get("@id")
        if named is None and isinstance(reference, str) and reference in described:
            return _names(described[reference].get("name"), described, depth - 1)
        return named
    if depth and isinstance(value, list):
        return join_names(_names(item, described, depth - 1) for item in value[:_MOST_NAMES])
    return None


def _addressed(author: object) -> str | None:
    """The names in the addresses of the authors' pages, for authors who have no others."""
    authors = author[:_MOST_NAMES] if isinstance(author, list) else [author]
    pages = (each.get("url") or each.get("@id") if isinstance(each, dict) else each for each in authors)
    return join_names(name_from_url(page) for page in pages if isinstance(page, str))


def _url(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    found = safe_url(value) if isinstance(value, str) and value.lower().startswith("http") else None
    return found.partition("#")[0] if found else None

"""When a page was published: the date in what its data say, in its address, or in what it shows."""

import re

from lxml.html import HtmlElement

from reader.sources import stated
from reader.sources.around import Around

_ISO = re.compile(r"([12]\d{3})[-/](\d\d)[-/](\d\d)(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_DOTTED = re.compile(
    r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)"
)  # day first, where dots are written
_CHINESE = re.compile(r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_.-]|\Z)|-((?:19|20)\d\d)([01]\d)([0-3]\d)/?\Z")
_WORDED_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})[a-z]*/(\d{1,2})/")
_FIRST = re.compile(r"(?:published|posted|created|issued)\b(.+)", re.IGNORECASE | re.DOTALL)
_DATED = re.compile(r"by-?line|author|\bdate|date\b|\bmeta\b|publish|posted|pubdate|time-?stamp|\btime\b")
_AROUND = Around(
    frozenset({"nav", "footer", "aside", "form", "head"}),
    re.compile(r"comment|footer|related|recommend|sidebar|teaser|trending|widget"),
)
_LONGEST = 200  # characters of an element that is there to give a date


def date(value: object) -> str | None:
    """The ISO date in what a page's data state, whatever its form; None where there is none."""
    if not isinstance(value, str):
        return None
    text = value.strip()
    found = _ISO.match(text) or _COMPACT.match(text)
    return _iso(*found.groups()) if found else shown(text)


def shown(text: str) -> str | None:
    """The first date written out in a text, or in numbers whose order is certain."""
    found = stated.date(text)
    if found is None and (numbers := _DOTTED.search(text)):
        found = _iso(numbers[3], numbers[2], numbers[1])
    if found is None and (numbers := _CHINESE.search(text)):
        found = _iso(*numbers.groups())
    return found


def in_address(url: str | None) -> str | None:
    """The date that many sites put into the addresses of their articles."""
    path = (url or "").lower().partition("?")[0].partition("#")[0]
    if found := _IN_ADDRESS.search(path):
        return _iso(*(part for part in found.groups() if part))
    if found := _WORDED_IN_ADDRESS.search(path):
        return stated.date(f"{found[3]} {found[2]} {found[1]}")
    return None


def on_page(tree: HtmlElement, headline: HtmlElement | None) -> str | None:
    """The date that a page marks as its own or shows under its headline, else above it, else the first it marks."""
    above: str | None = None
    beside = set() if headline is None else {headline.getprevious(), headline.getnext()}
    for element, below in _AROUND.candidates(tree, headline, lambda each: _is_date(each) or each in beside):
        found = date(element.get("datetime")) or date(element.get("content")) or _read(element)
        if found and (below or element.get("itemprop") == "datePublished"):
            return found
        above = found or above
    return above or next(filter(None, (date(element.get("datetime")) for element in tree.iter("time"))), None)


def _is_date(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str):
        return False
    if element.tag == "time" or element.get("itemprop") == "datePublished":
        return True
    named = (element.get("class"), element.get("id"))
    return any(name is not None and _DATED.search(name.lower()) for name in named)


def _read(element: HtmlElement) -> str | None:
    text = ""
    for piece in element.itertext():
        text += f" {piece}"
        if len(text) > _LONGEST:
            return None
    first = _FIRST.search(text)
    return (shown(first[1]) if first else None) or shown(text)


def _iso(year: str, month: str, day: str) -> str | None:
    return stated.iso(int(year), int(month), int(day))

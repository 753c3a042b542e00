"""When a page was published: the date in what its data say, in its address, or in what it shows."""

import datetime as dt
import re
from functools import cache
from itertools import islice

from lxml.html import HtmlElement

from reader.sources.html.candidate_elements import CandidateFilter, has_matching_attribute
from reader.sources.text import stated_facts
from reader.sources.word_lists import load_word_lists

_ISO = re.compile(r"([12]\d{3})[-/](\d\d)[-/](\d\d)(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
# The day first, where dots are written.
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/])")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})[a-z]*\W*\Z", re.IGNORECASE)
_ABROAD = re.compile(r"(?<!\d)(\d{1,2})(?:\.|er|º)?\s(?:de\s)?([^\W\d]{3,10})\.?,?\s(?:del?\s)?((?:19|20)\d\d)(?!\d)")
_NEVER = "1970-01-01"  # what a program writes that knows no date
_CHINESE = re.compile(r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_.-]|\Z)|-((?:19|20)\d\d)([01]\d)([0-3]\d)/?\Z")
_WORDED_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})[a-z]*/(\d{1,2})/")
_FIRST = re.compile(
    r"(?:published|posted|created|issued|veröffentlicht|publié|publicado|pubblicato)\b(.+)", re.IGNORECASE | re.DOTALL
)
_DATED = re.compile(
    r"by-?line|author|\bdat[ae]|\bdatum|\bfecha|date\b|\bmeta\b|publish|posted|pubdate|submitted|time-?stamp|\btime\b"
)
_OWN = re.compile(r"(?<!un)published", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:date)?modified\b|\b(?:last-?)?updated\b|\baktualisiert|\bmis à jour|\bactualizado", re.IGNORECASE
)
_AROUND = CandidateFilter(
    frozenset({"nav", "footer", "aside", "form", "head"}),
    re.compile(r"comment|(?<!entry-)(?<!post-)footer|related|recommend|sidebar|teaser|trending|widget"),
)
_LONGEST = 200  # characters of an element that is there to give a date
_PIECES = 20  # of its text
_LABEL = 20  # characters before an element that may say what date it gives
_UNDER = 3  # elements under a headline


def parse_date(value: object) -> str | None:
    """The ISO date in what a page's data state, whatever its form; None where there is none."""
    if not isinstance(value, str):
        return None
    text = value.strip()
    found = _ISO.match(text) or _COMPACT.match(text)
    day = stated_facts.iso_date(*map(int, found.groups())) if found else find_written_date(text)
    return None if day == _NEVER else day


def find_written_date(text: str) -> str | None:
    """The first date written out in a text, or in numbers whose order is certain."""
    found = stated_facts.find_date(text)
    if found is None and (numbers := _DOTTED.search(text)):
        found = stated_facts.iso_date(*map(int, numbers.group(3, 2, 1)))
    if found is None and (numbers := _CHINESE.search(text)):
        found = stated_facts.iso_date(*map(int, numbers.groups()))
    if found is None and (words := _ABROAD.search(text)):
        found = stated_facts.iso_date(int(words[3]), _month(words[2].lower()), int(words[1]))
    if found is None and (numbers := _SLASHED.search(text)):
        found = _slashed(text[: numbers.start()], *map(int, numbers.groups()))
    return found


def _month(name: str) -> int:
    """The number of a month of another language than English; 0 for a word that is none."""
    return next((month for begins, month in _months() if name.startswith(begins)), 0)


@cache
def _months() -> list[tuple[tuple[str, ...], int]]:
    return [(tuple(begins), int(month)) for month, begins in load_word_lists("month_prefixes.txt").items()]


def _slashed(before: str, one: int, other: int, year: int) -> str | None:
    """A day of numbers that are a month in one order only, or fall on the day of the week before them in one only."""
    either = {day for month, number in ((one, other), (other, one)) if (day := _day(year, month, number))}
    if named := _WEEKDAY.search(before):
        either = {day for day in either if day.weekday() == _WEEKDAYS.index(named[1].lower())}
    return either.pop().isoformat() if len(either) == 1 else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def date_from_url(url: str | None) -> str | None:
    """The date that many sites put into the addresses of their articles."""
    path = (url or "").lower().partition("?")[0].partition("#")[0]
    if found := _IN_ADDRESS.search(path):
        return stated_facts.iso_date(*map(int, filter(None, found.groups())))
    if found := _WORDED_IN_ADDRESS.search(path):
        return stated_facts.find_date(f"{found[3]} {found[2]} {found[1]}")
    return None


def find_page_date(tree: HtmlElement, headline: HtmlElement | None) -> str | None:
    """The date that a page marks as its own or shows under its headline, else above it, else the first it marks.

    The date of a change counts where there is no other.
    """
    above = changed = None
    beside = set() if headline is None else {headline.getprevious(), headline.getnext()}
    under = set() if headline is None else set(islice(headline.itersiblings(), 1, _UNDER))
    fits = lambda each: _is_date(each) or each in beside or (each in under and _is_date_line(each))  # noqa: E731 - said once
    for element, below in _AROUND.candidates(tree, headline, fits):
        found = parse_date(element.get("datetime")) or parse_date(element.get("content")) or _read(element)
        if found and _is_of_a_change(element):
            changed = changed or found
        elif found and (below or element.get("itemprop") == "datePublished"):
            return found
        else:
            above = found or above
    return (
        above
        or changed
        or next(filter(None, (parse_date(element.get("datetime")) for element in tree.iter("time"))), None)
    )


def _is_date(element: HtmlElement) -> bool:
    marked = element.tag == "time" or element.get("itemprop") == "datePublished"
    return marked or has_matching_attribute(element, ("class", "id"), _DATED)


def _is_of_a_change(element: HtmlElement) -> bool:
    """Whether an element gives the date of a change and no other."""
    named = " ".join(filter(None, map(element.get, ("class", "id", "itemprop"))))
    if _CHANGED.search(named):
        return "publish" not in named.lower()
    previous, parent = element.getprevious(), element.getparent()
    before = previous.tail if previous is not None else parent.text if parent is not None else ""
    text = (before or "")[-_LABEL:] + " " + "".join(islice(element.itertext(), _PIECES))[:_LONGEST]
    return _CHANGED.search(text) is not None and _FIRST.search(text) is None


def _is_date_line(element: HtmlElement) -> bool:
    """Whether an element is there to give a date, by its words."""
    text = " ".join("".join(islice(element.itertext(), _PIECES)).split())
    return len(text) <= _LONGEST and stated_facts.is_date_line(text)


def _read(element: HtmlElement) -> str | None:
    if any(_OWN.search(f"{time.get('class')} {time.get('itemprop')}") for time in element.iterdescendants("time")):
        return None  # it says so itself
    text = ""
    for piece in element.itertext():
        text += f" {piece}"
        if len(text) > _LONGEST:
            return None
    first = _FIRST.search(text)
    return (find_written_date(first[1]) if first else None) or find_written_date(text)

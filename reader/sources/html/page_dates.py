"""Find the date on which a page was published: in its metadata, in its address, or in what it shows."""

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
# Dates with dots have the day first.
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.([0-3]\d)(?![\d.])")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/])")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})[a-z]*\W*\Z", re.IGNORECASE)
_DAY_MONTH_YEAR = re.compile(
    r"(?<!\d)(\d{1,2})(?:\.|er|º)?\s(?:de\s)?([^\W\d]{3,10})\.?,?\s(?:del?\s)?((?:19|20)\d\d)(?!\d)"
)
_UNKNOWN_DATE = "1970-01-01"  # programs write it where no date is known
_CHINESE = re.compile(r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_NUMERIC_IN_URL = re.compile(
    r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_.-]|\Z)|-((?:19|20)\d\d)([01]\d)([0-3]\d)/?\Z"
)
_MONTH_NAME_IN_URL = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})[a-z]*/(\d{1,2})/")
_PUBLISHED_LABEL = re.compile(
    r"(?:published|posted|created|issued|veröffentlicht|publié|publicado|pubblicato)\b(.+)", re.IGNORECASE | re.DOTALL
)
_DATE_CLASS = re.compile(
    r"by-?line|author|\bdat[ae]|\bdatum|\bfecha|date\b|\bmeta\b|publish|posted|pubdate|submitted|time-?stamp|\btime\b"
)
_PUBLISHED_CLASS = re.compile(r"(?<!un)published", re.IGNORECASE)
_MODIFIED = re.compile(
    r"\b(?:date)?modified\b|\b(?:last-?)?updated\b|\baktualisiert|\bmis à jour|\bactualizado", re.IGNORECASE
)
_FILTER = CandidateFilter(
    frozenset({"nav", "footer", "aside", "form", "head"}),
    re.compile(r"comment|(?<!entry-)(?<!post-)footer|related|recommend|sidebar|teaser|trending|widget"),
)
_LONGEST_DATE_TEXT = 200  # characters of an element whose purpose is to show a date
_MOST_TEXT_NODES = 20  # in that element
_LABEL_LENGTH = 20  # characters before an element that may label its date
_SIBLINGS_BELOW = 3  # elements under a headline


def parse_date(value: object) -> str | None:
    """Return the ISO date in a value from a page's metadata, whatever its form; None where there is none."""
    if not isinstance(value, str):
        return None
    text = value.strip()
    found = _ISO.match(text) or _COMPACT.match(text)
    day = stated_facts.iso_date(*map(int, found.groups())) if found else find_written_date(text)
    return None if day == _UNKNOWN_DATE else day


def find_written_date(text: str) -> str | None:
    """Return the first date written out in a text, or in numbers whose order is certain."""
    found = stated_facts.find_date(text)
    if found is None and (numbers := _DOTTED.search(text)):
        found = stated_facts.iso_date(*map(int, numbers.group(3, 2, 1)))
    if found is None and (numbers := _CHINESE.search(text)):
        found = stated_facts.iso_date(*map(int, numbers.groups()))
    if found is None and (words := _DAY_MONTH_YEAR.search(text)):
        found = stated_facts.iso_date(int(words[3]), _month_number(words[2].lower()), int(words[1]))
    if found is None and (numbers := _SLASHED.search(text)):
        found = _resolve_day_and_month(text[: numbers.start()], *map(int, numbers.groups()))
    return found


def find_line_date(line: str) -> str | None:
    """Return the first date in a line beside an article, where a year may have two digits, as in "17.7.11"."""
    found = find_written_date(line)
    if found is None and (numbers := _SHORT_YEAR.search(line)):
        day, month, year = map(int, numbers.groups())
        found = stated_facts.iso_date(2000 + year, month, day)
    return found


def _month_number(name: str) -> int:
    """Return the number of a month by its name in a language other than English; 0 for other words."""
    return next((month for prefixes, month in _months() if name.startswith(prefixes)), 0)


@cache
def _months() -> list[tuple[tuple[str, ...], int]]:
    return [(tuple(prefixes), int(month)) for month, prefixes in load_word_lists("month_prefixes.txt").items()]


def _resolve_day_and_month(before: str, first_number: int, second_number: int, year: int) -> str | None:
    """Return a date whose day and month are in unknown order.

    The order is certain where only one makes a date, or only one falls on the weekday before it.
    """
    days = {
        day
        for month, number in ((first_number, second_number), (second_number, first_number))
        if (day := _make_date(year, month, number))
    }
    if weekday_match := _WEEKDAY.search(before):
        days = {day for day in days if day.weekday() == _WEEKDAYS.index(weekday_match[1].lower())}
    return days.pop().isoformat() if len(days) == 1 else None


def _make_date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def date_from_url(url: str | None) -> str | None:
    """Return the date that many sites put into the addresses of their articles."""
    path = (url or "").lower().partition("?")[0].partition("#")[0]
    if found := _NUMERIC_IN_URL.search(path):
        return stated_facts.iso_date(*map(int, filter(None, found.groups())))
    if found := _MONTH_NAME_IN_URL.search(path):
        return stated_facts.find_date(f"{found[3]} {found[2]} {found[1]}")
    return None


def find_page_date(tree: HtmlElement, headline: HtmlElement | None) -> str | None:
    """Return the date that a page marks as its own or shows below its headline, else above it.

    A modification date counts where there is no other.
    """
    above = modified = None
    neighbours = set() if headline is None else {headline.getprevious(), headline.getnext()}
    siblings_below = set() if headline is None else set(islice(headline.itersiblings(), 1, _SIBLINGS_BELOW))
    is_candidate = lambda each: _is_date(each) or each in neighbours or (each in siblings_below and _is_date_line(each))  # noqa: E731 - used once
    for element, below in _FILTER.candidates(tree, headline, is_candidate):
        found = parse_date(element.get("datetime")) or parse_date(element.get("content")) or _read_date(element)
        if found and _is_modification_date(element):
            modified = modified or found
        elif found and (below or element.get("itemprop") == "datePublished"):
            return found
        else:
            above = found or above
    return above or modified


def find_first_time(tree: HtmlElement) -> str | None:
    """Return the first date in a time element of a page, which may be a comment's; None where there is none."""
    return next(filter(None, (parse_date(element.get("datetime")) for element in tree.iter("time"))), None)


def _is_date(element: HtmlElement) -> bool:
    marked = element.tag == "time" or element.get("itemprop") == "datePublished"
    return marked or has_matching_attribute(element, ("class", "id"), _DATE_CLASS)


def _is_modification_date(element: HtmlElement) -> bool:
    """Return whether an element states when the page was modified and nothing else."""
    names = " ".join(filter(None, map(element.get, ("class", "id", "itemprop"))))
    if _MODIFIED.search(names):
        return "publish" not in names.lower()
    previous, parent = element.getprevious(), element.getparent()
    before = previous.tail if previous is not None else parent.text if parent is not None else ""
    text = (
        (before or "")[-_LABEL_LENGTH:]
        + " "
        + "".join(islice(element.itertext(), _MOST_TEXT_NODES))[:_LONGEST_DATE_TEXT]
    )
    return _MODIFIED.search(text) is not None and _PUBLISHED_LABEL.search(text) is None


def _is_date_line(element: HtmlElement) -> bool:
    """Return whether an element consists of a date, by its words."""
    text = " ".join("".join(islice(element.itertext(), _MOST_TEXT_NODES)).split())
    return len(text) <= _LONGEST_DATE_TEXT and stated_facts.is_date_line(text)


def _read_date(element: HtmlElement) -> str | None:
    if any(
        _PUBLISHED_CLASS.search(f"{time.get('class')} {time.get('itemprop')}")
        for time in element.iterdescendants("time")
    ):
        return None  # the time element is a candidate itself
    text = ""
    for piece in element.itertext():
        text += f" {piece}"
        if len(text) > _LONGEST_DATE_TEXT:
            return None
    first = _PUBLISHED_LABEL.search(text)
    return (find_written_date(first[1]) if first else None) or find_written_date(text)

"""Find the date on which a page was published: in its metadata, in its address, or in what it shows."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

from lxml.html import HtmlElement

from reader.sources.html.candidate_elements import CandidateFilter, has_matching_attribute
from reader.sources.html.labelled_values import find_values
from reader.sources.text import stated_facts
from reader.sources.word_lists import load_word_lists

_ISO = re.compile(r"([12]\d{3})[-/](\d\d)[-/](\d\d)(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
# Dates with dots have the day first.
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.([0-3]\d)(?![\d.])")
_SHORT_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/([0-3]\d)(?![\d/])")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/])")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})[a-z]*\W*\Z", re.IGNORECASE)
_DAY_MONTH_YEAR = re.compile(
    r"(?<!\d)(\d{1,2})(?:\.|er|º)?\s(?:de\s)?([^\W\d]{3,10})\.?,?\s(?:del?\s)?((?:19|20)\d\d)(?!\d)"
)
_MONTH_DAY_YEAR = re.compile(
    r"(?<!\w)([^\W\d]{3,10})\.?\s(\d{1,2})(?:st|nd|rd|th|\.|º)?,?\s(?:del?\s)?((?:19|20)\d\d)(?!\d)"
)
_UNKNOWN_DATE = "1970-01-01"  # programs write it where no date is known
_CHINESE = re.compile(r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_NUMERIC_IN_URL = re.compile(
    r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_.-]|\Z)|-((?:19|20)\d\d)([01]\d)([0-3]\d)/?\Z"
    # A section may stand after the year.
    r"|/((?:19|20)\d\d)(?:/[a-z_]{1,30})?/(\d{1,2})/(\d{1,2})/"
)
_MONTH_NAME_IN_URL = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})[a-z]*/(\d{1,2})/")
_PUBLISHED_LABEL = re.compile(
    r"(?:published|posted|created|issued|veröffentlicht|publié|publicado|pubblicato)\b(.+)", re.IGNORECASE | re.DOTALL
)
_DATE_CLASS = re.compile(
    r"by-?line|author|\bdat[ae]|\bdatum|\bfecha|date\b|\bmeta\b|(?:article|entry|node|post)[-_]*(?:foot(?:er)?|info|meta)"
    r"|publish|posted|pubdate|submitted|time-?stamp|\btime\b"
)
DATE_LABEL = re.compile(
    r"\W*(?:date(?: released)?|datum|fecha|first published|published|posted|created|veröffentlicht|erschienen|erstellt"
    r"|publié|publicado|pubblicato|gepubliceerd|publicerad)(?: (?:on|am|le|el|il|op|den))?(?:\s*:\s*|\s+|\Z)",
    re.IGNORECASE,
)
"""What begins a line that states the day of publication, wherever it stands on the page."""
# Elements that say more of a post than its date; the date comes first.
_POST_DATA_CLASS = re.compile(r"(?:article|entry|node|post)[-_]*(?:foot(?:er)?|meta)")
_PUBLISHED_CLASS = re.compile(r"(?<!un)published", re.IGNORECASE)
_MODIFIED = re.compile(
    r"\b(?:date)?modified\b|\b(?:last-?)?updated\b|\baktualisiert|\bmis à jour|\bactualizado", re.IGNORECASE
)
_FILTER = CandidateFilter(
    frozenset({"nav", "footer", "aside", "form", "head", "blockquote"}),
    re.compile(
        r"citation|comment|(?<!article[-_])(?<!entry[-_])(?<!post[-_])footer|related|recommend|reference|sidebar|teaser|today|trending|widget"
    ),
)
_UTC_SHIFT = dt.timedelta(days=1)  # between a day and its stamp in UTC
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
    if found is None and (words := _MONTH_DAY_YEAR.search(text)):
        found = stated_facts.iso_date(int(words[3]), _month_number(words[1].lower()), int(words[2]))
    if found is None and (numbers := _SLASHED.search(text)):
        found = _resolve_day_and_month(text[: numbers.start()], *map(int, numbers.groups()))
    return found


def find_line_date(line: str) -> str | None:
    """Return the first date in a line beside an article, where a year may have two digits, as in "17.7.11"."""
    found = find_written_date(line)
    if found is None and (numbers := _SHORT_YEAR.search(line)):
        day, month, year = map(int, numbers.groups())
        found = stated_facts.iso_date(2000 + year, month, day)
    if found is None and (numbers := _SHORT_SLASHED.search(line)):
        first_number, second_number, year = map(int, numbers.groups())
        found = _resolve_day_and_month(line[: numbers.start()], first_number, second_number, 2000 + year)
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


def choose_day(
    stated: Sequence[str], created: Sequence[str], url: str | None, tree: HtmlElement, headline: HtmlElement | None
) -> str | None:
    """Return the day of publication: of the days that the page's metadata states, its address has, or it shows.

    Where the metadata states several days, the one that the page shows; a day in the address is older than a stamp that
    was renewed. A day of creation may be the file's, so that an older one that the page shows goes before it.

    Args:
        stated: the days of publication in the metadata, in order of trust.
        created: the days of creation there.
        url: the address of the page.
        tree: the page.
        headline: the heading with its headline.
    """
    in_url = date_from_url(url)
    if not stated:
        return in_url or min(filter(None, [*created[:1], find_page_date(tree, headline)]), default=None)
    if in_url and dt.date.fromisoformat(stated[0]) - dt.date.fromisoformat(in_url) > _UTC_SHIFT:
        return in_url
    if len(set(stated)) > 1 and (shown := find_page_date(tree, headline)) in stated:
        return shown
    return stated[0]


def find_page_date(tree: HtmlElement, headline: HtmlElement | None) -> str | None:
    """Return the date that a page marks as its own or shows below its headline, else after a label, else above it.

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
    labelled = next((day for each in find_values(tree, DATE_LABEL) if (day := find_written_date(each.value))), None)
    return labelled or above or modified


def find_first_time(tree: HtmlElement) -> str | None:
    """Return the first date in a time element of a page, which may be a comment's but not a quotation's."""
    times = (each for each in tree.iter("time") if next(each.iterancestors("blockquote"), None) is None)
    return next(filter(None, (parse_date(element.get("datetime")) for element in times)), None)


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
    for piece in _texts_without_updates(element):
        text += f" {piece}"
        if len(text) > _LONGEST_DATE_TEXT:
            if not has_matching_attribute(element, ("class", "id"), _POST_DATA_CLASS):
                return None
            break
    first = _PUBLISHED_LABEL.search(text)
    return (find_line_date(first[1]) if first else None) or find_line_date(text)


def _texts_without_updates(element: HtmlElement) -> Iterator[str]:
    """Yield the texts in an element, except those of elements in it that state when the page was modified."""
    if element.text:
        yield element.text
    for child in element:
        if not _is_named_modified(child, ("class", "itemprop")):
            yield from _texts_without_updates(child)
        if child.tail:
            yield child.tail


def _is_named_modified(element: HtmlElement, attributes: Iterable[str]) -> bool:
    """Return whether an element states when the page was modified, by these attributes of it."""
    names = " ".join(filter(None, map(element.get, attributes)))
    return _MODIFIED.search(names) is not None and "publish" not in names.lower()

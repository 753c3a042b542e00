"""Find the date and the author of an article in the lines beside its text, for pages that mark them in no other way."""

from collections.abc import Iterable
from datetime import date, timedelta

from reader.sources.draft import Facts
from reader.sources.html import bylines, page_dates

_LONGEST_LINE = 120  # characters
_FIRST_DAY = "1991-01-01"  # no page is older


def find_facts(lines: Iterable[str], outlet: str | None, signature: str = "") -> Facts:
    """Return the first date and the first labelled author in the lines, which are in order of trust.

    Args:
        lines: the lines above the article's text from the nearest on, then those below.
        outlet: the outlet, which is not an author.
        signature: the last paragraph of the text, which may name its author; its days are those of what it tells.
    """
    short = _short_lines(lines)
    names = [name for line in (*short, *_short_lines([signature])) if (name := bylines.find_labelled(line, outlet))]
    return Facts(
        byline=next((name for name in names if not bylines.is_collective(name, outlet)), next(iter(names), None)),
        published=next(iter(_find_days(short)), None),
    )


def _short_lines(lines: Iterable[str]) -> list[str]:
    return [line for text in lines for line in text.split("\n") if len(line) <= _LONGEST_LINE and "©" not in line]


def _find_days(lines: Iterable[str]) -> list[str]:
    return [day for day in map(page_dates.find_line_date, lines) if day and day >= _FIRST_DAY]


def correct_day(stated: str | None, shown: str | None, lines: Iterable[str]) -> str | None:
    """Return the day of publication: the one that the page shows where it states the next day, as stamps in UTC do.

    Args:
        stated: the day in the page's metadata or beside its headline.
        shown: the first day beside the article's text.
        lines: the lines beside the text; where one of them shows the stated day, that day is not a stamp's.
    """
    if stated and stated in _find_days(_short_lines(lines)):
        return stated
    if stated and shown and date.fromisoformat(stated) - date.fromisoformat(shown) == timedelta(days=1):
        return shown
    return stated or shown

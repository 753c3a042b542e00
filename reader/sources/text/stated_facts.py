"""Find what a plain text states about itself in lines of their own: the author, the date, the outlet."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from reader.model import BlockKind
from reader.sources.draft import Facts, Part
from reader.sources.word_lists import load_word_lists

# Compiled when a line begins like a byline or contains a year: most do not, and each pattern slows the start.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?:19|20)\d\d"
_MONTH_FIRST = rf"(?i)\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? ({_YEAR})\b"
_DAY_FIRST = rf"(?i)\b(\d{{1,2}})(?:st|nd|rd|th|\.)?(?: of)? {_MONTH},? ({_YEAR})\b"
_ISO = rf"\b({_YEAR})-(\d\d)-(\d\d)(?!\d)"
_DATE_LINE_WORDS = (
    r"(?i)\b(?:updated|posted|published|last|modified|date|on|at|am|pm|gmt|utc|e[sd]t|p[sd]t|bst"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b"
)
_MOST_OTHER_LETTERS = 12
_NAME = r"(?:[A-Z][\w’'.-]*|de|van|von|der|den|al|bin|el|la|le|da|dos|du)"
_NAMES = rf"[A-Z][\w’'.-]*(?: {_NAME}){{1,4}}"
_BYLINE_LABELS = ("by", "words by", "written by", "story by", "reported by")
_BYLINE = rf"^(?i:{'|'.join(_BYLINE_LABELS)}):? ({_NAMES}(?:(?:,| and| &) {_NAMES})*)(.*)$"
_CAPITALISED = rf"^{_NAMES}(?:(?:,| and| &) {_NAMES})*$"
_SENTENCE_START = r"\s(?!(?:in|at|on|for|of)\s)[a-z]"
_NAME_SEPARATOR = r",? (?:and|&) |, "
_OUTLET_AFTER_BYLINE = r"^\s*(?:[|,/–—-]|\bfor\b|\bof\b)\s*(?:for\s+)?(.{2,60})$"
_OUTLET_SEPARATOR = r"\s[–—-]\s|[,|/]\s?|\sfor\s"
_DATE_WORDS = (
    rf"(?i)\b(?:(?:{_MONTH}|\d{{1,2}}(?:st|nd|rd|th)?|{_YEAR}|hours?|minutes?|mins?|days?|ago|today|yesterday|noon|of)(?!\w)"
    r"|\d+:\d\d|\d+[./]\d+[./]\d+)"
)
_JOB_TITLES = frozenset({"analyst", "chief", "director", "editors", "manager", "president", "professor"})
_AGENCY = r"^(?:[A-Z][\w .,’'-]{1,40} )?\((AP|AFP|Reuters|REUTERS|UPI|ANI|PTI|Xinhua|dpa|Bloomberg|CNN)\) ?[-–—]+ "
_AGENCY_FIRST = r"^(Reuters|AFP|AP|Bloomberg|Xinhua|Associated Press) [-–—]+ "
_DASHES = "-–—"
_DATELINE = 60  # characters of a place and an agency
_TOP_BLOCKS = 12  # blocks
_TOP_LINES = 100  # lines of one block
_LINE_WORDS = 20


def is_byline(text: str) -> bool:
    """Return whether a line states who wrote the text."""
    return len(text.split()) <= _LINE_WORDS and _parse_byline(text) is not None


def is_date_line(text: str) -> bool:
    """Return whether a line states a date and little else."""
    if len(text.split()) > _LINE_WORDS or find_date(text) is None:
        return False
    rest = re.sub(_DATE_LINE_WORDS, "", re.sub(_DAY_FIRST, "", re.sub(_MONTH_FIRST, "", text)))
    return sum(map(str.isalpha, rest)) <= _MOST_OTHER_LETTERS


def find_date(text: str) -> str | None:
    """Return the first date that is written out in a text, as an ISO date."""
    if re.search(_YEAR, text) is None:
        return None
    if match := re.search(_ISO, text):
        return iso_date(*map(int, match.groups()))
    if match := re.search(_MONTH_FIRST, text):
        return iso_date(int(match[3]), _month_number(match[1]), int(match[2]))
    if match := re.search(_DAY_FIRST, text):
        return iso_date(int(match[3]), _month_number(match[2]), int(match[1]))
    return None


def iso_date(year: int, month: int, day: int) -> str | None:
    """Return a day as an ISO date, None for a day that the calendar does not have."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def find_facts(parts: Sequence[Part]) -> Facts:
    """Return the facts in short lines near the headline, and the agency in the dateline of the first paragraph."""
    headline_index = next(
        (i for i, part in enumerate(parts) if part.level == 1 and part.kind is BlockKind.HEADING), None
    )
    first_index = 0 if headline_index is None else headline_index + 1
    title = None if headline_index is None else " ".join(parts[headline_index].text.split())
    byline = outlet = published = None
    paragraphs = 0
    for part in parts[first_index : first_index + _TOP_BLOCKS]:
        lines = part.text.split("\n", _TOP_LINES)[:_TOP_LINES]
        for line, after in zip(lines, [*lines[1:], ""], strict=True):
            if len(line.split(None, _LINE_WORDS)) > _LINE_WORDS:
                break
            byline_and_outlet = _parse_byline(line) or _parse_signature(line, after)
            if byline_and_outlet and byline is None:
                byline, outlet = byline_and_outlet
            if published is None and (byline_and_outlet or is_date_line(line)):
                published = find_date(line)
        if len(part.text.split(None, _LINE_WORDS)) > _LINE_WORDS:
            outlet = outlet or _find_agency(part.text)
            paragraphs += 1
        if paragraphs == 2:  # noqa: PLR2004 - one may be a caption above the byline
            break
    return Facts(title, byline, outlet, published)


def _month_number(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _parse_byline(line: str) -> tuple[str, str | None] | None:
    match = re.match(_BYLINE, line) if line.lower().startswith(_BYLINE_LABELS) else None
    if match is None or re.match(_SENTENCE_START, match[2]):
        return None
    rest = re.match(_OUTLET_AFTER_BYLINE, match[2])
    if rest is None and len(match[2].split()) > 3:  # noqa: PLR2004 - "By Tuesday Night the River Had ..." is a sentence
        return None
    names, after_names = _split_names(match[1])
    candidates = [*after_names, *re.split(_OUTLET_SEPARATOR, rest[1])] if rest else after_names
    return names, next((candidate.strip(" .") for candidate in reversed(candidates) if _is_outlet(candidate)), None)


def _split_names(names: str) -> tuple[str, list[str]]:
    """Return the names at the beginning of a byline, and what follows them: job titles, outlets."""
    first, *others = re.split(f"({_NAME_SEPARATOR})", names)
    for at in range(1, len(others), 2):
        words = others[at].casefold().split()
        if words[0] == "the" or any(word in _words()[kind] for kind in ("role", "job") for word in words):
            return first + "".join(others[: at - 1]), others[at::2]
    return names, []


def _is_outlet(candidate: str) -> bool:
    """Return whether the text after a name is an outlet: not a date, not a job title."""
    words = candidate.casefold().split()
    rest = re.sub(_DATE_LINE_WORDS, "", re.sub(_DATE_WORDS, "", candidate))
    job_words = _JOB_TITLES.union(_words()["job"])
    return any(map(str.isalpha, rest)) and words[-1] not in job_words and words[0] not in {"in", "at", "on"}


@cache
def _words() -> dict[str, list[str]]:
    return load_word_lists("byline_words.txt")


def _parse_signature(line: str, after: str) -> tuple[str, None] | None:
    """Return a name that stands alone on its line above a date."""
    words = len(line.split())
    return (line, None) if words in range(2, 5) and is_date_line(after) and re.match(_CAPITALISED, line) else None


def _find_agency(text: str) -> str | None:
    if not any(dash in text[:_DATELINE] for dash in _DASHES):
        return None
    match = re.match(_AGENCY, text) or re.match(_AGENCY_FIRST, text)
    return match[1] if match else None

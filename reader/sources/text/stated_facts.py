"""What a plain text states about itself in lines of their own: who wrote it, when, and for whom."""

import re
from collections.abc import Sequence
from functools import cache

from reader.model import BlockKind
from reader.sources.draft import Facts, Part
from reader.sources.word_lists import load_word_lists

# Compiled when a line begins like a byline or has a year in it: most have neither, and start-up waits for each pattern.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?:19|20)\d\d"
_MONTH_FIRST = rf"(?i)\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? ({_YEAR})\b"
_DAY_FIRST = rf"(?i)\b(\d{{1,2}})(?:st|nd|rd|th|\.)?(?: of)? {_MONTH},? ({_YEAR})\b"
_ISO = rf"\b({_YEAR})-(\d\d)-(\d\d)(?!\d)"
_AROUND_DATE = (
    r"(?i)\b(?:updated|posted|published|last|modified|date|on|at|am|pm|gmt|utc|e[sd]t|p[sd]t|bst"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b"
)
_FEW_LETTERS = 12
_NAME = r"(?:[A-Z][\w’'.-]*|de|van|von|der|den|al|bin|el|la|le|da|dos|du)"
_NAMES = rf"[A-Z][\w’'.-]*(?: {_NAME}){{1,4}}"
_BY = ("by", "words by", "written by", "story by", "reported by")
_BYLINE = rf"^(?i:{'|'.join(_BY)}):? ({_NAMES}(?:(?:,| and| &) {_NAMES})*)(.*)$"
_CAPITALISED = rf"^{_NAMES}(?:(?:,| and| &) {_NAMES})*$"
_SENTENCE = r"\s(?!(?:in|at|on|for|of)\s)[a-z]"
_BETWEEN = r",? (?:and|&) |, "
_AFTER_BYLINE = r"^\s*(?:[|,/–—-]|\bfor\b|\bof\b)\s*(?:for\s+)?(.{2,60})$"
_FOR = r"\s[–—-]\s|[,|/]\s?|\sfor\s"
_MOMENT = (
    rf"(?i)\b(?:(?:{_MONTH}|\d{{1,2}}(?:st|nd|rd|th)?|{_YEAR}|hours?|minutes?|mins?|days?|ago|today|yesterday|noon|of)(?!\w)"
    r"|\d+:\d\d|\d+[./]\d+[./]\d+)"
)
_LEADING = frozenset({"analyst", "chief", "director", "editors", "manager", "president", "professor"})
_AGENCY = r"^(?:[A-Z][\w .,’'-]{1,40} )?\((AP|AFP|Reuters|REUTERS|UPI|ANI|PTI|Xinhua|dpa|Bloomberg|CNN)\) ?[-–—]+ "
_AGENCY_FIRST = r"^(Reuters|AFP|AP|Bloomberg|Xinhua|Associated Press) [-–—]+ "
_DASHES = "-–—"
_DATELINE = 60  # characters of a place and an agency
_NEAR_THE_TOP = 12  # blocks
_LINE_WORDS = 20


def is_byline(text: str) -> bool:
    """Whether a line says who wrote the text."""
    return len(text.split()) <= _LINE_WORDS and _named(text) is not None


def is_date_line(text: str) -> bool:
    """Whether a short line is there to give a date: it says little else."""
    if len(text.split()) > _LINE_WORDS or find_date(text) is None:
        return False
    rest = re.sub(_AROUND_DATE, "", re.sub(_DAY_FIRST, "", re.sub(_MONTH_FIRST, "", text)))
    return sum(map(str.isalpha, rest)) <= _FEW_LETTERS


def find_date(text: str) -> str | None:
    """The first date written out in `text`, as an ISO date."""
    if re.search(_YEAR, text) is None:
        return None
    if found := re.search(_ISO, text):
        return iso_date(*map(int, found.groups()))
    if found := re.search(_MONTH_FIRST, text):
        return iso_date(int(found[3]), _month(found[1]), int(found[2]))
    if found := re.search(_DAY_FIRST, text):
        return iso_date(int(found[3]), _month(found[2]), int(found[1]))
    return None


def iso_date(year: int, month: int, day: int) -> str | None:
    """A day as an ISO date, None for a month or a day that there is in no year."""
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None  # noqa: PLR2004


def find_facts(parts: Sequence[Part]) -> Facts:
    """The facts that stand in short lines near the headline, and in the dateline of the first paragraph."""
    top = next((i for i, part in enumerate(parts) if part.level == 1 and part.kind is BlockKind.HEADING), None)
    begin = 0 if top is None else top + 1
    title = None if top is None else " ".join(parts[top].text.split())
    byline = outlet = published = None
    paragraphs = 0
    for part in parts[begin : begin + _NEAR_THE_TOP]:
        lines = part.text.split("\n")
        for line, after in zip(lines, [*lines[1:], ""], strict=True):
            if len(line.split(None, _LINE_WORDS)) > _LINE_WORDS:
                break
            named = _named(line) or _signed(line, after)
            if named and byline is None:
                byline, outlet = named
            if published is None and (named or is_date_line(line)):
                published = find_date(line)
        if len(part.text.split(None, _LINE_WORDS)) > _LINE_WORDS:
            outlet = outlet or _agency(part.text)
            paragraphs += 1
        if paragraphs == 2:  # noqa: PLR2004 - a caption may stand above the byline, the article may not
            break
    return Facts(title, byline, outlet, published)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _named(line: str) -> tuple[str, str | None] | None:
    found = re.match(_BYLINE, line) if line.lower().startswith(_BY) else None
    if found is None or re.match(_SENTENCE, found[2]):
        return None
    rest = re.match(_AFTER_BYLINE, found[2])
    if rest is None and len(found[2].split()) > 3:  # noqa: PLR2004 - "By Tuesday Night the River Had ..." is a sentence
        return None
    names, behind = _people(found[1])
    places = [*behind, *re.split(_FOR, rest[1])] if rest else behind
    return names, next((place.strip(" .") for place in reversed(places) if _is_outlet(place)), None)


def _people(names: str) -> tuple[str, list[str]]:
    """The names at the beginning of those in a byline, and what stands behind them: offices, outlets."""
    first, *others = re.split(f"({_BETWEEN})", names)
    for at in range(1, len(others), 2):
        words = others[at].casefold().split()
        if words[0] == "the" or any(word in _words()[kind] for kind in ("role", "office") for word in words):
            return first + "".join(others[: at - 1]), others[at::2]
    return names, []


def _is_outlet(place: str) -> bool:
    """Whether what stands behind a name is no moment, and nobody's office."""
    words = place.casefold().split()
    rest = re.sub(_AROUND_DATE, "", re.sub(_MOMENT, "", place))
    jobs = _LEADING.union(_words()["office"])
    return any(map(str.isalpha, rest)) and words[-1] not in jobs and words[0] not in {"in", "at", "on"}


@cache
def _words() -> dict[str, list[str]]:
    return load_word_lists("byline_words.txt")


def _signed(line: str, after: str) -> tuple[str, None] | None:
    """A name alone on its line, over a date."""
    words = len(line.split())
    return (line, None) if words in range(2, 5) and is_date_line(after) and re.match(_CAPITALISED, line) else None


def _agency(text: str) -> str | None:
    if not any(dash in text[:_DATELINE] for dash in _DASHES):
        return None
    found = re.match(_AGENCY, text) or re.match(_AGENCY_FIRST, text)
    return found[1] if found else None

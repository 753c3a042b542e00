"""Who wrote a page: the names in the words of a byline, and the byline that a page shows."""

import re
from functools import cache
from typing import NamedTuple

from lxml.html import HtmlElement

from reader.sources.around import Around
from reader.sources.clean import letters, one_line
from reader.sources.tables import table

_NOT_A_NAME = re.compile(r"https?:|@|\b\w*admin\b|^(?:editors?|staff|null|none|undefined|author|guest)$", re.IGNORECASE)
_MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
# What ends the names in a byline: a handle, a date or a time, a bar or a dash, or another line. Sun is a name as well.
_AFTER = re.compile(
    r"[\n|@•·(\[/]|\s[–—-]\s|\d|\b(?:about|follow|updated|published|posted|last updated|on|at|in|for"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    rf"|\b(?:mon|tue|wed|thu|fri|sat|sun)\.?(?=,|\s+\d|\s+{_MONTHS}\s+\d)",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"\b{_MONTHS}\s*\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+(?:and|&|und|et)\s+|(?<=\w{3})\.\s+")
_JOINED = re.compile(r"(?:,|&|\b(?:and|by|und|et))\s*\Z", re.IGNORECASE)
_JOINING = re.compile(r"\s*(?:,|&|(?:and|by|und|et)\b)", re.IGNORECASE)
_PARTICLES = frozenset({"al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "la", "le", "van", "von"})
_MOST_TOKENS = 5
_OF_AN_AUTHOR = re.compile(
    r"/(?:authors?|contributors?|people|profile|reporters?|staff|writers?)/([a-z]{2,}(?:-[a-z]+){1,3})/?\Z"
)
_CREDIT = re.compile(r"by-?line|author(?!i)|autor\b|\bwriter|contributor|reporter")
_AROUND = Around(
    frozenset({"nav", "footer", "form", "head"}),
    re.compile(
        r"comment|footer|most-?read|newsletter|popular|promo|recirc|recommend|related|river|sidebar|teaser|trending"
    ),
)
_LONGEST = 200  # characters of a byline with all that stands in its element


class _Words(NamedTuple):
    label: re.Pattern[str]
    role: frozenset[str]
    office: frozenset[str]
    degree: frozenset[str]


@cache
def _words() -> _Words:
    kinds = table("bylines.txt")
    labels = "|".join(sorted(map(re.escape, kinds["label"]), key=len, reverse=True))
    label = re.compile(rf"\W*(?:{labels})(?:\s*:\s*|\s+)", re.IGNORECASE)
    role, office = frozenset(kinds["role"]), frozenset(kinds["office"])
    return _Words(label, role | office, office, frozenset(kinds["degree"]))


def credited(stated: str | None, outlet: str | None = None) -> str | None:
    """Who is named in what a page states as its author, without "By", an office or the outlet; None for no name."""
    text = None if stated is None else one_line(stated)
    if not text or _NOT_A_NAME.search(text):
        return None
    text = text[found.end() :] if (found := _words().label.match(text)) else text
    names, rest = _names(text, outlet)
    return ", ".join(names) if names and rest else text


def by_address(address: str | None) -> str | None:
    """The name in the address of an author's page, such as /author/mira-oland."""
    found = _OF_AN_AUTHOR.search(address.lower()) if address and "facebook" not in address else None
    return found[1].replace("-", " ").title() if found and not _NOT_A_NAME.search(found[1]) else None


def is_vague(byline: str | None, outlet: str | None) -> bool:
    """Whether a byline names nobody but the outlet, an agency or a staff: the page may show who it was."""
    if byline is None or letters(byline) == letters(outlet or ""):
        return True
    words = byline.casefold().split()
    return len(words) == 1 or words[-1] in _words().role


def shown(tree: HtmlElement, headline: HtmlElement | None, outlet: str | None) -> str | None:
    """The names in the first byline under the headline, else in the last above it; None where there is none."""
    above: str | None = None
    for element, below in _AROUND.candidates(tree, headline, _is_credit):
        names = _read(element, outlet)
        if names and below:
            return ", ".join(names)
        above = ", ".join(names) or above
    return above


def _is_credit(element: HtmlElement) -> bool:
    named = (element.get("class"), element.get("rel"), element.get("itemprop"), element.get("id"))
    return isinstance(element.tag, str) and any(name is not None and _CREDIT.search(name.lower()) for name in named)


def _read(element: HtmlElement, outlet: str | None) -> list[str]:
    """The names in an element; those of a link with the names that stand beside it in the same byline."""
    best = _found(_lines(element), outlet, single="author" in (element.get("rel"), element.get("itemprop")))
    parent = element.getparent()
    if best and parent is not None and element.tag in {"a", "span"}:
        around = _found(_lines(parent), outlet, single=False)
        best = around if len(around) > len(best) else best
    return best


def _lines(element: HtmlElement) -> str:
    """The text of an element, its pieces on lines of their own but for those that "and" or a comma joins."""
    text = ""
    for piece in element.itertext():
        line = " ".join(piece.split())
        if line:
            joined = not text or _JOINED.search(text) or _JOINING.match(line)
            text += ("" if not text or line[0] == "," else " " if joined else "\n") + line
        if len(text) > _LONGEST:
            return ""
    return text


def _found(text: str, outlet: str | None, *, single: bool) -> list[str]:
    """The names in the text of a byline; one word is a name only after "by" or where `single` says so."""
    label = _words().label.match(text)
    text = text[label.end() :] if label else text
    names, _ = _names(text, outlet)
    first = text.split("\n")[0].strip()
    if not names and (single or label) and len(first.split()) == 1 and _is_name(first, 1):
        return [first]
    return [name for name in names if not _NOT_A_NAME.search(name)]


def _names(text: str, outlet: str | None) -> tuple[list[str], bool]:
    """The names that a byline begins with, and whether something follows that is none: an office, a place, a date."""
    ended = _AFTER.search(text)
    head = _MONTH.sub("", text[: ended.start()]) if ended else text
    names: list[str] = []
    offices = _words().role | {word for word in (outlet or "").casefold().split() if word not in _PARTICLES}
    for piece in _BETWEEN.split(head):
        words = piece.casefold().split()
        if not words or (names and words[0].replace(".", "") in _words().degree):
            continue
        behind = next((at for at, word in enumerate(words) if at > 1 and word in _words().office), None)
        if (names and not offices.isdisjoint(words[:behind])) or not _is_name(piece, 2):
            return names, True
        names.append(" ".join(piece.split()[:behind]))
        if behind is not None:
            return names, True
    return names, ended is not None


def _is_name(text: str, least: int) -> bool:
    """Whether every word begins with a capital, or with a letter of a script that has none, as names do."""
    words = text.split()
    return least <= len(words) <= _MOST_TOKENS and all(
        (word[0].isalpha() and not word[0].islower()) or word in _PARTICLES for word in words
    )

"""Who wrote a page: the names in the words of a byline, and the byline that a page shows."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from reader.sources.html.candidate_elements import CandidateFilter, has_matching_attribute
from reader.sources.text.clean import alphanumerics, one_line
from reader.sources.word_lists import load_word_lists

_NOT_A_NAME = re.compile(
    r"https?:|@|\w\.(?:com|net|org)$|\b\w*admin(?:istrator)?\b"
    r"|^(?:anonymous|author|editors?|guest(?: author)?|n/?a|none|null|staff|super ?user|undefined|unknown|user"
    r"|web ?master)$",
    re.IGNORECASE,
)
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
_JOINED = re.compile(r"(?:,|&|\b(?:af|and|av|by|di|door|et|par|por|und|von))\s*\Z", re.IGNORECASE)
_JOINING = re.compile(r"\s*(?:,|&|(?:and|by|und|et)\b)", re.IGNORECASE)
_BY = re.compile(r"(?<!\S)by\s+(?=\S+\s\S)", re.IGNORECASE)
_SURE_LABEL = re.compile(r"\bby\b|:", re.IGNORECASE)
_PARTICLES = frozenset({"al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "la", "le", "van", "von"})
_MAIL = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}")
_IN_A_PLACE = re.compile(r"\s+in(?:\s[A-Z][\w.’-]{1,20}){1,3}(?=\s*(?:,|\band\b|&|\Z))")
_MOST_TOKENS = 5
_OF_AN_AUTHOR = re.compile(
    r"/(?:authors?|contributors?|people|profile|reporters?|staff|writers?)/([a-z]{2,}(?:-[a-z]+){1,3})/?\Z"
)
_CREDIT = re.compile(r"by-?line|author(?!i)|autor\b|\bwriter|contributor|reporter")
# What holds a byline beside other things, or may be one where it stands under the headline: only "by" tells.
_HOLDER = re.compile(r"(?:article|entry|node|post)[-_]*(?:info|meta)|submitted")
_TELLING = re.compile(f"{_CREDIT.pattern}|{_HOLDER.pattern}")
_NAMING = ("class", "rel", "itemprop", "id")
_UNDER = 2  # elements
_AROUND = CandidateFilter(
    frozenset({"nav", "footer", "form", "head"}),
    re.compile(
        r"comment|(?<!entry-)(?<!post-)footer|most-?read|newsletter|popular|promo|recirc|recommend|related|river|sidebar|teaser|trending"
    ),
)
_LONGEST = 200  # characters of a byline with all that stands in its element


class _BylineWords(NamedTuple):
    label: re.Pattern[str]
    role: frozenset[str]
    office: frozenset[str]
    degree: frozenset[str]


@cache
def _words() -> _BylineWords:
    kinds = load_word_lists("byline_words.txt")
    labels = "|".join(sorted(map(re.escape, kinds["label"]), key=len, reverse=True))
    label = re.compile(rf"\W*(?:{labels})(?:\s*:\s*|\s+)", re.IGNORECASE)
    role, office = frozenset(kinds["role"]), frozenset(kinds["office"])
    return _BylineWords(label, role | office, office, frozenset(kinds["degree"]))


def clean_byline(stated: str | None, outlet: str | None = None) -> str | None:
    """Who is named in what a page states as its author, without "By", an office or the outlet; None for no name."""
    text = None if stated is None else _IN_A_PLACE.sub("", _MAIL.sub("", one_line(stated))).strip(" ()<>")
    if not text or _NOT_A_NAME.search(text):
        return None
    text, _ = _unlabelled(text)
    first, comma, others = text.partition(", ")
    if comma and alphanumerics(first) == alphanumerics(outlet or ""):
        text = others
    names, rest = _names(text, outlet)
    return ", ".join(names) if names and rest else text


def join_names(names: Iterable[str | None]) -> str | None:
    """These names in one line, each once; None where there is none."""
    return ", ".join(dict.fromkeys(filter(None, names))) or None


def name_from_url(address: str | None) -> str | None:
    """The name in the address of an author's page, such as /author/mira-oland."""
    found = _OF_AN_AUTHOR.search(address.lower()) if address and "facebook" not in address else None
    return found[1].replace("-", " ").title() if found and not _NOT_A_NAME.search(found[1]) else None


def is_unspecific(byline: str | None, outlet: str | None) -> bool:
    """Whether a byline names nobody but the outlet, an agency or a staff: the page may show who it was."""
    if byline is None or alphanumerics(byline) == alphanumerics(outlet or ""):
        return True
    words = byline.casefold().split()
    return len(words) == 1 or words[-1] in _words().role


def find_byline(tree: HtmlElement, headline: HtmlElement | None, outlet: str | None) -> str | None:
    """The names in the first byline under the headline, else in the last above it; None where there is none."""
    above: str | None = None
    under = set() if headline is None else set(islice(headline.itersiblings(), _UNDER))
    for element, below in _AROUND.candidates(
        tree, headline, lambda each: has_matching_attribute(each, _NAMING, _TELLING) or each in under
    ):
        names = (
            _read(element, outlet) if has_matching_attribute(element, _NAMING, _CREDIT) else _labelled(element, outlet)
        )
        if names and below:
            return ", ".join(names)
        above = ", ".join(names) or above
    return above


def _labelled(element: HtmlElement, outlet: str | None) -> list[str]:
    """The names behind "by" or another such word: at the beginning of a line, or anywhere in a post's data."""
    anywhere = has_matching_attribute(element, _NAMING, _HOLDER)
    for line in _lines(element).split("\n"):
        if anywhere and (by := _BY.search(line)):
            line = line[by.start() :]  # noqa: PLW2901 - what stands before is a date or a section
        named, label = _unlabelled(line)
        if label:
            names, _ = _names(named, outlet)
            return [name for name in names if not _NOT_A_NAME.search(name)]
    return []


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
    text, label = _unlabelled(_MAIL.sub("", text))
    names, _ = _names(text, outlet)
    first = text.split("\n")[0].strip()
    if not names and (single or label) and len(first.split()) == 1 and _is_name(first, 1):
        return [first]
    return [name for name in names if not _NOT_A_NAME.search(name)]


def _unlabelled(text: str) -> tuple[str, bool]:
    """A byline without the word before its names, and whether one stood there; it may be a name, as in "Di Wu"."""
    label = _words().label.match(text)
    if label is None or not (" " in text[label.end() :].strip() or _SURE_LABEL.search(label[0])):
        return text, False
    return text[label.end() :], True


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

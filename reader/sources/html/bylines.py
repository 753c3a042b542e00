"""Find the authors of a page: the names in the text of a byline, and the byline that a page shows."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from reader.sources.html.candidate_elements import CandidateFilter, has_matching_attribute
from reader.sources.html.outlets import matches_host
from reader.sources.text.clean import alphanumerics, one_line
from reader.sources.word_lists import load_word_lists

_NO_AUTHOR = re.compile(
    r"https?:|@|\w\.(?:com|net|org)$|\b\w*admin(?:istrator)?\b"
    r"|^(?:anonymous|author|editors?|guest(?: author)?|n/?a|none|null|staff|super ?user|undefined|unknown|user"
    r"|web ?master)$",
    re.IGNORECASE,
)
_MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
# What ends the names in a byline: a handle, a date or a time, a bar or a dash, another line. Sun is a name too.
_NAMES_END = re.compile(
    r"[\n|@•·(\[/]|\s[–—-]\s|\d|\b(?:about|follow|updated|published|posted|last updated|on|at|in|for"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    rf"|\b(?:mon|tue|wed|thu|fri|sat|sun)\.?(?=,|\s+\d|\s+{_MONTHS}\s+\d)",
    re.IGNORECASE,
)
_TRAILING_MONTH = re.compile(rf"\b{_MONTHS}\s*\Z", re.IGNORECASE)
_NAME_SEPARATOR = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+(?:and|&|und|et)\s+|(?<=\w{3})\.\s+")
_ENDS_JOINED = re.compile(r"(?:,|&|\b(?:af|and|av|by|di|door|et|par|por|und|von))\s*\Z", re.IGNORECASE)
_BEGINS_JOINED = re.compile(r"\s*(?:,|&|(?:and|by|und|et)\b)", re.IGNORECASE)
_BY_WITH_NAME = re.compile(r"(?<!\S)by\s+(?=\S+\s\S)", re.IGNORECASE)
_BEFORE_LABEL = re.compile(r"[\d|·•,–-]\s*(?=\D)|\bUhr\s+")  # a date, a time or a bar
_CERTAIN_LABEL = re.compile(r"\bby\b|:", re.IGNORECASE)
_PARTICLES = frozenset({"al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "la", "le", "van", "von"})
_MAIL = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}")
_PLACE = re.compile(r"\s+in(?:\s[A-Z][\w.’-]{1,20}){1,3}(?=\s*(?:,|\band\b|&|\Z))")
_MOST_NAME_WORDS = 5
_AUTHOR_URL = re.compile(
    r"/(?:authors?|contributors?|people|profile|reporters?|source|staff|writers?)/([a-z]{2,}(?:-[a-z]+){1,3})/?\Z"
)
_BYLINE_CLASS = re.compile(r"by-?line|author(?!i)|autor\b|\bwriter|contributor|reporter")
# Elements that hold a byline among other things; only "by" shows where it is.
_POST_DATA_CLASS = re.compile(r"(?:article|entry|node|post)[-_]*(?:info|meta)|submitted")
_CANDIDATE_CLASS = re.compile(f"{_BYLINE_CLASS.pattern}|{_POST_DATA_CLASS.pattern}")
_NAME_ATTRIBUTES = ("class", "rel", "itemprop", "id")
_SIBLINGS_BELOW = 2  # elements
_FILTER = CandidateFilter(
    frozenset({"nav", "footer", "form", "head"}),
    re.compile(
        r"comment|(?<!entry-)(?<!post-)footer|most-?read|newsletter|popular|promo|recirc|recommend|related|river|sidebar|teaser|trending"
    ),
)
_LONGEST_BYLINE = 200  # characters of the element with the byline


class _BylineWords(NamedTuple):
    label: re.Pattern[str]
    role: frozenset[str]
    job: frozenset[str]
    degree: frozenset[str]


@cache
def _words() -> _BylineWords:
    lists = load_word_lists("byline_words.txt")
    labels = "|".join(sorted(map(re.escape, lists["label"]), key=len, reverse=True))
    label = re.compile(rf"\W*(?:{labels})(?:\s*:\s*|\s+)", re.IGNORECASE)
    role, job = frozenset(lists["role"]), frozenset(lists["job"])
    return _BylineWords(label, role | job, job, frozenset(lists["degree"]))


def clean_byline(stated: str | None, outlet: str | None = None) -> str | None:
    """Return the names in a stated author, without "By", a job title or the outlet; None where there are none."""
    text = None if stated is None else _PLACE.sub("", _MAIL.sub("", one_line(stated))).strip(" ()<>")
    if not text or _NO_AUTHOR.search(text):
        return None
    text, _ = _strip_label(text)
    first, comma, others = text.partition(", ")
    if comma and alphanumerics(first) == alphanumerics(outlet or ""):
        text = others
    if not text.strip(" :"):
        return None
    names, has_more = _split_names(text, outlet)
    return ", ".join(names) if names and has_more else text


def without_outlet(byline: str, url: str | None) -> str | None:
    """Return a byline without the names that are the outlet's, by the host of its page; None where no other is left."""
    return join_names(name for name in byline.split(", ") if not matches_host(name, url))


def may_be_person(name: str) -> bool:
    """Return whether a name can be a person's: words in usual capitals, and none that only organisations have."""
    words = name.split()
    is_usual = not any(len(word) > 1 and word.isupper() for word in words)
    return is_usual and _is_name(name, 2) and _words().role.isdisjoint(word.casefold().strip(".") for word in words)


def join_names(names: Iterable[str | None]) -> str | None:
    """Return names in one line, each once; None where there are none."""
    return ", ".join(dict.fromkeys(filter(None, names))) or None


def name_from_url(address: str | None) -> str | None:
    """Return the name in the address of an author's page, such as /author/mira-oland."""
    match = _AUTHOR_URL.search(address.lower()) if address and "facebook" not in address else None
    return match[1].replace("-", " ").title() if match and not _NO_AUTHOR.search(match[1]) else None


def is_unspecific(byline: str | None, outlet: str | None) -> bool:
    """Return whether a byline names only the outlet, an agency or a staff, so that the page may show a name."""
    if byline is None or alphanumerics(byline) == alphanumerics(outlet or ""):
        return True
    words = byline.casefold().split()
    return len(words) == 1 or words[-1].strip(".") in _words().role


def find_byline(tree: HtmlElement, headline: HtmlElement | None, outlet: str | None) -> str | None:
    """Return the names in the first byline below the headline, else in the last above it; None where there is none."""
    above: str | None = None
    siblings_below = set() if headline is None else set(islice(headline.itersiblings(), _SIBLINGS_BELOW))
    for element, below in _FILTER.candidates(
        tree,
        headline,
        lambda each: has_matching_attribute(each, _NAME_ATTRIBUTES, _CANDIDATE_CLASS) or each in siblings_below,
    ):
        names = (
            _read_names(element, outlet)
            if has_matching_attribute(element, _NAME_ATTRIBUTES, _BYLINE_CLASS)
            else _find_labelled_names(element, outlet)
        )
        if names and below:
            return ", ".join(names)
        above = ", ".join(names) or above
    return above


def find_labelled(line: str, outlet: str | None) -> str | None:
    """Return the names in a line that begins with "By" or another label; None where it does not or has none."""
    line = _MAIL.sub("", line)
    starts = (0, *(match.end() for match in _BEFORE_LABEL.finditer(line)))
    labelled = (_names_after_label(line[at:], outlet) for at in starts)
    names = next((names for names in labelled if names is not None), [])
    return join_names(name for name in names if alphanumerics(name) != alphanumerics(outlet or ""))


def _names_after_label(line: str, outlet: str | None) -> list[str] | None:
    """Return the names after the label that a line begins with; None where it begins with none."""
    after_label, has_label = _strip_label(line)
    if not has_label:
        return None
    names, _ = _split_names(after_label, outlet)
    return [name for name in names if not _NO_AUTHOR.search(name)]


def _find_labelled_names(element: HtmlElement, outlet: str | None) -> list[str]:
    """Return the names after "by" or another label: at the start of a line, or anywhere in the data of a post."""
    is_post_data = has_matching_attribute(element, _NAME_ATTRIBUTES, _POST_DATA_CLASS)
    for line in _text_lines(element).split("\n"):
        by = _BY_WITH_NAME.search(line) if is_post_data else None  # a date or a section stands before it
        names = _names_after_label(line[by.start() :] if by else line, outlet)
        if names is not None:
            return names
    return []


def _read_names(element: HtmlElement, outlet: str | None) -> list[str]:
    """Return the names in an element; for a link, with the names beside it in the same byline."""
    best = _parse_names(
        _text_lines(element), outlet, allow_single_word="author" in (element.get("rel"), element.get("itemprop"))
    )
    parent = element.getparent()
    if best and parent is not None and element.tag in {"a", "span"}:
        names_in_parent = _parse_names(_text_lines(parent), outlet, allow_single_word=False)
        best = names_in_parent if len(names_in_parent) > len(best) else best
    return best


def _text_lines(element: HtmlElement) -> str:
    """Return the text of an element with a line for each piece, except pieces that "and" or a comma joins."""
    text = ""
    for piece in element.itertext():
        line = " ".join(piece.split())
        if line:
            joined = not text or _ENDS_JOINED.search(text) or _BEGINS_JOINED.match(line)
            text += ("" if not text or line[0] == "," else " " if joined else "\n") + line
        if len(text) > _LONGEST_BYLINE:
            return ""
    return text


def _parse_names(text: str, outlet: str | None, *, allow_single_word: bool) -> list[str]:
    """Return the names in a byline; a single word is a name only after a label or with `allow_single_word`."""
    text, has_label = _strip_label(_MAIL.sub("", text))
    names, _ = _split_names(text, outlet)
    first = text.split("\n")[0].strip()
    if not names and (allow_single_word or has_label) and len(first.split()) == 1 and _is_name(first, 1):
        return [first]
    return [name for name in names if not _NO_AUTHOR.search(name)]


def _strip_label(text: str) -> tuple[str, bool]:
    """Return a byline without its label, and whether it had one; a label may be a name, as in "Di Wu"."""
    label = _words().label.match(text)
    if label is None or not (" " in text[label.end() :].strip() or _CERTAIN_LABEL.search(label[0])):
        return text, False
    return text[label.end() :], True


def _split_names(text: str, outlet: str | None) -> tuple[list[str], bool]:
    """Return the names that a byline begins with, and whether something else follows: a job, a place, a date."""
    names_end = _NAMES_END.search(text)
    head = _TRAILING_MONTH.sub("", text[: names_end.start()]) if names_end else text
    names: list[str] = []
    stop_words = _words().role | {word for word in (outlet or "").casefold().split() if word not in _PARTICLES}
    for piece in _NAME_SEPARATOR.split(head):
        words = piece.casefold().split()
        if not words or (names and words[0].replace(".", "") in _words().degree):
            continue
        job_index = next((index for index, word in enumerate(words) if index > 1 and word in _words().job), None)
        if (names and not stop_words.isdisjoint(words[:job_index])) or not _is_name(piece, 2):
            return names, True
        names.append(" ".join(piece.split()[:job_index]))
        if job_index is not None:
            return names, True
    return names, names_end is not None


def _is_name(text: str, least_words: int) -> bool:
    """Return whether every word begins with a capital, or with a letter of a script without capitals, as names do."""
    words = text.split()
    return least_words <= len(words) <= _MOST_NAME_WORDS and all(
        (word[0].isalpha() and not word[0].islower()) or word in _PARTICLES for word in words
    )

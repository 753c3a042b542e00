"""Find the authors of a page: the names in the text of a byline, and the byline that a page shows."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from reader.sources.html.candidate_elements import CandidateFilter, has_matching_attribute
from reader.sources.html.labelled_values import find_values
from reader.sources.html.outlets import matches_host
from reader.sources.html.page_dates import DATE_LABEL, find_written_date
from reader.sources.text.clean import alphanumerics, one_line
from reader.sources.word_lists import load_word_lists

_NO_AUTHOR = re.compile(
    r"https?:|@|\w\.(?:com|net|org)$|\b\w*admin(?:istrator)?\b"
    r"|^(?:anonymous|author|contributors\b.*|editors?|guest(?: author)?|n/?a|(?:your )?name|none|null|our\b.*|staff"
    r"|super ?user|undefined|unknown|user|web ?master)$",
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
_LEAST_OUTLET_LETTERS = 5  # of an outlet's name that a collective byline contains
_ADDRESS = re.compile(r"\w\.[a-z]{2,}\Z")
_AUTHOR_PATHS = r"authors?|contributors?|people|profile|reporters?|staff|writers?"
_AUTHOR_URL = re.compile(rf"/(?:{_AUTHOR_PATHS}|source)/([a-z]{{2,}}(?:-[a-z]+){{1,3}})/?\Z")
_BYLINE_CLASS = re.compile(r"by-?line|author(?!i)|autor(?:en|in)?\b|\bauteur|\bfirma\b|\bwriter|contributor|reporter")
# Elements that show the name of an account and nothing else, as the software of blogs and of communities marks them.
_ACCOUNT_CLASS = re.compile(r"(?<!\S)(?:fn|nick-?name|screen-?name|user-?name)(?!\S)")
_ACCOUNT = re.compile(r"[^\W_][\w.-]{2,30}")
_AUTHOR_PAGE = re.compile(rf"/(?:{_AUTHOR_PATHS}|autor(?:en)?|auteurs?)/[^/?#]+/?(?:[?#]|\Z)")
_AUTHOR_LABEL = re.compile(
    r"\W*(?:author|autor(?:in)?|auteur|autore|författare|forfatter)(?:\s*:\s*|\s+|\Z)", re.IGNORECASE
)
# A name of one word counts after a label in a line with a time or a year, where the line or the name's part of it ends.
_SINGLE_NAME = re.compile(r"([^\W\d_][\w.-]{2,30})(?=\s*(?:\Z|[|,·•\n]|(?:à|am|at|el|le|on|um)\s+\d))")
_MOMENT = re.compile(r"\d{1,2}:\d\d|(?<!\d)(?:19|20)\d\d(?!\d)")
# Elements that hold a byline among other things; only "by" shows where it is.
_POST_DATA_CLASS = re.compile(r"(?:article|entry|node|post)[-_]*(?:info|meta)|submitted")
_CANDIDATE_CLASS = re.compile(f"{_BYLINE_CLASS.pattern}|{_POST_DATA_CLASS.pattern}|{_ACCOUNT_CLASS.pattern}")
_NAME_ATTRIBUTES = ("class", "rel", "itemprop", "id")
_TEXTS_BETWEEN = 4  # between an author and a date in the same list
_SIBLINGS_BELOW = 2  # elements
_FILTER = CandidateFilter(
    frozenset({"nav", "footer", "form", "head", "blockquote", "figcaption", "figure"}),
    re.compile(
        r"comment|(?<!article[-_])(?<!entry[-_])(?<!post[-_])footer|most-?read|newsletter|popular|promo|recirc|recommend|related|river|sidebar|teaser|trending|views-row"
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
    text = None if stated is None else _PLACE.sub("", _MAIL.sub("", one_line(stated))).strip(" ()<>,;")
    if not text or _NO_AUTHOR.search(text):
        return None
    text, _ = _strip_label(text)
    first, comma, others = text.partition(", ")
    if comma and alphanumerics(first) == alphanumerics(outlet or ""):
        text = ", ".join(filter(may_be_person, others.split(", ")))  # its place is no author
    if not text.strip(" :"):
        return None
    names, has_more = _split_names(text, outlet)
    return ", ".join(names) if names and has_more else text


def without_outlet(byline: str, url: str | None) -> str | None:
    """Return a byline without the names that are the outlet's, by the host of its page; None where no other is left.

    What follows the outlet's name may be its place, and counts where it can be a person.
    """
    first, *others = byline.split(", ")
    if matches_host(first, url):
        return join_names(name for name in others if may_be_person(name) and not matches_host(name, url))
    return join_names(name for name in (first, *others) if not matches_host(name, url))


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
    """Return whether a byline has one word only, or is collective, so that the page may show a name."""
    return byline is None or len(byline.split()) == 1 or is_collective(byline, outlet)


def is_collective(byline: str, outlet: str | None) -> bool:
    """Return whether a byline names only the outlet, an agency or a staff: by its last word, its capitals, its dots."""
    letters, outlet_letters = alphanumerics(byline), alphanumerics(outlet or "")
    if letters == outlet_letters or (len(outlet_letters) >= _LEAST_OUTLET_LETTERS and outlet_letters in letters):
        return True
    words = byline.split()
    is_code = len(words) == 1 and (byline.isupper() or _ADDRESS.search(byline) is not None)
    return is_code or words[-1].casefold().strip(".") in _words().role


def is_outlet(byline: str, outlet: str | None) -> bool:
    """Return whether a byline is the outlet's name, with or without its article."""
    letters, outlet_letters = (alphanumerics(name or "").removeprefix("the") for name in (byline, outlet))
    return letters == outlet_letters


def is_account(byline: str) -> bool:
    """Return whether a byline is the name of an account, not of a person: one word with a digit or an underscore."""
    return len(byline.split()) == 1 and re.search(r"[\d_]", byline) is not None


def names_nobody(byline: str) -> bool:
    """Return whether every word of a byline is one of an organisation, such as "staff" or "editors"."""
    return _words().role.issuperset(byline.casefold().split())


def find_byline(tree: HtmlElement, headline: HtmlElement | None, outlet: str | None) -> str | None:
    """Return the names in the first byline below the headline, else in the last above it; None where there is none.

    An account's name of one word counts where there is no other.
    """
    above: str | None = None
    account: str | None = None
    siblings_below = set() if headline is None else set(islice(headline.itersiblings(), _SIBLINGS_BELOW))
    for element, below in _FILTER.candidates(
        tree,
        headline,
        lambda each: (
            has_matching_attribute(each, _NAME_ATTRIBUTES, _CANDIDATE_CLASS)
            or each in siblings_below
            or _is_author_link(each)
        ),
    ):
        names = (
            _read_names(element, outlet)
            if has_matching_attribute(element, _NAME_ATTRIBUTES, _BYLINE_CLASS) or _is_author_link(element)
            else _find_labelled_names(element, outlet)
        )
        if names and below:
            return ", ".join(names)
        above = ", ".join(names) or above
        account = account or (_read_account(element, outlet) if below else None)
    return above or _find_in_list(tree) or account


def _find_in_list(tree: HtmlElement) -> str | None:
    """Return the name after the label "Author" beside a date: without one, it may be the author of a book."""
    names = [each for each in find_values(tree, _AUTHOR_LABEL) if may_be_person(each.value)]
    days = [each.position for each in find_values(tree, DATE_LABEL) if find_written_date(each.value)] if names else []
    near = (name.value for name in names if any(abs(name.position - day) <= _TEXTS_BETWEEN for day in days))
    return next(near, None)


def _is_by_author(element: HtmlElement) -> bool:
    return "author" in (element.get("rel") or "").lower().split()


def _is_author_link(element: HtmlElement) -> bool:
    is_link = element.tag == "a" and _AUTHOR_PAGE.search(element.get("href", "").lower()) is not None
    return is_link and may_be_person(_text_lines(element))


def _read_account(element: HtmlElement, outlet: str | None) -> str | None:
    """Return the name of an account, which may begin with a small letter; None where an element shows none."""
    if not _is_by_author(element) and not has_matching_attribute(element, ("class",), _ACCOUNT_CLASS):
        return None
    name = _text_lines(element)
    is_name = _ACCOUNT.fullmatch(name) and not _NO_AUTHOR.search(name) and not names_nobody(name)
    is_other = _words().label.match(f"{name} ") or alphanumerics(name) in alphanumerics(outlet or "")
    return name if is_name and not is_other else None


def find_labelled(line: str, outlet: str | None) -> str | None:
    """Return the names in a line that begins with "By" or another label; None where it does not or has none."""
    line = _MAIL.sub("", line)
    for start in (0, *(match.end() for match in _BEFORE_LABEL.finditer(line))):
        after_label, has_label = _strip_label(line[start:])
        if has_label:
            names = _clean_names(after_label, outlet) or _single_name(line, after_label)
            return join_names(name for name in names if alphanumerics(name) not in alphanumerics(outlet or ""))
    return None


def _names_after_label(line: str, outlet: str | None) -> list[str] | None:
    """Return the names after the label that a line begins with; None where it begins with none."""
    after_label, has_label = _strip_label(line)
    if not has_label:
        return None
    return _clean_names(after_label, outlet)


def _clean_names(text: str, outlet: str | None) -> list[str]:
    """Return the names that a text begins with, without those that name nobody."""
    names, _ = _split_names(text, outlet)
    return [name for name in names if not _NO_AUTHOR.search(name)]


def _single_name(line: str, after_label: str) -> list[str]:
    """Return the single word after the label of a line that states a time too, as "posted by Oland at 10:30"."""
    match = _SINGLE_NAME.match(after_label) if _MOMENT.search(line) else None
    return [match[1]] if match and not _NO_AUTHOR.search(match[1]) and not names_nobody(match[1]) else []


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
    is_marked = _is_by_author(element) or element.get("itemprop") == "author"
    best = _parse_names(_text_lines(element), outlet, allow_single_word=is_marked)
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
    if label is None:
        return text, False
    is_certain = _CERTAIN_LABEL.search(label[0]) or label[0].islower()
    if not is_certain and " " not in text[label.end() :].strip():
        return text, False
    rest = text[label.end() :]
    second = _words().label.match(rest)  # one that is shown, and one for screen readers
    return rest[second.end() :] if second and ":" in second[0] else rest, True


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

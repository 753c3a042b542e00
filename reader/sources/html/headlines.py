"""A page's headline: the heading that it is, or the title that the page states, without the outlet's name."""

import re
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from reader.sources.html.linked_data import clean_fact
from reader.sources.text.clean import alphanumerics

TITLE_SEPARATOR = re.compile(r"\s+(?:[|–—·•«»‹›]|-|::?)\s+|\s*[\uff1a\uff5c]\s*")
_PREFIX = re.compile(r"([^:|]{2,60}?)(?:\s+[|–—·•«»‹›-]|:)\s+")
_WORDS = re.compile(r"\w{3,}")
_MOST_HEADINGS = 10
_MOST_LOWER = 30
_LEAST_WORDS = 4
_MUCH_ALIKE = 0.4  # of the words of the shorter one
_OUTLET_WORDS = 5
_FRONT = 3  # slashes in the address of a front page, "https://courier.invalid/"


class Headline(NamedTuple):
    """The title, the heading that shows it, and the outlet that is named with it; None where there is none."""

    title: str | None
    heading: HtmlElement | None
    outlet: str | None


def find_headline(
    tree: HtmlElement, stated: str | None, full: str | None, *, outlet: str | None, url: str | None
) -> Headline:
    """The headline of a page whose data state a title and an outlet, and whose title element says `full`."""
    first = [(heading, text) for heading in islice(tree.iterfind(".//h1"), _MOST_HEADINGS) if (text := _text(heading))]
    mastheads = [each for each in first if _is_masthead(*each)]
    outlets = _Outlets(
        {alphanumerics(outlet or ""), *(alphanumerics(text) for _, text in mastheads)} - {""},
        (url or "").partition("://")[2].partition("/")[0],
    )
    title = stated or full
    behind = TITLE_SEPARATOR.split(full)[1:] if full and stated else []
    named = {alphanumerics(outlet or ""), *map(alphanumerics, behind[-1:])}
    named = {name for name in named if not alphanumerics(stated or "").endswith(name)}
    own = [each for each in first if each not in mastheads and alphanumerics(each[1]) not in named]
    found = _best(own, title) or _lower(tree, title, outlets)
    shown = found[1] if found else None
    bare = shown or (None if title is None else outlets.taken_off(title))
    return Headline(bare, found[0] if found else None, outlet or outlets.named_in(full, {shown, stated}))


class _Outlets:
    """What the outlet of a page may be called: by the letters of some names, or by those of the page's host."""

    def __init__(self, names: set[str], host: str) -> None:
        self.names = names
        self.host = alphanumerics(host)
        self.site = alphanumerics(host.lower().removeprefix("www.").rpartition(".")[0])

    def taken_off(self, title: str) -> str:
        """A title without the outlet's name, or its address, behind it or before it."""
        parts = TITLE_SEPARATOR.split(title)
        if len(parts) > 1 and (not alphanumerics(parts[-1]) or self._is_one(parts[-1])):
            return title[: title.rindex(parts[-1])].rstrip(" |–—·•«»‹›:-\uff1a\uff5c")
        before = _PREFIX.match(title)
        return title[before.end() :] if before and self._is_one(before[1]) else title

    def named_in(self, full: str | None, titles: set[str | None]) -> str | None:
        """The outlet in what the title element says: before or behind one of the titles, or as its host is called."""
        if full is None:
            return None
        parts = TITLE_SEPARATOR.split(full)
        begins = {alphanumerics(title) for title in titles if title}
        behind = not begins.isdisjoint(alphanumerics("".join(parts[:end])) for end in range(1, len(parts)))
        if len(parts) > 1 and (behind or self._is_host(parts[-1])) and len(parts[-1].split()) <= _OUTLET_WORDS:
            return parts[-1]
        before = _PREFIX.match(full)
        return before[1] if before and (alphanumerics(before[1]) in self.names or self._is_host(before[1])) else None

    def _is_one(self, name: str) -> bool:
        written = alphanumerics(name)
        return written in self.names or (len(written) > 3 and written in self.host)  # noqa: PLR2004 - "news"

    def _is_host(self, name: str) -> bool:
        return bool(self.site) and alphanumerics(name) == self.site


def _text(heading: HtmlElement) -> str | None:
    """The text of a heading that stands in no menu."""
    if any(around.tag in {"nav", "footer", "aside"} for around in heading.iterancestors()):
        return None
    return clean_fact(heading.text_content())


def _is_masthead(heading: HtmlElement, text: str) -> bool:
    """Whether a heading is a link to the front page, which says what the outlet is called."""
    links = (link for link in heading.iter("a") if (link.get("href") or "").count("/") <= _FRONT)
    linked = alphanumerics("".join("".join(link.itertext()) for link in links))
    return bool(linked) and linked == alphanumerics(text)


def _best(headings: list[tuple[HtmlElement, str]], title: str | None) -> tuple[HtmlElement, str] | None:
    """The heading of the first rank that is most like the title that the page states.

    Sites state a shorter or older one for search engines; where a page has one heading of the first rank, it is that.
    """
    if title is not None:
        for heading, text in headings:
            same = alphanumerics(text) == alphanumerics(title)
            if same or (len(text.split()) > 2 and alphanumerics(text) in alphanumerics(title)):  # noqa: PLR2004 - a name is no headline
                return heading, text
        best = max(headings, key=lambda each: _alike(each[1], title), default=None)
        if best is not None and _alike(best[1], title) >= _MUCH_ALIKE and len(best[1].split()) >= _LEAST_WORDS:
            return best
    if len(headings) == 1 and (title is None or len(headings[0][1].split()) >= _LEAST_WORDS):
        return headings[0]
    return None


def _lower(tree: HtmlElement, title: str | None, outlets: _Outlets) -> tuple[HtmlElement, str] | None:
    """A heading of a lower rank that says the title, all of it or all but the outlet: some themes set it so."""
    if title is None:
        return None
    parts = TITLE_SEPARATOR.split(title)
    same = {alphanumerics("".join(parts[:end])) for end in range(1, len(parts) + 1)} | {
        alphanumerics(outlets.taken_off(title))
    }
    for heading in islice(tree.iter("h2", "h3"), _MOST_LOWER):
        text = _text(heading)
        if text and len(text.split()) > 2 and alphanumerics(text) in same:  # noqa: PLR2004 - as above
            return heading, text
    return None


def _alike(one: str, other: str) -> float:
    """Which share of the words of the shorter text stands in the other."""
    words, others = (set(_WORDS.findall(text.casefold())) for text in (one, other))
    return len(words & others) / max(1, min(len(words), len(others)))

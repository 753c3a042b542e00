"""Find a page's headline: a heading, or the title that the page states, without the outlet's name."""

import re
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from reader.sources.html.linked_data import clean_fact
from reader.sources.text.clean import alphanumerics

TITLE_SEPARATOR = re.compile(r"\s+(?:[|–—·•«»‹›]|-|::?)\s+|\s*[\uff1a\uff5c]\s*")
_OUTLET_PREFIX = re.compile(r"([^:|]{2,60}?)(?:\s+[|–—·•«»‹›-]|:)\s+")
_WORDS = re.compile(r"\w{3,}")
_MOST_HEADINGS = 10
_MOST_LOWER_HEADINGS = 30
_LEAST_WORDS = 4
_LEAST_SIMILARITY = 0.4  # of the words of the shorter one
_MOST_OUTLET_WORDS = 5
_FRONT_PAGE_SLASHES = 3  # as in "https://courier.invalid/"


class Headline(NamedTuple):
    """The title, the heading that shows it, and the outlet named with it; None where there is none."""

    title: str | None
    heading: HtmlElement | None
    outlet: str | None


def find_headline(
    tree: HtmlElement, stated_title: str | None, title_element: str | None, *, outlet: str | None, url: str | None
) -> Headline:
    """Find the headline of a page.

    Args:
        tree: the page.
        stated_title: the title in the page's metadata.
        title_element: the text of the page's title element.
        outlet: the outlet in the page's metadata.
        url: the address of the page.
    """
    top_headings = [
        (heading, text)
        for heading in islice(tree.iterfind(".//h1"), _MOST_HEADINGS)
        if (text := _heading_text(heading))
    ]
    mastheads = [each for each in top_headings if _is_masthead(*each)]
    outlets = _OutletNames(
        {alphanumerics(outlet or ""), *(alphanumerics(text) for _, text in mastheads)} - {""},
        (url or "").partition("://")[2].partition("/")[0],
    )
    title = stated_title or title_element
    title_parts = TITLE_SEPARATOR.split(title_element)[1:] if title_element and stated_title else []
    outlet_names = {alphanumerics(outlet or ""), *map(alphanumerics, title_parts[-1:])}
    outlet_names = {name for name in outlet_names if not alphanumerics(stated_title or "").endswith(name)}
    article_headings = [
        each for each in top_headings if each not in mastheads and alphanumerics(each[1]) not in outlet_names
    ]
    found = _choose_heading(article_headings, title) or _find_lower_heading(tree, title, outlets)
    heading_text = found[1] if found else None
    clean_title = heading_text or (None if title is None else outlets.remove_from(title))
    return Headline(
        clean_title, found[0] if found else None, outlet or outlets.find_in(title_element, {heading_text, stated_title})
    )


class _OutletNames:
    """The names of a page's outlet, compared by letters, and the host of the page."""

    def __init__(self, names: set[str], host: str) -> None:
        self.names = names
        self.host = alphanumerics(host)
        self.site_name = alphanumerics(host.lower().removeprefix("www.").rpartition(".")[0])

    def remove_from(self, title: str) -> str:
        """Return a title without the outlet's name or address before or after it."""
        parts = TITLE_SEPARATOR.split(title)
        if len(parts) > 1 and (not alphanumerics(parts[-1]) or self._is_outlet(parts[-1])):
            return title[: title.rindex(parts[-1])].rstrip(" |–—·•«»‹›:-\uff1a\uff5c")
        prefix_match = _OUTLET_PREFIX.match(title)
        return title[prefix_match.end() :] if prefix_match and self._is_outlet(prefix_match[1]) else title

    def find_in(self, title_element: str | None, titles: set[str | None]) -> str | None:
        """Return the outlet in the title element: next to one of the titles, or named like the host."""
        if title_element is None:
            return None
        parts = TITLE_SEPARATOR.split(title_element)
        prefixes = {alphanumerics(title) for title in titles if title}
        follows_title = not prefixes.isdisjoint(alphanumerics("".join(parts[:end])) for end in range(1, len(parts)))
        if (
            len(parts) > 1
            and (follows_title or self._is_host(parts[-1]))
            and len(parts[-1].split()) <= _MOST_OUTLET_WORDS
        ):
            return parts[-1]
        prefix_match = _OUTLET_PREFIX.match(title_element)
        return (
            prefix_match[1]
            if prefix_match and (alphanumerics(prefix_match[1]) in self.names or self._is_host(prefix_match[1]))
            else None
        )

    def _is_outlet(self, name: str) -> bool:
        name_letters = alphanumerics(name)
        return name_letters in self.names or (len(name_letters) > 3 and name_letters in self.host)  # noqa: PLR2004 - "news"

    def _is_host(self, name: str) -> bool:
        return bool(self.site_name) and alphanumerics(name) == self.site_name


def _heading_text(heading: HtmlElement) -> str | None:
    """Return the text of a heading; None where it is in a menu, a footer or an aside."""
    if any(around.tag in {"nav", "footer", "aside"} for around in heading.iterancestors()):
        return None
    return clean_fact(heading.text_content())


def _is_masthead(heading: HtmlElement, text: str) -> bool:
    """Return whether a heading is a link to the front page, with the name of the outlet."""
    links = (link for link in heading.iter("a") if (link.get("href") or "").count("/") <= _FRONT_PAGE_SLASHES)
    linked = alphanumerics("".join("".join(link.itertext()) for link in links))
    return bool(linked) and linked == alphanumerics(text)


def _choose_heading(headings: list[tuple[HtmlElement, str]], title: str | None) -> tuple[HtmlElement, str] | None:
    """Return the heading of level 1 that is most like the title that the page states.

    Sites state a shorter or older title for search engines. If a page has one heading of level 1, it is that one.
    """
    if title is not None:
        for heading, text in headings:
            is_same = alphanumerics(text) == alphanumerics(title)
            if is_same or (len(text.split()) > 2 and alphanumerics(text) in alphanumerics(title)):  # noqa: PLR2004 - a name is not a headline
                return heading, text
        best_match = max(headings, key=lambda each: _similarity(each[1], title), default=None)
        if (
            best_match is not None
            and _similarity(best_match[1], title) >= _LEAST_SIMILARITY
            and len(best_match[1].split()) >= _LEAST_WORDS
        ):
            return best_match
    if len(headings) == 1 and (title is None or len(headings[0][1].split()) >= _LEAST_WORDS):
        return headings[0]
    return None


def _find_lower_heading(tree: HtmlElement, title: str | None, outlets: _OutletNames) -> tuple[HtmlElement, str] | None:
    """Return a heading of a lower level with the title, or with all of it but the outlet: some themes do this."""
    if title is None:
        return None
    parts = TITLE_SEPARATOR.split(title)
    title_forms = {alphanumerics("".join(parts[:end])) for end in range(1, len(parts) + 1)} | {
        alphanumerics(outlets.remove_from(title))
    }
    for heading in islice(tree.iter("h2", "h3"), _MOST_LOWER_HEADINGS):
        text = _heading_text(heading)
        if text and len(text.split()) > 2 and alphanumerics(text) in title_forms:  # noqa: PLR2004 - as above
            return heading, text
    return None


def _similarity(one: str, other: str) -> float:
    """Return the share of the words of the shorter text that occur in the other."""
    words, others = (set(_WORDS.findall(text.casefold())) for text in (one, other))
    return len(words & others) / max(1, min(len(words), len(others)))

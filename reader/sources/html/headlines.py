"""Find a page's headline: a heading, or the title that the page states, without the outlet's name."""

import re
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from reader.sources.html.linked_data import clean_fact
from reader.sources.html.outlets import ADDRESS, FRONT_PAGE, MOST_OUTLET_WORDS, OUTLET_PREFIX, TITLE_SEPARATOR
from reader.sources.text.clean import alphanumerics

_WORDS = re.compile(r"\w{3,}")
_MOST_HEADINGS = 10
_MOST_LOWER_HEADINGS = 30
_LEAST_WORDS = 4
_LEAST_LETTERS = 4  # of a part of a title that is compared with an outlet's name
_SEPARATORS = " |–—·•«»‹›:-\uff1a\uff5c"
_LEAST_SIMILARITY = 0.4  # of the words of the shorter one
_SURELY_SIMILAR = 0.6
_UNSPACED_SEPARATOR = re.compile(r"[-_–—|]+")
_CHINESE_OR_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_LONGEST_UNSPACED_OUTLET = 12  # characters, in Chinese and Japanese
_MOST_WORDS_ALONE = 3  # of an outlet's name that is the whole title element


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
    titles = [
        title
        for title in (stated_title, title_element)
        if title and not outlets.is_site(title) and not ADDRESS.fullmatch(title)
    ]
    title_parts = TITLE_SEPARATOR.split(title_element)[1:] if title_element and stated_title else []
    outlet_names = {alphanumerics(outlet or ""), *map(alphanumerics, title_parts[-1:])}
    outlet_names = {name for name in outlet_names if not alphanumerics(stated_title or "").endswith(name)}
    article_headings = [
        each for each in top_headings if each not in mastheads and alphanumerics(each[1]) not in outlet_names
    ]
    heading, heading_text = _choose_heading(tree, article_headings, titles, outlets) or (None, None)
    clean_title = heading_text or (outlets.remove_from(titles[0]) if titles else None)
    return Headline(clean_title, heading, outlet or outlets.find_in(title_element, {heading_text, stated_title}))


def remove_outlet(title: str | None, outlet: str | None) -> str | None:
    """Return a title without its last part where that is the outlet's name or belongs to it."""
    parts = TITLE_SEPARATOR.split(title or "")
    letters = alphanumerics(parts[-1])
    if title is None or len(parts) == 1 or len(letters) < _LEAST_LETTERS or letters not in alphanumerics(outlet or ""):
        return title
    return title[: title.rindex(parts[-1])].rstrip(_SEPARATORS)


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
            return title[: title.rindex(parts[-1])].rstrip(_SEPARATORS)
        prefix_match = OUTLET_PREFIX.match(title)
        if prefix_match and self._is_outlet(prefix_match[1]):
            return title[prefix_match.end() :]
        if "|" in title and 0 < len(title.rpartition("|")[2].split()) <= MOST_OUTLET_WORDS:
            return title.rpartition("|")[0].rstrip()
        return title

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
            and len(parts[-1].split()) <= MOST_OUTLET_WORDS
        ):
            return parts[-1]
        precedes_title = len(parts) > 1 and alphanumerics("".join(parts[1:])) in prefixes
        if precedes_title and not self.host and 1 < len(parts[0].split()) <= MOST_OUTLET_WORDS:
            return parts[0]  # with a host, or of one word, it may be a section
        prefix_match = OUTLET_PREFIX.match(title_element)
        if prefix_match and (alphanumerics(prefix_match[1]) in self.names or self._is_host(prefix_match[1])):
            return prefix_match[1]
        return _name_beside_titles(title_element, [title for title in titles if title])

    def is_site(self, title: str) -> bool:
        """Return whether a title is only the name or the address of the site."""
        letters = alphanumerics(title)
        return letters in {self.host, self.host.removeprefix("www")}

    def _is_outlet(self, name: str) -> bool:
        name_letters = alphanumerics(name)
        return name_letters in self.names or (len(name_letters) > 3 and name_letters in self.host)  # noqa: PLR2004 - "news"

    def _is_host(self, name: str) -> bool:
        return bool(self.site_name) and alphanumerics(name) == self.site_name


def _name_beside_titles(title_element: str, titles: list[str]) -> str | None:
    """Return the outlet in a title element after the title and a hyphen without spaces, or alone in it."""
    before, _, last = title_element.replace("_", "-").rpartition("-")
    if 0 < len(last) <= _LONGEST_UNSPACED_OUTLET and alphanumerics(before) in map(alphanumerics, titles):
        return last
    words = title_element.split()
    is_alone = len(words) <= _MOST_WORDS_ALONE and all(
        len(title.split()) >= _LEAST_WORDS and not _similarity(title_element, title) for title in titles
    )
    return title_element if titles and is_alone else None


def _heading_text(heading: HtmlElement) -> str | None:
    """Return the text of a heading; None where it is in a menu, a footer or an aside and not marked."""
    is_marked = heading.get("itemprop") == "headline"
    if not is_marked and any(around.tag in {"nav", "footer", "aside"} for around in heading.iterancestors()):
        return None
    return clean_fact(heading.text_content())


def _is_masthead(heading: HtmlElement, text: str) -> bool:
    """Return whether a heading is a link to the front page, with the name of the outlet."""
    links = (link for link in heading.iter("a") if FRONT_PAGE.match(link.get("href") or ""))
    linked = alphanumerics("".join("".join(link.itertext()) for link in links))
    return bool(linked) and linked == alphanumerics(text)


def _choose_heading(
    tree: HtmlElement, headings: list[tuple[HtmlElement, str]], titles: list[str], outlets: _OutletNames
) -> tuple[HtmlElement, str] | None:
    """Return the heading that shows the headline, with its text: one that is like a title that the page states.

    Headings of level 1 come first, then those of lower levels, which some themes use. Sites state a shorter or older
    title for search engines; so a heading of level 1 that is the only one is the headline whatever it says.
    """
    beginnings = _beginnings(titles, outlets) - outlets.names
    same = next((each for each in headings if alphanumerics(each[1]) in beginnings), None)
    if same is not None:
        return same
    lower_headings = _lower_headings(tree)
    contained = [each for each in headings if any(_is_contained(each[1], title) for title in titles)]
    for forms in (beginnings, _ends(titles) - outlets.names):
        contained += [each for each in lower_headings if alphanumerics(each[1]) in forms][:1]
    if contained:
        return max(contained, key=lambda each: len(each[1]))
    stated = titles[0] if titles else ""
    best_match = max(headings, key=lambda each: _similarity(each[1], stated), default=None)
    if best_match is not None and _is_similar(best_match[1], stated):
        return best_match[0], _without_kicker(best_match[1], outlets.remove_from(stated))
    for title in titles:
        for heading, text in lower_headings:
            if len(text.split()) >= _LEAST_WORDS and _similarity(text, title, of=max) >= _SURELY_SIMILAR:
                return heading, _without_kicker(text, outlets.remove_from(title))
    if len(headings) == 1 and (not titles or len(headings[0][1].split()) >= _LEAST_WORDS):
        return headings[0]
    return None


def _is_contained(heading: str, title: str) -> bool:
    """Return whether a title contains a heading of three words or more; a name is not a headline."""
    return len(heading.split()) > 2 and alphanumerics(heading) in alphanumerics(title)  # noqa: PLR2004 - as said above


def _is_similar(heading: str, title: str) -> bool:
    """Return whether a heading is the headline, which the page may state in other words."""
    return len(heading.split()) >= _LEAST_WORDS and _similarity(heading, title) >= _LEAST_SIMILARITY


def _without_kicker(heading: str, title: str) -> str:
    """Return a heading without the words that a page shows above its headline in the same element."""
    is_end = len(title.split()) >= _LEAST_WORDS and alphanumerics(heading).endswith(alphanumerics(title))
    return title if is_end else heading


def _lower_headings(tree: HtmlElement) -> list[tuple[HtmlElement, str]]:
    """Return the first headings of the levels 2 and 3 with their text."""
    headings = islice(tree.iter("h2", "h3"), _MOST_LOWER_HEADINGS)
    return [(heading, text) for heading in headings if (text := _heading_text(heading))]


def _beginnings(titles: list[str], outlets: _OutletNames) -> set[str]:
    """Return the letters of the titles and of their beginnings, without what follows a separator."""
    parts = [TITLE_SEPARATOR.split(title) for title in titles]
    parts += [_UNSPACED_SEPARATOR.split(title) for title in titles if _CHINESE_OR_JAPANESE.search(title)]
    beginnings = {alphanumerics("".join(each[:end])) for each in parts for end in range(1, len(each) + 1)}
    return beginnings | {alphanumerics(outlets.remove_from(title)) for title in titles}


def _ends(titles: list[str]) -> set[str]:
    """Return the letters of the titles without what precedes a separator, as sites write that have their name first."""
    parts = [TITLE_SEPARATOR.split(title) for title in titles]
    return {alphanumerics("".join(each[start:])) for each in parts for start in range(1, len(each))}


def _similarity(one: str, other: str, of: Callable[[int, int], int] = min) -> float:
    """Return the share of the words of the shorter text that occur in the other; of the longer one with `max`."""
    words, others = (set(_WORDS.findall(text.casefold())) for text in (one, other))
    return len(words & others) / max(1, of(len(words), len(others)))

"""Tell which elements inside an article are not part of it, by structure: tag, role, class names, links, repetition.

Class names are English on sites of every language, so this needs no words of the text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import islice, pairwise

from lxml.html import HtmlElement

from reader.model import BlockKind, MarkKind
from reader.sources.html.page_blocks import Page, PageBlock, count_prose
from reader.sources.net.locate import host_of
from reader.sources.text.clean import alphanumerics
from reader.sources.word_lists import load_word_lists

_TAGS = frozenset({"aside", "dialog", "footer", "form", "nav"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ROLES = frozenset({"banner", "complementary", "contentinfo", "menu", "navigation", "search", "tablist", "toolbar"})
_MOST_PROSE = 0.4  # of the page's running text: what holds more is not foreign, whatever it is called
_MOST_WITNESSED = 0.1  # of the running text that the extractor took, likewise
_MODIFIER = re.compile(r"--[\w-]+")  # as in "section--ads": it says how the element differs from others, not what it is
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LEAST_LINKS = 2
_LINKED = 0.7
_POINTER = 0.8
_SENTENCE_ENDS = (".", ",", ":", ";", "”", '"', "»", "。", "！", "？")
_LEAST_LETTERS = 10
_LEAST_SCRAPS = 5  # lines
_SCRAP = 15  # letters of a line, on average
_MOST_LEVELS = 6


class ForeignElements:
    """Decides for the elements of one page; each is looked at once.

    Without `trust_names`, roles and class names do not count: some pages call everything by the same name.
    """

    def __init__(self, page: Page, witnessed: Sequence[PageBlock], *, trust_names: bool = True) -> None:
        self._trust_names = trust_names
        self._prose = page.prose_in
        self._witnessed = count_prose(witnessed)
        self._most_witnessed = _MOST_WITNESSED * sum(block.letters for block in witnessed if block.is_prose)
        self._most_prose = _MOST_PROSE * sum(block.letters for block in page.blocks if block.is_prose)
        self._scraps = _find_scraps(page)
        self._host = page.host
        self._url = (page.base or "").partition("#")[0]
        self._headings, self._linked_headings = self._count_headings(page)
        self._known: dict[HtmlElement, bool] = {}

    def holds(self, element: HtmlElement, root: HtmlElement | None) -> bool:
        """Return whether an element is foreign or stands in a foreign element below `root`; None is above the page."""
        path = []
        found = False
        while element is not None and element is not root:
            if element in self._known:
                found = self._known[element]
                break
            path.append(element)
            element = element.getparent()
        for each in reversed(path):
            found = found or self._is_foreign(each)
            self._known[each] = found
        return found

    def _is_foreign(self, element: HtmlElement) -> bool:
        if element.tag in {"body", "html"} or self._holds_article(element):
            return False
        if element.tag in _TAGS or self._is_teaser(element):
            return True
        has_prose = self._prose[element] > 0
        if self._trust_names and (
            element.get("role") in _ROLES or self._has_foreign_name(element, has_prose=has_prose)
        ):
            return True
        return not has_prose and (element in self._scraps or self._is_link_list(element))

    def _holds_article(self, element: HtmlElement) -> bool:
        """Return whether an element holds too much of the page's text, or of what the extractor took, to be foreign."""
        return self._prose[element] > self._most_prose or self._witnessed[element] > self._most_witnessed

    def _has_foreign_name(self, element: HtmlElement, *, has_prose: bool) -> bool:
        kind = None if element.tag in _HEADINGS else _name_kind(element.get("class", ""), element.get("id", ""))
        if kind == "apparatus":
            return not has_prose and next(element.iter("blockquote"), None) is None  # a post that the article quotes
        return kind == "foreign"

    def _count_headings(self, page: Page) -> tuple[Counter[HtmlElement], Counter[HtmlElement]]:
        """Return how many headings each element holds, and how many of these are links to other pages of the site."""
        headings, linked = Counter[HtmlElement](), Counter[HtmlElement]()
        for block in page.blocks:
            if block.part.kind is BlockKind.HEADING:
                elements = [block.element, *block.element.iterancestors()]
                headings.update(elements)
                hrefs = {mark.href for mark in block.part.marks if mark.kind is MarkKind.LINK}
                if (
                    block.part.level > 1
                    and block.linked_share >= _POINTER
                    and any(self._is_other_page(href) for href in hrefs)
                ):
                    linked.update(elements)
        return headings, linked

    def _is_teaser(self, element: HtmlElement) -> bool:
        """Return whether all headings in an element are links to other pages of the site: it shows other articles."""
        return 0 < self._headings[element] == self._linked_headings[element]

    def _is_other_page(self, href: str | None) -> bool:
        return self._is_on_site(href) and (href or "").partition("#")[0] != self._url

    def _is_link_list(self, element: HtmlElement) -> bool:
        """Return whether an element consists of links to other pages of the site."""
        if element.tag not in {"div", "section", "ul", "ol", "table"}:
            return False
        links = [link for link in element.iter("a") if self._is_on_site(link.get("href"))]
        if len(links) < _LEAST_LINKS:
            return False
        letters = len(alphanumerics("".join(element.itertext())))
        linked = sum(len(alphanumerics("".join(link.itertext()))) for link in links)
        return letters >= _LEAST_LETTERS and linked >= _LINKED * letters

    def _is_on_site(self, href: str | None) -> bool:
        if not href or href.startswith("#"):
            return False
        return not href.startswith(("http:", "https:", "//")) or host_of(href) == self._host

    def is_pointer(self, block: PageBlock) -> bool:
        """Return whether a paragraph is a link to another page of the site and not a sentence."""
        if (
            block.part.kind is not BlockKind.PARAGRAPH
            or block.linked_share < _POINTER
            or block.part.text.endswith(_SENTENCE_ENDS)
        ):
            return False
        return any(self._is_on_site(link.get("href")) for link in block.element.iter("a"))


def _find_scraps(page: Page) -> set[HtmlElement]:
    """Return the elements that hold a row of very short lines and nothing else, such as the labels of a chart."""
    lines: dict[HtmlElement, list[PageBlock]] = {}
    for block in page.blocks:
        if any(each.tag in {"td", "th"} for each in islice(block.element.iterancestors(), 2)) or block.element.tag in {
            "td",
            "th",
        }:
            continue
        for element in islice(block.element.iterancestors(), _MOST_LEVELS):
            lines.setdefault(element, []).append(block)
    return {
        element
        for element, blocks in lines.items()
        if len(blocks) >= _LEAST_SCRAPS
        and all(block.part.kind is BlockKind.PARAGRAPH for block in blocks)
        and sum(block.letters for block in blocks) < _SCRAP * len(blocks)
    }


@cache
def _names() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in load_word_lists("class_names.txt").items()}


@cache
def _name_kind(class_name: str, identifier: str) -> str | None:
    """Return what the class and the id of an element call it: "foreign", "apparatus", or None."""
    tokens = [token.lower() for token in _TOKEN.findall(_MODIFIER.sub("", f"{class_name} {identifier}"))]
    if not tokens:
        return None
    pairs = {first + second for first, second in pairwise(tokens)}
    named = pairs.union(tokens)
    names = _names()
    return next((kind for kind in ("foreign", "apparatus") if not named.isdisjoint(names[kind])), None)

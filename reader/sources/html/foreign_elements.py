"""Tell which elements inside an article are not part of it, by structure: tag, role, class names, links, repetition.

No words of the text are needed. The names of classes are mostly English, whatever the language of a site.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from reader.model import BlockKind, MarkKind
from reader.sources.html.class_names import name_kind
from reader.sources.html.page_blocks import Page, PageBlock, count_prose, prose_letters
from reader.sources.net.locate import host_of
from reader.sources.text.clean import alphanumerics

_TAGS = frozenset({"aside", "dialog", "footer", "form", "nav"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ROLES = frozenset({"banner", "complementary", "contentinfo", "menu", "navigation", "search", "tablist", "toolbar"})
_MOST_PROSE = 0.4  # of the page's running text: what holds more is not foreign, whatever it is called
_MOST_WITNESSED = 0.1  # of the running text that the extractor took, likewise
_MOST_OF_CLASS = 0.5  # the same for all elements of one class
_MOST_TEASER = 0.3  # the same for an element with headings that are all links: the headline may link to its own page
_TEASER_BLOCKS = 5  # a heading, a kicker, an excerpt, an author and a date
_LEAST_LINKS = 2
_LINKED = 0.7
_POINTER = 0.8
_SENTENCE_ENDS = (".", ",", ":", ";", "”", '"', "»", "。", "！", "？")
_LONGEST_LINE = 150  # letters
_LEAST_LETTERS = 10
_LEAST_SCRAPS = 5  # lines
_SCRAP = 15  # letters of a line, on average
_LINE_ENDS = (".", ",", ";", ":", "!", "?", "—")  # of a stanza or a list of answers, not of labels
_MOST_LEVELS = 6
_SCHEME = re.compile(r"[A-Za-z][A-Za-z\d+.-]*:")  # "mailto:"


@dataclass(slots=True)
class _Content:
    """What an element holds. Only links to other pages of the site count, and only letters outside of headings."""

    blocks: int = 0
    headings: int = 0
    linked_headings: int = 0
    links: int = 0
    letters: int = 0
    linked_letters: int = 0


class ForeignElements:
    """Decides for the elements of one page; each is looked at once."""

    def __init__(self, page: Page) -> None:
        self._prose = page.prose_in
        self._sentences = count_prose(block for block in page.blocks if _is_sentence(block))
        self._most_prose = _MOST_PROSE * prose_letters(page.blocks)
        self._scraps = _find_scraps(page)
        self._host = page.host
        self._url = page.base.partition("#")[0]
        self._content = self._count_content(page)
        self.consider((), trust_names=True)

    def consider(self, witnessed: Sequence[PageBlock], *, trust_names: bool) -> None:
        """Decide anew, with what an extractor took.

        Without `trust_names`, roles and class names do not count: some pages call everything by the same name.
        """
        self._witnessed = count_prose(witnessed)
        self._witnessed_by_class = _count_prose_by_class(witnessed)
        self._all_witnessed = max(1, prose_letters(witnessed))
        self._trust_names = trust_names
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
        if element.tag in {"body", "html"} or self._prose[element] > self._most_prose:
            return False
        witnessed_share = self._witnessed[element] / self._all_witnessed
        if self._is_teaser(element):
            return witnessed_share <= _MOST_TEASER
        if witnessed_share > _MOST_WITNESSED:
            return False
        is_apparatus = not self._prose[element] and (element in self._scraps or self._is_link_list(element))
        is_foreign_tag = element.tag in _TAGS and next(element.iterancestors("blockquote"), None) is None
        return is_foreign_tag or is_apparatus or (self._trust_names and self._has_foreign_name(element))

    def _has_foreign_name(self, element: HtmlElement) -> bool:
        if element.get("role") in _ROLES:
            return True
        class_name = element.get("class", "")
        if element.tag in _HEADINGS or self._witnessed_by_class[class_name] > _MOST_OF_CLASS * self._all_witnessed:
            return False
        kind = name_kind(element)
        if kind == "apparatus":  # unless it holds a post that the article quotes
            return not self._sentences[element] and next(element.iter("blockquote"), None) is None
        return kind in {"comments", "foreign"}

    def _count_content(self, page: Page) -> dict[HtmlElement, _Content]:
        """Return what each element holds."""
        content: dict[HtmlElement, _Content] = defaultdict(_Content)
        for block in page.blocks:
            links, linked_letters = self._count_links(block)
            is_heading = block.part.kind is BlockKind.HEADING
            is_linked_heading = is_heading and block.part.level > 1 and links > 0 and block.linked_share >= _POINTER
            for element in (block.element, *block.element.iterancestors()):
                held = content[element]
                held.blocks += 1
                held.headings += is_heading
                held.linked_headings += is_linked_heading
                held.links += links
                if not is_heading:
                    held.letters += block.letters
                    held.linked_letters += linked_letters
        return content

    def _count_links(self, block: PageBlock) -> tuple[int, int]:
        """Return how many links to other pages of the site a block has, and how many letters are in links."""
        if block.part.kind is BlockKind.TABLE:  # its cells have no marks
            links = [link for link in block.element.iter("a") if self._is_on_site(link.get("href"))]
            return len(links), sum(len(alphanumerics("".join(link.itertext()))) for link in links)
        count = sum(mark.kind is MarkKind.LINK and self._is_other_page(mark.href) for mark in block.part.marks)
        return count, round(block.letters * block.linked_share) if count else 0

    def _is_teaser(self, element: HtmlElement) -> bool:
        """Return whether an element shows other articles: all its headings are links, with few lines under each."""
        held = self._content[element]
        return 0 < held.headings == held.linked_headings and held.blocks <= _TEASER_BLOCKS * held.headings

    def _is_other_page(self, href: str | None) -> bool:
        return self._is_on_site(href) and (href or "").partition("#")[0] != self._url

    def _is_link_list(self, element: HtmlElement) -> bool:
        """Return whether an element consists of links to other pages of the site, under a heading or not."""
        if element.tag not in {"div", "section", "ul", "ol", "table"}:
            return False
        held = self._content[element]
        least = 1 if held.headings or element.tag in {"ul", "ol"} else _LEAST_LINKS
        return held.links >= least and held.linked_letters >= _LINKED * held.letters >= _LEAST_LETTERS

    def _is_on_site(self, href: str | None) -> bool:
        if not href or href.startswith("#"):
            return False
        if href.startswith(("http:", "https:", "//")):
            return host_of(href) == self._host
        return _SCHEME.match(href) is None

    def is_named_article(self, element: HtmlElement) -> bool:
        """Return whether an element is called the text of an article."""
        if element.get("itemprop") == "articleBody":
            return True
        return name_kind(element) == "article"

    def is_pointer(self, block: PageBlock) -> bool:
        """Return whether a paragraph is a link to another page of the site and not a sentence."""
        if (
            block.part.kind is not BlockKind.PARAGRAPH
            or block.linked_share < _POINTER
            or block.part.text.endswith(_SENTENCE_ENDS)
        ):
            return False
        return any(self._is_on_site(link.get("href")) for link in block.element.iter("a"))


def _is_sentence(block: PageBlock) -> bool:
    """Return whether a block is too long for a line of names and dates, or ends as sentences do."""
    return block.letters >= _LONGEST_LINE or block.part.text.endswith(_SENTENCE_ENDS)


def _count_prose_by_class(blocks: Sequence[PageBlock]) -> Counter[str]:
    """Return how much of the running text among these blocks is in elements of each class."""
    letters: Counter[str] = Counter()
    for block in blocks:
        if block.is_prose:
            classes = {element.get("class", "") for element in (block.element, *block.element.iterancestors())}
            letters.update(dict.fromkeys(classes - {""}, block.letters))
    return letters


def _find_scraps(page: Page) -> set[HtmlElement]:
    """Return the elements that hold a row of very short lines and nothing else, such as the labels of a chart."""
    lines: dict[HtmlElement, list[PageBlock]] = {}
    for block in page.blocks:
        around = list(islice(block.element.iterancestors(), _MOST_LEVELS))
        if not any(each.tag in {"td", "th"} for each in (block.element, *around[:2])):
            for element in around:
                lines.setdefault(element, []).append(block)
    return {
        element
        for element, blocks in lines.items()
        if len(blocks) >= _LEAST_SCRAPS
        and all(block.part.kind is BlockKind.PARAGRAPH for block in blocks)
        and sum(block.letters for block in blocks) < _SCRAP * len(blocks)
        and sum(block.part.text.endswith(_LINE_ENDS) for block in blocks) * 4 < len(blocks)
    }

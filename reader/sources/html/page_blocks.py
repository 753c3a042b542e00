"""The blocks of a page with what their elements tell: how much text each holds, and how much of it is in links."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from reader.model import BlockKind
from reader.sources.draft import Part
from reader.sources.html.element_blocks import is_hidden, read_blocks
from reader.sources.net.locate import host_of
from reader.sources.text.clean import alphanumerics

LEAST_PROSE = 60  # letters of a block of running text
_MOST_LINKED = 0.5
_UNKNOWN_BASE = "https://address-unknown.invalid/"  # of a saved page; so that its links are seen as links
_ALL_LINKED = 0.95
_LEAST_PROSE_SHARE = 0.2
_MOST_BESIDE_HIDDEN = 0.5  # letters in the other paragraphs, as a share of those that are hidden
_MAYBE_HIDDEN = etree.XPath("//*[@hidden or @style]")  # faster than checking each element
_WORD_CHARACTERS = re.compile("[\u2e80-\ud7ff]")  # of scripts in which a character is a word or a syllable
_LETTERS_PER_WORD_CHARACTER = 3
_PARAGRAPHS_AND_SPANS = frozenset({"a", "b", "em", "font", "i", "p", "span", "strong"})


class PageBlock:
    """One block of a page, with the element that it was read from."""

    def __init__(self, part: Part, element: HtmlElement) -> None:
        self.part = part
        self.element = element
        self.folded = alphanumerics(part.text)

    @cached_property
    def letters(self) -> int:
        """How many letters and digits the block has; without an alphabet, a character counts as three."""
        others = 0 if self.folded.isascii() else len(_WORD_CHARACTERS.findall(self.folded))
        return len(self.folded) + others * (_LETTERS_PER_WORD_CHARACTER - 1)

    @cached_property
    def linked_share(self) -> float:
        """The share of the text that is in links."""
        return self.part.linked_length / max(1, len(self.part.text))

    def is_in(self, element: HtmlElement) -> bool:
        """Return whether the block was read from an element or from one inside it."""
        return element is self.element or element in self.element.iterancestors()

    @cached_property
    def is_prose(self) -> bool:
        """Whether the block is running text: long enough, not a heading or a caption, and mostly outside of links."""
        return (
            self.letters >= LEAST_PROSE
            and self.part.kind not in {BlockKind.HEADING, BlockKind.CAPTION}
            and self.linked_share < _MOST_LINKED
        )


class Page:
    """The blocks of a page in order, without what a browser hides."""

    def __init__(self, tree: HtmlElement, base: str | None) -> None:
        for element in _find_hidden(tree):
            element.drop_tree()
        self.tree = tree
        self.base = base or _UNKNOWN_BASE
        self.host = host_of(self.base)
        self.blocks = [PageBlock(part, element) for part, element in read_blocks(tree, self.base, hidden_removed=True)]
        linked = sum(block.part.linked_length for block in self.blocks)
        if linked > _ALL_LINKED * sum(len(block.part.text) for block in self.blocks):
            for block in self.blocks:  # a link that is never closed: that text is in a link says nothing
                block.linked_share = 0.0

    def remove(self, elements: AbstractSet[HtmlElement]) -> None:
        """Remove the blocks that were read from these elements."""
        self.blocks = [
            block for block in self.blocks if elements.isdisjoint((block.element, *block.element.iterancestors()))
        ]
        self.__dict__.pop("prose_in", None)

    @cached_property
    def prose_in(self) -> Counter[HtmlElement]:
        """How many letters of running text each element of the page holds."""
        return count_prose(self.blocks)


def without_unknown_links(part: Part) -> Part:
    """Return a part without the links that are relative to a page whose address is unknown."""
    marks = tuple(mark for mark in part.marks if mark.href is None or not mark.href.startswith(_UNKNOWN_BASE))
    return part if len(marks) == len(part.marks) else part._replace(marks=marks)


def _find_hidden(tree: HtmlElement) -> list[HtmlElement]:
    """Return the elements that a browser hides, except the one with the article.

    Some pages show their article only after a script has run: it is where most of the page's paragraphs are hidden.
    """
    maybe_hidden = cast("list[HtmlElement]", _MAYBE_HIDDEN(tree))
    hidden = [element for element in maybe_hidden if element.getparent() is not None and is_hidden(element)]
    largest = max(hidden, key=_count_paragraph_letters, default=None)
    if largest is not None and (letters := _count_paragraph_letters(largest)):
        others = _count_paragraph_letters(tree) - letters
        if others < _MOST_BESIDE_HIDDEN * letters:
            return [element for element in hidden if element is not largest and element not in largest.iterancestors()]
    return hidden


def _count_paragraph_letters(element: HtmlElement) -> int:
    return sum(len("".join(paragraph.itertext()).strip()) for paragraph in element.iter("p"))


def prose_letters(blocks: Iterable[PageBlock]) -> int:
    """Return how many letters of running text these blocks have."""
    return sum(block.letters for block in blocks if block.is_prose)


def count_prose(blocks: Iterable[PageBlock]) -> Counter[HtmlElement]:
    """Return how many letters of the running text among these blocks each element holds."""
    return _letters_by_element(block for block in blocks if block.is_prose)


def _letters_by_element(blocks: Iterable[PageBlock]) -> Counter[HtmlElement]:
    letters: Counter[HtmlElement] = Counter()
    for block in blocks:
        letters[block.element] += block.letters
        for ancestor in block.element.iterancestors():
            letters[ancestor] += block.letters
    return letters


def innermost_with_share(blocks: Sequence[PageBlock], share: float) -> HtmlElement | None:
    """Return the innermost element that holds this share of the running text; None where there is none.

    It is no paragraph or `<span>`, because others may stand beside it. In a poem or a list there is little running
    text: then all lines but headings count.
    """
    lines = [block for block in blocks if block.part.kind is not BlockKind.HEADING]
    prose = [block for block in lines if block.is_prose]
    total = sum(block.letters for block in lines)
    counted = prose if sum(block.letters for block in prose) >= _LEAST_PROSE_SHARE * total else lines
    least = share * sum(block.letters for block in counted)
    holding = [
        element
        for element, count in _letters_by_element(counted).items()
        if count >= least and element.tag not in _PARAGRAPHS_AND_SPANS
    ]
    return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)

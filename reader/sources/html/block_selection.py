"""Choose the blocks of a page that belong to its article.

One element holds the article. What an extractor took shows where its text begins and ends; everything between is kept
unless the structure shows that it belongs to something else.
"""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import islice, takewhile
from typing import NamedTuple

from lxml.html import HtmlElement

from reader.model import BlockKind
from reader.sources.draft import Part
from reader.sources.html.comment_sections import find_comment_sections
from reader.sources.html.extractors import Extract, by_trafilatura
from reader.sources.html.foreign_elements import ForeignElements
from reader.sources.html.page_blocks import (
    Page,
    PageBlock,
    count_prose,
    innermost_with_share,
    prose_letters,
    without_unknown_links,
)
from reader.sources.text.boilerplate import hide

_LEAST_WITNESSED = 25  # letters; a shorter text may occur twice on a page
_LEAST_SHARE = 0.5
_LONG = 2000  # letters; in a shorter text the extractor tells better what is not the article's
_LEAST_KEPT = 0.6  # of the running text that the extractor took
_MAIN_SHARE = 0.85
_OWN_SHARE = 0.6
_LEAST_SIBLINGS = 2
_LEAST_DECK = 40  # letters
_MOST_ABOVE = 40  # blocks between the headline and the first text
_LINES_ABOVE, _LINES_BELOW = 12, 8  # blocks beside the text that may state its date and its author
_MOST_SEARCH_WORK = 300_000_000  # letters searched for blocks that the extractor split in another way


class Selection(NamedTuple):
    """The article's blocks in order, and the short lines beside its text, from the nearest above to the last below."""

    parts: list[Part]
    lines_around: list[str]


def select_blocks(tree: HtmlElement, base: str | None) -> Selection:
    """Return the article's blocks; none where the page has no article."""
    page = Page(tree, base)
    foreign = ForeignElements(page)
    witnessed = _witnessed(page, foreign)
    comments = find_comment_sections(page, witnessed)
    if comments:
        page.remove(comments)
        witnessed = [block for block in witnessed if block in page.blocks]
        foreign = ForeignElements(page)
    foreign.consider(witnessed, trust_names=True)
    selected = _select(page, witnessed, foreign)
    if prose_letters(selected) < _LEAST_KEPT * prose_letters(witnessed):
        foreign.consider(witnessed, trust_names=False)
        selected = _select(page, witnessed, foreign)
    parts = [without_unknown_links(part) for part in _trim(selected)]
    return Selection(parts, _lines_around(page, selected))


def _lines_around(page: Page, selected: Sequence[PageBlock]) -> list[str]:
    """Return the text of the blocks above the article's text, the nearest first, and of those just below it.

    A heading below begins a list of other articles or of comments.
    """
    numbers = {block: number for number, block in enumerate(page.blocks)}
    text = [numbers[block] for block in selected if block in numbers and block.part.kind is not BlockKind.HEADING]
    if not text:
        return []
    first, last = text[0], text[-1]
    above = page.blocks[max(0, first - _LINES_ABOVE) : first + 1]
    below = takewhile(
        lambda block: block.part.kind is not BlockKind.HEADING, page.blocks[last + 1 : last + 1 + _LINES_BELOW]
    )
    return [block.part.text for block in (*reversed(above), *below) if block.linked_share < 1]


def _select(page: Page, witnessed: Sequence[PageBlock], foreign: ForeignElements) -> list[PageBlock]:
    own = [block for block in page.blocks if not foreign.holds(block.element, None)]
    witnessed = witnessed or own
    article = _article_element(own, witnessed)
    if article is None:
        return []
    kept = [block for block in page.blocks if block.is_in(article) and not foreign.holds(block.element, article)]
    body = _between_ends(kept, frozenset(witnessed))
    return [*_above(page, foreign, body[0]), *(_hide_pointer(block, foreign) for block in body)] if body else []


def _hide_pointer(block: PageBlock, foreign: ForeignElements) -> PageBlock:
    """Return a block hidden where it only points to another article: a reader can show it."""
    return PageBlock(hide(block.part), block.element) if foreign.is_pointer(block) else block


def _above(page: Page, foreign: ForeignElements, first: PageBlock) -> list[PageBlock]:
    """Return the headline and the deck: the longer lines between the last headline above and the first text."""
    above: list[PageBlock] = []
    for block in reversed(page.blocks[: page.blocks.index(first)][-_MOST_ABOVE:]):
        is_headline = block.part.kind is BlockKind.HEADING and block.part.level == 1
        if foreign.holds(block.element, None) and not is_headline:
            continue
        is_deck = block.letters >= _LEAST_DECK and block.part.kind not in {BlockKind.CAPTION, BlockKind.TABLE}
        if is_headline:
            above.append(block)
        elif is_deck and block.linked_share < _LEAST_SHARE:
            above.append(PageBlock(block.part._replace(kind=BlockKind.CAPTION, level=0, ordered=None), block.element))
        if is_headline:
            return above[::-1]
    return []


def _witnessed(page: Page, foreign: ForeignElements) -> list[PageBlock]:
    """Return the blocks that are the article's without doubt, which show where it begins and ends.

    They are a long text in an element that is called an article's text; else what trafilatura takes. Where that is
    little of the page's text, it is asked again. What it takes from foreign elements does not count.
    """
    blocks = [block for block in page.blocks if not foreign.holds(block.element, None)]
    named = _in_named_article(blocks, foreign)
    if prose_letters(named) >= _LONG:
        return named
    own = frozenset(blocks)
    found = _match(page, by_trafilatura(page.tree, fast=True))
    if prose_letters(own.intersection(found)) < _LEAST_SHARE * prose_letters(own):
        others = _match(page, by_trafilatura(page.tree))
        return max(found, others, key=lambda blocks: prose_letters(own.intersection(blocks)))
    return found


def _in_named_article(own: Sequence[PageBlock], foreign: ForeignElements) -> list[PageBlock]:
    """Return the blocks in the element that is called the text of the article and holds most of the page's text."""
    element = innermost_with_share(own, _MAIN_SHARE)
    while element is not None and not foreign.is_named_article(element):
        element = element.getparent()
    return [] if element is None else [block for block in own if block.is_in(element)]


def _match(page: Page, extract: Extract) -> list[PageBlock]:
    """Return the blocks of the page whose words are in an extract."""
    searches = _MOST_SEARCH_WORK // max(1, len(extract.whole))
    found = []
    for block in page.blocks:
        if len(block.folded) < _LEAST_WITNESSED:
            continue
        if block.folded not in extract.blocks:
            searches -= 1
            if searches <= 0 or block.folded not in extract.whole:
                continue
        found.append(block)
    return found


def _article_element(own: Sequence[PageBlock], witnessed: Sequence[PageBlock]) -> HtmlElement | None:
    """Return the element that holds the article: where the extractor found it, or where most of the page's text is."""
    taken = frozenset(witnessed)
    structures = Counter(_structure(block.element) for block in witnessed if block.is_prose)
    similar = [block for block in own if block in taken or structures[_structure(block.element)] >= _LEAST_SIBLINGS]
    found = innermost_with_share(similar, _MAIN_SHARE)
    whole = innermost_with_share(own, _OWN_SHARE)
    if found is None or whole is None:
        return whole if found is None else found
    prose = count_prose(own)
    return whole if whole in found.iterancestors() and prose[found] < _LEAST_SHARE * prose[whole] else found


def _between_ends(kept: Sequence[PageBlock], witnessed: AbstractSet[PageBlock]) -> list[PageBlock]:
    """Return the blocks from the first to the last of the article's text."""
    taken = [block for block in kept if block in witnessed]
    parents = Counter(block.element.getparent() for block in taken if block.is_prose)
    structures = Counter(_structure(block.element) for block in taken if block.is_prose)

    def is_text(block: PageBlock) -> bool:
        if block.part.kind in {BlockKind.HEADING, BlockKind.CAPTION, BlockKind.RULE}:
            return False
        if block.linked_share > _LEAST_SHARE and not block.part.text.endswith("."):
            return False
        if block in witnessed:
            return True
        levels = 3 if block.part.kind in {BlockKind.CODE, BlockKind.ITEM, BlockKind.QUOTE} else 2
        around = (block.element, *islice(block.element.iterancestors(), levels - 1))
        if any(parents[element] >= _LEAST_SIBLINGS for element in around):
            return True
        return block.is_prose and structures[_structure(block.element)] >= _LEAST_SIBLINGS

    begin = _after_headline(kept, witnessed)
    indexes = [i for i in range(begin, len(kept)) if is_text(kept[i])]
    if not indexes:
        return []
    first, last = indexes[0], indexes[-1]
    while first and _is_heading_of(kept[first - 1], kept[first]):
        first -= 1
    counts = Counter(block.folded for block in kept)
    return [block for block in kept[first : last + 1] if counts[block.folded] == 1 or not _has_links(block)]


def _after_headline(kept: Sequence[PageBlock], witnessed: AbstractSet[PageBlock]) -> int:
    """Return the index after the first headline, where it stands above the running text."""
    for i, block in enumerate(kept):
        if block.part.kind is BlockKind.HEADING and block.part.level == 1:
            return i + 1
        if block.is_prose and block in witnessed:
            break
    return 0


def _is_heading_of(block: PageBlock, next_block: PageBlock) -> bool:
    """Return whether a block is the heading of a section that begins with the next block."""
    is_heading = block.part.kind is BlockKind.HEADING and block.part.level > 1
    return is_heading and block.element.getparent() is next_block.element.getparent()


def _has_links(block: PageBlock) -> bool:
    """Return whether a block is mostly links, or an item with one: if it is repeated, it shows another article."""
    least = 0 if block.part.kind is BlockKind.ITEM else _LEAST_SHARE
    return block.part.kind is not BlockKind.QUOTE and block.linked_share > least


def _structure(element: HtmlElement) -> tuple[str, ...]:
    """Return the tag and class of an element and of its two nearest ancestors."""
    elements = [element, *islice(element.iterancestors(), 2)]
    return tuple(f"{each.tag}.{each.get('class', '')}" for each in elements)


def _trim(blocks: Sequence[PageBlock]) -> list[Part]:
    """Return the parts without headings and lists of links after the last text.

    No caption is kept twice, and no rule right after another.
    """
    parts = [block.part for block in blocks]
    while parts and (parts[-1].kind in {BlockKind.HEADING, BlockKind.CAPTION, BlockKind.RULE} or _is_link(parts[-1])):
        parts.pop()
    kept, seen = list[Part](), set[str]()
    for part in parts:
        repeated = part.kind is BlockKind.CAPTION and part.text in seen
        if not repeated and not (part.kind is BlockKind.RULE and kept and kept[-1].kind is BlockKind.RULE):
            kept.append(part)
        seen.add(part.text)
    return kept


def _is_link(part: Part) -> bool:
    """Return whether a list item consists of a link."""
    return part.kind is BlockKind.ITEM and part.linked_length * 5 >= len(part.text) * 4

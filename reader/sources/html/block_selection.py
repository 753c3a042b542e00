"""Choose the blocks of a page that belong to its article, by what the extractor takes from it."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from reader.model import BlockKind, MarkKind
from reader.sources.draft import Part
from reader.sources.html.element_blocks import is_hidden, read_blocks
from reader.sources.html.extractors import by_trafilatura
from reader.sources.text.clean import alphanumerics

_PROSE = 25  # letters; a shorter text may occur twice on a page
_LEAST_SHARE = 0.5
_LEAST_COVERED = 0.9
_SENTENCE = 60  # letters
_LONG = 200  # letters; a paragraph of this length that the extractor took is always kept
_LEAST_LETTERS = 10  # letters
_LEAST_PARAGRAPHS = 2
_MOST_SEARCH_WORK = 300_000_000  # letters searched for blocks that the extractor split in another way
_MAIN_SHARE = 0.85

_MAYBE_HIDDEN = etree.XPath("//*[@hidden or @style]")  # faster than checking each element

PageBlock = tuple[Part, HtmlElement]


def select_blocks(tree: HtmlElement, base: str | None) -> list[Part]:
    """Return the article's blocks in order; none where the page has no article."""
    for element in cast("list[HtmlElement]", _MAYBE_HIDDEN(tree)):
        if is_hidden(element) and element.getparent() is not None:
            element.drop_tree()
    page = read_blocks(tree, base, hidden_removed=True)
    extracted = _extract(tree, base, page)
    if not extracted:
        return []
    selected = _select(page, extracted)
    return selected if _prose(selected) >= _LEAST_COVERED * _prose(extracted) else extracted


def _extract(tree: HtmlElement, base: str | None, page: Sequence[PageBlock]) -> list[Part]:
    """Return what trafilatura takes from the page, or the page's main text where trafilatura has none that is longer.

    trafilatura passes over elements that seldom hold an article (a footer, comments), and on some pages all of the
    text is in one. What is most of a page's text needs no comparing, which spares most pages a second look.
    """
    found = by_trafilatura(tree, base, fast=True)
    if _prose(found) < _LEAST_SHARE * _prose([part for part, _ in page]):
        found = by_trafilatura(tree, base)
    if _prose(found):
        return found
    main = _main_text(page)
    return main if _prose(main) > sum(len(part.text) for part in found) else found


def _main_text(page: Sequence[PageBlock]) -> list[Part]:
    """Return the blocks in the innermost element that holds nearly all of the page's text; none where it has none."""
    main = _main_element(page, [alphanumerics(part.text) for part, _ in page], range(len(page)))
    return [part for part, element in page if main is element or main in element.iterancestors()]


def _prose(parts: Sequence[Part]) -> int:
    return sum(len(part.text) for part in parts if part.kind is not BlockKind.HEADING and len(part.text) >= _SENTENCE)


def _select(page: Sequence[PageBlock], extracted: Sequence[Part]) -> list[Part]:
    """Return the blocks of the page whose words the extractor took, and the blocks between them that it missed."""
    extracts = [alphanumerics(part.text) for part in extracted]
    texts, whole = frozenset(extracts), "".join(extracts)
    folded = [alphanumerics(part.text) for part, _ in page]
    searches = _MOST_SEARCH_WORK // max(1, len(whole))
    prose = []
    for i, text in enumerate(folded):
        if len(text) < _PROSE:
            continue
        if text not in texts:
            searches -= 1
        if text in texts or (searches > 0 and text in whole):
            prose.append(i)
    taken = set(prose)
    if not taken:
        return []
    taken.update(i for i in range(min(taken), max(taken) + 1) if folded[i] in texts)
    after = max(taken) + 1
    while after < len(page) and page[after][0].kind is BlockKind.ITEM and folded[after] in texts:
        taken.add(after)  # the short items at the end of a last list
        after += 1
    body = _main_element(page, folded, prose)
    if body is not None:
        taken = {
            i for i in taken if len(folded[i]) >= _LONG or body in page[i][1].iterancestors() or page[i][1] is body
        }
        taken |= _find_overlooked(page, folded, taken)
        taken |= _find_between(page, folded, taken)
    return _trim_end([page[i] for i in sorted(taken)])


def _main_element(page: Sequence[PageBlock], folded: Sequence[str], prose: Sequence[int]) -> HtmlElement | None:
    """Return the innermost element that contains nearly all of the running text taken."""
    weights: Counter[HtmlElement] = Counter()
    total = 0
    for i in prose:
        part, element = page[i]
        if part.kind is BlockKind.HEADING or len(folded[i]) < _SENTENCE:
            continue
        total += len(folded[i])
        for ancestor in (element, *element.iterancestors()):
            weights[ancestor] += len(folded[i])
    candidates = [element for element, weight in weights.items() if weight >= _MAIN_SHARE * total]
    return max(candidates, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _find_overlooked(page: Sequence[PageBlock], folded: Sequence[str], taken: set[int]) -> set[int]:
    """Return the paragraphs that were not taken although elements of the same structure were."""
    paragraphs = (i for i in taken if page[i][0].kind is BlockKind.PARAGRAPH and len(folded[i]) >= _SENTENCE)
    structures = Counter(_structure(page[i][1]) for i in paragraphs)
    return {
        i
        for i in range(min(taken), len(page))
        if i not in taken and len(folded[i]) >= _SENTENCE and structures[_structure(page[i][1])] > 1
    }


def _find_between(page: Sequence[PageBlock], folded: Sequence[str], taken: set[int]) -> set[int]:
    """Return the blocks that were not taken although they are between taken ones in the same element."""
    parent_counts: Counter[HtmlElement] = Counter()
    for i in taken:
        if len(folded[i]) >= _SENTENCE:
            parent_counts.update(islice(page[i][1].iterancestors(), 1))
    parents = {element for element, paragraphs in parent_counts.items() if paragraphs >= _LEAST_PARAGRAPHS}
    between = {
        i
        for i in range(min(taken), max(taken))
        if i not in taken
        and len(folded[i]) >= _LEAST_LETTERS
        and not parents.isdisjoint([page[i][1], *islice(page[i][1].iterancestors(), 2)])
    }
    after = max(taken) + 1  # the extractor is wary of a short last paragraph
    if after < len(page) and page[after][1].getparent() in parent_counts and page[after][0].kind is BlockKind.PARAGRAPH:
        between.add(after)
    return between


def _structure(element: HtmlElement) -> tuple[str, ...]:
    """Return the tag and class of an element and of its two nearest ancestors."""
    elements = [element, *islice(element.iterancestors(), 2)]
    return tuple(f"{each.tag}.{each.get('class', '')}" for each in elements)


def _trim_end(page_blocks: Sequence[PageBlock]) -> list[Part]:
    """Return the parts without headings and lists of links after the last text, and without repeated captions."""
    parts = [part for part, _ in page_blocks]
    while parts and (parts[-1].kind in {BlockKind.HEADING, BlockKind.CAPTION, BlockKind.RULE} or _is_link(parts[-1])):
        parts.pop()
    kept, seen = [], set[str]()
    for part in parts:
        if part.kind is not BlockKind.CAPTION or part.text not in seen:
            kept.append(part)
        seen.add(part.text)
    return kept


def _is_link(part: Part) -> bool:
    """Return whether a list item consists of a link."""
    linked = sum(len(mark.span) for mark in part.marks if mark.kind is MarkKind.LINK)
    return part.kind is BlockKind.ITEM and linked * 5 >= len(part.text) * 4

"""Choose the blocks of a page that are its article, by what the extractors take from it."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from reader.model import BlockKind, MarkKind
from reader.sources.draft import Part
from reader.sources.html.element_blocks import is_hidden, read_blocks
from reader.sources.html.extractors import by_readability, by_trafilatura
from reader.sources.text.clean import alphanumerics

_PROSE = 25  # letters; a shorter text may stand twice on a page
_FEW_HEADINGS = 1
_MANY_HEADINGS = 3
_SECTION_LEVELS = range(2, 5)
_MOST_OF_IT = 0.5
_NO_SHORTER = 0.9
_COVERED = 0.9
_SENTENCE = 60  # letters
_LONG = 200  # letters; a paragraph of this length that the extractor took is kept wherever it stands
_WORDS = 10  # letters
_MANY = 2
_MOST_SEARCHED = 300_000_000  # letters looked through for blocks that the extractor set otherwise
_NEARLY_ALL = 0.85

_MAYBE_UNSHOWN = etree.XPath("//*[@hidden or @style]")  # which is quicker than to look at each element

Found = tuple[Part, HtmlElement]


def select_blocks(tree: HtmlElement, base: str | None) -> list[Part]:
    """The article's blocks in order; none where the page holds no article."""
    for element in cast("list[HtmlElement]", _MAYBE_UNSHOWN(tree)):
        if is_hidden(element) and element.getparent() is not None:
            element.drop_tree()
    page = read_blocks(tree, base, hidden_removed=True)
    extracted = _extracted(tree, base, page)
    if not extracted:
        return []
    picked = _picked(page, extracted)
    return picked if _prose(picked) >= _COVERED * _prose(extracted) else extracted


def _extracted(tree: HtmlElement, base: str | None, page: Sequence[Found]) -> list[Part]:
    """What trafilatura takes from the page, or readability-lxml where that is plainly better.

    That is where trafilatura gives no text, or where it keeps one heading or none of three and more that stand in
    readability-lxml's text, which is not much shorter (nine tenths): lost headings tell of lost sections. A page with
    fewer sections is none of these, and what is most of a page's text needs no comparing, which spares most pages a
    second look.
    """
    first = by_trafilatura(tree, base, quickly=True)
    if _prose(first) < _MOST_OF_IT * _prose([part for part, _ in page]):
        first = by_trafilatura(tree, base)
    if first and (_headings(first) > _FEW_HEADINGS or _sections(page) < _MANY_HEADINGS):
        return first
    second = by_readability(tree, base)
    if not first or (_headings(second) >= _MANY_HEADINGS and _length(second) >= _NO_SHORTER * _length(first)):
        return second
    return first


def _sections(page: Sequence[Found]) -> int:
    """How many headings of the page, but for its own, have running text under them."""
    sections, written = 0, _LONG
    for part, _ in page:
        if part.kind is BlockKind.HEADING:
            written = 0 if part.level in _SECTION_LEVELS else _LONG
        elif written < _LONG and len(part.text) >= _SENTENCE:
            written += len(part.text)
            sections += written >= _LONG
    return sections


def _headings(parts: Sequence[Part]) -> int:
    return sum(part.kind is BlockKind.HEADING for part in parts)


def _length(parts: Sequence[Part]) -> int:
    return sum(len(part.text) for part in parts)


def _prose(parts: Sequence[Part]) -> int:
    return sum(len(part.text) for part in parts if part.kind is not BlockKind.HEADING and len(part.text) >= _SENTENCE)


def _picked(page: Sequence[Found], extracted: Sequence[Part]) -> list[Part]:
    """The blocks of the page whose words the extractor took, and those that it overlooked between them."""
    extracts = [alphanumerics(part.text) for part in extracted]
    texts, whole = frozenset(extracts), "".join(extracts)
    folded = [alphanumerics(part.text) for part, _ in page]
    searches = _MOST_SEARCHED // max(1, len(whole))
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
    body = _body(page, folded, prose)
    if body is not None:
        taken = {
            i for i in taken if len(folded[i]) >= _LONG or body in page[i][1].iterancestors() or page[i][1] is body
        }
        taken |= _overlooked(page, folded, taken)
        taken |= _beside(page, folded, taken)
    return _ended([page[i] for i in sorted(taken)])


def _body(page: Sequence[Found], folded: Sequence[str], prose: Sequence[int]) -> HtmlElement | None:
    """The innermost element that holds nearly all of the running text taken."""
    weights: Counter[HtmlElement] = Counter()
    total = 0
    for i in prose:
        part, element = page[i]
        if part.kind is BlockKind.HEADING or len(folded[i]) < _SENTENCE:
            continue
        total += len(folded[i])
        for ancestor in (element, *element.iterancestors()):
            weights[ancestor] += len(folded[i])
    holding = [element for element, weight in weights.items() if weight >= _NEARLY_ALL * total]
    return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _overlooked(page: Sequence[Found], folded: Sequence[str], taken: set[int]) -> set[int]:
    """Paragraphs that were not taken though they are set as those that were: in elements of the same make."""
    paragraphs = (i for i in taken if page[i][0].kind is BlockKind.PARAGRAPH and len(folded[i]) >= _SENTENCE)
    makes = Counter(_make(page[i][1]) for i in paragraphs)
    return {
        i
        for i in range(min(taken), len(page))
        if i not in taken and len(folded[i]) >= _SENTENCE and makes[_make(page[i][1])] > 1
    }


def _beside(page: Sequence[Found], folded: Sequence[str], taken: set[int]) -> set[int]:
    """Blocks that were not taken though they stand between those that were, as children of the same element."""
    holders: Counter[HtmlElement] = Counter()
    for i in taken:
        if len(folded[i]) >= _SENTENCE:
            holders.update(islice(page[i][1].iterancestors(), 1))
    homes = {element for element, paragraphs in holders.items() if paragraphs >= _MANY}
    found = {
        i
        for i in range(min(taken), max(taken))
        if i not in taken
        and len(folded[i]) >= _WORDS
        and not homes.isdisjoint([page[i][1], *islice(page[i][1].iterancestors(), 2)])
    }
    after = max(taken) + 1  # the extractors are wary of a short last paragraph
    if after < len(page) and page[after][1].getparent() in holders and page[after][0].kind is BlockKind.PARAGRAPH:
        found.add(after)
    return found


def _make(element: HtmlElement) -> tuple[str, ...]:
    """An element's tag and class with those of the two around it."""
    around = [element, *islice(element.iterancestors(), 2)]
    return tuple(f"{each.tag}.{each.get('class', '')}" for each in around)


def _ended(found: Sequence[Found]) -> list[Part]:
    """The parts without headings and lists of links after the last running text, and without repeated captions."""
    parts = [part for part, _ in found]
    while parts and (parts[-1].kind in {BlockKind.HEADING, BlockKind.CAPTION, BlockKind.RULE} or _is_link(parts[-1])):
        parts.pop()
    kept, seen = [], set[str]()
    for part in parts:
        if part.kind is not BlockKind.CAPTION or part.text not in seen:
            kept.append(part)
        seen.add(part.text)
    return kept


def _is_link(part: Part) -> bool:
    """Whether a list item is nothing but a link."""
    linked = sum(len(mark.span) for mark in part.marks if mark.kind is MarkKind.LINK)
    return part.kind is BlockKind.ITEM and linked * 5 >= len(part.text) * 4

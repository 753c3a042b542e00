"""Find the comments of readers under an article, however long they are."""

from collections.abc import Sequence
from itertools import accumulate

from lxml.html import HtmlElement

from reader.model import BlockKind
from reader.sources.html.class_names import name_kind
from reader.sources.html.page_blocks import Page, PageBlock

_LEAST_ABOVE = 300  # letters of the article above its comments
_LEAST_SHARE_ABOVE = 2 / 3  # of its letters; below the comments, extractors take other texts


def find_comment_sections(page: Page, witnessed: Sequence[PageBlock]) -> set[HtmlElement]:
    """Return the elements that are called comments and follow the article's text.

    Comments can hold more text than the article, and extractors take them for a part of it. What is called so and
    stands above the text or in the middle of it is something else.

    Args:
        page: the page.
        witnessed: the blocks that an extractor took.
    """
    called_comments = {element for element in page.tree.iter("*") if name_kind(element) == "comments"}
    if not called_comments:
        return set()
    around_headline = {
        element
        for block in page.blocks
        if block.part.kind is BlockKind.HEADING and block.part.level == 1
        for element in (block.element, *block.element.iterancestors())
    }
    sections = [_find_section(block.element, called_comments, around_headline) for block in page.blocks]
    taken = frozenset(block for block in witnessed if block.is_prose)
    letters = [
        block.letters if section is None and block in taken else 0
        for block, section in zip(page.blocks, sections, strict=True)
    ]
    least_above = max(_LEAST_ABOVE, _LEAST_SHARE_ABOVE * sum(letters))
    return {
        section
        for section, above in zip(sections, accumulate(letters), strict=True)
        if section is not None and above >= least_above
    }


def _find_section(
    element: HtmlElement, called_comments: set[HtmlElement], around_headline: set[HtmlElement]
) -> HtmlElement | None:
    """Return the outermost element around another one that is called comments, except those around the headline."""
    section = None
    for each in (element, *element.iterancestors()):
        if each in around_headline:
            break
        if each in called_comments:
            section = each
    return section

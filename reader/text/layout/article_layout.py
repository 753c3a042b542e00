"""Lay an article out as a page: its blocks in order, its facts under its title, hidden blocks folded."""

import sys

from reader.model import Article, Block, BlockKind, Span
from reader.text.layout.line_wrapping import Measure
from reader.text.layout.paged_text import Layout
from reader.text.layout.row import DEFAULT_OPTIONS, LayoutOptions, RowKind

_BYLINE_REST = 48
"""Characters that a byline in the text may have after the author's name."""


def title_index(article: Article) -> int | None:
    """Return the index of the title: the first block that is not hidden, if it is a heading; else None."""
    first = next((index for index, block in enumerate(article.blocks) if not block.hidden), None)
    return first if first is not None and article.blocks[first].kind is BlockKind.HEADING else None


def lay_out(
    article: Article,
    width: int,
    measure: Measure,
    *,
    options: LayoutOptions = DEFAULT_OPTIONS,
    show_hidden: bool = False,
) -> Layout:
    """Lay the article out in rows. Takes time linear in the text: 200,000 words take some 40 ms.

    Args:
        article: The article.
        width: Cells that a row may take.
        measure: Splits a string into what is shown together.
        options: How the article is laid out.
        show_hidden: Whether hidden blocks are shown too.
    """
    layout = Layout(article, width, measure, options)
    blocks = article.blocks
    title = title_index(article)
    if title is None:
        _add_facts(layout, article, 0)
    previous: int | None = None
    folded: list[int] = []
    for index, block in enumerate(blocks):
        if block.hidden and not show_hidden:
            folded.append(index)
            continue
        _fold(layout, blocks, folded, previous)
        previous = folded.pop() if folded else previous
        folded.clear()
        if previous is not None and not _is_tight(blocks[previous], block):
            layout.add_row(RowKind.BLANK, *_gap(blocks[previous], block), previous)
        layout.add_block(index)
        if index == title:
            _add_facts(layout, article, block.span.end)
        previous = index
    _fold(layout, blocks, folded, previous)
    return layout


def rewrap_around(page: Layout, width: int, about: Span) -> Layout:
    """Return a page at another width in which only the blocks over a span are wrapped wrapped.

    Other rows end where they did before. This is quick, and serves until there is time for the rest.

    Args:
        page: A page without hyphenation.
        width: The new width, in cells.
        about: The span of the text that is on the screen.
    """
    first, last = page.row_at(about.start), page.row_at(about.end) + 1
    while first and _continues_block(page, first):
        first -= 1
    while last < page.height and _continues_block(page, last):
        last += 1
    wrapped = page.empty(width)
    wrapped.append(page.segment(range(first)))
    for y in range(first, last):
        row = page.row(y)
        if row.kind is not RowKind.TEXT or row.block is None:
            wrapped.append(page.segment(range(y, y + 1)))
        elif row.is_first:
            wrapped.add_block(row.block)
    wrapped.append(page.segment(range(last, page.height)))
    return wrapped


def _continues_block(page: Layout, y: int) -> bool:
    """Whether a row continues the block of the row above it."""
    row = page.row(y)
    return row.kind is RowKind.TEXT and not row.is_first


def section_offsets(page: Layout, count: int) -> list[int]:
    """Return the offset of the first row in each of `count` equal sections of a page, from the top.

    A section that is too small to have a row begins after all offsets.
    """
    rows = (-(-part * page.height // count) for part in range(count))
    return [page.row(y).start if y < page.height else sys.maxsize for y in rows]


def byline_of(article: Article) -> tuple[str | None, str | None, str | None]:
    """Return byline, outlet and date to show under the title; no byline where the text itself has one."""
    title, name = title_index(article), (article.byline or "").casefold()
    visible = [block for index, block in enumerate(article.blocks[:9]) if index != title and not block.hidden]
    lines = (block.span.of(article.text).casefold().removeprefix("by ").strip() for block in visible[:2])
    is_in_text = any(line.startswith(name) and len(line) <= len(name) + _BYLINE_REST for line in lines)
    return None if is_in_text else article.byline, article.outlet, article.published


def _add_facts(layout: Layout, article: Article, at: int) -> None:
    if any(byline_of(article)):
        layout.add_row(RowKind.SOURCE, at, at, 0)
    layout.add_row(RowKind.FACTS, at, at, 0)
    if at == 0:
        layout.add_row(RowKind.BLANK, at, at, 0)


def _fold(layout: Layout, blocks: tuple[Block, ...], folded: list[int], previous: int | None) -> None:
    if folded:
        if previous is not None:
            layout.add_row(RowKind.BLANK, *_gap(blocks[previous], blocks[folded[0]]), previous)
        layout.add_row(RowKind.FOLD, blocks[folded[0]].span.start, blocks[folded[-1]].span.end, folded[0])


def _gap(above: Block, below: Block) -> tuple[int, int]:
    """Return the span of a blank row: at the character before the block below, so that each row has its own offset."""
    at = max(above.span.end, below.span.start - 1)
    return at, at


def _is_tight(above: Block, below: Block) -> bool:
    """Whether there is no blank row between two blocks: between items of a list."""
    return above.kind is below.kind is BlockKind.ITEM

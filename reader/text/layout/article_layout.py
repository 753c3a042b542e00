"""An article composed into a page: its blocks in order, what is known of it under its title, the rest folded."""

import sys

from reader.model import Article, Block, BlockKind, Span
from reader.text.layout.line_wrapping import Measure
from reader.text.layout.paged_text import Layout
from reader.text.layout.row import DEFAULT_OPTIONS, LayoutOptions, RowKind

_DATELINE = 48
"""Characters that a line may have after the author's name and still be one that tells who wrote the text."""


def title_index(article: Article) -> int | None:
    """The index of the block that is the article's title: its first, not counting hidden ones, if that is a heading."""
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
    """Lay the article out in rows at most `width` cells wide.

    `show_hidden` shows the hidden blocks too. Exact and linear: 200,000 words take some 40 ms here.
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
        if previous is not None and not _tight(blocks[previous], block):
            layout.add_row(RowKind.BLANK, *_gap(blocks[previous], block), previous)
        layout.add_block(index)
        if index == title:
            _add_facts(layout, article, block.span.end)
        previous = index
    _fold(layout, blocks, folded, previous)
    return layout


def rewrap_around(page: Layout, width: int, about: Span) -> Layout:
    """`page` at another width, of which only the blocks over `about` are wrapped anew: other rows end where they did.

    It takes as long as what is wrapped, and serves until there is time for the rest. Words must be left whole.
    """
    first, last = page.row_at(about.start), page.row_at(about.end) + 1
    while first and _goes_on(page, first):
        first -= 1
    while last < page.height and _goes_on(page, last):
        last += 1
    again = page.empty(width)
    again.append(page.segment(range(first)))
    for y in range(first, last):
        row = page.row(y)
        if row.kind is not RowKind.TEXT or row.block is None:
            again.append(page.segment(range(y, y + 1)))
        elif row.is_first:
            again.add_block(row.block)
    again.append(page.segment(range(last, page.height)))
    return again


def _goes_on(page: Layout, y: int) -> bool:
    """Whether a row goes on with the block of the row above it."""
    row = page.row(y)
    return row.kind is RowKind.TEXT and not row.is_first


def section_offsets(page: Layout, count: int) -> list[int]:
    """Where each of `count` equal parts of a page begins, from the top: the offset of the first row in it.

    A part that is too small to have a row begins after all offsets.
    """
    rows = (-(-part * page.height // count) for part in range(count))
    return [page.row(y).start if y < page.height else sys.maxsize for y in rows]


def byline_of(article: Article) -> tuple[str | None, str | None, str | None]:
    """Who wrote it, where and when, to be told under the title; no byline where the text has its own line of it."""
    title, name = title_index(article), (article.byline or "").casefold()
    visible = [block for index, block in enumerate(article.blocks[:9]) if index != title and not block.hidden]
    lines = (block.span.of(article.text).casefold().removeprefix("by ").strip() for block in visible[:2])
    told = any(line.startswith(name) and len(line) <= len(name) + _DATELINE for line in lines)
    return None if told else article.byline, article.outlet, article.published


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
    """A blank row stands at the character before the block below it, so that each row has an offset of its own."""
    at = max(above.span.end, below.span.start - 1)
    return at, at


def _tight(above: Block, below: Block) -> bool:
    """Whether no blank row parts two blocks: items of a list stand close."""
    return above.kind is below.kind is BlockKind.ITEM

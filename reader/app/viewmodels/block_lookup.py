"""The blocks of an article around an offset."""

from bisect import bisect_right
from collections.abc import Iterator

from reader.model import Article, Block, Span
from reader.text.navigation import Direction


def block_at(article: Article, offset: int) -> int:
    """Return the index of the block that holds `offset` or ends before it; -1 before the first block."""
    return bisect_right(article.blocks, offset, key=lambda block: block.span.start) - 1


def block_span_at(article: Article, offset: int) -> Span:
    """Return the span of the block that holds `offset` or ends before it; the whole text before the first block."""
    index = block_at(article, offset)
    return article.blocks[index].span if index >= 0 else Span(0, len(article.text))


def blocks_from(article: Article, offset: int, way: Direction, *, unfolded: bool) -> Iterator[Block]:
    """Yield the block at `offset` and those after it, or before it, without hidden blocks unless `unfolded`."""
    here = max(0, block_at(article, offset))
    for index in range(here, len(article.blocks)) if way is Direction.FORWARD else range(here, -1, -1):
        block = article.blocks[index]
        if unfolded or not block.hidden:
            yield block

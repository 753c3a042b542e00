"""The page in rows: an article's text wrapped at words to a width, and the way between offsets, rows and cells."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from enum import IntEnum
from itertools import repeat
from typing import NamedTuple

from reader.model import Article, Block, BlockKind, Span

Measure = Callable[[str], tuple[list[tuple[int, int, int]], int]]
"""Splits a string into what stands together on the screen: (start, end, cells) of each, and the cells of all.

The layout is handed the one that the screen draws with, so that both agree about every emoji.
"""

_DATELINE = 48
"""Characters that a line may have after the author's name and still be one that tells who wrote the text."""

LONGEST_HANG = 6
"""Cells that a list item's sign may take before its text stops hanging beside it."""

# One cell each in every terminal: Latin, Greek and Cyrillic without combining marks, general punctuation.
_ODD = re.compile(r"[^\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e]")
# A row may end after a dash between letters, and a word longer than a row (an address) after one of its signs.
_DASH = re.compile(r"[-–—](?<=[^\W\d_].)(?=[^\W\d_])")
_JOINT = re.compile(r"(?<=[/?&=_.,;:-])(?=\w)")
# Signs that begin or end no row, after JIS X 4051.
_NO_START = frozenset("、。，．・：；？！」』）］｝〉》】〕ー…‥々ゝゞ,.:;?!)]}”’»")
_NO_END = frozenset("「『（［｛〈《【〔([{“‘«")


class RowKind(IntEnum):
    """What a row shows."""

    TEXT = 0
    BLANK = 1
    SOURCE = 2
    """Who wrote it, where and when."""
    FACTS = 3
    """How long it is, and how many speak in it."""
    FOLD = 4
    """One line in place of blocks that are not the article."""
    GAP = 5
    """One line in place of rows that a page of excerpts leaves out."""


_OWNED = frozenset({RowKind.TEXT, RowKind.BLANK})


class Row(NamedTuple):
    """One row: the characters `start` to `end` of the text (without spaces at a wrap), `indent` cells from the left.

    `block` is an index into `Article.blocks`, None on rows that show no block; `first` tells a block's first row.
    A BLANK row has an empty span between two blocks and the block above it, FOLD and GAP the span of all they hide.
    """

    kind: RowKind
    start: int
    end: int
    block: int | None
    indent: int
    first: bool


class Layout:
    """An article laid out at a width, in rows counted from 0. Made by `lay_out`; never changes afterwards."""

    __slots__ = (
        "_article",
        "_blocks",
        "_ends",
        "_kinds",
        "_measure",
        "_owners",
        "_quoted",
        "_starts",
        "_text",
        "height",
        "width",
    )

    def __init__(self, article: Article, width: int, measure: Measure, quoted: AbstractSet[int] = frozenset()) -> None:
        self._article = article
        self._text = article.text
        self._quoted = quoted
        self._blocks = article.blocks
        self._measure = measure
        self._starts: array[int] = array("q")
        self._ends: array[int] = array("q")
        self._owners: array[int] = array("q")
        self._kinds = bytearray()
        self.width = width
        self.height = 0

    def row(self, y: int) -> Row:
        """The row at `y`; raises IndexError outside the page."""
        if not 0 <= y < self.height:
            raise IndexError(f"no row {y} on a page of {self.height}")
        kind, block = RowKind(self._kinds[y]), self._owners[y]
        owned = kind is RowKind.TEXT
        first = owned and (y == 0 or self._owners[y - 1] != block or self._kinds[y - 1] != RowKind.TEXT)
        if first and y and self._kinds[y - 1] == RowKind.GAP:
            first = self._starts[y] <= self._blocks[block].span.start
        indent = self.margins(block)[0] if owned else 0
        return Row(kind, self._starts[y], self._ends[y], block if kind in _OWNED else None, indent, first)

    def margins(self, index: int) -> tuple[int, int]:
        """Cells left free at the left and at the right of the text of the block with this index."""
        block = self._blocks[index]
        if index in self._quoted:
            return 2, 2
        match block.kind:
            case BlockKind.QUOTE:
                return 2 * max(1, block.level), 2
            case BlockKind.ITEM:
                return 2 * (max(1, block.level) - 1) + len(sign_of(block)), 0
            case BlockKind.CODE:
                return 2, 0
            case _:
                return 0, 0

    def row_at(self, offset: int) -> int:
        """The row that shows the character at `offset`, or the row before the place where it would stand."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def rows_of(self, span: Span) -> range:
        """The rows that show something of `span`; at least one."""
        first = self.row_at(span.start)
        return range(first, max(first, self.row_at(max(span.start, span.end - 1))) + 1)

    def cell_of(self, y: int, offset: int) -> int:
        """Cells from the left of the column to what row `y` shows of the character at `offset`."""
        row = self.row(y)
        offset = min(max(offset, row.start), row.end)
        if _ODD.search(self._text, row.start, offset + 1) is None:
            return row.indent + offset - row.start
        cell = row.indent
        for _, end, cells in self._measure(self._text[row.start : row.end])[0]:
            if row.start + end > offset:
                break
            cell += cells
        return cell

    def cells(self, start: int, end: int) -> int:
        """How many cells the characters from `start` to `end` take on the screen."""
        return self._measure(self._text[start:end])[1]

    def offset_at(self, y: int, cell: int) -> int:
        """The offset of the character shown `cell` cells from the left in row `y`; the row's end right of its text."""
        row = self.row(y)
        cell -= row.indent
        if cell <= 0 or row.kind is not RowKind.TEXT:
            return row.start
        if _ODD.search(self._text, row.start, row.end) is None:
            return min(row.start + cell, row.end)
        for start, _, cells in self._measure(self._text[row.start : row.end])[0]:
            cell -= cells
            if cell < 0:
                return row.start + start
        return row.end

    def after(self, offset: int) -> int:
        """The offset after the character at `offset` and all that stands together with it on the screen."""
        row = self.row(self.row_at(offset))
        if _ODD.search(self._text, row.start, row.end) is not None:
            for _, end, _ in self._measure(self._text[row.start : row.end])[0]:
                if row.start + end > offset:
                    return row.start + end
        return offset + 1

    def only(self, spans: Iterable[Span]) -> "Layout":
        """The page of the rows that show something of `spans`, each stretch with a line of text above and below it.

        A GAP row stands where others are left out, so that each offset still leads to a row.
        """
        kept = bytearray(self.height)
        for span in spans:
            rows = self.rows_of(span)
            first, last = self._beside(rows[0], -1), self._beside(rows[-1], 1)
            kept[first : last + 1] = b"\1" * (last + 1 - first)
        page = Layout(self._article, self.width, self._measure, self._quoted)
        y = 0
        while y < self.height:
            end = kept.find(1 - kept[y], y)
            end = self.height if end < 0 else end
            if kept[y] or self._kinds.count(RowKind.BLANK, y, end) == end - y:
                for at in range(y, end):
                    page.add(RowKind(self._kinds[at]), self._starts[at], self._ends[at], self._owners[at])
            else:
                page.add(RowKind.GAP, self._starts[y], max(self._starts[y], self._ends[end - 1]), self._owners[y])
            y = end
        return page

    def _beside(self, y: int, way: int) -> int:
        """The next row of text that way, over blank ones; `y` itself where none is."""
        at = y + way
        while 0 <= at < self.height and self._kinds[at] == RowKind.BLANK:
            at += way
        return at if 0 <= at < self.height and self._kinds[at] == RowKind.TEXT else y

    def before(self, offset: int) -> int:
        """The start of the character before `offset`, of all that stands together with it on the screen."""
        row = self.row(self.row_at(max(0, offset - 1)))
        if offset <= row.end and _ODD.search(self._text, row.start, row.end) is not None:
            for start, end, _ in self._measure(self._text[row.start : row.end])[0]:
                if row.start + end >= offset:
                    return row.start + start
        return max(0, offset - 1)

    def add(self, kind: RowKind, start: int, end: int, block: int) -> None:
        """Put one row under those that stand."""
        self._starts.append(start)
        self._ends.append(end)
        self._own(kind, block)

    def add_block(self, index: int) -> None:
        """Put the rows of a block under those that stand: its text wrapped at words, and at each newline in it."""
        block, text = self._blocks[index], self._text
        width = max(1, self.width - sum(self.margins(index)))
        start, stop = block.span.start, block.span.end
        keep = block.kind in {BlockKind.CODE, BlockKind.TABLE}
        plain = _ODD.search(text, start, stop) is None
        while True:
            newline = text.find("\n", start, stop)
            end = stop if newline < 0 else newline
            first = start if keep else _skip(text, start, end)
            end = _trim(text, first, end)
            if end - first <= width and plain:
                self._starts.append(first)
                self._ends.append(end)
            elif plain:
                _wrap_plain(text, first, end, width, (self._starts, self._ends))
            else:
                for row in _wrap_odd(text, first, end, width, self._measure):
                    self._starts.append(row[0])
                    self._ends.append(row[1])
            if newline < 0:
                break
            start = newline + 1
        self._own(RowKind.TEXT, index)

    def _own(self, kind: RowKind, block: int) -> None:
        count = len(self._starts) - self.height
        self._owners.extend(repeat(block, count))
        self._kinds.extend(repeat(kind, count))
        self.height += count


def sign_of(block: Block) -> str:
    """The bullet or number, with its space, that hangs before a list item; "" for every other block."""
    if block.kind is not BlockKind.ITEM:
        return ""
    return "• " if block.ordered is None else f"{block.ordered}. "[-LONGEST_HANG:]


def title_of(article: Article) -> int | None:
    """The index of the block that is the article's title: its first, not counting hidden ones, if that is a heading."""
    first = next((index for index, block in enumerate(article.blocks) if not block.hidden), None)
    return first if first is not None and article.blocks[first].kind is BlockKind.HEADING else None


def lay_out(
    article: Article, width: int, measure: Measure, *, quoted: AbstractSet[int] = frozenset(), unfolded: bool = False
) -> Layout:
    """Lay the article out in rows at most `width` cells wide.

    `quoted` are indexes of blocks to set as block quotes besides those that are, `unfolded` shows the hidden blocks
    too. Exact and linear: 200,000 words take some 40 ms here, so the whole page is laid out at once.
    """
    layout = Layout(article, width, measure, quoted)
    blocks = article.blocks
    title = title_of(article)
    if title is None:
        _add_facts(layout, article, 0)
    previous: int | None = None
    folded: list[int] = []
    for index, block in enumerate(blocks):
        if block.hidden and not unfolded:
            folded.append(index)
            continue
        _fold(layout, blocks, folded, previous)
        previous = folded.pop() if folded else previous
        folded.clear()
        if previous is not None and not _tight(blocks[previous], block):
            layout.add(RowKind.BLANK, *_gap(blocks[previous], block), previous)
        layout.add_block(index)
        if index == title:
            _add_facts(layout, article, block.span.end)
        previous = index
    _fold(layout, blocks, folded, previous)
    return layout


def source_of(article: Article) -> tuple[str | None, str | None, str | None]:
    """Who wrote it, where and when, to be told under the title; no byline where the text has its own line of it."""
    title, name = title_of(article), (article.byline or "").casefold()
    visible = [block for index, block in enumerate(article.blocks[:9]) if index != title and not block.hidden]
    lines = (block.span.of(article.text).casefold().removeprefix("by ").strip() for block in visible[:2])
    told = any(line.startswith(name) and len(line) <= len(name) + _DATELINE for line in lines)
    return None if told else article.byline, article.outlet, article.published


def _add_facts(layout: Layout, article: Article, at: int) -> None:
    if any(source_of(article)):
        layout.add(RowKind.SOURCE, at, at, 0)
    layout.add(RowKind.FACTS, at, at, 0)
    if at == 0:
        layout.add(RowKind.BLANK, at, at, 0)


def _fold(layout: Layout, blocks: tuple[Block, ...], folded: list[int], previous: int | None) -> None:
    if folded:
        if previous is not None:
            layout.add(RowKind.BLANK, *_gap(blocks[previous], blocks[folded[0]]), previous)
        layout.add(RowKind.FOLD, blocks[folded[0]].span.start, blocks[folded[-1]].span.end, folded[0])


def _gap(above: Block, below: Block) -> tuple[int, int]:
    """A blank row stands at the character before the block below it, so that each row has an offset of its own."""
    at = max(above.span.end, below.span.start - 1)
    return at, at


def _tight(above: Block, below: Block) -> bool:
    """Whether no blank row parts two blocks: items of a list stand close."""
    return above.kind is BlockKind.ITEM and below.kind is BlockKind.ITEM


def _wrap_plain(text: str, start: int, end: int, width: int, rows: "tuple[array[int], array[int]]") -> None:
    """Rows of one line whose characters take one cell each, put at the end of their starts and ends."""
    add_start, add_end = rows[0].append, rows[1].append
    rfind = text.rfind
    dash = -1  # the next place after a dash where a row may end, from the last search
    while end - start > width:
        limit = start + width
        cut = limit if text[limit] == " " else rfind(" ", start + 1, limit)
        while dash <= limit:
            cut = max(cut, dash)
            found = _DASH.search(text, max(dash, start + 1), end)
            dash = found.end() if found else end + width
        if cut <= start:
            cut = max((joint.start() for joint in _JOINT.finditer(text, start + 1, limit)), default=limit)
        add_start(start)
        add_end(_trim(text, start, cut))
        start = _skip(text, cut, end)
    add_start(start)
    add_end(end)


def _wrap_odd(text: str, start: int, end: int, width: int, measure: Measure) -> Iterator[tuple[int, int]]:
    """Rows of one line with wide or combining characters: never broken inside what stands together."""
    first, seam, cells, since = start, start, 0, 0
    before = ""
    for begin, stop, wide in measure(text[start:end])[0]:
        here = start + begin
        char = text[here]
        if _may_break(before, char, text, here, wide):
            seam, since = here, cells
        while cells + wide > width and char != " " and here > first:
            cut, carried = (seam, cells - since) if seam > first else (here, 0)
            yield first, _trim(text, first, cut)
            first = seam = cut
            cells, since = carried, 0
        cells += wide
        before = text[start + stop - 1] if wide < 2 else char  # noqa: PLR2004 - a wide character takes two cells
        if char == " " and here == first:
            first, cells = start + stop, cells - wide
            seam = max(seam, first)
    yield first, end


def _may_break(before: str, char: str, text: str, here: int, wide: int) -> bool:
    """Whether a row may begin with `char`, which stands at `here` after `before`."""
    if not before or char == " " or char in _NO_START or before in _NO_END:
        return False
    if before == " ":
        return True
    return wide == 2 or _is_wide(before) or _DASH.match(text, here - 1) is not None  # noqa: PLR2004 - two cells


def _is_wide(char: str) -> bool:
    return char >= "ᄀ" and (char <= "ᅟ" or "⺀" <= char <= "힣" or "豈" <= char <= "﫿" or "！" <= char <= "｠")


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] == " ":
        start += 1
    return start


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end

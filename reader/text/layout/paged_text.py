"""An article's page in rows, and the way between offsets of its text, rows and cells."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from itertools import repeat
from typing import NamedTuple

from reader.model import Article, BlockKind, MarkKind, Span
from reader.text.layout.line_wrapping import (
    NOT_ONE_CELL,
    Hyphens,
    Measure,
    Piece,
    Rows,
    justify,
    skip_spaces,
    trim_spaces,
    wrap_plain,
    wrap_wide,
)
from reader.text.layout.row import (
    DEFAULT_OPTIONS,
    IMAGE,
    IMAGE_END,
    LayoutOptions,
    Row,
    RowKind,
    list_marker,
    margins_of,
)
from reader.text.layout.table_layout import TableRow, TableRows, is_table, table_rows

_OWNED = frozenset({RowKind.TEXT, RowKind.BLANK})
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM})


class PageSegment(NamedTuple):
    """Some rows of a page one below the other: what each shows, whose it is, its kind, and those of tables by place."""

    starts: "array[int]"
    ends: "array[int]"
    owners: "array[int]"
    kinds: bytearray
    tables: list[tuple[int, TableRow]]


class Layout:
    """An article laid out at a width, in rows counted from 0. Made by `lay_out`; never changes afterwards."""

    __slots__ = (
        "_article",
        "_blocks",
        "_ends",
        "_hyphens",
        "_images",
        "_kinds",
        "_measure",
        "_owners",
        "_set",
        "_starts",
        "_tables",
        "_text",
        "height",
        "width",
    )

    def __init__(
        self, article: Article, width: int, measure: Measure, options: LayoutOptions = DEFAULT_OPTIONS
    ) -> None:
        self._set = options
        self._hyphens = None if options.break_points is None else Hyphens(options.break_points)
        self._tables = TableRows()
        self._article = article
        self._text = article.text
        self._blocks = article.blocks
        self._images = {mark.span.start for mark in article.marks if mark.kind is MarkKind.IMAGE}
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
        start, end = self._starts[y], self._ends[y]
        if not owned:
            return Row(kind, start, end, block if kind in _OWNED else None, 0, is_first=False)
        indent, lead = self.margins(block)[0], self._sign_of(block) if first else ""
        table = self._tables.get(y)
        if table is not None:
            return Row(kind, start, end, block, indent + table.pieces[0].cell, first, table.lead, table.strong)
        trail = "-" if self._hyphens is not None and end in self._hyphens.ends else ""
        if self._is_image(block) and end == self._blocks[block].span.end:
            trail = IMAGE_END
        return Row(kind, start, end, block, indent, first, lead, suffix=trail)

    def pieces(self, y: int) -> tuple[Piece, ...]:
        """What row `y` shows of the text and where, from the left: in one piece, but for tables and even margins."""
        row = self.row(y)
        table = self._tables.get(y)
        if table is not None:
            left = self.margins(row.block or 0)[0]
            return tuple(Piece(start, end, cell + left) for start, end, cell in table.pieces)
        whole = Piece(row.start, row.end, row.indent)
        if self._set.justified and row.kind is RowKind.TEXT and self._is_full(y, row):
            room = self.width - sum(self.margins(row.block or 0)) - len(row.suffix)
            return justify(self._text, whole, room - self.cell_width(row.start, row.end), self._measure)
        return (whole,)

    def margins(self, index: int) -> tuple[int, int]:
        """Cells left free at the left and at the right of the text of the block with this index."""
        quoted = index in self._set.quoted
        return margins_of(self._blocks[index], quoted=quoted, image=self._is_image(index))

    def _is_image(self, index: int) -> bool:
        """Whether a block is the caption of an image."""
        block = self._blocks[index]
        return block.kind is BlockKind.CAPTION and block.span.start in self._images

    def _sign_of(self, index: int) -> str:
        return IMAGE if self._is_image(index) else list_marker(self._blocks[index])

    def row_at(self, offset: int) -> int:
        """The row that shows the character at `offset`, or the row before the place where it would stand."""
        return self._tables.row_of(max(0, bisect_right(self._starts, offset) - 1), offset)

    def rows_of(self, span: Span) -> range:
        """The rows from the first to the last one that shows something of `span`; at least one."""
        first = self.row_at(span.start)
        last = max(first, self.row_at(max(span.start, span.end - 1)))
        first, last = self._tables.around(first, last, span) if self._tables else (first, last)
        return range(first, last + 1)

    def cell_of(self, y: int, offset: int) -> int:
        """Cells from the left of the column to what row `y` shows of the character at `offset`."""
        pieces = self.pieces(y)
        start, stop, cell = max((piece for piece in pieces if piece.start <= offset), default=pieces[0])
        offset = min(max(offset, start), stop)
        if NOT_ONE_CELL.search(self._text, start, offset + 1) is None:
            return cell + offset - start
        for _, end, cells in self._measure(self._text[start:stop])[0]:
            if start + end > offset:
                break
            cell += cells
        return cell

    def cell_width(self, start: int, end: int) -> int:
        """How many cells the characters from `start` to `end` take on the screen."""
        plain = NOT_ONE_CELL.search(self._text, start, end) is None
        return end - start if plain else self._measure(self._text[start:end])[1]

    def offset_at(self, y: int, cell: int) -> int:
        """The offset of the character shown `cell` cells from the left in row `y`; right of text, where that ends."""
        pieces = self.pieces(y)
        start, end, left = max((piece for piece in pieces if piece.cell <= cell), default=pieces[0])
        cell -= left
        if cell <= 0 or self._kinds[y] != RowKind.TEXT:
            return start
        if NOT_ONE_CELL.search(self._text, start, end) is None:
            return min(start + cell, end)
        for begin, _, cells in self._measure(self._text[start:end])[0]:
            cell -= cells
            if cell < 0:
                return start + begin
        return end

    def next_offset(self, offset: int) -> int:
        """The offset after the character at `offset` and all that stands together with it on the screen."""
        row = self.row(self.row_at(offset))
        if NOT_ONE_CELL.search(self._text, row.start, row.end) is not None:
            for _, end, _ in self._measure(self._text[row.start : row.end])[0]:
                if row.start + end > offset:
                    return row.start + end
        return offset + 1

    def excerpts(self, spans: Iterable[Span]) -> "Layout":
        """The page of the rows that show something of `spans`, each stretch with a line of text above and below it.

        A GAP row stands where others are left out, so that each offset still leads to a row.
        """
        kept = bytearray(self.height)
        for span in spans:
            rows = self.rows_of(span)
            first, last = self._beside(rows[0], -1), self._beside(rows[-1], 1)
            # Of a table's line all is shown or nothing.
            first, last = self._tables.line_of(first)[0], self._tables.line_of(last)[-1]
            kept[first : last + 1] = b"\1" * (last + 1 - first)
        page = self.empty(self.width)
        y = 0
        while y < self.height:
            end = kept.find(1 - kept[y], y)
            end = self.height if end < 0 else end
            if kept[y] or self._kinds.count(RowKind.BLANK, y, end) == end - y:
                page.append(self.segment(range(y, end)))
            else:
                page.add_row(RowKind.GAP, self._starts[y], max(self._starts[y], self._ends[end - 1]), self._owners[y])
            y = end
        return page

    def _beside(self, y: int, way: int) -> int:
        """The next row of text that way, over blank ones; `y` itself where none is."""
        at = y + way
        while 0 <= at < self.height and self._kinds[at] == RowKind.BLANK:
            at += way
        return at if 0 <= at < self.height and self._kinds[at] == RowKind.TEXT else y

    def previous_offset(self, offset: int) -> int:
        """The start of the character before `offset`, of all that stands together with it on the screen."""
        row = self.row(self.row_at(max(0, offset - 1)))
        if offset <= row.end and NOT_ONE_CELL.search(self._text, row.start, row.end) is not None:
            for start, end, _ in self._measure(self._text[row.start : row.end])[0]:
                if row.start + end >= offset:
                    return row.start + start
        return max(0, offset - 1)

    def empty(self, width: int) -> "Layout":
        """A page of the same article without a row yet, for rows of this one; words are parted where they are here."""
        page = Layout(self._article, width, self._measure, self._set)
        page._hyphens = self._hyphens
        return page

    def segment(self, rows: range) -> PageSegment:
        """Rows of this page, to be put on another one of the same article."""
        part = slice(rows.start, rows.stop)
        tables = [(y - rows.start, self._tables[y]) for y in rows if y in self._tables] if self._tables else []
        return PageSegment(self._starts[part], self._ends[part], self._owners[part], self._kinds[part], tables)

    def append(self, stretch: PageSegment) -> None:
        """Put rows of another page under those that stand."""
        self._tables.update((self.height + at, row) for at, row in stretch.tables)
        self._starts += stretch.starts
        self._ends += stretch.ends
        self._owners += stretch.owners
        self._kinds += stretch.kinds
        self.height += len(stretch.kinds)

    def add_row(self, kind: RowKind, start: int, end: int, block: int) -> None:
        """Put one row under those that stand."""
        self._starts.append(start)
        self._ends.append(end)
        self._own(kind, block)

    def add_block(self, index: int) -> None:
        """Put the rows of a block under those that stand: its text wrapped at words, and at each newline in it."""
        block, text = self._blocks[index], self._text
        width = max(1, self.width - sum(self.margins(index)))
        start, stop = block.span.start, block.span.end
        if block.kind is BlockKind.TABLE and is_table(text, start, stop):
            self._add_table(index, table_rows(text, start, stop, width, self._measure))
            return
        keep = block.kind is BlockKind.CODE
        rows = Rows(self._starts, self._ends, self._hyphens if block.kind in _PROSE else None)
        plain = NOT_ONE_CELL.search(text, start, stop) is None
        while True:
            newline = text.find("\n", start, stop)
            end = stop if newline < 0 else newline
            first = start if keep else skip_spaces(text, start, end)
            end = trim_spaces(text, first, end)
            if plain:
                wrap_plain(text, first, end, width, rows)
            else:
                for row in wrap_wide(text, first, end, width, self._measure):
                    self._starts.append(row[0])
                    self._ends.append(row[1])
            if newline < 0:
                break
            start = newline + 1
        self._own(RowKind.TEXT, index)

    def _add_table(self, index: int, rows: Iterable[TableRow]) -> None:
        for row in rows:
            self._tables[self.height] = row
            self.add_row(RowKind.TEXT, row.pieces[0].start, max(piece.end for piece in row.pieces), index)

    def _is_full(self, y: int, row: Row) -> bool:
        """Whether a row is one of prose, with more of its line below it, so that its right margin can be even."""
        if row.block is None or self._blocks[row.block].kind not in _PROSE or y + 1 >= self.height:
            return False
        below = self._starts[y + 1]
        return self._owners[y + 1] == row.block and self._text.find("\n", row.end, below) < 0

    def _own(self, kind: RowKind, block: int) -> None:
        count = len(self._starts) - self.height
        self._owners.extend(repeat(block, count))
        self._kinds.extend(repeat(kind, count))
        self.height += count

"""Tables on the page: rows of cells in columns that fit the width, or one cell below the other where they don't.

A table's text is one line for each of its rows, with a bar between two cells. The bars are not shown.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from reader.model import Span
from reader.text.layout.line_wrapping import Measure, Piece, skip_spaces, trim_spaces, wrap

GAP = 2
"""Cells between two columns."""

_INDENT = 2
"""Cells by which all but the first cell of a line are indented, where cells are below each other."""

_MIN_COLUMN = 12
"""Cells that a column has at least for its longest word, however many columns there are."""

_MIN_LABELLED = 3
"""Columns from which on a cell that is alone on its row gets its column's name; of two the first is the name."""

# A bar with a space, a line's start or a line's end on either side.
_BAR = re.compile(r"(?:^| )\|(?= |$)")
# Compiled at the first table, because that takes as long as importing the rest of this module.
_NUMBER = r"[-+−–~<>≈(]*[$€£¥]?\d[\d.,:/ \u00a0'’]*\)?\s?(?:%|[^\W\d_][\w./²³]{0,4})?"


class TableRow(NamedTuple):
    """One row on the page, which shows a part of a line of the table.

    Attributes:
        pieces: What it shows of the text.
        above: How many rows of the same line are above it.
        prefix: What is shown before the text and is not part of it.
        is_header: Whether it has the names of the columns.
    """

    pieces: tuple[Piece, ...]
    above: int = 0
    prefix: str = ""
    is_header: bool = False


class TableRows(dict[int, TableRow]):
    """The rows of a page that belong to tables, by their numbers; a line of a table may take several rows."""

    def line_of(self, y: int) -> range:
        """Return the rows that show the same line as row `y`; only that row where it belongs to no table."""
        if y not in self:
            return range(y, y + 1)
        first = end = y - self[y].above
        while end in self and self[end].above == end - first:
            end += 1
        return range(first, end)

    def row_of(self, y: int, offset: int) -> int:
        """Return the row that shows an offset, among the rows of the line of row `y` up to that row."""
        if y not in self:
            return y
        begun = ((piece.start, at) for at in range(y - self[y].above, y + 1) for piece in self[at].pieces)
        return max((each for each in begun if each[0] <= offset), default=(0, y))[1]

    def around(self, first: int, last: int, span: Span) -> tuple[int, int]:
        """Return the first and last row that show something of a span that begins on `first` and ends on `last`."""
        for y in (*self.line_of(first), *self.line_of(last)):
            if y in self and any(piece.start < span.end and piece.end > span.start for piece in self[y].pieces):
                first, last = min(first, y), max(last, y)
        return first, last


class _TableLine(NamedTuple):
    """One line of a table: where its cells begin and end, and how many screen cells each takes."""

    start: int
    cells: tuple[tuple[int, int], ...]
    sizes: tuple[int, ...]


class _Table(NamedTuple):
    """A table and the width it is given; `has_header` says whether its first line names the columns."""

    text: str
    lines: Sequence[_TableLine]
    width: int
    measure: Measure
    has_header: bool


def is_table(text: str, start: int, end: int) -> bool:
    """Whether these lines have bars between cells."""
    return text.find(" | ", start, end) >= 0


def table_rows(text: str, start: int, end: int, width: int, measure: Measure) -> list[TableRow]:
    """Return the rows of the table in `text` from `start` to `end`, at most `width` cells wide."""
    lines = [_line(text, at, stop, measure) for at, stop in _lines(text, start, end)]
    table = _Table(text, lines, width, measure, has_header=len(lines) > 1 and _is_header(text, lines[0]))
    widths = _widths(table)
    rows = _below_each_other(table) if widths is None else _in_columns(table, widths)
    return list(rows)


def _in_columns(table: _Table, widths: Sequence[int]) -> Iterator[TableRow]:
    """Yield rows with the cells of a line side by side, each wrapped in its column; numbers are right-aligned."""
    text, measure = table.text, table.measure
    right = [_is_of_numbers(text, table.lines[table.has_header :], column) for column in range(len(widths))]
    lefts = [sum(widths[:column]) + GAP * column for column in range(len(widths))]
    for index, line in enumerate(table.lines):
        columns = [
            [
                Piece(at, stop, left + (size - measure(text[at:stop])[1] if to_right else 0))
                for at, stop in wrap(text, *cell, size, measure)
                if stop > at
            ]
            for cell, size, left, to_right in zip(line.cells, widths, lefts, right, strict=False)
        ]
        yield from _side_by_side(line, columns, is_header=table.has_header and not index)


def _side_by_side(line: _TableLine, columns: Sequence[Sequence[Piece]], *, is_header: bool) -> Iterator[TableRow]:
    """Yield a line's rows: the first row of each cell, then the second of those that have one, and so on."""
    rows = [tuple(piece for piece in row if piece is not None) for row in zip_longest(*columns)]
    for above, pieces in enumerate(rows or [()]):
        yield TableRow(pieces or (Piece(line.start, line.start, 0),), above, is_header=is_header)


def _below_each_other(table: _Table) -> Iterator[TableRow]:
    """Yield rows with the cells of a line below each other, all but the first indented, with their columns' names."""
    first = table.lines[0].cells
    labels = [table.text[at:stop] for at, stop in first] if table.has_header and len(first) >= _MIN_LABELLED else []
    for index, line in enumerate(table.lines):
        is_header = table.has_header and not index
        filled = [(column, cell) for column, cell in enumerate(line.cells) if cell[0] < cell[1]]
        for column, cell in filled:
            label = f"{labels[column]}: " if index and column < len(labels) else ""
            yield from _single_cell_rows(table, cell, _INDENT if column else 0, label, is_header=is_header)
        if not filled:
            yield TableRow((Piece(line.start, line.start, 0),))


def _single_cell_rows(
    table: _Table, cell: tuple[int, int], indent: int, label: str, *, is_header: bool
) -> Iterator[TableRow]:
    """Yield the rows of one cell, to the right of its label; a label longer than half of the width is left out."""
    size = table.measure(label)[1]
    if size > (table.width - indent) // 2:
        label, size = "", 0
    left = indent + size
    for number, (start, end) in enumerate(wrap(table.text, *cell, max(1, table.width - left), table.measure)):
        yield TableRow((Piece(start, end, left),), 0, "" if number else label, is_header)


def _widths(table: _Table) -> list[int] | None:
    """Return the columns' widths; None where they would have to break words."""
    text, lines, width, measure, _ = table
    count = max(len(line.cells) for line in lines)
    room = width - GAP * (count - 1)
    sizes = [max((line.sizes[at] for line in lines if at < len(line.sizes)), default=0) for at in range(count)]
    if sum(sizes) <= room:
        return sizes
    least = [
        min(_MIN_COLUMN, max(_longest(text, *line.cells[at], measure) for line in lines if at < len(line.cells)))
        for at in range(count)
    ]
    if sum(least) > room:
        return None
    most = room
    fitted = sizes
    while sum(fitted) > room:
        fitted = [max(few, min(size, most)) for few, size in zip(least, sizes, strict=True)]
        most -= 1
    spare = room - sum(fitted)
    for at in range(count):
        more = min(spare, sizes[at] - fitted[at])
        fitted[at] += more
        spare -= more
    return fitted


def _longest(text: str, start: int, end: int, measure: Measure) -> int:
    """Return the screen cells of the longest word of a cell."""
    return max((measure(word)[1] for word in text[start:end].split()), default=0)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while (newline := text.find("\n", start, end)) >= 0:
        yield start, newline
        start = newline + 1
    yield start, end


def _line(text: str, start: int, end: int, measure: Measure) -> _TableLine:
    line = text[start:end]
    bars = [found.end() - 1 for found in _BAR.finditer(line)]
    cells = tuple(
        (start + at, start + stop) for at, stop in (_trimmed(line, *span) for span in pairwise([-1, *bars, len(line)]))
    )
    return _TableLine(start, cells, tuple(measure(text[at:stop])[1] for at, stop in cells))


def _trimmed(line: str, bar: int, end: int) -> tuple[int, int]:
    """Return the cell after the bar at `bar`, without the spaces around it."""
    start = skip_spaces(line, bar + 1, end)
    return start, trim_spaces(line, start, end)


def _is_header(text: str, line: _TableLine) -> bool:
    """Whether a table's first line names its columns: it has words in each cell and no numbers."""
    return all(start < end and not re.compile(_NUMBER).fullmatch(text, start, end) for start, end in line.cells)


def _is_of_numbers(text: str, lines: Sequence[_TableLine], column: int) -> bool:
    cells = [line.cells[column] for line in lines if column < len(line.cells)]
    filled = [cell for cell in cells if cell[0] < cell[1]]
    return bool(filled) and all(re.compile(_NUMBER).fullmatch(text, *cell) for cell in filled)

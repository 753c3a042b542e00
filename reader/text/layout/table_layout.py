"""Tables on the page: rows of cells in columns that fit the width, or one cell under another where they don't.

A table's text is a line for each of its rows, with a bar between two cells. The bars are not shown, all else is, once.
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
"""Cells that what does not begin a row or a cell is set in by, where cells stand one under another."""

_NARROWEST = 12
"""Cells that a column keeps for its longest word, however many columns there are."""

_LABELLED = 3
"""Columns from which on a cell that stands alone is told by its column's name; of two the first is the name."""

# A bar with a space, a line's start or a line's end either side of it.
_BAR = re.compile(r"(?:^| )\|(?= |$)")
# Compiled at the first table, for that takes as long as all else of this module.
_NUMBER = r"[-+−–~<>≈(]*[$€£¥]?\d[\d.,:/ \u00a0'’]*\)?\s?(?:%|[^\W\d_][\w./²³]{0,4})?"


class TableRow(NamedTuple):
    """One row on the page: what it shows of a line of the table.

    `above` counts the rows of the same line above it, `lead` is what stands before its text and is none of it,
    `strong` tells the line of the columns' names.
    """

    pieces: tuple[Piece, ...]
    above: int = 0
    lead: str = ""
    strong: bool = False


class TableRows(dict[int, TableRow]):
    """The rows of a page that are rows of tables, by their numbers; a line of a table may take several."""

    def line_of(self, y: int) -> range:
        """The rows that show the same line as row `y`; that row alone where it is no table's."""
        if y not in self:
            return range(y, y + 1)
        first = end = y - self[y].above
        while end in self and self[end].above == end - first:
            end += 1
        return range(first, end)

    def row_of(self, y: int, offset: int) -> int:
        """The row that shows an offset, of those of the line that begins to be shown on row `y` at the latest."""
        if y not in self:
            return y
        begun = ((piece.start, at) for at in range(y - self[y].above, y + 1) for piece in self[at].pieces)
        return max((each for each in begun if each[0] <= offset), default=(0, y))[1]

    def around(self, first: int, last: int, span: Span) -> tuple[int, int]:
        """The first and the last row that show something of `span`, which begins on one row and ends on the other."""
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
    """A table and the width it is given; `named` tells that its first line names the columns."""

    text: str
    lines: Sequence[_TableLine]
    width: int
    measure: Measure
    named: bool


def is_table(text: str, start: int, end: int) -> bool:
    """Whether these lines have bars between cells."""
    return text.find(" | ", start, end) >= 0


def table_rows(text: str, start: int, end: int, width: int, measure: Measure) -> list[TableRow]:
    """The rows of the table that stands in `text` from `start` to `end`, at most `width` cells wide."""
    lines = [_line(text, at, stop, measure) for at, stop in _lines(text, start, end)]
    table = _Table(text, lines, width, measure, named=len(lines) > 1 and _names(text, lines[0]))
    widths = _widths(table)
    rows = _stacked(table) if widths is None else _in_columns(table, widths)
    return list(rows)


def _in_columns(table: _Table, widths: Sequence[int]) -> Iterator[TableRow]:
    """The cells of a line beside each other, each wrapped in its column; numbers stand at a column's right."""
    text, measure = table.text, table.measure
    right = [_is_of_numbers(text, table.lines[table.named :], column) for column in range(len(widths))]
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
        yield from _beside(line, columns, strong=table.named and not index)


def _beside(line: _TableLine, columns: Sequence[Sequence[Piece]], *, strong: bool) -> Iterator[TableRow]:
    """A line's rows: the first of each cell beside each other, then the second of those that have one, and so on."""
    rows = [tuple(piece for piece in row if piece is not None) for row in zip_longest(*columns)]
    for above, pieces in enumerate(rows or [()]):
        yield TableRow(pieces or (Piece(line.start, line.start, 0),), above, strong=strong)


def _stacked(table: _Table) -> Iterator[TableRow]:
    """The cells of a line one under another, all but the first indented, each after its column's name."""
    first = table.lines[0].cells
    labels = [table.text[at:stop] for at, stop in first] if table.named and len(first) >= _LABELLED else []
    for index, line in enumerate(table.lines):
        strong = table.named and not index
        filled = [(column, cell) for column, cell in enumerate(line.cells) if cell[0] < cell[1]]
        for column, cell in filled:
            label = f"{labels[column]}: " if index and column < len(labels) else ""
            yield from _alone(table, cell, _INDENT if column else 0, label, strong=strong)
        if not filled:
            yield TableRow((Piece(line.start, line.start, 0),))


def _alone(table: _Table, cell: tuple[int, int], indent: int, label: str, *, strong: bool) -> Iterator[TableRow]:
    """The rows of one cell, which hang beside its label; a label longer than half of the width is left out."""
    size = table.measure(label)[1]
    if size > (table.width - indent) // 2:
        label, size = "", 0
    left = indent + size
    for number, (start, end) in enumerate(wrap(table.text, *cell, max(1, table.width - left), table.measure)):
        yield TableRow((Piece(start, end, left),), 0, "" if number else label, strong)


def _widths(table: _Table) -> list[int] | None:
    """The columns' widths; None where they would have to break words."""
    text, lines, width, measure, _ = table
    count = max(len(line.cells) for line in lines)
    room = width - GAP * (count - 1)
    sizes = [max((line.sizes[at] for line in lines if at < len(line.sizes)), default=0) for at in range(count)]
    if sum(sizes) <= room:
        return sizes
    least = [
        min(_NARROWEST, max(_longest(text, *line.cells[at], measure) for line in lines if at < len(line.cells)))
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
    """Cells of the longest word of a cell."""
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
    """The cell after the bar at `bar`, without the spaces around it."""
    start = skip_spaces(line, bar + 1, end)
    return start, trim_spaces(line, start, end)


def _names(text: str, line: _TableLine) -> bool:
    """Whether a table's first line names its columns: it has a word for each and no number."""
    return all(start < end and not re.compile(_NUMBER).fullmatch(text, start, end) for start, end in line.cells)


def _is_of_numbers(text: str, lines: Sequence[_TableLine], column: int) -> bool:
    cells = [line.cells[column] for line in lines if column < len(line.cells)]
    filled = [cell for cell in cells if cell[0] < cell[1]]
    return bool(filled) and all(re.compile(_NUMBER).fullmatch(text, *cell) for cell in filled)

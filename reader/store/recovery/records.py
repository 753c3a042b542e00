"""The cells of a page of SQLite and the records in them (https://sqlite.org/fileformat2.html#b_tree_pages)."""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from reader.store.row_mapping import text_or_bytes

Value: TypeAlias = str | bytes | int | float | None

INTERIOR_INDEX, INTERIOR_TABLE, LEAF_INDEX, LEAF_TABLE = 2, 5, 10, 13
_KINDS = frozenset({INTERIOR_INDEX, INTERIOR_TABLE, LEAF_INDEX, LEAF_TABLE})
_MAX_VARINT = 9
_INTEGER_SIZES = (0, 1, 2, 3, 4, 6, 8)
_FLOAT, _ZERO, _ONE, _FIRST_BLOB = 7, 8, 9, 12
_SMALLEST_CELL = 4
_POINTER = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a cell stands in its page, and what is in it.

    Attributes:
        start: Its offset in the page.
        end: The offset behind it.
        rowid: The key of a row; 0 in an index.
        size: The length of the record in bytes.
        local: The part of the record that is in this page.
        overflow: The page with the next part; 0 where there is none.
        child: The page below, of an interior page; else 0.
    """

    start: int
    end: int
    rowid: int
    size: int
    local: bytes
    overflow: int
    child: int = 0


@dataclass(frozen=True, slots=True)
class PageHeader:
    """The header of a page: its kind, where its pointers begin, how many cells it has, and where their area begins."""

    kind: int
    pointers: int
    cells: int
    content: int
    free: int
    fragments: int
    right: int


def page_header(page: bytes, number: int) -> PageHeader:
    """Return the header of the page with this number, whatever it says; the first page has the file's before it.

    The number may be wrong: a page that begins with the mark of a page is not the first, which begins with the file's.
    """
    start = 100 if number == 1 and page[0] not in _KINDS else 0
    kind, free, cells, content, fragments = struct.unpack_from(">BHHHB", page, start)
    is_interior = kind in {INTERIOR_INDEX, INTERIOR_TABLE}
    right = int.from_bytes(page[start + 8 : start + 12], "big") if is_interior else 0
    return PageHeader(kind, start + (12 if is_interior else 8), cells, content or 65536, free, fragments, right)


def pointed_cells(page: bytes, header: PageHeader, kind: int, usable: int) -> list[Cell]:
    """Return the cells that the pointers of a page lead to, read as those of a page of this kind."""
    most = max(0, (usable - header.pointers) // (_POINTER + _SMALLEST_CELL))
    count = min(header.cells, most)
    places = struct.unpack_from(f">{count}H", page, header.pointers)
    first = header.pointers + _POINTER * count
    found = (read_cell(page, at, kind, usable) for at in places if first <= at < usable)
    return [cell for cell in found if cell is not None]


def lost_cells(
    page: bytes, header: PageHeader, known: list[Cell], usable: int, accept: Callable[[Cell], bool]
) -> Iterator[Cell]:
    """Yield the cells of a damaged leaf page of a table that no pointer leads to, found at any offset between others.

    Args:
        page: The page.
        header: Its header, which may be wrong.
        known: The cells that were accepted.
        usable: The length of a page without its reserved bytes.
        accept: Whether a cell holds a row of the table.
    """
    at = header.pointers
    for cell in [*sorted(known, key=lambda cell: cell.start), None]:
        limit = usable if cell is None else cell.start
        while at < limit:
            found = read_cell(page, at, LEAF_TABLE, usable)
            if found is not None and found.end <= limit and accept(found):
                yield found
                at = found.end
            else:
                at += 1
        if cell is not None:
            at = max(at, cell.end)


def is_complete(page: bytes, header: PageHeader, cells: list[Cell], usable: int) -> bool:
    """Whether these cells and the free space of the page are all of its content, so that no cell can be missing."""
    if len(cells) != header.cells:
        return False
    free, at, last = header.fragments, header.free, 0
    while at:
        if not last < at <= usable - _SMALLEST_CELL:
            return False
        last = at
        at, size = struct.unpack_from(">HH", page, at)
        free += size
    return sum(cell.end - cell.start for cell in cells) + free == usable - header.content


def read_cell(page: bytes, at: int, kind: int, usable: int) -> Cell | None:
    """Read the cell at an offset of a page of this kind; None where none can be."""
    start, child, rowid, size = at, 0, 0, 0
    try:
        if kind in {INTERIOR_INDEX, INTERIOR_TABLE}:
            child = int.from_bytes(page[at : at + 4], "big")
            at += 4
        if kind != INTERIOR_TABLE:
            size, at = varint(page, at)
        if kind in {INTERIOR_TABLE, LEAF_TABLE}:
            rowid, at = varint(page, at)
    except IndexError:
        return None
    is_table = kind in {INTERIOR_TABLE, LEAF_TABLE}
    local = _local_size(size, usable, is_table=is_table)
    end = at + local + (4 if local < size else 0)
    if end > usable:
        return None
    overflow = int.from_bytes(page[end - 4 : end], "big") if local < size else 0
    rowid -= (rowid >> 63) << 64  # a varint of nine bytes holds a signed number
    return Cell(start, max(end, start + _SMALLEST_CELL), rowid, size, page[at : at + local], overflow, child)


def _local_size(size: int, usable: int, *, is_table: bool) -> int:
    """Return how many bytes of a record are in its page; the others are in overflow pages."""
    most = usable - 35 if is_table else (usable - 12) * 64 // 255 - 23
    if size <= most:
        return size
    least = (usable - 12) * 32 // 255 - 23
    local = least + (size - least) % (usable - 4)
    return local if local <= most else least


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the number at an offset and the offset behind it. Raises IndexError where the data ends in it."""
    value = 0
    for count in range(1, _MAX_VARINT + 1):
        byte = data[at]
        at += 1
        if count == _MAX_VARINT:
            return value << 8 | byte, at
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the bit that says that another byte follows
            break
    return value, at


def column_types(record: bytes, size: int) -> tuple[int, ...] | None:
    """Return the serial types of a record's columns from its beginning; None where they don't add up to its size."""
    try:
        head, at = varint(record, 0)
        if not at <= head <= min(size, len(record)):
            return None
        types = []
        while at < head:
            kind, at = varint(record, at)
            types.append(kind)
    except IndexError:
        return None
    if at != head or any(kind in {10, 11} for kind in types) or head + sum(map(_value_size, types)) != size:
        return None
    return tuple(types)


def decode_record(record: bytes) -> tuple[Value, ...] | None:
    """Return the values of a whole record; None where it is not one. Text that is not UTF-8 comes as its bytes."""
    types = column_types(record, len(record))
    if types is None:
        return None
    at, _ = varint(record, 0)
    values = []
    for kind in types:
        size = _value_size(kind)
        values.append(_value(kind, record[at : at + size]))
        at += size
    return tuple(values)


def _value_size(kind: int) -> int:
    if kind >= _FIRST_BLOB:
        return (kind - _FIRST_BLOB) // 2
    return _INTEGER_SIZES[kind] if kind < _FLOAT else 8 if kind == _FLOAT else 0


def _value(kind: int, stored: bytes) -> Value:
    if kind >= _FIRST_BLOB:
        if kind % 2 == 0:
            return stored
        return text_or_bytes(stored)
    if kind in {_ZERO, _ONE}:
        return kind - _ZERO
    if kind == _FLOAT:
        return float(struct.unpack(">d", stored)[0])
    return int.from_bytes(stored, "big", signed=True) if kind else None

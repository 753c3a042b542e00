"""Every row of a damaged library that can still be read, from its pages, whatever SQLite says of them.

The b-tree of each table only tells which table a page belongs to. Rows are read from every page that holds any,
also from those that no other page leads to any more, and a damaged page is searched for rows at every offset.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

from reader.errors import StorageError
from reader.store.database import APPLICATION_ID, closed_here
from reader.store.library_rows import MADE_AGAIN, NOUNS
from reader.store.recovery.page_images import PageImage, PageImages, read_page_images
from reader.store.recovery.records import (
    INTERIOR_INDEX,
    INTERIOR_TABLE,
    LEAF_INDEX,
    LEAF_TABLE,
    Cell,
    PageHeader,
    Value,
    column_types,
    decode_record,
    is_complete,
    lost_cells,
    page_header,
    pointed_cells,
)
from reader.store.recovery.table_shapes import likely_tables, possible_tables, table_shapes

_SCHEMA_COLUMNS = 5
_Page = TypeVar("_Page")


class Row(NamedTuple):
    """A row as it was found: the values of its columns, in the order of the table's present format."""

    rowid: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page with rows, and the table whose b-tree leads to it; None where none does, or two do."""

    image: PageImage
    owner: str | None


class Salvage:
    """The rows of a library's pages.

    Args:
        pages: The pages.
        on_progress: Called now and then, while pages are read, with a few words on what is being done.
    """

    def __init__(self, pages: PageImages, on_progress: Callable[[str], None] = lambda _: None) -> None:
        self._pages = pages
        self._on_progress = on_progress
        self._usable = pages.page_size
        self._roots = self._described_roots()
        # The file's header may be damaged: what it leaves unused counts if as much can be read without it.
        if pages.reserved:
            roots, self._usable = self._roots, pages.page_size - pages.reserved
            self._roots = self._described_roots()
            if len(self._roots) < len(roots):
                self._roots, self._usable = roots, pages.page_size

    @cached_property
    def is_library(self) -> bool:
        """Whether the pages are those of a library of Pullquote: by its mark, its tables or its rows."""
        has_mark = any(int.from_bytes(image.content[68:72], "big") == APPLICATION_ID for image in self._pages.images(1))
        return (
            has_mark
            or {"articles", "versions", "highlights"} <= self._roots.keys()
            or any(next(self.rows(table), None) is not None for table in ("highlights", "versions"))
        )

    @cached_property
    def _feeds(self) -> set[Value]:
        """The addresses of feeds: those in their own rows, and those that come again, as in no other table of pairs."""
        unowned = [leaf.image for leaf in self._leaves if leaf.owner is None]
        pairs = {record for image in unowned for _, record in self._records(image, "feed_items")}
        firsts = Counter(record[0] for record in pairs)
        at = table_shapes()["feeds"].columns.index("location")
        return {row.values[at] for row in self.rows("feeds")} | {first for first, count in firsts.items() if count > 1}

    def rows(self, table: str) -> Iterator[Row]:
        """Yield the rows of a table, each once by its primary key: as the newest page has it."""
        shape = table_shapes()[table]
        key = [shape.columns.index(column) for column in shape.key]
        names = {entry[-1]: entry[:-1] for entry in self.index_entries(f"sqlite_autoindex_{table}_1", len(key))}
        indexed = set(names.values())
        seen = set[tuple[Value, ...]]()
        doubtful: list[Row] = []
        for row in self._found_rows(table):
            name = tuple(row.values[at] for at in key)
            if name in indexed and names.get(row.rowid, name) != name:
                doubtful.append(row)
            elif name not in seen:
                seen.add(name)
                yield row
        for rowid, found in doubtful:  # the key or the rowid is that of another row: one of them is damaged
            values, name, known = found, tuple(found[at] for at in key), names[rowid]
            if known not in seen:
                values = tuple(known[key.index(at)] if at in key else value for at, value in enumerate(found))
                name = known
            if name not in seen:
                seen.add(name)
                yield Row(rowid, values)

    def _found_rows(self, table: str) -> Iterator[Row]:
        """Yield what may be rows of a table, newest pages first, those that its b-tree leads to before the others."""
        shape = table_shapes()[table]
        what = f"looking for {NOUNS[table]}s" if table in NOUNS else "looking for other entries"
        leaves = [leaf for owner in (table, None) for leaf in self._leaves if leaf.owner == owner]
        for leaf in self._counted(leaves, len(leaves), what):
            for cell, record in self._records(leaf.image, table):
                values = shape.complete(record)
                if values is not None and (leaf.owner == table or self._may_be(record, table)):
                    yield Row(cell.rowid, values)

    def _counted(self, pages: Iterable[_Page], count: int, what: str) -> Iterator[_Page]:
        """Yield these pages, and report how many of them have been read."""
        for number, page in enumerate(pages):
            self._on_progress(f"{what}: {100 * number // max(count, number + 1)} %")
            yield page

    def index_entries(self, index: str, columns: int) -> Iterator[tuple[Value, ...]]:
        """Yield the entries of an index, as far as they can be reached: so many indexed columns and the rowid."""
        for image, header in self._tree(self._roots.get(index, 0), {LEAF_INDEX, INTERIOR_INDEX}):
            for cell in pointed_cells(image.content, header, header.kind, self._usable):
                record = self._record(cell)
                if record is not None and len(record) == columns + 1:
                    yield record

    def _may_be(self, record: tuple[Value, ...], table: str) -> bool:
        possible = possible_tables(record)
        if len(possible) > 1:  # only then, because these rows are found through the others
            possible = likely_tables(record, possible, self._feeds)
        return table in possible

    def _described_roots(self) -> dict[str, int]:
        """Return the first page of each table and index that the library's own description names."""
        found: dict[str, int] = {}
        for image, header in self._tree(1, {LEAF_TABLE, INTERIOR_TABLE}):
            if header.kind != LEAF_TABLE:
                continue
            for cell in pointed_cells(image.content, header, LEAF_TABLE, self._usable):
                record = self._record(cell)
                if record is not None and len(record) == _SCHEMA_COLUMNS:
                    _, name, _, root, _ = record
                    if isinstance(name, str) and isinstance(root, int):
                        found.setdefault(name, root)
        return found

    @cached_property
    def _owners(self) -> dict[int, set[str]]:
        """Return which tables' b-trees lead to each page."""
        owners: dict[int, set[str]] = {}
        for name in table_shapes():
            for image, _ in self._tree(self._roots.get(name, 0), {LEAF_TABLE, INTERIOR_TABLE}, with_damaged=True):
                owners.setdefault(image.number, set()).add(name)
        return owners

    def _tree(
        self, root: int, kinds: set[int], *, with_damaged: bool = False
    ) -> Iterator[tuple[PageImage, PageHeader]]:
        """Yield the images of the pages that a b-tree leads to from its first page.

        Args:
            root: The number of the first page.
            kinds: The kinds of pages that the tree has.
            with_damaged: Whether also to yield those that are of another kind, where no page leads on.
        """
        waiting, seen = [root], set[int]()
        while waiting:
            number = waiting.pop()
            if number in seen or not 0 < number <= self._pages.count:
                continue
            seen.add(number)
            for image in self._pages.images(number):
                header = page_header(image.content, number)
                if header.kind in kinds or with_damaged:
                    yield image, header
                if header.kind in kinds & {INTERIOR_INDEX, INTERIOR_TABLE}:
                    cells = pointed_cells(image.content, header, header.kind, self._usable)
                    waiting += [header.right, *(cell.child for cell in cells)]

    @cached_property
    def _free(self) -> set[int]:
        """Return the pages that SQLite lists as unused (https://sqlite.org/fileformat2.html#the_freelist)."""
        free = set[int]()
        trunk = int.from_bytes(self._pages.content(1)[32:36], "big")
        while 0 < trunk <= self._pages.count and trunk not in free:
            free.add(trunk)
            content = self._pages.content(trunk)
            count = min(int.from_bytes(content[4:8], "big"), self._usable // 4 - 2)
            free |= {int.from_bytes(content[at : at + 4], "big") for at in range(8, 8 + 4 * count, 4)}
            trunk = int.from_bytes(content[:4], "big")
        return free

    @cached_property
    def _leaves(self) -> list[_Leaf]:
        """Return the pages that may have rows: those that tables lead to, and those that look like such a page."""
        leaves = []
        for image in self._counted(self._pages.all(), self._pages.count, "reading pages"):
            owners = self._owners.get(image.number, set())
            header = page_header(image.content, image.number)
            if header.kind == INTERIOR_TABLE:
                continue
            if header.kind == LEAF_TABLE or owners:
                owner = next(iter(owners)) if len(owners) == 1 else None
                if owner is not None and not self._holds(image, owner):
                    owner = None
                if owner is not None or image.number not in self._free:
                    leaves.append(_Leaf(image, owner))
        return leaves

    def _holds(self, image: PageImage, table: str) -> bool:
        """Whether any row of a page is one of this table; a page without rows belongs to no table."""
        shape = table_shapes()[table]
        return any(shape.complete(record) is not None for _, record in self._records(image, table))

    def _records(self, image: PageImage, table: str) -> Iterator[tuple[Cell, tuple[Value, ...]]]:
        """Yield the records of a page that may be rows of a table."""
        shape, page, usable = table_shapes()[table], image.content, self._usable
        header = page_header(page, image.number)
        counts = range(len(shape.columns) - len(shape.defaults), len(shape.columns) + 1)

        def is_row(cell: Cell) -> bool:
            types = column_types(cell.local, cell.size)
            return types is not None and len(types) in counts

        cells = pointed_cells(page, header, LEAF_TABLE, usable)
        accepted = [cell for cell in cells if column_types(cell.local, cell.size) is not None]
        if not is_complete(page, header, accepted, usable):
            accepted += lost_cells(page, header, accepted, usable, is_row)
        for cell in accepted:
            record = self._record(cell) if is_row(cell) else None
            if record is not None:
                yield cell, record

    def _record(self, cell: Cell) -> tuple[Value, ...] | None:
        """Return the values of a cell's record, with the parts that are in other pages."""
        parts, left, number, seen = [cell.local], cell.size - len(cell.local), cell.overflow, {0}
        while left:
            content = b"" if number in seen else self._pages.content(number)
            if not content:
                return None
            seen.add(number)
            parts.append(content[4 : self._usable][:left])
            left -= len(parts[-1])
            number = int.from_bytes(content[:4], "big")
        return decode_record(b"".join(parts))


def read_salvage(path: Path, on_progress: Callable[[str], None] = lambda _: None) -> Salvage:
    """Return the rows of the library at `path` and of its log. Neither is locked or changed.

    Args:
        path: The library.
        on_progress: As `Salvage` takes it.

    Raises:
        OSError: They can't be read.
    """
    return Salvage(read_page_images(path), on_progress)


def is_library(path: Path) -> bool:
    """Whether there is a library at `path`, damaged or not; False where it can't be read."""
    try:
        with closed_here(path):
            return read_salvage(path).is_library
    except OSError:
        return False
    except StorageError:
        return True  # this process has it open as one, and would lose its locks by reading it directly


def kept_tables() -> tuple[str, ...]:
    """Return the tables with what can't be made again."""
    return tuple(name for name in table_shapes() if name not in MADE_AGAIN)

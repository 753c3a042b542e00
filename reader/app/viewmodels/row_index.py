"""The rows of a list: which row shows which entry, and how far to scroll to show one."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class EntryRow(NamedTuple):
    """Row `part` of entry `entry`, both counted from 0."""

    entry: int
    part: int


@dataclass(frozen=True, slots=True)
class RowIndex:
    """The rows of all entries, with blank rows between them.

    Attributes:
        first_rows: The first row of each entry.
        heights: The number of rows of each entry.
        row_count: The number of all rows.
    """

    first_rows: tuple[int, ...] = ()
    heights: tuple[int, ...] = ()
    row_count: int = 0

    @property
    def count(self) -> int:
        """The number of entries."""
        return len(self.heights)

    def entry_at(self, row: int) -> EntryRow | None:
        """Return what stands in a row; None for a blank row and after the end."""
        entry = bisect_right(self.first_rows, row) - 1
        if entry < 0 or row >= self.first_rows[entry] + self.heights[entry]:
            return None
        return EntryRow(entry, row - self.first_rows[entry])

    def entry_from(self, row: int) -> int:
        """Return the entry in a row, or the next one if the row is blank; the last one after the end."""
        place = self.entry_at(row)
        return place.entry if place else min(bisect_right(self.first_rows, row), self.count - 1)

    def end_row(self, entry: int) -> int:
        """Return the row after the last row of an entry."""
        return self.first_rows[entry] + self.heights[entry]

    def count_above(self, top: int) -> int:
        """Return how many entries begin above row `top`."""
        return bisect_right(self.first_rows, top - 1)

    def count_below(self, row: int) -> int:
        """Return how many entries have a row at `row` or below it."""
        return self.count - bisect_right(self.first_rows, row) + (self.entry_at(row) is not None)

    def with_children(self, entry: int, height: int, children: int, rows_each: int = 1) -> "RowIndex":
        """Insert entries of the same height under an entry.

        Args:
            entry: The entry that is opened.
            height: The number of rows that it takes then.
            children: How many entries to insert.
            rows_each: The number of rows that each of them takes.
        """
        first = self.first_rows[entry]
        more = height - self.heights[entry] + children * rows_each
        rows = range(first + height, first + height + children * rows_each, rows_each)
        return RowIndex(
            (*self.first_rows[: entry + 1], *rows, *(each + more for each in self.first_rows[entry + 1 :])),
            (*self.heights[:entry], height, *(rows_each for _ in rows), *self.heights[entry + 1 :]),
            self.row_count + more,
        )

    def scroll_top(self, top: int, entry: int | None, height: int) -> int:
        """Return the first row to show so that an entry is in sight, as near to `top` as possible.

        No row after the end is shown, and the first entry in sight is never cut. The last row is kept free where it
        has to say how many more entries there are.

        Args:
            top: The first row shown now.
            entry: The entry to show; None for none.
            height: How many rows are shown.
        """
        if entry is not None:
            below = height - 1 if self.end_row(entry) < self.row_count else height
            top = min(max(top, self.end_row(entry) - below), self.first_rows[entry])
        top = max(0, min(top, self.row_count - height))
        place = self.entry_at(top)
        if place is None or not place.part:
            return top
        first = self.first_rows[place.entry]
        fits = entry is None or self.end_row(entry) < first + height
        return first if fits else self.end_row(place.entry)


def build_row_index(heights: Iterable[int], blanks: Iterable[int]) -> RowIndex:
    """Return the rows of entries of these heights, with `blanks` rows before each."""
    first_rows: list[int] = []
    all_heights: list[int] = []
    row = 0
    for height, blank in zip(heights, blanks, strict=True):
        row += blank
        first_rows.append(row)
        all_heights.append(height)
        row += height
    return RowIndex(tuple(first_rows), tuple(all_heights), row)

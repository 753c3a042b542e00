"""Entries of a list stacked in rows: which row shows which entry, and how far to scroll to have one in sight. Pure."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class EntryRow(NamedTuple):
    """Row `part` (from 0) of entry `entry`."""

    entry: int
    part: int


@dataclass(frozen=True, slots=True)
class RowIndex:
    """Entry `i` takes `heights[i]` rows from row `first_rows[i]` on, `rows` in all; rows between entries are blank."""

    first_rows: tuple[int, ...] = ()
    heights: tuple[int, ...] = ()
    row_count: int = 0

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self.heights)

    def entry_at(self, row: int) -> EntryRow | None:
        """What stands in a row; None for a blank row and beyond the end."""
        entry = bisect_right(self.first_rows, row) - 1
        if entry < 0 or row >= self.first_rows[entry] + self.heights[entry]:
            return None
        return EntryRow(entry, row - self.first_rows[entry])

    def entry_from(self, row: int) -> int:
        """The entry in a row, or the next one after a blank row; the last one beyond the end of at least one entry."""
        place = self.entry_at(row)
        return place.entry if place else min(bisect_right(self.first_rows, row), self.count - 1)

    def end_row(self, entry: int) -> int:
        """The row after an entry's last."""
        return self.first_rows[entry] + self.heights[entry]

    def count_above(self, top: int) -> int:
        """How many entries begin above row `top`."""
        return bisect_right(self.first_rows, top - 1)

    def count_below(self, row: int) -> int:
        """How many entries have a row at `row` or below it."""
        return self.count - bisect_right(self.first_rows, row) + (self.entry_at(row) is not None)

    def with_children(self, entry: int, height: int, inside: int) -> "RowIndex":
        """The stack with `inside` more entries, a row each, under an entry that then takes `height` rows."""
        first = self.first_rows[entry]
        more = height - self.heights[entry] + inside
        rows = range(first + height, first + height + inside)
        return RowIndex(
            (*self.first_rows[: entry + 1], *rows, *(each + more for each in self.first_rows[entry + 1 :])),
            (*self.heights[:entry], height, *(1 for _ in rows), *self.heights[entry + 1 :]),
            self.row_count + more,
        )

    def scroll_top(self, top: int, entry: int | None, room: int) -> int:
        """The first row to show of `room` so that `entry` is in sight, as near to `top` as it gets.

        Nothing is shown beyond the end. The first entry in sight is never cut, and the last row is kept free where
        it has to tell that there is more.
        """
        if entry is not None:
            below = room - 1 if self.end_row(entry) < self.row_count else room
            top = min(max(top, self.end_row(entry) - below), self.first_rows[entry])
        top = max(0, min(top, self.row_count - room))
        place = self.entry_at(top)
        if place is None or not place.part:
            return top
        first = self.first_rows[place.entry]
        fits = entry is None or self.end_row(entry) < first + room
        return first if fits else self.end_row(place.entry)


def build_row_index(heights: Iterable[int], blanks: Iterable[int]) -> RowIndex:
    """A stack of entries of these heights, so many blank rows before each."""
    first_rows: list[int] = []
    kept: list[int] = []
    row = 0
    for height, blank in zip(heights, blanks, strict=True):
        row += blank
        first_rows.append(row)
        kept.append(height)
        row += height
    return RowIndex(tuple(first_rows), tuple(kept), row)

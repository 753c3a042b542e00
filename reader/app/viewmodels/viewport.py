"""The part of a page that is in sight and the row of the cursor, with pure functions that move them."""

from collections.abc import Callable
from typing import NamedTuple

from reader.text.navigation import Direction


class Viewport(NamedTuple):
    """The visible rows of a page and the cursor's row.

    People read about a third of the way down the screen (the reading row): single steps bring the cursor there and
    keep it there.

    Attributes:
        top: The first visible row.
        row: The row of the cursor.
        height: The number of visible rows.
        total: The number of rows of the page.
    """

    top: int = 0
    row: int = 0
    height: int = 1
    total: int = 1

    @property
    def last_top(self) -> int:
        """The first visible row at the end of the page."""
        return max(0, self.total - self.height)

    @property
    def reading_row(self) -> int:
        """The row at which people read, counted from the first visible row."""
        return self.height // 3

    def step(self, way: Direction) -> "Viewport":
        """Move a row on or back: the page with the cursor, at the ends of the page the cursor alone."""
        top = _clamp(self.top + way, self.last_top)
        if top == self.top:
            return self._moved_to(self.top, self.row + way)
        short = (self.reading_row - (self.row - self.top)) * way
        return self._moved_to(top, self.row + (2 * way if short > 0 else way))

    def move(self, rows: int) -> "Viewport":
        """Move several rows on, or back if negative; at the ends of the page the cursor alone."""
        top = _clamp(self.top + rows, self.last_top)
        if top == self.top:
            return self._moved_to(top, self.row + rows)
        return self._moved_to(top, self.row + (top - self.top))

    def scroll(self, rows: int) -> "Viewport":
        """Scroll as a mouse wheel does: the cursor moves only as far as it must to stay in sight."""
        top = _clamp(self.top + rows, self.last_top)
        return self._moved_to(top, min(max(self.row, top), top + self.height - 1))

    def jump_to(self, row: int) -> "Viewport":
        """Bring `row` to the reading row, and the cursor to it."""
        return self._moved_to(_clamp(row - self.reading_row, self.last_top), row)

    def to_end(self, way: Direction) -> "Viewport":
        """Go to the start or the end of the page."""
        return self._moved_to(self.last_top, self.total - 1) if way is Direction.FORWARD else self._moved_to(0, 0)

    def reveal(self, first: int, last: int) -> "Viewport":
        """Show the rows `first` to `last` with one more row around them, the cursor on the first.

        The page does not move if they are in sight already. Else the first row comes to the reading row, or as much
        higher as needed to show the last one. Of more rows than fit, the first ones are shown.
        """
        if self.top + min(1, self.top) <= first and last < self.top + self.height - (self.top < self.last_top):
            return self._moved_to(self.top, first)
        top = max(first - self.reading_row, last - self.height + 2)
        return self._moved_to(_clamp(min(top, max(0, first - 1)), self.last_top), first)

    def resized(self, height: int, total: int, row: int, quotation: range | None = None) -> "Viewport":
        """Keep the cursor's line at its place on the screen after a new layout.

        Args:
            height: The number of visible rows.
            total: The number of rows of the new layout.
            row: The row of the cursor in it.
            quotation: The rows of the current quotation in it. The page moves as little as is needed to show them all;
                if they are more than fit, it does not move for them.
        """
        fitted = Viewport(0, row, max(1, height), total)
        top = row - min(max(0, self.row - self.top), fitted.height - 1)
        if quotation is not None:
            first, last = min(quotation[0], row), max(quotation[-1], row)
            if last - first < fitted.height:
                top = max(min(top, first), last - fitted.height + 1)
        return fitted._moved_to(_clamp(top, fitted.last_top), row)

    def snap(self, way: Direction, can_hold_cursor: Callable[[int], bool]) -> "Viewport":
        """Move the cursor to the nearest row that can hold it, in direction `way`, else from the start of the page."""
        for rows in (
            range(self.row, self.total) if way is Direction.FORWARD else range(self.row, -1, -1),
            range(self.total),
        ):
            for row in rows:
                if can_hold_cursor(row):
                    return self if row == self.row else self._replace(row=row)
        return self

    def _moved_to(self, top: int, row: int) -> "Viewport":
        row = _clamp(row, self.total - 1)
        return self._replace(top=min(max(top, row - self.height + 1), row), row=row)


def _clamp(value: int, last: int) -> int:
    return min(max(0, value), max(0, last))

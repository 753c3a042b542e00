"""What part of a page is in sight and which row the reader is on: pure moves from one such state to the next."""

from collections.abc import Callable
from typing import NamedTuple

from reader.text.navigation import Way


class Viewport(NamedTuple):
    """Rows `top` to `top + height` of a page of `total` rows are in sight; the cursor stands on row `row`.

    Text is read a third of the way down, on the rest row: single steps bring the cursor there and keep it there.
    """

    top: int = 0
    row: int = 0
    height: int = 1
    total: int = 1

    @property
    def last_top(self) -> int:
        """The topmost row in sight at the end of the page."""
        return max(0, self.total - self.height)

    @property
    def reading_row(self) -> int:
        """The row at which the eye rests, counted from the top of what is in sight."""
        return self.height // 3

    def step(self, way: Way) -> "Viewport":
        """One row on or back: the page moves, and the cursor with it; at the ends of the page the cursor alone."""
        top = _within(self.top + way, self.last_top)
        if top == self.top:
            return self._at(self.top, self.row + way)
        short = (self.reading_row - (self.row - self.top)) * way
        return self._at(top, self.row + (2 * way if short > 0 else way))

    def move(self, rows: int) -> "Viewport":
        """Several rows on, or back when negative; where the page can't follow, the cursor goes on to its end."""
        top = _within(self.top + rows, self.last_top)
        if top == self.top:
            return self._at(top, self.row + rows)
        return self._at(top, self.row + (top - self.top))

    def scroll(self, rows: int) -> "Viewport":
        """The page moves as a wheel moves it; the cursor is only carried along to stay in sight."""
        top = _within(self.top + rows, self.last_top)
        return self._at(top, min(max(self.row, top), top + self.height - 1))

    def jump_to(self, row: int) -> "Viewport":
        """Row `row` at the rest row, the cursor on it."""
        return self._at(_within(row - self.reading_row, self.last_top), row)

    def to_end(self, way: Way) -> "Viewport":
        """The start or the end of the page."""
        return self._at(self.last_top, self.total - 1) if way is Way.ON else self._at(0, 0)

    def reveal(self, first: int, last: int) -> "Viewport":
        """The rows `first` to `last` in sight with a row to spare, the cursor on the first.

        Nothing moves when they are in sight already; else the first row comes to the rest row, or as much higher as
        it takes to show the last one. What is taller than the screen shows its start.
        """
        if self.top + min(1, self.top) <= first and last < self.top + self.height - (self.top < self.last_top):
            return self._at(self.top, first)
        top = max(first - self.reading_row, last - self.height + 2)
        return self._at(_within(min(top, max(0, first - 1)), self.last_top), first)

    def resized(self, height: int, total: int, row: int) -> "Viewport":
        """The same line at the same place in sight, on a page laid out anew, where it is row `row`."""
        down = min(max(0, self.row - self.top), max(0, height - 1))
        fitted = Viewport(0, row, max(1, height), total)
        return fitted._at(_within(row - down, fitted.last_top), row)

    def snap(self, way: Way, stands: Callable[[int], bool]) -> "Viewport":
        """The cursor on the nearest row that way on which it can stand, or else the other way."""
        for rows in (range(self.row, self.total) if way is Way.ON else range(self.row, -1, -1), range(self.total)):
            for row in rows:
                if stands(row):
                    return self if row == self.row else self._replace(row=row)
        return self

    def _at(self, top: int, row: int) -> "Viewport":
        row = _within(row, self.total - 1)
        return self._replace(top=min(max(top, row - self.height + 1), row), row=row)


def _within(value: int, last: int) -> int:
    return min(max(0, value), max(0, last))

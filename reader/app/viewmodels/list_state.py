"""The state of a list: its rows, the selected entry and the first visible row."""

from dataclasses import dataclass, field, replace

from reader.app.viewmodels.row_index import RowIndex


@dataclass(frozen=True, slots=True)
class ListState:
    """A list as it stands; each method returns the next state.

    `height` is the number of visible rows in all of them, the heading not counted.

    Attributes:
        rows: The rows of the entries.
        selected: The selected entry, None for none.
        top: The first visible row.
    """

    rows: RowIndex = field(default_factory=RowIndex)
    selected: int | None = None
    top: int = 0

    def with_rows(self, rows: RowIndex) -> "ListState":
        """Replace the rows; the same entry stays selected if there still is one with its number."""
        selected = None if self.selected is None or self.selected >= rows.count else self.selected
        return replace(self, rows=rows, selected=selected)

    def revealed(self, height: int) -> "ListState":
        """Scroll as little as needed to show the selected entry."""
        if height < 1:
            return self
        return replace(self, top=self.rows.scroll_top(self.top, self.selected, height))

    def select(self, entry: int | None, height: int) -> "ListState":
        """Select an entry and show it."""
        return replace(self, selected=entry).revealed(height)

    def move(self, by: int, height: int) -> "ListState":
        """Select the entry `by` entries further on; from no selection, the first or the last one."""
        here = self.selected if self.selected is not None else (-1 if by > 0 else self.rows.count)
        return self._select_within(here + by, height)

    def page(self, by: int, height: int) -> "ListState":
        """Select the entry about `by` pages further on."""
        if not self.rows.count:
            return self
        here = self.rows.first_rows[self.selected] if self.selected is not None else self.top
        target = here + by * max(1, height - 1)
        return self.select(self.rows.entry_from(max(0, min(target, self.rows.row_count - 1))), height)

    def to_end(self, by: int, height: int) -> "ListState":
        """Select the first entry (`by` below 0) or the last one."""
        return self._select_within(0 if by < 0 else self.rows.count - 1, height)

    def scroll(self, by: int, height: int) -> "ListState":
        """Scroll by some rows and keep the selection."""
        return replace(self, top=max(0, min(self.top + by, self.rows.row_count - height)))

    def _select_within(self, entry: int, height: int) -> "ListState":
        if not self.rows.count:
            return self
        return self.select(max(0, min(entry, self.rows.count - 1)), height)

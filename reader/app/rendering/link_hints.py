"""The numbers of links while one is being chosen: on the row where each begins, over no letter."""

from typing import Protocol

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.app.rendering.columns import ColumnLayout
from reader.app.state import Reading
from reader.text.layout import Layout

SPACE_SEARCH = 16
"""Characters before a link among which its number looks for a space."""


class NumberedPage(Protocol):
    """What the numbers need to know of a page."""

    @property
    def reading(self) -> Reading:
        """What the page shows."""

    @property
    def layout(self) -> Layout:
        """Its rows."""

    @property
    def columns(self) -> ColumnLayout:
        """Its columns."""

    @property
    def numbers(self) -> tuple[tuple[int, int], ...]:
        """Pairs of the offset where a link begins and its number."""


def with_link_numbers(column: Strip, page: NumberedPage, y: int, style: Style) -> Strip:
    """Row `y` with the numbers of the links that begin on it.

    A number takes the place of the space before the link or of the last cell of the gutter; where neither is near or
    free, the row makes room for it.
    """
    layout, text, left = page.layout, page.reading.article.text, page.columns.start
    row = layout.row(y)
    taken: set[int] = set()
    for offset, number in sorted(page.numbers, reverse=True):
        if layout.row_at(offset) != y:
            continue
        space = text.rfind(" ", max(row.start, offset - SPACE_SEARCH), offset)
        cell = left + (layout.cell_of(y, space) if space >= 0 else row.indent - 1)
        width = 1
        if cell in taken or (space < 0 and offset > row.start + SPACE_SEARCH):
            cell, width = left + layout.cell_of(y, offset), 0
        taken.add(cell)
        sign = Strip([Segment(str(number), style)], 1)
        column = Strip.join([column.crop(0, cell), sign, column.crop(cell + width)])
    return column

"""The numbers shown before links while one is being chosen."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.app.rendering.page_state import PageState

SPACE_SEARCH = 16
"""Characters before a link among which its number looks for a space."""


def with_link_numbers(strip: Strip, page: PageState, y: int, style: Style) -> Strip:
    """Return row `y` of a page with the numbers of the links that begin on it; no letter is covered.

    A number replaces the space before its link, or the last cell of the gutter. Where neither is near or free, the
    text moves one cell to the right.

    Args:
        strip: The row from the left margin to the end of the text.
        page: The page, whose `link_numbers` are shown.
        y: The row.
        style: The style of the numbers.
    """
    layout, text, left = page.layout, page.reading.article.text, page.columns.start
    row = layout.row(y)
    taken: set[int] = set()
    for offset, number in sorted(page.link_numbers, reverse=True):
        if layout.row_at(offset) != y:
            continue
        space = text.rfind(" ", max(row.start, offset - SPACE_SEARCH), offset)
        cell = left + (layout.cell_of(y, space) if space >= 0 else row.indent - 1)
        width = 1
        if cell in taken or (space < 0 and offset > row.start + SPACE_SEARCH):
            cell, width = left + layout.cell_of(y, offset), 0
        taken.add(cell)
        sign = Strip([Segment(str(number), style)], 1)
        strip = Strip.join([strip.crop(0, cell), sign, strip.crop(cell + width)])
    return strip

"""How a terminal's columns are divided: margins, gutter, text, map and sidebar."""

from typing import NamedTuple

GUTTER = 5  # a voice's tag (2), a space, its bar, a space
TEXT_MAX = 76  # longer lines of text are hard to read
SIDEBAR_WIDE, SIDEBAR_SMALL = 48, 31  # with and without a column for affiliations
WIDE, MIDDLE, SMALL = 140, 100, 76  # from here on: all in full; a sidebar beside the text; a drawer beside the text
DRAWER = SIDEBAR_WIDE + 4  # two columns either side of the sidebar's content


class ColumnLayout(NamedTuple):
    """Widths in cells, from left to right.

    A row is `left`, the gutter (GUTTER), `text`, `gap`, the mark and the map (1 each), `space`, `sidebar`, `right`.

    Attributes:
        left: The left margin.
        text: The text of the article.
        gap: Between text and map; signs of highlights stand there.
        space: Between map and sidebar.
        sidebar: The content of the sidebar, without the column at either side that a selected row's background fills;
            0 where the sidebar is a drawer.
        right: The right margin.
        drawer: The whole width of the drawer; 0 where there is a sidebar.
    """

    left: int
    text: int
    gap: int
    space: int
    sidebar: int
    right: int
    drawer: int

    @property
    def start(self) -> int:
        """The first column of the text."""
        return self.left + GUTTER

    @property
    def body(self) -> int:
        """The width of all that stands left of the map and its mark: margin, gutter, text and gap."""
        return self.end + self.gap

    @property
    def width(self) -> int:
        """The width of the whole terminal."""
        return self.body + 2 + self.space + self.sidebar + self.right

    @property
    def end(self) -> int:
        """The column after the text."""
        return self.start + self.text


def columns(width: int, *, alone: bool = False, content: int = 0) -> ColumnLayout:
    """Divide a terminal of `width` cells into columns.

    Spare width goes to both margins, so that text, map and sidebar stay together, or to the sidebar if it needs more.

    Args:
        width: The width of the terminal.
        alone: Whether the text stands without a sidebar at any width.
        content: The cells that the sidebar's content needs. A sidebar of SIDEBAR_WIDE grows into the right margin for
            it, so that the text stays where it is.
    """
    if width >= MIDDLE and not alone:
        wide = width >= WIDE
        left, right, gap, space = (2, 2, 3, 2) if wide else (1, 1, 3, 2)
        rest = width - (left + GUTTER + gap + 2 + space + right)
        sidebar = SIDEBAR_WIDE if wide else max(SIDEBAR_SMALL, min(SIDEBAR_WIDE, rest - TEXT_MAX))
        drawer = 0
    else:
        left, right, gap, space, sidebar = 1, 1, 2, 0, 0
        rest = width - (left + GUTTER + gap + 2 + right)
        drawer = DRAWER if width >= SMALL else width
    text = max(1, min(TEXT_MAX, rest - sidebar))
    spare = max(0, rest - sidebar - text)
    grown = min(spare - spare // 2, max(0, content - sidebar)) if sidebar else 0
    return ColumnLayout(
        left + spare // 2, text, gap, space, sidebar + grown, right + spare - spare // 2 - grown, drawer
    )

"""How a terminal's columns are shared out: margins, gutter, text, quote map and sidebar, after `screen/README.md`."""

from typing import NamedTuple

GUTTER = 5  # a voice's tag (2), a space, its bar, a space
TEXT_MAX = 76  # the widest a line of text may be and still be read with ease
SIDEBAR_WIDE, SIDEBAR_SMALL = 48, 31  # with and without a column for affiliations
WIDE, MIDDLE, SMALL = 140, 100, 76  # from here on: all in full; a sidebar beside the text; a drawer beside the text
DRAWER = SIDEBAR_WIDE + 4  # two columns either side of the sidebar's content


class ColumnLayout(NamedTuple):
    """Widths in cells, from the left: `left` + GUTTER + `text` + `gap` + mark + map + `space` + `sidebar` + `right`.

    `sidebar` is the width of what the sidebar shows, without the column either side of it over which a selected row's
    background runs; 0 where the sidebar is a drawer. `drawer` is the drawer's whole width.
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
        """The column in which the text begins."""
        return self.left + GUTTER

    @property
    def body(self) -> int:
        """The width of margin, gutter, text and gap: all that stands left of the map and its mark."""
        return self.end + self.gap

    @property
    def width(self) -> int:
        """The width of the whole terminal."""
        return self.body + 2 + self.space + self.sidebar + self.right

    @property
    def end(self) -> int:
        """The column after the last that text may fill."""
        return self.start + self.text


def columns(width: int, *, alone: bool = False) -> ColumnLayout:
    """The columns of a terminal `width` cells wide; with `alone` the text stands without a sidebar at any width.

    Width that nothing needs goes left and right of the whole, so that text, map and sidebar stay together.
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
    return ColumnLayout(left + spare // 2, text, gap, space, sidebar, right + spare - spare // 2, drawer)

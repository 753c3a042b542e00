"""How a terminal's columns are shared out: margins, gutter, text, quote map and rail, after `screen/README.md`."""

from typing import NamedTuple

GUTTER = 5  # a voice's tag (2), a space, its bar, a space
TEXT_MAX = 76  # the widest a line of text may be and still be read with ease
RAIL_WIDE, RAIL_SMALL = 48, 31  # with and without a column for affiliations
WIDE, MIDDLE, SMALL = 140, 100, 76  # from here on: all in full; a rail beside the text; a drawer beside the text
DRAWER = RAIL_WIDE + 4  # two columns either side of the rail's content


class ColumnLayout(NamedTuple):
    """Widths in cells, from the left: `left` + GUTTER + `text` + `gap` + mark + map + `space` + `rail` + `right`.

    `rail` is the width of what the rail shows, without the column either side of it over which a selected row's
    background runs; 0 where the rail is a drawer. `drawer` is the drawer's whole width.
    """

    left: int
    text: int
    gap: int
    space: int
    rail: int
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
        return self.body + 2 + self.space + self.rail + self.right

    @property
    def end(self) -> int:
        """The column after the last that text may fill."""
        return self.start + self.text


def columns(width: int, *, alone: bool = False) -> ColumnLayout:
    """The columns of a terminal `width` cells wide; with `alone` the text stands without a rail at any width.

    Width that nothing needs goes left and right of the whole, so that text, map and rail stay together.
    """
    if width >= MIDDLE and not alone:
        wide = width >= WIDE
        left, right, gap, space = (2, 2, 3, 2) if wide else (1, 1, 3, 2)
        rest = width - (left + GUTTER + gap + 2 + space + right)
        rail = RAIL_WIDE if wide else max(RAIL_SMALL, min(RAIL_WIDE, rest - TEXT_MAX))
        drawer = 0
    else:
        left, right, gap, space, rail = 1, 1, 2, 0, 0
        rest = width - (left + GUTTER + gap + 2 + right)
        drawer = DRAWER if width >= SMALL else width
    text = max(1, min(TEXT_MAX, rest - rail))
    spare = max(0, rest - rail - text)
    return ColumnLayout(left + spare // 2, text, gap, space, rail, right + spare - spare // 2, drawer)

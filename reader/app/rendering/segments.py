"""Pieces of text into strips: the panes draw with these, so that no text is ever read as markup."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reader.printable import printable


@lru_cache(maxsize=1024)
def make_style(  # noqa: PLR0913 - each is one thing to say of a style
    colour: str | None = None,
    on: str | None = None,
    *,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    reverse: bool = False,
    link: str | None = None,
) -> Style:
    """A style of these colours; without `on` the widget's own background shows."""
    return Style(
        color=colour,
        bgcolor=on,
        bold=bold or None,
        italic=italic or None,
        underline=underline or None,
        reverse=reverse or None,
        link=None if link is None else printable(link),
    )


def background_style(widget: Widget) -> Style:
    """The widget's background, as its style sheet has it: what a row stands on unless it says otherwise."""
    colour = widget.background_colors[1]
    if colour.ansi is None:
        return make_style(on=colour.hex6)
    return make_style(on="default" if colour.ansi < 0 else f"color({colour.ansi})")


def cell_width(pieces: Iterable[Segment]) -> int:
    """How many cells `pieces` take."""
    return sum(cell_len(piece.text) for piece in pieces)


def make_strip(left: Sequence[Segment], right: Sequence[Segment], width: int, ground: Style) -> Strip:
    """One row `width` cells wide: `left` from its start, `right` up to its end, `ground` between and beneath.

    Whatever the pieces say, nothing in them can steer the terminal.
    """
    start, end = (
        [Segment(printable(piece.text), ground + (piece.style or Style.null())) for piece in side]
        for side in (left, right)
    )
    room = width - cell_width(start) - cell_width(end)
    laid = [*start, *([Segment(" " * room, ground)] if room > 0 else []), *end]
    # Neighbours of one style become one: what is written to the terminal is paid for by the piece.
    return Strip(laid).adjust_cell_length(width, ground).simplify()


def join_groups(groups: Iterable[Sequence[Segment]], space: str) -> list[Segment]:
    """The groups that hold something, one after another, parted by `space`."""
    whole: list[Segment] = []
    for group in groups:
        if group:
            if whole:
                whole.append(Segment(space))
            whole.extend(group)
    return whole

"""Styles, segments and strips: the panes draw with these, so that no text is read as markup."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reader.printable import printable


@lru_cache(maxsize=1024)
def make_style(  # noqa: PLR0913 - each is one attribute of a style
    colour: str | None = None,
    background: str | None = None,
    *,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    reverse: bool = False,
    link: str | None = None,
) -> Style:
    """Make a style; without `background` the background of the widget shows."""
    return Style(
        color=colour,
        bgcolor=background,
        bold=bold or None,
        italic=italic or None,
        underline=underline or None,
        reverse=reverse or None,
        link=None if link is None else printable(link),
    )


def background_style(widget: Widget) -> Style:
    """Return a widget's background as its style sheet sets it, as a style for its rows."""
    colour = widget.background_colors[1]
    if colour.ansi is None:
        return make_style(background=colour.hex6)
    return make_style(background="default" if colour.ansi < 0 else f"color({colour.ansi})")


def cell_width(segments: Iterable[Segment]) -> int:
    """Return how many cells some segments take."""
    return sum(cell_len(segment.text) for segment in segments)


def make_strip(left: Sequence[Segment], right: Sequence[Segment], width: int, background: Style) -> Strip:
    """Make a row of `width` cells: `left` at its start, `right` at its end, `background` between and below them.

    Control characters in the segments are made visible, so that no text can control the terminal.
    """
    start, end = (
        [Segment(printable(segment.text), background + (segment.style or Style.null())) for segment in side]
        for side in (left, right)
    )
    room = width - cell_width(start) - cell_width(end)
    segments = [*start, *([Segment(" " * room, background)] if room > 0 else []), *end]
    # Neighbours of one style become one segment: every segment costs time when it is written to the terminal.
    return Strip(segments).adjust_cell_length(width, background).simplify()


def join_groups(groups: Iterable[Sequence[Segment]], space: str) -> list[Segment]:
    """Join the groups that are not empty, with `space` between them."""
    joined: list[Segment] = []
    for group in groups:
        if group:
            if joined:
                joined.append(Segment(space))
            joined.extend(group)
    return joined

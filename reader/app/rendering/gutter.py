"""What stands left of a row's text: the tag and the bars of the voices that speak on it."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.app.state import Reading
from reader.model import Block, Span
from reader.text.layout import Layout, RowKind
from reader.text.navigation import Stop, stops_in

# Not compiled here: the first frame does not need it.
_SOURCE_LABEL = r"\s*(\[[^\W\d_][^\[\]\n]{0,23}\])\s*"


class Gutter(NamedTuple):
    """The gutter of one row. Numbers are indexes into the stops, None stands for nothing.

    Attributes:
        tag: The stop whose voice's tag is shown.
        bar: The stop whose bar runs beside the row.
        inner_bar: In a block quote, the stop of a voice quoted there; its bar runs directly before the text.
        has_more: Whether another voice begins to speak on the row as well.
    """

    tag: int | None = None
    bar: int | None = None
    inner_bar: int | None = None
    has_more: bool = False


def gutter_of(y: int, layout: Layout, reading: Reading) -> Gutter:
    """Return the gutter of row `y`.

    A row shows one voice: the current one, else the one that begins to speak there first, else the innermost.
    """
    row, stops, current = layout.row(y), reading.stops, reading.stop
    if row.block is None:
        return Gutter()
    blocks = reading.article.blocks
    if row.kind is RowKind.BLANK:
        return _blank_row_gutter(row.block, blocks, stops)
    block = blocks[row.block].span
    text = reading.article.text
    on_row = [
        index
        for index in stops_in(stops, block)
        if y in layout.rows_of(with_source_label(text, block, stops[index].span))
    ]
    if not on_row:
        return Gutter()
    beginning = [index for index in on_row if _has_tag(stops[index], y, layout)]
    tag = _main_stop(beginning, stops, current)
    has_more = any(_are_side_by_side(stops[one], stops[other]) for one, other in pairwise(beginning))
    outer = stops[on_row[0]]
    if row.indent > 1 and outer.span.contains(stops[on_row[-1]].span):
        nested = [
            index
            for index in on_row[1:]
            if outer.span.contains(stops[index].span) and stops[index].voice != outer.voice
        ]
        shown = [index for index in nested if index in beginning] or nested
        return Gutter(tag, on_row[0], _main_stop(shown, stops, current), has_more)
    bar = current if current in on_row else _main_stop(beginning or on_row, stops, current)
    return Gutter(tag, bar, has_more=has_more)


def source_label(text: str, block: Span, quotation: Span) -> Span | None:
    """Find the label of a source, as "[Source]", that follows a quotation at the end of its block."""
    if text[block.end - 1 : block.end] != "]" or not block.start <= quotation.end < block.end:
        return None
    found = re.compile(_SOURCE_LABEL).fullmatch(text, quotation.end, block.end)
    return None if found is None else Span(*found.span(1))


def with_source_label(text: str, block: Span, quotation: Span) -> Span:
    """Return the span of a quotation and of the label of its source after it, if it has one."""
    label = source_label(text, block, quotation)
    return quotation if label is None else Span(quotation.start, label.end)


def _main_stop(indexes: Sequence[int], stops: Sequence[Stop], current: int | None) -> int | None:
    """The current one of some stops, else the innermost one inside the first: a press of `n` would select that."""
    if not indexes:
        return None
    if current in indexes:
        return current
    first = stops[indexes[0]].span
    return max(index for index in indexes if first.contains(stops[index].span))


def _are_side_by_side(one: Stop, other: Stop) -> bool:
    """Whether two voices speak one after the other, and neither inside the words of the other."""
    return one.voice != other.voice and not one.span.contains(other.span)


def _has_tag(stop: Stop, y: int, layout: Layout) -> bool:
    """Whether row `y` shows the tag of a stop: where it begins, and where it goes on after rows of other words."""
    last: int | None = None
    for span in stop.spans:
        rows = layout.rows_of(span)
        if rows[0] == y and (last is None or y > last + 1):
            return True
        last = rows[-1]
    return False


def _blank_row_gutter(above: int, blocks: Sequence[Block], stops: Sequence[Stop]) -> Gutter:
    """A blank row inside a quotation of several paragraphs keeps its bar."""
    below = above + 1
    if below >= len(blocks):
        return Gutter()
    after = {stops[index].quotation for index in stops_in(stops, blocks[below].span)}
    for index in stops_in(stops, blocks[above].span):
        if stops[index].quotation in after:
            return Gutter(bar=index)
    return Gutter()


def spans_of_nested_voices(stops: Sequence[Stop], outer: int, block: Span) -> list[Span]:
    """Return the spans inside the stop with index `outer`, in a block, that another voice speaks."""
    whole = stops[outer]
    return [
        span
        for index in stops_in(stops, block)
        if index > outer and stops[index].voice != whole.voice and whole.span.contains(stops[index].span)
        for span in stops[index].spans
    ]

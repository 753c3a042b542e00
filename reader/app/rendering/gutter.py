"""What stands left of the text: whose words a row holds, as a tag and one or two bars."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.app.state import Reading
from reader.model import Block, Span
from reader.text.layout import Layout, RowKind
from reader.text.navigation import Stop, stops_in

# Compiled at the first need, which a start has not.
_CLOSER = r"\s*(\[[^\W\d_][^\[\]\n]{0,23}\])\s*"


class Gutter(NamedTuple):
    """Indexes into the stops, each None for nothing.

    A row bears the `tag` of one, the `bar` of one runs beside it, and in a block quote the `inner` bar of one who is
    quoted there runs before the text. `more` tells that another voice begins to speak on the row, beside that one.
    """

    tag: int | None = None
    bar: int | None = None
    inner: int | None = None
    more: bool = False


def gutter_of(y: int, layout: Layout, reading: Reading) -> Gutter:
    """The gutter of row `y`.

    A row has one voice: the current one, or else whoever begins to speak there first, or else the innermost.
    """
    row, stops, current = layout.row(y), reading.stops, reading.stop
    if row.block is None:
        return Gutter()
    blocks = reading.article.blocks
    if row.kind is RowKind.BLANK:
        return _between(row.block, blocks, stops)
    block = blocks[row.block].span
    text = reading.article.text
    here = [
        index
        for index in stops_in(stops, block)
        if y in layout.rows_of(with_source_label(text, block, stops[index].span))
    ]
    if not here:
        return Gutter()
    beginning = [index for index in here if _tagged(stops[index], y, layout)]
    tag = _foremost(beginning, stops, current)
    more = any(_beside(stops[one], stops[other]) for one, other in pairwise(beginning))
    whole = stops[here[0]]
    if row.indent > 1 and whole.span.contains(stops[here[-1]].span):
        inner = [
            index for index in here[1:] if whole.span.contains(stops[index].span) and stops[index].voice != whole.voice
        ]
        running = [index for index in inner if index in beginning] or inner
        return Gutter(tag, here[0], _foremost(running, stops, current), more)
    return Gutter(tag, current if current in here else _foremost(beginning or here, stops, current), more=more)


def source_label(text: str, block: Span, said: Span) -> Span | None:
    """The sign of a source in brackets that follows what is said at the end of a block: "[Source]"."""
    if text[block.end - 1 : block.end] != "]" or not block.start <= said.end < block.end:
        return None
    found = re.compile(_CLOSER).fullmatch(text, said.end, block.end)
    return None if found is None else Span(*found.span(1))


def with_source_label(text: str, block: Span, said: Span) -> Span:
    """What is said, as far as to the end of the sign of its source."""
    end = source_label(text, block, said)
    return said if end is None else Span(said.start, end.end)


def _foremost(indexes: Sequence[int], stops: Sequence[Stop], current: int | None) -> int | None:
    """The current one of some stops, or else the innermost of those in the first: that becomes current on their row."""
    if not indexes:
        return None
    if current in indexes:
        return current
    first = stops[indexes[0]].span
    return max(index for index in indexes if first.contains(stops[index].span))


def _beside(one: Stop, other: Stop) -> bool:
    """Whether two voices speak one after the other, and not the one in the other's words."""
    return one.voice != other.voice and not one.span.contains(other.span)


def _tagged(stop: Stop, y: int, layout: Layout) -> bool:
    """Whether a stop bears its tag on row `y`: where it begins, and where it goes on after rows of other words."""
    last: int | None = None
    for span in stop.spans:
        rows = layout.rows_of(span)
        if rows[0] == y and (last is None or y > last + 1):
            return True
        last = rows[-1]
    return False


def _between(above: int, blocks: Sequence[Block], stops: Sequence[Stop]) -> Gutter:
    """A blank row inside what one voice says over several paragraphs keeps its bar."""
    below = above + 1
    if below >= len(blocks):
        return Gutter()
    after = {stops[index].quotation for index in stops_in(stops, blocks[below].span)}
    for index in stops_in(stops, blocks[above].span):
        if stops[index].quotation in after:
            return Gutter(bar=index)
    return Gutter()


def spans_of_nested_voices(stops: Sequence[Stop], outer: int, block: Span) -> list[Span]:
    """The words inside a stop that another voice speaks."""
    whole = stops[outer]
    return [
        span
        for index in stops_in(stops, block)
        if index != outer
        and stops[index].voice != whole.voice
        and whole.span.contains(stops[index].span)
        and index > outer
        for span in stops[index].spans
    ]

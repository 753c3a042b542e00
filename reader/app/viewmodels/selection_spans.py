"""What keys and mouse select: words, sentences and paragraphs around an offset, and the ends that a selection has."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.app.state import Reading
from reader.app.viewmodels.block_lookup import block_at
from reader.model import Article, Span
from reader.text.layout import Layout, RowKind
from reader.text.navigation import Direction

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_WORD_REACH = 400
"""Characters on either side of an offset in which a word around it is looked for."""

DOUBLE_CLICK = 2


def with_selection_started(reading: Reading) -> Reading:
    """Return the reading with a selection that keys extend, from the cursor or from what the mouse selected."""
    selection = reading.selection
    if selection is not None and reading.anchor is None and len(selection):
        return replace(reading, anchor=selection.start, cursor=selection.end)
    return replace(reading, anchor=reading.cursor, selection=Span(reading.cursor, reading.cursor))


def word_at(text: str, offset: int) -> Span:
    """Return the span of the word at `offset`, else of the character there."""
    for found in _WORD.finditer(text, max(0, offset - _WORD_REACH), offset + _WORD_REACH):
        if found.start() <= offset < found.end():
            return Span(*found.span())
    return Span(offset, min(offset + 1, len(text)))


def span_of_clicks(article: Article, offset: int, clicks: int) -> Span | None:
    """Return what so many clicks on a character select: two its word, three its paragraph.

    One click selects nothing, and between two paragraphs there is nothing to select.
    """
    here = block_at(article, offset)
    if clicks < DOUBLE_CLICK or here < 0 or not article.blocks[here].span.covers(offset):
        return None
    return word_at(article.text, offset) if clicks == DOUBLE_CLICK else article.blocks[here].span


def span_of_drag(article: Article, layout: Layout, ends: tuple[int, int], clicks: int) -> Span:
    """Return what the mouse selects between two offsets, in either order.

    Args:
        article: The article.
        layout: Its rows, for characters of several code points.
        ends: Where the button was pressed and where the mouse is.
        clicks: How often the button was pressed there: once selects by characters, twice by words, three times by
            paragraphs, those at both ends as a whole.
    """
    whole = [span_of_clicks(article, end, clicks) or Span(end, end) for end in ends]
    if any(map(len, whole)):
        return Span(min(part.start for part in whole), max(part.end for part in whole))
    start, end = sorted(ends)
    if end < len(article.text) and not article.text[end].isspace():
        end = layout.next_offset(end)
    return Span(start, end)


def word_boundary(text: str, offset: int, way: Direction) -> int:
    """Return the end of the next word or the start of the previous one; an end of the text where there is none."""
    if way is Direction.FORWARD:
        found = _WORD.search(text, offset)
        return found.end() if found else len(text)
    starts = [found.start() for found in _WORD.finditer(text, max(0, offset - _WORD_REACH), offset)]
    return starts[-1] if starts else max(0, offset - _WORD_REACH)


def span_boundary(spans: Sequence[Span], offset: int, way: Direction) -> int | None:
    """Return the end of the first span that ends after `offset`, or the start of the last that begins before it."""
    if way is Direction.FORWARD:
        return next((span.end for span in spans if span.end > offset), None)
    return next((span.start for span in reversed(spans) if span.start < offset), None)


def character_boundary(layout: Layout, offset: int, way: Direction) -> int:
    """Return the offset after the next character, or before the previous one, as a reader counts characters."""
    y = layout.row_at(offset)
    row = layout.row(y)
    in_text = row.kind is RowKind.TEXT
    if way is Direction.FORWARD:
        if in_text and offset < row.end:
            return layout.next_offset(offset)
        return next((layout.row(at).start for at in range(y + 1, layout.height) if has_text(layout, at)), offset)
    if in_text and offset > row.start:
        return layout.previous_offset(offset)
    end = next((layout.row(at).end for at in range(y - 1, -1, -1) if has_text(layout, at)), offset)
    return end if end < offset or not offset else layout.previous_offset(offset)


def visible_offset(article: Article, offset: int, way: Direction, *, unfolded: bool) -> int:
    """Return `offset`, or where it lies in a hidden block the nearest visible offset, preferably that way."""
    blocks = article.blocks
    here = block_at(article, offset)
    if here < 0 or unfolded or not blocks[here].hidden:
        return offset
    after = (block.span.start for block in blocks[here:] if not block.hidden)
    before = (block.span.end for block in blocks[here::-1] if not block.hidden)
    first, second = (after, before) if way is Direction.FORWARD else (before, after)
    return next(first, next(second, offset))


def has_text(layout: Layout, y: int) -> bool:
    """Return whether row `y` shows text of the article."""
    return layout.row(y).kind is RowKind.TEXT

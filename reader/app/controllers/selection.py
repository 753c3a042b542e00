"""Words selected with the keys: by character, word, sentence, paragraph and row, from a fixed end to a moving one."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.app.state import Reading
from reader.app.viewmodels.jumps import block_at, blocks_from, to_offset
from reader.app.viewmodels.viewport import Viewport
from reader.model import Article, Block, Span
from reader.services.session import sentences
from reader.text.layout import Layout, RowKind
from reader.text.navigation import Way

if TYPE_CHECKING:
    from reader.app.screens.reading_base import ReadingBase

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_FAR = 400
"""Characters back in which the word before a place begins."""


def begun(reading: Reading) -> Reading:
    """The selection begins at the cursor; one that the mouse made goes on at its end."""
    selection = reading.selection
    if selection is not None and reading.anchor is None and len(selection):
        return replace(reading, anchor=selection.start, cursor=selection.end)
    return replace(reading, anchor=reading.cursor, selection=Span(reading.cursor, reading.cursor))


def ended(reading: Reading) -> Reading:
    """Nothing is selected."""
    return replace(reading, selection=None, anchor=None)


def word_at(text: str, offset: int) -> Span:
    """The word at an offset, else the character there."""
    for found in _WORD.finditer(text, max(0, offset - _FAR), offset + _FAR):
        if found.start() <= offset < found.end():
            return Span(*found.span())
    return Span(offset, min(offset + 1, len(text)))


def clicked(article: Article, offset: int, times: int) -> Span | None:
    """What the last of so many clicks on a character selects: the second its word, the third its paragraph.

    Between two paragraphs there is neither.
    """
    here = block_at(article, offset)
    if times < 2 or here < 0 or not article.blocks[here].span.covers(offset):  # noqa: PLR2004 - as the words above say
        return None
    return word_at(article.text, offset) if times == 2 else article.blocks[here].span  # noqa: PLR2004


def dragged(article: Article, rows: Layout, ends: tuple[int, int], times: int) -> Span:
    """What the mouse selects from where it was pressed to where it is now, `ends`, whichever stands first.

    The last of so many clicks decides by what: characters, words or paragraphs, those at both ends as a whole.
    """
    whole = [clicked(article, end, times) or Span(end, end) for end in ends]
    if any(map(len, whole)):
        return Span(min(part.start for part in whole), max(part.end for part in whole))
    start, end = sorted(ends)
    if end < len(article.text) and not article.text[end].isspace():
        end = rows.after(end)
    return Span(start, end)


def by_word(text: str, offset: int, way: Way) -> int:
    """The end of the next word, or the start of the one before; the same place where there is none."""
    if way is Way.ON:
        found = _WORD.search(text, offset)
        return found.end() if found else len(text)
    starts = [found.start() for found in _WORD.finditer(text, max(0, offset - _FAR), offset)]
    return starts[-1] if starts else max(0, offset - _FAR)


def by_part(parts: tuple[Span, ...], offset: int, way: Way) -> int | None:
    """The end of the first part that ends after a place, or the start of the last that begins before it."""
    if way is Way.ON:
        return next((part.end for part in parts if part.end > offset), None)
    return next((part.start for part in reversed(parts) if part.start < offset), None)


class SelectionController:
    """What keys and mouse select on a reading screen: `Reading.selection`, from `Reading.anchor` to the cursor."""

    def __init__(self, screen: "ReadingBase") -> None:
        self._screen = screen
        self._column: tuple[int, int] | None = None  # the cell in which the cursor goes up and down, and its offset

    def begin(self) -> None:
        """Select from the cursor on; while words are being selected, begin anew here."""
        screen = self._screen
        screen.panes.go("body")
        screen.update(begun(screen.reading))

    def swap(self) -> None:
        """Move the other end from now on."""
        reading = self._screen.reading
        if reading.anchor is not None:
            self._go(to_offset(replace(reading, anchor=reading.cursor), reading.anchor).reading)

    def move(self, unit: str, way: int) -> None:
        """Move the end that moves by a character, a word, a sentence or a paragraph."""
        reading = self._screen.reading
        if reading.anchor is not None:
            there = self._by(unit, reading.cursor, Way(way))
            self._go(to_offset(reading, there).reading)

    def look(self, eye: Viewport, way: Way) -> None:
        """The eye has moved by many rows: the end that moves goes with it, in the column it had."""
        screen, rows, cursor = self._screen, self._screen.body.page_layout, self._screen.reading.cursor
        eye = eye.snap(way, lambda y: screen.body.can_hold_cursor(y) and _has_text(rows, y))
        if eye.row != screen.body.viewport.row:
            there = self._in_column(eye.row, cursor)
        elif eye == screen.body.viewport:
            there = self._by("row", cursor, way)  # no page further that way
        else:
            there = cursor
        screen.body.set_viewport(eye)
        screen.update(to_offset(screen.reading, there).reading)

    def _in_column(self, y: int, cursor: int) -> int:
        """The offset in row `y` under or over the cursor, which keeps its column through rows that are shorter."""
        rows = self._screen.body.page_layout
        cell = self._column[0] if self._column and self._column[1] == cursor else None
        if cell is None:
            cell = rows.cell_of(rows.row_at(cursor), cursor)
        there = rows.offset_at(y, cell)
        self._column = cell, there
        return there

    def press(self, offset: int) -> None:
        """The mouse puts the cursor somewhere, which ends a selection."""
        screen = self._screen
        screen.panes.go("body")
        screen.body.set_viewport(screen.body.viewport._replace(row=screen.body.page_layout.row_at(offset)))
        screen.update(to_offset(ended(screen.reading), offset).reading)

    def drag(self, span: Span) -> None:
        """The mouse has selected something."""
        self._screen.update(replace(self._screen.reading, selection=span, anchor=None))

    def _by(self, unit: str, offset: int, way: Way) -> int:
        screen = self._screen
        text, rows = screen.reading.article.text, screen.body.page_layout
        match unit:
            case "character":
                there = _by_character(rows, offset, way)
            case "word":
                there = by_word(text, offset, way)
            case "row":
                return self._by_row(offset, way)
            case _:
                there = self._by_part(unit, offset, way)
        return self._shown(min(there, len(text)), way)

    def _by_row(self, offset: int, way: Way) -> int:
        rows = self._screen.body.page_layout
        here = rows.row_at(offset)
        others = range(here + 1, rows.height) if way is Way.ON else range(here - 1, -1, -1)
        y = next((y for y in others if _has_text(rows, y)), None)
        if y is not None:
            return self._in_column(y, offset)
        return rows.row(here).end if way is Way.ON else rows.row(here).start

    def _by_part(self, unit: str, offset: int, way: Way) -> int:
        """Sentences and paragraphs: of the block here, else of the next one that way."""
        article, analysis = self._screen.reading.article, self._screen.reading.analysis
        for block in blocks_from(article, offset, way, unfolded=self._screen.body.unfolded):
            parts = sentences(article, block.span, analysis) if unit == "sentence" else (block.span,)
            there = by_part(parts, offset, way)
            if there is not None:
                return there
        return offset

    def _shown(self, offset: int, way: Way) -> int:
        """The offset, or where it lies in what is folded away, the nearest place outside of that."""
        blocks = self._screen.reading.article.blocks
        here = block_at(self._screen.reading.article, offset)
        if here < 0 or self._shows(blocks[here]):
            return offset
        after = (block.span.start for block in blocks[here:] if self._shows(block))
        before = (block.span.end for block in blocks[here::-1] if self._shows(block))
        first, second = (after, before) if way is Way.ON else (before, after)
        return next(first, next(second, offset))

    def _shows(self, block: Block) -> bool:
        return self._screen.body.unfolded or not block.hidden

    def _go(self, reading: Reading) -> None:
        """Show the selection as it is now, its moving end in sight."""
        screen = self._screen
        row = screen.body.page_layout.row_at(reading.cursor)
        screen.body.set_viewport(screen.body.viewport.reveal(row, row))
        self._screen.update(reading)


def _by_character(rows: Layout, offset: int, way: Way) -> int:
    """The place after the next character, or before the one before, all that stands together being one."""
    y = rows.row_at(offset)
    row = rows.row(y)
    shown = row.kind is RowKind.TEXT
    if way is Way.ON:
        if shown and offset < row.end:
            return rows.after(offset)
        return next((rows.row(at).start for at in range(y + 1, rows.height) if _has_text(rows, at)), offset)
    if shown and offset > row.start:
        return rows.before(offset)
    end = next((rows.row(at).end for at in range(y - 1, -1, -1) if _has_text(rows, at)), offset)
    return end if end < offset or not offset else rows.before(offset)


def _has_text(rows: Layout, y: int) -> bool:
    return rows.row(y).kind is RowKind.TEXT

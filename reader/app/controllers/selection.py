"""Selection with keys and mouse: by character, word, row, sentence and paragraph, from a fixed end to a moving one."""

from collections.abc import Callable
from dataclasses import replace

from reader.app.host import ReadingHost
from reader.app.state import Reading, without_selection
from reader.app.viewmodels.block_lookup import blocks_from
from reader.app.viewmodels.jumps import to_offset
from reader.app.viewmodels.selection_spans import (
    character_boundary,
    has_text,
    span_boundary,
    visible_offset,
    with_selection_started,
    word_boundary,
)
from reader.app.viewmodels.viewport import Viewport
from reader.model import Block, Span
from reader.services.session import sentences
from reader.text.navigation import Direction


class SelectionController:
    """What keys and mouse select on a reading screen: `Reading.selection`, from `Reading.anchor` to the cursor."""

    def __init__(self, host: ReadingHost) -> None:
        self._host = host
        self._column: tuple[int, int] | None = None  # the cell in which the cursor moves up and down, and its offset

    def begin(self) -> None:
        """Begin to select at the cursor, anew where something is being selected."""
        self._host.panes.focus("body")
        self._host.update(with_selection_started(self._host.reading))

    def swap_ends(self) -> None:
        """Make the end that was fixed the one that moves."""
        reading = self._host.reading
        if reading.anchor is not None:
            self._show(to_offset(replace(reading, anchor=reading.cursor), reading.anchor).reading)

    def by_character(self, way: Direction) -> None:
        """Move the end of the selection by a character."""
        self._move(way, lambda offset: character_boundary(self._host.body.page_layout, offset, way))

    def by_word(self, way: Direction) -> None:
        """Move the end of the selection by a word."""
        self._move(way, lambda offset: word_boundary(self._host.reading.article.text, offset, way))

    def by_sentence(self, way: Direction) -> None:
        """Move the end of the selection by a sentence."""
        article, analysis = self._host.reading.article, self._host.reading.analysis
        self._move_by_spans(way, lambda block: sentences(article, block.span, analysis))

    def by_paragraph(self, way: Direction) -> None:
        """Move the end of the selection by a paragraph."""
        self._move_by_spans(way, lambda block: (block.span,))

    def by_row(self, way: Direction) -> None:
        """Move the end of the selection by a row."""
        reading = self._host.reading
        if reading.anchor is not None:
            self._show(to_offset(reading, self._row_beyond(reading.cursor, way)).reading)

    def _move(self, way: Direction, boundary: Callable[[int], int]) -> None:
        """Move the end of the selection to the boundary beyond it, out of hidden blocks."""
        reading = self._host.reading
        if reading.anchor is None:
            return
        there = min(boundary(reading.cursor), len(reading.article.text))
        there = visible_offset(reading.article, there, way, unfolded=self._host.body.unfolded)
        self._show(to_offset(reading, there).reading)

    def _move_by_spans(self, way: Direction, spans_in: Callable[[Block], tuple[Span, ...]]) -> None:
        """Move the end of the selection by spans of the block here, else of the next block that way."""
        article, unfolded = self._host.reading.article, self._host.body.unfolded

        def boundary(offset: int) -> int:
            for block in blocks_from(article, offset, way, unfolded=unfolded):
                there = span_boundary(spans_in(block), offset, way)
                if there is not None:
                    return there
            return offset

        self._move(way, boundary)

    def follow(self, viewport: Viewport, way: Direction) -> None:
        """Scroll by many rows, and move the end of the selection with the cursor's row, in the column it had."""
        host, rows, cursor = self._host, self._host.body.page_layout, self._host.reading.cursor
        viewport = viewport.snap(way, lambda y: host.body.can_hold_cursor(y) and has_text(rows, y))
        if viewport.row != host.body.viewport.row:
            there = self._in_column(viewport.row, cursor)
        elif viewport == host.body.viewport:
            there = self._row_beyond(cursor, way)  # no page further that way
        else:
            there = cursor
        host.body.set_viewport(viewport)
        host.update(to_offset(host.reading, there).reading)

    def press(self, offset: int) -> None:
        """Put the cursor where the mouse was pressed, and end the selection."""
        host = self._host
        host.panes.focus("body")
        host.body.set_viewport(host.body.viewport._replace(row=host.body.page_layout.row_at(offset)))
        host.update(to_offset(without_selection(host.reading), offset).reading)

    def drag(self, span: Span) -> None:
        """Select what the mouse has selected."""
        self._host.update(replace(self._host.reading, selection=span, anchor=None))

    def _row_beyond(self, offset: int, way: Direction) -> int:
        """Return the offset in the next row with text; in the last one, its end that way."""
        rows = self._host.body.page_layout
        here = rows.row_at(offset)
        others = range(here + 1, rows.height) if way is Direction.FORWARD else range(here - 1, -1, -1)
        y = next((y for y in others if has_text(rows, y)), None)
        if y is not None:
            return self._in_column(y, offset)
        return rows.row(here).end if way is Direction.FORWARD else rows.row(here).start

    def _in_column(self, y: int, cursor: int) -> int:
        """Return the offset in row `y` in the cursor's column, which lasts through rows that are shorter."""
        rows = self._host.body.page_layout
        cell = self._column[0] if self._column and self._column[1] == cursor else None
        if cell is None:
            cell = rows.cell_of(rows.row_at(cursor), cursor)
        there = rows.offset_at(y, cell)
        self._column = cell, there
        return there

    def _show(self, reading: Reading) -> None:
        """Show the selection with its moving end in view."""
        host = self._host
        row = host.body.page_layout.row_at(reading.cursor)
        host.body.set_viewport(host.body.viewport.reveal(row, row))
        host.update(reading)

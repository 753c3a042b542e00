"""The text of the article: a page laid out in rows, drawn row by row on demand, with a cursor."""

import os
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from rich.cells import split_graphemes
from textual.geometry import Offset, Region, Size
from textual.strip import Strip

from reader.app.rendering.columns import ColumnLayout
from reader.app.rendering.page_rows import render_row
from reader.app.rendering.page_state import PageState
from reader.app.state import Reading
from reader.app.terminal.osc8 import uses_links
from reader.app.theming.palette import palette_of
from reader.app.viewmodels.percent_read import percent_read
from reader.app.viewmodels.viewport import Viewport
from reader.app.widgets.mouse import MouseScrollView
from reader.model import Article, Span
from reader.text.layout import DEFAULT_OPTIONS, Layout, LayoutOptions, RowKind, lay_out, rewrap_around
from reader.text.navigation import quoted_blocks

LONG = 100_000
"""Characters of an article that takes too long to lay out for the first frame: its beginning is shown first."""

BEGINNING = 20_000
"""Characters that are enough for any screen."""


class ArticleView(MouseScrollView, can_focus=True):
    """Draws the article at a moment of reading; the mouse posts messages.

    Strips are kept by row until their look changes, so that a key costs as much as it changes, however long the
    article is.

    Attributes:
        full_layout: The whole page.
        page_layout: What is shown of it: all, or what a focus on a voice or a thread leaves.
        viewport: What part of `page_layout` is in sight.
        is_partial: Whether only the part in sight is laid out correctly, as in a long article at first.
        unfolded: Whether hidden blocks are shown.
    """

    ALLOW_SELECT = False

    def __init__(
        self,
        reading: Reading,
        columns: ColumnLayout,
        height: int,
        *,
        setting: LayoutOptions = DEFAULT_OPTIONS,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self._layout_setting = setting
        self.unfolded = False
        beginning = _beginning(reading)
        self.is_partial = beginning is not reading.article
        self._end = beginning.blocks[-1].span.end if self.is_partial else len(reading.article.text)
        self.page_layout = self.full_layout = self._lay_out(replace(reading, article=beginning), columns.text)
        self._is_stale = False
        self._strips: dict[int, Strip] = {}
        words = None if self.is_partial else reading.article.word_count
        self._page = PageState(reading, self.page_layout, columns, palette_of(self.app), words)
        self.viewport = Viewport(height=height, total=self._row_count).jump_to(self.page_layout.row_at(reading.cursor))

    def on_mount(self) -> None:
        """Set the height of the page, of a long article an estimate, and follow changes of the theme."""
        self.virtual_size = Size(0, self.viewport.total)
        self._set_width(self._page.columns)
        self._page = self._page._replace(has_hyperlinks=uses_links(self.app, os.environ))
        self.app.theme_changed_signal.subscribe(
            self, lambda _: self._redraw(self._page._replace(palette=palette_of(self.app)))
        )

    def can_hold_cursor(self, y: int) -> bool:
        """Return whether the cursor can stand on row `y`: whether an offset leads to it."""
        if y >= self.page_layout.height:
            return False
        row = self.page_layout.row(y)
        return row.kind is not RowKind.GAP and self.page_layout.row_at(row.start) == y

    @property
    def visible_range(self) -> tuple[float, float]:
        """Where the part in sight begins and ends, as fractions (0 to 1) of the whole page."""
        viewport = self.viewport
        bottom = min(viewport.total, viewport.top + viewport.height)
        if self.page_layout is self.full_layout:
            return viewport.top / viewport.total, bottom / viewport.total
        first, last = self.page_layout.row(viewport.top), self.page_layout.row(bottom - 1)
        top = self.full_layout.row_at(first.end if first.kind is RowKind.GAP else first.start)
        end = self.full_layout.row_at(last.start if last.kind is RowKind.GAP else last.end)
        return top / self.full_layout.height, (end + 1) / self.full_layout.height

    @property
    def percent_seen(self) -> int | None:
        """How much of the article is above the end of the screen, in percent; None while that is not known."""
        if self.is_partial or not self.is_attached or not self.viewport.height:
            return None
        return percent_read(self.visible_range[1])

    def row_at_fraction(self, fraction: float) -> int:
        """Return the row at `fraction` (0 to 1) of the whole page, or the nearest one that is shown."""
        if self.page_layout is self.full_layout:
            return int(fraction * self.viewport.total)
        at = min(int(fraction * self.full_layout.height), self.full_layout.height - 1)
        return self.page_layout.row_at(self.full_layout.row(at).start)

    def show(self, reading: Reading, *, dimmed: bool = False) -> None:
        """Show another moment of reading, and redraw the rows that look different.

        Args:
            reading: The moment.
            dimmed: Whether the page lies under an open drawer.
        """
        before, was_dimmed = self._page.reading, self._page.is_dimmed
        self._page = self._page.with_reading(reading)
        if before.focus_filter is not reading.focus_filter:
            self.page_layout = self._visible_layout()
            self._resize()
            self._redraw(self._page._replace(layout=self.page_layout))
        other = before.voice != reading.voice or before.stops is not reading.stops
        other = other or _matches(before) is not _matches(reading)
        if other or was_dimmed != dimmed or before.highlights is not reading.highlights:
            self._redraw(self._page._replace(is_dimmed=dimmed))
            return
        spans = [Span(cursor, cursor) for cursor in {before.cursor} ^ {reading.cursor}]
        if (before.stop, before.shows_claim and before.claim) != (reading.stop, reading.shows_claim and reading.claim):
            spans += [*_current_spans(before), *_current_spans(reading)]
        spans += _difference(before.selection, reading.selection)
        spans += [
            each.current_span
            for each in (before.search, reading.search)
            if each is not None and each.current_span is not None
        ]
        self._redraw_spans(spans)

    def show_link_numbers(self, numbers: Iterable[tuple[int, int]]) -> None:
        """Show the numbers of links: pairs of an offset in the text and a number."""
        before, self._page = self._page.link_numbers, self._page._replace(link_numbers=tuple(numbers))
        self._redraw_spans(Span(offset, offset) for offset, _ in (*before, *self._page.link_numbers))

    def set_viewport(self, viewport: Viewport) -> None:
        """Show another part of the page at once."""
        if viewport.top != self.viewport.top:
            self.refresh()
        self.viewport = viewport
        self.scroll_target_y = self.scroll_y = viewport.top

    def fit(
        self, columns: ColumnLayout, height: int, *, unfolded: bool | None = None, visible_only: bool = False
    ) -> None:
        """Lay out the page for other columns or another height.

        The cursor's line keeps its place on the screen as far as the current quotation stays in sight.

        Args:
            columns: The columns of the terminal.
            height: The visible rows.
            unfolded: Whether hidden blocks are shown; None for no change.
            visible_only: Whether a long article may be laid out only where it comes in sight; the page is partial then.
        """
        unfolded = self.unfolded if unfolded is None else unfolded
        if visible_only and columns.text != self.page_layout.width and unfolded == self.unfolded and self._is_long():
            reach = height * max(columns.text, self.page_layout.width)
            cursor, end = self.reading.cursor, len(self.reading.article.text)
            about = Span(max(0, cursor - reach), min(cursor + reach, end))
            self.page_layout = self.full_layout = rewrap_around(self.full_layout, columns.text, about)
            self.is_partial = is_new = True
        elif is_new := self._is_stale or columns.text != self.page_layout.width or unfolded != self.unfolded:
            self.unfolded = unfolded
            self._lay_out_whole(columns.text)
        if is_new or height != self.viewport.height:
            self._resize(height)
        if is_new or columns != self._page.columns:
            self._set_width(columns)
            self._redraw(self._page._replace(columns=columns, layout=self.page_layout))

    def _visible_layout(self) -> Layout:
        """What is shown of the page."""
        followed = self.reading.focus_filter
        return self.full_layout if followed is None else self.full_layout.excerpts(followed.spans)

    def _resize(self, height: int | None = None) -> None:
        """Follow another length of the page or another height.

        The cursor's line keeps its place on the screen, or moves as little as the current quotation needs to be seen.
        """
        reading, layout = self.reading, self.page_layout
        quotation = None if reading.stop is None else layout.rows_of(reading.stops[reading.stop].span)
        self.virtual_size = Size(0, self._row_count)
        self.set_viewport(
            self.viewport.resized(
                height or self.viewport.height, self._row_count, layout.row_at(reading.cursor), quotation
            )
        )
        self.refresh()

    @property
    def _row_count(self) -> int:
        """The rows of the page, an estimate if only the beginning is laid out."""
        return int(self.page_layout.height * len(self.reading.article.text) / self._end)

    def _is_long(self) -> bool:
        """Whether the page takes long to lay out, and a part of it can be laid out alone."""
        whole = (
            self.page_layout is self.full_layout and self._layout_setting.break_points is None and not self._is_stale
        )
        return whole and len(self.reading.article.text) > LONG

    def _lay_out_whole(self, width: int) -> None:
        reading = self.reading
        self.is_partial = self._is_stale = False
        self._end = len(reading.article.text)
        if self._page.words is None:
            self._page = self._page._replace(words=reading.article.word_count)
        self.full_layout = self._lay_out(reading, width)
        self.page_layout = self._visible_layout()

    def _lay_out(self, reading: Reading, width: int) -> Layout:
        quoted = quoted_blocks(reading.article, reading.analysis) if reading.analysis else frozenset[int]()
        setting = self._layout_setting._replace(quoted=quoted)
        return lay_out(reading.article, width, split_graphemes, options=setting, show_hidden=self.unfolded)

    def _set_width(self, columns: ColumnLayout) -> None:
        self.styles.width = columns.body

    def invalidate_layout(self) -> None:
        """Lay out the whole page at the next `fit`, with the block quotes that the analysis has found."""
        self._is_stale = True

    def render_line(self, y: int) -> Strip:
        """Return row `y` of the part in sight."""
        y += self.viewport.top
        strip = self._strips.get(y)
        if strip is None:
            strip = self._strips[y] = render_row(self._page, y)
        return strip

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the cursor's character on the screen; the terminal's own cursor is put there."""
        y = self.page_layout.row_at(self.reading.cursor)
        x = self._page.columns.start + self.page_layout.cell_of(y, self.reading.cursor)
        return self.region.offset + Offset(x, y - self.viewport.top)

    def on_focus(self) -> None:
        """Show the cursor."""
        self._show_cursor(shown=True)

    def on_blur(self) -> None:
        """Hide the cursor."""
        self._show_cursor(shown=False)

    def _redraw(self, page: PageState) -> None:
        """Redraw everything."""
        self._page = page
        self._strips.clear()
        self.refresh()

    def _show_cursor(self, *, shown: bool) -> None:
        self._page = self._page._replace(has_focus=shown)
        self._redraw_spans([Span(self.reading.cursor, self.reading.cursor)])

    def _redraw_spans(self, spans: Iterable[Span]) -> None:
        """Redraw the rows that show something of these spans."""
        for span in spans:
            rows = self.page_layout.rows_of(span)
            for y in [y for y in self._strips if y in rows] if len(rows) > len(self._strips) else rows:
                self._strips.pop(y, None)
            top, bottom = max(rows[0], self.viewport.top), min(rows[-1] + 1, self.viewport.top + self.size.height)
            if top < bottom:
                self.refresh(Region(0, top - self.viewport.top, self.size.width, bottom - top))


def _beginning(reading: Reading) -> Article:
    """The part of a long article that its first frame shows; all of it if reading starts elsewhere."""
    article = reading.article
    if len(article.text) <= LONG or reading.cursor >= BEGINNING or reading.analysis:
        return article
    blocks = article.blocks
    return replace(article, blocks=blocks[: bisect_left(blocks, BEGINNING, key=lambda block: block.span.end) + 1])


def _matches(reading: Reading) -> object:
    return None if reading.search is None else reading.search.matches


def _current_spans(reading: Reading) -> list[Span]:
    """The spans that are drawn as current: a claim reached by a key; a quotation with its cue and mention."""
    if reading.analysis is None:
        return []
    found = [reading.analysis.claim(reading.claim).span] if reading.shows_claim and reading.claim is not None else []
    if reading.stop is not None:
        stop = reading.stops[reading.stop]
        quotation = reading.analysis.quotation(stop.quotation)
        found += [span for span in (stop.span, quotation.cue, quotation.mention) if span is not None]
    return found


def _difference(before: Span | None, after: Span | None) -> list[Span]:
    """The spans in which two selections differ."""
    if before is None or after is None:
        return [span for span in (before, after) if span is not None]
    return [
        Span(min(one, other), max(one, other))
        for one, other in ((before.start, after.start), (before.end, after.end))
        if one != other
    ]

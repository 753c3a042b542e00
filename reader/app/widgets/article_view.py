"""The article itself: a page laid out in rows, drawn row by row on demand, with a cursor that keys and mouse move."""

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
from reader.app.terminal.osc8 import wanted
from reader.app.theming.palette import palette_of
from reader.app.viewmodels.viewport import Viewport
from reader.app.widgets.mouse import MouseScrollView
from reader.model import Article, Span
from reader.text.layout import PLAIN, Layout, RowKind, Setting, lay_out, wrapped_about
from reader.text.navigation import quoted_blocks

LONG = 100_000
"""Characters of an article that takes longer to lay out than the first frame may: it is shown from its beginning."""

BEGINNING = 20_000
"""Characters that fill any screen."""


class ArticleView(MouseScrollView, can_focus=True):
    """The page of an article. It draws the Reading it is given; what the mouse asks for, it posts.

    `whole` is the page as it is laid out now, `rows` what is left of it while a voice or a thread is followed, `eye`
    what of that is in sight. A `partial` page of a long article is as it should be only there. Strips are kept by row
    until something changes their look, so that a key costs what it changes and not what the article is long.
    """

    ALLOW_SELECT = False

    def __init__(
        self,
        reading: Reading,
        columns: ColumnLayout,
        height: int,
        *,
        setting: Setting = PLAIN,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self._setting = setting
        self.unfolded = False
        beginning = _beginning(reading)
        self.is_partial = beginning is not reading.article
        self._end = beginning.blocks[-1].span.end if self.is_partial else len(reading.article.text)
        self.page_layout = self.full_layout = self._lay_out(replace(reading, article=beginning), columns.text)
        self._stale = False
        self._strips: dict[int, Strip] = {}
        words = None if self.is_partial else reading.article.words
        self._page = PageState(reading, self.page_layout, columns, palette_of(self.app), words)
        self.viewport = Viewport(height=height, total=self._total).jump_to(self.page_layout.row_at(reading.cursor))

    def on_mount(self) -> None:
        """The page's height is known from the start, of a long article about; colours follow the theme."""
        self.virtual_size = Size(0, self.viewport.total)
        self._widen(self._page.columns)
        self._page = self._page._replace(links=wanted(self.app, os.environ))
        self.app.theme_changed_signal.subscribe(
            self, lambda _: self._draw(self._page._replace(palette=palette_of(self.app)))
        )

    def can_hold_cursor(self, y: int) -> bool:
        """Whether row `y` can bear the cursor: whether an offset leads to it."""
        if y >= self.page_layout.height:
            return False
        row = self.page_layout.row(y)
        return row.kind is not RowKind.GAP and self.page_layout.row_at(row.start) == y

    @property
    def visible_range(self) -> tuple[float, float]:
        """Where what is in sight begins and ends in the whole page (0 to 1)."""
        eye, bottom = self.viewport, min(self.viewport.total, self.viewport.top + self.viewport.height)
        if self.page_layout is self.full_layout:
            return eye.top / eye.total, bottom / eye.total
        first, last = self.page_layout.row(eye.top), self.page_layout.row(bottom - 1)
        top = self.full_layout.row_at(first.end if first.kind is RowKind.GAP else first.start)
        end = self.full_layout.row_at(last.start if last.kind is RowKind.GAP else last.end)
        return top / self.full_layout.height, (end + 1) / self.full_layout.height

    def row_at_fraction(self, fraction: float) -> int:
        """The row at `fraction` (0 to 1) of the whole page, or the one nearest to it in what is left."""
        if self.page_layout is self.full_layout:
            return int(fraction * self.viewport.total)
        at = min(int(fraction * self.full_layout.height), self.full_layout.height - 1)
        return self.page_layout.row_at(self.full_layout.row(at).start)

    def show(self, reading: Reading, *, dimmed: bool = False) -> None:
        """Draw another moment of reading: only the rows that look different are drawn anew.

        A `dimmed` page lies under an open drawer, and its text is dim.
        """
        before, receded = self._page.reading, self._page.dimmed
        self._page = self._page.shown(reading)
        if before.followed is not reading.followed:
            self.page_layout = self._left()
            self._sized()
            self._draw(self._page._replace(layout=self.page_layout))
        other = before.voice != reading.voice or before.stops is not reading.stops
        other = other or _matches(before) is not _matches(reading)
        if other or receded != dimmed or before.highlights is not reading.highlights:
            self._draw(self._page._replace(dimmed=dimmed))
            return
        spans = [Span(cursor, cursor) for cursor in {before.cursor} ^ {reading.cursor}]
        if (before.stop, before.at_claim and before.claim) != (reading.stop, reading.at_claim and reading.claim):
            spans += [*_extent(before), *_extent(reading)]
        spans += _difference(before.selection, reading.selection)
        spans += [
            each.current_span
            for each in (before.search, reading.search)
            if each is not None and each.current_span is not None
        ]
        self._drop(spans)

    def show_link_numbers(self, numbers: Iterable[tuple[int, int]]) -> None:
        """Show a number over the text at each offset: pairs of offset and number."""
        before, self._page = self._page.numbers, self._page._replace(numbers=tuple(numbers))
        self._drop(Span(offset, offset) for offset, _ in (*before, *self._page.numbers))

    def set_viewport(self, eye: Viewport) -> None:
        """Bring another part of the page in sight, at once."""
        if eye.top != self.viewport.top:
            self.refresh()
        self.viewport = eye
        self.scroll_target_y = self.scroll_y = eye.top

    def fit(
        self, columns: ColumnLayout, height: int, *, unfolded: bool | None = None, visible_only: bool = False
    ) -> None:
        """Lay the page out for other columns or another height in sight, or with the folded blocks shown.

        The line under the eye stays at its place in sight. With `visible_only` of a long article only what comes in sight
        is laid out, where that can be done, and the page is `partial` then.
        """
        unfolded = self.unfolded if unfolded is None else unfolded
        if visible_only and columns.text != self.page_layout.width and unfolded == self.unfolded and self._is_long():
            reach = height * max(columns.text, self.page_layout.width)
            cursor, end = self.reading.cursor, len(self.reading.article.text)
            about = Span(max(0, cursor - reach), min(cursor + reach, end))
            self.page_layout = self.full_layout = wrapped_about(self.full_layout, columns.text, about)
            self.is_partial = again = True
        elif again := self._stale or columns.text != self.page_layout.width or unfolded != self.unfolded:
            self.unfolded = unfolded
            self._lay_out_whole(columns.text)
        if again or height != self.viewport.height:
            self._sized(height)
        if again or columns != self._page.columns:
            self._widen(columns)
            self._draw(self._page._replace(columns=columns, layout=self.page_layout))

    def _left(self) -> Layout:
        """What of the page is shown."""
        followed = self.reading.followed
        return self.full_layout if followed is None else self.full_layout.only(followed.spans)

    def _sized(self, height: int | None = None) -> None:
        """Look at a page of another length, or through another height; the line under the eye stays in its place."""
        self.virtual_size = Size(0, self._total)
        self.set_viewport(
            self.viewport.resized(
                height or self.viewport.height, self._total, self.page_layout.row_at(self.reading.cursor)
            )
        )
        self.refresh()

    @property
    def _total(self) -> int:
        """The rows of the page; of an article of which the beginning is laid out, about how many there will be."""
        return int(self.page_layout.height * len(self.reading.article.text) / self._end)

    def _is_long(self) -> bool:
        """Whether the page takes long to lay out, and what is in sight of it can be laid out alone."""
        whole = self.page_layout is self.full_layout and self._setting.parts is None and not self._stale
        return whole and len(self.reading.article.text) > LONG

    def _lay_out_whole(self, width: int) -> None:
        reading = self.reading
        self.is_partial = self._stale = False
        self._end = len(reading.article.text)
        if self._page.words is None:
            self._page = self._page._replace(words=reading.article.words)
        self.full_layout = self._lay_out(reading, width)
        self.page_layout = self._left()

    def _lay_out(self, reading: Reading, width: int) -> Layout:
        quoted = quoted_blocks(reading.article, reading.analysis) if reading.analysis else frozenset[int]()
        setting = self._setting._replace(quoted=quoted)
        return lay_out(reading.article, width, split_graphemes, setting=setting, unfolded=self.unfolded)

    def _widen(self, columns: ColumnLayout) -> None:
        self.styles.width = columns.body

    def invalidate_layout(self) -> None:
        """Lay out at the next `fit` what is `partial`, and indent what the engine has found to be a block quote."""
        self._stale = True

    def render_line(self, y: int) -> Strip:
        """Row `y` of what is in sight."""
        y += self.viewport.top
        strip = self._strips.get(y)
        if strip is None:
            strip = self._strips[y] = render_row(self._page, y)
        return strip

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where on the screen the cursor's character stands: the terminal's own cursor follows it, shown or not."""
        y = self.page_layout.row_at(self.reading.cursor)
        x = self._page.columns.start + self.page_layout.cell_of(y, self.reading.cursor)
        return self.region.offset + Offset(x, y - self.viewport.top)

    def on_focus(self) -> None:
        """The cursor shows where the keys go."""
        self._draw_cursor(focused=True)

    def on_blur(self) -> None:
        """The keys go elsewhere: the cursor hides."""
        self._draw_cursor(focused=False)

    def _draw(self, page: PageState) -> None:
        """Everything anew, as `page` decides its look."""
        self._page = page
        self._strips.clear()
        self.refresh()

    def _draw_cursor(self, *, focused: bool) -> None:
        self._page = self._page._replace(focused=focused)
        self._drop([Span(self.reading.cursor, self.reading.cursor)])

    def _drop(self, spans: Iterable[Span]) -> None:
        """Draw anew the rows that show something of these spans."""
        for span in spans:
            rows = self.page_layout.rows_of(span)
            for y in [y for y in self._strips if y in rows] if len(rows) > len(self._strips) else rows:
                self._strips.pop(y, None)
            top, bottom = max(rows[0], self.viewport.top), min(rows[-1] + 1, self.viewport.top + self.size.height)
            if top < bottom:
                self.refresh(Region(0, top - self.viewport.top, self.size.width, bottom - top))


def _beginning(reading: Reading) -> Article:
    """As much of a long article as its first frame shows, unless it starts elsewhere: then all of it."""
    article = reading.article
    if len(article.text) <= LONG or reading.cursor >= BEGINNING or reading.analysis:
        return article
    blocks = article.blocks
    return replace(article, blocks=blocks[: bisect_left(blocks, BEGINNING, key=lambda block: block.span.end) + 1])


def _matches(reading: Reading) -> object:
    return None if reading.search is None else reading.search.matches


def _extent(reading: Reading) -> list[Span]:
    """Where the claim that a key went to shows, and the current quotation: its words, its cue and its mention."""
    if reading.analysis is None:
        return []
    found = [reading.analysis.claim(reading.claim).span] if reading.at_claim and reading.claim is not None else []
    if reading.stop is not None:
        stop = reading.stops[reading.stop]
        quotation = reading.analysis.quotation(stop.quotation)
        found += [span for span in (stop.span, quotation.cue, quotation.mention) if span is not None]
    return found


def _difference(before: Span | None, after: Span | None) -> list[Span]:
    """What two selections don't share."""
    if before is None or after is None:
        return [span for span in (before, after) if span is not None]
    return [
        Span(min(one, other), max(one, other))
        for one, other in ((before.start, after.start), (before.end, after.end))
        if one != other
    ]

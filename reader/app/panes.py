"""The panes of the reading screen: what they show, their sizes, the focus, and the place of the prompt."""

from functools import partial
from typing import Literal, get_args

from textual.screen import Screen
from textual.widget import Widget

from reader.app.prompt_slot import PromptSlot
from reader.app.rendering.columns import MIDDLE, ColumnLayout, columns
from reader.app.state import Reading
from reader.app.viewmodels.cycle import next_in_cycle
from reader.app.widgets.article_view import ArticleView
from reader.app.widgets.footer import Footer
from reader.app.widgets.minimap import Minimap
from reader.app.widgets.sidebar import Sidebar
from reader.app.widgets.speaker_line import SpeakerLine
from reader.app.widgets.title_bar import TitleBar
from reader.app.widgets.too_small import LEAST_HEIGHT, LEAST_WIDTH, TooSmall
from reader.text.layout import DEFAULT_OPTIONS, Layout, LayoutOptions, section_offsets, title_index

PaneName = Literal["body", "voices", "threads"]
PANE_NAMES: tuple[PaneName, ...] = get_args(PaneName)

CHROME_ROWS = 7
"""Rows of the screen that show no text: title, speaker line, footer, and the blank rows between them."""


class Panes:
    """The widgets of a reading screen.

    Style sheets follow the classes that this sets on the screen. `-narrow`: the sidebar is a drawer; `-drawer`: the
    drawer is open; `-alone` and a pane's name: that pane is shown alone; `-small`: the terminal is too small.

    Attributes:
        alone: The pane that is shown alone; None where all of them are shown.
        prompt_slot: The place of the prompt.
    """

    def __init__(self, screen: Screen[None], reading: Reading, setting: LayoutOptions = DEFAULT_OPTIONS) -> None:
        self._screen = screen
        self.alone: PaneName | None = None
        self.title_bar = TitleBar(id="title")
        size = screen.app.size
        self.body = ArticleView(reading, columns(size.width), size.height - CHROME_ROWS, setting=setting, id="body")
        self.minimap = Minimap(id="map")
        self._mapped: Layout | None = None  # the layout that the minimap shows
        self.sidebar = Sidebar(content_changed=self._fit_sidebar, id="sidebar")
        self.speaker_line = SpeakerLine(id="speaker")
        self.footer = Footer(overlay=True, rows_changed=self.sidebar.leave_rows, id="footer")
        self.too_small = TooSmall(id="small")
        self.prompt_slot = PromptSlot(screen, self.footer, lambda: self.current, self._columns)

    @property
    def widgets(self) -> tuple[Widget, ...]:
        """All widgets, in the order in which the screen's grid places them."""
        return (
            self.title_bar,
            self.body,
            self.minimap,
            self.sidebar,
            self.speaker_line,
            self.footer,
            self.too_small,
        )

    def show(self, reading: Reading, message: str | None) -> None:
        """Show a reading in all panes.

        Args:
            reading: What to show.
            message: A sentence for the footer; "" shows its key hints again, None leaves it as it is.
        """
        self.body.show(reading, dimmed=self._screen.has_class("-drawer"))
        self.speaker_line.show(reading)
        complete = reading.without_partial_analysis
        self.minimap.show(complete)
        self.sidebar.show(complete)
        self.footer.show(reading, self._hints_shown(reading))
        self.footer.set_upper_row(self.speaker_line.note_row())
        if message is not None:
            self.footer.show_message(message)
        first, last = self.body.visible_range
        self.minimap.set_visible_range(first, last)
        self.title_bar.show(complete, last, self._shows_title(reading))
        if self._screen.focused is self.body:
            self._screen.app.cursor_position = self.body.cursor_screen_offset

    def _shows_title(self, reading: Reading) -> bool:
        """Return whether the article's title is in view, so that the title bar need not show it."""
        title = title_index(reading.article)
        if title is None or reading.article.title is None or reading.focus_filter is not None:
            return False
        viewport = self.body.viewport
        row = self.body.page_layout.row_at(reading.article.blocks[title].span.start)
        return viewport.top <= row < min(viewport.total, viewport.top + viewport.height)

    def _hints_shown(self, reading: Reading) -> str:
        """Return the name of the footer's hints for what has the focus."""
        if self.current != "body":
            return self.current
        return "alone" if self.alone else "following" if reading.focus_filter else "body"

    def fit(self, *, unfolded: bool | None = None, hasty: bool = False) -> None:
        """Follow the terminal's size.

        Args:
            unfolded: Whether to show hidden blocks; None leaves them as they are.
            hasty: Whether a long article may be laid out only around the visible part.
        """
        size = self._screen.app.size
        narrow = size.width < MIDDLE
        self._screen.set_class(size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT, "-small")
        self._screen.set_class(narrow, "-narrow")
        self._screen.set_class(narrow and self.current != "body" and self.alone is None, "-drawer")
        shared = self._columns()
        self.body.fit(shared, size.height - CHROME_ROWS, unfolded=unfolded, visible_only=hasty)
        if self._mapped is not self.body.full_layout and not (hasty and self.body.is_partial):
            self._mapped = self.body.full_layout
            self.minimap.set_layout(partial(section_offsets, self._mapped))
        for pane in (self.title_bar, self.speaker_line, self.footer):
            pane.fit(shared)
        self.sidebar.fit(shared, alone=self.alone is not None)
        self._screen.styles.grid_columns = f"{shared.body} 2 1fr" if shared.sidebar else f"{shared.body} 1fr"

    def _columns(self) -> ColumnLayout:
        return columns(self._screen.app.size.width, alone=self.alone is not None, content=self.sidebar.content_width)

    def _fit_sidebar(self) -> None:
        """Give the sidebar the width that its content needs now, without a new layout of the text."""
        self.fit(hasty=self.body.is_partial)

    def complete_layout(self) -> None:
        """Lay out the rest of a long article of which only the visible part is laid out."""
        if self.body.is_partial:
            self.body.invalidate_layout()
            self.fit()

    @property
    def current(self) -> PaneName:
        """The pane that has the focus."""
        focused = self._screen.focused
        return next((name for name in PANE_NAMES if focused is not None and focused.id == name), "body")

    def focus(self, name: PaneName) -> None:
        """Give a pane the focus, and open the drawer for a list on a narrow screen."""
        if self.alone is not None and self.alone != name:
            self._set_alone(name)
        # A pane that is not shown can't take the focus, so the drawer opens first.
        is_narrow = self._screen.has_class("-narrow")
        self._screen.set_class(is_narrow and name != "body" and self.alone is None, "-drawer")
        self.sidebar.mount_lists()
        self._screen.set_focus(self._screen.query_one(f"#{name}"), scroll_visible=False)
        self.fit()

    def focus_next(self, way: int) -> None:
        """Give the focus to the next pane (1) or the previous one (-1)."""
        self.focus(next_in_cycle(PANE_NAMES, self.current, way))

    def show_alone(self, name: PaneName | None) -> None:
        """Show one pane alone, or all of them for None."""
        self._set_alone(name)
        self.fit()

    def _set_alone(self, name: PaneName | None) -> None:
        self.alone = name
        self._screen.set_class(name is not None, "-alone")
        for each in PANE_NAMES:
            self._screen.set_class(each == name, f"-{each}")

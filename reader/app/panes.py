"""The panes of the reading screen: shown and fitted together, and which of them has the keys or stands alone."""

from functools import partial
from typing import Literal, get_args

from textual.screen import Screen
from textual.widget import Widget

from reader.app.rendering.columns import MIDDLE, columns
from reader.app.state import Reading
from reader.app.widgets.article_view import ArticleView
from reader.app.widgets.footer import Footer
from reader.app.widgets.minimap import Minimap
from reader.app.widgets.sidebar import Sidebar
from reader.app.widgets.speaker_line import SpeakerLine
from reader.app.widgets.title_bar import TitleBar
from reader.app.widgets.too_small import LEAST_HEIGHT, LEAST_WIDTH, TooSmall
from reader.text.layout import PLAIN, Layout, Setting, parts_of, title_of

Name = Literal["body", "voices", "threads"]
NAMES: tuple[Name, ...] = get_args(Name)

CHROME = 7
"""Rows of title, speaker line and footer, and the blank rows between: what of the screen's height is not text."""


class Panes:
    """All that stands on a reading screen. Styles follow the classes that this sets on the screen.

    `-narrow`: the rail is a drawer; `-drawer`: it is open; `-alone` and a pane's name: that pane alone; `-small`: the
    terminal is too small for any of it.
    """

    def __init__(self, screen: Screen[None], reading: Reading, setting: Setting = PLAIN) -> None:
        self._screen = screen
        self.alone: Name | None = None
        self.title = TitleBar(id="title")
        size = screen.app.size
        self.body = ArticleView(reading, columns(size.width), size.height - CHROME, setting=setting, id="body")
        self.map = Minimap(id="map")
        self._mapped: Layout | None = None  # the page that the map shows
        self.rail = Sidebar(id="rail")
        self.speaker = SpeakerLine(id="speaker")
        self.footer = Footer(overlay=True, id="footer")
        self.small = TooSmall(id="small")

    @property
    def all(self) -> tuple[Widget, ...]:
        """The widgets, in the order in which the screen's grid places them."""
        return self.title, self.body, self.map, self.rail, self.speaker, self.footer, self.small

    def show(self, reading: Reading, say: str | None) -> None:
        """Show a moment of reading, and one sentence about it in the footer: "" for its keys, None for what it says."""
        self.body.show(reading, dimmed=self._screen.has_class("-drawer"))
        self.speaker.show(reading)
        known = reading.whole
        self.map.show(known)
        self.rail.show(known)
        self.footer.show(reading, self._place(reading))
        self.footer.set_upper_row(self.speaker.note_row())
        if say is not None:
            self.footer.show_message(say)
        eye = self.body.viewport
        bottom = min(eye.total, eye.top + eye.height)
        first, last = self.body.visible_range
        self.map.set_visible_range(first, last)
        title = title_of(reading.article)
        start = 0 if title is None else reading.article.blocks[title].span.start
        whole = reading.followed is None
        in_sight = whole and title is not None and eye.top <= self.body.page_layout.row_at(start) < bottom
        self.title.show(known, last, in_sight and reading.article.title is not None)
        if self._screen.focused is self.body:
            self._screen.app.cursor_position = self.body.cursor_screen_offset

    def _place(self, reading: Reading) -> str:
        """What the footer shows the keys of."""
        if self.current != "body":
            return self.current
        return "alone" if self.alone else "following" if reading.followed else "body"

    def fit(self, *, unfolded: bool | None = None, hasty: bool = False) -> None:
        """Follow the terminal's size; `unfolded` shows or folds the blocks that are not the article.

        With `hasty` a long article may be left `partial`.
        """
        size = self._screen.app.size
        narrow = size.width < MIDDLE
        self._screen.set_class(size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT, "-small")
        self._screen.set_class(narrow, "-narrow")
        self._screen.set_class(narrow and self.current != "body" and self.alone is None, "-drawer")
        shared = columns(size.width, alone=self.alone is not None)
        self.body.fit(shared, size.height - CHROME, unfolded=unfolded, visible_only=hasty)
        if self._mapped is not self.body.full_layout and not (hasty and self.body.is_partial):
            self._mapped = self.body.full_layout
            self.map.set_layout(partial(parts_of, self._mapped))
        for pane in (self.title, self.speaker, self.footer):
            pane.fit(shared)
        self.rail.fit(shared, alone=self.alone is not None)
        self._screen.styles.grid_columns = f"{shared.body} 2 1fr" if shared.sidebar else f"{shared.body} 1fr"

    def complete(self) -> None:
        """Lay out what the first frame of a long article left, or the first one after the terminal's size changed."""
        if self.body.is_partial:
            self.body.invalidate_layout()
            self.fit()

    @property
    def current(self) -> Name:
        """The pane that has the keys."""
        focused = self._screen.focused
        return next((name for name in NAMES if focused is not None and focused.id == name), "body")

    def go(self, name: Name) -> None:
        """Give the keys to a pane, in the drawer where the rail is one."""
        if self.alone is not None and self.alone != name:
            self._stand(name)
        # A pane that is not shown can't take the keys, so the drawer opens first.
        self._screen.set_class(self._screen.has_class("-narrow") and name != "body" and self.alone is None, "-drawer")
        self.rail.mount_lists()
        self._screen.set_focus(self._screen.query_one(f"#{name}"), scroll_visible=False)
        self.fit()

    def next(self, way: int) -> None:
        """Give the keys to the pane after this one."""
        self.go(NAMES[(NAMES.index(self.current) + way) % len(NAMES)])

    def stand_alone(self, name: Name | None) -> None:
        """One pane alone on the screen; None brings all of them back."""
        self._stand(name)
        self.fit()

    def _stand(self, name: Name | None) -> None:
        self.alone = name
        self._screen.set_class(name is not None, "-alone")
        for each in NAMES:
            self._screen.set_class(each == name, f"-{each}")

"""Which pane has the keys, which stands alone, whether the drawer is open: classes of the screen that styles follow."""

from typing import Literal, get_args

from textual.screen import Screen
from textual.widget import Widget

from reader.app.columns import MIDDLE

Name = Literal["body", "voices", "threads"]
NAMES: tuple[Name, ...] = get_args(Name)


class Panes:
    """The three panes of a reading screen: body, voices, threads."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self.alone: Name | None = None

    @property
    def narrow(self) -> bool:
        """Whether the rail is a drawer."""
        return self._screen.app.size.width < MIDDLE

    @property
    def drawn(self) -> bool:
        """Whether the drawer is open."""
        return self._screen.has_class("-drawer")

    @property
    def current(self) -> Name:
        """The pane that has the keys."""
        focused = self._screen.focused
        return next((name for name in NAMES if focused is not None and focused.id == name), "body")

    def go(self, name: Name) -> None:
        """Give the keys to a pane, in the drawer where the rail is one."""
        if self.alone is not None and self.alone != name:
            self.stand_alone(name)
        self._screen.set_class(self.narrow and name != "body" and self.alone is None, "-drawer")
        self._screen.set_focus(self._screen.query_one(f"#{name}", Widget), scroll_visible=False)

    def next(self, way: int) -> None:
        """Give the keys to the pane after this one."""
        self.go(NAMES[(NAMES.index(self.current) + way) % len(NAMES)])

    def stand_alone(self, name: Name | None) -> None:
        """One pane alone on the screen; None brings all of them back."""
        self.alone = name
        self._screen.set_class(name is not None, "-alone")
        for each in NAMES:
            self._screen.set_class(each == name, f"-{each}")
        if name is not None:
            self._screen.remove_class("-drawer")

    def fit(self) -> None:
        """Follow the terminal's width: a drawer that stands beside the text again is none."""
        narrow = self.narrow
        self._screen.set_class(narrow, "-narrow")
        self._screen.set_class(narrow and self.current != "body" and self.alone is None, "-drawer")

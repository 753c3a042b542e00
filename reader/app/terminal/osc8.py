"""Links that are the terminal's own (OSC 8): which terminals have them, by what they say of themselves.

The sequence is https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda; a terminal can't be asked whether it
knows it, and some that don't print it.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

_TOLD_BY = ("KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "WEZTERM_EXECUTABLE", "GHOSTTY_RESOURCES_DIR", "WT_SESSION")
_SINCE = {"VTE_VERSION": 5000, "KONSOLE_VERSION": 201200}
_PROGRAMS = frozenset({"iTerm.app", "WezTerm", "ghostty", "vscode"})
_TERMS = frozenset({"foot", "foot-extra", "xterm-kitty", "xterm-ghostty", "contour"})


def has_links(environment: Mapping[str, str]) -> bool:
    """Whether the terminal of this environment has links of its own; GNU screen passes none on."""
    if "STY" in environment or environment.get("TERM") in {"linux", "dumb"}:
        return False
    return (
        environment.get("TERM") in _TERMS
        or environment.get("TERM_PROGRAM") in _PROGRAMS
        or any(map(environment.get, _TOLD_BY))
        or any(_number(environment.get(name)) >= least for name, least in _SINCE.items())
    )


def wanted(app: "App[Any]", environment: Mapping[str, str]) -> bool:
    """Whether words of the text are to be links: on a terminal of a person that has them."""
    return not (app.is_headless or app.is_web) and has_links(environment)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0

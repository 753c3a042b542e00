"""Hyperlinks of the terminal (OSC 8): which terminals support them, by their environment variables.

The specification is https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda. A terminal can't be asked
whether it supports them, and some that don't print the address.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

_VARIABLES = ("KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "WEZTERM_EXECUTABLE", "GHOSTTY_RESOURCES_DIR", "WT_SESSION")
_MIN_VERSIONS = {"VTE_VERSION": 5000, "KONSOLE_VERSION": 201200}
_TERM_PROGRAMS = frozenset({"iTerm.app", "WezTerm", "ghostty", "vscode"})
_TERMS = frozenset({"foot", "foot-extra", "xterm-kitty", "xterm-ghostty", "contour"})


def supports_links(environment: Mapping[str, str]) -> bool:
    """Return whether the terminal of this environment supports hyperlinks; GNU screen passes none on."""
    if "STY" in environment or environment.get("TERM") in {"linux", "dumb"}:
        return False
    return (
        environment.get("TERM") in _TERMS
        or environment.get("TERM_PROGRAM") in _TERM_PROGRAMS
        or any(map(environment.get, _VARIABLES))
        or any(_number(environment.get(name)) >= version for name, version in _MIN_VERSIONS.items())
    )


def uses_links(app: "App[Any]", environment: Mapping[str, str]) -> bool:
    """Return whether an app writes hyperlinks: on a terminal that supports them, not in a browser or a test."""
    return not (app.is_headless or app.is_web) and supports_links(environment)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0

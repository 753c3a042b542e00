"""How many colours the reader uses here, by the environment and, in tmux, by what tmux passes on."""

import subprocess
from collections.abc import Callable, Mapping

_FULL = "truecolor"
"""The value of COLORTERM that programs know (24 bits a colour), besides 24bit."""


def describe_colours(environment: Mapping[str, str], ask_tmux: Callable[[], str | None]) -> str | None:
    """Return the colours that Rich, which draws for Textual, uses in this environment; None for a dumb terminal.

    COLORTERM decides, then the end of TERM (rich.console.Console). In tmux COLORTERM is that of the terminal in which
    tmux was started, if it has one at all; what is shown depends on the terminal that tmux is attached to.

    Args:
        environment: The variables of the environment.
        ask_tmux: Returns the features of the terminal that tmux is attached to, None where it can't be asked.
    """
    if environment.get("NO_COLOR"):
        return "none (NO_COLOR)"
    term = environment.get("TERM", "dumb")
    if term in {"dumb", "unknown"}:
        return None
    declared = environment.get("COLORTERM", "").strip().lower()
    used = _FULL if declared in {_FULL, "24bit"} else "256" if term.endswith(("-256color", "-kitty")) else "16"
    features = ask_tmux() if environment.get("TMUX") else None
    if features is None:
        return used
    is_full = "RGB" in features.split(",")
    if used == _FULL and not is_full:
        return "256 (tmux does not know that your terminal has more: see terminal-features in its manual)"
    if used != _FULL and is_full:
        return f"{used} (tmux can show more: export COLORTERM={_FULL})"
    return used


def tmux_features() -> str | None:
    """Return the features of the terminal that tmux is attached to, separated by commas; None where tmux fails."""
    command = ("tmux", "display-message", "-p", "#{client_termfeatures}")
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=2, check=True)  # noqa: S603 - a constant
    except (OSError, subprocess.SubprocessError, UnicodeError):
        return None
    return done.stdout.strip() or None  # tmux before 3.2 does not know the name

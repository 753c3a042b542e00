"""Choose the theme of the app when it starts: the one asked for, or one that fits the terminal."""

from typing import TYPE_CHECKING

from reader.app.terminal.background_query import AUTO
from reader.app.theming.textual_themes import THEMES
from reader.errors import ConfigError

if TYPE_CHECKING:
    from textual.app import App

    from reader.app.terminal.background_query import TerminalBackground


def choose_theme(
    app: "App[None]", requested: str | None, configured: str, background: "TerminalBackground"
) -> tuple[str, tuple[str, ...]]:
    """Choose a theme, and register it with the app where it is not registered yet.

    Args:
        app: The app, with the themes of THEMES registered.
        requested: The name given on the command line, None where none was.
        configured: The name in the settings, used where none was requested.
        background: What the terminal's background is, for the theme AUTO.

    Returns:
        The name of the theme; and what is wrong with the configured one.

    Raises:
        ConfigError: The requested theme does not exist or can't be used.
    """
    name = requested or configured
    if name == AUTO:
        # With sixteen colours the terminal's own are used: no others can be mixed.
        has_16_colours = app.console.color_system == "standard"
        name = "terminal" if has_16_colours else THEMES[background.is_dark is False].name
    if name in {theme.name for theme in THEMES}:
        return name, ()
    from reader.app.theming.extra_palettes import all_theme_names  # noqa: PLC0415 - not needed for the default themes
    from reader.app.theming.preferences import apply_theme  # noqa: PLC0415 - as above

    try:
        if apply_theme(app, name):
            return name, ()
        names = ", ".join([AUTO, *all_theme_names(app.available_themes)])
        problem = f"There is no theme {name}; " + (f"there are {names}." if requested else ": lists all themes.")
    except ConfigError as error:
        problem = str(error)
    if requested:
        raise ConfigError(problem)
    return THEMES[0].name, (f"{problem} The settings name it; {AUTO} is used instead.",)

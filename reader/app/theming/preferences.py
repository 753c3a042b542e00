"""The themes that a person can choose from: found, put to use and kept in the settings."""

from typing import Any

from textual.app import App

from reader import config
from reader.app.theming.extra_palettes import SHIPPED, adapt_theme, load_palette, theme_names
from reader.app.theming.palette import PALETTES
from reader.app.theming.textual_themes import make_theme
from reader.errors import ConfigError


def apply_theme(app: App[Any], name: str) -> bool:
    """Make a theme known to the app; whether there is one of this name. Raises ConfigError for a file with mistakes."""
    there = app.available_themes.get(name)
    if there is not None and name in PALETTES and there == make_theme(PALETTES[name], dark=there.dark):
        return True
    if there is not None and name not in SHIPPED:
        PALETTES[name] = adapt_theme(there)
        app.register_theme(make_theme(PALETTES[name], dark=there.dark))
        return True
    found = load_palette(name)
    if found is None:
        return False
    PALETTES[name] = found[0]
    app.register_theme(make_theme(found[0], dark=found[1]))
    return True


def change_theme(app: App[Any], name: str) -> str:
    """Wear another theme and keep the choice; a sentence about it."""
    try:
        if not apply_theme(app, name):
            return f"there is no theme {name}"
        app.theme = name
        config.keep_theme(name)
    except ConfigError as error:
        return str(error)
    return f"theme {name} saved"


def all_theme_names(app: App[Any]) -> list[str]:
    """The names of all themes that there are, the program's own first."""
    own = theme_names()
    return [*own, *sorted(name for name in app.available_themes if name not in own)]

"""The themes that a person can choose from: found, put to use and kept in the settings."""

from typing import Any

from textual.app import App

from reader import config
from reader.app.theming.extra_palettes import SHIPPED, adapt_theme, load_palette
from reader.app.theming.palette import PALETTES
from reader.app.theming.textual_themes import make_theme
from reader.errors import ConfigError


def apply_theme(app: App[Any], name: str) -> bool:
    """Register a theme with the app.

    Returns:
        Whether there is a theme of this name.

    Raises:
        ConfigError: The file of the theme has mistakes.
    """
    known = app.available_themes.get(name)
    if known is not None and name in PALETTES and known == make_theme(PALETTES[name], dark=known.dark):
        return True
    if known is not None and name not in SHIPPED:
        PALETTES[name] = adapt_theme(known)
        app.register_theme(make_theme(PALETTES[name], dark=known.dark))
        return True
    found = load_palette(name)
    if found is None:
        return False
    PALETTES[name] = found[0]
    app.register_theme(make_theme(found[0], dark=found[1]))
    return True


def change_theme(app: App[Any], name: str) -> str:
    """Change to another theme and save the choice; return a sentence about it."""
    try:
        if not apply_theme(app, name):
            return f"there is no theme {name}"
        app.theme = name
        config.save_theme(name)
    except ConfigError as error:
        return str(error)
    return f"theme {name} saved"

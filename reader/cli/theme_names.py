"""The names of themes and the option --theme, without starting the screen."""

import click

from reader.errors import ConfigError
from reader.printable import printable


def theme_problem(name: str) -> str | None:
    """Return a sentence on why this theme can't be used, None where it can."""
    from reader.app.terminal.background_query import AUTO  # noqa: PLC0415 - most commands need no theme

    if name == AUTO:
        return None
    from reader.app.theming.extra_palettes import load_palette  # noqa: PLC0415 - it loads a part of Textual

    try:
        if load_palette(name) is not None:
            return None
    except ConfigError as error:
        return str(error)
    known = _all()
    return None if name in known else f"There is no theme {name}; there are {', '.join(known)}."


def _all() -> list[str]:
    """Return the names of all themes: Pullquote's, the person's own and Textual's."""
    from textual.theme import BUILTIN_THEMES  # noqa: PLC0415 - most commands need no theme

    from reader.app.terminal.background_query import AUTO  # noqa: PLC0415 - as above
    from reader.app.theming.extra_palettes import all_theme_names  # noqa: PLC0415 - as above

    return [AUTO, *all_theme_names(BUILTIN_THEMES)]


def _checked(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    sentence = theme_problem(value) if value and not ctx.resilient_parsing else None
    if sentence is not None:
        raise click.BadParameter(printable(sentence), ctx, parameter)
    return value


def _offered(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the names that a shell offers after --theme."""
    return [name for name in _all() if name.startswith(incomplete)]


theme = click.option(
    "--theme",
    metavar="NAME",
    callback=_checked,
    shell_complete=_offered,
    help="Colour theme for this run; auto is dark or light like the terminal.",
)

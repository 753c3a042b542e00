"""Whether there is a theme of a name, asked without starting the screen."""

import click

from reader.errors import ConfigError
from reader.printable import printable


def fault(name: str) -> str | None:
    """A sentence on why this theme can't be worn, None where it can."""
    from reader.app.background import AUTO  # noqa: PLC0415 - most commands need no theme

    if name == AUTO:
        return None
    from reader.app.wardrobe import names, palette  # noqa: PLC0415 - it loads a part of Textual

    try:
        if palette(name) is not None:
            return None
    except ConfigError as error:
        return str(error)
    from textual.theme import BUILTIN_THEMES  # noqa: PLC0415 - Textual is loaded only for a name that is none of ours

    if name in BUILTIN_THEMES:
        return None
    own = names()
    there = [AUTO, *own, *sorted(each for each in BUILTIN_THEMES if each not in own)]
    return f"There is no theme {name}; there are {', '.join(there)}."


def _checked(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    sentence = fault(value) if value else None
    if sentence is not None:
        raise click.BadParameter(printable(sentence), ctx, parameter)
    return value


theme = click.option(
    "--theme", metavar="NAME", callback=_checked, help="The colours, this time only; auto: as dark as the terminal."
)

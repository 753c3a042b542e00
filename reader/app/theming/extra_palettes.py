"""More palettes, loaded only when used: sepia, contrast, the terminal's own colours, and a person's files."""

from collections.abc import Iterable
from pathlib import Path

from textual.theme import Theme

from reader import config
from reader.app.theming.palette import DARK, LIGHT, Palette, mix
from reader.errors import ConfigError

SEPIA = Palette(
    name="sepia",
    page="#F5ECD9",
    panel="#EEE3CC",
    text="#3A2E22",
    dim="#6B5A47",
    accent="#1A120A",
    current="#E8DBBF",
    faint="#B7A88D",
    recede="#8F8069",
    selection="#D8C7A3",
    over="#3A2E22",
    map_silent="#E6DAC0",
    map_other="#CBBB9C",
    map_share=0.78,
    match_text="#F5ECD9",
    match="#3A2E22",
    other_match_text="#1A120A",
    other_match="#D3C19B",
    yellow="#F3D67A",
    green="#C3DDB2",
    blue="#C2D6E2",
    pink="#EFC6CB",
    hues=("#026A84", "#885606", "#015C3D", "#BA1065", "#594B00", "#292C9F", "#66191B", "#7843C0"),
)
# Every text has a contrast of 7:1 or better.
CONTRAST = Palette(
    name="contrast",
    page="#000000",
    panel="#101010",
    text="#FFFFFF",
    dim="#C8C8C8",
    accent="#FFFFFF",
    current="#262626",
    faint="#7A7A7A",
    recede="#8A8A8A",
    selection="#00407A",
    over="#FFFFFF",
    map_silent="#303030",
    map_other="#6A6A6A",
    map_share=0.75,
    match_text="#000000",
    match="#FFFFFF",
    other_match_text="#FFFFFF",
    other_match="#404040",
    yellow="#4A3A00",
    green="#003F20",
    blue="#00346B",
    pink="#55173F",
    hues=("#67DCFF", "#ECB052", "#5BC48C", "#E19EB7", "#F5E971", "#9EAFEA", "#F59A83", "#CAACCF"),
)
# The terminal's own sixteen colours and background. What is current or selected has no background of its own: bars,
# marks and bold show it, as they do without colours.
TERMINAL = Palette(
    name="terminal",
    page="default",
    panel="default",
    text="default",
    dim="bright_black",
    accent="default",
    current="default",
    faint="bright_black",
    recede="bright_black",
    selection="white",
    over="black",
    map_silent="bright_black",
    map_other="bright_black",
    map_share=1.0,
    match_text="black",
    match="bright_white",
    other_match_text="black",
    other_match="white",
    yellow="yellow",
    green="green",
    blue="bright_cyan",
    pink="bright_magenta",
    hues=("cyan", "yellow", "green", "magenta", "bright_yellow", "bright_blue", "red", "bright_magenta"),
)
SHIPPED = {palette.name: palette for palette in (DARK, LIGHT, SEPIA, CONTRAST, TERMINAL)}
LIGHT_NAMES = {LIGHT.name, SEPIA.name}
_COLOURS = set(Palette._fields) - {"name", "hues", "map_share", "colourless"}
MIN_CONTRAST = 4.5
"""The lowest contrast of text in WCAG 2."""
_HEX_LENGTH = 7  # "#RRGGBB"


def themes_folder() -> Path:
    """Return the folder of a person's own themes, each a file NAME.toml."""
    return config.paths().config.parent / "themes"


def theme_names() -> list[str]:
    """Return the names of the program's themes and of the person's own."""
    own = sorted(file.stem for file in themes_folder().glob("*.toml")) if themes_folder().is_dir() else []
    return [*SHIPPED, *(name for name in own if name not in SHIPPED)]


def all_theme_names(others: Iterable[str]) -> list[str]:
    """Return the names of all themes: the program's and the person's own, then `others`, such as Textual's."""
    own = theme_names()
    return [*own, *sorted(name for name in others if name not in own)]


def load_palette(name: str) -> tuple[Palette, bool] | None:
    """Load a palette by its name.

    Returns:
        The palette and whether it is dark; None if there is none of this name.

    Raises:
        ConfigError: The file of the palette can't be read or has mistakes.
    """
    if name in SHIPPED:
        return SHIPPED[name], name not in LIGHT_NAMES
    file = themes_folder() / f"{name}.toml"
    if "/" in name or not file.is_file():
        return None
    return _read_palette(file)


def adapt_theme(theme: Theme) -> Palette:
    """A palette for a theme of Textual's own: its background and text, and our other colours, moved until readable.

    Colours go towards black or white until they stand at READABLE on page, panel and current quotation alike.
    """
    if theme.ansi:
        return TERMINAL._replace(name=theme.name)
    base, end = (DARK, "#FFFFFF") if theme.dark else (LIGHT, "#000000")
    page = _hex_colour(theme.background, base.page)
    current, panel = mix(end, page, 0.1), mix(end, page, 0.05)
    backgrounds = (page, panel, current)

    def readable(colour: str, *on: str) -> str:
        steps = (mix(end, colour, step / 20) for step in range(21))
        return next((step for step in steps if min(contrast_ratio(step, each) for each in on) >= MIN_CONTRAST), end)

    marked = [base.yellow, base.green, base.blue, base.pink, base.selection]
    yellow, green, blue, pink, selection = marks = [mix(colour, page, 0.7) for colour in marked]
    return base._replace(
        name=theme.name,
        page=page,
        panel=panel,
        current=current,
        text=readable(_hex_colour(theme.foreground, base.text), *backgrounds),
        dim=readable(base.dim, *backgrounds),
        accent=end,
        over=readable(base.text, *marks),
        faint=mix(end, page, 0.3),
        recede=mix(end, page, 0.5),
        map_silent=mix(end, page, 0.1),
        map_other=mix(end, page, 0.22),
        hues=tuple(readable(hue, *backgrounds) for hue in base.hues),
        yellow=yellow,
        green=green,
        blue=blue,
        pink=pink,
        selection=selection,
    )


def _hex_colour(colour: str | None, default: str) -> str:
    """A colour of a theme as "#RRGGBB"; `default` if it has none or the terminal's own."""
    return colour.upper() if colour is not None and _is_hex_colour(colour) else default


def contrast_ratio(text: str, background: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2 defines it."""
    lighter, darker = sorted(map(_luminance, (text, background)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)  # noqa: PLR2004 - as in WCAG 2
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _read_palette(file: Path) -> tuple[Palette, bool]:
    """A person's palette; colours that the file does not have are those of the theme that it names as `base`."""
    import tomllib  # noqa: PLC0415 - few people have their own themes

    try:
        given = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        reason = "its values are nested too deep" if isinstance(error, RecursionError) else error
        raise ConfigError(f"The theme {file} can't be read ({reason}).") from error
    base = given.pop("base", DARK.name)
    hues = given.pop("hues", None)
    faults = [f"{key}: unknown colour" for key in sorted(given.keys() - _COLOURS)]
    faults += [
        f"{key}: {_describe_value(value)} is not #RRGGBB"
        for key, value in given.items()
        if key in _COLOURS and not _is_hex_colour(value)
    ]
    if not isinstance(base, str) or base not in SHIPPED or base == TERMINAL.name:
        names = ", ".join(each for each in SHIPPED if each != TERMINAL.name)
        faults.append(f"base: {_describe_value(base)} is not one of {names}")
    if hues is not None and not (isinstance(hues, list) and hues and all(map(_is_hex_colour, hues))):
        faults.append("hues: not a list of #RRGGBB")
    if faults:
        raise ConfigError(f"The theme {file} can't be used ({'; '.join(faults)}).")
    given.setdefault("over", given.get("text", SHIPPED[base].over))
    palette = SHIPPED[base]._replace(name=file.stem, **given)
    return palette._replace(hues=tuple(hues)) if hues else palette, base not in LIGHT_NAMES


def _describe_value(value: object) -> str:
    """Return a value of the file for a message; a table or list is not spelled out, because it may be nested deep."""
    return "a table" if isinstance(value, dict) else "a list" if isinstance(value, list) else str(value)


def _is_hex_colour(value: object) -> bool:
    """Whether a value is a colour as "#RRGGBB"."""
    has_form = isinstance(value, str) and len(value) == _HEX_LENGTH and value[0] == "#"
    return has_form and all(digit in "0123456789abcdefABCDEF" for digit in str(value)[1:])

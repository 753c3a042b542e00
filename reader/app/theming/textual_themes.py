"""Textual's side of the palettes: the themes, and where the style sheets lie."""

from pathlib import Path

from textual.theme import Theme

from reader.app.theming.palette import DARK, LIGHT, Palette


def make_theme(palette: Palette, *, dark: bool) -> Theme:
    """A Textual theme whose variables are the palette's colours; the sheets use only names that every theme has."""
    return Theme(
        name=palette.name,
        dark=dark,
        ansi=palette.page[0] != "#",
        primary=_named(palette.accent),
        secondary=_named(palette.dim),
        accent=_named(palette.accent),
        foreground=_named(palette.text),
        background=_named(palette.page),
        surface=_named(palette.page),
        panel=_named(palette.panel),
        variables={
            "input-cursor-background": _named(palette.match),
            "input-cursor-foreground": _named(palette.match_text),
            "input-selection-background": _named(palette.selection),
            "block-cursor-background": _named(palette.current),
            "block-cursor-foreground": _named(palette.accent),
            # Textual's own sheets ask for these.
            "ansi-background": _named(palette.page),
            "ansi-foreground": _named(palette.text),
        },
    )


def _named(colour: str) -> str:
    """A colour as Textual names it: the terminal's own begin with "ansi_"."""
    return colour if colour[0] == "#" else f"ansi_{colour}"


THEMES = (make_theme(DARK, dark=True), make_theme(LIGHT, dark=False))


def style_sheets() -> list[Path]:
    """The program's style sheets, in the wheel (`reader/styles`) or one level up in a checkout."""
    package = Path(__file__).parents[2]
    shipped = package / "styles"
    folder = shipped if shipped.is_dir() else package.parent / "styles"
    return sorted(each for each in folder.iterdir() if each.suffix == ".tcss")

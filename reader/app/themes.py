"""Textual's side of the palettes: the themes, and where the style sheets lie."""

from pathlib import Path

from textual.theme import Theme

from reader.app.palette import DARK, LIGHT, Palette


def theme_of(palette: Palette, *, dark: bool) -> Theme:
    """A Textual theme whose variables are the palette's colours; the sheets use only names that every theme has."""
    return Theme(
        name=palette.name,
        dark=dark,
        primary=palette.accent,
        secondary=palette.dim,
        accent=palette.accent,
        foreground=palette.text,
        background=palette.page,
        surface=palette.page,
        panel=palette.panel,
        variables={
            "input-cursor-background": palette.accent,
            "input-cursor-foreground": palette.page,
            "input-selection-background": palette.selection,
            "block-cursor-background": palette.current,
            "block-cursor-foreground": palette.accent,
        },
    )


THEMES = (theme_of(DARK, dark=True), theme_of(LIGHT, dark=False))


def style_sheets() -> list[Path]:
    """The program's style sheets, in the wheel (`reader/styles`) or one level up in a checkout."""
    package = Path(__file__).parent.parent
    shipped = package / "styles"
    folder = shipped if shipped.is_dir() else package.parent / "styles"
    return sorted(folder.glob("*.tcss"))

"""The palettes as themes of Textual, and the paths of the style sheets."""

from pathlib import Path

from textual.theme import Theme

from reader.app.theming.palette import DARK, LIGHT, Palette


def make_theme(palette: Palette, *, dark: bool) -> Theme:
    """Make a theme of Textual with the colours of a palette; the style sheets use only names that every theme has."""
    return Theme(
        name=palette.name,
        dark=dark,
        ansi=palette.page[0] != "#",
        primary=_textual_colour(palette.accent),
        secondary=_textual_colour(palette.dim),
        accent=_textual_colour(palette.accent),
        foreground=_textual_colour(palette.text),
        background=_textual_colour(palette.page),
        surface=_textual_colour(palette.page),
        panel=_textual_colour(palette.panel),
        variables={
            "input-cursor-background": _textual_colour(palette.match),
            "input-cursor-foreground": _textual_colour(palette.match_text),
            "input-selection-background": _textual_colour(palette.selection),
            "block-cursor-background": _textual_colour(palette.current),
            "block-cursor-foreground": _textual_colour(palette.accent),
            # Used by Textual's own style sheets.
            "ansi-background": _textual_colour(palette.page),
            "ansi-foreground": _textual_colour(palette.text),
        },
    )


def _textual_colour(colour: str) -> str:
    """A colour as Textual names it: the terminal's own colours begin with "ansi_"."""
    return colour if colour[0] == "#" else f"ansi_{colour}"


THEMES = (make_theme(DARK, dark=True), make_theme(LIGHT, dark=False))


def style_sheets() -> list[Path]:
    """Return the program's style sheets: in a wheel from `reader/styles`, in a checkout from one level up."""
    package = Path(__file__).parents[2]
    packaged = package / "styles"
    folder = packaged if packaged.is_dir() else package.parent / "styles"
    return sorted(path for path in folder.iterdir() if path.suffix == ".tcss")

"""Text has enough contrast on its backgrounds, and the hues differ."""

from itertools import combinations

import pytest

from reader.app.theming.extra_palettes import CONTRAST, SHIPPED, TERMINAL
from reader.app.theming.palette import DARK, LIGHT, PALETTES, Palette, mix, palette_of
from reader.app.theming.textual_themes import THEMES, style_sheets
from reader.model import Colour
from tests.app.pane_harness import PaneApp

# The contrasts of `terminal` are those that a person gave their terminal.
MEASURED = [palette for palette in SHIPPED.values() if palette is not TERMINAL]
BOTH = pytest.mark.parametrize("palette", MEASURED, ids=lambda palette: palette.name)


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(text: str, ground: str) -> float:
    """Contrast ratio after WCAG 2."""
    lighter, darker = sorted((luminance(text), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def pairs(palette: Palette) -> list[tuple[str, str, str]]:
    """Every text colour with every ground that it is set on, under a name."""
    inks = {"text": palette.text, "dim": palette.dim, "accent": palette.accent}
    inks |= {f"hue {at}": hue for at, hue in enumerate(palette.hues, 1)}
    grounds = {"page": palette.page, "current": palette.current, "panel": palette.panel}
    over = {"selection": palette.selection} | {colour.value: palette.highlight(colour) for colour in Colour}
    found = [(f"{ink} on {ground}", inks[ink], grounds[ground]) for ink in inks for ground in grounds]
    found += [(f"text on {ground}", palette.over, over[ground]) for ground in over]
    found.append(("match", palette.match_text, palette.match))
    found.append(("other match", palette.other_match_text, palette.other_match))
    return found


@BOTH
def test_every_text_has_enough_contrast_on_all_its_backgrounds(palette):
    weak = {name: round(contrast(text, ground), 2) for name, text, ground in pairs(palette)}
    assert {name: ratio for name, ratio in weak.items() if ratio < 4.5} == {}


def test_the_contrast_theme_has_seven_to_one_for_all_text():
    assert min(contrast(text, ground) for _, text, ground in pairs(CONTRAST)) >= 7


@BOTH
def test_a_voice_outside_the_part_in_sight_has_three_to_one_on_the_map(palette):
    faint = [contrast(palette.off_screen(at), palette.page) for at in range(len(palette.hues))]
    assert min(faint) >= 3


@BOTH
def test_text_under_an_open_drawer_is_dimmer_and_still_legible(palette):
    assert 3 <= contrast(palette.recede, palette.page) < contrast(palette.dim, palette.page)


@BOTH
def test_all_hues_are_different(palette):
    assert all(one != other for one, other in combinations(palette.hues, 2))


@BOTH
def test_every_colour_is_written_as_six_digits(palette):
    written = [value for value in palette if isinstance(value, str)]
    assert all(len(value) == 7 and int(value[1:], 16) >= 0 for value in written if value != palette.name)


@pytest.mark.parametrize(("share", "colour"), [(1.0, "#FF0000"), (0.0, "#0000FF"), (0.5, "#800080"), (0.25, "#4000BF")])
def test_mixing_is_done_for_each_channel(share, colour):
    assert mix("#FF0000", "#0000FF", share) == colour


def test_hue_indexes_wrap_around():
    assert DARK.hue(len(DARK.hues) + 1) == DARK.hue(1)


@pytest.mark.parametrize(
    ("theme", "palette"),
    [("pullquote-dark", DARK), ("pullquote-light", LIGHT), ("nord", DARK), ("textual-light", LIGHT)],
)
async def test_an_unknown_theme_gets_the_dark_or_the_light_palette(theme, palette):
    app = PaneApp(theme=theme)
    async with app.run_test():
        assert palette_of(app) is palette


def test_each_palette_has_a_theme_of_its_name():
    assert {theme.name for theme in THEMES} <= set(PALETTES) <= set(SHIPPED)


def test_style_sheets_are_found_in_a_checkout_and_in_a_wheel():
    sheets = style_sheets()
    assert "reading.tcss" in [sheet.name for sheet in sheets]
    assert all(sheet.is_file() for sheet in sheets)

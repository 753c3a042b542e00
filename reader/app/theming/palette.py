"""The colours of the screen, for dark and for light backgrounds, as data."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.model import Colour

if TYPE_CHECKING:
    from textual.app import App


class Palette(NamedTuple):
    """Colours as "#RRGGBB", each text with a contrast of 4.5:1 or better on all of its backgrounds.

    The terminal's own colours have their names in Rich ("default", "bright_black"); their contrasts are not known.

    Attributes:
        name: The name of the theme.
        page: The background of the text.
        panel: The background of the speaker line and of open drawers.
        text: Text.
        dim: Less important text.
        accent: Titles, keys and the selected row.
        current: The background of the current quotation, its claim and the selected row.
        faint: Bars of voices that are not selected.
        recede: Text under an open drawer.
        selection: The background of the selection.
        over: Text on highlights and on the selection.
        map_silent: The map where nobody speaks.
        map_other: The map where a voice speaks that is not selected.
        map_share: How much of its colour (0 to 1) a voice keeps on the map outside the part in sight.
        match_text: Text of the current search match.
        match: Its background.
        other_match_text: Text of the other matches.
        other_match: Their background.
        yellow: The background of a yellow highlight; green, blue and pink likewise.
        hues: The colours of the voices, in the order in which they are given.
        colourless: Whether no colour may be seen: bold, underline and reverse distinguish the layers then.
    """

    name: str
    page: str
    panel: str
    text: str
    dim: str
    accent: str
    current: str
    faint: str
    recede: str
    selection: str
    over: str
    map_silent: str
    map_other: str
    map_share: float
    match_text: str
    match: str
    other_match_text: str
    other_match: str
    yellow: str
    green: str
    blue: str
    pink: str
    hues: tuple[str, ...]
    colourless: bool = False

    @property
    def flat(self) -> bool:
        """Whether the background of what is current can't be seen."""
        return self.colourless or self.current == self.page

    def highlight(self, colour: Colour) -> str:
        """Return the background of a highlight; text on it is in `over`."""
        by_colour = {
            Colour.YELLOW: self.yellow,
            Colour.GREEN: self.green,
            Colour.BLUE: self.blue,
            Colour.PINK: self.pink,
        }
        return by_colour[colour]

    def hue(self, index: int) -> str:
        """Return the colour with this index, as `VoiceStats.hue` gives it."""
        return self.hues[index % len(self.hues)]

    def off_screen(self, index: int) -> str:
        """Return the colour with this index as the map shows it outside the part in sight."""
        return mix(self.hue(index), self.page, self.map_share)


def mix(colour: str, background: str, share: float) -> str:
    """Mix `share` (0 to 1) of a colour over a background, channel by channel; the terminal's own stay unmixed."""
    if colour[0] != "#" or background[0] != "#":
        return colour
    pairs = ((int(colour[at : at + 2], 16), int(background[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02X}" for over, under in pairs)


# The hues start from Okabe and Ito (2008), changed until each has a contrast of 4.5:1 on page and current quotation,
# and any two differ by more than 9 (CIEDE2000) under simulated protanopia, deuteranopia and tritanopia.
DARK = Palette(
    name="pullquote-dark",
    page="#15181C",
    panel="#1E2228",
    text="#D9DAD7",
    dim="#959CA3",
    accent="#FAF8F2",
    current="#262B33",
    faint="#474D55",
    recede="#6B727A",
    selection="#3A414B",
    over="#D9DAD7",
    map_silent="#2A2F36",
    map_other="#41474F",
    map_share=0.68,
    match_text="#15181C",
    match="#FAF8F2",
    other_match_text="#FAF8F2",
    other_match="#4A5059",
    yellow="#4E400F",
    green="#1B4630",
    blue="#1C3F66",
    pink="#562A47",
    hues=("#67DCFF", "#ECB052", "#4DBF82", "#D77FA0", "#F5E971", "#768EE2", "#F06643", "#CAACCF"),
)
LIGHT = Palette(
    name="pullquote-light",
    page="#FBFAF6",
    panel="#F4F2EB",
    text="#24272C",
    dim="#626971",
    accent="#000000",
    current="#EEEADF",
    faint="#B9B6AC",
    recede="#8A8F94",
    selection="#D5D1C4",
    over="#24272C",
    map_silent="#E9E6DD",
    map_other="#CFCBBF",
    map_share=0.72,
    match_text="#FBFAF6",
    match="#24272C",
    other_match_text="#000000",
    other_match="#D5D1C4",
    yellow="#FFE58F",
    green="#C4E9C8",
    blue="#C9E0F8",
    pink="#F9D2E3",
    hues=("#027390", "#945E06", "#015C3D", "#C4116A", "#594B00", "#292C9F", "#66191B", "#8249D1"),
)
PALETTES = {palette.name: palette for palette in (DARK, LIGHT)}


def palette_of(app: "App[Any]") -> Palette:
    """Return the palette of the app's theme; for an unknown theme, the dark or the light one."""
    found = PALETTES.get(app.theme) or (DARK if app.current_theme.dark else LIGHT)
    return _without_colours(found) if app.no_color else found


@lru_cache
def _without_colours(palette: Palette) -> Palette:
    return palette._replace(colourless=True)

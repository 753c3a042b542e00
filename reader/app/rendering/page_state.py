"""What decides how the rows of an article's page look."""

from typing import NamedTuple

from reader.app.rendering.columns import ColumnLayout
from reader.app.state import Reading
from reader.app.theming.palette import Palette
from reader.app.viewmodels.voice_stats import VoiceStats, voice_stats_of
from reader.text.layout import Layout


class PageState(NamedTuple):
    """The page of an article at one moment of reading, and how it is drawn.

    Attributes:
        reading: The article, what is known of it, and where the reader is.
        layout: The article in rows.
        columns: The columns of the terminal.
        palette: The colours.
        words: The number of words in the article; None while they are not counted.
        has_focus: Whether keys go to the page, which shows its cursor then.
        is_dimmed: Whether the page lies under an open drawer.
        link_numbers: While a link is being chosen, pairs of an offset in the text and the number shown there.
        stats: Facts about the voices of `reading`.
        has_hyperlinks: Whether links are also written as hyperlinks of the terminal (OSC 8).
    """

    reading: Reading
    layout: Layout
    columns: ColumnLayout
    palette: Palette
    words: int | None
    has_focus: bool = True
    is_dimmed: bool = False
    link_numbers: tuple[tuple[int, int], ...] = ()
    stats: VoiceStats = VoiceStats()
    has_hyperlinks: bool = False

    def with_reading(self, reading: Reading) -> "PageState":
        """Return the same page at another moment of reading."""
        return self._replace(reading=reading, stats=voice_stats_of(reading))

    def voice_colour(self, voice: int | None, default: str) -> str:
        """Return the colour of the voice with this id.

        `default` stands for a speaker that was not found, and while one voice is selected for all others.
        """
        selected = self.reading.voice
        if voice is None or (selected is not None and selected != voice):
            return default
        return self.palette.hue(self.stats.hue(voice))

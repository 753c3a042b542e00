"""The speaker line: who is speaking at the cursor, through whom, and why we think so."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.app.rendering.columns import GUTTER, ColumnLayout, columns
from reader.app.rendering.segments import join_groups, make_strip, make_style
from reader.app.rendering.speaker_rows import (
    GAP,
    RowContext,
    Segments,
    SpeakerRow,
    note_segments,
    quoting_segments,
    speaker_rows,
)
from reader.app.state import Reading
from reader.app.theming.palette import palette_of
from reader.app.viewmodels.highlight_lookup import highlight_at_cursor
from reader.app.viewmodels.speaker_attribution import attribution_at_cursor, nested_voices
from reader.app.viewmodels.voice_stats import VoiceStats, voice_stats_of
from reader.model import Highlight, Voice

ROWS = 2


class SpeakerLine(Widget):
    """Two rows: tag, name, role, affiliation and evidence; outlet, and the voices that pass the words on.

    A highlight's note follows in the second row, or as a third one (`note_row`) that the footer shows. An unsure
    speaker has a word of doubt before the name, and where none is found the line says so.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._stats = VoiceStats()
        self._columns = columns(80)
        self._noted: tuple[Highlight, ...] = ()  # the highlights that have a note or tags, or are corrected
        self._is_dimmed = False

    def fit(self, columns: ColumnLayout) -> None:
        """Stand under the text, from the screen's edge to a column after the text."""
        self._columns = columns
        self.styles.width = columns.end + 1
        self.refresh()

    def show(self, reading: Reading) -> None:
        """Show who speaks at the cursor."""
        before, self._reading = self._reading, reading
        is_dimmed = self.is_attached and self.screen.has_class("-drawer")
        if is_dimmed != self._is_dimmed:
            self._is_dimmed = is_dimmed
            self.refresh()
        if before is None or before.analysis is not reading.analysis:
            self._stats = voice_stats_of(reading)
        if before is None or before.highlights is not reading.highlights:
            noted = (each for each in reading.highlights if each.note or each.tags or each.corrected)
            self._noted = tuple(each for each in noted if each.spans)
        if before is None or _shown_state(before) != _shown_state(reading) or self._noted:
            self.refresh()

    def note_row(self) -> Strip | None:
        """Return the row of a highlight's note that does not fit into the line, None if there is none."""
        if not self._noted or self._reading is None or highlight_at_cursor(self._reading, self._noted) is None:
            return None
        voice, rows = self._rows(self._reading)
        return self._strip(ROWS, voice, rows) if len(rows) > ROWS else None

    def render_line(self, y: int) -> Strip:
        """Return a row of the line."""
        voice: Voice | None = None
        rows: tuple[SpeakerRow, ...] = ()
        if self._reading is not None:
            voice, rows = self._rows(self._reading)
        return self._strip(y, voice, rows)

    def _strip(self, y: int, voice: Voice | None, rows: tuple[SpeakerRow, ...]) -> Strip:
        margin = Segment(" " * self._columns.left)
        tag: Segments = [Segment(" " * GUTTER)]
        if voice is not None:
            colour = palette_of(self.app).hue(self._stats.hue(voice.id))
            words = (voice.tag if y == 0 else "").rjust(GUTTER - 3)
            tag = [
                Segment(words, make_style(colour, bold=True)),
                Segment(" "),
                Segment("▎", make_style(colour)),
                Segment(" "),
            ]
        row = rows[y] if y < len(rows) else SpeakerRow([], [])
        spare = Segment(" " * max(0, self.size.width - self._columns.end))
        background = make_style(background=palette_of(self.app).panel)
        return make_strip([margin, *tag, *row.left], [*row.right, spare], self.size.width, background)

    def _rows(self, reading: Reading) -> tuple[Voice | None, tuple[SpeakerRow, ...]]:
        """The speaker, and two rows, or three if there is a note that does not fit into the second one."""
        palette = palette_of(self.app)
        if self._is_dimmed:
            palette = palette._replace(text=palette.recede, dim=palette.recede)
        context = RowContext(self._columns.text, palette, self._stats)
        attribution = attribution_at_cursor(reading)
        if attribution is None:
            words = "not a quotation" if reading.is_analysed_here else "finding who speaks…"
            first, second = SpeakerRow(context.dim(words), []), SpeakerRow([], [])
        else:
            first, second = speaker_rows(attribution, context)
            quoting = _appended(second, quoting_segments(nested_voices(reading), context))
            second = quoting if quoting.fits(context.width) else second
        voice = None if attribution is None else attribution.voice
        highlight = highlight_at_cursor(reading, self._noted)
        if highlight is None:
            return voice, (first, second)
        note = note_segments(highlight, context)
        with_note = _appended(second, note)
        return voice, (first, with_note) if with_note.fits(context.width) else (first, second, SpeakerRow(note, []))


def _appended(row: SpeakerRow, segments: Segments) -> SpeakerRow:
    return SpeakerRow(join_groups([row.left, segments], " " * GAP), row.right)


def _shown_state(reading: Reading) -> tuple[object, ...]:
    """What the line depends on besides notes."""
    claim = reading.claim if reading.shows_claim else None
    return (
        id(reading.analysis),
        reading.stop,
        id(reading.stops),
        id(reading.highlights),
        claim,
        reading.is_analysed_here,
    )

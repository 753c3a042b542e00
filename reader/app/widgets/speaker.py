"""The speaker line: who is speaking at the cursor, through whom, and why we think so."""

from dataclasses import dataclass, replace

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.app.cast import Cast, cast_of
from reader.app.columns import GUTTER, Columns, columns
from reader.app.fitting import bare, cut
from reader.app.palette import Palette, palette_of
from reader.app.reading import Reading
from reader.app.strips import cells, ink, joined, row
from reader.model import Analysis, Highlight, Quotation, Voice, VoiceKind

SURE = 0.7  # below this confidence the speaker is only probable
SPACE = 2  # cells between two parts of a row
_TELLING = {VoiceKind.EXPERT, VoiceKind.OFFICIAL, VoiceKind.JOURNALIST, VoiceKind.UNNAMED}

Pieces = list[Segment]


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row shows left and right, in pieces."""

    left: Pieces
    right: Pieces

    def fits(self, width: int) -> bool:
        return cells(self.left) + (SPACE + 1 + cells(self.right) if self.right else 0) <= width


class SpeakerLine(Widget):
    """Two rows: tag and name, role, affiliation and outlet; the reason, and the chain of those who pass the words on.

    A highlight's note takes the second row. Below SURE a speaker is called probable, and where none is found it
    says so; where nobody is quoted the article itself speaks.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._cast = Cast()
        self._columns = columns(80)
        self._noted: tuple[Highlight, ...] = ()
        self._receding = False

    def fit(self, columns: Columns) -> None:
        """Stand under the text, from the screen's edge to a column after it."""
        self._columns = columns
        self.styles.width = columns.end + 1
        self.refresh()

    def show(self, reading: Reading) -> None:
        """Show who speaks at the cursor."""
        before, self._reading = self._reading, reading
        receding = self.is_attached and self.screen.has_class("-drawer")
        if receding != self._receding:
            self._receding = receding
            self.refresh()
        if before is None or before.analysis is not reading.analysis:
            self._cast = cast_of(reading)
        if before is None or before.highlights is not reading.highlights:
            self._noted = tuple(each for each in reading.highlights if each.spans and (each.note or each.tags))
        if before is None or _seen(before) != _seen(reading) or self._noted:
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """A row of the line."""
        palette = palette_of(self.app)
        if self._receding:
            palette = replace(palette, text=palette.recede, dim=palette.recede)
        reading = self._reading
        tag: Pieces = []
        rows = (_Row([], []), _Row([], []))
        if reading is not None:
            quotation = self._quotation(reading)
            rows = self._rows(reading, quotation, palette)
            voice = self._voice(reading, quotation)
            if voice is not None:
                hue = palette.hue(self._cast.hue(voice.id))
                words = (voice.tag if y == 0 else "").rjust(GUTTER - 3)
                tag = [Segment(words, ink(hue, bold=True)), Segment(" "), Segment("▎", ink(hue)), Segment(" ")]
        margin = [Segment(" " * self._columns.left), *(tag or [Segment(" " * GUTTER)])]
        spare = self.size.width - self._columns.end
        shown = rows[min(y, 1)]
        return row(
            [*margin, *shown.left], [*shown.right, Segment(" " * max(0, spare))], self.size.width, ink(on=palette.panel)
        )

    def _quotation(self, reading: Reading) -> Quotation | None:
        if reading.analysis is None or reading.stop is None:
            return None
        return reading.analysis.quotations[reading.stops[reading.stop].quotation - 1]

    def _voice(self, reading: Reading, quotation: Quotation | None) -> Voice | None:
        return None if reading.analysis is None or quotation is None else reading.analysis.voice(quotation.voice)

    def _rows(self, reading: Reading, quotation: Quotation | None, palette: Palette) -> tuple[_Row, _Row]:
        width = self._columns.text
        note = self._note(reading, palette, width)
        voice = self._voice(reading, quotation)
        if quotation is None:
            words = "finding who speaks…" if reading.analysis is None else "the article itself"
            return _Row([Segment(words, ink(palette.dim))], []), note or _Row([], [])
        first, second = self._told(quotation, voice, reading.analysis, palette, noted=note is not None)
        return first, note or second

    def _told(
        self, quotation: Quotation, voice: Voice | None, analysis: Analysis | None, palette: Palette, *, noted: bool
    ) -> tuple[_Row, _Row]:
        """Both rows of a quotation, in the fullest of the forms that fit whole, else the shortest, cut."""
        width = self._columns.text
        forms = []
        for reason, outlet in (
            (quotation.evidence, True),
            (quotation.evidence, False),
            (_brief(quotation.evidence), False),
        ):
            why = [Segment(reason, ink(palette.dim))] if reason else []
            via = self._via(quotation, analysis, palette, outlet=outlet)
            if voice is None:
                forms.append((_Row([Segment("speaker not found", ink(palette.text, bold=True))], why), _Row(via, [])))
            else:
                forms += self._forms(self._named(voice, quotation, palette), facts(voice), why, via, palette)
        for first, second in forms:
            if first.fits(width) and (noted or second.fits(width)):
                return first, second
        first, second = forms[-1]
        if voice is not None and not second.fits(width):
            # The place is cut before the chain: who passes the words on is a name, and half a name is nobody.
            via = self._via(quotation, analysis, palette, outlet=False)
            place = cut(facts(voice)[1], width - (cells(via) + SPACE if via else 0))
            second = _Row(joined([[Segment(place, ink(palette.text))] if place else [], via], " " * SPACE), [])
        return _cut(first, width, palette), _cut(second, width, palette)

    def _named(self, voice: Voice, quotation: Quotation, palette: Palette) -> Pieces:
        name = Segment(voice.name, ink(palette.hue(self._cast.hue(voice.id)), bold=True))
        return [name] if quotation.confidence >= SURE else [Segment("probably ", ink(palette.dim)), name]

    @staticmethod
    def _forms(
        name: Pieces, told: tuple[str, str], why: Pieces, via: Pieces, palette: Palette
    ) -> list[tuple[_Row, _Row]]:
        """The ways to share name, role and place, reason and chain between the two rows, the best first."""
        text = ink(palette.text)
        role, place = told
        both = ", ".join(filter(None, told))
        whole = joined([name, [Segment(both, text)] if both else []], " " * SPACE)
        short = joined([name, [Segment(role, text)] if role else []], " " * SPACE)
        below = joined([[Segment(place, text)] if place else [], via], " " * SPACE)
        apart = (_Row(short, why), _Row(below, []))
        late = (_Row(whole, []), _Row(via, why) if via else _Row(why, []))
        between = [apart, late] if via else [late, apart]
        return [(_Row(whole, why), _Row(via, [])), *between, (_Row(short, []), _Row(below, why)), apart]

    def _via(self, quotation: Quotation, analysis: Analysis | None, palette: Palette, *, outlet: bool) -> Pieces:
        """“via” and those who pass the words on, the nearest first, with the outermost's outlet where `outlet`."""
        if analysis is None or not quotation.via:
            return []
        chain = [analysis.voices[id_ - 1] for id_ in quotation.via]
        pieces: Pieces = []
        for voice in reversed(chain):
            name = Segment(voice.name, ink(palette.hue(self._cast.hue(voice.id))))
            pieces += [Segment(" via " if pieces else "via ", ink(palette.dim)), name]
        where = chain[0].outlet or chain[0].affiliation
        if outlet and where and bare(where) != bare(chain[0].name):
            pieces.append(Segment(f", {where}", ink(palette.dim)))
        return pieces

    def _note(self, reading: Reading, palette: Palette, width: int) -> _Row | None:
        highlight = self._noted_here(reading)
        if highlight is None:
            return None
        tags = cut(" ".join(f"#{tag}" for tag in highlight.tags), width // 2)
        right = [Segment(tags, ink(palette.dim))] if tags else []
        note = cut(" ".join(highlight.note.split()), width - 2 - (cell_len(tags) + SPACE if tags else 0))
        return _Row([Segment("✎ ", ink(palette.text)), Segment(note, ink(palette.text, italic=True))], right)

    def _noted_here(self, reading: Reading) -> Highlight | None:
        """The highlight with a note at the cursor, else one on the current quotation."""
        for highlight in self._noted:
            if any(span.covers(reading.cursor) for span in highlight.spans):
                return highlight
        if reading.stop is None:
            return None
        parts = reading.stops[reading.stop].spans
        return next((each for each in self._noted if any(a.overlaps(b) for a in each.spans for b in parts)), None)


def _seen(reading: Reading) -> tuple[object, ...]:
    """What of a reading the line depends on besides notes."""
    return (id(reading.analysis), reading.stop, id(reading.stops), id(reading.highlights))


def facts(voice: Voice) -> tuple[str, str]:
    """Role and place of a voice, "" where the text states none; a kind that tells something stands in for a role."""
    role = bare(voice.role) or (voice.kind.value if voice.kind in _TELLING else "")
    places = [each for each in (voice.affiliation, voice.outlet) if each and bare(each) != bare(voice.name)]
    return role, places[0] if places else ""


def _brief(evidence: str) -> str:
    """The first part of the evidence, which is the cue itself: "“said”" of "“said”, before the name"."""
    return evidence.partition(",")[0]


def _cut(shown: _Row, width: int, palette: Palette) -> _Row:
    """The row cut to `width` after a whole word, the right side first."""
    left_width = cells(shown.left)
    right = shown.right
    if right and not shown.fits(width):
        room = width - left_width - SPACE - 1
        words = cut("".join(piece.text for piece in right), room) if room >= 8 else ""  # noqa: PLR2004 - less tells nothing
        right = [Segment(words, ink(palette.dim))] if words else []
    if left_width <= width:
        return _Row(shown.left, right)
    left: Pieces = []
    room = width
    for piece in shown.left:
        took = cell_len(piece.text)
        if took > room:
            left.append(Segment(cut(piece.text, room), piece.style))
            break
        left.append(piece)
        room -= took
    return _Row(left, right)

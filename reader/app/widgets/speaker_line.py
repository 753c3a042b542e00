"""The speaker line: who is speaking at the cursor, through whom, and why we think so."""

from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.app.rendering.columns import GUTTER, ColumnLayout, columns
from reader.app.rendering.segments import cell_width, join_groups, make_strip, make_style
from reader.app.rendering.truncate import cut, format_tags, surnames
from reader.app.state import Reading
from reader.app.theming.palette import Palette, palette_of
from reader.app.viewmodels.highlight_lookup import highlight_at_cursor
from reader.app.viewmodels.voice_stats import VoiceStats, voice_stats_of
from reader.model import (
    IN,
    Analysis,
    Claim,
    Highlight,
    Quotation,
    Voice,
    VoiceDescription,
    VoiceKind,
    amid,
    describe_voice,
)

SPACE = 2  # cells between two parts of a row
CLAIMED = "claims it, in the words of the article"
_NONE, _OWN, _BOTH = range(3)  # outlets that are told: the voice's, and that of who passes the words on
_UNTOLD = VoiceDescription("", "", "")
_TELLING = {VoiceKind.EXPERT, VoiceKind.OFFICIAL, VoiceKind.JOURNALIST, VoiceKind.UNNAMED}

Pieces = list[Segment]


class _Row(NamedTuple):
    """What a row shows left and right, in pieces."""

    left: Pieces
    right: Pieces

    def fits(self, width: int) -> bool:
        return cell_width(self.left) + (SPACE + 1 + cell_width(self.right) if self.right else 0) <= width


class _Said(NamedTuple):
    """Whose words these are, who passes them on, the reason, the word of doubt, how they are denied."""

    voice: Voice | None
    via: tuple[Voice, ...]
    evidence: str
    doubt: str = ""
    denied: str = ""


class SpeakerLine(Widget):
    """Two rows: tag and name, role, affiliation, and the reason; the way of the words: outlet, and who passes them on.

    A highlight's note follows in the second row, or is a third one (`note`) that the footer lends. Who may be the
    wrong speaker is named with a word of doubt, and where none is found it says so; where nobody is quoted the article
    itself speaks.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._stats = VoiceStats()
        self._columns = columns(80)
        self._noted: tuple[Highlight, ...] = ()
        self._dimmed = False

    def fit(self, columns: ColumnLayout) -> None:
        """Stand under the text, from the screen's edge to a column after it."""
        self._columns = columns
        self.styles.width = columns.end + 1
        self.refresh()

    def show(self, reading: Reading) -> None:
        """Show who speaks at the cursor."""
        before, self._reading = self._reading, reading
        dimmed = self.is_attached and self.screen.has_class("-drawer")
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self.refresh()
        if before is None or before.analysis is not reading.analysis:
            self._stats = voice_stats_of(reading)
        if before is None or before.highlights is not reading.highlights:
            self._noted = tuple(each for each in reading.highlights if each.spans and (each.note or each.tags))
        if before is None or _seen(before) != _seen(reading) or self._noted:
            self.refresh()

    def note_row(self) -> Strip | None:
        """The row of a highlight's note that has no room in the line, to stand under it."""
        if not self._noted or self._reading is None or self._noted_here(self._reading) is None:
            return None
        rows = self._rows(self._reading, _said(self._reading), palette_of(self.app))
        return self.render_line(2) if len(rows) > 2 else None  # noqa: PLR2004 - a row more than it has

    def render_line(self, y: int) -> Strip:
        """A row of the line."""
        palette = palette_of(self.app)
        if self._dimmed:
            palette = palette._replace(text=palette.recede, dim=palette.recede)
        reading = self._reading
        tag: Pieces = []
        rows: tuple[_Row, ...] = (_Row([], []), _Row([], []))
        if reading is not None:
            said = _said(reading)
            rows = self._rows(reading, said, palette)
            voice = None if said is None else said.voice
            if voice is not None:
                hue = palette.hue(self._stats.hue(voice.id))
                words = (voice.tag if y == 0 else "").rjust(GUTTER - 3)
                tag = [
                    Segment(words, make_style(hue, bold=True)),
                    Segment(" "),
                    Segment("▎", make_style(hue)),
                    Segment(" "),
                ]
        margin = [Segment(" " * self._columns.left), *(tag or [Segment(" " * GUTTER)])]
        spare = self.size.width - self._columns.end
        shown = rows[y] if y < len(rows) else _Row([], [])
        return make_strip(
            [*margin, *shown.left],
            [*shown.right, Segment(" " * max(0, spare))],
            self.size.width,
            make_style(on=palette.panel),
        )

    def _rows(self, reading: Reading, said: _Said | None, palette: Palette) -> tuple[_Row, ...]:
        """Two rows, or three where there is a note and no room for the whole of it after the rest."""
        width = self._columns.text
        if said is None:
            words = "the article itself" if reading.is_analysed_here else "finding who speaks…"
            first, second = _Row([Segment(words, make_style(palette.dim))], []), _Row([], [])
        else:
            first, second = self._told(said, palette)
            quoting = _Row(join_groups([second.left, self._quoting(reading, palette)], " " * SPACE), second.right)
            second = quoting if quoting.fits(width) else second
        highlight = self._noted_here(reading)
        if highlight is None:
            return first, second
        note = _note(highlight, palette, width)
        longer = _Row(join_groups([second.left, note], " " * SPACE), second.right)
        return (first, longer) if longer.fits(width) else (first, second, _Row(note, []))

    def _told(self, said: _Said, palette: Palette) -> tuple[_Row, _Row]:
        """Both rows of what is said, in the fullest of the forms that fit whole, else the shortest, cut."""
        width, voice = self._columns.text, said.voice
        told = described(voice) if voice is not None else _UNTOLD
        forms: list[tuple[_Row, _Row]] = []
        for reason, outlets, short in (
            (said.evidence, _BOTH, False),
            (said.evidence, _OWN, False),
            (said.evidence, _OWN, True),
            (_brief(said.evidence), _OWN, True),
            (said.evidence, _NONE, True),
            (_brief(said.evidence), _NONE, True),
        ):
            why = [Segment(reason, make_style(palette.dim))] if reason else []
            way = self._way(said, told.outlet, palette, outlets=outlets, short=short)
            if voice is None:
                forms.append(
                    (_Row([Segment("speaker not found", make_style(palette.text, bold=True))], why), _Row(way, []))
                )
            else:
                name = self._named(voice, said, palette, short=short)
                forms += self._forms(name, told, why, way, palette)
        for first, second in forms:
            if first.fits(width) and second.fits(width):
                return first, second
        first, second = forms[-1]
        if voice is not None:
            # Role and place are cut before the reason and the chain: who passes the words on is a name, and half a
            # name is nobody.
            name, brief = self._named(voice, said, palette, short=True), _brief(said.evidence)
            role = cut(told.role, width - cell_width(name) - 2 * SPACE - 1 - cell_len(brief))
            via = self._way(said, told.outlet, palette, outlets=_NONE, short=True)
            place = cut(told.affiliation or told.outlet, width - (cell_width(via) + SPACE if via else 0))
            text = make_style(palette.text)
            first = _Row(
                join_groups([name, [Segment(role, text)] if role else []], " " * SPACE),
                [Segment(brief, make_style(palette.dim))],
            )
            second = _Row(join_groups([[Segment(place, text)] if place else [], via], " " * SPACE), [])
        return _cut(first, width, palette), _cut(second, width, palette)

    def _named(self, voice: Voice, said: _Said, palette: Palette, *, short: bool) -> Pieces:
        name = Segment(_name(voice, short=short), make_style(palette.hue(self._stats.hue(voice.id)), bold=True))
        denied = [Segment(f" {said.denied}", make_style(palette.text))] if said.denied else []
        return [*([Segment(f"{said.doubt} ", make_style(palette.dim))] if said.doubt else []), name, *denied]

    @staticmethod
    def _forms(
        name: Pieces, told: VoiceDescription, why: Pieces, way: Pieces, palette: Palette
    ) -> list[tuple[_Row, _Row]]:
        """The ways to share name, role and place, reason and way between the two rows, the best first."""
        text = make_style(palette.text)
        role, place = told.role, told.affiliation
        both = ", ".join(filter(None, (role, place)))
        whole = join_groups([name, [Segment(both, text)] if both else []], " " * SPACE)
        short = join_groups([name, [Segment(role, text)] if role else []], " " * SPACE)
        below = join_groups([[Segment(place, text)] if place else [], way], " " * SPACE)
        apart = (_Row(short, why), _Row(below, []))
        late = (_Row(whole, []), _Row(way, why) if way else _Row(why, []))
        between = [apart, late] if way else [late, apart]
        return [(_Row(whole, why), _Row(way, [])), *between, (_Row(short, []), _Row(below, why)), apart]

    def _way(self, said: _Said, own: str, palette: Palette, *, outlets: int, short: bool) -> Pieces:
        """How the words came: in the outlet `own`, and via whom, the nearest first, the outermost with the outlet."""
        dim = make_style(palette.dim)
        pieces: Pieces = []
        for voice in reversed(said.via):
            name = Segment(amid(_name(voice, short=short)), make_style(palette.hue(self._stats.hue(voice.id))))
            pieces += [Segment(" via " if pieces else "via ", dim), name]
        passer = described(said.via[0]) if said.via and outlets == _BOTH else _UNTOLD
        if place := passer.outlet or passer.affiliation:
            pieces.append(Segment(f", {place}", dim))
        if outlets == _NONE or own in {"", passer.outlet}:
            return pieces
        return join_groups(
            [[Segment(IN, dim), Segment(own.removeprefix(IN), make_style(palette.text))], pieces], " " * SPACE
        )

    def _quoting(self, reading: Reading, palette: Palette) -> Pieces:
        """Who else is quoted inside the current words, which are stops of their own."""
        names = [
            Segment(amid(voice.name), make_style(palette.hue(self._stats.hue(voice.id)))) for voice in _nested(reading)
        ]
        pieces: Pieces = [Segment("quoting ", make_style(palette.dim))] if names else []
        for at, name in enumerate(names):
            pieces += [*([Segment(", ", make_style(palette.dim))] if at else []), name]
        return pieces

    def _noted_here(self, reading: Reading) -> Highlight | None:
        """The highlight with a note at the cursor, else one on the current quotation."""
        return highlight_at_cursor(reading, self._noted)


def _seen(reading: Reading) -> tuple[object, ...]:
    """What of a reading the line depends on besides notes."""
    claim = reading.claim if reading.shows_claim else None
    return (
        id(reading.analysis),
        reading.stop,
        id(reading.stops),
        id(reading.highlights),
        claim,
        reading.is_analysed_here,
    )


def _said(reading: Reading) -> _Said | None:
    """Who speaks at the cursor; of a claim that a key went to and whose holder is not quoted in it, the holder."""
    analysis = reading.analysis
    if analysis is None:
        return None
    if reading.stop is not None:
        quotation = analysis.quotation(reading.stops[reading.stop].quotation)
        denied = quotation.denial(reading.article.text)
        return _Said(*_whose(analysis, quotation), quotation.evidence, quotation.doubt, denied)
    if reading.shows_claim and reading.claim is not None and not analysis.claim(reading.claim).own:
        claim = analysis.claim(reading.claim)
        return _Said(*_whose(analysis, claim), CLAIMED)
    return None


def _nested(reading: Reading) -> list[Voice]:
    """The other voices that speak inside the current words, each once, in text order."""
    if reading.stop is None or reading.analysis is None:
        return []
    current, found = reading.stops[reading.stop], dict[int, Voice]()
    for stop in reading.stops[reading.stop + 1 :]:
        if stop.start >= current.span.end:
            break
        voice = reading.analysis.voice(stop.voice)
        if voice is not None and voice.id != current.voice and current.span.contains(stop.span):
            found[voice.id] = voice
    return list(found.values())


def _whose(analysis: Analysis, said: Quotation | Claim) -> tuple[Voice | None, tuple[Voice, ...]]:
    return analysis.voice(said.voice), analysis.passers(said)


def _name(voice: Voice, *, short: bool) -> str:
    """A voice's name, `short` without first names where several people are one voice."""
    people = voice.kind not in {VoiceKind.ORGANISATION, VoiceKind.PUBLICATION}
    return surnames(voice.name) if short and people else voice.name


def _note(highlight: Highlight, palette: Palette, room: int) -> Pieces:
    """A highlight's note, and its tags where there is room for both, in `room` cells."""
    note, tags = " ".join(highlight.note.split()), format_tags(highlight.tags)
    tags = cut(tags, room // 2 if note else room - 2)
    pieces = [Segment("✎ ", make_style(palette.text))]
    if note:
        note = cut(note, room - 2 - (cell_len(tags) + SPACE if tags else 0))
        pieces.append(Segment(note, make_style(palette.text, italic=True)))
    if tags:
        pieces.append(Segment(" " * SPACE * bool(note) + tags, make_style(palette.dim)))
    return pieces


def described(voice: Voice) -> VoiceDescription:
    """What is told of a voice; a kind that tells something stands in for a role, of several who speak in the plural."""
    told = describe_voice(voice.name, role=voice.role, affiliation=voice.affiliation, outlet=voice.outlet)
    if told.role or voice.kind not in _TELLING:
        return told
    several = " and " in voice.name and voice.kind is not VoiceKind.UNNAMED
    return told._replace(role=voice.kind.value + "s" * several)


def _brief(evidence: str) -> str:
    """The first part of the evidence, which is the cue itself: "“said”" of "“said”, before the name"."""
    return (
        evidence.partition("”")[0] + "”" if evidence.startswith("“") and "”" in evidence else evidence.partition(",")[0]
    )


def _cut(shown: _Row, width: int, palette: Palette) -> _Row:
    """The row cut to `width` after a whole word, the right side first."""
    left_width = cell_width(shown.left)
    right = shown.right
    if right and not shown.fits(width):
        room = width - left_width - SPACE - 1
        words = cut("".join(piece.text for piece in right), room) if room >= 8 else ""  # noqa: PLR2004 - less tells nothing
        right = [Segment(words, make_style(palette.dim))] if words else []
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

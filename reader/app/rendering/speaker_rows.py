"""The two rows of the speaker line, in the longest form that fits."""

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from reader.app.rendering.segments import cell_width, join_groups, make_style
from reader.app.rendering.truncate import cut, cut_middle, format_tags, surnames
from reader.app.theming.palette import Palette
from reader.app.viewmodels.corrected_mark import YOURS
from reader.app.viewmodels.speaker_attribution import SpeakerAttribution
from reader.app.viewmodels.voice_stats import VoiceStats
from reader.app.viewmodels.voice_text import voice_facts
from reader.model import Highlight, Voice, VoiceDescription, VoiceKind, name_in_sentence

GAP = 2  # cells between two parts of a row
MIN_EVIDENCE = 8  # with fewer cells the evidence says nothing
_NO_FACTS = VoiceDescription("", "", "")

Segments = list[Segment]


class SpeakerRow(NamedTuple):
    """What a row shows left and right."""

    left: Segments
    right: Segments

    def fits(self, width: int) -> bool:
        """Return whether the row needs no more than `width` cells."""
        return cell_width(self.left) + (GAP + 1 + cell_width(self.right) if self.right else 0) <= width


class RowContext(NamedTuple):
    """What decides how the rows look: their width in cells, the colours, and the colours of the voices."""

    width: int
    palette: Palette
    stats: VoiceStats

    def voice_segment(self, voice: Voice, name: str, *, bold: bool = False) -> Segment:
        """Return a name in its voice's colour."""
        return Segment(name, make_style(self.palette.hue(self.stats.hue(voice.id)), bold=bold))

    def text(self, words: str) -> Segments:
        """Return words in the colour of text, nothing for ""."""
        return [Segment(words, make_style(self.palette.text))] if words else []

    def dim(self, words: str) -> Segments:
        """Return words in the dim colour, nothing for ""."""
        return [Segment(words, make_style(self.palette.dim))] if words else []


class Outlets(IntEnum):
    """Which outlets the second row names."""

    NONE = 0
    OWN = 1
    """Where the words appeared."""
    ALL = 2
    """That, and the outlet of the voice that passes them on."""


class SpeakerForm(NamedTuple):
    """How much the rows say: which outlets, short names or not, short evidence or not."""

    outlets: Outlets
    has_short_names: bool
    has_short_evidence: bool


FORMS = (
    SpeakerForm(Outlets.ALL, has_short_names=False, has_short_evidence=False),
    SpeakerForm(Outlets.OWN, has_short_names=False, has_short_evidence=False),
    SpeakerForm(Outlets.OWN, has_short_names=True, has_short_evidence=False),
    SpeakerForm(Outlets.OWN, has_short_names=True, has_short_evidence=True),
    SpeakerForm(Outlets.NONE, has_short_names=True, has_short_evidence=False),
    SpeakerForm(Outlets.NONE, has_short_names=True, has_short_evidence=True),
)
"""From the longest to the shortest."""


def speaker_rows(attribution: SpeakerAttribution, context: RowContext) -> tuple[SpeakerRow, SpeakerRow]:
    """Return both rows in the longest form that fits, else in the shortest form, cut."""
    rows = (SpeakerRow([], []), SpeakerRow([], []))
    for rows in _all_rows(attribution, context):
        if all(row.fits(context.width) for row in rows):
            return rows
    if attribution.voice is not None:
        rows = _shortest_rows(attribution, attribution.voice, context)
    return _cut_row(rows[0], context), _cut_row(rows[1], context)


def _all_rows(attribution: SpeakerAttribution, context: RowContext) -> Iterator[tuple[SpeakerRow, SpeakerRow]]:
    """All forms of both rows, the longest first."""
    voice = attribution.voice
    facts = voice_facts(voice) if voice is not None else _NO_FACTS
    for form in FORMS:
        evidence = _short(attribution.evidence) if form.has_short_evidence else attribution.evidence
        why = _why(attribution, evidence, context)
        chain = _chain(attribution, facts.outlet, form, context)
        if voice is None:
            unknown = Segment("speaker not found", make_style(context.palette.text, bold=True))
            yield SpeakerRow([unknown], why), SpeakerRow(chain, [])
        else:
            name = _name_segments(attribution, voice, context, short=form.has_short_names)
            yield from _divisions(name, facts, why, chain, context)


def _divisions(
    name: Segments, facts: VoiceDescription, why: Segments, chain: Segments, context: RowContext
) -> list[tuple[SpeakerRow, SpeakerRow]]:
    """The ways to divide name, role and place, evidence and chain between the two rows, the best first."""
    space = " " * GAP
    both = ", ".join(filter(None, (facts.role, facts.affiliation)))
    with_both = join_groups([name, context.text(both)], space)
    with_role = join_groups([name, context.text(facts.role)], space)
    place_and_chain = join_groups([context.text(facts.affiliation), chain], space)
    place_below = (SpeakerRow(with_role, why), SpeakerRow(place_and_chain, []))
    why_below = (SpeakerRow(with_both, []), SpeakerRow(chain, why) if chain else SpeakerRow(why, []))
    return [
        (SpeakerRow(with_both, why), SpeakerRow(chain, [])),
        *((place_below, why_below) if chain else (why_below, place_below)),
        (SpeakerRow(with_role, []), SpeakerRow(place_and_chain, why)),
        place_below,
    ]


def _why(attribution: SpeakerAttribution, evidence: str, context: RowContext) -> Segments:
    """The evidence, or before it the mark of what a person corrected, which is bright."""
    mark = context.text(attribution.mark)
    return join_groups([mark, context.dim(evidence)], " · ") if mark else context.dim(evidence)


def _shortest_rows(attribution: SpeakerAttribution, voice: Voice, context: RowContext) -> tuple[SpeakerRow, SpeakerRow]:
    """Both rows with role and place cut, before the evidence and the chain: half of a name there is nobody's name."""
    facts, space = voice_facts(voice), " " * GAP
    name = _name_segments(attribution, voice, context, short=True)
    why = _why(attribution, "" if attribution.mark else _short(attribution.evidence), context)
    role = cut(facts.role, context.width - cell_width(name) - 2 * GAP - 1 - cell_width(why))
    chain = _chain(attribution, facts.outlet, FORMS[-1], context)
    place = cut_middle(facts.affiliation or facts.outlet, context.width - (cell_width(chain) + GAP if chain else 0))
    first = SpeakerRow(join_groups([name, context.text(role)], space), why)
    return first, SpeakerRow(join_groups([context.text(place), chain], space), [])


def _name_segments(attribution: SpeakerAttribution, voice: Voice, context: RowContext, *, short: bool) -> Segments:
    """The name, with the word of doubt before it and the denial after it."""
    doubt = context.dim(f"{attribution.doubt} ") if attribution.doubt else []
    denial = context.text(f" {attribution.denial}") if attribution.denial else []
    return [*doubt, context.voice_segment(voice, _name(voice, short=short), bold=True), *denial]


def _chain(attribution: SpeakerAttribution, own: str, form: SpeakerForm, context: RowContext) -> Segments:
    """Where the words appeared, and via whom: the nearest voice first, the outermost with its outlet."""
    segments: Segments = []
    for voice in reversed(attribution.via):
        segments += context.dim(" via " if segments else "via ")
        segments.append(context.voice_segment(voice, name_in_sentence(_name(voice, short=form.has_short_names))))
    has_outermost = bool(attribution.via) and form.outlets is Outlets.ALL
    outermost = voice_facts(attribution.via[0]) if has_outermost else _NO_FACTS
    if place := outermost.outlet or outermost.affiliation:
        segments += context.dim(f", {place}")
    if form.outlets is Outlets.NONE or own in {"", outermost.outlet}:
        return segments
    return join_groups([context.text(own), segments], " " * GAP)


def quoting_segments(voices: list[Voice], context: RowContext) -> Segments:
    """Return the names of the voices that are quoted inside the current words."""
    segments: Segments = context.dim("quoting ") if voices else []
    for at, voice in enumerate(voices):
        segments += context.dim(", ") if at else []
        segments.append(context.voice_segment(voice, name_in_sentence(voice.name)))
    return segments


def note_segments(highlight: Highlight, context: RowContext) -> Segments:
    """Return what a person corrected of a highlight, then its note, with its tags where there is room for both."""
    palette, width = context.palette, context.width
    mark: Segments = []
    if highlight.corrected:
        is_theirs = "speaker" in highlight.corrected
        who = f" of {highlight.speaker.name if highlight.speaker else 'nobody'}" if is_theirs else ""
        mark = context.text(cut(f"highlight{who} {YOURS}", width))
        width -= cell_width(mark) + GAP
    if not highlight.note and not highlight.tags:
        return mark
    note, tags = " ".join(highlight.note.split()), format_tags(highlight.tags)
    tags = cut(tags, width // 2 if note else width - 2)
    segments = context.text("✎ ")
    if note:
        note = cut(note, width - 2 - (cell_len(tags) + GAP if tags else 0))
        segments.append(Segment(note, make_style(palette.text, italic=True)))
    if tags:
        segments += context.dim(" " * GAP * bool(note) + tags)
    return join_groups([mark, segments], " " * GAP)


def _name(voice: Voice, *, short: bool) -> str:
    """A voice's name; if `short`, without first names where the voice is several people."""
    is_people = voice.kind not in {VoiceKind.ORGANISATION, VoiceKind.PUBLICATION}
    return surnames(voice.name) if short and is_people else voice.name


def _short(evidence: str) -> str:
    """The first part of the evidence, usually the cue: "“said”" of "“said”, before the name"."""
    if evidence.startswith("“") and "”" in evidence:
        return evidence.partition("”")[0] + "”"
    return evidence.partition(",")[0]


def _cut_row(row: SpeakerRow, context: RowContext) -> SpeakerRow:
    """The row cut after a whole word, its right side first."""
    width = context.width
    left_width = cell_width(row.left)
    right = row.right
    if right and not row.fits(width):
        room = width - left_width - GAP - 1
        words = "".join(segment.text for segment in right)
        right = context.dim(cut(words, room)) if room >= MIN_EVIDENCE else []
    if left_width <= width:
        return SpeakerRow(row.left, right)
    left: Segments = []
    room = width
    for segment in row.left:
        used = cell_len(segment.text)
        if used > room:
            left.append(Segment(cut(segment.text, room), segment.style))
            break
        left.append(segment)
        room -= used
    return SpeakerRow(left, right)

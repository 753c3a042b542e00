"""The list of voices: who speaks in the article, how often and how much."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding, BindingType

from reader.app.messages import VoiceChosen, VoiceOpened
from reader.app.rendering.segments import cell_width, make_style
from reader.app.rendering.truncate import capitalise_first, cut, short_name
from reader.app.state import Reading
from reader.app.theming.palette import Palette
from reader.app.viewmodels.corrected_mark import voice_mark
from reader.app.viewmodels.cursor import current_voice
from reader.app.viewmodels.cycle import next_in_cycle
from reader.app.viewmodels.row_index import build_row_index
from reader.app.viewmodels.scopes import scoped_voices
from reader.app.viewmodels.voice_list_state import VoiceListState, make_voice_list
from reader.app.viewmodels.voice_order import ORDERS, VoiceEntry
from reader.app.viewmodels.voice_stats import VoiceStats, voice_stats_of
from reader.app.viewmodels.voice_text import fitted_description, voice_description
from reader.app.widgets.list_view import ListView, Segments
from reader.model import Analysis, Voice, VoiceKind

BAR = 3  # cells of the bar for the number of words
NAME = 20  # the most cells of a name beside a role or an affiliation
_ANY = 10_000  # cells for which a description need not be shortened
ROLE_MIN = 10  # with fewer cells a role says nothing


class ColumnWidths(NamedTuple):
    """Cells of the columns of a row; no `role` where there is no room for it."""

    tag: int
    name: int
    role: int
    quotations: int


class VoiceList(ListView):
    """A row for each voice: tag, name, role or affiliation, number of quotations, a bar for the number of words.

    The list follows the voice at the cursor. While it has the focus, moving in it selects a voice for all panes
    (`VoiceChosen`); Enter goes to its first quotation (`VoiceOpened`). `=` changes the order.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("equals_sign", "order", "order by kind, words or first mention", show=False, id="voices.order"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._stats = VoiceStats()
        self._voices = VoiceListState()
        self._longest_description = 0
        self._longest_name = 0  # of the names that have something beside them, in cells
        self.width_needed = 0
        """The cells for text in which no name, role or place is cut; 0 where nothing is listed."""
        self._is_selected_by_focus = False

    def show(self, reading: Reading) -> None:
        """Show the voices of what is being read, and the voice at the cursor."""
        before, self._reading = self._reading, reading
        among = scoped_voices(reading)
        is_new = before is None or before.analysis is not reading.analysis or before.stops is not reading.stops
        if is_new or among != self._voices.among:
            self._stats = voice_stats_of(reading)
            self._list_voices(self._voices.order, self._voices.query)
        if self.has_focus and reading.voice is None and self.selected is not None:
            return  # a person is in the list: the cursor of the article does not move the selection
        self._select_voice(current_voice(reading))

    def _list_voices(self, order: str, query: tuple[str, ...]) -> None:
        analysis = None if self._reading is None else self._reading.analysis
        among = None if self._reading is None else scoped_voices(self._reading)
        every = make_voice_list(analysis, self._stats, order=order, among=among)
        # The columns are those of all voices, so that they do not change while a person types a filter.
        self._longest_name = 0 if analysis is None else _longest_name(analysis, every.entries)
        described = () if analysis is None else (_beside(voice, _ANY) for voice in analysis.voices)
        self._longest_description = max(map(cell_len, described), default=0)
        self.width_needed = 0 if analysis is None else self._width_needed(analysis, every.entries)
        self._voices = make_voice_list(analysis, self._stats, order=order, query=query, among=among) if query else every
        count = len(self._voices.entries)
        self.reset(build_row_index([1] * count, [0] * count))

    def _select_voice(self, voice: int | None) -> None:
        self.select(None if voice is None else self._voices.rows.get(voice))

    def filter_by(self, query: str) -> None:
        """Show only voices that have all words of `query` in name, tag, role or place; all of them for ""."""
        self._list_voices(self._voices.order, tuple(query.casefold().split()))
        if self.is_filtered and self.count:
            self.select(0)
        elif self._reading is not None and (voice := _voice_at_cursor(self._reading)) is not None:
            self._select_voice(voice)

    @property
    def is_filtered(self) -> bool:
        """Whether the list is filtered."""
        return bool(self._voices.query)

    def action_order(self) -> None:
        """Change to the next order, and keep the selected voice selected."""
        voice = self.selected_voice
        self._list_voices(next_in_cycle(ORDERS, self._voices.order), self._voices.query)
        self._select_voice(voice)

    @property
    def selected_voice(self) -> int | None:
        """The id of the selected voice."""
        return self._voices.voice_in(self.selected)

    def _width_needed(self, analysis: Analysis, entries: Sequence[VoiceEntry]) -> int:
        if not entries:
            return 0
        tag, quotations = self._figure_widths(analysis)
        both = self._longest_name + 1 + 1 + self._longest_description if self._longest_description else 0
        alone = max(2 * entry.depth + cell_len(analysis.voices[entry.voice - 1].name) for entry in entries)
        return tag + 1 + max(both, alone) + 1 + quotations + 1 + BAR

    @property
    def rows_needed(self) -> int:
        """The rows that the heading and every voice need."""
        return 1 + max(1, len(self._stats.order))

    def render_heading(self, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return “Voices” with their number, and what the figures at the right mean."""
        is_known = self._reading is not None and self._reading.analysis is not None
        left = self.heading_segments("Voices", self.count if is_known else None, palette)
        if self.is_filtered:
            left.append(Segment(f" /{' '.join(self._voices.query)}", make_style(palette.dim)))
        elif self._voices.among is not None and self._reading is not None:
            left.append(Segment(f" {self._reading.scope} only", make_style(palette.dim)))
        elif self.count:
            left.append(Segment(f" by {self._voices.order}", make_style(palette.dim)))
        if not self.count:
            is_limited = self.is_filtered or self._voices.among is not None
            words = "no voice matches" if is_limited else "no quotations" if is_known else "finding voices…"
            return left, [Segment(words, make_style(palette.dim))]
        room = width - cell_width(left)
        words = next((form for form in ("quotations, words", "quotations") if len(form) < room), "")
        return left, [Segment(words, make_style(palette.dim))]

    def render_entry(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Segments, Segments]:  # noqa: ARG002 - an entry has one row
        """Return the row of a voice."""
        analysis = self._analysis()
        item = self._voices.entries[entry]
        voice = analysis.voices[item.voice - 1]
        is_selected = entry == self.selected
        colour = palette.hue(self._stats.hue(voice.id))
        widths = self._column_widths(analysis, width)
        name_width, role_width = widths.name, widths.role
        mark = voice_mark(voice)
        beside = _beside(voice, role_width)
        indent = " " * min(2 * item.depth, name_width // 2)
        if role_width and not beside and cell_len(indent + voice.name) > name_width:
            name_width, role_width = name_width + 1 + role_width, 0
        name = capitalise_first(voice.name) if voice.kind is VoiceKind.UNNAMED else voice.name
        shown_mark = f" {mark}" if mark and not role_width else ""
        name = indent + short_name(name, name_width - len(indent) - len(shown_mark)) + shown_mark
        name_style = make_style(palette.accent if is_selected else palette.text, bold=is_selected and self.has_focus)
        left = [
            Segment(voice.tag.ljust(widths.tag), make_style(colour, bold=True)),
            Segment(" "),
            Segment(name + " " * (name_width - cell_len(name)), name_style),
        ]
        plain = make_style(palette.text if is_selected else palette.dim)
        if role_width:
            left += [Segment(" "), Segment(cut(beside, role_width), plain)]
        share = self._stats.words[voice.id - 1] / max(1, *self._stats.words)
        right = [
            Segment(f"{self._stats.quotations[voice.id - 1]:>{widths.quotations}} ", plain),
            Segment(word_bar(share), make_style(colour)),
        ]
        return left, right

    def _analysis(self) -> Analysis:
        assert self._reading is not None  # noqa: S101 - only an analysed reading has entries
        assert self._reading.analysis is not None  # noqa: S101
        return self._reading.analysis

    def _column_widths(self, analysis: Analysis, width: int) -> ColumnWidths:
        tag, quotations = self._figure_widths(analysis)
        rest = width - tag - 1 - (1 + quotations + 1 + BAR)
        role = rest - NAME - 1
        if role < ROLE_MIN:
            return ColumnWidths(tag, max(1, rest), 0, quotations)
        most = max(NAME + max(0, role - 2 * NAME) // 3, rest - 1 - self._longest_description)
        name = min(most, self._longest_name + 1)
        return ColumnWidths(tag, name, rest - name - 1, quotations)

    def _figure_widths(self, analysis: Analysis) -> tuple[int, int]:
        """Return the cells of the tags and of the numbers of quotations."""
        return max(2, *(len(voice.tag) for voice in analysis.voices)), max(2, len(str(max(self._stats.quotations))))

    def _post_selected(self) -> None:
        voice = self.selected_voice
        if voice is not None:
            self.post_message(VoiceChosen(voice))

    def selection_moved(self) -> None:
        """Select the voice for all panes."""
        self._is_selected_by_focus = False
        self._post_selected()

    def entry_opened(self) -> None:
        """Go to the voice's first quotation."""
        voice = self.selected_voice
        if voice is not None:
            self._is_selected_by_focus = False
            self.post_message(VoiceOpened(voice))

    def focus_gained(self) -> None:
        """Select the voice for all panes as long as the list has the focus."""
        if self._reading is not None and self._reading.voice is None and self.selected is not None:
            self._is_selected_by_focus = True
            self._post_selected()

    def on_blur(self) -> None:
        """Undo the selection of a voice that only the focus made."""
        if self._is_selected_by_focus:
            self._is_selected_by_focus = False
            self.post_message(VoiceChosen(None))


def _voice_at_cursor(reading: Reading) -> int | None:
    return None if reading.stop is None else reading.stops[reading.stop].voice


def _longest_name(analysis: Analysis, entries: Sequence[VoiceEntry]) -> int:
    """The cells of the longest name, with its indent, of the voices that have something beside their name."""
    voices: list[Voice] = [analysis.voices[entry.voice - 1] for entry in entries]
    lengths = [2 * entry.depth + cell_len(voice.name) for entry, voice in zip(entries, voices, strict=True)]
    longest_first = sorted(range(len(entries)), key=lambda row: -lengths[row])
    return next((lengths[row] for row in longest_first if _beside(voices[row], _ANY)), 0)


def _beside(voice: Voice, width: int) -> str:
    """Return what stands beside a name: the mark of a correction, and as much of role and place as fits."""
    mark = voice_mark(voice)
    if not voice_description(voice, 0):
        return mark
    before = f"{mark}, " if mark else ""
    return before + fitted_description(voice, width - cell_len(before))


def word_bar(share: float) -> str:
    """Return a bar for a share (0 to 1), padded to BAR cells: in half cells, at least one if the share is above 0."""
    halves = max(1, round(share * BAR * 2)) if share else 0
    return ("━" * (halves // 2) + "╸" * (halves % 2)).ljust(BAR)

"""The list of voices: who speaks in the article, how often and how much."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding, BindingType

from reader.app.messages import VoiceChosen, VoiceOpened
from reader.app.rendering.segments import cell_width, make_style
from reader.app.rendering.truncate import capitalise_first, cut, short_name
from reader.app.state import Reading
from reader.app.theming.palette import Palette
from reader.app.viewmodels.row_index import build_row_index
from reader.app.viewmodels.voice_order import ORDERS, VoiceEntry
from reader.app.viewmodels.voice_stats import VoiceStats, voice_stats_of
from reader.app.widgets.list_view import ListView, Segments
from reader.model import Analysis, Voice, VoiceKind, bare, describe_voice

BAR = 3  # cells of the bar of words spoken
NAME = 20  # cells that a name has at most where what the voice is needs the room as well
ROLE_MIN = 10  # less than that tells nothing of a role


class VoiceList(ListView):
    """A row a voice: tag, name, role or affiliation, number of quotations, a bar of words spoken.

    It follows the voice that speaks at the cursor. While it has the focus a person's moves light up a voice
    (`VoiceChosen`); Enter goes to the voice's first quotation (`VoiceOpened`). `=` orders them by kind, by how much
    they say, or by appearance, nested ones under the one who quotes them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("equals_sign", "order", "order by kind, speech or appearance", show=False, id="voices.order"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._stats = VoiceStats()
        self._order = next(iter(ORDERS))
        self._seats: tuple[VoiceEntry, ...] = ()
        self._rows: dict[int, int] = {}  # the entry of each voice
        self._longest = 0  # cells of the longest name that something is told beside
        self._sought: tuple[str, ...] = ()  # what the list is filtered by
        self._lit_on_focus = False

    def show(self, reading: Reading) -> None:
        """Show the voices of what is being read, and which of them speaks here."""
        before, self._reading = self._reading, reading
        if before is None or before.analysis is not reading.analysis or before.stops is not reading.stops:
            self._stats = voice_stats_of(reading)
            self._sit()
        voice = reading.voice if reading.voice is not None else _speaking(reading)
        if self.has_focus and reading.voice is None and self.selected is not None:
            return  # a person is in the list: the cursor doesn't move them
        self.select(self._rows.get(voice) if voice is not None else None)

    def _sit(self) -> None:
        """Fill the list in its order, from its top."""
        analysis = self._reading.analysis if self._reading is not None else None
        seats = () if analysis is None else ORDERS[self._order](analysis, self._stats)
        self._longest = 0 if analysis is None else _longest(analysis, seats)
        self._seats = tuple(seat for seat in seats if not self._sought or self._has(seat.voice))
        self._rows = {seat.voice: row for row, seat in enumerate(self._seats)}
        self.selected = None
        self.top = 0
        self.set_rows(build_row_index([1] * len(self._seats), [0] * len(self._seats)))

    def filter_by(self, query: str) -> None:
        """Keep the list to voices with all the words of `query` in name, tag, role or place; "" shows all of them."""
        self._sought = tuple(query.casefold().split())
        self._sit()
        if self._sought and self._seats:
            self.select(0)
        elif self._reading is not None and (speaking := _speaking(self._reading)) is not None:
            self.select(self._rows.get(speaking))
        self.refresh()

    @property
    def is_filtered(self) -> bool:
        """Whether the list is filtered."""
        return bool(self._sought)

    def _has(self, id_: int) -> bool:
        voice = None if self._reading is None or self._reading.analysis is None else self._reading.analysis.voice(id_)
        known = () if voice is None else (voice.name, voice.tag, voice.role, voice.affiliation, voice.outlet)
        said = " ".join(filter(None, known)).casefold()
        return all(word in said for word in self._sought)

    def action_order(self) -> None:
        """The next order; who was selected stays so."""
        chosen = None if self.selected is None else self._seats[self.selected].voice
        orders = list(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._sit()
        self.select(None if chosen is None else self._rows.get(chosen))
        self.refresh()

    @property
    def selected_voice(self) -> int | None:
        """The id of the voice that is selected."""
        return None if self.selected is None else self._seats[self.selected].voice

    @property
    def rows_needed(self) -> int:
        """The rows it takes to show every voice."""
        return 1 + max(1, len(self._stats.order))

    def render_heading(self, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """“Voices”, their number, and what the figures at the right mean."""
        left = self.heading_segments("Voices", self.count if self._known else None, palette)
        if self._sought:
            left.append(Segment(f" /{' '.join(self._sought)}", make_style(palette.dim)))
        elif self.count:
            left.append(Segment(f" by {self._order}", make_style(palette.dim)))
        if not self.count:
            words = "no such voice" if self._sought else "nobody is quoted" if self._known else "listening…"
            return left, [Segment(words, make_style(palette.dim))]
        room = width - cell_width(left)
        words = next((form for form in ("quotations, words", "quotations") if len(form) < room), "")
        return left, [Segment(words, make_style(palette.dim))]

    @property
    def _known(self) -> bool:
        return self._reading is not None and self._reading.analysis is not None

    def render_entry(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Segments, Segments]:  # noqa: ARG002 - one row
        """A voice's row."""
        voice = self._voice(entry)
        selected = entry == self.selected
        hue = palette.hue(self._stats.hue(voice.id))
        tags, name_width, role_width, figures = self._widths(width)
        told = voice_description(voice, role_width)
        indent = " " * min(2 * self._seats[entry].depth, name_width // 2)
        if role_width and not told and cell_len(indent + voice.name) > name_width:
            name_width, role_width = name_width + 1 + role_width, 0
        called = capitalise_first(voice.name) if voice.kind is VoiceKind.UNNAMED else voice.name
        name = indent + short_name(called, name_width - len(indent))
        name_ink = make_style(palette.accent if selected else palette.text, bold=selected and self.has_focus)
        left = [
            Segment(voice.tag.ljust(tags), make_style(hue, bold=True)),
            Segment(" "),
            Segment(name + " " * (name_width - cell_len(name)), name_ink),
        ]
        plain = make_style(palette.text if selected else palette.dim)
        if role_width:
            left += [Segment(" "), Segment(cut(told, role_width), plain)]
        share = self._stats.words[voice.id - 1] / max(1, *self._stats.words)
        right = [
            Segment(f"{self._stats.quotations[voice.id - 1]:>{figures}} ", plain),
            Segment(word_bar(share), make_style(hue)),
        ]
        return left, right

    def _voice(self, entry: int) -> Voice:
        assert self._reading is not None  # noqa: S101 - there are entries only of a reading
        assert self._reading.analysis is not None  # noqa: S101
        return self._reading.analysis.voices[self._seats[entry].voice - 1]

    def _widths(self, width: int) -> tuple[int, int, int, int]:
        """Cells of tag, name, role (0: no room for it) and number of quotations."""
        assert self._reading is not None  # noqa: S101
        assert self._reading.analysis is not None  # noqa: S101
        tags = max(2, *(len(voice.tag) for voice in self._reading.analysis.voices))
        figures = max(2, len(str(max(self._stats.quotations))))
        rest = width - tags - 1 - (1 + figures + 1 + BAR)
        role = rest - NAME - 1
        if role < ROLE_MIN:
            return tags, max(1, rest), 0, figures
        name = min(NAME + max(0, role - 2 * NAME) // 3, self._longest + 1)
        return tags, name, rest - name - 1, figures

    def selection_moved(self) -> None:
        """Light up what the voice says."""
        if self.selected is not None:
            self._lit_on_focus = False
            self.post_message(VoiceChosen(self._seats[self.selected].voice))

    def entry_opened(self) -> None:
        """Go to the voice's first quotation."""
        if self.selected is not None:
            self._lit_on_focus = False
            self.post_message(VoiceOpened(self._seats[self.selected].voice))

    def on_focus(self) -> None:
        """Light up the voice that is selected, as long as the list has the focus."""
        super().on_focus()
        if self._reading is not None and self._reading.voice is None and self.selected is not None:
            self._lit_on_focus = True
            self.post_message(VoiceChosen(self._seats[self.selected].voice))

    def on_blur(self) -> None:
        """A voice lit only because the focus passed through goes out again."""
        if self._lit_on_focus:
            self._lit_on_focus = False
            self.post_message(VoiceChosen(None))


def _speaking(reading: Reading) -> int | None:
    return None if reading.stop is None else reading.stops[reading.stop].voice


def _longest(analysis: Analysis, seats: Sequence[VoiceEntry]) -> int:
    """The cells that the longest name takes, its indent included, of those that share their row with something."""
    voices = [analysis.voices[seat.voice - 1] for seat in seats]
    lengths = [2 * seat.depth + cell_len(voice.name) for seat, voice in zip(seats, voices, strict=True)]
    longest_first = sorted(range(len(seats)), key=lambda row: -lengths[row])
    return next((lengths[row] for row in longest_first if voice_description(voices[row], 0)), 0)


def voice_description(voice: Voice, width: int) -> str:
    """What a voice is, for `width` cells: its affiliation, role or outlet, or two of them where there is room.

    What its name says already is left out.
    """
    told = describe_voice(voice.name, role=voice.role, affiliation=bare(voice.affiliation), outlet=bare(voice.outlet))
    both = ", ".join(filter(None, (told.role, told.affiliation or told.outlet)))
    if cell_len(both) <= width:
        return capitalise_first(both)
    body = describe_voice(voice.name, affiliation=bare(voice.affiliation)).affiliation  # which the role may name
    return capitalise_first(body or told.role or told.outlet)


def word_bar(share: float) -> str:
    """`share` (0 to 1) of BAR cells in half cells, at least one for any words at all, padded to BAR cells."""
    halves = max(1, round(share * BAR * 2)) if share else 0
    return ("━" * (halves // 2) + "╸" * (halves % 2)).ljust(BAR)

"""The list of threads: the questions an article argues, and the claims that answer each, in text order."""

from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual.binding import Binding, BindingType

from reader.app.messages import ClaimOpened
from reader.app.rendering.segments import cell_width, join_groups, make_style
from reader.app.rendering.truncate import cut, wrap
from reader.app.state import Reading
from reader.app.theming.palette import Palette
from reader.app.viewmodels.claim_groups import ORDERS, ClaimGroup, group_numbers, matching_groups, voices_in
from reader.app.viewmodels.row_index import RowIndex, build_row_index
from reader.app.viewmodels.voice_stats import VoiceStats, voice_stats_of
from reader.app.widgets.claim_row import NumberedClaim, claim_row
from reader.app.widgets.list_view import ListView, Segments
from reader.model import Analysis

TAGS_SHOWN = 3
COUNT = 4  # cells at the end of a title for the number of claims alone


class _ThreadRows(NamedTuple):
    """How roomy the list is: titles in full with the tags of their voices, and blank rows between threads, or not."""

    full: bool
    gap: int


class _Titles(NamedTuple):
    """The titles of all threads in rows, and how they stack, every thread closed."""

    rows: tuple[tuple[str, ...], ...]
    stack: RowIndex


_LOOKS = (_ThreadRows(full=True, gap=1), _ThreadRows(full=True, gap=0), _ThreadRows(full=False, gap=0))


class ThreadList(ListView):
    """Titles with their numbers of claims and voices; the thread at the cursor is open, its claims a row each.

    It follows the claim under the cursor. Enter goes to the selected claim, on a title to its first claim
    (`ClaimOpened`); right and left open and close a thread. `=` groups the claims by thread, all in one in the
    article's order, or by who holds them; what is said here of threads holds of each such group.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "unfold", "open the thread", show=False, id="list.unfold"),
        Binding("left", "fold", "close the thread", show=False, id="list.fold"),
        Binding("equals_sign", "order", "order by thread, article or voice", show=False, id="threads.order"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._stats = VoiceStats()
        self._order = next(iter(ORDERS))
        self._groups: tuple[ClaimGroup, ...] = ()
        self._places: dict[int, int] = {}  # the number of each claim's group
        self._voices: tuple[tuple[int, ...], ...] = ()
        self._sought: tuple[str, ...] = ()  # what the list is filtered by
        self._open: int | None = None  # a group's number from 1
        self._brief = False
        self._look = _LOOKS[-1]
        self._inside: tuple[int, ...] = ()  # the claims in sight under the open thread's title
        self._titles: dict[_ThreadRows, _Titles] = {}  # as they stand at the present width
        self._title: tuple[str, ...] = ()  # the open thread's title in rows

    def show(self, reading: Reading) -> None:
        """Show the threads of what is being read, and which claim stands under the cursor."""
        before, self._reading = self._reading, reading
        fresh = before is None or before.analysis is not reading.analysis
        if fresh:
            self._stats = voice_stats_of(reading)
            self._group()
        if not fresh and before is not None and before.claim == reading.claim:
            return
        thread = None if reading.claim is None else self._places.get(reading.claim)
        # Where no thread runs the one before stays open: nothing moves that the person did not move.
        self._lay(thread if thread is not None else self._open, reading.claim if thread is not None else None)

    def _group(self) -> None:
        """Group the claims as the order has it, every group closed."""
        analysis = self._reading.analysis if self._reading is not None else None
        text = "" if self._reading is None else self._reading.article.text
        groups = () if analysis is None else ORDERS[self._order](analysis, self._stats)
        self._groups = groups if analysis is None else matching_groups(groups, self._sought, analysis, text)
        self._voices = () if analysis is None else tuple(voices_in(analysis, group) for group in self._groups)
        self._places = group_numbers(self._groups)
        self._titles.clear()
        self._open = None
        self.selected = None
        self.top = 0

    def filter_by(self, query: str) -> None:
        """Keep the list to threads with all the words of `query` in title or claims; "" shows all of them."""
        self._sought = tuple(query.casefold().split())
        self._group()
        claim = None if self._reading is None else self._reading.claim
        place = None if claim is None else self._places.get(claim)
        self._lay(place, claim if place is not None else None)
        if self._sought and self._groups and self.selected is None:
            self.select(0)

    @property
    def is_filtered(self) -> bool:
        """Whether the list is filtered."""
        return bool(self._sought)

    def _lay(self, open_: int | None, claim: int | None) -> None:
        """Lay the list out with thread `open_` open and `claim` selected.

        A key that moves to another claim comes here: it does as much as fits the screen, and shifts the rows below.
        """
        if open_ != self._open:
            self.top = 0  # another thread is open: from the first title on, as far as the selection lets it
        self._open = open_
        stack = RowIndex()
        self._inside = ()
        if self._groups:
            if open_ is not None and not self._brief:
                self._inside = self._groups[open_ - 1].claims
            for look in _LOOKS:
                self._look = look
                stack = self._stack_of(look)
                if stack.row_count <= self.size.height - 1:
                    break
        self.selected = None
        if open_ is not None and claim in self._inside:
            self.selected = open_ + self._inside.index(claim)
        self.set_rows(stack)

    def _stack_of(self, look: _ThreadRows) -> RowIndex:
        titles = self._titles_of(look)
        if self._open is None:
            return titles.stack
        self._title = titles.rows[self._open - 1]
        if not self._inside:
            return titles.stack
        if not look.full:
            self._title = tuple(wrap(self._groups[self._open - 1].title, self.text_width, self.text_width - COUNT))
        return titles.stack.with_children(self._open - 1, len(self._title), len(self._inside))

    def _titles_of(self, look: _ThreadRows) -> _Titles:
        """The titles as closed threads show them, made once a width: a long article has hundreds."""
        if look not in self._titles:
            titles = (group.title for group in self._groups)
            if look.full:
                last = self.text_width - self._figures(self.text_width)
                rows = tuple(tuple(wrap(title, self.text_width, last)) for title in titles)
            else:
                rows = tuple((cut(title, self.text_width - COUNT),) for title in titles)
            self._titles[look] = _Titles(
                rows, build_row_index(map(len, rows), [look.gap * (at > 0) for at in range(len(rows))])
            )
        return self._titles[look]

    def _entry(self, entry: int) -> tuple[int, int | None]:
        """What an entry of the list is: a group's number, and the number from 0 of its claim; None for the title."""
        if self._open is None or entry < self._open:
            return entry + 1, None
        inside = entry - self._open
        return (self._open, inside) if inside < len(self._inside) else (entry + 1 - len(self._inside), None)

    def _figures(self, width: int) -> int:
        """Cells at the end of a title's last row: a space, the number of claims, the tags of its voices."""
        return min(3 + 3 * TAGS_SHOWN, max(4, width - 12))

    def show_titles_only(self, *, on: bool) -> None:
        """Show titles only, where another list needs the room; or the open thread again."""
        if on != self._brief:
            self._brief = on
            self.on_resize()

    @property
    def title_rows_needed(self) -> int:
        """The rows it takes to show every title in one row."""
        return 1 + max(1, len(self._groups))

    @property
    def rows_needed(self) -> int:
        """The rows it takes to show every title and the open thread's claims, titles in one row each."""
        claims = 0 if self._open is None else len(self._groups[self._open - 1].claims)
        return 1 + max(1, len(self._groups) + claims + bool(claims))

    @property
    def selected_group(self) -> ClaimGroup | None:
        """The group that is selected, or that the selected claim is shown in."""
        return None if self.selected is None else self._groups[self._entry(self.selected)[0] - 1]

    @property
    def selected_thread(self) -> int | None:
        """The id of the thread of what is selected."""
        if self.selected is None:
            return None
        number, inside = self._entry(self.selected)
        group = self._groups[number - 1]
        if group.thread is None and group.voice is None and inside is not None:
            return self._analysis().claim(group.claims[inside]).thread
        return group.thread

    def on_resize(self) -> None:
        """Titles wrap anew at the new width."""
        self._titles.clear()
        claim = self._reading.claim if self._reading is not None else None
        if self.selected is not None:
            thread, inside = self._entry(self.selected)
            claim = claim if inside is None else self._groups[thread - 1].claims[inside]
        self._lay(self._open, claim)

    def render_heading(self, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """“Threads”, their number, and what the figures at the right mean."""
        known = self._reading is not None and self._reading.analysis is not None
        number = len(self._groups) if known else None
        left = self.heading_segments("Threads", number, palette)
        words = "none found" if known else "following…"
        if number:
            words = "claims, voices" if self._look.full and self._order != "voice" else "claims"
        if self._order != next(iter(ORDERS)):
            left = self.heading_segments("Claims", len(self._places), palette)
            left.append(Segment(f" by {self._order}", make_style(palette.dim)))
        return left, [Segment(cut(words, width - 2 - cell_width(left)), make_style(palette.dim))]

    def render_entry(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """A row of a title, or a claim's row."""
        thread, inside = self._entry(entry)
        selected = entry == self.selected
        if inside is not None:
            assert self._reading is not None  # noqa: S101 - claims are drawn only of a reading
            number = NumberedClaim(inside + 1, self._analysis().claim(self._inside[inside]))
            return claim_row(self._reading, number, palette, width, selected=selected), []
        is_open = thread == self._open
        rows = self._title if is_open else self._titles[self._look].rows[thread - 1]
        style = make_style(palette.accent if is_open or selected else palette.text, bold=is_open)
        return [Segment(rows[part], style)], self._draw_figures(thread, palette) if part == len(rows) - 1 else []

    def _draw_figures(self, thread: int, palette: Palette) -> Segments:
        analysis = self._analysis()
        number = Segment(f"{len(self._groups[thread - 1].claims):>2}", make_style(palette.dim))
        if not self._look.full:
            return [number]
        voices = self._voices[thread - 1]
        shown = voices if len(voices) <= TAGS_SHOWN else voices[: TAGS_SHOWN - 1]
        tags: list[Segments] = [
            [Segment(analysis.voices[id_ - 1].tag, make_style(self._hue(id_, palette)))] for id_ in shown
        ]
        if len(shown) < len(voices):
            tags.append([Segment(f"+{len(voices) - len(shown)}", make_style(palette.dim))])
        pieces = join_groups([[number], *tags], " ")
        return [*pieces, Segment(" " * (3 * TAGS_SHOWN + 2 - cell_width(pieces)))]

    def _analysis(self) -> Analysis:
        assert self._reading is not None  # noqa: S101 - there are entries only of an analysed reading
        assert self._reading.analysis is not None  # noqa: S101
        return self._reading.analysis

    def _hue(self, voice: int, palette: Palette) -> str:
        return palette.hue(self._stats.hue(voice))

    def entry_opened(self) -> None:
        """Go to the selected claim, or to the first of the selected thread."""
        if self.selected is None:
            return
        thread, inside = self._entry(self.selected)
        self.post_message(ClaimOpened(self._groups[thread - 1].claims[inside or 0]))

    def action_order(self) -> None:
        """Group the claims the next way; what was selected stays so."""
        claim = self._reading.claim if self._reading is not None else None
        if self.selected is not None:
            number, inside = self._entry(self.selected)
            claim = self._groups[number - 1].claims[inside or 0]
        orders = list(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._group()
        self._lay(self._places.get(claim or 0), claim)

    def action_unfold(self) -> None:
        """Show the claims of the selected thread."""
        if self.selected is not None and (thread := self._entry(self.selected)[0]) != self._open:
            self._refold(thread, thread)

    def action_fold(self) -> None:
        """Show only the title of the selected thread."""
        if self.selected is not None and (thread := self._entry(self.selected)[0]) == self._open:
            self._refold(None, thread)

    def _refold(self, open_: int | None, thread: int) -> None:
        self._lay(open_, None)
        self.select(thread - 1)  # above it no thread is open

"""The list of threads: the questions that an article argues, and the claims that answer each, in text order."""

from bisect import bisect_left
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType

from reader.app.messages import ClaimOpened
from reader.app.rendering.segments import cell_width, join_groups, make_style
from reader.app.rendering.truncate import cut
from reader.app.state import Reading
from reader.app.theming.palette import Palette
from reader.app.viewmodels.claim_groups import ORDERS, ClaimGroup, voices_in
from reader.app.viewmodels.cycle import next_in_cycle
from reader.app.viewmodels.list_state import ListState
from reader.app.viewmodels.thread_rows import (
    TAGS_SHOWN,
    Density,
    ThreadRows,
    TitleRows,
    lay_out_threads,
    lay_out_titles,
)
from reader.app.viewmodels.thread_tree import ThreadTree, make_thread_tree
from reader.app.viewmodels.voice_stats import VoiceStats, voice_stats_of
from reader.app.widgets.claim_row import NumberedClaim, claim_rows
from reader.app.widgets.list_view import ListView, Segments
from reader.model import Analysis

NARROW = 40
"""Cells of a row in which the beginning of a claim can be understood."""


class ThreadList(ListView):
    """Titles with their numbers of claims and voices; under the open one its claims.

    A claim has a row, in a narrow list that has the focus two.

    The list follows the claim at the cursor. Enter goes to the selected claim, on a title to its first claim
    (`ClaimOpened`); right and left open and close a thread. `=` changes the order: by thread, all claims in article
    order, by voice. Other orders have groups in place of threads.
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
        self._tree = ThreadTree()
        self._query: tuple[str, ...] = ()  # what the list is filtered by
        self._thread_rows = ThreadRows()
        self._has_two_rows = False  # whether a claim has, where the list is narrow
        self._title_rows: dict[Density, TitleRows] = {}  # made once for each width

    def show(self, reading: Reading) -> None:
        """Show the threads of what is being read, and the claim at the cursor."""
        before, self._reading = self._reading, reading
        if before is None or before.analysis is not reading.analysis:
            self._stats = voice_stats_of(reading)
            self._show_tree(self._make_tree(self._tree.order).follow(reading.claim))
        elif before.claim != reading.claim:
            self._show_tree(self._tree.follow(reading.claim))

    def filter_by(self, query: str) -> None:
        """Show only threads that have all words of `query` in title, claims or relations; all of them for ""."""
        self._query = tuple(query.casefold().split())
        tree = self._make_tree(self._tree.order).follow(self._claim_at_cursor)
        if self._query and tree.groups and tree.selected is None:
            tree = tree.select(0)
        self._show_tree(tree)

    def show_titles_only(self, *, on: bool) -> None:
        """Hide the claims of the open thread because another list needs the rows, or show them again."""
        if on != self._tree.has_titles_only:
            self._show_tree(self._tree.titles_only(on=on, claim=self._claim_at_cursor))

    @property
    def _claim_at_cursor(self) -> int | None:
        return None if self._reading is None else self._reading.claim

    def _make_tree(self, order: str) -> ThreadTree:
        self._title_rows.clear()
        analysis = None if self._reading is None else self._reading.analysis
        text = "" if self._reading is None else self._reading.article.text
        tree = make_thread_tree(analysis, self._stats, text, order=order, query=self._query)
        return tree.titles_only(on=self._tree.has_titles_only, claim=None)

    def _show_tree(self, tree: ThreadTree) -> None:
        """Show a state of the list; if another thread is open in it, from the first title on."""
        is_same = tree.groups is self._tree.groups and tree.open == self._tree.open
        self._tree = tree
        self._thread_rows = lay_out_threads(
            tree, self.text_width, self.visible_rows, self._titles_in, claim_rows=self._claim_rows
        )
        top = self.state.top if is_same else 0
        self.set_state(ListState(self._thread_rows.rows, tree.selected, top).revealed(self.visible_rows))

    def _titles_in(self, density: Density) -> TitleRows:
        if density not in self._title_rows:
            self._title_rows[density] = lay_out_titles(self._tree.groups, density, self.text_width)
        return self._title_rows[density]

    def set_state(self, state: ListState) -> None:
        """Show a state, and select the same entry in the tree."""
        self._tree = self._tree.select(state.selected)
        super().set_state(state)

    @property
    def is_filtered(self) -> bool:
        """Whether the list is filtered."""
        return bool(self._query)

    @property
    def title_rows_needed(self) -> int:
        """The rows that the heading and every title need, each in one row."""
        return 1 + max(1, len(self._tree.groups))

    @property
    def rows_needed(self) -> int:
        """The same with the claims of the open thread."""
        open_, groups = self._tree.open, self._tree.groups
        claims = 0 if open_ is None else len(groups[open_].claims) * self._claim_rows
        return 1 + max(1, len(groups) + claims + bool(claims))

    @property
    def selected_group(self) -> ClaimGroup | None:
        """The selected group, or the group of the selected claim."""
        return self._tree.selected_group

    @property
    def selected_claim(self) -> int | None:
        """The id of the selected claim; of a selected title, of its first claim."""
        return self._tree.selected_claim

    @property
    def is_title_selected(self) -> bool:
        """Whether the title of a thread is selected, and no claim."""
        entry = self._tree.selected_entry
        return entry is not None and entry.claim is None

    @property
    def selected_thread(self) -> int | None:
        """The id of the selected thread, or of the thread of the selected claim."""
        entry, group = self._tree.selected_entry, self._tree.selected_group
        if entry is None or group is None:
            return None
        if group.thread is None and group.voice is None and entry.claim is not None:
            return self._analysis().claim(group.claims[entry.claim]).thread
        return group.thread

    @property
    def _claim_rows(self) -> int:
        """The rows of a claim: of a few words in one row nobody can tell what is claimed."""
        return 2 if self._has_two_rows and 0 < self.text_width < NARROW else 1

    def focus_gained(self) -> None:
        """Show more of the claims in a narrow list."""
        self._has_two_rows = True
        self._show_tree(self._tree)

    def focus_lost(self) -> None:
        """Show each claim in one row again."""
        self._has_two_rows = False
        # Not at once: the list has the focus until its blur is handled, and would take the terminal's cursor with it.
        self.call_next(lambda: self._show_tree(self._tree))

    def width_changed(self) -> None:
        """Wrap the titles to the new width."""
        self._title_rows.clear()
        self._show_tree(self._tree)

    def render_heading(self, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return “Threads” with their number, and what the figures at the right mean."""
        is_known = self._reading is not None and self._reading.analysis is not None
        number = len(self._tree.groups) if is_known else None
        left = self.heading_segments("Threads", number, palette)
        words = "finding threads…"
        if is_known:
            words = "no argument" if self._analysis().claims and not self._query else "none found"
        if number:
            has_voices = self._thread_rows.density.has_full_titles and self._tree.order != "voice"
            words = "claims, voices" if has_voices else "claims"
        if self._tree.order != next(iter(ORDERS)):
            left = self.heading_segments("Claims", len(self._tree.group_by_claim), palette)
            left.append(Segment(f" by {self._tree.order}", make_style(palette.dim)))
        return left, [Segment(cut(words, width - 2 - cell_width(left)), make_style(palette.dim))]

    def render_entry(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return a row of a title, or the row of a claim."""
        index, claim = self._tree.entry(entry)
        is_selected = entry == self.selected
        if claim is not None:
            assert self._reading is not None  # noqa: S101 - only a reading has claims
            numbered, count = self._numbered(claim), self.state.rows.heights[entry]
            rows = claim_rows(self._reading, numbered, palette, width, rows=count, selected=is_selected)
            return rows[part], []
        is_open = index == self._tree.open
        title = self._thread_rows.titles[index]
        style = make_style(palette.accent if is_open or is_selected else palette.text, bold=is_open)
        figures = self._figures(self._tree.groups[index], palette) if part == len(title) - 1 else []
        return [Segment(title[part], style)], figures

    def _numbered(self, at: int) -> NumberedClaim:
        """The claim at an index of the open group, with its number and that of the claim which it answers."""
        claims = self._tree.open_claims
        claim = self._analysis().claim(claims[at])
        to = None if claim.relation is None else claim.relation.to
        answered = bisect_left(claims, to) if to is not None else len(claims)
        is_here = answered < len(claims) and claims[answered] == to
        return NumberedClaim(at + 1, claim, answered + 1 if is_here else None)

    def _figures(self, group: ClaimGroup, palette: Palette) -> Segments:
        """The number of claims of a group, and the tags of its voices where there is room."""
        analysis = self._analysis()
        number = Segment(f"{len(group.claims):>2}", make_style(palette.dim))
        if not self._thread_rows.density.has_full_titles:
            return [number]
        voices = voices_in(analysis, group)
        shown = voices if len(voices) <= TAGS_SHOWN else voices[: TAGS_SHOWN - 1]
        tags: list[Segments] = [
            [Segment(analysis.voices[id_ - 1].tag, make_style(palette.hue(self._stats.hue(id_))))] for id_ in shown
        ]
        if len(shown) < len(voices):
            tags.append([Segment(f"+{len(voices) - len(shown)}", make_style(palette.dim))])
        segments = join_groups([[number], *tags], " ")
        return [*segments, Segment(" " * (3 * TAGS_SHOWN + 2 - cell_width(segments)))]

    def _analysis(self) -> Analysis:
        assert self._reading is not None  # noqa: S101 - only an analysed reading has entries
        assert self._reading.analysis is not None  # noqa: S101
        return self._reading.analysis

    def entry_opened(self) -> None:
        """Go to the selected claim, or to the first of the selected thread."""
        claim = self._tree.selected_claim
        if claim is not None:
            self.post_message(ClaimOpened(claim))

    def action_order(self) -> None:
        """Change to the next order, and keep the selected claim selected."""
        claim = self._claim_at_cursor if self._tree.selected is None else self._tree.selected_claim
        self._show_tree(self._make_tree(next_in_cycle(ORDERS, self._tree.order)).follow(claim))

    def action_unfold(self) -> None:
        """Show the claims of the selected thread."""
        self._show_tree(self._tree.unfold())

    def action_fold(self) -> None:
        """Show only the title of the selected thread."""
        self._show_tree(self._tree.fold())

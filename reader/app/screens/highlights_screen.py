"""All highlights: of the article that is being read, then of the others, with a filter and a way to each."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

from reader.app.rendering.columns import columns
from reader.app.state import Reading
from reader.app.viewmodels.highlight_groups import ORDERS, HighlightEntry, collect_entries
from reader.app.widgets.fact_sheet import Fact, FactSheet
from reader.app.widgets.filter_input import FilterInput
from reader.app.widgets.footer import Footer
from reader.app.widgets.highlight_list import NOT_FOUND, HighlightList
from reader.app.widgets.list_view import ListView

if TYPE_CHECKING:
    from reader.services.session import Session

EMPTY = (
    Fact("Nothing is highlighted yet. What you keep while you read is listed here, of every article."),
    Fact("keep the quotation at the cursor, or what is selected", label="h", keys=True),
    Fact("select with the keys", label="v", keys=True),
    Fact("go from quotation to quotation", label="n", keys=True),
)


class HighlightsScreen(Screen[HighlightEntry]):
    """What was kept: j k move, Enter goes there, `/` filters, `=` groups, `?` helps, Esc ends the filter, then this.

    The result is what a person wants to go to, None for nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter", show=False, id="highlights.filter"),
        Binding("question_mark", "help", "these keys", show=False, id="highlights.help"),
        Binding("escape,q", "leave", "back", show=False, id="highlights.back"),
        Binding("up", "move(-1)", "highlight above", show=False, id="highlights.up"),
        Binding("down", "move(1)", "highlight below", show=False, id="highlights.down"),
    ]
    AUTO_FOCUS = "#highlights"

    def __init__(self, session: "Session", reading: Reading) -> None:
        super().__init__()
        self._kept = collect_entries(reading, session.keepsakes())
        self._problem = session.problem
        self._order = next(iter(ORDERS))

    def compose(self) -> ComposeResult:
        """Filter, highlights or a word to a newcomer, footer."""
        yield FilterInput("type words of a highlight, a note, a tag or a name", id="filter")
        yield HighlightList(id="highlights")
        yield FactSheet("Highlights", id="sheet-rows")
        yield Footer(context="highlights", id="footer")

    def on_mount(self) -> None:
        """All that was kept."""
        self.on_resize()
        self._show()
        if self._problem is not None:
            self._tell(self._problem)

    def on_resize(self) -> None:
        """The column in which an article's text stands."""
        shared = columns(self.app.size.width, alone=True)
        self.query_one(FilterInput).fit(shared)
        self.query_one(Footer).fit(shared)
        self.query_one(HighlightList).fit(shared, above=1)
        self.query_one(FactSheet).fit(shared, above=1)

    def _tell(self, sentence: str) -> None:
        self.query_one(Footer).show_message(sentence)

    def _show(self) -> None:
        query = self.query_one(FilterInput).input.value
        found = [each for each in self._kept if each.matches(query.casefold().split())]
        listed, empty = self.query_one(HighlightList), self.query_one(FactSheet)
        listed.show(ORDERS[self._order](found), self._order)
        listed.display = bool(found)
        empty.display = not found
        if not found:
            sought = query.strip()
            empty.show([Fact(f"No highlight has “{sought}” in its words, note, tags or names.")] if sought else EMPTY)

    @on(Input.Changed)
    def _filtered(self, event: Input.Changed) -> None:
        event.stop()
        self._show()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(HighlightList).action_open()

    @on(HighlightList.Opened)
    def _opened(self, event: HighlightList.Opened) -> None:
        event.stop()
        if event.entry.highlight.spans:
            self.dismiss(event.entry)
        else:
            self._tell(f"these words are {NOT_FOUND}")

    @on(HighlightList.OrderRequested)
    def _regrouped(self, event: HighlightList.OrderRequested) -> None:
        event.stop()
        orders = list(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._show()

    def action_filter(self) -> None:
        """Write in the filter."""
        self.query_one(Footer).show(None, "filter")
        self.query_one(FilterInput).focus_input()

    def action_help(self) -> None:
        """The keys of this list."""
        from reader.app.screens.help_screen import HelpScreen  # noqa: PLC0415 - loaded when a person asks for it

        keys = (
            key for key in (*ListView.BINDINGS, *HighlightList.BINDINGS, *self.BINDINGS) if isinstance(key, Binding)
        )
        self.app.push_screen(HelpScreen(keys, signs=()))

    def action_move(self, by: int) -> None:
        """Move in the list while the filter has the keys."""
        self.query_one(HighlightList).action_move(by)

    def action_leave(self) -> None:
        """End the filter, or go back."""
        line = self.query_one(FilterInput)
        if line.clear() or line.input.has_focus:
            self.query_one(Footer).show(None, "highlights")
            self.query_one(HighlightList).focus()
        else:
            self.dismiss(None)

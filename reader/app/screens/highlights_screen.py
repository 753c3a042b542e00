"""The screen of all highlights: those of the open article, then those of the others, with a filter."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

from reader.app.rendering.columns import columns
from reader.app.state import Reading
from reader.app.viewmodels.cycle import next_in_cycle
from reader.app.viewmodels.highlight_groups import ORDERS, HighlightEntry, collect_entries
from reader.app.widgets.fact_sheet import Fact, FactSheet
from reader.app.widgets.filter_input import FilterInput
from reader.app.widgets.footer import Footer
from reader.app.widgets.highlight_list import NOT_FOUND, HighlightList
from reader.app.widgets.list_view import ListView

if TYPE_CHECKING:
    from reader.services.session import Session

EMPTY = (
    Fact("No highlights yet. The highlights of all your articles are listed here."),
    Fact("highlight the quotation at the cursor, or the selection", label="h", keys=True),
    Fact("select text", label="v", keys=True),
    Fact("go to the next quotation", label="n", keys=True),
)


class HighlightsScreen(Screen[HighlightEntry]):
    """All highlights: j k move, Enter goes there, `/` filters, `=` groups, `?` shows help, Esc returns.

    The result is the highlight to go to, None for none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter", show=False, id="highlights.filter"),
        Binding("question_mark,f1", "help", "these keys", show=False, id="highlights.help"),
        Binding("escape,q", "leave", "back", show=False, id="highlights.back"),
        Binding("up,k", "move(-1)", "highlight above", show=False, id="highlights.up"),
        Binding("down,j", "move(1)", "highlight below", show=False, id="highlights.down"),
    ]
    AUTO_FOCUS = "#highlights"

    def __init__(self, session: "Session", reading: Reading) -> None:
        super().__init__()
        self._entries = collect_entries(reading, session.highlights.by_article())
        self._problem = session.library.problem
        self._order = next(iter(ORDERS))

    def compose(self) -> ComposeResult:
        """Create the filter, the list, what stands in place of an empty list, and the footer."""
        yield FilterInput("type words of a highlight, note, tag or name", id="filter")
        yield HighlightList(id="highlights")
        yield FactSheet("Highlights", id="sheet-rows")
        yield Footer(context="highlights", id="footer")

    def on_mount(self) -> None:
        """Show all highlights."""
        self.on_resize()
        self._show()
        if self._problem is not None:
            self._show_message(self._problem)

    def on_resize(self) -> None:
        """Stand where an article's text stands."""
        shared = columns(self.app.size.width, alone=True)
        self.query_one(FilterInput).fit(shared)
        self.query_one(Footer).fit(shared)
        self.query_one(HighlightList).fit(shared, above=1)
        self.query_one(FactSheet).fit(shared, above=1)

    def _show_message(self, message: str) -> None:
        self.query_one(Footer).show_message(message)

    def _show(self) -> None:
        query = self.query_one(FilterInput).input.value
        found = [each for each in self._entries if each.matches(query.casefold().split())]
        highlights, empty = self.query_one(HighlightList), self.query_one(FactSheet)
        highlights.show(ORDERS[self._order](found), self._order)
        highlights.display = bool(found)
        empty.display = not found
        if not found:
            query = query.strip()
            empty.show([Fact(f"No highlight matches “{query}”.")] if query else EMPTY)

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
            self._show_message(f"these words are {NOT_FOUND}")

    @on(HighlightList.OrderRequested)
    def _regrouped(self, event: HighlightList.OrderRequested) -> None:
        event.stop()
        self._order = next_in_cycle(ORDERS, self._order)
        self._show()

    def action_filter(self) -> None:
        """Give the focus to the filter."""
        self.query_one(Footer).show(None, "filter")
        self.query_one(FilterInput).focus_input()

    def action_help(self) -> None:
        """Show the keys of this list."""
        from reader.app.screens.help_screen import HelpScreen  # noqa: PLC0415 - loaded when a person asks for it

        keys = (
            key for key in (*ListView.BINDINGS, *HighlightList.BINDINGS, *self.BINDINGS) if isinstance(key, Binding)
        )
        self.app.push_screen(HelpScreen(keys, signs=()))

    def action_move(self, by: int) -> None:
        """Move in the list while the filter has the focus, or nothing has it, as after a click beside the list."""
        self.query_one(HighlightList).action_move(by)

    def action_leave(self) -> None:
        """End the filter, or go back."""
        line = self.query_one(FilterInput)
        if line.clear() or line.input.has_focus:
            self.query_one(Footer).show(None, "highlights")
            self.query_one(HighlightList).focus()
        else:
            self.dismiss(None)

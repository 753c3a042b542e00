"""The screen of all highlights: those of the open article, then those of the others, with a filter."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from reader.app.screens.list_screen import FilteredListScreen, list_keys
from reader.app.state import Reading
from reader.app.viewmodels.cycle import next_in_cycle
from reader.app.viewmodels.highlight_groups import ORDERS, HighlightChoice, collect_entries
from reader.app.widgets.fact_sheet import Fact, FactSheet
from reader.app.widgets.filter_input import FilterInput
from reader.app.widgets.footer import Footer
from reader.app.widgets.highlight_list import NOT_FOUND, HighlightList
from reader.errors import PullquoteError
from reader.model import Colour, Highlight

if TYPE_CHECKING:
    from reader.services.session import Session

EMPTY = (
    Fact("No highlights yet. The highlights of all your articles are listed here."),
    Fact("highlight the quotation at the cursor, or the selection", label="h", keys=True),
    Fact("select text", label="v", keys=True),
    Fact("go to the next quotation", label="n", keys=True),
)


class HighlightsScreen(FilteredListScreen[HighlightChoice]):
    """All highlights: j k move, Enter goes there, `/` filters, `=` groups, `?` shows help, Esc returns.

    The result is the highlight to go to or to correct, None for none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter", show=False, id="highlights.filter"),
        Binding("x", "delete", "delete the highlight", show=False, id="highlights.delete"),
        Binding("c", "recolour", "change its colour", show=False, id="highlights.colour"),
        Binding("w", "correct", "correct its speaker, its ends or its place", show=False, id="highlights.correct"),
        Binding("U", "undo", "undo the last change", show=False, id="highlights.undo"),
        Binding("ctrl+r", "redo", "make the undone change again", show=False, id="highlights.redo"),
        *list_keys("highlights", "highlight"),
    ]
    AUTO_FOCUS = "#highlights"
    list_type = HighlightList
    list_context = "highlights"

    def __init__(self, session: "Session", reading: Reading) -> None:
        super().__init__()
        self._session, self._reading = session, reading
        self._entries = collect_entries(reading, session.highlights.by_article())
        self._problem = session.library.notice
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
            self.show_message(self._problem)

    def _show(self, selected: int = 0) -> None:
        query = self.query_one(FilterInput).input.value
        found = [each for each in self._entries if each.matches(query.casefold().split())]
        highlights, empty = self.query_one(HighlightList), self.query_one(FactSheet)
        highlights.show(ORDERS[self._order](found), self._order, selected)
        highlights.display = bool(found)
        empty.display = not found
        if not found:
            query = query.strip()
            empty.show([Fact(f"No highlight matches “{query}”.")] if query else EMPTY)

    @on(Input.Changed)
    def _filtered(self, event: Input.Changed) -> None:
        event.stop()
        self._show()

    @on(HighlightList.Opened)
    def _opened(self, event: HighlightList.Opened) -> None:
        event.stop()
        if event.entry.highlight.spans:
            self.dismiss(HighlightChoice(event.entry))
        else:
            self.show_message(f"these words are {NOT_FOUND}: press w to attach them")

    @on(HighlightList.OrderRequested)
    def _regrouped(self, event: HighlightList.OrderRequested) -> None:
        event.stop()
        self._order = next_in_cycle(ORDERS, self._order)
        self._show()

    def on_key(self) -> None:
        """Remove the message at the next key."""
        self.show_message(self._problem or "")

    def action_delete(self) -> None:
        """Delete the selected highlight."""

        def delete(highlight: Highlight) -> str:
            self._session.highlights.delete(highlight)
            return "highlight deleted · U undoes"

        self._change_selected(delete)

    def action_recolour(self) -> None:
        """Give the selected highlight its next colour."""

        def recolour(highlight: Highlight) -> str:
            colour = next_in_cycle(Colour, highlight.colour)
            self._session.highlights.recolour(highlight, colour)
            return f"{colour.value} · c changes it"

        self._change_selected(recolour)

    def action_correct(self) -> None:
        """Open the dialog "correct" on the selected highlight, over its article."""
        entry = self.query_one(HighlightList).selected_entry
        if entry is not None:
            self.dismiss(HighlightChoice(entry, is_to_correct=True))

    def action_undo(self) -> None:
        """Undo the last change to highlights or corrections, here or in the article."""
        self._change(lambda: self._session.undo() or "nothing to undo")

    def action_redo(self) -> None:
        """Make the change again that was undone last."""
        self._change(lambda: self._session.redo() or "nothing to redo")

    def _change_selected(self, change: Callable[[Highlight], str]) -> None:
        entry = self.query_one(HighlightList).selected_entry
        if entry is not None:
            self._change(lambda: change(entry.highlight))

    def _change(self, change: Callable[[], str]) -> None:
        """Make a change, show the list as the library has it now, and say what was done or why not."""
        try:
            message = change()
        except PullquoteError as error:
            message = str(error)
        highlights = self._session.highlights
        reading = replace(self._reading, highlights=highlights.of(self._reading.article))
        self._entries = collect_entries(reading, highlights.by_article())
        self._show(self.query_one(HighlightList).selected or 0)
        if self.focused is None or not self.focused.display:
            self.query_one(HighlightList).focus()
        self.show_message(message)

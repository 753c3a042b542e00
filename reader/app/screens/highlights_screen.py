"""The screen of all highlights: those of the open article, then those of the others, with a filter."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

from reader.app.rendering.columns import columns
from reader.app.state import Reading
from reader.app.viewmodels.cycle import next_in_cycle
from reader.app.viewmodels.highlight_groups import ORDERS, HighlightChoice, collect_entries
from reader.app.widgets.fact_sheet import Fact, FactSheet
from reader.app.widgets.filter_input import FilterInput
from reader.app.widgets.footer import Footer
from reader.app.widgets.highlight_list import NOT_FOUND, HighlightList
from reader.app.widgets.list_view import ListView
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


class HighlightsScreen(Screen[HighlightChoice]):
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
        Binding("question_mark,f1", "help", "these keys", show=False, id="highlights.help"),
        Binding("escape,q", "leave", "back", show=False, id="highlights.back"),
        Binding("up,k", "move(-1)", "highlight above", show=False, id="highlights.up"),
        Binding("down,j", "move(1)", "highlight below", show=False, id="highlights.down"),
    ]
    AUTO_FOCUS = "#highlights"

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

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(HighlightList).action_open()

    @on(HighlightList.Opened)
    def _opened(self, event: HighlightList.Opened) -> None:
        event.stop()
        if event.entry.highlight.spans:
            self.dismiss(HighlightChoice(event.entry))
        else:
            self._show_message(f"these words are {NOT_FOUND}: press w to attach them")

    @on(HighlightList.OrderRequested)
    def _regrouped(self, event: HighlightList.OrderRequested) -> None:
        event.stop()
        self._order = next_in_cycle(ORDERS, self._order)
        self._show()

    def on_key(self) -> None:
        """Remove the message at the next key."""
        self._show_message(self._problem or "")

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
        self._show_message(message)

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

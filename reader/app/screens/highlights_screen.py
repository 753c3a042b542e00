"""The screen of all highlights: those of the open article, then those of the others, with a filter."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from reader.app.controllers.export import HEADING, HINT, NOUN, format_entries
from reader.app.controllers.highlight_editor import HighlightEditor
from reader.app.controllers.prompt import PromptController
from reader.app.messages import ExportRequested
from reader.app.prompt_slot import PromptSlot
from reader.app.rendering.columns import ColumnLayout, columns
from reader.app.screens.list_screen import FilteredListScreen, list_keys
from reader.app.state import Reading
from reader.app.viewmodels.cycle import next_in_cycle
from reader.app.viewmodels.highlight_groups import ORDERS, HighlightChoice, HighlightEntry, collect_entries
from reader.app.widgets.fact_sheet import Fact, FactSheet
from reader.app.widgets.filter_input import FilterInput
from reader.app.widgets.footer import Footer
from reader.app.widgets.highlight_list import NOT_FOUND, HighlightList
from reader.errors import PullquoteError
from reader.model import Article, Colour, Highlight, format_count

if TYPE_CHECKING:
    from reader.app.viewmodels.palette_entries import PaletteEntry
    from reader.app.widgets.prompt_input import PromptInput
    from reader.services.session import Session

EMPTY = (
    Fact("No highlights yet. The highlights of all your articles are listed here."),
    Fact("highlight the quotation at the cursor, or the selection", label="h", keys=True),
    Fact("select text", label="v", keys=True),
    Fact("go to the next quotation", label="n", keys=True),
)


NO_ARTICLE = Article("", "", "", ())
"""Stands for the article that is open where the library is."""


class HighlightsScreen(FilteredListScreen[HighlightChoice]):
    """All highlights: j k move, Enter goes there, `/` filters, `=` groups, `?` shows help, Esc returns.

    The result is the highlight to go to or to correct, None for none.

    Attributes:
        session: The services that the app uses.
        reading: The present reading of the article that is open; of an empty article where none is.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter", show=False, id="highlights.filter"),
        Binding("a", "note", "write a note on the highlight", show=False, id="highlights.note"),
        Binding("A", "editor", "write the note in your own editor", show=False, id="highlights.editor"),
        Binding("t", "tags", "tag the highlight", show=False, id="highlights.tags"),
        Binding("e", "export", "export the highlights that are listed", show=False, id="highlights.export"),
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

    def __init__(self, session: "Session", reading: Reading | None = None) -> None:
        super().__init__()
        self.session, self.reading = session, reading or Reading(NO_ARTICLE)
        self._entries = collect_entries(self.reading, session.highlights.by_article())
        self._problem = session.library.notice
        self._order = next(iter(ORDERS))
        self._footer = Footer(context="highlights", id="footer")
        self._slot = PromptSlot(self, self._footer, lambda: "highlights", self._columns)
        self._prompt = PromptController(self._slot)
        self._editor = HighlightEditor(self, self._prompt)

    def compose(self) -> ComposeResult:
        """Create the filter, the list, what stands in place of an empty list, and the footer."""
        yield FilterInput("type words of a highlight, note, tag or name", id="filter")
        yield HighlightList(id="highlights")
        yield FactSheet("Highlights", id="sheet-rows")
        yield self._footer

    def on_mount(self) -> None:
        """Show all highlights."""
        self.on_resize()
        self._show()
        if self._problem is not None:
            self.show_message(self._problem)

    def on_resize(self) -> None:
        """Place the prompt as well."""
        super().on_resize()
        self._slot.fit()

    def _columns(self) -> ColumnLayout:
        return columns(self.app.size.width, alone=True)

    @property
    def _query(self) -> str:
        return self.query_one(FilterInput).input.value

    @property
    def _selected(self) -> HighlightEntry | None:
        return self.query_one(HighlightList).selected_entry

    def _show(self, *, keep_selection: bool = False) -> None:
        found = [each for each in self._entries if each.matches(self._query.casefold().split())]
        highlights, empty = self.query_one(HighlightList), self.query_one(FactSheet)
        highlights.show(ORDERS[self._order](found), self._order, keep_selection=keep_selection)
        highlights.display = bool(found)
        empty.display = not found
        if not found:
            query = self._query.strip()
            empty.show([Fact(f"No highlight matches “{query}”.")] if query else EMPTY)

    @on(Input.Changed)
    def _filtered(self, event: Input.Changed) -> None:
        event.stop()
        self._show()

    @on(HighlightList.Opened)
    def _opened(self, event: HighlightList.Opened) -> None:
        event.stop()
        if event.entry.highlight.spans:
            self._leave(HighlightChoice(event.entry))
        else:
            self.show_message(f"these words are {NOT_FOUND}: press w to attach them")

    @on(HighlightList.OrderRequested)
    def _regrouped(self, event: HighlightList.OrderRequested) -> None:
        event.stop()
        self._order = next_in_cycle(ORDERS, self._order)
        self._show(keep_selection=True)

    def on_key(self) -> None:
        """Remove the message at the next key."""
        self.show_message(self._problem or "")

    # Notes and tags

    async def action_note(self) -> None:
        """Ask for the note of the selected highlight."""
        if self._selected is not None:
            await self._editor.edit_note(self._selected.highlight, self._article_of(self._selected))

    async def action_tags(self) -> None:
        """Ask for the tags of the selected highlight."""
        if self._selected is not None:
            await self._editor.edit_tags(self._selected.highlight, self._article_of(self._selected))

    def action_editor(self) -> None:
        """Edit the note of the selected highlight in the person's own editor."""
        if self._selected is not None:
            self._editor.edit_externally(self._selected.highlight, self._article_of(self._selected))

    def _article_of(self, entry: HighlightEntry) -> Article:
        return entry.article or self.reading.article

    async def on_prompt_input_answered(self, event: "PromptInput.Answered") -> None:
        """Save the text of the prompt."""
        await self._prompt.answer(event.text)

    async def on_prompt_input_cancelled(self) -> None:
        """Close the prompt without an answer."""
        await self._prompt.answer(None)

    def keep_unsaved(self) -> None:
        """Save as a draft what stands in the prompt: the program may end."""
        self._prompt.keep_unsaved()

    def update(self, reading: Reading, message: str | None = "") -> None:
        """Show the highlights that the library has now, and a sentence about a change.

        Args:
            reading: The reading of the article that is open.
            message: The sentence; None leaves the footer as it is.
        """
        self.reading = reading
        highlights = self.session.highlights
        present = replace(reading, highlights=highlights.of(reading.article))
        self._entries = collect_entries(present, highlights.by_article())
        self._show(keep_selection=True)
        if message is not None:
            self.show_message(message)

    # Other changes

    def action_delete(self) -> None:
        """Delete the selected highlight."""

        def delete(highlight: Highlight) -> str:
            self.session.highlights.delete(highlight)
            return "highlight deleted · U undoes"

        self._change_selected(delete)

    def action_recolour(self) -> None:
        """Give the selected highlight its next colour."""

        def recolour(highlight: Highlight) -> str:
            colour = next_in_cycle(Colour, highlight.colour)
            self.session.highlights.recolour(highlight, colour)
            return f"{colour.value} · c changes it"

        self._change_selected(recolour)

    def action_undo(self) -> None:
        """Undo the last change to highlights or corrections, here or in the article."""
        self._change(lambda: self.session.undo() or "nothing to undo")

    def action_redo(self) -> None:
        """Make the change again that was undone last."""
        self._change(lambda: self.session.redo() or "nothing to redo")

    def _change_selected(self, change: Callable[[Highlight], str]) -> None:
        entry = self._selected
        if entry is not None:
            self._change(lambda: change(entry.highlight))

    def _change(self, change: Callable[[], str]) -> None:
        """Make a change, show the list as the library has it now, and say what was done or why not."""
        try:
            message = change()
        except PullquoteError as error:
            message = str(error)
        self.update(self.reading, message)
        if self.focused is None or not self.focused.display:
            self.query_one(HighlightList).focus()

    # Export and leaving

    def action_export(self) -> None:
        """List the formats, and export what the list shows in the one that is chosen."""
        from reader.app.screens.palette_screen import PaletteScreen  # noqa: PLC0415 - loaded when something is exported

        highlights, query = self.query_one(HighlightList).highlight_ids, self._query.strip()
        if not highlights:
            self.show_message("nothing is listed that could be exported")
            return

        def chosen(entry: "PaletteEntry | None") -> None:
            if entry is not None:
                self.post_message(ExportRequested(highlights, str(entry.target), query))

        hint = f"{HINT} for the {format_count(len(highlights), 'highlight')} of the list"
        self.app.push_screen(PaletteScreen(format_entries(), heading=HEADING, hint=hint, noun=NOUN), chosen)

    def action_correct(self) -> None:
        """Open the dialog "correct" on the selected highlight, over its article."""
        if self._selected is not None:
            self._leave(HighlightChoice(self._selected, is_to_correct=True))

    def action_leave(self) -> None:
        """End a prompt that was left by a click, or the filter, or go back."""
        if self._slot.prompts:
            self.call_next(self._prompt.end)
        else:
            super().action_leave()

    def _leave(self, choice: HighlightChoice) -> None:
        self.keep_unsaved()
        self.dismiss(choice)

"""What the screens with a list have in common: its keys, the messages in the footer, and the filter above it."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.screen import Screen, ScreenResultType
from textual.widgets import Input

from reader.app.rendering.columns import columns
from reader.app.widgets.fact_sheet import FactSheet
from reader.app.widgets.filter_input import FilterInput
from reader.app.widgets.footer import Footer
from reader.app.widgets.list_view import ListView


def list_keys(topic: str, entry: str) -> list[BindingType]:
    """Return the keys that every screen with a list has, with ids that begin with `topic`; `entry` names an entry."""
    return [
        Binding("question_mark,f1", "help", "these keys", show=False, id=f"{topic}.help"),
        Binding("escape,q", "leave", "back", show=False, id=f"{topic}.back"),
        Binding("up,k", "move(-1)", f"{entry} above", show=False, id=f"{topic}.up"),
        Binding("down,j", "move(1)", f"{entry} below", show=False, id=f"{topic}.down"),
    ]


class ListScreen(Screen[ScreenResultType]):
    """A screen with a list and a footer. A subclass adds `list_keys` to its bindings.

    Attributes:
        list_type: The class of the list.
    """

    list_type: ClassVar[type[ListView]]

    @property
    def listing(self) -> ListView:
        """The list."""
        return self.query_one(self.list_type)

    def show_message(self, message: str) -> None:
        """Show one sentence in the footer, as why an article could not be opened."""
        self.query_one(Footer).show_message(message)

    def action_help(self) -> None:
        """Show the keys of this list."""
        from reader.app.screens.help_screen import HelpScreen  # noqa: PLC0415 - loaded when a person asks for it

        own = () if self.list_type.BINDINGS is ListView.BINDINGS else self.list_type.BINDINGS
        keys = (key for key in (*ListView.BINDINGS, *own, *self.BINDINGS) if isinstance(key, Binding))
        self.app.push_screen(HelpScreen(keys, signs=()))

    def action_move(self, by: int) -> None:
        """Move in the list while the filter has the focus, or nothing has it, as after a click beside the list."""
        self.listing.action_move(by)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


class FilteredListScreen(ListScreen[ScreenResultType]):
    """A screen with an input above the list, and a page of facts in place of an empty list.

    Attributes:
        list_context: The context of the footer while the list has the focus.
        filter_context: The context of the footer while the input has it.
    """

    list_context: ClassVar[str]
    filter_context: ClassVar[str] = "filter"

    def on_resize(self) -> None:
        """Place input, list and footer in the columns of an article's text."""
        shared = columns(self.app.size.width, alone=True)
        self.query_one(FilterInput).fit(shared)
        self.query_one(Footer).fit(shared)
        self.listing.fit(shared, above=1)
        self.query_one(FactSheet).fit(shared, above=1)

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus now: Tab and a click lead from the input to the list."""
        if self.focused is self.listing:
            self.query_one(Footer).show(None, self.list_context)
        elif self.focused is self.query_one(FilterInput).input:
            self.query_one(Footer).show(None, self.filter_context)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_list()  # a person who comes back goes on in the list
        self.listing.action_open()

    def action_filter(self) -> None:
        """Give the focus to the input."""
        self.query_one(FilterInput).focus_input()

    def focus_list(self) -> None:
        """Give the focus to the list."""
        self.listing.focus()

    def action_leave(self) -> None:
        """End the filter, or go back."""
        line = self.query_one(FilterInput)
        if line.clear() or line.input.has_focus:
            self.focus_list()
        else:
            super().action_leave()

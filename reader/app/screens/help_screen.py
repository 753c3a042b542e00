"""The help screen: every key, made from the bindings, and what the signs mean, with a filter."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

from reader.app.key_names import keys_for, label_of_keys
from reader.app.keymap import TOPICS, by_topic
from reader.app.rendering.columns import columns
from reader.app.widgets.fact_sheet import Fact, FactSheet
from reader.app.widgets.filter_input import FilterInput
from reader.app.widgets.footer import Footer

SIGNS = (
    ("+", "a claim that supports an earlier one"),
    ("−", "a claim that disputes an earlier one"),
    ("~", "a claim that qualifies an earlier one: agrees in part"),
    ("·", "a claim without a stated relation to an earlier one"),
    ("dim sign", "a guess; bold: stated in the text"),
    ("probably", "the speaker is likely, but not certain"),
    ("perhaps", "the speaker is a guess and may well be someone else"),
    ("outlet", "where the words appeared (beside or below the name)"),
    ("via", "the person or outlet that passes the words on"),
    ("▎ ▌", "a quotation; thick: the current one"),
    ("AB&", "AB speaks first on this row, then someone else"),
    ("✎", "a highlight with a note"),
    ("✓ yours", "what you corrected"),
    ("✓ known", "what you set for every article"),
    ("▲ ● ◆", "a green, blue or pink highlight"),
)
"""The signs and words on the screen, and what they mean."""


class HelpScreen(Screen[None]):
    """The basic keys, the signs, then the other keys by group. `/` filters, `j` `k` and Space scroll, Esc returns.

    Args:
        bindings: The bindings of the program, each with an id "group.name"; those without a description are left out.
        signs: Signs and what they mean.
    """

    AUTO_FOCUS = ""  # the filter has no focus at first, so that letters are keys
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", show=False, id="help.back"),
        Binding("q,question_mark,f1", "dismiss", "back", show=False, id="help.close"),
        Binding("slash", "filter", "filter the keys", show=False, id="help.filter"),
        Binding("up,k", "scroll(-1)", "a line up", show=False, id="help.up"),
        Binding("down,j", "scroll(1)", "a line down", show=False, id="help.down"),
        Binding("pageup,b", "page(-1)", "a page up", show=False, id="help.page_up"),
        Binding("pagedown,space", "page(1)", "a page down", show=False, id="help.page_down"),
    ]

    def __init__(self, bindings: Iterable[Binding], signs: Iterable[tuple[str, str]] = SIGNS) -> None:
        super().__init__()
        keys = [
            (group, label_of_keys(binding.key), binding.description)
            for group, members in by_topic(bindings)
            for binding in members
        ]
        after = sum(key[0] == TOPICS["first"] for key in keys)
        self._keys = [*keys[:after], *(("Signs", *sign) for sign in signs), *keys[after:]]

    def compose(self) -> ComposeResult:
        """Create filter, keys and footer."""
        yield FilterInput("press / to find a key", id="filter")
        yield FactSheet("Keys", id="sheet-rows")
        yield Footer(context="help", id="footer")

    def on_mount(self) -> None:
        """Show all keys."""
        self.on_resize()
        self._show("")

    def on_resize(self) -> None:
        """Stand where an article's text stands."""
        shared = columns(self.app.size.width, alone=True)
        self.query_one(FilterInput).fit(shared)
        self.query_one(Footer).fit(shared)
        self.query_one(FactSheet).fit(shared, above=1)

    @on(Input.Changed)
    def _filtered(self, event: Input.Changed) -> None:
        event.stop()
        self._show(event.value)

    def _show(self, query: str) -> None:
        words = query.casefold().split()
        found = [key for key in self._keys if all(word in " ".join(key).casefold() for word in words)]
        found.sort(key=lambda key: query.strip() not in key[1].split())  # first the line of a key that is typed
        facts: list[Fact] = []
        for group in dict.fromkeys(key[0] for key in found):
            facts.append(Fact(group, heading=True))
            facts.extend(
                Fact(description, label=keys_for(self.app, keys), keys=True)
                for where, keys, description in found
                if where == group
            )
        if not facts:
            facts = [Fact("No key matches.")]
        self.query_one(FactSheet).show(facts, f"{len(found)} of {len(self._keys)}" if words else f"{len(found)}")

    def action_scroll(self, by: int) -> None:
        """Scroll by rows."""
        self.query_one(FactSheet).action_move(by)

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        self.query_one(FactSheet).action_page(by)

    def action_filter(self) -> None:
        """Let letters filter the keys."""
        self.query_one(FilterInput).focus_input()

    def action_leave(self) -> None:
        """Leave the filter and empty it, or go back."""
        was_filtered = self.query_one(FilterInput).clear() or self.focused is not None
        self.set_focus(None)
        if not was_filtered:
            self.dismiss()

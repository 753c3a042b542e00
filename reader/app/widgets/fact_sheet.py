"""A page of short facts under a heading that scrolls: keys, facts about an article."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment

from reader.app.rendering.segments import make_style
from reader.app.rendering.truncate import cut, wrap_to_rows
from reader.app.theming.palette import Palette
from reader.app.viewmodels.row_index import RowIndex, build_row_index
from reader.app.widgets.list_view import ListView, Segments

GAP = 2  # cells between a label and its text


@dataclass(frozen=True, slots=True)
class Fact:
    """A text with a label, or without one.

    Attributes:
        words: The text.
        label: What stands before it.
        keys: Whether the label is something to type, and so the brighter of the two.
        heading: Whether the text is the heading of the facts that follow.
    """

    words: str
    label: str = ""
    keys: bool = False
    heading: bool = False


class FactSheet(ListView):
    """Facts under a heading: labels in one column, wrapped texts in another."""

    is_selectable = False

    def __init__(self, heading: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._heading = heading
        self._summary = ""
        self._facts: tuple[Fact, ...] = ()
        self._wrapped: list[list[str]] = []

    def show(self, facts: Sequence[Fact], summary: str = "") -> None:
        """Show these facts from the first one on, and `summary` at the right of the heading."""
        self._facts = tuple(facts)
        self._summary = summary
        self.reset(self._wrap_facts())

    def width_changed(self) -> None:
        """Wrap the texts to the new width."""
        self.set_rows(self._wrap_facts())

    def _wrap_facts(self) -> RowIndex:
        """Wrap the texts, and return how many rows each fact takes."""
        beside = max(1, self.text_width - self._label_width() - GAP)
        rooms = [beside if fact.label else max(1, self.text_width) for fact in self._facts]
        self._wrapped = [
            wrap_to_rows(fact.words, room, len(fact.words)) or [""]
            for fact, room in zip(self._facts, rooms, strict=True)
        ]
        # There is a blank row under the heading of the page, before a heading, and after a text without a label.
        has_gap = [
            at == 0 or fact.heading or not (self._facts[at - 1].label or self._facts[at - 1].heading)
            for at, fact in enumerate(self._facts)
        ]
        return build_row_index(map(len, self._wrapped), map(int, has_gap))

    def _label_width(self) -> int:
        return max((cell_len(fact.label) for fact in self._facts), default=0)

    def render_heading(self, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return the heading and the summary."""
        summary = cut(self._summary, width - cell_len(self._heading) - GAP)
        return [Segment(self._heading, make_style(palette.accent, bold=True))], [
            Segment(summary, make_style(palette.dim))
        ]

    def render_entry(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Segments, Segments]:  # noqa: ARG002 - wrapped before
        """Return a row of a fact."""
        fact = self._facts[entry]
        words = self._wrapped[entry][part]
        if not fact.label:
            style = make_style(palette.dim, bold=True) if fact.heading else make_style(palette.text)
            return [Segment(words, style)], []
        label = (fact.label if part == 0 else "").ljust(self._label_width() + GAP)
        bright, dim = make_style(palette.accent, bold=True), make_style(palette.dim)
        pieces = [Segment(label, bright if fact.keys else dim), Segment(words, make_style(palette.text))]
        return pieces, []

    def action_move(self, by: int) -> None:
        """Scroll a row."""
        self.scroll_rows(by)

    def action_page(self, by: int) -> None:
        """Scroll a page."""
        self.scroll_rows(by * max(1, self.size.height - 2))

    def action_end(self, which: int) -> None:
        """Scroll to the first row or the last."""
        self.scroll_rows(which * len(self._facts) * self.size.height)

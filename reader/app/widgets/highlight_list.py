"""The list of all highlights: words, speaker, note and tags, under the titles of their groups."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.message import Message

from reader.app.rendering.page_rows import NOTE, SIGNS
from reader.app.rendering.segments import cell_width, make_style
from reader.app.rendering.truncate import cut, format_tags
from reader.app.theming.palette import Palette
from reader.app.viewmodels.corrected_mark import YOURS
from reader.app.viewmodels.highlight_groups import HighlightEntry, HighlightGroup
from reader.app.viewmodels.row_index import build_row_index
from reader.app.widgets.list_view import ListView, Segments

NOT_FOUND = "no longer in the article"
CHANGED = "changed in the article"
NOT_OPENED = "article not opened yet"
INDENT = 2  # cells for the sign of a highlight's colour


class HighlightList(ListView):
    """Titles of groups and their entries: words in their colour; what they are now; speaker or article, note, tags."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("equals_sign", "regroup", "group by article, voice, tag or date", show=False, id="list.regroup"),
    ]

    class Opened(Message):
        """A person wants to go to a highlight."""

        def __init__(self, entry: HighlightEntry) -> None:
            super().__init__()
            self.entry = entry

    class OrderRequested(Message):
        """A person wants the next order."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._entries: tuple[
            tuple[str, HighlightEntry], ...
        ] = ()  # a group's title with its first entry, "" with the others
        self._order = ""

    @property
    def selected_entry(self) -> HighlightEntry | None:
        """The selected highlight."""
        return None if self.selected is None else self._entries[self.selected][1]

    @property
    def highlight_ids(self) -> frozenset[str]:
        """The ids of the highlights that are listed."""
        return frozenset(entry.highlight.id for _, entry in self._entries)

    def show(self, groups: Sequence[HighlightGroup], order: str, *, keep_selection: bool = False) -> None:
        """Show these groups; the first highlight is selected, or with `keep_selection` the same as before.

        Where that one is gone, the one in its place is.

        Args:
            groups: The groups.
            order: What they are grouped by.
            keep_selection: Whether to select the same highlight.
        """
        before = self.selected_entry if keep_selection else None
        selected = self.selected or 0 if keep_selection else 0
        self._order = order
        self._entries = tuple(
            ("" if at else group.title, each) for group in groups for at, each in enumerate(group.entries)
        )
        if before is not None:
            same = [at for at, (_, each) in enumerate(self._entries) if each.highlight.id == before.highlight.id]
            # A highlight with several tags is listed under each of them.
            selected = min(same, key=lambda at: abs(at - selected), default=selected)
        heights = [2 + bool(title) + bool(each.highlight.now) for title, each in self._entries]
        self.reset(build_row_index(heights, [1] * len(heights)), min(selected, len(heights) - 1) if heights else None)

    def render_heading(self, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return “Highlights” with their number, and the order."""
        left = [
            Segment("Highlights", make_style(palette.accent, bold=True)),
            Segment(f" {self.count}", make_style(palette.dim)),
        ]
        return left, [Segment(cut(f"by {self._order}", width - cell_width(left) - 2), make_style(palette.dim))]

    def has_selection_mark(self, entry: int, part: int) -> bool:
        """Return False for the title of a group above its first entry."""
        return part > 0 or not self._entries[entry][0]

    def render_entry(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return the title of a group, the words of a highlight, what they are now if they changed, or the last row."""
        title, item = self._entries[entry]
        if title and part == 0:
            return [Segment(cut(title, width), make_style(palette.dim, bold=True))], []
        highlight, selected = item.highlight, entry == self.selected
        if part == bool(title):
            state = _state(item)
            room = width - INDENT - (len(state) + INDENT if state else 0)
            lead = highlight.speaker.denial_prefix(highlight.exact) if highlight.speaker else ""
            words = cut(" ".join((lead + highlight.exact).split()), room)
            sign = Segment(SIGNS[highlight.colour].ljust(INDENT), make_style(palette.accent))
            style = make_style(palette.text, palette.highlight(highlight.colour), bold=selected)
            return [sign, Segment(words, style)], [Segment(state, make_style(palette.dim, italic=True))]
        dim = make_style(palette.text if selected else palette.dim)
        if highlight.now and part == 1 + bool(title):
            return [Segment(" " * INDENT), Segment(cut(f"now: {item.change}", width - INDENT), dim)], []
        tags = cut(format_tags(highlight.tags), width // 2)
        source = cut(self._source(item), width // 2)
        left = [Segment(" " * INDENT), *([Segment(f"{source}  ", dim)] if source else [])]
        if highlight.note:
            room = width - cell_width(left) - len(NOTE) - 1 - (len(tags) + INDENT if tags else 0)
            left += [
                Segment(f"{NOTE} ", make_style(palette.accent)),
                Segment(cut(" ".join(highlight.note.split()), room), make_style(palette.text, italic=True)),
            ]
        return left, [Segment(tags, dim)]

    def _source(self, item: HighlightEntry) -> str:
        """The speaker and the article, except what the titles of the groups say."""
        speaker = item.highlight.speaker
        mark = YOURS if item.highlight.corrected or (speaker is not None and speaker.corrected) else ""
        facts = {"voice": speaker.name if speaker else "", "article": item.title}
        shown = (fact for order, fact in facts.items() if order != self._order)
        return " · ".join(filter(None, (*shown, mark)))

    def entry_opened(self) -> None:
        """Post the selected highlight."""
        if self.selected_entry is not None:
            self.post_message(self.Opened(self.selected_entry))

    def action_regroup(self) -> None:
        """Ask for the next order."""
        self.post_message(self.OrderRequested())


def _state(item: HighlightEntry) -> str:
    """Return what a person has to know of the words: that they are not found, or other ones now; "" for nothing."""
    if item.highlight.spans:
        return CHANGED if item.highlight.now else ""
    return NOT_OPENED if item.is_expected else NOT_FOUND

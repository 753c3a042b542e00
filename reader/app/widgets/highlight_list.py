"""The list of all highlights: words, who said them and what was noted, under the titles of their groups."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.message import Message

from reader.app.rendering.page_rows import NOTE, SIGNS
from reader.app.rendering.segments import cell_width, make_style
from reader.app.rendering.truncate import cut, format_tags
from reader.app.theming.palette import Palette
from reader.app.viewmodels.highlight_groups import HighlightEntry, HighlightGroup
from reader.app.viewmodels.row_index import build_row_index
from reader.app.widgets.list_view import ListView, Segments

NOT_FOUND = "no longer in the text"
INDENT = 2  # cells of the sign of a highlight's colour


class HighlightList(ListView):
    """A title a group; an entry two rows: the words in their colour; speaker or article, note and tags below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("equals_sign", "regroup", "by article, by voice, by tag", show=False, id="list.regroup"),
    ]

    class Opened(Message):
        """A person wants to go to a keepsake."""

        def __init__(self, keepsake: HighlightEntry) -> None:
            super().__init__()
            self.entry = keepsake

    class OrderRequested(Message):
        """A person wants the next order."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._entries: tuple[
            tuple[str, HighlightEntry], ...
        ] = ()  # a group's title with its first entry, "" with the others
        self._order = ""

    def show(self, groups: Sequence[HighlightGroup], order: str) -> None:
        """Show these groups, the first entry selected; `order` is what they are grouped by."""
        self._order = order
        self._entries = tuple(
            ("" if at else group.title, each) for group in groups for at, each in enumerate(group.entries)
        )
        self.selected = 0 if self._entries else None
        self.top = 0
        heights = [2 + bool(title) for title, _ in self._entries]
        self.set_rows(build_row_index(heights, [1] * len(heights)))

    def render_heading(self, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """“Highlights”, how many, and what they are grouped by."""
        left = [
            Segment("Highlights", make_style(palette.accent, bold=True)),
            Segment(f" {self.count}", make_style(palette.dim)),
        ]
        return left, [Segment(cut(f"by {self._order}", width - cell_width(left) - 2), make_style(palette.dim))]

    def has_selection_mark(self, entry: int, part: int) -> bool:
        """A group's title is not a part of what is selected under it."""
        return part > 0 or not self._entries[entry][0]

    def render_entry(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """A group's title, a highlight's words, or what is known of it."""
        title, keepsake = self._entries[entry]
        if title and part == 0:
            return [Segment(cut(title, width), make_style(palette.dim, bold=True))], []
        highlight, selected = keepsake.highlight, entry == self.selected
        if part == bool(title):
            gone = "" if highlight.spans else NOT_FOUND
            room = width - INDENT - (len(gone) + INDENT if gone else 0)
            lead = highlight.speaker.lead(highlight.exact) if highlight.speaker else ""
            words = cut(" ".join((lead + highlight.exact).split()), room)
            sign = Segment(SIGNS[highlight.colour].ljust(INDENT), make_style(palette.accent))
            style = make_style(palette.text, palette.highlight(highlight.colour), bold=selected)
            return [sign, Segment(words, style)], [Segment(gone, make_style(palette.dim, italic=True))]
        dim = make_style(palette.text if selected else palette.dim)
        tags = cut(format_tags(highlight.tags), width // 2)
        who = cut(self._beside(keepsake), width // 2)
        left = [Segment(" " * INDENT), *([Segment(f"{who}  ", dim)] if who else [])]
        if highlight.note:
            room = width - cell_width(left) - len(NOTE) - 1 - (len(tags) + INDENT if tags else 0)
            left += [
                Segment(f"{NOTE} ", make_style(palette.accent)),
                Segment(cut(" ".join(highlight.note.split()), room), make_style(palette.text, italic=True)),
            ]
        return left, [Segment(tags, dim)]

    def _beside(self, keepsake: HighlightEntry) -> str:
        """Who said it and in which article it stands: whichever the titles of the groups don't tell."""
        speaker = keepsake.highlight.speaker
        facts = {"voice": speaker.name if speaker else "", "article": keepsake.title}
        return " · ".join(filter(None, (fact for order, fact in facts.items() if order != self._order)))

    def entry_opened(self) -> None:
        """Go to the selected highlight."""
        if self.selected is not None:
            self.post_message(self.Opened(self._entries[self.selected][1]))

    def action_regroup(self) -> None:
        """The next order."""
        self.post_message(self.OrderRequested())

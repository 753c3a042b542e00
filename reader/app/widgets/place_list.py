"""A list of places in articles: under each title the words around what was searched for, and who says them."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.message import Message

from reader.app.rendering.page_rows import NOTE
from reader.app.rendering.segments import cell_width, make_style
from reader.app.rendering.truncate import cut, format_tags
from reader.app.theming.palette import Palette
from reader.app.viewmodels.place_entries import PlaceEntry
from reader.app.viewmodels.row_index import build_row_index
from reader.app.widgets.list_view import ListView, Segments
from reader.model import Span
from reader.services.search_places import PlaceKind
from reader.text.snippets import snippet

INDENT = 2
"""Cells before the words of a place."""


class PlaceList(ListView):
    """Titles of articles, and places of one row, or of two where there is something to say of one.

    Args:
        heading: What the list is of.
        with_speakers: Whether to say who says the words of a place.
    """

    class Opened(Message):
        """A person wants to go to a place."""

        def __init__(self, entry: PlaceEntry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, heading: str, *, with_speakers: bool = True, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._heading = heading
        self._with_speakers = with_speakers
        self._summary = ""
        self._entries: tuple[PlaceEntry, ...] = ()

    @property
    def selected_entry(self) -> PlaceEntry | None:
        """The selected place."""
        return None if self.selected is None else self._entries[self.selected]

    def show(self, entries: Sequence[PlaceEntry], summary: str, *, keep_selection: bool = False) -> None:
        """Show places, the first one selected or with `keep_selection` the same as before, and say how many."""
        self._entries = tuple(entries)
        self._summary = summary
        heights = [1 + entry.is_first + bool(self._facts(entry)) for entry in self._entries]
        gaps = [int(entry.is_first and at > 0) for at, entry in enumerate(self._entries)]
        rows = build_row_index(heights, gaps)
        if keep_selection and self.selected is not None:
            self.set_rows(rows)
        else:
            self.reset(rows, 0 if entries else None)

    def render_heading(self, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return the heading, and how much is shown."""
        left = [Segment(cut(self._heading, width), make_style(palette.accent, bold=True))]
        return left, [Segment(cut(self._summary, width - cell_width(left) - INDENT), make_style(palette.dim))]

    def has_selection_mark(self, entry: int, part: int) -> bool:
        """Return False for the title of an article."""
        return part > 0 or not self._entries[entry].is_first

    def render_entry(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return the title of an article, the words of a place, or what there is to say of it."""
        item, is_selected = self._entries[entry], entry == self.selected
        if item.is_first and part == 0:
            facts = cut(item.facts, width // 2)
            room = width - (len(facts) + INDENT if facts else 0)
            title = Segment(cut(item.article.title, room), make_style(palette.text, bold=True))
            return [title], [Segment(facts, make_style(palette.dim))]
        indent = Segment(" " * INDENT)
        if part == item.is_first:
            sign = Segment(f"{NOTE} ", make_style(palette.accent)) if item.place.kind is PlaceKind.NOTE else indent
            words, marks = snippet(item.place.text, item.place.marks, width - INDENT)
            return [sign, *_with_marks(words, marks, palette, is_selected=is_selected)], []
        style = make_style(palette.text if is_selected else palette.dim)
        return [indent, Segment(cut(self._facts(item), width - INDENT), style)], []

    def _facts(self, item: PlaceEntry) -> str:
        place = item.place
        speaker = place.who if self._with_speakers else ""
        note = f"{NOTE} {place.note}" if place.note else ""
        return "  ".join(filter(None, (speaker, note, format_tags(place.tags))))

    def entry_opened(self) -> None:
        """Post the selected place."""
        if self.selected_entry is not None:
            self.post_message(self.Opened(self.selected_entry))


def _with_marks(words: str, marks: Sequence[Span], palette: Palette, *, is_selected: bool) -> Segments:
    """Return words with what was searched for marked: bold, underlined and in another colour."""
    plain = make_style(palette.text, bold=is_selected)
    marked = make_style(palette.accent, bold=True, underline=True)
    segments: Segments = []
    at = 0
    for mark in marks:
        segments += [Segment(words[at : mark.start], plain), Segment(mark.of(words), marked)]
        at = mark.end
    return [*(segment for segment in segments if segment.text), Segment(words[at:], plain)]

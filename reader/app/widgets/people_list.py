"""The list of all people and bodies of the library: name and kind, roles and affiliations, and how much they say."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.message import Message

from reader.app.rendering.segments import cell_width, make_style
from reader.app.rendering.truncate import cut
from reader.app.theming.palette import Palette
from reader.app.viewmodels.people_rows import person_counts, person_summary
from reader.app.viewmodels.row_index import build_row_index
from reader.app.widgets.list_view import ListView, Segments
from reader.services.person_groups import Person


class PeopleList(ListView):
    """People in two rows each; the one that waits to be joined with another has a sign."""

    class Opened(Message):
        """A person wants to see what somebody said."""

        def __init__(self, person: Person) -> None:
            super().__init__()
            self.person = person

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._people: tuple[Person, ...] = ()
        self._joining: Person | None = None

    @property
    def selected_person(self) -> Person | None:
        """The selected person."""
        return None if self.selected is None else self._people[self.selected]

    def show(self, people: Sequence[Person], *, joining: Person | None = None, selected: int = 0) -> None:
        """Show these people, with the one who waits to be joined, and the entry with this number selected."""
        self._people = tuple(people)
        self._joining = joining
        count = len(people)
        rows = build_row_index([2] * count, [int(at > 0) for at in range(count)])
        self.reset(rows, min(selected, count - 1) if count else None)

    def mark(self, joining: Person | None) -> None:
        """Show who waits to be joined; None for nobody."""
        self._joining = joining
        self.refresh()

    def render_heading(self, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return “Voices of the library” with their number."""
        left = [
            Segment("Voices of the library", make_style(palette.accent, bold=True)),
            Segment(f" {self.count:,}", make_style(palette.dim)),
        ]
        return left, [Segment(cut("experts first", width - cell_width(left) - 2), make_style(palette.dim))]

    def render_entry(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return a row of a person."""
        person, is_selected = self._people[entry], entry == self.selected
        dim = make_style(palette.text if is_selected else palette.dim)
        if part:
            return [Segment(cut(person_summary(person), width), dim)], []
        counts = person_counts(person)
        sign = "+ " if person == self._joining else ""
        style = make_style(palette.accent if is_selected else palette.text, bold=is_selected)
        name = cut(f"{sign}{person.name}", width - len(counts) - 2)
        return [Segment(name, style)], [Segment(counts, dim)]

    def entry_opened(self) -> None:
        """Post the selected person."""
        if self.selected_person is not None:
            self.post_message(self.Opened(self.selected_person))

"""The screen of all people and bodies that are quoted in the library, experts first."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from reader.app.controllers.library_workers import IndexChanged, IndexWorker, LibraryTask, LookupFailed
from reader.app.screens.list_screen import FilteredListScreen, list_keys
from reader.app.viewmodels.people_rows import PersonEntry, people_matching, person_entries, place_of
from reader.app.widgets.fact_sheet import Fact, FactSheet
from reader.app.widgets.filter_input import FilterInput
from reader.app.widgets.footer import Footer
from reader.app.widgets.people_list import PeopleList
from reader.errors import PullquoteError
from reader.model import format_count

if TYPE_CHECKING:
    from reader.services.person_groups import Person
    from reader.services.session import Session

EMPTY = (Fact("No voices yet. The people and bodies that your articles quote are listed here."),)


class PeopleLoaded(Message):
    """The people of the library, and why they can't be listed, if they can't."""

    def __init__(self, people: tuple[PersonEntry, ...], problem: str) -> None:
        super().__init__()
        self.people = people
        self.problem = problem


class PeopleScreen(FilteredListScreen[None]):
    """The voices of the library: Enter shows what one said, `w` on two joins them, `/` filters, Esc returns."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter", show=False, id="people.filter"),
        Binding("w", "join", "join: w on one, then on the other who is the same", show=False, id="people.join"),
        Binding("x", "separate", "undo the joins of this voice", show=False, id="people.separate"),
        Binding("U", "undo", "undo the last change", show=False, id="people.undo"),
        Binding("ctrl+r", "redo", "make the undone change again", show=False, id="people.redo"),
        *list_keys("people", "voice"),
    ]
    AUTO_FOCUS = "#people"
    list_type = PeopleList
    list_context = "people"

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self._session = session
        self._people: tuple[PersonEntry, ...] = ()
        self._joining: Person | None = None
        self._index = IndexWorker(session, self)
        self._has_loaded = False

    def compose(self) -> ComposeResult:
        """Create the filter, the list, what stands in place of an empty list, and the footer."""
        yield FilterInput("type words of a name, a role or an affiliation", id="filter")
        yield PeopleList(id="people")
        yield FactSheet("Voices of the library", id="sheet-rows")
        yield Footer(context="people", id="footer")

    def on_mount(self) -> None:
        """Load the people, and index what is new."""
        self.on_resize()
        self.query_one(FactSheet).display = False
        self._load()
        self._index.start()

    def on_unmount(self) -> None:
        """End the thread."""
        self._index.stop()

    def _load(self) -> None:
        def work(session: "Session") -> Message:
            people = person_entries(session.people.all())
            return PeopleLoaded(people, session.search.problem or session.library.problem or "")

        LibraryTask(self._session, self, work).start()

    @on(PeopleLoaded)
    def _loaded(self, event: PeopleLoaded) -> None:
        event.stop()
        self._people = event.people
        self._has_loaded = True
        self._show(self.query_one(PeopleList).selected_person)
        if event.problem:
            self.show_message(event.problem)

    @on(IndexChanged)
    def _index_changed(self, event: IndexChanged) -> None:
        event.stop()
        if event.count:
            self.show_message(f"indexing {format_count(event.count, 'article')}: {event.done:,} done")
            return
        if event.has_changed or event.problem:
            self.show_message(event.problem)
        if event.has_changed:
            self._load()

    def _show(self, selected: "Person | None" = None) -> None:
        """Show who matches the filter, with the entry selected that has the first voice of `selected`."""
        text = self.query_one(FilterInput).input.value
        found = people_matching(self._people, text)
        people, empty = self.query_one(PeopleList), self.query_one(FactSheet)
        people.show(found, joining=self._joining, selected=place_of(found, selected))
        people.display = bool(found) or not self._has_loaded
        empty.display = not people.display
        if empty.display:
            empty.show([Fact(f"No voice matches “{text.strip()}”.")] if text.strip() else EMPTY)

    @on(Input.Changed)
    def _filtered(self, event: Input.Changed) -> None:
        event.stop()
        self._show()

    @on(PeopleList.Opened)
    def _opened(self, event: PeopleList.Opened) -> None:
        event.stop()
        from reader.app.screens.person_screen import PersonScreen  # noqa: PLC0415 - loaded when a person asks for it

        self.app.push_screen(PersonScreen(self._session, event.person))

    @on(LookupFailed)
    def _failed(self, event: LookupFailed) -> None:
        event.stop()
        self.show_message(event.problem)

    def on_key(self) -> None:
        """Remove the message at the next key."""
        self.show_message("")

    def action_join(self) -> None:
        """Remember the selected person, or join that person with the one who was remembered."""
        person, joining = self.query_one(PeopleList).selected_person, self._joining
        if person is None:
            return
        if joining is None:
            self._joining = person
            self.query_one(PeopleList).mark(person)
            self.show_message(f"{person.name}: now w on the voice that is the same · Esc cancels")
            return
        if joining == person:
            self._joining = None
            self.query_one(PeopleList).mark(None)
            self.show_message("nobody was joined")
            return
        self._change(lambda: self._session.people.join(joining, person), f"joined with {joining.name} · U undoes")

    def action_separate(self) -> None:
        """Take back the joins of the selected person."""
        person = self.query_one(PeopleList).selected_person
        if person is not None:
            self._change(lambda: self._session.people.separate(person), f"{person.name} taken apart · U undoes")

    def action_undo(self) -> None:
        """Undo the last change, here or in the article."""
        self._change(self._session.undo, "nothing to undo")

    def action_redo(self) -> None:
        """Make the change again that was undone last."""
        self._change(self._session.redo, "nothing to redo")

    def _change(self, change: Callable[[], str | None], done: str) -> None:
        """Make a change, say what was done or why not, and load the people again."""
        self._joining = None
        try:
            message = change() or done
        except PullquoteError as error:
            message = str(error)
        self.show_message(message)
        self._load()

    def action_leave(self) -> None:
        """Forget the voice that waits to be joined, end the filter, or go back."""
        if self._joining is None:
            super().action_leave()
        else:
            self._joining = None
            self.query_one(PeopleList).mark(None)

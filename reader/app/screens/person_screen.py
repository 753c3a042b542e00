"""The page of a person of the library: who it is over time, and everything said, by date and article."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from reader.app.controllers.library_workers import LibraryTask, LookupFailed
from reader.app.messages import LocationOpened
from reader.app.rendering.columns import columns
from reader.app.screens.list_screen import ListScreen, list_keys
from reader.app.viewmodels.people_rows import other_names, person_counts, station_lines
from reader.app.viewmodels.place_entries import place_entries
from reader.app.widgets.fact_sheet import Fact, FactSheet
from reader.app.widgets.footer import Footer
from reader.app.widgets.place_list import PlaceList
from reader.services.person_groups import Person
from reader.services.search import FoundArticle

if TYPE_CHECKING:
    from reader.services.session import Session

MOST_STATIONS = 3
"""Roles and affiliations that stand above what a person said; a filter of the list of people finds by all."""


class QuotationsLoaded(Message):
    """What a person said, the newest article first."""

    def __init__(self, articles: tuple[FoundArticle, ...]) -> None:
        super().__init__()
        self.articles = articles


class PersonScreen(ListScreen[None]):
    """What a person said: Enter opens a quotation in its article, Esc returns."""

    BINDINGS: ClassVar[list[BindingType]] = list_keys("person", "quotation")
    AUTO_FOCUS = "#places"
    list_type = PlaceList

    def __init__(self, session: "Session", person: Person) -> None:
        super().__init__()
        self._session = session
        self._person = person

    def compose(self) -> ComposeResult:
        """Create the facts, the list of quotations, and the footer."""
        yield FactSheet(self._person.name, id="person-facts")
        yield PlaceList("Said", with_speakers=False, id="places")
        yield Footer(context="places", id="footer")

    def on_mount(self) -> None:
        """Show who it is, and look up what was said."""
        self.on_resize()
        self.query_one(FactSheet).show(person_facts(self._person), person_counts(self._person))
        self.query_one(PlaceList).show((), "looking it up")
        person = self._person
        LibraryTask(self._session, self, lambda session: QuotationsLoaded(tuple(session.people.said(person)))).start()

    def on_resize(self) -> None:
        """Stand where an article's text stands."""
        shared = columns(self.app.size.width, alone=True)
        self.query_one(Footer).fit(shared)
        self.query_one(PlaceList).fit(shared, above=1)
        self.query_one(FactSheet).fit(shared)
        self.call_after_refresh(self._fit_facts)

    def _fit_facts(self) -> None:
        """Give the facts as many rows as they take at this width, with their heading."""
        for facts in self.query(FactSheet):  # there is none if the screen was closed meanwhile
            facts.styles.height = facts.state.rows.row_count + 1

    @on(QuotationsLoaded)
    def _loaded(self, event: QuotationsLoaded) -> None:
        event.stop()
        self.query_one(PlaceList).show(place_entries(event.articles), "newest first")

    @on(PlaceList.Opened)
    def _opened(self, event: PlaceList.Opened) -> None:
        event.stop()
        self.post_message(LocationOpened(event.entry.article.location, target=event.entry.place.target))

    @on(LookupFailed)
    def _failed(self, event: LookupFailed) -> None:
        event.stop()
        self.show_message(event.problem)

    def on_key(self) -> None:
        """Remove the message at the next key."""
        self.show_message("")


def person_facts(person: Person) -> list[Fact]:
    """Return who a person is: kinds, roles and affiliations over time, other names."""
    stations = station_lines(person)
    more = len(stations) - MOST_STATIONS
    shown = stations[:MOST_STATIONS]
    if more > 0:
        shown[-1] += f" and {more} more"
    names = other_names(person)
    facts = [Fact(", ".join(person.kinds), label="kind")]
    facts += [Fact(station, label=" " if at else "known as") for at, station in enumerate(shown)]
    if names:
        facts.append(Fact(", ".join(names), label="also"))
    return facts

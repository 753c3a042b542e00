"""The screen of a search over the library: places grouped by article, as one types."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from reader.app.controllers.library_workers import IndexChanged, IndexWorker, SearchFound, SearchWorker
from reader.app.messages import LocationOpened
from reader.app.screens.list_screen import FilteredListScreen, list_keys
from reader.app.viewmodels.place_entries import PlaceEntry, place_entries, search_summary
from reader.app.widgets.fact_sheet import Fact, FactSheet
from reader.app.widgets.filter_input import FilterInput
from reader.app.widgets.footer import Footer
from reader.app.widgets.place_list import PlaceList
from reader.model import Article, format_count
from reader.services.search_places import Target

if TYPE_CHECKING:
    from reader.services.session import Session

HELP = (
    Fact("Type words to search all articles that you have read, with their quotations, your notes and tags."),
    Fact("these words in this order", label='"river delta"', keys=True),
    Fact("what a voice with this name says", label="voice:okoro", keys=True),
    Fact("what experts say; also official, journalist, person…, direct, block…", label="kind:expert", keys=True),
    Fact("highlights with this tag", label="tag:water", keys=True),
    Fact("articles of this outlet", label="outlet:post", keys=True),
    Fact("articles from 2024 on, up to May 2025", label="after:2023 before:2025-06", keys=True),
    Fact("only what you highlighted", label="highlighted:yes", keys=True),
)


class SearchScreen(FilteredListScreen[Target]):
    """A search over the library: results come as one types, Enter opens a place, Esc returns.

    The result is a place to go to in the article that is open, None for none.

    Args:
        session: The person's settings and library.
        article: The article that is open, None for none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "search", show=False, id="library_search.search"),
        *list_keys("library_search", "place"),
    ]
    AUTO_FOCUS = "Input"
    list_type = PlaceList
    list_context = "places"
    filter_context = "searching the library"

    def __init__(self, session: "Session", article: Article | None = None) -> None:
        super().__init__()
        self._session = session
        self._article = article
        self._text = ""
        self._problem = ""
        self._search = SearchWorker(session, self)
        self._index = IndexWorker(session, self)

    def compose(self) -> ComposeResult:
        """Create the input, the list, what stands in place of an empty list, and the footer."""
        yield FilterInput("search everything that you have read", id="filter")
        yield PlaceList("Found", id="places")
        yield FactSheet("Search", id="sheet-rows")
        yield Footer(context="searching the library", id="footer")

    def on_mount(self) -> None:
        """Start looking up what is typed, and index what is new."""
        self.on_resize()
        self._show_help()
        self._search.start()
        self._index.start()

    def on_unmount(self) -> None:
        """End the threads."""
        self._search.stop()
        self._index.stop()

    def on_screen_resume(self) -> None:
        """Look up again what is typed: an article that was opened may have changed."""
        if self._text:
            self._search.ask(self._text)

    def _show_help(self) -> None:
        places, empty = self.query_one(PlaceList), self.query_one(FactSheet)
        places.display, empty.display = False, True
        empty.show(HELP)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._text = event.value
        self._search.ask(event.value)
        if not event.value.strip():
            self._show_help()

    @on(SearchFound)
    def _found(self, event: SearchFound) -> None:
        event.stop()
        if event.text != self._text or not event.text.strip():
            return
        places, empty = self.query_one(PlaceList), self.query_one(FactSheet)
        entries = place_entries(event.articles)
        summary = search_summary(len(event.articles), event.proposed, is_complete=event.is_complete)
        places.show(entries, f"{summary}, last read first", keep_selection=not event.is_first)
        places.display, empty.display = bool(entries), not entries
        if not entries:
            empty.show([Fact(event.problem or f"Nothing in your library has “{event.text.strip()}”.")])
            self.action_filter()

    @on(IndexChanged)
    def _index_changed(self, event: IndexChanged) -> None:
        event.stop()
        self._problem = event.problem
        if event.count:
            self.show_message(f"indexing {format_count(event.count, 'article')}: {event.done:,} done")
            return
        if event.has_changed or event.problem:
            self.show_message(event.problem)
        if event.has_changed and self._text:
            self._search.ask(self._text)

    @on(PlaceList.Opened)
    def _opened(self, event: PlaceList.Opened) -> None:
        event.stop()
        self._open(event.entry)

    def _open(self, entry: PlaceEntry) -> None:
        target = entry.place.target
        if target is not None and self._article is not None and self._session.search.has(self._article, entry.article):
            self.dismiss(target)
        else:
            self.post_message(LocationOpened(entry.article.location, target=target))

    def on_key(self) -> None:
        """Remove the message at the next key."""
        self.show_message(self._problem)

    def action_leave(self) -> None:
        """Go from the input to what was found, or back."""
        if self.query_one(FilterInput).input.has_focus and self.listing.display:
            self.focus_list()
        else:
            self.dismiss()

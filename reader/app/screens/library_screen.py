"""The library screen: the articles that were read and those to read, with how far each was read."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from reader.app.diagnostics import diagnostics_of
from reader.app.messages import LocationOpened, RequestedHighlight
from reader.app.rendering.segments import make_style
from reader.app.rendering.truncate import cut
from reader.app.screens.list_screen import FilteredListScreen, list_keys
from reader.app.theming.palette import Palette
from reader.app.viewmodels.cycle import next_in_cycle
from reader.app.viewmodels.library_orders import ORDERS, progress_of
from reader.app.viewmodels.row_index import build_row_index
from reader.app.widgets.fact_sheet import Fact, FactSheet
from reader.app.widgets.filter_input import FilterInput
from reader.app.widgets.footer import Footer
from reader.app.widgets.list_view import ListView, Segments
from reader.errors import PullquoteError
from reader.model import format_count, format_date
from reader.printable import printable

if TYPE_CHECKING:
    from reader.app.viewmodels.highlight_groups import HighlightChoice
    from reader.services.session import LibraryEntry, Session

TITLE_WIDTH = 40
"""Cells of a title in a message."""

EMPTY = (
    Fact("No articles yet. The articles that you open are listed here."),
    Fact("open a text, Markdown or HTML file", label="pullquote article.html", keys=True),
    Fact("open the output of another program", label="cat article.txt | pullquote -", keys=True),
    Fact("all commands and options", label="pullquote --help", keys=True),
)


class ArticleList(ListView):
    """Articles in two rows: title and when it was read; outlet, date, length, highlights and how far it was read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("equals_sign", "reorder", "order by last read, date or title", show=False, id="list.reorder"),
    ]

    class Opened(Message):
        """A person opened the article at `location`."""

        def __init__(self, location: str) -> None:
            super().__init__()
            self.location = location

    class OrderRequested(Message):
        """A person wants the next order."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._articles: tuple[LibraryEntry, ...] = ()
        self._order = ""

    def show(self, articles: Sequence["LibraryEntry"], order: str, *, keep_selection: bool = False) -> None:
        """Show these articles; the first one is selected, or with `keep_selection` the same as before.

        Where that one is gone, the one in its place is.
        """
        self._order = order
        before, selected = self.selected_article if keep_selection else None, 0
        if before is not None:
            same = (at for at, article in enumerate(articles) if article.location == before.location)
            selected = next(same, self.selected or 0)
        self._articles = tuple(articles)
        count = len(articles)
        rows = build_row_index([2] * count, [int(at > 0) for at in range(count)])
        self.reset(rows, min(selected, count - 1) if articles else None)

    def render_heading(self, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return “Library” with the number of articles, and their order."""
        left = [
            Segment("Library", make_style(palette.accent, bold=True)),
            Segment(f" {self.count}", make_style(palette.dim)),
        ]
        return left, [Segment(cut(f"by {self._order}", width), make_style(palette.dim))]

    def render_entry(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """Return a row of an article."""
        article = self._articles[entry]
        selected = entry == self.selected
        dim = make_style(palette.text if selected else palette.dim)
        if part == 0:
            read = format_read_time(article.read, datetime.now(tz=UTC).astimezone()) if article.read else ""
            style = make_style(palette.accent if selected else palette.text, bold=selected)
            return [Segment(cut(article.name, width - len(read) - 2), style)], [Segment(read, dim)]
        words = format_count(article.words, "word") if article.read else ""
        former = f"was {article.former_path}" if article.former_path else ""
        facts = [article.outlet or article.byline or "", format_date(article.published), words, former]
        highlights = format_count(article.highlights, "highlight") if article.highlights else ""
        aside = "  ".join(filter(None, (highlights, progress_of(article))))
        return [Segment(cut(" · ".join(filter(None, facts)), width - len(aside) - 2), dim)], [Segment(aside, dim)]

    @property
    def locations(self) -> list[str]:
        """The locations of the articles, in their order."""
        return [article.location for article in self._articles]

    @property
    def selected_article(self) -> "LibraryEntry | None":
        """The selected article."""
        return None if self.selected is None else self._articles[self.selected]

    def entry_opened(self) -> None:
        """Post the selected article."""
        if self.selected_article is not None:
            self.post_message(self.Opened(self.selected_article.location))

    def action_reorder(self) -> None:
        """Ask for the next order."""
        self.post_message(self.OrderRequested())


class LibraryScreen(FilteredListScreen[None]):
    """The articles that were read: j k move, Enter opens (`LocationOpened`), `/` searches, `f` filters, `=` orders.

    `V` lists the voices, `H` the highlights, and `:` the commands. `x` asks, and a second `x` removes the selected
    article, unless it has highlights; `U` brings it back. The list is filtered by `query` at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "search all that you have read", show=False, id="library.search"),
        Binding("f", "filter", "filter by title, author or outlet", show=False, id="library.filter"),
        Binding("V", "people", "the voices of all articles", show=False, id="library.people"),
        Binding("H", "highlights", "all highlights of all articles", show=False, id="library.highlights"),
        Binding("colon", "commands", "find a command by name", show=False, id="library.commands"),
        Binding("x", "remove", "remove the article from the library", show=False, id="library.remove"),
        Binding("U", "undo", "undo the last change", show=False, id="library.undo"),
        Binding("ctrl+r", "redo", "make the undone change again", show=False, id="library.redo"),
        *list_keys("library", "article"),
    ]
    AUTO_FOCUS = "#articles"
    list_type = ArticleList
    list_context = "list"

    def __init__(self, session: "Session", query: str = "") -> None:
        super().__init__()
        self._session = session
        self._query = query
        self._order = next(iter(ORDERS))
        self._removing: str | None = None  # the id of the article that x asked about

    def compose(self) -> ComposeResult:
        """Create the filter, the list, what stands in place of an empty list, and the footer."""
        yield FilterInput("type words of a title, author or outlet", sign="f", id="filter")
        yield ArticleList(id="articles")
        yield FactSheet("Library", id="sheet-rows")
        yield Footer(context="list", id="footer")

    def on_mount(self) -> None:
        """Fill in the filter; the list itself is filled when the screen resumes, a moment later."""
        self.on_resize()
        with self.prevent(Input.Changed):
            self.query_one(FilterInput).input.value = self._query
        self.show_message(" ".join(diagnostics_of(self.app)))

    def on_screen_resume(self) -> None:
        """Show the articles; one that was just read is the newest now."""
        self._show(keep_selection=True)

    def _show(self, *, keep_selection: bool = False) -> None:
        query = self.query_one(FilterInput).input.value
        articles = ORDERS[self._order](self._session.library.entries(query))
        list_, empty = self.query_one(ArticleList), self.query_one(FactSheet)
        list_.show(articles, self._order, keep_selection=keep_selection)
        list_.display = bool(articles)
        empty.display = not articles
        if not articles:
            query = query.strip()
            empty.show([Fact(f"No article matches “{query}” in its title, author or outlet.")] if query else EMPTY)
        if self._session.library.notice is not None:
            self.show_message(self._session.library.notice)

    @on(Input.Changed)
    def _filtered(self, event: Input.Changed) -> None:
        event.stop()
        self._show()

    @on(ArticleList.Opened)
    def _opened(self, event: ArticleList.Opened) -> None:
        event.stop()
        self.show_message("")
        self.post_message(LocationOpened(event.location))

    @on(ArticleList.OrderRequested)
    def _reordered(self, event: ArticleList.OrderRequested) -> None:
        event.stop()
        self._order = next_in_cycle(ORDERS, self._order)
        self._show(keep_selection=True)

    def action_search(self) -> None:
        """Search the texts of all articles."""
        from reader.app.screens.search_screen import SearchScreen  # noqa: PLC0415 - loaded when a person asks for it

        self.app.push_screen(SearchScreen(self._session))

    def action_people(self) -> None:
        """List the voices of all articles."""
        from reader.app.screens.people_screen import PeopleScreen  # noqa: PLC0415 - as above

        self.app.push_screen(PeopleScreen(self._session))

    def action_highlights(self) -> None:
        """List the highlights of all articles, and open an article at the one that is chosen."""
        from reader.app.screens.highlights_screen import HighlightsScreen  # noqa: PLC0415 - as above

        self.app.push_screen(HighlightsScreen(self._session), self._open_highlight)

    def _open_highlight(self, choice: "HighlightChoice | None") -> None:
        article = None if choice is None else choice.entry.library_entry
        if choice is not None and article is not None:
            requested = RequestedHighlight(choice.entry.highlight.id, choice.is_to_correct)
            self.post_message(LocationOpened(article.location, requested))

    def action_commands(self) -> None:
        """Open the command palette."""
        from reader.app.controllers.library_palette import LibraryPalette  # noqa: PLC0415 - as above
        from reader.app.screens.palette_screen import PaletteScreen  # noqa: PLC0415 - as above

        palette = LibraryPalette(self, self.listing, self.show_message)
        self.app.push_screen(PaletteScreen(palette.entries(self._session.library.entries())), palette.choose)

    def on_key(self, event: events.Key) -> None:
        """Remove the message at the next key, and forget the question of `x` at any other key."""
        self.show_message("")
        if event.key != "x":
            self._removing = None

    def action_remove(self) -> None:
        """Ask whether to remove the selected article, or remove it if that was asked before."""
        list_ = self.query_one(ArticleList)
        article = list_.selected_article
        if article is None:
            return
        title = article.name
        highlights = f" and its {format_count(article.highlights, 'highlight')}" if article.highlights else ""
        if self._removing != article.article_id:
            self._removing = article.article_id
            stays = "U undoes" if highlights else "the file or page stays"
            self.show_message(f"press x again to remove “{cut(title, TITLE_WIDTH)}”{highlights} ({stays})")
            return
        self._removing = None
        try:
            self._session.removals.remove(article.article_id, highlight_count=article.highlights)
        except PullquoteError as error:
            self.show_message(str(error))
            return
        self._show(keep_selection=True)
        self.show_message(f"removed “{cut(title, TITLE_WIDTH)}”{highlights} from the library · U undoes")

    def action_undo(self) -> None:
        """Undo the last change, here or in an article."""
        self._replay(self._session.undo, "nothing to undo")

    def action_redo(self) -> None:
        """Make the change again that was undone last."""
        self._replay(self._session.redo, "nothing to redo")

    def _replay(self, change: Callable[[], str | None], nothing: str) -> None:
        """Undo or redo a change, and show the library as it is now, with the article selected that came back."""
        list_ = self.query_one(ArticleList)
        before = set(list_.locations)
        try:
            message = change() or nothing
        except PullquoteError as error:
            message = str(error)
        self._show(keep_selection=True)
        back = [place for place, location in enumerate(list_.locations) if location not in before]
        if back and before:
            list_.select(back[0])
        if self.focused is None or not self.focused.display:
            list_.focus()
        self.show_message(message)

    def action_leave(self) -> None:
        """End the filter, or go back, or end the program where nothing is below."""
        line = self.query_one(FilterInput)
        if len(self.app.screen_stack) > 1 or line.input.value or line.input.has_focus:
            super().action_leave()
        else:
            self.app.exit()


def format_read_time(read: str, now: datetime) -> str:
    """Format a time (ISO 8601) as seen at `now`: "14:03" today, "2 Mar", "2 Mar 2023" in another year."""
    try:
        then = datetime.fromisoformat(read).astimezone(now.tzinfo)
    except (ValueError, OverflowError):
        return printable(read[:10])
    if then.date() == now.date():
        return f"{then:%H:%M}"
    day = f"{then.day} {then:%b}"
    return day if then.year == now.year else f"{day} {then.year}"

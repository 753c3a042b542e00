"""The library: what was read before, newest first."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from reader.app.messages import LocationOpened
from reader.app.rendering.columns import columns
from reader.app.rendering.segments import make_style
from reader.app.rendering.truncate import cut
from reader.app.theming.palette import Palette
from reader.app.viewmodels.row_index import build_row_index
from reader.app.widgets.fact_sheet import Fact, FactSheet
from reader.app.widgets.filter_input import FilterInput
from reader.app.widgets.footer import Footer
from reader.app.widgets.list_view import ListView, Segments
from reader.errors import PullquoteError
from reader.model import counted, day_of

if TYPE_CHECKING:
    from reader.services.session import LibraryEntry, Session

TITLE = 40
"""Cells that a title may take in a sentence about it."""

EMPTY = (
    Fact("Nothing read yet. What you open with Pullquote is listed here, so that you find it again."),
    Fact("open a text, a Markdown or an HTML file", label="pullquote article.html", keys=True),
    Fact("open what another program prints", label="cat article.txt | pullquote -", keys=True),
    Fact("all that it can do", label="pullquote --help", keys=True),
)


class ArticleList(ListView):
    """The articles: title and when it was read; outlet, length and highlights below."""

    class Opened(Message):
        """A person opened the article at `location`."""

        def __init__(self, location: str) -> None:
            super().__init__()
            self.location = location

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._shelved: tuple[LibraryEntry, ...] = ()

    def show(self, shelved: Sequence["LibraryEntry"], *, again: bool = False) -> None:
        """Show these articles, the first one selected; with `again` the one that was, wherever it stands now."""
        chosen = None if self.selected is None or not again else self._shelved[self.selected].location
        self._shelved = tuple(shelved)
        places = (at for at, each in enumerate(shelved) if each.location == chosen)
        self.selected = next(places, 0) if shelved else None
        self.top = 0
        self.set_rows(build_row_index([2] * len(shelved), [int(at > 0) for at in range(len(shelved))]))

    def render_heading(self, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """“Library”, how many articles, and what stands at the right."""
        left = [
            Segment("Library", make_style(palette.accent, bold=True)),
            Segment(f" {self.count}", make_style(palette.dim)),
        ]
        return left, [Segment(cut("read", width), make_style(palette.dim))]

    def render_entry(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Segments, Segments]:
        """A row of an article."""
        article = self._shelved[entry]
        selected = entry == self.selected
        dim = make_style(palette.text if selected else palette.dim)
        if part == 0:
            read = format_read_time(article.read, datetime.now(tz=UTC).astimezone()) if article.read else "to read"
            style = make_style(palette.accent if selected else palette.text, bold=selected)
            return [Segment(cut(article.name, width - len(read) - 2), style)], [Segment(read, dim)]
        words = counted(article.words, "word") if article.read else ""
        gone = f"was {article.was}" if article.was else ""
        facts = [article.outlet or article.byline or "", day_of(article.published), words, gone]
        kept = counted(article.highlights, "highlight") if article.highlights else ""
        return [Segment(cut(" · ".join(filter(None, facts)), width - len(kept) - 2), dim)], [Segment(kept, dim)]

    @property
    def selected_article(self) -> "LibraryEntry | None":
        """The selected article."""
        return None if self.selected is None else self._shelved[self.selected]

    def entry_opened(self) -> None:
        """Open the selected article."""
        if self.selected_article is not None:
            self.post_message(self.Opened(self.selected_article.location))


class LibraryScreen(Screen[None]):
    """What was read: j k move, Enter opens (`LocationOpened`), `/` filters, Esc ends the filter and then the screen.

    `x` asks, and pressed again removes the selected article, unless something is kept of it.

    `query` is what the list is filtered by to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter", show=False, id="library.filter"),
        Binding("x", "remove", "remove it from the library", show=False, id="library.remove"),
        Binding("question_mark", "help", "these keys", show=False, id="library.help"),
        Binding("escape,q", "leave", "back", show=False, id="library.back"),
        Binding("up", "move(-1)", "article above", show=False, id="library.up"),
        Binding("down", "move(1)", "article below", show=False, id="library.down"),
    ]
    AUTO_FOCUS = "#articles"

    def __init__(self, session: "Session", query: str = "") -> None:
        super().__init__()
        self._session = session
        self._query = query
        self._removing: str | None = None  # the location of the article that x asked about

    def compose(self) -> ComposeResult:
        """Filter, articles or a word to a newcomer, footer."""
        yield FilterInput("type words of a title, an author or an outlet", id="filter")
        yield ArticleList(id="articles")
        yield FactSheet("Library", id="sheet-rows")
        yield Footer(context="list", id="footer")

    def on_mount(self) -> None:
        """What the list is filtered by; what is in it shows when the screen comes on, a moment later."""
        self.on_resize()
        with self.prevent(Input.Changed):
            self.query_one(FilterInput).input.value = self._query
        self.show_message(self._session.complaint or "")

    def on_screen_resume(self) -> None:
        """Everything that was read; after coming back from an article that is the newest, or could not be opened."""
        self._show(self.query_one(FilterInput).input.value, again=True)

    def on_resize(self) -> None:
        """The column in which an article's text stands."""
        shared = columns(self.app.size.width, alone=True)
        self.query_one(FilterInput).fit(shared)
        self.query_one(Footer).fit(shared)
        self.query_one(ArticleList).fit(shared, above=1)
        self.query_one(FactSheet).fit(shared, above=1)

    def show_message(self, sentence: str) -> None:
        """Say one sentence where the keys stand: why an article could not be opened."""
        self.query_one(Footer).show_message(sentence)

    def _show(self, query: str, *, again: bool = False) -> None:
        shelved = self._session.recent(query)
        shelf, empty = self.query_one(ArticleList), self.query_one(FactSheet)
        shelf.show(shelved, again=again)
        shelf.display = bool(shelved)
        empty.display = not shelved
        if not shelved:
            sought = query.strip()
            empty.show(
                [Fact(f"Nothing that was read has “{sought}” in its title, author or outlet.")] if sought else EMPTY
            )
        if self._session.problem is not None:
            self.show_message(self._session.problem)

    @on(Input.Changed)
    def _filtered(self, event: Input.Changed) -> None:
        event.stop()
        self._show(event.value)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(ArticleList).action_open()

    @on(ArticleList.Opened)
    def _opened(self, event: ArticleList.Opened) -> None:
        event.stop()
        self.show_message("")
        self.post_message(LocationOpened(event.location))

    def action_filter(self) -> None:
        """Write in the filter."""
        self.query_one(Footer).show(None, "filter")
        self.query_one(FilterInput).focus_input()

    def on_key(self, event: events.Key) -> None:
        """What was said stands until the next key, and any but x takes the question back."""
        self.show_message("")
        if event.key != "x":
            self._removing = None

    def action_remove(self) -> None:
        """Ask whether to remove the selected article, and when asked already do it."""
        shelf = self.query_one(ArticleList)
        article = shelf.selected_article
        if article is None:
            return
        title = article.name
        if article.highlights:
            kept = counted(article.highlights, "highlight")
            self.show_message(f"“{cut(title, TITLE)}” has {kept}: it can be removed once they are deleted in it")
            return
        if self._removing != article.location:
            self._removing = article.location
            self.show_message(f"x again removes “{cut(title, TITLE)}” from the library; its file or page stays")
            return
        self._removing = None
        try:
            self._session.remove(article.location)
        except PullquoteError as error:
            self.show_message(str(error))
            return
        at = shelf.selected or 0
        self._show(self.query_one(FilterInput).input.value)
        shelf.select(min(at, shelf.count - 1) if shelf.count else None)
        self.show_message(f"removed “{cut(title, TITLE)}” from the library")

    def action_help(self) -> None:
        """The keys of the library."""
        from reader.app.screens.help_screen import HelpScreen  # noqa: PLC0415 - loaded when a person asks for it

        keys = (key for key in (*ArticleList.BINDINGS, *self.BINDINGS) if isinstance(key, Binding))
        self.app.push_screen(HelpScreen(keys, signs=()))

    def action_move(self, by: int) -> None:
        """Move in the list while the filter has the keys."""
        self.query_one(ArticleList).action_move(by)

    def action_leave(self) -> None:
        """End the filter, or go back."""
        line = self.query_one(FilterInput)
        if line.clear() or line.input.has_focus:
            self.query_one(Footer).show(None, "list")
            self.query_one(ArticleList).focus()
        elif len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()


def format_read_time(read: str, now: datetime) -> str:
    """A time (ISO 8601) as a person says it at the time `now`: "14:03" today, "2 Mar", "2 Mar 2023" of another year."""
    try:
        then = datetime.fromisoformat(read).astimezone(now.tzinfo)
    except ValueError:
        return read[:10]
    if then.date() == now.date():
        return f"{then:%H:%M}"
    day = f"{then.day} {then:%b}"
    return day if then.year == now.year else f"{day} {then.year}"

"""Search in the article: matches as one types, n and N between them, and back to where the search began."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.app.host import JumpLog, Prompt, Question, ReadingHost
from reader.app.state import Reading
from reader.app.viewmodels.cursor import with_analysis
from reader.app.viewmodels.jumps import Jump, to_offset
from reader.app.viewmodels.text_search import ArticleSearcher, Search
from reader.app.viewmodels.viewport import Viewport
from reader.model import Span
from reader.text.navigation import Direction

if TYPE_CHECKING:
    from reader.app.widgets.thread_list import ThreadList
    from reader.app.widgets.voice_list import VoiceList
    from reader.services.search_places import Target

LABEL = "/"


class SearchController:
    """The search on a reading screen. `Reading.search` is its state; here stands where it began."""

    def __init__(self, host: ReadingHost, prompt: Prompt, jumps: JumpLog) -> None:
        self._host = host
        self._prompt = prompt
        self._jumps = jumps
        self._finder: ArticleSearcher | None = None
        self._origin: tuple[Reading, Viewport] | None = None
        self._last_query = ""

    async def open(self) -> None:
        """Ask what to search for; where a list has the focus, ask what to filter it by."""
        host = self._host
        listing = self._lists.get(host.panes.current)
        if listing is not None:
            await self._filter_list(listing)
            return
        if self._origin is None or host.reading.search is None:
            self._origin = host.reading, host.body.viewport
        question = Question(self._finish, self._typed, self.to_next_match)
        await self._prompt.ask(LABEL, "", question, self._hint())
        host.call_after_refresh(self._prepare)

    def _typed(self, text: str) -> None:
        """Show the matches of what is typed; a second "/" in the empty prompt searches the whole library."""
        if text == LABEL:
            self._host.call_later(self._search_library)
        else:
            self._find(text)

    async def _search_library(self) -> None:
        await self._prompt.end()
        self._host.dialogs.open_search(self._host.session, self._host.reading, self._go_to)

    def _go_to(self, target: "Target | None") -> None:
        host = self._host
        if target is not None:
            host.panes.focus("body")
            host.go(to_offset(host.reading, target.span.start))

    async def _filter_list(self, listing: "VoiceList | ThreadList") -> None:
        def finish(text: str | None) -> None:
            if text is None:
                listing.filter_by("")
            self._host.update(self._host.reading)

        question = Question(finish, listing.filter_by, listing.action_move)
        await self._prompt.ask(LABEL, "", question, "↑ ↓ move   Enter keep filter   Esc show all")

    @property
    def _lists(self) -> "dict[str, VoiceList | ThreadList]":
        sidebar = self._host.panes.sidebar
        return {"voices": sidebar.voices, "threads": sidebar.threads}

    def clear_list_filters(self) -> bool:
        """Show all entries of the lists; return whether one was filtered."""
        filtered = [listing for listing in self._lists.values() if listing.is_filtered]
        for listing in filtered:
            listing.filter_by("")
        return bool(filtered)

    def _prepare(self) -> ArticleSearcher:
        """Fold the article's text for searching, while a person begins to type."""
        if self._finder is None:
            self._finder = ArticleSearcher(self._host.reading.article)
            self._finder.folded()
        return self._finder

    def _find(self, query: str) -> None:
        """Show the matches of what is typed, the first one from where the search began."""
        origin, viewport = self._beginning
        body = self._host.body
        matches = self._prepare().find(query, unfolded=body.unfolded)
        at = None
        if len(matches):
            at = matches.first_from(origin.cursor)
            at = 0 if at == len(matches) else at
        row = body.page_layout.row_at(origin.cursor)
        body.set_viewport(viewport.resized(body.viewport.height, body.viewport.total, row))
        self._show(Search(query, matches, at) if query else None)
        self._prompt.show_hint(self._hint())

    def _finish(self, query: str | None) -> None:
        """Go on with the matches of a query; None cancels the search, "" repeats the last query."""
        host = self._host
        if query is None:
            self.cancel()
            return
        if not query and self._last_query:
            query = self._last_query
            self._find(query)
        if host.reading.search is None:
            self.cancel()
            return
        self._last_query = query
        if host.reading.search.at is None:
            self.cancel()
            host.panes.footer.show_message(f"“{query}” is not in this article")
        else:
            host.update(host.reading)

    def to_next_match(self, way: Direction) -> None:
        """Go to the next or previous match; after the last one comes the first."""
        search, reading = self._host.reading.search, self._host.reading
        if search is None or not len(search.matches):
            return
        count = len(search.matches)
        if search.current_span is not None and reading.cursor == search.current_span.start:
            at = (search.at or 0) + way
        else:
            at = search.matches.first_from(reading.cursor + (way is Direction.FORWARD)) - (way is Direction.BACKWARD)
        self._show(replace(search, at=at % count))
        self._prompt.show_hint(self._hint())

    def end_here(self) -> None:
        """End the search at this match; the key for "back" leads to where the search began."""
        host, origin = self._host, self._beginning[0]
        if host.reading.search is not None:
            self._origin = None
            if host.reading.cursor != origin.cursor:
                self._jumps.record_jump(origin)
            host.update(replace(host.reading, search=None))

    def cancel_if_open(self) -> bool:
        """Cancel the search; return whether there was one."""
        is_open = self._host.reading.search is not None
        if is_open:
            self.cancel()
        return is_open

    def cancel(self) -> None:
        """End the search and go back to where it began."""
        origin, viewport = self._beginning
        self._origin = None
        host = self._host
        there = _returned(origin, host.reading)
        if (viewport.total, viewport.height) == (host.body.viewport.total, host.body.viewport.height):
            host.body.set_viewport(viewport)
            host.update(there)
        else:
            host.go(Jump(there, Span(there.cursor, there.cursor + 1)))

    @property
    def _beginning(self) -> tuple[Reading, Viewport]:
        return self._origin or (self._host.reading, self._host.body.viewport)

    def _show(self, search: Search | None) -> None:
        host = self._host
        if search is None or search.current_span is None:
            host.update(replace(_returned(self._beginning[0], host.reading), search=search))
            return
        there = to_offset(replace(host.reading, search=search), search.current_span.start).reading
        host.go(Jump(there, search.current_span))

    def _hint(self) -> str:
        search = self._host.reading.search
        if search is None:
            return "a capital: case-sensitive   / library   Esc back"
        case = " case-sensitive" if search.is_case_sensitive else ""
        return f"{search.position_label}{case}   ↑ ↓ move   Enter done   Esc back"


def _returned(origin: Reading, now: Reading) -> Reading:
    """Return the present reading back at the place where the search began."""
    if origin.stops is not now.stops and now.analysis is not None:
        there = with_analysis(replace(origin, highlights=now.highlights), now.analysis, now.analysed_span)
        return replace(there, search=None)
    return replace(
        now,
        cursor=origin.cursor,
        stop=origin.stop,
        claim=origin.claim,
        voice=origin.voice,
        focus_filter=origin.focus_filter,
        search=None,
    )

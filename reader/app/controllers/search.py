"""Searching the article: matches as one types, through them with n and N, and back to where one was."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.app.controllers.prompt import Question
from reader.app.state import Reading
from reader.app.viewmodels import jumps
from reader.app.viewmodels.text_search import ArticleSearcher, Search
from reader.app.viewmodels.viewport import Viewport
from reader.model import Span
from reader.text.navigation import Way

if TYPE_CHECKING:
    from reader.app.screens.reading_base import ReadingBase
    from reader.app.widgets.thread_list import ThreadList
    from reader.app.widgets.voice_list import VoiceList

SIGN = "/"


class SearchController:
    """The search on a reading screen: `Reading.search` is what it shows, here stands where it began."""

    def __init__(self, screen: "ReadingBase") -> None:
        self._screen = screen
        self._finder: ArticleSearcher | None = None
        self._origin: tuple[Reading, Viewport] | None = None
        self._last = ""

    async def open(self) -> None:
        """Ask what to search for; the list that has the keys is filtered instead where it can be."""
        screen = self._screen
        listing = self._lists.get(screen.panes.current)
        if listing is not None:

            def answered(text: str | None) -> None:
                if text is None:
                    listing.filter_by("")
                screen.update(screen.reading)

            question = Question(answered, listing.filter_by, listing.action_move)
            await screen.parts.asking.ask(SIGN, "", question, "↑ ↓ move   Enter keep filter   Esc show all")
            return
        if self._origin is None or screen.reading.search is None:
            self._origin = screen.reading, screen.body.viewport
        await screen.parts.asking.ask(SIGN, "", Question(self._answered, self._typed, self.walk), self._hint())
        screen.call_after_refresh(self._fold)

    @property
    def _lists(self) -> "dict[str, VoiceList | ThreadList]":
        rail = self._screen.panes.rail
        return {"voices": rail.voices, "threads": rail.threads}

    def widen(self) -> bool:
        """Show all of a list that is filtered; whether there was one."""
        narrowed = [listing for listing in self._lists.values() if listing.is_filtered]
        for listing in narrowed:
            listing.filter_by("")
        return bool(narrowed)

    def _fold(self) -> None:
        """Fold the text while a person begins to type."""
        if self._finder is None:
            self._finder = ArticleSearcher(self._screen.reading.article)
            self._finder.folded()

    def _typed(self, query: str) -> None:
        self._fold()
        assert self._finder is not None  # noqa: S101 - made by `_fold`
        origin, eye = self._begun
        body = self._screen.body
        matches = self._finder.find(query, unfolded=body.unfolded)
        at = None
        if len(matches):
            at = matches.first_from(origin.cursor)
            at = 0 if at == len(matches) else at
        body.set_viewport(
            eye.resized(body.viewport.height, body.viewport.total, body.page_layout.row_at(origin.cursor))
        )
        self._show(Search(query, matches, at) if query else None)
        self._screen.parts.asking.tell(self._hint())

    def _answered(self, query: str | None) -> None:
        screen = self._screen
        if query is None:
            self.leave()
            return
        if not query and self._last:
            query = self._last  # Enter alone seeks again what was sought before
            self._typed(query)
        if screen.reading.search is None:
            self.leave()
            return
        self._last = query
        if screen.reading.search.at is None:
            self.leave()
            screen.panes.footer.show_message(f"“{query}” is not in this article")
        else:
            screen.update(screen.reading)

    def walk(self, way: Way) -> None:
        """To the next match that way, from the last one on to the first."""
        search, reading = self._screen.reading.search, self._screen.reading
        if search is None or not len(search.matches):
            return
        count = len(search.matches)
        if search.current_span is not None and reading.cursor == search.current_span.start:
            at = (search.at or 0) + way
        else:
            at = search.matches.first_from(reading.cursor + (way is Way.ON)) - (way is Way.BACK)
        self._show(replace(search, at=at % count))
        self._screen.parts.asking.tell(self._hint())

    def stay(self) -> None:
        """End the search and stay; the way back leads to where it began."""
        screen, origin = self._screen, self._begun[0]
        if screen.reading.search is not None:
            self._origin = None
            if screen.reading.cursor != origin.cursor:
                screen.parts.places.leave(origin)
            screen.update(replace(screen.reading, search=None))

    def end(self) -> bool:
        """Leave the search, if one is on; whether there was one."""
        on = self._screen.reading.search is not None
        if on:
            self.leave()
        return on

    def leave(self) -> None:
        """End the search and go back to where one was when it began."""
        origin, eye = self._begun
        self._origin = None
        screen = self._screen
        there = _back_at(origin, screen.reading)
        if (eye.total, eye.height) == (screen.body.viewport.total, screen.body.viewport.height):
            screen.body.set_viewport(eye)
            screen.update(there)
        else:
            screen.go(jumps.Jump(there, Span(there.cursor, there.cursor + 1)))

    @property
    def _begun(self) -> tuple[Reading, Viewport]:
        return self._origin or (self._screen.reading, self._screen.body.viewport)

    def _show(self, search: Search | None) -> None:
        screen = self._screen
        if search is None or search.current_span is None:
            screen.update(replace(_back_at(self._begun[0], screen.reading), search=search))
            return
        there = jumps.to_offset(replace(screen.reading, search=search), search.current_span.start).reading
        screen.go(jumps.Jump(there, search.current_span))

    def _hint(self) -> str:
        search = self._screen.reading.search
        count = "" if search is None else f"{search.position_label}   "
        return f"{count}↑ ↓ move   Enter done   Esc back"


def _back_at(origin: Reading, now: Reading) -> Reading:
    """What is known now, where one was before the search."""
    if origin.stops is not now.stops and now.analysis is not None:
        there = jumps.analysed(replace(origin, highlights=now.highlights), now.analysis, now.known)
        return replace(there, search=None)
    return replace(
        now,
        cursor=origin.cursor,
        stop=origin.stop,
        claim=origin.claim,
        voice=origin.voice,
        followed=origin.followed,
        search=None,
    )

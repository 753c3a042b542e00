"""The reading screen: it owns the Reading, hands it to the panes, and turns keys and requests into the next one."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from reader.app import keeping, moves
from reader.app.columns import Columns, columns
from reader.app.eye import Eye
from reader.app.keys import KEYS
from reader.app.links import Links, browse
from reader.app.messages import ClaimOpened, GoTo, MapMoved, VoiceChosen, VoiceOpened
from reader.app.notes import Notes
from reader.app.panes import NAMES, Panes
from reader.app.reading import Reading
from reader.app.widgets.body import Body
from reader.app.widgets.footer import Footer
from reader.app.widgets.listing import Listing
from reader.app.widgets.quote_map import QuoteMap
from reader.app.widgets.rail import Rail
from reader.app.widgets.speaker import SpeakerLine
from reader.app.widgets.title import TitleRow
from reader.layout import RowKind
from reader.model import Analysis, Span
from reader.navigation import Way

if TYPE_CHECKING:
    from reader.app.widgets.prompt import Prompt
    from reader.session import Session


CHROME = 7
"""Rows of title, speaker line and footer, and the blank rows between: what of the screen's height is not text."""


class ReadingScreen(Screen[None]):
    """One article, being read."""

    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]
    AUTO_FOCUS = "#body"

    def __init__(self, session: "Session", reading: Reading) -> None:
        super().__init__()
        self.session = session
        self.reading = reading
        self.links = Links()
        self.panes = Panes(self)
        self.notes = Notes(self)

    def compose(self) -> ComposeResult:
        """Title, text with its map, speaker line, rail, footer."""
        yield TitleRow(id="title")
        yield Body(self.reading, self.columns, id="body")
        yield QuoteMap(id="map")
        yield Rail(id="rail")
        yield SpeakerLine(id="speaker")
        yield Footer(id="footer")

    @property
    def columns(self) -> Columns:
        """How the terminal's columns are shared out now."""
        return columns(self.app.size.width, alone=self.panes.alone is not None)

    @property
    def body(self) -> Body:
        """The article's page."""
        return self.query_one("#body", Body)

    def on_mount(self) -> None:
        """All panes show where reading begins."""
        self._fit()
        self.update(self.reading)

    def on_resize(self) -> None:
        """Lay out for the new width; the line under the eye stays."""
        self._fit()
        self._sight()

    def update(self, reading: Reading, say: str = "") -> None:
        """Make this the moment of reading: every pane shows it, and the footer one sentence about it."""
        self.reading = reading
        if self.links.addresses:
            self.links.forget()
            self.body.number(())
        self.body.show(reading)
        self.query_one(SpeakerLine).show(reading)
        self.query_one(QuoteMap).show(reading)
        self.query_one(Rail).show(reading)
        self.query_one(Footer).show(reading, self.panes.current)
        self.query_one(Footer).say(say)
        self._sight()

    def analysed(self, analysis: Analysis) -> None:
        """The engine has finished: the text stands still, voices and threads appear."""
        self.update(moves.analysed(self.reading, analysis))

    def go(self, jump: moves.Jump, say: str = "") -> None:
        """Make a jump, or say why it leads nowhere."""
        if jump.to is None:
            self.update(self.reading, jump.why)
            return
        rows = self.body.rows.rows_of(jump.to)
        self.body.see(self.body.eye.bring(rows[0], rows[-1]))
        self.update(jump.reading, say)

    def look(self, eye: Eye, way: Way) -> None:
        """Move the eye, and the cursor with it; at the end of the page say so."""
        body = self.body
        eye = eye.settle(way, body.stands)
        if eye == body.eye:
            self.update(self.reading, "end of the article" if way is Way.ON else "start of the article")
            return
        moved = eye.row != body.eye.row
        body.see(eye)
        self.update(moves.on_row(self.reading, body.rows.row(eye.row)) if moved else self.reading)

    def _sight(self) -> None:
        """Tell map and title what of the page is in sight."""
        eye, rows = self.body.eye, self.body.rows
        bottom = min(eye.total, eye.top + eye.height)
        titled = rows.row(0).kind is RowKind.TEXT and self.reading.article.title is not None
        self.query_one(QuoteMap).window(eye.top / eye.total, bottom / eye.total)
        self.query_one(TitleRow).show(self.reading, bottom / eye.total, titled and eye.top == 0)

    def _fit(self, *, unfolded: bool | None = None) -> None:
        self.panes.fit()
        shared = self.columns
        body = self.body
        body.fit(shared, self.app.size.height - CHROME, unfolded=unfolded)
        rows = body.rows
        self.query_one(QuoteMap).place(lambda offset: rows.row_at(offset) / rows.height)
        for pane in (
            self.query_one(TitleRow),
            self.query_one(SpeakerLine),
            self.query_one(Rail),
            self.query_one(Footer),
        ):
            pane.fit(shared)
        self.styles.grid_columns = f"{shared.end + shared.gap} 2 1fr"

    # Keys that move

    def action_step(self, way: int) -> None:
        """One row on or back."""
        self.look(self.body.eye.step(Way(way)), Way(way))

    def action_half(self, way: int) -> None:
        """Half a page on or back."""
        eye = self.body.eye
        self.look(eye.shift(way * max(1, eye.height // 2)), Way(way))

    def action_page(self, way: int) -> None:
        """A page on or back; two rows stay in sight."""
        eye = self.body.eye
        self.look(eye.shift(way * max(1, eye.height - 2)), Way(way))

    def action_end(self, way: int) -> None:
        """To the start or the end."""
        self.look(self.body.eye.end(Way(way)), Way(way))

    def action_jump(self, kind: str, way: int) -> None:
        """To the next or previous place of a kind."""
        self.go(moves.JUMPS[kind](self.reading, Way(way)))

    def action_next_pane(self, way: int) -> None:
        """To the next or previous pane."""
        self.panes.next(way)
        self._follow()

    def action_digit(self, digit: int) -> None:
        """To a pane, or, while links are numbered, open one."""
        address = self.links.choose(digit)
        if address is not None:
            self.update(self.reading, browse(address))
        elif not self.links.addresses and digit <= len(NAMES):
            self.panes.go(NAMES[digit - 1])
            self._follow()

    def action_alone(self) -> None:
        """The pane that has the keys alone, or all of them again."""
        self.panes.stand_alone(None if self.panes.alone else self.panes.current)
        self._follow()

    def action_enter(self) -> None:
        """From the drawer back to the text."""
        self.panes.go("body")
        self._follow()

    def action_back(self) -> None:
        """End what is on, one thing a time: links, selection, chosen voice, drawer, pane alone."""
        if self.reading.selection is not None:
            self.update(replace(self.reading, selection=None))
        elif self.reading.voice is not None:
            self.update(replace(self.reading, voice=None))
        else:
            if self.panes.current == "body" and self.panes.alone:
                self.panes.stand_alone(None)
            self.panes.go("body")
            self._follow()

    def _follow(self) -> None:
        self._fit()
        self.update(self.reading)

    def action_unfold(self) -> None:
        """Show or fold what is not the article."""
        if all(not block.hidden for block in self.reading.article.blocks):
            self.update(self.reading, "nothing is folded away in this article")
            return
        self._fit(unfolded=not self.body.unfolded)
        self.update(self.reading)

    def action_links(self) -> None:
        """Number the links in sight."""
        rows, eye = self.body.rows, self.body.eye
        last = rows.row(min(rows.height, eye.top + eye.height) - 1)
        numbers, sentence = self.links.offer(self.reading.article, Span(rows.row(eye.top).start, last.end))
        self.body.number(numbers)
        self.query_one(Footer).say(sentence)

    # What is kept

    def action_keep(self, deed: str) -> None:
        """Highlight, delete, undo or export, and say what was done."""
        done = keeping.DEEDS[deed](self.session, self.reading, self._row())
        self.update(done.reading, done.say)

    async def action_annotate(self) -> None:
        """Ask for a note on the highlight here; the quotation is highlighted first where there is none."""
        found = moves.highlight_here(self.reading, self._row()) if self.reading.selection is None else None
        done = keeping.Done(self.reading, "", found) if found else keeping.kept(self.session, self.reading, self._row())
        self.update(done.reading, done.say)
        if done.highlight is not None:
            await self.notes.ask(done.highlight)

    def _row(self) -> Span:
        row = self.body.rows.row(self.body.rows.row_at(self.reading.cursor))
        return Span(row.start, max(row.end, row.start + 1))

    # Other screens

    def action_info(self) -> None:
        """About this article."""
        from reader.app.screens.info import InfoScreen  # noqa: PLC0415 - loaded when a person asks for it

        self.app.push_screen(InfoScreen(self.reading))

    def action_help(self) -> None:
        """The keys."""
        from reader.app.screens.help import HelpScreen  # noqa: PLC0415 - loaded when a person asks for it

        self.app.push_screen(HelpScreen([*KEYS, *Listing.BINDINGS, *self.app.BINDINGS]))

    def action_leave(self) -> None:
        """Back to the library where this article was opened from it, else quit."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()

    # What panes and mouse ask for

    @on(GoTo)
    def _go_to(self, event: GoTo) -> None:
        self.go(moves.to_offset(self.reading, event.offset))

    @on(VoiceChosen)
    def _voice_chosen(self, event: VoiceChosen) -> None:
        self.update(replace(self.reading, voice=event.voice))

    @on(VoiceOpened)
    def _voice_opened(self, event: VoiceOpened) -> None:
        self.panes.go("body")
        self._fit()
        self.go(moves.to_voice(replace(self.reading, voice=event.voice), event.voice))

    @on(ClaimOpened)
    def _claim_opened(self, event: ClaimOpened) -> None:
        self.panes.go("body")
        self._fit()
        if self.reading.analysis is not None:
            self.go(moves.to_claim(self.reading, self.reading.analysis.claim(event.claim)))

    @on(MapMoved)
    def _map_moved(self, event: MapMoved) -> None:
        eye = self.body.eye
        row = min(int(event.fraction * eye.total), eye.total - 1)
        self.look(eye.shift(row - eye.height // 2 - eye.top), Way.ON)

    @on(Body.Rolled)
    def _rolled(self, event: Body.Rolled) -> None:
        way = Way.ON if event.rows > 0 else Way.BACK
        self.look(self.body.eye.roll(event.rows), way)

    @on(Body.Pressed)
    def _pressed(self, event: Body.Pressed) -> None:
        self.panes.go("body")
        there = moves.to_offset(replace(self.reading, selection=None), event.offset).reading
        self.body.see(replace(self.body.eye, row=self.body.rows.row_at(event.offset)))
        self.update(there)

    @on(Body.Dragged)
    def _dragged(self, event: Body.Dragged) -> None:
        words = len(event.span.of(self.reading.article.text).split())
        self.update(replace(self.reading, selection=event.span), f"{words:,} words selected · h highlights them · Esc")

    async def on_prompt_answered(self, event: "Prompt.Answered") -> None:
        """A note was written."""
        await self.notes.answer(event.text)

    async def on_prompt_left(self) -> None:
        """Nothing was written."""
        await self.notes.answer(None)

"""The reading screen: it owns the Reading, hands it to the panes, and turns keys and requests into the next one."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from reader.app import keeping, moves
from reader.app.asking import Answering
from reader.app.eye import Eye
from reader.app.following import Following
from reader.app.keys import KEYS
from reader.app.links import Links, browse
from reader.app.messages import Analysed, ClaimOpened, GoTo, MapMoved, Opened, VoiceChosen, VoiceOpened
from reader.app.panes import NAMES, Panes
from reader.app.parts import LATER, Parts
from reader.app.reading import Reading, drawn
from reader.app.waiting import Waiting
from reader.app.widgets.body import Body
from reader.app.widgets.listing import Listing
from reader.model import Span
from reader.navigation import Way

if TYPE_CHECKING:
    from reader.session import Session


SHORT = 60_000
"""Characters of an article whose analysis is there before an eye has settled on the first frame."""


class ReadingScreen(Answering, Screen[None]):
    """One article, being read."""

    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]
    AUTO_FOCUS = "#body"

    def __init__(self, session: "Session", reading: Reading) -> None:
        super().__init__()
        self.session = session
        self.reading = self._opened = reading
        self.links = Links()
        self.panes = Panes(self, reading)
        self.waiting = Waiting(self.panes.footer.say)
        self.parts = Parts(self)
        self.following = Following(self)

    def compose(self) -> ComposeResult:
        """Title, text with its map, rail, speaker line, footer."""
        self.panes.fit()
        yield from self.panes.all

    @property
    def body(self) -> Body:
        """The article's page."""
        return self.panes.body

    def on_mount(self) -> None:
        """All panes show where reading begins, and the footer what is wrong with the settings, if anything."""
        self.panes.show(self.reading, self.session.complaint or "")

    def on_resize(self) -> None:
        """Lay out for the new size; the line under the eye stays."""
        self.panes.fit()
        self.update(self.reading, None)

    def update(self, reading: Reading, say: str | None = "") -> None:
        """Make this the moment of reading: every pane shows it, and the footer one sentence about it.

        "" brings the footer's keys back, None leaves what it says.
        """
        self.reading = reading if reading.anchor is None else drawn(reading)
        self.panes.complete()
        if self.links.addresses:
            self.links.forget()
            self.body.number(())
        self.panes.show(self.reading, say)

    @on(Opened)
    def _told_of(self, event: Opened) -> None:
        """The library has been opened: what was kept of this article shows, or what is wrong with the library."""
        if event.highlights or event.complaint:
            opened = self.reading is self._opened
            self.update(replace(self.reading, highlights=event.highlights), event.complaint)
            self._opened = self.reading if opened else self._opened

    @on(Analysed)
    async def _analysed(self, event: Analysed) -> None:
        """The engine has finished: voices and threads appear.

        Block quotes that only the engine knows are indented now if nobody has moved yet and the article is short, which
        is a moment after the first frame; later the text stands still, and they are indented at the next layout.
        """
        fresh = self.reading is self._opened and len(self.reading.article.text) <= SHORT
        self.update(moves.analysed(self.reading, event.analysis), event.complaint)
        if fresh:
            self.body.lay_out_again()
            self.panes.fit()
            self.panes.show(self.reading, None)
        await self.waiting.release()

    def go(self, jump: moves.Jump) -> None:
        """Make a jump, or say why it leads nowhere."""
        self.panes.complete()
        jump = self.following.admit(jump)
        if jump.to is not None:
            rows = self.body.rows.rows_of(jump.to)
            self.body.see(self.body.eye.bring(rows[0], rows[-1]))
        self.update(jump.reading, jump.why)

    def look(self, eye: Eye, way: Way) -> None:
        """Move the eye, and the cursor with it; at the end of the page say so."""
        self.panes.complete()
        body = self.body
        if self.reading.anchor is not None:
            self.parts.selecting.look(eye, way)
            return
        eye = eye.settle(way, body.stands)
        if eye == body.eye:
            self.update(self.reading, "end of the article" if way is Way.ON else "start of the article")
            return
        moved = eye.row != body.eye.row
        body.see(eye)
        self.update(moves.on_row(self.reading, body.rows.row(eye.row)) if moved else self.reading)

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
        """To the next or previous place of a kind: while a search is on, to a match; while words are selected, by words."""
        if self.reading.search is not None and kind == "quotation":
            self.parts.search.walk(Way(way))
        elif self.reading.anchor is not None and kind in moves.UNITS:
            self.parts.selecting.move(moves.UNITS[kind], way)
        elif kind == "heading" or not self.waiting.holds(partial(self.action_jump, kind, way)):
            self.go(moves.JUMPS[kind](self.reading, Way(way)))

    def action_do(self, part: str, deed: str, *arguments: object) -> object:
        """Have a part of this screen (`Parts`) do what a key stands for."""
        if part in LATER and self.waiting.holds(partial(self.action_do, part, deed, *arguments)):
            return None
        return getattr(getattr(self.parts, part), deed)(*arguments)

    def action_next_pane(self, way: int) -> None:
        """To the next or previous pane."""
        self.panes.next(way)
        self.update(self.reading)

    def action_digit(self, digit: int) -> None:
        """To a pane, or, while links are numbered, open one."""
        address = self.links.choose(digit)
        if address is not None:
            self.update(self.reading, browse(address))
        elif not self.links.addresses and digit <= len(NAMES):
            self.panes.go(NAMES[digit - 1])
            self.update(self.reading)

    def action_alone(self) -> None:
        """The pane that has the keys alone, or all of them again."""
        self.panes.stand_alone(None if self.panes.alone else self.panes.current)
        self.update(self.reading)

    def action_back(self) -> None:
        """End what is on, one thing a time: numbered links, search, selection, chosen voice, drawer, pane alone."""
        reading = self.reading
        if self.waiting.drop():
            pass
        elif reading.search is not None:
            self.parts.search.leave()
            return
        elif reading.selection is not None:
            reading = replace(reading, selection=None, anchor=None)
        elif reading.followed is not None:
            self.following.end()
            return
        elif reading.voice is not None:
            reading = replace(reading, voice=None)
        elif not self.links.addresses:
            if self.panes.alone:
                self.panes.stand_alone(None)
            self.panes.go("body")
        self.update(reading)

    def action_unfold(self) -> None:
        """Show or fold what is not the article."""
        if any(block.hidden for block in self.reading.article.blocks):
            self.panes.fit(unfolded=not self.body.unfolded)
            self.update(self.reading)
        else:
            self.update(self.reading, "nothing is folded away in this article")

    def on_key(self, event: events.Key) -> None:
        """While links are numbered, a digit that no pane has opens one as well."""
        if self.links.addresses and event.key in "456789":
            event.stop()
            self.action_digit(int(event.key))

    def action_links(self) -> None:
        """Number the links in sight; while words are selected, move the other end of them."""
        if self.reading.anchor is not None:
            self.parts.selecting.swap()
            return
        rows, eye = self.body.rows, self.body.eye
        last = rows.row(min(rows.height, eye.top + eye.height) - 1)
        numbers, sentence = self.links.offer(self.reading.article, Span(rows.row(eye.top).start, last.end))
        self.body.number(numbers)
        self.panes.footer.say(sentence)

    # What is kept

    def action_keep(self, deed: str) -> None:
        """Highlight, delete, undo or export, and say what was done."""
        if not self.waiting.holds(partial(self.action_keep, deed)):
            done = keeping.DEEDS[deed](self.session, self.reading, self.row)
            self.update(done.reading, done.say)

    @property
    def row(self) -> Span:
        """What the row of the cursor shows."""
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

        every = (*KEYS, *Listing.BINDINGS, *self.app.BINDINGS)
        self.app.push_screen(HelpScreen(key for key in every if isinstance(key, Binding)))

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
        self.following.turn(event.voice)

    @on(VoiceOpened)
    def _voice_opened(self, event: VoiceOpened) -> None:
        self.panes.go("body")
        self.go(moves.to_voice(replace(self.reading, voice=event.voice), event.voice))

    @on(ClaimOpened)
    def _claim_opened(self, event: ClaimOpened) -> None:
        self.panes.go("body")
        if self.reading.analysis is not None:
            self.go(moves.to_claim(self.reading, self.reading.analysis.claim(event.claim)))

    @on(MapMoved)
    def _map_moved(self, event: MapMoved) -> None:
        self.look(self.body.eye.aim(self.body.row_under(event.fraction)), Way.ON)

    @on(Body.Rolled)
    def _rolled(self, event: Body.Rolled) -> None:
        way = Way.ON if event.rows > 0 else Way.BACK
        self.look(self.body.eye.roll(event.rows), way)

    @on(Body.Pressed)
    def _pressed(self, event: Body.Pressed) -> None:
        self.parts.selecting.press(event.offset)

    @on(Body.Dragged)
    def _dragged(self, event: Body.Dragged) -> None:
        self.parts.selecting.drag(event.span)

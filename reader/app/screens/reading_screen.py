"""The reading screen: what its keys do, and what its panes and the mouse ask for."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType

from reader.app.bindings import KEYS
from reader.app.controllers import highlight_actions
from reader.app.controllers.links import browse
from reader.app.host import ASKING, LATER, NEAR
from reader.app.messages import ClaimOpened, GoTo, MapMoved, VoiceChosen, VoiceOpened
from reader.app.panes import NAMES
from reader.app.screens.reading_base import ReadingBase
from reader.app.viewmodels import jumps
from reader.app.widgets.article_view import ArticleView
from reader.model import Span, counted
from reader.text.navigation import Way


class ReadingScreen(ReadingBase):
    """One article, being read: the keys, and the requests of panes and mouse."""

    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]

    # Keys that move

    def action_step(self, way: int) -> None:
        """One row on or back."""
        if self.reading.anchor is not None:
            self.parts.selecting.move("row", way)
            return
        if self.session.settings.speak_friendly:
            self._speak(Way(way))
            return
        self.look(self.body.viewport.step(Way(way)), Way(way))

    def _speak(self, way: Way) -> None:
        """For a screen reader: one sentence on or back."""
        from reader.app.controllers.screen_reader import by_sentence  # noqa: PLC0415 - few people ask for it

        self.go(by_sentence(self.reading, way, unfolded=self.body.unfolded))

    def action_half(self, way: int) -> None:
        """Half a page on or back."""
        eye = self.body.viewport
        self.look(eye.move(way * max(1, eye.height // 2)), Way(way))

    def action_page(self, way: int) -> None:
        """A page on or back; two rows stay in sight."""
        eye = self.body.viewport
        self.look(eye.move(way * max(1, eye.height - 2)), Way(way))

    def action_end(self, way: int) -> None:
        """To the start or the end."""
        self.look(self.body.viewport.to_end(Way(way)), Way(way))

    def action_jump(self, kind: str, way: int) -> None:
        """To the next or previous place of a kind; in a search to a match, in a selection by a unit of text."""
        if self.reading.search is not None and kind == "quotation":
            self.parts.search.walk(Way(way))
        elif self.reading.anchor is not None and kind in jumps.UNITS:
            self.parts.selecting.move(jumps.UNITS[kind], way)
        elif kind == "heading":
            self.go(jumps.by_heading(self.reading, Way(way)))
        else:
            jump = jumps.JUMPS[kind](self.reading, Way(way))
            near = kind == "quotation" and jumps.is_settled(self.reading, jump, Way(way))
            if not self.later(partial(self.action_jump, kind, way), near=near):
                self.go(jump)

    def action_do(self, part: str, deed: str, *arguments: object) -> object:
        """Have a part of this screen (`Parts`) do what a key stands for."""
        act = partial(self.action_do, part, deed, *arguments)
        if part in LATER and self.later(act, near=part in NEAR, asks=(part, deed) in ASKING):
            return None
        # Textual hands a key's action as many arguments as it names: several come as one tuple.
        given = arguments[0] if arguments and isinstance(arguments[0], tuple) else arguments
        return getattr(getattr(self.parts, part), deed)(*given)

    def action_next_pane(self, way: int) -> None:
        """To the next or previous pane."""
        self.panes.next(way)
        self.update(self.reading)

    def action_digit(self, digit: int) -> None:
        """To a pane, or, while links are numbered, open one."""
        address = self.links.choose(digit)
        if address is not None:
            self.update(self.reading, browse(address, self.app.open_url if self.app.is_web else None))
        elif not self.links.addresses and digit <= len(NAMES):
            self.panes.go(NAMES[digit - 1])
            self.update(self.reading)

    def action_alone(self) -> None:
        """The pane that has the keys alone, or all of them again."""
        self.panes.stand_alone(None if self.panes.alone else self.panes.current)
        self.update(self.reading)

    async def action_back(self) -> None:
        """End what is on, one thing a time: prompt, links, search, selection, pane alone, filter, voice, drawer."""
        if not await self.parts.asking.end() and not self.parts.search.end():
            self._back()

    def _back(self) -> None:
        reading = self.reading
        if self.waiting.drop():
            pass
        elif reading.selection is not None:
            reading = replace(reading, selection=None, anchor=None)
        elif self.panes.alone and not self.links.addresses:
            self.panes.stand_alone(None)
            self.panes.go("body")
        elif self.parts.search.widen():
            pass
        elif reading.followed is not None:
            self.following.end()
            return
        elif reading.voice is not None:
            reading = replace(reading, voice=None)
        elif self.panes.title.progress and self.engine is not None and self.panes.current == "body":
            self.engine.stop()
        elif not self.links.addresses:
            self.panes.go("body")
        self.update(reading)

    def action_unfold(self) -> None:
        """Show or hide the lines that are not part of the article."""
        hidden = sum(block.hidden for block in self.reading.article.blocks)
        if hidden:
            self.panes.fit(unfolded=not self.body.unfolded)
            showing, hiding = f"showing {counted(hidden, 'hidden line')}", f"{counted(hidden, 'line')} hidden"
            self.update(self.reading, showing if self.body.unfolded else hiding)
        else:
            self.update(self.reading, "this article has no hidden lines")

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted for a line that is still to open waits for it, as what is typed does."""
        if self.waiting.asks:
            event.stop()
            pasted = events.Paste(event.text).set_sender(self.app)
            self.waiting.holds(partial(self.app.post_message, pasted))

    def on_key(self, event: events.Key) -> None:
        """While links are numbered, a digit that no pane has opens one as well; words wait for their line."""
        if self.waiting.asks and event.key != "escape":
            event.stop()
            event.prevent_default()
            typed = events.Key(event.key, event.character).set_sender(self.app)
            self.waiting.holds(partial(self.app.post_message, typed))
            return
        if self.links.addresses and event.key in "456789":
            event.stop()
            self.action_digit(int(event.key))

    def action_links(self) -> None:
        """Number the links in sight; while words are selected, move the other end of them."""
        if self.reading.anchor is not None:
            self.parts.selecting.swap()
            return
        rows, eye = self.body.page_layout, self.body.viewport
        last = rows.row(min(rows.height, eye.top + eye.height) - 1)
        numbers, sentence = self.links.offer(self.reading.article, Span(rows.row(eye.top).start, last.end))
        self.body.show_link_numbers(numbers)
        self.panes.footer.show_message(sentence)

    # What is kept

    def action_keep(self, deed: str) -> None:
        """Highlight, delete, undo or export, and say what was done."""
        if not self.later(partial(self.action_keep, deed), near=deed != "export"):
            done = highlight_actions.DEEDS[deed](self.session, self.reading, self.row)
            self.update(done.reading, done.say)

    # Other screens

    def action_info(self) -> None:
        """About this article."""
        from reader.app.screens.info_screen import InfoScreen  # noqa: PLC0415 - loaded when a person asks for it

        self.app.push_screen(InfoScreen(self.reading.whole))

    def action_help(self) -> None:
        """The keys."""
        from reader.app.keymap import contexts, in_force  # noqa: PLC0415 - loaded when a person asks for it
        from reader.app.screens.help_screen import HelpScreen  # noqa: PLC0415

        every = in_force(contexts(self.app.BINDINGS), getattr(self.app, "keymap", {}))
        self.app.push_screen(HelpScreen(every))

    def action_leave(self) -> None:
        """Back to the library where this article was opened from it, else quit."""
        if len(self.app.screen_stack) > 1:
            self.rescue()
            self.dismiss()
        else:
            self.app.exit()

    # What panes and mouse ask for

    @on(GoTo)
    def _go_to(self, event: GoTo) -> None:
        self.go(jumps.to_offset(self.reading, event.offset))

    @on(VoiceChosen)
    def _voice_chosen(self, event: VoiceChosen) -> None:
        self.following.turn(event.voice)

    @on(VoiceOpened)
    def _voice_opened(self, event: VoiceOpened) -> None:
        self.panes.go("body")
        self.go(jumps.to_voice(replace(self.reading, voice=event.voice), event.voice))

    @on(ClaimOpened)
    def _claim_opened(self, event: ClaimOpened) -> None:
        self.panes.go("body")
        if self.reading.analysis is not None:
            self.go(jumps.to_claim(self.reading, self.reading.analysis.claim(event.claim)))

    @on(MapMoved)
    def _map_moved(self, event: MapMoved) -> None:
        self.look(self.body.viewport.jump_to(self.body.row_at_fraction(event.fraction)), Way.ON)

    @on(ArticleView.WheelTurned)
    def _rolled(self, event: ArticleView.WheelTurned) -> None:
        way = Way.ON if event.rows > 0 else Way.BACK
        self.look(self.body.viewport.scroll(event.rows), way)

    @on(ArticleView.Pressed)
    def _pressed(self, event: ArticleView.Pressed) -> None:
        self.parts.selecting.press(event.offset)

    @on(ArticleView.Dragged)
    def _dragged(self, event: ArticleView.Dragged) -> None:
        self.parts.selecting.drag(event.span)

"""The reading screen: it passes keys, messages and the mouse on to commands and controllers."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType

from reader.app.bindings import READING_BINDINGS
from reader.app.controllers import history
from reader.app.messages import (
    Analysed,
    AnalysisProgress,
    ClaimOpened,
    GoTo,
    LibraryDamaged,
    LibraryOpened,
    MapMoved,
    PassageAnalysed,
    VoiceChosen,
    VoiceOpened,
)
from reader.app.screens.reading_base import ReadingBase
from reader.app.viewmodels import jumps
from reader.app.viewmodels.cursor import with_analysis
from reader.app.viewmodels.highlight_lookup import missing_highlights
from reader.app.widgets.article_view import ArticleView
from reader.text.navigation import Direction

if TYPE_CHECKING:
    from reader.app.widgets.prompt_input import PromptInput

SHORT = 60_000
"""Characters of an article that is analysed before a person has begun to read it."""


class ReadingScreen(ReadingBase):
    """One article that is being read."""

    BINDINGS: ClassVar[list[BindingType]] = [*READING_BINDINGS]

    _changes_shown: int | None = None
    """The session's `change_count` when another screen opened over this one; None before the first did."""

    # Keys

    def action_run_command(self, id_: str) -> object:
        """Run the command with this id; the result may be awaitable."""
        return self.commands.run(id_)

    def on_key(self, event: events.Key) -> None:
        """Use keys that are not commands now: text for a prompt that opens later, a letter asked for, a link."""
        controllers = self.controllers
        if self.commands.defer_key(event) or controllers.letters.take(event):
            event.stop()
            event.prevent_default()
        elif controllers.links.take_digit(event.key):
            event.stop()

    def on_paste(self, event: events.Paste) -> None:
        """Hold a paste back that is for a prompt which opens later."""
        if self.commands.defer_paste(event):
            event.stop()

    async def on_prompt_input_answered(self, event: "PromptInput.Answered") -> None:
        """Answer the question with the text of the prompt."""
        await self.controllers.prompt.answer(event.text)

    async def on_prompt_input_cancelled(self) -> None:
        """Close the prompt without an answer."""
        await self.controllers.prompt.answer(None)

    def on_prompt_input_changed(self, event: "PromptInput.Changed") -> None:
        """Follow what is typed in the prompt."""
        self.controllers.prompt.change(event.text)

    def on_prompt_input_arrow_pressed(self, event: "PromptInput.ArrowPressed") -> None:
        """Follow the arrows in the prompt."""
        self.controllers.prompt.move(event.way)

    # Opening and closing

    def on_mount(self) -> None:
        """Show the first reading, and what is wrong with the settings; save the position from time to time."""
        if self.session.settings.speak_friendly:
            self.panes.show_alone("body")
        self.panes.show(self.reading, self.diagnostics)
        if self.has_start_offset or self.requested_highlight is not None:
            self.controllers.history.note_lookup()
        self.set_interval(history.SAVE_INTERVAL, self.controllers.history.save)

    def on_screen_suspend(self) -> None:
        """Clear the footer's message when another screen opens over this one."""
        self.panes.footer.show_message("")
        self._changes_shown = self.session.change_count

    def on_screen_resume(self) -> None:
        """Show what was changed on another screen, as by undoing in the library or in another article."""
        if self._changes_shown not in {None, self.session.change_count}:
            self.controllers.highlights.show_changes()

    def on_unmount(self) -> None:
        """Save the position."""
        self.controllers.history.save()

    # What the library and the engine find

    @on(LibraryOpened)
    def _show_highlights(self, event: LibraryOpened) -> None:
        """Show the highlights, or what is wrong with the library, and go to where the reader left off."""
        message = event.complaint or missing_highlights(event.highlights)
        if event.highlights or message:
            was_initial = self.reading is self._initial
            self.update(replace(self.reading, highlights=event.highlights), message)
            self._initial = self.reading if was_initial else self._initial
        if self.requested_highlight is not None:
            self.controllers.highlights.go_to(self.requested_highlight.id)
            self.controllers.history.note_lookup()
            self._initial = self.reading  # nobody has moved yet
        elif event.place is not None and self.reading is self._initial:
            has_message = bool(message or self.diagnostics)
            self._initial = self.controllers.history.restore(event.place, is_silent=has_message)

    @on(LibraryDamaged)
    def _show_damage(self, event: LibraryDamaged) -> None:
        self.panes.footer.show_message(event.words)

    @on(AnalysisProgress)
    def _show_progress(self, event: AnalysisProgress) -> None:
        self.panes.title_bar.show_progress(event.words)

    @on(PassageAnalysed)
    async def _show_passage(self, event: PassageAnalysed) -> None:
        """Show who speaks in the passage that is being read, and run the commands that needed no more."""
        if self.reading.without_partial_analysis.analysis is None:  # else the whole article has come first
            self.update(with_analysis(self.reading, event.analysis, event.passage), None)
            await self.commands.deferred.retry()

    @on(Analysed)
    async def _show_analysis(self, event: Analysed) -> None:
        """Show voices and threads, and run the commands that waited for them.

        Block quotations that only the engine finds are indented now if nobody has moved yet and the article is short,
        which is a moment after the first frame. Later the text would jump under the reader's eyes; they are indented
        at the next layout.
        """
        self.panes.title_bar.show_progress("")
        can_indent = self.reading is self._initial and len(self.reading.article.text) <= SHORT
        reading = replace(with_analysis(self.reading, event.analysis), corrections=event.corrections)
        highlights = self.session.highlights.with_speakers(reading.article, reading.highlights, event.analysis)
        self.update(replace(reading, highlights=highlights), event.complaint or event.analysis.note or None)
        if can_indent:
            self.body.invalidate_layout()
            self.panes.fit()
            self.panes.show(self.reading, None)
        requested, self.requested_highlight = self.requested_highlight, None
        if requested is not None and requested.is_to_correct:
            self.controllers.corrections.open_highlight(requested.id)
        await self.commands.deferred.complete()

    # What panes and mouse ask for

    @on(GoTo)
    def _go_to(self, event: GoTo) -> None:
        self.go(jumps.to_offset(self.reading, event.offset))

    @on(VoiceChosen)
    def _choose_voice(self, event: VoiceChosen) -> None:
        self.controllers.focus_filter.choose_voice(event.voice)

    @on(VoiceOpened)
    def _open_voice(self, event: VoiceOpened) -> None:
        self.panes.focus("body")
        self.go(jumps.to_first_quotation_of(replace(self.reading, voice=event.voice), event.voice))

    @on(ClaimOpened)
    def _open_claim(self, event: ClaimOpened) -> None:
        self.panes.focus("body")
        if self.reading.analysis is not None:
            self.go(jumps.to_claim(self.reading, self.reading.analysis.claim(event.claim)))

    @on(MapMoved)
    def _move_map(self, event: MapMoved) -> None:
        self.move_viewport(self.body.viewport.jump_to(self.body.row_at_fraction(event.fraction)), Direction.FORWARD)

    @on(ArticleView.WheelTurned)
    def _roll(self, event: ArticleView.WheelTurned) -> None:
        self.move_viewport(
            self.body.viewport.scroll(event.rows), Direction.FORWARD if event.rows > 0 else Direction.BACKWARD
        )

    @on(ArticleView.Pressed)
    def _press(self, event: ArticleView.Pressed) -> None:
        self.controllers.selection.press(event.offset)

    @on(ArticleView.Dragged)
    def _drag(self, event: ArticleView.Dragged) -> None:
        self.controllers.selection.drag(event.span)

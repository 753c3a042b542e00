"""Corrections: the dialog on what is at the cursor or selected in a list, and what a person chooses in it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.app.controllers.highlight_actions import trimmed
from reader.app.host import ReadingHost
from reader.app.rendering.truncate import cut
from reader.app.state import FocusFilter, Reading
from reader.app.viewmodels.argument_correction import claim_page, move_page, thread_page
from reader.app.viewmodels.corrected_mark import SIGN
from reader.app.viewmodels.correction_pages import (
    Change,
    Correctable,
    quotation_pages,
    selection_page,
)
from reader.app.viewmodels.cursor import with_analysis
from reader.app.viewmodels.focus_filters import filter_by_voice
from reader.app.viewmodels.jumps import to_offset
from reader.app.viewmodels.voice_correction import voice_page
from reader.errors import PullquoteError
from reader.model import Analysis, Claim, Quotation, Span, Voice
from reader.services.corrections import CorrectedAnalysis

if TYPE_CHECKING:
    from reader.services.session import Session

_WORDS_CELLS = 200  # of the words that are corrected; the dialog cuts them to its width
NOTHING = "nothing to correct here: press n for a quotation, or v to select words that are one"


class CorrectionController:
    """Opens the dialog "correct" on a reading screen, stores what is chosen, and shows it."""

    def __init__(self, host: ReadingHost) -> None:
        self._host = host

    def open(self) -> None:
        """Open the dialog on what is selected in a list, else on selected words, the quotation or the claim here."""
        reading = self._host.reading
        target = None if reading.analysis is None else self._target(reading, reading.analysis)
        if target is None:
            self._host.update(reading, NOTHING)
        else:
            self._open(target)

    def open_move(self) -> None:
        """Open the dialog that moves the claim here to another thread."""
        reading = self._host.reading
        analysis = reading.analysis
        claim = None if analysis is None else self._claim(reading, analysis)
        if analysis is None or claim is None:
            self._host.update(reading, "no claim here: press ] for the next one")
            return
        self._open(Correctable(_words(reading, claim.span), (move_page(reading, analysis, claim),)))

    def _open(self, target: Correctable) -> None:
        host = self._host
        body = host.body
        row = body.page_layout.row_at(host.reading.cursor) - body.viewport.top
        host.dialogs.open_correction(host.reading, target, self._done, is_above=2 * row > body.viewport.height)

    def _target(self, reading: Reading, analysis: Analysis) -> Correctable | None:
        """Return what the dialog is about, and the page that a person wants first."""
        panes = self._host.panes
        if panes.current == "voices":
            voice = analysis.voice(panes.sidebar.voices.selected_voice)
            return None if voice is None else Correctable(voice.name, (voice_page(reading, analysis, voice),))
        claim = self._claim(reading, analysis)
        pages = () if claim is None else (claim_page(reading, analysis, claim), thread_page(reading, analysis, claim))
        words = "" if claim is None else _words(reading, claim.span)
        if panes.current == "threads":
            opens = "thread" if panes.sidebar.threads.is_title_selected else "claim"
            return Correctable(words, pages, opens) if pages else None
        if reading.selection is not None and reading.selection.of(reading.article.text).strip():
            selected = trimmed(reading.selection, reading.article.text)
            return Correctable(_words(reading, selected), (selection_page(reading, analysis, selected),))
        if reading.stop is None:
            return Correctable(words, pages) if pages else None
        quotation = analysis.quotation(reading.stops[reading.stop].quotation)
        voice = analysis.voice(quotation.voice)
        about_voice = () if voice is None else (voice_page(reading, analysis, voice),)
        every = (*quotation_pages(reading, analysis, quotation), *about_voice, *pages)
        return Correctable(_heading(reading, quotation, voice), every, "claim" if reading.shows_claim else "speaker")

    def _claim(self, reading: Reading, analysis: Analysis) -> Claim | None:
        """Return the claim that is selected in the list of threads, else the one at the cursor."""
        panes = self._host.panes
        id_ = panes.sidebar.threads.selected_claim if panes.current == "threads" else reading.claim
        return None if id_ is None else analysis.claim(id_)

    def _done(self, change: Change | None) -> None:
        """Store what was chosen and show it."""
        host = self._host
        reading = host.reading
        if change is None:
            return
        if change.selected is not None:
            last = change.selected.end
            host.update(replace(reading, selection=change.selected, anchor=change.selected.start, cursor=last))
            return
        try:
            after = _stored(host.session, reading, change)
        except PullquoteError as error:
            host.update(reading, str(error))
            return
        message, selected = f"{SIGN} {change.said} · U undoes", reading.selection
        reading = with_corrections(host.session, reading, after)
        if selected is None:
            host.update(reading, message)
        else:  # the words that are a quotation now are current
            host.go(to_offset(reading, selected.start)._replace(message=message))


def _stored(session: "Session", reading: Reading, change: Change) -> CorrectedAnalysis:
    """Store a change, and return the analysis with it. Raises StorageError where that fails."""
    before = corrected(reading)
    if change.operations:
        return session.corrections.add(reading.article, before, *change.operations, undone=f"undone: {change.said}")
    if change.always is not None:
        session.corrections.add_known(*change.always, change.withdrawn)
    else:
        session.corrections.withdraw(change.withdrawn)
    return session.corrections.apply(reading.article, before.found)


def corrected(reading: Reading) -> CorrectedAnalysis:
    """Return what the engine found with the corrections, of a reading that is analysed."""
    analysis = reading.analysis or Analysis("")
    return reading.corrections or CorrectedAnalysis(analysis, analysis)


def reapplied(session: "Session", reading: Reading) -> Reading:
    """Return the reading with the corrections that the library has now."""
    if reading.without_partial_analysis.analysis is None:
        return reading
    before = corrected(reading)
    after = session.corrections.apply(reading.article, before.found)
    if after.corrections == before.corrections and after.known == before.known:
        return reading
    return with_corrections(session, reading, after)


def with_corrections(session: "Session", reading: Reading, after: CorrectedAnalysis) -> Reading:
    """Return the reading with a corrected analysis; chosen voice and filter stay, speakers of highlights follow."""
    before = reading.analysis or Analysis("")
    shown = with_analysis(replace(reading, selection=None, anchor=None), after.analysis)
    highlights = session.highlights.with_speakers(reading.article, reading.highlights, after.analysis, before)
    return replace(
        shown,
        corrections=after,
        highlights=highlights,
        voice=_same_voice(before, after.analysis, reading.voice),
        focus_filter=_same_filter(before, shown, reading.focus_filter),
    )


def _same_voice(before: Analysis, after: Analysis, id_: int | None) -> int | None:
    """Return the id that a voice has in another analysis: that of its name, else of one of its mentions."""
    voice = before.voice(id_)
    if voice is None:
        return None
    named = (each.id for each in after.voices if each.name == voice.name)
    mentioned = (each.id for each in after.voices if {*each.mentions} & {*voice.mentions})
    return next(named, next(mentioned, None))


def _same_filter(before: Analysis, shown: Reading, was: FocusFilter | None) -> FocusFilter | None:
    """Return a filter for a new analysis; None where its voice is gone, and for a thread, which may be another."""
    if was is None or was.voice is None or shown.analysis is None:
        return None
    voice = _same_voice(before, shown.analysis, was.voice)
    there = None if voice is None else filter_by_voice(shown, voice)
    return there if there is not None and there.spans else None


def _heading(reading: Reading, quotation: Quotation, voice: Voice | None) -> str:
    words = _words(reading, quotation.span)
    return f"{voice.name if voice else 'speaker not found'}: {words}"


def _words(reading: Reading, span: Span) -> str:
    words = reading.article.text[span.start : min(span.end, span.start + _WORDS_CELLS)]
    return cut(" ".join(words.split()), _WORDS_CELLS)

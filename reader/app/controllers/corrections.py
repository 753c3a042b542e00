"""Corrections: the dialog on what is at the cursor or selected in a list, and what a person chooses in it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.app.controllers.corrected_reading import corrected, with_corrections
from reader.app.controllers.highlight_actions import trimmed
from reader.app.host import ReadingHost
from reader.app.rendering.truncate import cut
from reader.app.state import Reading
from reader.app.viewmodels.argument_correction import claim_page, move_page, thread_page
from reader.app.viewmodels.corrected_mark import SIGN
from reader.app.viewmodels.correction_pages import (
    Change,
    Correctable,
    quotation_pages,
    selection_page,
)
from reader.app.viewmodels.highlight_correction import PAGE as HIGHLIGHT_PAGE
from reader.app.viewmodels.highlight_correction import highlight_page, highlight_pages, selected_highlight_page
from reader.app.viewmodels.highlight_lookup import highlight_at_cursor
from reader.app.viewmodels.jumps import to_highlight, to_offset
from reader.app.viewmodels.voice_correction import voice_page
from reader.errors import PullquoteError
from reader.model import Analysis, Claim, Highlight, Quotation, Span, Voice, enclosing
from reader.services.corrections import CorrectedAnalysis

if TYPE_CHECKING:
    from reader.services.session import Session

_WORDS_CELLS = 200  # of the words that are corrected; the dialog cuts them to its width
NOTHING = "nothing to correct here: press n for a quotation, or v to select words that are one"


class CorrectionController:
    """Opens the dialog "correct" on a reading screen, stores what is chosen, and shows it."""

    def __init__(self, host: ReadingHost) -> None:
        self._host = host
        self._moved: str | None = None  # the id of the highlight whose ends are being moved

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

    def open_highlight(self, id_: str) -> None:
        """Open the dialog on the highlight with this id, at its words if they are in the text."""
        host = self._host
        analysis = host.reading.without_partial_analysis.analysis
        highlight = _highlight(host.reading, id_)
        if analysis is None or highlight is None:
            host.update(host.reading, "still finding who speaks: press H, and w on the highlight, in a moment")
            return
        if highlight.spans:
            host.go(to_highlight(host.reading, highlight))
        words = cut(" ".join(highlight.exact.split()), _WORDS_CELLS)
        self._open(Correctable(words, highlight_pages(host.reading, analysis, highlight)))

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
            return self._selected(reading, analysis, trimmed(reading.selection, reading.article.text))
        highlight = highlight_at_cursor(reading, reading.highlights, self._host.cursor_row)
        if reading.stop is None:
            about_highlight = () if highlight is None else highlight_pages(reading, analysis, highlight)
            words = words if highlight is None else _words(reading, enclosing(highlight.spans))
            return Correctable(words, (*about_highlight, *pages)) if about_highlight or pages else None
        quotation = analysis.quotation(reading.stops[reading.stop].quotation)
        voice = analysis.voice(quotation.voice)
        about_voice = () if voice is None else (voice_page(reading, analysis, voice),)
        kept = () if highlight is None else (highlight_page(reading, analysis, highlight),)
        every = (*quotation_pages(reading, analysis, quotation), *about_voice, *pages, *kept)
        return Correctable(_heading(reading, quotation, voice), every, "claim" if reading.shows_claim else "speaker")

    def _selected(self, reading: Reading, analysis: Analysis, selected: Span) -> Correctable:
        """Return what the dialog is about where words are selected."""
        moved, self._moved = self._moved, None
        page = selected_highlight_page(reading, selected, moved)
        kept = () if page is None else (page,)
        highlight = _highlight(reading, moved or "")
        is_moved = highlight is not None and any(span.overlaps(selected) for span in highlight.spans)
        opens = HIGHLIGHT_PAGE if is_moved else ""
        return Correctable(_words(reading, selected), (selection_page(reading, analysis, selected), *kept), opens)

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
            self._moved = change.highlight or None
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
        highlight = _highlight(reading, change.highlight)
        spans = () if highlight is None else highlight.spans
        if highlight is not None and spans and not any(span.covers(reading.cursor) for span in spans):
            host.go(to_highlight(reading, highlight)._replace(message=message))
        elif selected is None or highlight is not None:
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


def _highlight(reading: Reading, id_: str) -> Highlight | None:
    return next((each for each in reading.highlights if each.id == id_), None)


def _heading(reading: Reading, quotation: Quotation, voice: Voice | None) -> str:
    words = _words(reading, quotation.span)
    return f"{voice.name if voice else 'speaker not found'}: {words}"


def _words(reading: Reading, span: Span) -> str:
    words = reading.article.text[span.start : min(span.end, span.start + _WORDS_CELLS)]
    return cut(" ".join(words.split()), _WORDS_CELLS)

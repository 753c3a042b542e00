"""A reading with what the person corrected, after a correction was made or undone."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.app.state import FocusFilter, Reading
from reader.app.viewmodels.cursor import with_analysis
from reader.app.viewmodels.focus_filters import filter_by_voice
from reader.model import Analysis
from reader.services.corrections import CorrectedAnalysis

if TYPE_CHECKING:
    from reader.services.session import Session


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
    highlights = session.highlights.of(reading.article)
    highlights = session.highlights.with_speakers(reading.article, highlights, after.analysis, before)
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

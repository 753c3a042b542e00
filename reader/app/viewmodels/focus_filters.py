"""Focus filters: the quotations of one voice or the claims of one thread, and where the reader begins in them."""

from reader.app.state import FocusFilter, Reading
from reader.app.viewmodels.jumps import Jump, to_claim, to_stop
from reader.model import Span


def filter_by_voice(reading: Reading, voice: int) -> FocusFilter:
    """Return the filter for all that the voice with this id says."""
    return FocusFilter(tuple(stop.span for stop in reading.stops if stop.voice == voice), voice=voice)


def filter_by_thread(reading: Reading, thread: int) -> FocusFilter:
    """Return the filter for the claims of the thread with this id."""
    analysis = reading.analysis
    claims = () if analysis is None else analysis.threads[thread - 1].claims
    return FocusFilter(tuple(analysis.claim(id_).span for id_ in claims) if analysis else (), thread=thread)


def to_first_shown(reading: Reading) -> Jump:
    """Jump to where reading begins under the focus filter: at the cursor if it is shown, else at the next span shown.

    After the last span shown, jump to the first.
    """
    focus, cursor = reading.focus_filter, reading.cursor
    if focus is None or reading.analysis is None or any(span.covers(cursor) for span in focus.spans):
        return Jump(reading, Span(cursor, cursor + 1))
    index = next((index for index, span in enumerate(focus.spans) if span.start > cursor), 0)
    if focus.thread is not None:
        claim = reading.analysis.threads[focus.thread - 1].claims[index]
        return to_claim(reading, reading.analysis.claim(claim))
    of_voice = [index for index, stop in enumerate(reading.stops) if stop.voice == focus.voice]
    return to_stop(reading, of_voice[index])

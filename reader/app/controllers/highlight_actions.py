"""What a person does with highlights: each action returns the new reading and a sentence about what was done."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.app.host import ReadingHost
from reader.app.rendering.truncate import format_tags
from reader.app.state import Reading
from reader.app.viewmodels.cycle import next_in_cycle
from reader.app.viewmodels.highlight_lookup import highlight_here, highlight_of_all
from reader.errors import PullquoteError
from reader.model import Colour, Highlight, Quotation, Span, Speaker, distinct_tags
from reader.services.highlight_speakers import quotation_speaker
from reader.text.navigation import stop_saying

if TYPE_CHECKING:
    from reader.services.session import Session


class ActionResult(NamedTuple):
    """The reading after an action, a sentence about it, and the highlight that it made or found."""

    reading: Reading
    message: str
    highlight: Highlight | None = None


HighlightAction = Callable[["Session", Reading, Span], ActionResult]
"""An action on the highlight here, given the session, the reading and the span of the text on the cursor's row."""


def perform(host: ReadingHost, action: HighlightAction) -> None:
    """Do an action on a reading screen and show its result."""
    result = action(host.session, host.reading, host.cursor_row)
    host.update(result.reading, result.message)


def with_stored_highlights(session: "Session", reading: Reading) -> Reading:
    """Return the reading with the highlights that the library has now."""
    return replace(reading, highlights=session.highlights.of(reading.article))


def add(session: "Session", reading: Reading, row: Span) -> ActionResult:  # noqa: ARG001 - the signature of all actions
    """Highlight what is selected, else the current quotation."""
    spans, stop = text_to_highlight(reading)
    if not spans:
        return ActionResult(reading, "nothing to highlight here: press n for a quotation, or v to select")
    quotation = quotation_of(reading, stop)
    speaker = speaker_at(reading, stop)
    same = highlight_of_all(reading, spans, speaker)
    if same is not None:
        name = f" · {same.speaker.name}" if same.speaker else ""
        return ActionResult(reading, f"already highlighted{name} · a its note · x deletes it", same)
    complete = reading.without_partial_analysis.analysis
    words = None if quotation is None else " … ".join(span.of(reading.article.text) for span in quotation.spans)
    try:
        made = session.highlights.add(
            reading.article,
            spans,
            speaker=speaker,
            quotation=words,
            speaker_pending=not complete or not complete.engine,
        )
    except PullquoteError as error:
        return ActionResult(reading, str(error))
    # The cursor stays on the highlight, so that the next key acts on it.
    cursor = min(max(reading.cursor, spans[0].start), spans[-1].end - 1)
    after = replace(with_stored_highlights(session, reading), selection=None, anchor=None, cursor=cursor)
    return ActionResult(after, f"highlighted{f' · {speaker.name}' if speaker else ''} · a adds a note · U undoes", made)


def find_or_add(session: "Session", reading: Reading, row: Span) -> ActionResult:
    """Find the highlight here, without a selection; else highlight what is selected or the current quotation."""
    found = highlight_here(reading, row) if reading.selection is None or not len(reading.selection) else None
    return ActionResult(reading, "", found) if found else add(session, reading, row)


def change_colour(session: "Session", reading: Reading, highlight: Highlight) -> ActionResult:
    """Give a highlight the next colour."""
    colour = next_in_cycle(Colour, highlight.colour)
    try:
        session.highlights.recolour(highlight, colour)
    except PullquoteError as error:
        return ActionResult(reading, str(error))
    return ActionResult(with_stored_highlights(session, reading), f"{colour.value} · c changes it", highlight)


def set_tags(session: "Session", reading: Reading, highlight: Highlight, text: str) -> ActionResult:
    """Set a highlight's tags, which `text` separates by commas; "" removes them."""
    tags = distinct_tags(tag for part in text.split(",") if (tag := part.strip().lstrip("#").strip()))
    try:
        session.highlights.set_tags(highlight, tags)
    except PullquoteError as error:
        return ActionResult(reading, str(error))
    message = f"tagged {format_tags(tags)}" if tags else "tags removed"
    return ActionResult(with_stored_highlights(session, reading), message, highlight)


def set_note(session: "Session", reading: Reading, highlight: Highlight, note: str) -> ActionResult:
    """Set a highlight's note; "" removes it."""
    try:
        session.highlights.annotate(highlight, note)
    except PullquoteError as error:
        return ActionResult(reading, str(error))
    return ActionResult(with_stored_highlights(session, reading), "note saved" if note else "note removed", highlight)


def delete(session: "Session", reading: Reading, row: Span) -> ActionResult:
    """Delete the highlight here."""
    highlight = highlight_here(reading, row)
    if highlight is None:
        return ActionResult(reading, "no highlight here")
    try:
        session.highlights.delete(highlight)
    except PullquoteError as error:
        return ActionResult(with_stored_highlights(session, reading), str(error))
    return ActionResult(with_stored_highlights(session, reading), "highlight deleted · U undoes")


def undo(session: "Session", reading: Reading, row: Span) -> ActionResult:  # noqa: ARG001 - the signature of all actions
    """Undo the last change to highlights or corrections."""
    return _replay(session, reading, session.undo, "nothing to undo")


def redo(session: "Session", reading: Reading, row: Span) -> ActionResult:  # noqa: ARG001 - the signature of all actions
    """Make the change to highlights or corrections again that was undone last."""
    return _replay(session, reading, session.redo, "nothing to redo")


def _replay(session: "Session", reading: Reading, change: Callable[[], str | None], nothing: str) -> ActionResult:
    try:
        sentence = change()
    except PullquoteError as error:
        return ActionResult(reading, str(error))
    return ActionResult(as_stored(session, reading), sentence or nothing)


def as_stored(session: "Session", reading: Reading) -> Reading:
    """Return the reading with the corrections and the highlights that the library has now."""
    if reading.corrections is not None:
        from reader.app.controllers.corrected_reading import reapplied  # noqa: PLC0415 - loaded when something is undone

        reading = reapplied(session, reading)
    return with_stored_highlights(session, reading)


def export(session: "Session", reading: Reading, form: str) -> ActionResult:
    """Write the highlights of the article to a file in a format, given by its name."""
    from reader.services import exports  # noqa: PLC0415 - loaded when something is exported

    analysis = reading.without_partial_analysis.analysis
    try:
        path = exports.write(session, reading.article, analysis, form=form)
    except PullquoteError as error:
        return ActionResult(reading, str(error))
    return ActionResult(reading, f"exported to {shown_path(path)}")


def quotation_of(reading: Reading, stop: int | None) -> Quotation | None:
    """Return the quotation of the stop with this index."""
    if reading.analysis is None or stop is None:
        return None
    return reading.analysis.quotation(reading.stops[stop].quotation)


def speaker_at(reading: Reading, stop: int | None) -> Speaker | None:
    """Return who speaks at the stop with this index, in the form that a highlight stores."""
    quotation = quotation_of(reading, stop)
    if reading.analysis is None or quotation is None:
        return None
    return quotation_speaker(reading.article, reading.analysis, quotation)


def text_to_highlight(reading: Reading) -> tuple[tuple[Span, ...], int | None]:
    """Return what a highlight made here covers.

    Returns:
        The spans, those of the selection or of the current quotation, and the index of the stop whose voice says them.
        A selection belongs to the innermost voice that says most of it, else to the innermost one that says all of
        it, else to the only one that is quoted in it.
    """
    if reading.selection is not None and len(reading.selection):
        selection = trimmed(reading.selection, reading.article.text)
        return (selection,), stop_saying(reading.stops, selection)
    if reading.stop is None:
        return (), None
    return reading.stops[reading.stop].spans, reading.stop


def trimmed(span: Span, text: str) -> Span:
    """Return the span without white space at its ends; unchanged when it holds nothing else."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip())) if words.strip() else span


def shown_path(path: Path) -> str:
    """Return an absolute path as a person reads it, with ~ for the home directory."""
    path = path.absolute()
    return f"~/{path.relative_to(Path.home())}" if path.is_relative_to(Path.home()) else str(path)

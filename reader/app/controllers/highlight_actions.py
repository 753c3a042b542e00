"""What a person keeps: highlights, notes, undo and export, as sentences about what was done."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.app.rendering.truncate import format_tags
from reader.app.state import Reading
from reader.app.viewmodels.jumps import highlight_here
from reader.errors import PullquoteError
from reader.model import Colour, Highlight, Quotation, Span, Speaker
from reader.services.session import whose
from reader.text.navigation import stop_with

if TYPE_CHECKING:
    from reader.services.session import Session


class ActionResult(NamedTuple):
    """What became of the reading, and one sentence about it; `highlight` is the one that was made or found."""

    reading: Reading
    say: str
    highlight: Highlight | None = None


def refreshed(session: "Session", reading: Reading) -> Reading:
    """The reading with the highlights that the library has now."""
    return replace(reading, highlights=session.highlights(reading.article))


def kept(session: "Session", reading: Reading, row: Span) -> ActionResult:  # noqa: ARG001 - every deed is told the same
    """Keep what is selected, or else the current quotation."""
    spans, stop = to_keep(reading)
    if not spans:
        return ActionResult(reading, "nothing to highlight here: press n for a quotation, or v to select")
    same = next((highlight for highlight in reading.highlights if highlight.spans == spans), None)
    if same is not None:
        return ActionResult(reading, "already highlighted: a adds a note, x deletes it", same)
    quotation = quotation_of(reading, stop)
    speaker = speaker_of(reading, stop)
    known = reading.whole.analysis
    words = None if quotation is None else " … ".join(span.of(reading.article.text) for span in quotation.spans)
    try:
        made = session.highlight(
            reading.article, spans, speaker=speaker, quotation=words, owed=not known or not known.engine
        )
    except PullquoteError as error:
        return ActionResult(reading, str(error))
    # The cursor stays on what was kept, so that the next key acts on it.
    cursor = min(max(reading.cursor, spans[0].start), spans[-1].end - 1)
    after = replace(refreshed(session, reading), selection=None, anchor=None, cursor=cursor)
    return ActionResult(after, f"highlighted{f' · {speaker.name}' if speaker else ''} · a adds a note · U undoes", made)


def here(session: "Session", reading: Reading, row: Span) -> ActionResult:
    """The highlight that a key means: of what is selected, else the one here, else one made of the quotation here."""
    found = highlight_here(reading, row) if reading.selection is None or not len(reading.selection) else None
    return ActionResult(reading, "", found) if found else kept(session, reading, row)


def recoloured(session: "Session", reading: Reading, highlight: Highlight) -> ActionResult:
    """Give a highlight the next of the colours."""
    colours = list(Colour)
    colour = colours[(colours.index(highlight.colour) + 1) % len(colours)]
    try:
        session.amend(highlight, colour)
    except PullquoteError as error:
        return ActionResult(reading, str(error))
    return ActionResult(refreshed(session, reading), f"{colour.value} · c changes it", highlight)


def tagged(session: "Session", reading: Reading, highlight: Highlight, words: str) -> ActionResult:
    """Set a highlight's tags, written with commas between them; none takes them away."""
    tags = tuple(dict.fromkeys(tag for part in words.split(",") if (tag := part.strip().lstrip("#").strip())))
    try:
        session.amend(highlight, tags)
    except PullquoteError as error:
        return ActionResult(reading, str(error))
    say = f"tagged {format_tags(tags)}" if tags else "tags removed"
    return ActionResult(refreshed(session, reading), say, highlight)


def annotated(session: "Session", reading: Reading, highlight: Highlight, note: str) -> ActionResult:
    """Set a highlight's note; an empty one takes it away."""
    try:
        session.annotate(highlight, note)
    except PullquoteError as error:
        return ActionResult(reading, str(error))
    return ActionResult(refreshed(session, reading), "note saved" if note else "note removed", highlight)


def deleted(session: "Session", reading: Reading, row: Span) -> ActionResult:
    """Delete the highlight at the cursor."""
    highlight = highlight_here(reading, row)
    if highlight is None:
        return ActionResult(reading, "no highlight here")
    try:
        session.delete(highlight)
    except PullquoteError as error:
        return ActionResult(refreshed(session, reading), str(error))
    return ActionResult(refreshed(session, reading), "highlight deleted · U undoes")


def undone(session: "Session", reading: Reading, row: Span) -> ActionResult:  # noqa: ARG001 - every deed is told the same
    """Take back the last thing done to highlights."""
    try:
        sentence = session.undo()
    except PullquoteError as error:
        return ActionResult(reading, str(error))
    return ActionResult(refreshed(session, reading), sentence or "nothing to undo")


def exported(session: "Session", reading: Reading, row: Span) -> ActionResult:  # noqa: ARG001 - every deed is told the same
    """Write the highlights as Markdown."""
    try:
        return ActionResult(reading, f"exported to {place(session.export(reading.article, reading.analysis))}")
    except PullquoteError as error:
        return ActionResult(reading, str(error))


DEEDS: dict[str, Callable[["Session", Reading, Span], ActionResult]] = {
    "highlight": kept,
    "delete": deleted,
    "undo": undone,
    "export": exported,
}


def quotation_of(reading: Reading, stop: int | None) -> Quotation | None:
    """The quotation of the stop with this index."""
    if reading.analysis is None or stop is None:
        return None
    return reading.analysis.quotation(reading.stops[stop].quotation)


def speaker_of(reading: Reading, stop: int | None) -> Speaker | None:
    """Who speaks at the stop with this index, as a highlight keeps it."""
    quotation = quotation_of(reading, stop)
    if reading.analysis is None or quotation is None:
        return None
    return whose(reading.article, reading.analysis, quotation)


def to_keep(reading: Reading) -> tuple[tuple[Span, ...], int | None]:
    """The spans to keep and the stop whose speaker goes with them.

    A selection is a voice's where it lies in one quotation, or where most of it is what that voice says.
    """
    if reading.selection is not None and len(reading.selection):
        selection = _trimmed(reading.selection, reading.article.text)
        return (selection,), stop_with(reading.stops, selection)
    if reading.stop is None:
        return (), None
    return reading.stops[reading.stop].spans, reading.stop


def _trimmed(span: Span, text: str) -> Span:
    """The span without white space at its ends; as it is when it holds nothing else."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip())) if words.strip() else span


def place(path: Path) -> str:
    """A path, whole, but from home."""
    path = path.absolute()
    return f"~/{path.relative_to(Path.home())}" if path.is_relative_to(Path.home()) else str(path)

"""What a session did to highlights, kept so that it can be undone, last first.

Several sessions have one library, two windows say. Each changes what it was told to and leaves what another wrote
meanwhile: notes are put together, tags are joined, and what was changed since is neither undone nor deleted unseen.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto

from reader.errors import StorageError
from reader.model import Colour, Highlight
from reader.store.highlight_repository import HighlightRepository, StoredHighlight


class Action(Enum):
    """A kind of thing that can be undone."""

    HIGHLIGHTED = auto()
    ANNOTATED = auto()
    DELETED = auto()
    RECOLOURED = auto()
    TAGGED = auto()


@dataclass(frozen=True, slots=True)
class UndoStep:
    """One deed: the highlight before it (for a new one as it was made), and after it."""

    action: Action
    before: StoredHighlight
    after: Highlight


def stored(highlights: HighlightRepository, highlight: Highlight) -> StoredHighlight:
    """The highlight as the library has it, deleted or not. Raises StorageError where it has none."""
    kept = highlights.get(highlight.id)
    if kept is None:
        raise StorageError(f"The highlight “{excerpt(highlight.exact)}” is not in your library: make it anew with h.")
    return kept


def annotate(
    highlights: HighlightRepository, highlight: Highlight, note: str, now: str, done: Iterable[UndoStep] = ()
) -> UndoStep:
    """Set the note of `highlight`; where another session wrote one since it was read, theirs stays before this one.

    `done` are the steps of this session, whose notes are not another's.
    """
    before = stored(highlights, highlight)
    theirs = before.highlight.note
    if theirs not in {note, *_notes(highlight, done)}:
        note = f"{theirs}\n\n{note}" if note else theirs
    highlights.set_note(highlight.id, note, now)
    return UndoStep(Action.ANNOTATED, before, replace(before.highlight, note=note, updated=now))


def amend(
    highlights: HighlightRepository,
    highlight: Highlight,
    change: Colour | tuple[str, ...],
    now: str,
    done: Iterable[UndoStep] = (),
) -> UndoStep:
    """Set the colour of `highlight`, or its tags, to which those stay that another session gave it unseen.

    `done` is as in `annotate`.
    """
    before = stored(highlights, highlight)
    if isinstance(change, Colour):
        highlights.set_colour(highlight.id, change, now)
        return UndoStep(Action.RECOLOURED, before, replace(before.highlight, colour=change, updated=now))
    seen = _tags(highlight, done)
    tags = tuple(dict.fromkeys((*change, *(tag for tag in before.highlight.tags if tag not in seen))))
    highlights.set_tags(highlight.id, tags, now)
    return UndoStep(Action.TAGGED, before, replace(before.highlight, tags=tags, updated=now))


def delete(
    highlights: HighlightRepository, highlight: Highlight, now: str, done: Iterable[UndoStep] = ()
) -> UndoStep | None:
    """Delete `highlight`; None where it was deleted already. `done` is as in `annotate`.

    Raises StorageError where another session wrote on it since it was read.
    """
    before = stored(highlights, highlight)
    if before.deleted_at is not None:
        return None
    theirs = before.highlight
    if theirs.note not in _notes(highlight, done) or not _tags(highlight, done).issuperset(theirs.tags):
        words = excerpt(highlight.exact)
        raise StorageError(f"“{words}” has got a note or a tag elsewhere since: it was left; x again deletes it.")
    highlights.delete(highlight.id, now)
    return UndoStep(Action.DELETED, before, before.highlight)


def undo(highlights: HighlightRepository, step: UndoStep, now: str, *, mine: bool = True) -> str:
    """Undo one step, and tell in a sentence what that did. What was changed elsewhere since is left alone.

    `mine` tells that nobody has written the highlight but this session, since it was made.
    """
    before, after = step.before.highlight, step.after
    present = stored(highlights, before)
    changed = "changed elsewhere since and left as it is"
    match step.action:
        case Action.HIGHLIGHTED:
            told = "highlight taken back" if mine else f"highlight {changed}"
            if mine:
                highlights.delete(before.id, now)
        case Action.DELETED:
            told = "highlight brought back"
            highlights.restore(before.id, now)
        case Action.RECOLOURED:
            same = present.highlight.colour is after.colour
            told = f"{before.colour.value} again" if same else f"colour {changed}"
            if same:
                highlights.set_colour(before.id, before.colour, now)
        case Action.TAGGED:
            told = "earlier tags brought back" if before.tags else "tags taken back"
            highlights.set_tags(before.id, _without(present.highlight.tags, before.tags, after.tags), now)
        case Action.ANNOTATED:
            same = present.highlight.note == after.note
            told = f"note {changed}" if not same else "earlier note brought back" if before.note else "note taken back"
            if same:
                highlights.set_note(before.id, before.note, now)
                if step.before.deleted_at is not None or present.deleted_at is not None:
                    highlights.delete(before.id, now)
    return f"{told}: “{excerpt(before.exact)}”"


def _notes(highlight: Highlight, done: Iterable[UndoStep]) -> set[str]:
    """The notes of a highlight that are not another's: none, the one that was seen, and those of one's own steps."""
    own = (step.after.note for step in done if step.action is Action.ANNOTATED and step.after.id == highlight.id)
    return {"", highlight.note, *own}


def _tags(highlight: Highlight, done: Iterable[UndoStep]) -> set[str]:
    """The same of its tags."""
    own = (step for step in done if step.action is Action.TAGGED and step.after.id == highlight.id)
    return {*highlight.tags, *(tag for step in own for tag in {*step.after.tags} - {*step.before.highlight.tags})}


def _without(present: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    """The present tags without the change from `before` to `after`, and with whatever others made of them since."""
    if present == after:
        return before
    kept = [tag for tag in present if tag in before or tag not in after]
    return tuple(dict.fromkeys((*kept, *(tag for tag in before if tag not in after))))


def excerpt(text: str) -> str:
    """The first words of a text, without marks around them, for a sentence that quotes it."""
    line = " ".join(text.split()).strip('"“”„«»')
    return line if len(line) <= 40 else line[:39].rstrip() + "…"  # noqa: PLR2004 - fits a footer beside the rest

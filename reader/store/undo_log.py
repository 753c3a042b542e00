"""The changes that a session made to highlights, as steps that can be undone, last first.

Several sessions can use one library, for example in two windows. Each makes the changes it is asked for and keeps what
another wrote meanwhile: notes are put one after the other, tags are joined, and what another session changed since is
neither undone nor deleted unseen.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto

from reader.errors import StorageError
from reader.model import Colour, Highlight, distinct_tags
from reader.store.highlight_repository import HighlightRepository, StoredHighlight

_DELETED = "highlight still deleted: another window did that"


class Action(Enum):
    """A kind of change that can be undone."""

    HIGHLIGHT = auto()
    ANNOTATE = auto()
    DELETE = auto()
    RECOLOUR = auto()
    TAG = auto()


@dataclass(frozen=True, slots=True)
class UndoStep:
    """One change: the highlight before it (a new one as it was made) and after it."""

    action: Action
    before: StoredHighlight
    after: Highlight


def stored(highlights: HighlightRepository, highlight: Highlight) -> StoredHighlight:
    """Return the highlight as the library has it, deleted or not.

    Raises:
        StorageError: The library has no such highlight.
    """
    found = highlights.get(highlight.id)
    if found is None:
        words = excerpt(highlight.exact)
        raise StorageError(f"The highlight “{words}” is not in your library any more: press h to highlight it again.")
    return found


def annotate(
    highlights: HighlightRepository, highlight: Highlight, note: str, now: str, done: Iterable[UndoStep] = ()
) -> UndoStep:
    """Set the note of a highlight; a note that another session wrote since it was read stays, before this one.

    Args:
        highlights: The repository.
        highlight: The highlight as this session read it.
        note: The new note.
        now: The time of the change (ISO 8601, UTC).
        done: The steps of this session, whose notes are not another's.
    """
    before = stored(highlights, highlight)
    theirs = before.highlight.note
    if theirs not in {note, *_own_notes(highlight, done)}:
        note = f"{theirs}\n\n{note}" if note else theirs
    highlights.set_note(highlight.id, note, now)
    return UndoStep(Action.ANNOTATE, before, replace(before.highlight, note=note, updated=now))


def recolour(highlights: HighlightRepository, highlight: Highlight, colour: Colour, now: str) -> UndoStep:
    """Set the colour of a highlight."""
    before = stored(highlights, highlight)
    highlights.set_colour(highlight.id, colour, now)
    return UndoStep(Action.RECOLOUR, before, replace(before.highlight, colour=colour, updated=now))


def set_tags(
    highlights: HighlightRepository,
    highlight: Highlight,
    tags: tuple[str, ...],
    now: str,
    done: Iterable[UndoStep] = (),
) -> UndoStep:
    """Set the tags of a highlight; those that another session gave it since it was read stay.

    `done` is as in `annotate`.
    """
    before = stored(highlights, highlight)
    own = _own_tags(highlight, done)
    tags = distinct_tags((*tags, *(tag for tag in before.highlight.tags if tag not in own)))
    highlights.set_tags(highlight.id, tags, now)
    return UndoStep(Action.TAG, before, replace(before.highlight, tags=tags, updated=now))


def delete(
    highlights: HighlightRepository, highlight: Highlight, now: str, done: Iterable[UndoStep] = ()
) -> UndoStep | None:
    """Delete a highlight; None where it was deleted already. `done` is as in `annotate`.

    Raises:
        StorageError: Another session wrote on it since it was read.
    """
    before = stored(highlights, highlight)
    if before.deleted_at is not None:
        return None
    theirs = before.highlight
    if theirs.note not in _own_notes(highlight, done) or not _own_tags(highlight, done).issuperset(theirs.tags):
        words = excerpt(highlight.exact)
        raise StorageError(f"“{words}” got a note or tag in another window and was kept: press x again to delete it.")
    highlights.delete(highlight.id, now)
    return UndoStep(Action.DELETE, before, before.highlight)


def undo(highlights: HighlightRepository, step: UndoStep, now: str, *, is_mine: bool = True) -> str:
    """Undo one step; what another session changed since is left as it is.

    Args:
        highlights: The repository.
        step: The step.
        now: The time of the change (ISO 8601, UTC).
        is_mine: Whether only this session has written the highlight since it was made.

    Returns:
        A sentence on what was done.
    """
    before, after = step.before.highlight, step.after
    present = stored(highlights, before)
    kept = "kept: it was changed in another window"
    match step.action:
        case Action.HIGHLIGHT:
            done = "highlight removed" if is_mine else f"highlight {kept}"
            if is_mine:
                highlights.delete(before.id, now)
        case Action.DELETE:
            done = "highlight restored"
            highlights.restore(before.id, now)
        case Action.RECOLOUR:
            is_same = present.highlight.colour is after.colour
            done = f"{before.colour.value} again" if is_same else f"colour {kept}"
            if is_same:
                highlights.set_colour(before.id, before.colour, now)
        case Action.TAG:
            done = "earlier tags restored" if before.tags else "tags removed"
            highlights.set_tags(before.id, _without_change(present.highlight.tags, before.tags, after.tags), now)
        case Action.ANNOTATE:
            is_same = present.highlight.note == after.note
            done = f"note {kept}" if not is_same else "earlier note restored" if before.note else "note removed"
            if is_same:
                highlights.set_note(before.id, before.note, now)
                if step.before.deleted_at is not None or present.deleted_at is not None:
                    highlights.delete(before.id, now)
    return f"{done}: “{excerpt(before.exact)}”"


def redo(highlights: HighlightRepository, step: UndoStep, now: str, *, is_mine: bool = True) -> str:
    """Make the change of a step that was undone once more; the arguments and the result are as in `undo`.

    What another session deleted meanwhile stays deleted.
    """
    before, after = step.before.highlight, step.after
    present = stored(highlights, before)
    kept = "kept: it was changed in another window"
    match step.action:
        case Action.HIGHLIGHT:
            done = "still highlighted" if present.deleted_at is None else "highlighted again" if is_mine else _DELETED
            if present.deleted_at is not None and is_mine:
                highlights.restore(before.id, now)
        case Action.DELETE:
            done = "highlight deleted again" if is_mine else f"highlight {kept}"
            if is_mine:
                highlights.delete(before.id, now)
        case Action.RECOLOUR:
            is_same = present.highlight.colour is before.colour
            done = f"{after.colour.value} again" if is_same else f"colour {kept}"
            if is_same:
                highlights.set_colour(before.id, after.colour, now)
        case Action.TAG:
            done = "tags set again" if after.tags else "tags removed again"
            highlights.set_tags(before.id, _without_change(present.highlight.tags, after.tags, before.tags), now)
        case Action.ANNOTATE:
            is_same = present.highlight.note == before.note
            done = f"note {kept}" if not is_same else _redo_note(highlights, step, present, now, is_mine=is_mine)
    return f"{done}: “{excerpt(before.exact)}”"


def _redo_note(
    highlights: HighlightRepository, step: UndoStep, present: StoredHighlight, now: str, *, is_mine: bool
) -> str:
    """Write a note again; where another window deleted the highlight meanwhile, that stays so."""
    highlights.set_note(present.highlight.id, step.after.note, now)
    done = "note written again" if step.after.note else "note removed again"
    if present.deleted_at is None or (is_mine and step.before.deleted_at is not None):
        return done
    highlights.delete(present.highlight.id, now)
    return f"{done}, {_DELETED}"


def _own_notes(highlight: Highlight, done: Iterable[UndoStep]) -> set[str]:
    """Return the notes that are not another session's: none, the one that was read, and those of one's own steps."""
    own = (step.after.note for step in done if step.action is Action.ANNOTATE and step.after.id == highlight.id)
    return {"", highlight.note, *own}


def _own_tags(highlight: Highlight, done: Iterable[UndoStep]) -> set[str]:
    """Return the tags that are not another session's: those that were read, and those of one's own steps."""
    own = (step for step in done if step.action is Action.TAG and step.after.id == highlight.id)
    return {*highlight.tags, *(tag for step in own for tag in {*step.after.tags} - {*step.before.highlight.tags})}


def _without_change(present: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    """Return the present tags without the change from `before` to `after`, and with all other changes."""
    if present == after:
        return before
    kept = [tag for tag in present if tag in before or tag not in after]
    return tuple(dict.fromkeys((*kept, *(tag for tag in before if tag not in after))))


def excerpt(text: str) -> str:
    """Return the first words of a text, without the marks around them, for a sentence that quotes it."""
    line = " ".join(text.split()).strip('"“”„«»')
    return line if len(line) <= 40 else line[:39].rstrip() + "…"  # noqa: PLR2004 - fits a footer beside the rest

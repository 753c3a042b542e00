"""What a session did to highlights, kept so that it can be undone, last first."""

from dataclasses import dataclass
from enum import Enum, auto

from reader.errors import StorageError
from reader.model import Highlight
from reader.store.highlights import Highlights, Kept


class Deed(Enum):
    """A kind of thing that can be undone."""

    HIGHLIGHTED = auto()
    ANNOTATED = auto()
    DELETED = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """One deed: the highlight as it was before it (after it, for a new one), and the note that was written."""

    deed: Deed
    before: Kept
    note: str = ""


def existing(highlights: Highlights, highlight: Highlight) -> Kept:
    """The highlight as the library has it, deleted or not. Raises StorageError where it has none."""
    kept = highlights.get(highlight.id)
    if kept is None:
        raise StorageError(f"The highlight “{short(highlight.exact)}” is not in your library: make it anew with h.")
    return kept


def annotate(highlights: Highlights, highlight: Highlight, note: str, now: str) -> Step:
    """Set the note of `highlight`; where another session wrote one since it was read, theirs stays before this one."""
    before = existing(highlights, highlight)
    theirs = before.highlight.note
    if theirs not in {highlight.note, note, ""}:
        note = f"{theirs}\n\n{note}" if note else theirs
    highlights.annotate(highlight.id, note, now)
    return Step(Deed.ANNOTATED, before, note)


def delete(highlights: Highlights, highlight: Highlight, now: str) -> Step | None:
    """Delete `highlight`; None where it was deleted already."""
    before = existing(highlights, highlight)
    if before.deleted_at is not None:
        return None
    highlights.delete(highlight.id, now)
    return Step(Deed.DELETED, before)


def undo(highlights: Highlights, step: Step, now: str) -> str:
    """Undo one step, and tell in a sentence what that did. A note that was changed elsewhere since is left alone."""
    highlight = step.before.highlight
    words = short(highlight.exact)
    if step.deed is Deed.HIGHLIGHTED:
        highlights.delete(highlight.id, now)
        return f"Took back the highlight “{words}”."
    if step.deed is Deed.DELETED:
        highlights.restore(highlight.id, now)
        return f"Brought back the highlight “{words}”."
    if existing(highlights, highlight).highlight.note != step.note:
        return f"The note on “{words}” was changed elsewhere since, and stays as it is."
    highlights.annotate(highlight.id, highlight.note, now)
    if step.before.deleted_at is not None:
        highlights.delete(highlight.id, now)
    return f"Put back the earlier note on “{words}”." if highlight.note else f"Took back the note on “{words}”."


def short(text: str) -> str:
    """The first words of a text, for a sentence about it."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39].rstrip() + "…"  # noqa: PLR2004 - fits a footer beside the rest

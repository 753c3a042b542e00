"""What a session did to highlights, kept so that it can be undone, last first."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from reader.errors import StorageError
from reader.model import Colour, Highlight
from reader.store.highlights import Highlights, Kept


class Deed(Enum):
    """A kind of thing that can be undone."""

    HIGHLIGHTED = auto()
    ANNOTATED = auto()
    DELETED = auto()
    RECOLOURED = auto()
    TAGGED = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """One deed: the highlight as it was before it (after it, for a new one), and the note that was written."""

    deed: Deed
    before: Kept
    note: str = ""

    @property
    def notes(self) -> tuple[str, str]:
        """The notes before and after it."""
        return self.before.highlight.note, self.note


def existing(highlights: Highlights, highlight: Highlight) -> Kept:
    """The highlight as the library has it, deleted or not. Raises StorageError where it has none."""
    kept = highlights.get(highlight.id)
    if kept is None:
        raise StorageError(f"The highlight “{short(highlight.exact)}” is not in your library: make it anew with h.")
    return kept


def annotate(highlights: Highlights, highlight: Highlight, note: str, now: str, done: Iterable[Step] = ()) -> Step:
    """Set the note of `highlight`; where another session wrote one since it was read, theirs stays before this one.

    `done` are the steps of this session, whose notes are not another's.
    """
    before = existing(highlights, highlight)
    theirs = before.highlight.note
    own = [known for step in done if step.before.highlight.id == highlight.id for known in step.notes]
    if theirs not in {highlight.note, note, "", *own}:
        note = f"{theirs}\n\n{note}" if note else theirs
    highlights.annotate(highlight.id, note, now)
    return Step(Deed.ANNOTATED, before, note)


def amend(highlights: Highlights, highlight: Highlight, change: Colour | tuple[str, ...], now: str) -> Step:
    """Set the colour of `highlight`, or its tags."""
    before = existing(highlights, highlight)
    if isinstance(change, Colour):
        highlights.recolour(highlight.id, change, now)
        return Step(Deed.RECOLOURED, before)
    highlights.tag(highlight.id, change, now)
    return Step(Deed.TAGGED, before)


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
        return f"highlight taken back: “{words}”"
    if step.deed is Deed.DELETED:
        highlights.restore(highlight.id, now)
        return f"highlight brought back: “{words}”"
    if step.deed is Deed.RECOLOURED:
        highlights.recolour(highlight.id, highlight.colour, now)
        return f"{highlight.colour.value} again: “{words}”"
    if step.deed is Deed.TAGGED:
        highlights.tag(highlight.id, highlight.tags, now)
        return f"{'earlier tags brought back' if highlight.tags else 'tags taken back'}: “{words}”"
    if existing(highlights, highlight).highlight.note != step.note:
        return f"note changed elsewhere since and left as it is: “{words}”"
    highlights.annotate(highlight.id, highlight.note, now)
    if step.before.deleted_at is not None:
        highlights.delete(highlight.id, now)
    return f"{'earlier note brought back' if highlight.note else 'note taken back'}: “{words}”"


def short(text: str) -> str:
    """The first words of a text, without marks around them, for a sentence that quotes it."""
    line = " ".join(text.split()).strip('“”„«»"')
    return line if len(line) <= 40 else line[:39].rstrip() + "…"  # noqa: PLR2004 - fits a footer beside the rest

"""Writing on highlights: a note in one line or in the person's editor, tags, and the colour."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.app.controllers import highlight_actions
from reader.app.controllers.prompt import PromptController, Question
from reader.app.rendering.page_rows import NOTE
from reader.errors import PullquoteError
from reader.model import Highlight

if TYPE_CHECKING:
    from reader.app.screens.reading_base import ReadingBase
    from reader.app.state import Reading
    from reader.services.positions import Positions
    from reader.services.session import Session


class _NoteEdit(NamedTuple):
    """A kind of words on a highlight: the `sign` before its line, which `ask` opens, and what the `keys` do there.

    `words` gives those that a highlight has, `keep` sets them. A draft of them is named by the highlight's id with
    `suffix` behind it; `left` tells that there is one.
    """

    sign: str
    words: Callable[[Highlight], str]
    keep: "Callable[[Session, Reading, Highlight, str], highlight_actions.ActionResult]"
    suffix: str
    keys: str
    left: str
    ask: Callable[[PromptController, str, str, Question, str], Awaitable[None]]


_NOTE = _NoteEdit(
    NOTE,
    lambda highlight: highlight.note,
    highlight_actions.annotated,
    "",
    "Enter save   Ctrl+J new line   Esc cancel",
    "draft kept; press a to continue",
    PromptController.ask_lines,
)
_TAGS = _NoteEdit(
    "#",
    lambda highlight: ", ".join(highlight.tags),
    highlight_actions.tagged,
    "#",
    "tag, tag   Enter save   Esc cancel",
    "draft kept; press t to continue",
    PromptController.ask,
)

_BRIEFLY = ", but only until you close this article: "
"""What is said of a draft that the library could not keep, before why."""


class NoteController:
    """What a person writes on the highlight here; the quotation or the selection is highlighted first where none is."""

    def __init__(self, screen: "ReadingBase") -> None:
        self._screen = screen
        self._unkept: dict[str, str] = {}  # drafts by their names, while the library can't keep them

    async def note(self) -> None:
        """Ask for a note, of one line or several."""
        await self._write(_NOTE)

    async def tag(self) -> None:
        """Ask for tags."""
        await self._write(_TAGS)

    async def _write(self, what: _NoteEdit) -> None:
        highlight = self._here()
        if highlight is not None:
            draft = self._draft(highlight.id + what.suffix)
            aside = f"your earlier draft   {what.keys}" if draft else what.keys
            await self._ask(what, highlight, draft or what.words(highlight), aside)

    @property
    def _place(self) -> "Positions":
        return self._screen.session.whereabouts(self._screen.reading.article)

    def _draft(self, name: str) -> str:
        return self._unkept[name] if name in self._unkept else self._place.draft(name)

    def _jot(self, name: str, words: str) -> str:
        """Keep a draft, or hold it here where the library can't: why it can't, "" where it can."""
        try:
            self._place.jot(name, words)
        except PullquoteError as error:
            self._unkept[name] = words
            return str(error)
        self._unkept.pop(name, None)
        return ""

    async def _ask(self, what: _NoteEdit, highlight: Highlight, words: str, aside: str) -> None:
        question = Question(partial(self._answered, what, highlight), left=partial(self._left, what, highlight))
        await what.ask(self._screen.parts.asking, what.sign, words, question, aside)

    def _answered(self, what: _NoteEdit, highlight: Highlight, words: str | None) -> None:
        """Keep what was written; what can't be kept stands in its line again, so that its words are not lost."""
        if words is not None:
            done = what.keep(self._screen.session, self._screen.reading, highlight, words)
            self._screen.update(done.reading, done.say)
            if done.highlight is None:
                self._screen.call_later(self._ask, what, highlight, words, done.say)
            else:
                self._jot(highlight.id + what.suffix, "")

    def _left(self, what: _NoteEdit, highlight: Highlight, words: str) -> None:
        """Keep what was written, for the next time; nothing that was written anew is let go of."""
        draft = words if words != what.words(highlight) else ""
        problem = self._jot(highlight.id + what.suffix, draft)
        if draft:
            self._screen.update(self._screen.reading, what.left + (problem and f"{_BRIEFLY}{problem}"))

    def edit(self) -> None:
        """Write the note in the person's editor."""
        highlight = self._here()
        if highlight is not None:
            self._edit(highlight)

    def _edit(self, highlight: Highlight) -> None:
        from reader.app.terminal.external_editor import edit_text  # noqa: PLC0415 - loaded when a person asks for it

        draft = self._draft(highlight.id)
        before = draft or highlight.note
        note, complaint = edit_text(self._screen.app, before)
        if complaint and note and note != before:  # saved before the editor failed
            self._left(_NOTE, highlight, note)
        elif note is None or complaint:
            self._screen.update(self._screen.reading, complaint)
        elif note == before:
            self._screen.update(self._screen.reading, _NOTE.left if draft else "the note was not changed")
        else:
            self._answered(_NOTE, highlight, note)

    def colour(self) -> None:
        """Give the highlight its next colour; a quotation that is none yet becomes one, in the first."""
        screen = self._screen
        known = screen.reading.highlights
        highlight = self._here()
        if highlight is not None and highlight in known:
            done = highlight_actions.recoloured(screen.session, screen.reading, highlight)
            screen.update(done.reading, done.say)

    def _here(self) -> Highlight | None:
        screen = self._screen
        done = highlight_actions.here(screen.session, screen.reading, screen.row)
        screen.update(done.reading, done.say)
        return done.highlight

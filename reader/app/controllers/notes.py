"""Notes, tags and colours of highlights; text that was not saved is kept as a draft."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.app.controllers import highlight_actions
from reader.app.host import Prompt, Question, ReadingHost
from reader.app.rendering.page_rows import NOTE
from reader.errors import PullquoteError
from reader.model import Highlight

if TYPE_CHECKING:
    from reader.app.state import Reading
    from reader.services.positions import Positions
    from reader.services.session import Session


class _Field(NamedTuple):
    """A text field of a highlight that a person edits in a prompt.

    Attributes:
        label: What the prompt shows before the text.
        text: Returns the field of a highlight as text.
        save: Sets the field.
        suffix: What the name of a draft has after the highlight's id.
        hint: What the keys do in the prompt.
        kept: What is said when the text is kept as a draft.
        ask: Opens the prompt: a line or a box.
    """

    label: str
    text: Callable[[Highlight], str]
    save: "Callable[[Session, Reading, Highlight, str], highlight_actions.ActionResult]"
    suffix: str
    hint: str
    kept: str
    ask: Callable[[Prompt, str, str, Question, str], Awaitable[None]]


async def _ask_line(prompt: Prompt, label: str, text: str, question: Question, hint: str) -> None:
    await prompt.ask(label, text, question, hint)


async def _ask_lines(prompt: Prompt, label: str, text: str, question: Question, hint: str) -> None:
    await prompt.ask_lines(label, text, question, hint)


_NOTE = _Field(
    label=NOTE,
    text=lambda highlight: highlight.note,
    save=highlight_actions.set_note,
    suffix="",
    hint="Enter save   Ctrl+J new line   Esc cancel",
    kept="draft kept; press a to continue",
    ask=_ask_lines,
)
_TAGS = _Field(
    label="#",
    text=lambda highlight: ", ".join(highlight.tags),
    save=highlight_actions.set_tags,
    suffix="#",
    hint="tag, tag   Enter save   Esc cancel",
    kept="draft kept; press t to continue",
    ask=_ask_line,
)

_UNSAVED_DRAFT = ", but only until you close this article: "
"""Said of a draft that the library could not store, followed by the reason."""


class NoteController:
    """Edits the highlight here; where there is none, the quotation or the selection is highlighted first."""

    def __init__(self, host: ReadingHost, prompt: Prompt) -> None:
        self._host = host
        self._prompt = prompt
        self._drafts: dict[str, str] = {}  # by name, those that the library can't store

    async def edit_note(self) -> None:
        """Ask for the note."""
        await self._edit(_NOTE)

    async def edit_tags(self) -> None:
        """Ask for the tags."""
        await self._edit(_TAGS)

    async def _edit(self, field: _Field) -> None:
        highlight = self._highlight_here()
        if highlight is not None:
            draft = self._draft(highlight.id + field.suffix)
            hint = f"your earlier draft   {field.hint}" if draft else field.hint
            await self._ask(field, highlight, draft or field.text(highlight), hint)

    @property
    def _positions(self) -> "Positions":
        return self._host.session.positions(self._host.reading.article)

    def _draft(self, name: str) -> str:
        return self._drafts[name] if name in self._drafts else self._positions.draft(name)

    def _keep_draft(self, name: str, text: str) -> str:
        """Store a draft, or keep it in memory where the library can't; return why it can't, "" where it can."""
        try:
            self._positions.save_draft(name, text)
        except PullquoteError as error:
            self._drafts[name] = text
            return str(error)
        self._drafts.pop(name, None)
        return ""

    async def _ask(self, field: _Field, highlight: Highlight, text: str, hint: str) -> None:
        question = Question(partial(self._save, field, highlight), left=partial(self._keep, field, highlight))
        await field.ask(self._prompt, field.label, text, question, hint)

    def _save(self, field: _Field, highlight: Highlight, text: str | None) -> None:
        """Set the field; if that fails, open the prompt again with the text, so that it is not lost."""
        if text is not None:
            result = field.save(self._host.session, self._host.reading, highlight, text)
            self._host.update(result.reading, result.message)
            if result.highlight is None:
                self._host.call_later(self._ask, field, highlight, text, result.message)
            else:
                self._keep_draft(highlight.id + field.suffix, "")

    def _keep(self, field: _Field, highlight: Highlight, text: str) -> None:
        """Keep text that was changed and not saved as a draft; forget the draft where it was not changed."""
        draft = text if text != field.text(highlight) else ""
        problem = self._keep_draft(highlight.id + field.suffix, draft)
        if draft:
            self._host.update(self._host.reading, field.kept + (problem and f"{_UNSAVED_DRAFT}{problem}"))

    def open_editor(self) -> None:
        """Edit the note in the person's own editor."""
        highlight = self._highlight_here()
        if highlight is not None:
            self._edit_externally(highlight)

    def _edit_externally(self, highlight: Highlight) -> None:
        from reader.app.terminal.external_editor import edit_text  # noqa: PLC0415 - loaded when an editor is started

        draft = self._draft(highlight.id)
        before = draft or highlight.note
        note, complaint = edit_text(self._host.app, before)
        if complaint and note and note != before:  # saved before the editor failed
            self._keep(_NOTE, highlight, note)
        elif note is None or complaint:
            self._host.update(self._host.reading, complaint)
        elif note == before:
            self._host.update(self._host.reading, _NOTE.kept if draft else "the note was not changed")
        else:
            self._save(_NOTE, highlight, note)

    def change_colour(self) -> None:
        """Give the highlight here its next colour; a quotation that is highlighted only now keeps the first."""
        host = self._host
        before = host.reading.highlights
        highlight = self._highlight_here()
        if highlight is not None and highlight in before:
            result = highlight_actions.change_colour(host.session, host.reading, highlight)
            host.update(result.reading, result.message)

    def _highlight_here(self) -> Highlight | None:
        host = self._host
        result = highlight_actions.find_or_add(host.session, host.reading, host.cursor_row)
        host.update(result.reading, result.message)
        return result.highlight

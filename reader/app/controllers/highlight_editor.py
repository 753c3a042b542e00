"""Edits the note and the tags of a highlight in a prompt; text that was not saved is kept as a draft."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from reader.app.controllers import highlight_actions
from reader.app.host import Prompt, Question
from reader.app.rendering.page_rows import NOTE
from reader.app.viewmodels.tag_completion import complete_tag
from reader.errors import PullquoteError
from reader.model import Article, Highlight

if TYPE_CHECKING:
    from textual.app import App

    from reader.app.state import Reading
    from reader.services.session import Session


class EditingHost(Protocol):
    """The screen on which a highlight is edited: that of its article, or a list of highlights."""

    @property
    def app(self) -> "App[Any]":
        """The app."""

    @property
    def session(self) -> "Session":
        """The services that the app uses."""

    @property
    def reading(self) -> "Reading":
        """The present reading of the article that is open."""

    def update(self, reading: "Reading", message: str | None = "") -> None:
        """Make `reading` the present reading, show what the library has now, and a sentence in the footer."""

    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool:
        """Call back after the messages posted so far."""


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
        separator: What follows the text where there is any, so that more can be written.
        complete: Returns a text with its end completed by what the library has; None where it has nothing.
    """

    label: str
    text: Callable[[Highlight], str]
    save: "Callable[[Session, Reading, Highlight, str], highlight_actions.ActionResult]"
    suffix: str
    hint: str
    kept: str
    ask: Callable[[Prompt, str, str, Question, str], Awaitable[None]]
    separator: str = ""
    complete: "Callable[[Session], Callable[[str], str | None] | None]" = lambda _: None

    def prefilled(self, highlight: Highlight) -> str:
        """Return the text that the prompt opens with."""
        text = self.text(highlight)
        return text + self.separator if text else ""

    def draft(self, highlight: Highlight, text: str) -> str:
        """Return what is to be kept of a text that was not saved: "" where it is that of the highlight."""
        return text if text.rstrip(self.separator) != self.text(highlight) else ""


async def _ask_line(prompt: Prompt, label: str, text: str, question: Question, hint: str) -> None:
    await prompt.ask(label, text, question, hint)


async def _ask_lines(prompt: Prompt, label: str, text: str, question: Question, hint: str) -> None:
    await prompt.ask_lines(label, text, question, hint)


def _tag_completion(session: "Session") -> Callable[[str], str | None] | None:
    """Return what completes tags, None where the library has none."""
    tags = session.highlights.tags()
    return partial(complete_tag, tags=tags) if tags else None


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
    separator=", ",
    complete=_tag_completion,
)

COMPLETING = "tag, tag   Tab complete   Enter save"
"""The hint where tags can be completed: there is no room for Esc beside it."""

_UNSAVED_DRAFT = ", but only until you close this screen: "
"""Said of a draft that the library could not store, followed by the reason."""


class HighlightEditor:
    """Asks for the note or the tags of a highlight, and saves them."""

    def __init__(self, host: EditingHost, prompt: Prompt) -> None:
        self._host = host
        self._prompt = prompt
        self._drafts: dict[str, str] = {}  # by name, those that the library can't store

    async def edit_note(self, highlight: Highlight, article: Article) -> None:
        """Ask for the note of a highlight of an article."""
        await self._edit(_NOTE, highlight, article)

    async def edit_tags(self, highlight: Highlight, article: Article) -> None:
        """Ask for the tags of a highlight of an article."""
        await self._edit(_TAGS, highlight, article)

    async def _edit(self, field: _Field, highlight: Highlight, article: Article) -> None:
        draft = self._draft(highlight.id + field.suffix, article)
        hint = f"your earlier draft   {field.hint}" if draft else field.hint
        await self._ask(field, highlight, article, draft or field.prefilled(highlight), hint)

    def _draft(self, name: str, article: Article) -> str:
        return self._drafts[name] if name in self._drafts else self._host.session.positions(article).draft(name)

    def _keep_draft(self, name: str, article: Article, text: str) -> str:
        """Store a draft, or keep it in memory where the library can't; return why it can't, "" where it can."""
        try:
            self._host.session.positions(article).save_draft(name, text)
        except PullquoteError as error:
            self._drafts[name] = text
            return str(error)
        self._drafts.pop(name, None)
        return ""

    async def _ask(self, field: _Field, highlight: Highlight, article: Article, text: str, hint: str) -> None:
        complete = field.complete(self._host.session)
        question = Question(
            partial(self._save, field, highlight, article),
            left=partial(self._keep, field, highlight, article),
            backed_up=partial(self._back_up, field, highlight, article),
            complete=complete,
        )
        if complete is not None and hint == field.hint:
            hint = COMPLETING
        await field.ask(self._prompt, field.label, text, question, hint)

    def _save(self, field: _Field, highlight: Highlight, article: Article, text: str | None) -> None:
        """Set the field; if that fails, open the prompt again with the text, so that it is not lost."""
        if text is not None:
            result = field.save(self._host.session, self._host.reading, highlight, text)
            self._host.update(result.reading, result.message)
            if result.highlight is None:
                self._host.call_later(self._ask, field, highlight, article, text, result.message)
            else:
                self._keep_draft(highlight.id + field.suffix, article, "")

    def _keep(self, field: _Field, highlight: Highlight, article: Article, text: str) -> None:
        """Keep text that was changed and not saved as a draft; forget the draft where it was not changed."""
        draft = field.draft(highlight, text)
        problem = self._keep_draft(highlight.id + field.suffix, article, draft)
        if draft:
            self._host.update(self._host.reading, field.kept + (problem and f"{_UNSAVED_DRAFT}{problem}"))

    def _back_up(self, field: _Field, highlight: Highlight, article: Article, text: str) -> None:
        """Store the draft while a person writes it, where the library can."""
        draft = field.draft(highlight, text)
        self._host.session.positions(article).try_save_draft(highlight.id + field.suffix, draft)

    def edit_externally(self, highlight: Highlight, article: Article) -> None:
        """Edit the note of a highlight in the person's own editor."""
        from reader.app.terminal.external_editor import edit_text  # noqa: PLC0415 - loaded when an editor is started

        draft = self._draft(highlight.id, article)
        before = draft or highlight.note
        note, complaint = edit_text(self._host.app, before)
        if complaint and note and note != before:  # saved before the editor failed
            self._keep(_NOTE, highlight, article, note)
        elif note is None or complaint:
            self._host.update(self._host.reading, complaint)
        elif note == before:
            self._host.update(self._host.reading, _NOTE.kept if draft else "the note was not changed")
        else:
            self._save(_NOTE, highlight, article, note)

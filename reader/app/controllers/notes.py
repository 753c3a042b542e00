"""Notes, tags and colours of the highlight at the cursor; without one, the quotation is highlighted first."""

from typing import TYPE_CHECKING

from reader.app.controllers import highlight_actions
from reader.app.controllers.highlight_editor import HighlightEditor
from reader.app.host import Prompt, ReadingHost

if TYPE_CHECKING:
    from reader.model import Highlight


class NoteController:
    """Edits the highlight here; where there is none, the quotation or the selection is highlighted first."""

    def __init__(self, host: ReadingHost, prompt: Prompt) -> None:
        self._host = host
        self._editor = HighlightEditor(host, prompt)

    async def edit_note(self) -> None:
        """Ask for the note."""
        highlight = self._highlight_here()
        if highlight is not None:
            await self._editor.edit_note(highlight, self._host.reading.article)

    async def edit_tags(self) -> None:
        """Ask for the tags."""
        highlight = self._highlight_here()
        if highlight is not None:
            await self._editor.edit_tags(highlight, self._host.reading.article)

    def open_editor(self) -> None:
        """Edit the note in the person's own editor."""
        highlight = self._highlight_here()
        if highlight is not None:
            self._editor.edit_externally(highlight, self._host.reading.article)

    def change_colour(self) -> None:
        """Give the highlight here its next colour; a quotation that is highlighted only now keeps the first."""
        host = self._host
        before = host.reading.highlights
        highlight = self._highlight_here()
        if highlight is not None and highlight in before:
            result = highlight_actions.change_colour(host.session, host.reading, highlight)
            host.update(result.reading, result.message)

    def _highlight_here(self) -> "Highlight | None":
        host = self._host
        result = highlight_actions.find_or_add(host.session, host.reading, host.cursor_row)
        host.update(result.reading, result.message)
        return result.highlight

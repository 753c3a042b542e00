"""Copying: the selected, quoted or highlighted text here, with who said it and where."""

from contextlib import suppress

from reader.app.controllers.highlight_actions import speaker_at, text_to_highlight
from reader.app.host import ReadingHost
from reader.app.state import without_selection
from reader.app.viewmodels.highlight_lookup import highlight_here
from reader.model import format_count
from reader.printable import printable_lines
from reader.services.session import cite


class CopyController:
    """Copies to the clipboard of the terminal (OSC 52), and to that of the system if there is a program for it."""

    def __init__(self, host: ReadingHost) -> None:
        self._host = host

    def copy(self, *, as_markdown: bool = False) -> None:
        """Copy what is selected, else the quotation or the highlight here, as a sentence or a Markdown quote."""
        host = self._host
        reading = host.reading
        spans, stop = text_to_highlight(reading)
        speaker = speaker_at(reading, stop)
        if not spans and (highlight := highlight_here(reading, host.cursor_row)) is not None:
            spans, speaker = highlight.spans, highlight.speaker
        if not spans:
            host.update(reading, "nothing to copy here: press n for a quotation, or v to select")
            return
        self._write(printable_lines(cite(reading.article, spans, speaker, markdown=as_markdown)))
        length = format_count(sum(len(span.of(reading.article.text).split()) for span in spans), "word")
        after = reading if reading.anchor is None else without_selection(reading)
        of_speaker = f" of {speaker.name}" if speaker else ""
        host.update(after, f"{length}{of_speaker} copied{' as Markdown' if as_markdown else ''}")

    def _write(self, text: str) -> None:
        app = self._host.app
        app.copy_to_clipboard(text)
        if app.is_web or app.is_headless:
            return  # the person's clipboard is not the one of this machine
        from reader.app.terminal.system_clipboard import copy  # noqa: PLC0415 - loaded at the first copy

        copy(text, self._report)

    def _report(self, complaint: str) -> None:
        """Show a complaint in the footer; called from another thread."""
        with suppress(RuntimeError):  # the program has ended meanwhile
            self._host.call_later(self._show_message, complaint)

    def _show_message(self, message: str) -> None:
        self._host.update(self._host.reading, message)

"""Copying: the words that are selected, highlighted or quoted here, with who said them and where."""

from contextlib import suppress
from typing import TYPE_CHECKING

from reader.app.controllers.highlight_actions import speaker_of, to_keep
from reader.app.controllers.selection import ended
from reader.app.viewmodels.jumps import highlight_here
from reader.model import counted
from reader.printable import printable_lines
from reader.services.session import cite

if TYPE_CHECKING:
    from reader.app.screens.reading_base import ReadingBase


class CopyController:
    """What goes from a reading screen to the clipboards: the terminal's (OSC 52), and the system's if it has one."""

    def __init__(self, screen: "ReadingBase") -> None:
        self._screen = screen

    def copy(self, form: str) -> None:
        """Copy what is selected, else the quotation here, else the highlight: as a sentence ("plain") or "markdown"."""
        screen = self._screen
        reading = screen.reading
        spans, stop = to_keep(reading)
        speaker = speaker_of(reading, stop)
        if not spans and (highlight := highlight_here(reading, screen.row)) is not None:
            spans, speaker = highlight.spans, highlight.speaker
        if not spans:
            screen.update(reading, "nothing to copy here: press n for a quotation, or v to select")
            return
        words = cite(reading.article, spans, speaker, markdown=form == "markdown")
        self._give(printable_lines(words))
        length = counted(sum(len(span.of(reading.article.text).split()) for span in spans), "word")
        after = reading if reading.anchor is None else ended(reading)
        whose = f" of {speaker.name}" if speaker else ""
        screen.update(after, f"{length}{whose} copied{' as Markdown' if form == 'markdown' else ''}")

    def _give(self, words: str) -> None:
        app = self._screen.app
        app.copy_to_clipboard(words)
        if app.is_web or app.is_headless:
            return  # whoever reads there has another clipboard than this machine
        from reader.app.terminal.system_clipboard import copy  # noqa: PLC0415 - loaded when a person copies

        copy(words, self._complain)

    def _complain(self, sentence: str) -> None:
        """Say it in the footer, from another thread, which does not wait for that."""
        with suppress(RuntimeError):  # the program has ended meanwhile
            self._screen.call_later(self._say, sentence)

    def _say(self, sentence: str) -> None:
        self._screen.update(self._screen.reading, sentence)

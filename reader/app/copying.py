"""Copying: the words that are selected, highlighted or quoted here, with who said them and where."""

from typing import TYPE_CHECKING

from reader.app.fitting import counted
from reader.app.keeping import to_keep
from reader.app.selecting import ended
from reader.session import cite

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen


class Copying:
    """What goes from a reading screen to the clipboard: the terminal's own (OSC 52)."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen

    def copy(self, form: str) -> None:
        """Copy what is selected, or else the quotation here, as a sentence ("plain") or as "markdown"."""
        screen = self._screen
        reading = screen.reading
        spans, stop = to_keep(reading)
        if not spans:
            screen.update(reading, "nothing to copy here: n goes to a quotation, v or the mouse selects")
            return
        analysis = reading.analysis
        quotation = None if analysis is None or stop is None else analysis.quotations[reading.stops[stop].quotation - 1]
        speaker = None if analysis is None or quotation is None else screen.session.speaker(analysis, quotation)
        words = cite(reading.article, spans, speaker, markdown=form == "markdown")
        screen.app.copy_to_clipboard(words)
        length = counted(sum(len(span.of(reading.article.text).split()) for span in spans), "word")
        after = reading if reading.anchor is None else ended(reading)
        whose = f" of {speaker.name}" if speaker else ""
        screen.update(after, f"{length}{whose} copied{' as Markdown' if form == 'markdown' else ''}")

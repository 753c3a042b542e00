"""Two voices side by side, chosen one after the other."""

from collections.abc import Sequence
from dataclasses import replace

from reader.app.host import ReadingHost
from reader.app.messages import GoTo
from reader.app.viewmodels.cursor import current_voice
from reader.model import Analysis


class CompareController:
    """Chooses two voices to compare on a reading screen, and opens the comparison."""

    def __init__(self, host: ReadingHost) -> None:
        self._host = host
        self._first: int | None = None

    def choose(self) -> None:
        """Choose the current voice as the first one, or in the list of voices the selected one as the second."""
        host = self._host
        reading, in_list = host.reading, host.panes.current == "voices"
        voice = host.panes.sidebar.voices.selected_voice if in_list else current_voice(reading)
        analysis = reading.analysis
        if voice is None or analysis is None:
            host.update(reading, "no quotation here: press | on a quotation or on a voice in the list (2)")
            return
        if self._first is not None and in_list and voice != self._first:
            first, self._first = self._first, None
            self._open(analysis, (first, voice))
            return
        if self._first is None or not in_list:
            self._first = voice
            host.panes.focus("voices")
            reading = replace(reading, voice=voice)
        host.update(reading, f"Compare {analysis.voices[voice - 1].name} with: choose a voice, press |")

    def _open(self, analysis: Analysis, voices: Sequence[int]) -> None:
        host = self._host
        host.update(host.reading)
        first, second = (analysis.voices[voice - 1] for voice in voices)

        def go(offset: int | None) -> None:
            if offset is not None:
                host.panes.focus("body")
                host.post_message(GoTo(offset))

        host.dialogs.open_comparison(host.reading, (first, second), go)

"""Analysis of the passage around the reader, while the engine is still at work on the whole of a long article."""

from contextlib import closing, suppress
from threading import Thread

from reader.app.host import ReadingHost
from reader.app.messages import PassageAnalysed
from reader.app.state import Reading

MARGIN = 8_000
"""Characters from an end of the analysed passage at which the next one is analysed: some screens ahead."""


class PartialAnalysis:
    """Analyses passages, one at a time, each in a thread of its own."""

    def __init__(self, host: ReadingHost) -> None:
        self._host = host
        self._is_running = False

    def follow(self, reading: Reading) -> None:
        """Start to analyse the passage around the reader if it is needed and none is being analysed."""
        if not self._is_running and needs_next_passage(reading):
            self._is_running = True
            Thread(target=self._analyse, args=(reading,), name="passage", daemon=True).start()

    def _analyse(self, reading: Reading) -> None:
        """Analyse a passage, in a thread. An error here is reported when the whole article is analysed."""
        found = None
        with suppress(Exception), closing(self._host.session.clone()) as session:
            found = session.analyse_around(reading.article, reading.cursor)
        self._is_running = False  # before the screen gets the message and asks for the next
        if found is not None:
            with suppress(RuntimeError):  # the app has ended
                self._host.post_message(PassageAnalysed(*found))


def needs_next_passage(reading: Reading) -> bool:
    """Return whether the reader is outside the analysed passage, or near an end of it inside the article."""
    passage = reading.analysed_span
    if passage is None:
        return False
    first = passage.start + MARGIN if passage.start else 0
    last = passage.end - MARGIN if passage.end < len(reading.article.text) else passage.end
    return not first <= reading.cursor <= last

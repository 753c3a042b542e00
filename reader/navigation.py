"""Where the keys go: pure functions from a place in the text to the next place of a kind."""

from dataclasses import dataclass

from reader.model import Span


@dataclass(frozen=True, slots=True)
class Stop:
    """A place that `n` visits: a quotation, or one paragraph of a block quotation.

    `spans` are the parts of it (two where the cue interrupts it); `quotation` and `voice` are ids.
    """

    quotation: int
    voice: int | None
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        """The offset of its first character."""
        return self.spans[0].start

"""A quotation: what a source said, with the words that tell whose it is."""

from dataclasses import dataclass
from enum import StrEnum

from reader.model.span import Span, enclosing

SURE = 0.8
"""The confidence from which on a speaker is named without a word of doubt; what is measured for English is well off."""

LIKELY = 0.5
"""The confidence below which a speaker is more often wrong than right."""


class QuotationKind(StrEnum):
    """How the words are set: in marks, partly in marks, as a clause of the author's, or as paragraphs of their own."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Quotation:
    """An attribution after Pareti (2015): content (`spans`), `cue`, and source, here resolved to a voice.

    `id` counts from 1 in text order, an outer quotation before those nested in it. `spans` are its parts: those
    that its cue interrupts, and each paragraph of a block. `voice` is a voice's id, None where the source is not
    found; `mention` is the phrase that names the source here; `via` are the voices that pass the words on,
    outermost first. `confidence` (0 to 1) is how sure the speaker is, 0 for none; `evidence` is why, in words for a
    person.
    """

    id: int
    kind: QuotationKind
    spans: tuple[Span, ...]
    voice: int | None
    via: tuple[int, ...] = ()
    cue: Span | None = None
    mention: Span | None = None
    confidence: float = 0.0
    evidence: str = ""

    @property
    def span(self) -> Span:
        """From the first character of the first part to the last of the last."""
        return enclosing(self.spans)

    @property
    def doubt_word(self) -> str:
        """The word with which a speaker is named who may be the wrong one: "probably", "perhaps", or "" for none."""
        return "" if self.confidence >= SURE else "probably" if self.confidence >= LIKELY else "perhaps"

    def denial(self, text: str) -> str:
        """The words by which the source denies what is quoted, "denied" or "did not say"; "" where it says it.

        `text` is the article's. Where there are such words, what is quoted must not be shown without them.
        """
        if self.cue is None or self.kind is QuotationKind.BLOCK:
            return ""
        from reader.model.negation import denial  # noqa: PLC0415 - its words are of no use until somebody speaks

        marked = self.kind is QuotationKind.DIRECT
        return denial(text, self.cue.start, self.cue.end, self.spans[0].start, marked=marked)

    def denial_prefix(self, text: str) -> str:
        """What has to stand right before what is quoted: "denied: ", or "" where the source says it."""
        denied = self.denial(text)
        return f"{denied}: " if denied else ""

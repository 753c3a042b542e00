"""A quotation: what a source said, with the words that attribute it."""

from dataclasses import dataclass
from enum import StrEnum

from reader.model.span import Span, enclosing

SURE = 0.8
"""The confidence from which on a speaker is named without a word of doubt."""

LIKELY = 0.5
"""The confidence below which a speaker is more often wrong than right."""


class QuotationKind(StrEnum):
    """The form of the quotation: in marks, partly in marks, as a clause, or as paragraphs of its own."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Quotation:
    """An attribution after Pareti (2015): content (`spans`), `cue`, and source, here resolved to a voice.

    Attributes:
        id: Counts from 1 in text order, an outer quotation before those nested in it.
        kind: Its form.
        spans: Its parts: those that its cue interrupts, and each paragraph of a block.
        voice: The voice's id, None where the source is not found.
        via: The ids of the voices that pass the words on, outermost first.
        cue: The words that attribute it, if any.
        mention: The phrase that names the source here, if any.
        confidence: How sure the speaker is, 0 to 1; 0 for no speaker.
        evidence: Why, in words for a person.
        corrected: What of it a person set, by the names of the fields: "kind", "spans", "via", "voice".
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
    corrected: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """From the first character of the first part to the last of the last."""
        return enclosing(self.spans)

    @property
    def doubt_word(self) -> str:
        """The word that goes with a speaker who may be wrong: "probably" or "perhaps".

        It is "" for a sure speaker and for one that a person set.
        """
        if "voice" in self.corrected:
            return ""
        return "" if self.confidence >= SURE else "probably" if self.confidence >= LIKELY else "perhaps"

    def denial(self, text: str) -> str:
        """Return the words by which the source denies what is quoted, "denied" or "did not say"; "" where it says it.

        A quotation that is denied must not be shown without these words. `text` is the article's text.
        """
        if self.cue is None or self.kind is QuotationKind.BLOCK:
            return ""
        from reader.model.negation import denial  # noqa: PLC0415 - not needed before there is a quotation

        is_marked = self.kind is QuotationKind.DIRECT
        return denial(text, self.cue.start, self.cue.end, self.spans[0].start, is_marked=is_marked)

    def denial_prefix(self, text: str) -> str:
        """Return what must be shown before the quotation: "denied: ", or "" where the source says it."""
        denied = self.denial(text)
        return f"{denied}: " if denied else ""

"""Define the draft of an attribution, which the stages fill in."""

from dataclasses import dataclass

from reader.analysis.cues.attributions import SourceReading
from reader.analysis.cues.cues import Cue
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import Unit
from reader.model import QuotationKind, Span


@dataclass(slots=True, eq=False)
class AttributionDraft:
    """A draft of an attribution.

    `goes_on` is the draft whose source continues here, `inside` the one with this one in its content; `source_kind` is
    the kind of its phrase or "handle"; `passed_on` is the draft over the same words whose source relays them; `joins`
    is True for words after a colon that continue to the end of the paragraph; `readings` are the scored candidates.
    `confidence` is the rule's own estimate, in other languages than English.
    """

    spans: list[Span]
    kind: QuotationKind
    paragraph: int
    cue: Span | None = None
    mention: Span | None = None
    head: Span | None = None
    source_kind: str = ""
    outlet: Span | None = None
    confidence: float = 0.5
    evidence: str = ""
    goes_on: "AttributionDraft | None" = None
    inside: "AttributionDraft | None" = None
    joins: bool = False
    passed_on: "AttributionDraft | None" = None
    readings: tuple[SourceReading, ...] = ()

    @property
    def start(self) -> int:
        """The offset at which its first part begins."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """The offset at which its last part ends."""
        return self.spans[-1].end


def passers(draft: AttributionDraft) -> list[AttributionDraft]:
    """Return the drafts over the same words whose sources relay them, outermost first."""
    outer = draft.passed_on
    return [] if outer is None else [*passers(outer), outer]


def draft_for_passer(draft: AttributionDraft, evidence: str) -> AttributionDraft:
    """Return a draft over the same words (the same list of spans) for a source that relays them."""
    return AttributionDraft(draft.spans, draft.kind, draft.paragraph, evidence=evidence)


def with_source(draft: AttributionDraft, u: Unit, phrase: Phrase | None) -> AttributionDraft:
    """Set `phrase` of the unit as the draft's source. The head loses a possessive ending and brackets."""
    if phrase is not None:
        draft.mention = head = u.over(phrase.first, phrase.last)
        if (phrase.head_first, phrase.head_last) != (phrase.first, phrase.last):
            head = u.over(phrase.head_first, phrase.head_last)
        draft.head = without_possessive(u.text, head)
        draft.source_kind = phrase.kind
    return draft


def draft_for_marks(u: Unit, at: int, phrase: Phrase | None, evidence: str = "") -> AttributionDraft:
    """Return a draft of the marked span at token `at`, with `phrase` as its source (None: not yet known)."""
    draft = AttributionDraft([u.over(at, at)], QuotationKind.DIRECT, u.paragraph, evidence=evidence)
    return with_source(draft, u, phrase)


def with_name_as_source(draft: AttributionDraft, name: Span | None) -> AttributionDraft:
    """Set a separate name (a signature, an outlet) as the draft's source."""
    draft.mention, draft.head, draft.source_kind = name, name, "name"
    return draft


def without_possessive(text: str, span: Span) -> Span:
    """Return the span without a possessive ending and square brackets."""
    start, end = span.start, span.end
    if text[end - 2 : end] in {"'s", "’s"} and end > start + len("'s"):
        end -= 2
    if text[start] == "[" and text[end - 1] == "]" and end > start + len("[]"):
        start, end = start + 1, end - 1
    return span if end - start == len(span) else Span(start, end)


def drop_possessive(draft: AttributionDraft, u: Unit) -> None:
    """Remove the possessive ending from a draft's mention (“Roe’s” of “Roe’s claim”), unless it is a pronoun."""
    if draft.mention is not None and draft.source_kind != "pronoun":
        draft.mention = without_possessive(u.text, draft.mention)


def cue_span(u: Unit, cue: Cue) -> Span:
    """Return the span of the cue's words."""
    return u.over(cue.first, cue.last)

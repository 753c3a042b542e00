"""Which quotations count: those of experts, of officials and so on, those with a highlight, those in dispute."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from enum import StrEnum

from reader.model import Analysis, Claim, Highlight, Quotation, Span, VoiceKind


class Scope(StrEnum):
    """A choice of quotations, under the word for it on the screen and on the command line."""

    EVERYONE = "everyone"
    EXPERTS = "experts"
    OFFICIALS = "officials"
    PRESS = "press"
    PEOPLE = "people"
    BODIES = "bodies"
    HIGHLIGHTED = "highlighted"
    DISPUTED = "disputed"

    @property
    def phrase(self) -> str:
        """What a quotation in this scope is, to stand after "quotation"; "" for every quotation."""
        return _PHRASES.get(self, "")


_PHRASES = {
    Scope.EXPERTS: "of an expert",
    Scope.OFFICIALS: "of an official",
    Scope.PRESS: "of the press",
    Scope.PEOPLE: "of a person",
    Scope.BODIES: "of a body",
    Scope.HIGHLIGHTED: "that you highlighted",
    Scope.DISPUTED: "in dispute",
}
KINDS = {
    Scope.EXPERTS: frozenset({VoiceKind.EXPERT}),
    Scope.OFFICIALS: frozenset({VoiceKind.OFFICIAL}),
    Scope.PRESS: frozenset({VoiceKind.JOURNALIST, VoiceKind.PUBLICATION}),
    Scope.PEOPLE: frozenset({VoiceKind.PERSON, VoiceKind.UNNAMED}),
    Scope.BODIES: frozenset({VoiceKind.ORGANISATION}),
}
"""The kinds of voices of each scope that is one of voices."""


def quotations_in(scope: Scope, analysis: Analysis, highlights: Iterable[Highlight] = ()) -> frozenset[int]:
    """Return the ids of the quotations in a scope.

    Args:
        scope: The scope. In dispute are quotations with a claim that the text says to oppose another one, and those
            with the other one.
        analysis: The analysis of the article.
        highlights: The highlights of the article; only a scope of highlighted quotations needs them.
    """
    quotations = analysis.quotations
    if scope is Scope.EVERYONE:
        return frozenset(quotation.id for quotation in quotations)
    if scope is Scope.HIGHLIGHTED:
        marked = _merged(span for each in highlights for span in each.spans)
        return frozenset(quotation.id for quotation in quotations if _meets(quotation, marked))
    if scope is Scope.DISPUTED:
        return _in_dispute(analysis)
    voices = {voice.id for voice in analysis.voices if voice.kind in KINDS[scope]}
    return frozenset(quotation.id for quotation in quotations if quotation.voice in voices)


def _in_dispute(analysis: Analysis) -> frozenset[int]:
    """The quotations with a claim that opposes another one in words, or that is opposed so."""
    opposed: list[Claim] = []
    for claim in analysis.claims:
        if claim.relation is not None and not claim.relation.is_guess and claim.relation.sign == "-":
            opposed += [claim, analysis.claim(claim.relation.to)]
    spans: dict[int | None, list[Span]] = {}
    for claim in opposed:
        if not claim.own:
            spans.setdefault(claim.voice, []).append(claim.span)
    held = {voice: _merged(each) for voice, each in spans.items()}
    return frozenset(q.id for q in analysis.quotations if _meets(q, held.get(q.voice, ())))


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The same text as sorted spans that do not overlap."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _meets(quotation: Quotation, spans: Sequence[Span]) -> bool:
    """Whether a part of a quotation overlaps one of some spans, which are sorted and do not overlap."""
    for part in quotation.spans:
        at = bisect_left(spans, part.end, key=lambda span: span.start) - 1
        if at >= 0 and spans[at].end > part.start:
            return True
    return False

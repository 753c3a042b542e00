"""Corrections of quotations: who says them, through whom, their kind and their extent."""

from reader.corrections.draft import DraftClaim, DraftQuotation, DraftVoice
from reader.corrections.lookup import Lookup, MisfitError, placed, shared_length
from reader.corrections.operations import (
    AddQuotation,
    RemoveQuotation,
    SetExtent,
    SetKind,
    SetSpeaker,
    SetVia,
)


def set_speaker(lookup: Lookup, operation: SetSpeaker) -> None:
    """Set who says a quotation; claims and nested quotations of its words follow, unless a person set theirs."""
    quotation = lookup.quotation(operation.quotation)
    voice = None if operation.voice is None else lookup.voice_or_new(operation.voice)
    say(lookup, quotation, voice)


def say(lookup: Lookup, quotation: DraftQuotation, voice: DraftVoice | None) -> None:
    """Make `voice` the speaker of a quotation."""
    before, quotation.voice = quotation.voice, voice
    quotation.corrected.add("voice")
    if quotation.mention is not None and (voice is None or quotation.mention not in voice.mentions):
        quotation.mention = None  # it names the speaker that the engine took
    if before is voice:
        return
    for claim in _claims_in(lookup, quotation):
        if claim.voice is before and not claim.own:
            claim.voice = voice
    _replace_in_chains(lookup, quotation, before, voice)


def _claims_in(lookup: Lookup, quotation: DraftQuotation) -> list[DraftClaim]:
    """Return the claims most of whose words are the quotation's, without those whose holder a person set."""
    return [
        claim
        for claim in lookup.draft.claims
        if "voice" not in claim.corrected and 2 * shared_length((claim.span,), quotation.spans) >= len(claim.span)
    ]


def _replace_in_chains(
    lookup: Lookup, quotation: DraftQuotation, before: DraftVoice | None, voice: DraftVoice | None
) -> None:
    """Put the new speaker in the place of the former one where that passes nested words on."""
    if before is None:
        return
    span = quotation.span
    for nested in lookup.draft.quotations:
        if nested is not quotation and "via" not in nested.corrected and span.contains(nested.span):
            nested.via = _replaced(nested.via, before, voice)
    for claim in lookup.draft.claims:
        if "voice" not in claim.corrected and span.contains(claim.span):
            claim.via = _replaced(claim.via, before, voice)


def _replaced(via: list[DraftVoice], before: DraftVoice, voice: DraftVoice | None) -> list[DraftVoice]:
    return [new for each in via if (new := voice if each is before else each) is not None]


def set_via(lookup: Lookup, operation: SetVia) -> None:
    """Set who passes a quotation on."""
    quotation = lookup.quotation(operation.quotation)
    quotation.via = [lookup.voice_or_new(named) for named in operation.via]
    quotation.corrected.add("via")


def set_kind(lookup: Lookup, operation: SetKind) -> None:
    """Set the kind of a quotation."""
    quotation = lookup.quotation(operation.quotation)
    quotation.kind = operation.kind
    quotation.corrected.add("kind")


def set_extent(lookup: Lookup, operation: SetExtent) -> None:
    """Set where a quotation begins and ends; nothing where it does so already."""
    extent = placed(operation.extent)
    there = next((each for each in lookup.draft.quotations if each.spans == extent.spans), None)
    quotation = there or lookup.quotation(operation.quotation)
    if not shared_length(extent.spans, placed(operation.quotation).spans):
        raise MisfitError("it has none of the words of the quotation")
    quotation.spans = extent.spans
    quotation.corrected.add("spans")


def add_quotation(lookup: Lookup, operation: AddQuotation) -> None:
    """Add a quotation; one that an engine finds at these words is made as the person says."""
    quotation = lookup.find_quotation(operation.quotation)
    if quotation is None:
        quotation = DraftQuotation(operation.kind, operation.quotation.spans, None)
        lookup.draft.quotations.append(quotation)
    quotation.spans, quotation.kind = operation.quotation.spans, operation.kind
    quotation.corrected |= {"kind", "spans"}
    voice = None if operation.voice is None else lookup.voice_or_new(operation.voice)
    say(lookup, quotation, voice)
    for claim in _claims_in(lookup, quotation):
        if claim.own:
            claim.own, claim.voice = False, voice


def remove_quotation(lookup: Lookup, operation: RemoveQuotation) -> None:
    """Remove a quotation; nothing where no engine finds one. Its claims become the article's own."""
    quotation = lookup.find_quotation(operation.quotation)
    if quotation is None:
        return
    draft = lookup.draft
    draft.quotations = [each for each in draft.quotations if each is not quotation]
    for claim in _claims_in(lookup, quotation):
        others = (each for each in draft.quotations if each.voice is quotation.voice)
        if claim.voice is quotation.voice and not any(shared_length((claim.span,), each.spans) for each in others):
            claim.own, claim.voice, claim.via = True, None, []
    _replace_in_chains(lookup, quotation, quotation.voice, None)

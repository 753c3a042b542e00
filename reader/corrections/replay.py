"""Apply corrections to an analysis, in the order in which they were made."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.corrections import argument_operations, quotation_operations, voice_operations
from reader.corrections.draft import Draft
from reader.corrections.lookup import Lookup, MisfitError, placed
from reader.corrections.operations import (
    AddQuotation,
    Correction,
    JoinClaims,
    KnownVoice,
    MergeVoices,
    MoveClaims,
    Operation,
    RemoveClaim,
    RemoveQuotation,
    SetExtent,
    SetHighlightExtent,
    SetHighlightSpeaker,
    SetHolder,
    SetKind,
    SetMention,
    SetRelation,
    SetSpeaker,
    SetTitle,
    SetVia,
    SetVoiceField,
    SplitClaim,
)
from reader.model import Analysis


class Replayed(NamedTuple):
    """An analysis with corrections.

    Attributes:
        analysis: The corrected analysis.
        misfits: Why a correction was not applied, by its id, for those that were not.
    """

    analysis: Analysis
    misfits: Mapping[str, str]


def replay(analysis: Analysis, corrections: Sequence[Correction], known: Sequence[KnownVoice] = ()) -> Replayed:
    """Return an analysis with corrections applied. Each is applied once: the same ones again change nothing.

    What does not fit the analysis is left out, never applied to what is only similar.

    Args:
        analysis: What the engine found, or what this function returned.
        corrections: The corrections, in the order in which they were made, with spans in the text of the analysis.
        known: What a person set of voices for every article; corrections of the article go before it.
    """
    done = {*analysis.replayed}
    new = [each for each in corrections if each.id not in done]
    new_known = [each for each in known if each.id not in done]
    if not new and not new_known:
        return Replayed(analysis, {})
    draft = Draft(analysis)
    voice_operations.set_known(draft, new_known)
    misfits: dict[str, str] = {}
    for number, each in enumerate(new):
        lookup = Lookup(draft, relaxed=each.moved or each.engine != analysis.engine)
        try:
            _apply(lookup, each.operation, number)
        except MisfitError as misfit:
            misfits[each.id] = str(misfit)
    ids = {*done, *(each.id for each in new_known), *(each.id for each in new)}
    return Replayed(replace(draft.finish(), replayed=tuple(sorted(ids))), misfits)


def _apply(lookup: Lookup, operation: Operation, number: int) -> None:  # noqa: C901, PLR0912 - a case each
    match operation:
        case SetSpeaker():
            quotation_operations.set_speaker(lookup, operation)
        case SetVia():
            quotation_operations.set_via(lookup, operation)
        case SetKind():
            quotation_operations.set_kind(lookup, operation)
        case SetExtent():
            quotation_operations.set_extent(lookup, operation)
        case AddQuotation():
            quotation_operations.add_quotation(lookup, operation)
        case RemoveQuotation():
            quotation_operations.remove_quotation(lookup, operation)
        case SetVoiceField():
            voice_operations.set_field(lookup, operation, number)
        case MergeVoices():
            voice_operations.merge(lookup, operation)
        case SetMention():
            voice_operations.set_mention(lookup, operation)
        case SetHolder():
            argument_operations.set_holder(lookup, operation)
        case RemoveClaim():
            argument_operations.remove_claim(lookup, operation)
        case SetRelation():
            argument_operations.set_relation(lookup, operation)
        case SplitClaim():
            argument_operations.split_claim(lookup, operation)
        case JoinClaims():
            argument_operations.join_claims(lookup, operation)
        case SetTitle():
            argument_operations.set_title(lookup, operation)
        case MoveClaims():
            argument_operations.move_claims(lookup, operation)
        case SetHighlightExtent():
            placed(operation.extent)
        case SetHighlightSpeaker():
            pass  # the words may be gone: the highlight is still listed, with its speaker

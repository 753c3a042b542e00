"""Corrections of claims, their relations and threads."""

from reader.corrections.draft import DraftClaim, DraftRelation, DraftThread
from reader.corrections.lookup import Lookup, MisfitError, placed
from reader.corrections.operations import (
    JoinClaims,
    MoveClaims,
    RemoveClaim,
    SetHolder,
    SetRelation,
    SetTitle,
    SplitClaim,
)
from reader.model import RelationKind, Span


def set_holder(lookup: Lookup, operation: SetHolder) -> None:
    """Set who holds a claim."""
    claim = lookup.claim(operation.claim)
    claim.own = operation.own
    claim.voice = None if operation.own or operation.voice is None else lookup.voice_or_new(operation.voice)
    claim.via = [] if operation.own else claim.via
    claim.corrected.add("voice")


def remove_claim(lookup: Lookup, operation: RemoveClaim) -> None:
    """Remove a claim, and the relations to it; nothing where no engine finds one."""
    claim = lookup.find_claim(operation.claim)
    if claim is not None:
        _replace_claim(lookup, claim, None)


def _replace_claim(lookup: Lookup, claim: DraftClaim, by: DraftClaim | None) -> None:
    draft = lookup.draft
    draft.claims = [each for each in draft.claims if each is not claim]
    for each in draft.claims:
        if each.relation is not None and each.relation.to is claim:
            if by is None or by is each:
                each.relation = None
            else:
                each.relation.to = by


def set_relation(lookup: Lookup, operation: SetRelation) -> None:
    """Set which earlier claim a claim answers, and how."""
    claim = lookup.claim(operation.claim)
    if operation.to is None:
        claim.relation = None
    else:
        to = lookup.claim(operation.to)
        if to.span.start >= claim.span.start:
            raise MisfitError("the claim that it answers comes no more before it")
        claim.relation = DraftRelation(to, operation.kind or RelationKind.SUPPORTS, None, corrected=True)
    claim.corrected.add("relation")


def split_claim(lookup: Lookup, operation: SplitClaim) -> None:
    """Make two claims of one; nothing where they are two already."""
    first, second = placed(operation.first).span, placed(operation.second).span
    there = {each.span: each for each in lookup.draft.claims}
    if first in there and second in there:
        for span in (first, second):
            there[span].corrected.add("span")
        return
    claim = lookup.claim(operation.claim)
    rest = DraftClaim(second, claim.own, claim.voice, [*claim.via], claim.thread, None, {*claim.corrected, "span"})
    claim.span = first
    claim.corrected.add("span")
    lookup.draft.claims.append(rest)


def join_claims(lookup: Lookup, operation: JoinClaims) -> None:
    """Make one claim of two; nothing where they are one already."""
    first, second = placed(operation.claim).span, placed(operation.other).span
    whole = Span(min(first.start, second.start), max(first.end, second.end))
    there = next((each for each in lookup.draft.claims if each.span == whole), None)
    if there is not None:
        there.corrected.add("span")
        return
    claim, other = lookup.claim(operation.claim), lookup.claim(operation.other)
    if claim is other:
        raise MisfitError("its words are one claim with others now")
    claim.span = Span(min(claim.span.start, other.span.start), max(claim.span.end, other.span.end))
    claim.corrected.add("span")
    _replace_claim(lookup, other, claim)


def set_title(lookup: Lookup, operation: SetTitle) -> None:
    """Set the title of the thread of a claim."""
    thread = lookup.claim(operation.claim).thread
    if thread is None:
        raise MisfitError("its claim is in no thread any more")
    if not operation.title.strip():
        raise MisfitError("a thread has a title")
    thread.title = operation.title
    thread.corrected.add("title")


def move_claims(lookup: Lookup, operation: MoveClaims) -> None:
    """Put claims into the thread of another claim, or into a thread of their own."""
    claims = [lookup.claim(anchor) for anchor in operation.claims]
    if operation.to is not None:
        thread = lookup.claim(operation.to).thread
        if thread is None:
            raise MisfitError("the claim whose thread they belong to is in no thread any more")
    else:
        thread = DraftThread(operation.title, {"title"})
        lookup.draft.threads.append(thread)
    thread.corrected.add("claims")
    for claim in claims:
        claim.thread = thread
        claim.corrected.add("thread")

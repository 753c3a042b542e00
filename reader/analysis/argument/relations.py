"""Choose the one relation of each claim: the earlier claim, the kind, and the words that show it."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from reader.analysis.argument.claims import ClaimDraft
from reader.analysis.argument.cue_licences import Tie
from reader.analysis.argument.opposition import Polarity, opposed, polarity
from reader.model import Relation, RelationKind

# The polarity of this many claims is cached.
_REACH = 40
# The number of claims of a thread that are searched for the opposite of another.
_NEAR = 8
_WORD = re.compile(r"\w+")
_PAST = re.compile(
    r"\w{2,}ed\b|\b(?:was|were|had|said|told|came|went|did|took|made|gave|saw|got|began|became|led|met|left)\b"
)
_PRESENT = re.compile(
    r"\b(?:is|are|am|will|must|should|can|cannot|may|might|would|could|has|have|does|do|shall|ought|needs?)\b|[’'](?:s|re|ve|ll)\b"
)
# With at least this share of past forms, three times those of the present, a paragraph narrates events.
_TOLD = 0.05
_TOLD_RATIO = 3


def relate(
    text: str, drafts: Sequence[ClaimDraft], labels: Sequence[int], ties: Sequence[Tie | None]
) -> list[Relation | None]:
    """Return the relation of each draft (claim ids count from 1), by R1 to R4 of the guideline; None without one.

    It is the relation that cue words license, its tie. Where there is none and another holder in the thread said the
    opposite, it disputes that; else it relates to the claim of the thread before it, and its kind is only a guess.

    Args:
        text: The text of the article.
        drafts: The claims in text order.
        labels: The thread number of each claim.
        ties: The relation that cue words license for each claim, None without one.
    """
    # Claims that are compared again are near: to keep all would take more memory than the rest of an analysis.
    said = lru_cache(_REACH)(lambda at: polarity(text, drafts[at].span))
    members: dict[int, list[int]] = {}
    found: list[Relation | None] = []
    for index, (label, tie) in enumerate(zip(labels, ties, strict=True)):
        earlier = members.setdefault(label, [])
        against = None
        if tie is None or (tie.cue.opens and tie.cue.kind is RelationKind.SUPPORTS):
            against = _opposite(drafts, said, earlier[-_NEAR:], index)
        if against is not None:
            found.append(Relation(against + 1, RelationKind.DISPUTES))
        elif tie is not None:
            found.append(Relation(tie.to + 1, tie.cue.kind, tie.cue.span))
        else:
            found.append(Relation(earlier[-1] + 1, _kind(text, drafts, index)) if earlier else None)
        earlier.append(index)
    return found


def _kind(text: str, drafts: Sequence[ClaimDraft], index: int) -> RelationKind:
    """The kind of a later claim without cue words: a writer who continues with events gives evidence."""
    before, draft = drafts[index - 1 : index + 1]
    if draft.quotation is None or before.quotation is not draft.quotation or before.voice != draft.voice:
        return RelationKind.SUPPORTS
    span = draft.span
    past = len(_PAST.findall(text, span.start, span.end))
    if not past:
        return RelationKind.SUPPORTS
    present = len(_PRESENT.findall(text, span.start, span.end))
    total = len(_WORD.findall(text, span.start, span.end))
    told = past >= _TOLD * total and past >= _TOLD_RATIO * present
    return RelationKind.EVIDENCE if told else RelationKind.SUPPORTS


def _opposite(
    drafts: Sequence[ClaimDraft], said: Callable[[int], Polarity], earlier: Sequence[int], index: int
) -> int | None:
    """The nearest claim of another holder that says the opposite; `said` returns the polarity of a claim by index."""
    others = (at for at in reversed(earlier) if not drafts[at].shares_holder(drafts[index]))
    return next((at for at in others if opposed(said(index), said(at))), None)

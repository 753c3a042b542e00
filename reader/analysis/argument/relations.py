"""The one relation of each claim: to which earlier claim, of which kind, by which words."""

import re
from collections.abc import Sequence

from reader.analysis.argument.claims import Draft
from reader.analysis.argument.cues import Cue
from reader.model import Relation, RelationKind

_ANSWERING = frozenset({RelationKind.DISPUTES, RelationKind.QUALIFIES})
# How many claims of a thread are looked through for the one that is answered.
_REACH = 40
_WORD = re.compile(r"\w+")
_PAST = re.compile(
    r"\w{2,}ed\b|\b(?:was|were|had|said|told|came|went|did|took|made|gave|saw|got|began|became|led|met|left)\b"
)
_PRESENT = re.compile(
    r"\b(?:is|are|am|will|must|should|can|cannot|may|might|would|could|has|have|does|do|shall|ought|needs?)\b|[’'](?:s|re|ve|ll)\b"
)
# From this share of past forms on, three times those of the present, a paragraph tells what happened.
_TOLD = 0.05
_TOLD_RATIO = 3


def relate(
    text: str, drafts: Sequence[Draft], labels: Sequence[int], cues: Sequence[Cue | None]
) -> list[Relation | None]:
    """The relation of each draft (claim ids count from 1), after R1 to R4 of the guideline.

    It goes to the last claim of the voice that the cue names; else to an earlier claim of the thread; where a cue
    opens the thread by answering, to the claim before it.
    """
    members: dict[int, list[int]] = {}
    spoke: dict[int, int] = {}
    found: list[Relation | None] = []
    for index, (label, cue) in enumerate(zip(labels, cues, strict=True)):
        earlier = members.setdefault(label, [])
        kind = _kind(text, drafts, index) if cue is None else cue.kind
        span = None if cue is None else cue.span
        named = None if cue is None or cue.answers is None else spoke.get(cue.answers)
        if named is not None:
            found.append(Relation(named + 1, kind, span))
        elif earlier:
            found.append(Relation(_target(drafts, earlier[-_REACH:], index, cue) + 1, kind, span))
        elif index and kind in _ANSWERING:
            found.append(Relation(index, kind, span))
        else:
            found.append(None)
        earlier.append(index)
        voice = drafts[index].voice
        if voice is not None:
            spoke[voice] = index
    return found


def _kind(text: str, drafts: Sequence[Draft], index: int) -> RelationKind:
    """The kind where no words license one: a writer who goes on to tell what happened gives evidence."""
    draft = drafts[index]
    before = drafts[index - 1] if index else draft
    if not draft.block or before.block != draft.block or before.voice != draft.voice:
        return RelationKind.SUPPORTS
    span = draft.span
    past = len(_PAST.findall(text, span.start, span.end))
    present = len(_PRESENT.findall(text, span.start, span.end))
    total = len(_WORD.findall(text, span.start, span.end))
    told = past >= _TOLD * total and past >= _TOLD_RATIO * present
    return RelationKind.EVIDENCE if told and past else RelationKind.SUPPORTS


def _target(drafts: Sequence[Draft], earlier: Sequence[int], index: int, cue: Cue | None) -> int:
    """The claim that is answered where the text names nobody: the nearest one that the kind can hold for.

    Inside one quotation a connective answers the sentence before; elsewhere nobody disputes their own words.
    """
    draft = drafts[index]
    if cue is None:
        return earlier[-1]
    if cue.kind in _ANSWERING and not (cue.opens and drafts[earlier[-1]].block == draft.block):
        for at in reversed(earlier):
            if drafts[at].voice != draft.voice or drafts[at].own != draft.own:
                return at
    return earlier[-1]

"""The one relation of each claim: to which earlier claim, of which kind, by which words."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from reader.analysis.argument.claims import Draft
from reader.analysis.argument.cues import Cue
from reader.analysis.argument.licences import Licences
from reader.analysis.argument.opposition import Polarity, opposed, polarity
from reader.model import Relation, RelationKind

_ANSWERING = frozenset({RelationKind.DISPUTES, RelationKind.QUALIFIES})
# How many claims of a thread are looked through for the one that is answered.
_REACH = 40
# In how many of them the opposite of a claim is looked for.
_NEAR = 8
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
    text: str,
    drafts: Sequence[Draft],
    labels: Sequence[int],
    cues: Sequence[Cue | None],
    licences: Licences,
) -> list[Relation | None]:
    """The relation of each draft (claim ids count from 1), after R1 to R4 of the guideline.

    It goes to the last claim of the voice that the cue names; else to an earlier claim of the thread; where a cue
    opens the thread by answering, to the claim before it. Words that do not tie the two claims license nothing. Where
    none does, and another holder said the opposite, it disputes that; else the kind is a mere guess.
    """
    # Those that are looked at again stand near: all of them at once take more memory than all else of an analysis.
    said = lru_cache(_REACH)(lambda at: polarity(text, drafts[at].span))
    members: dict[int, list[int]] = {}
    spoke: dict[int, int] = {}
    found: list[Relation | None] = []
    for index, (label, cue) in enumerate(zip(labels, cues, strict=True)):
        earlier = members.setdefault(label, [])
        target = None if cue is None or cue.answers is None else spoke.get(cue.answers)
        if target is None and cue is not None:
            target = licences.judged(cue, index, range(max(0, index - _REACH), index))
        if target is None and earlier:
            target = _target(drafts, earlier[-_REACH:], index, cue)
        elif target is None and index and cue is not None and cue.kind in _ANSWERING:
            target = index - 1
        tied = cue if cue is not None and target is not None and licences.holds(cue, index, target) else None
        against = None
        if tied is None or (tied.opens and tied.kind is RelationKind.SUPPORTS):
            against = _opposite(drafts, said, earlier[-_NEAR:], index)
        if against is not None:
            found.append(Relation(against + 1, RelationKind.DISPUTES))
        elif target is not None and tied is not None:
            found.append(Relation(target + 1, tied.kind, tied.span))
        elif target is not None and earlier:
            found.append(Relation(target + 1, _kind(text, drafts, index)))
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


def _opposite(
    drafts: Sequence[Draft], said: Callable[[int], Polarity], earlier: Sequence[int], index: int
) -> int | None:
    """The nearest claim of another holder that says the opposite, or that the one at `index` calls wrong as “that”.

    `said` gives what the claim at an index affirms and denies.
    """
    others = [at for at in reversed(earlier) if not drafts[at].shares_holder(drafts[index])]
    for at in others:
        if opposed(said(index), said(at)):
            return at
    return others[0] if others and others[0] == index - 1 and said(index).blames else None


def _target(drafts: Sequence[Draft], earlier: Sequence[int], index: int, cue: Cue | None) -> int:
    """The claim that is answered where the text names nobody: the nearest one that the kind can hold for.

    Inside one quotation a connective answers the sentence before; elsewhere nobody disputes their own words.
    """
    draft = drafts[index]
    if cue is None:
        return earlier[-1]
    if cue.kind in _ANSWERING and not (cue.opens and drafts[earlier[-1]].block == draft.block):
        for at in reversed(earlier):
            if not drafts[at].shares_holder(draft):
                return at
    return earlier[-1]

"""Group the claims that answer one question into threads, and choose the one relation of each claim."""

import math
import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from reader.analysis.argument.claims import ClaimDraft
from reader.analysis.argument.cue_licences import Tie
from reader.analysis.argument.opposition import Polarity, opposed, polarity
from reader.analysis.argument.similarity import likeness, together
from reader.model import Relation, RelationKind

# Log-odds that two units answer one question. Signs and order of magnitude follow frequencies counted on 17 annotated
# articles (to stay in a thread: .93 in one paragraph, .20 after "[Source]") and on 13 others (.30 after a turn, .87
# without). They are round numbers from the flat maximum of adjusted Rand and B-cubed on 19 articles with random noise
# added to the log-odds. Neither the speaker nor whether the article's own voice comes before changed the scores.
_ANY = 1.2
_DISTANCE = -1.0  # times the logarithm of the distance in units
_ALIKE = 1.0  # times the standardised likeness
_SAME_PARAGRAPH = 1.5
_TIED = 3.0  # by words: outweighs what position and similarity usually indicate
_CLOSED = -2.0
_SECTION = -1.0
_TURNED = -1.5
# A unit is compared with this many before and after it, so the cost stays linear.
WINDOW = 24
_ROUNDS = 6
_PLACE = [_ANY + _DISTANCE * math.log(back) for back in range(1, WINDOW + 1)]


def _units(drafts: Sequence[ClaimDraft]) -> list[range]:
    """The units of `drafts` in text order, which together are all of them: claims that no question separates.

    They are a lead-in and its block, a block's paragraphs, an own claim and the claims that it opens.
    """
    firsts = [index for index, draft in enumerate(drafts) if not (index and _in_one_unit(drafts[index - 1], draft))]
    return [range(first, end) for first, end in pairwise([*firsts, len(drafts)])]


def _in_one_unit(before: ClaimDraft, draft: ClaimDraft) -> bool:
    """Whether two claims in a row belong to one unit."""
    one_quotation = draft.quotation is not None and draft.quotation is before.quotation
    if one_quotation or (before.leads and before.voice == draft.voice):
        return True
    return before.own and not draft.own and draft.paragraph == before.paragraph


def group(drafts: Sequence[ClaimDraft], ties: Sequence[Tie | None], stems: Sequence[Counter[str]]) -> list[int]:
    """Return the thread number of each of `drafts`, given their ties to earlier ones and the stems of their words.

    Linear: each unit is compared with the 24 on either side.
    """
    parts = _units(drafts)
    labels = clusters(_affinities(drafts, ties, stems, parts), len(parts))
    return [label for unit, label in zip(parts, labels, strict=True) for _ in unit]


def _affinities(
    drafts: Sequence[ClaimDraft], ties: Sequence[Tie | None], stems: Sequence[Counter[str]], parts: Sequence[range]
) -> "array[float]":
    """The log-odds of each unit to share a thread with the unit 1, 2, ... before it: a window of them a unit."""
    found = likeness([together(stems[unit.start : unit.stop]) for unit in parts], WINDOW)
    scale, places = _standardised(found, len(parts))
    starts = [unit.start for unit in parts]
    paragraphs = [drafts[unit[-1]].paragraph for unit in parts]
    turned = (draft.turns and tie is None for draft, tie in zip(drafts, ties, strict=True))
    parting = (
        (list(accumulate(draft.closed for draft in drafts)), _CLOSED),
        (list(accumulate(turned)), _TURNED),
        ([draft.section for draft in drafts], _SECTION),
    )
    ends = [([counted[unit[-1]] for unit in parts], counted, weight) for counted, weight in parting]
    for index, unit in enumerate(parts):
        first = max(0, index - WINDOW)
        row = [place + scale * value for place, value in zip(places, _before(found, index), strict=False)]
        for at in range(bisect_left(paragraphs, drafts[unit.start].paragraph, first, index), index):
            row[index - at - 1] += _SAME_PARAGRAPH
        for tie in filter(None, ties[unit.start : unit.stop]):
            at = bisect_right(starts, tie.to) - 1
            if first <= at < index:
                row[index - at - 1] += _TIED
        for ended, counted, weight in ends:
            for at in range(first, bisect_left(ended, counted[unit.start], first, index)):
                row[index - at - 1] += weight
        found[index * WINDOW : index * WINDOW + len(row)] = array("d", row)
    return found


def _before(values: Sequence[float], index: int) -> Sequence[float]:
    """The values of the unit at `index` with the units before it, from a window of values per unit."""
    return values[index * WINDOW : index * WINDOW + min(index, WINDOW)]


def _standardised(values: Sequence[float], number: int) -> tuple[float, list[float]]:
    """The scale of standardised similarities of so many units: the factor for one, and what each position adds."""
    rows = [min(index, WINDOW) for index in range(number)]
    size = sum(rows) or 1
    mean = sum(values) / size
    middle = [mean] * WINDOW
    squares = sum(math.dist(_before(values, index), middle[:count]) ** 2 for index, count in enumerate(rows))
    scale = _ALIKE / (math.sqrt(squares / size) or 1.0)
    return scale, [place - scale * mean for place in _PLACE]


def clusters(affinities: Sequence[float], number: int) -> list[int]:
    """Return the cluster of each unit: correlation clustering (Bansal, Blum, Chawla 2004) by local moves.

    `affinities` are those of `number` units, each with as many as the window before it. A unit joins the cluster with
    which it has the largest positive sum of log-odds, first in text order, then until no unit wants to move (six rounds
    at most).
    """
    labels: list[int] = []
    for index in range(number):
        labels.append(_best(_nearest(labels, index), _before(affinities, index), index, None))
    fresh = number
    unsettled = [True] * number  # whether a unit near it has moved since it was last checked
    for _ in range(_ROUNDS):
        moved = False
        for index in range(number):
            if not unsettled[index]:
                continue
            unsettled[index] = False
            last = min(number, index + WINDOW + 1)
            begin = (index + 1) * WINDOW
            after = affinities[begin : begin + WINDOW * (WINDOW + 1) : WINDOW + 1]  # one further on in each row
            near = _nearest(labels, index) + labels[index + 1 : last]
            chosen = _best(near, [*_before(affinities, index), *after], fresh, labels[index])
            if chosen != labels[index]:
                fresh += chosen == fresh
                labels[index] = chosen
                first = max(0, index - WINDOW)
                unsettled[first:last] = [True] * (last - first)
                moved = True
        if not moved:
            break
    return labels


def _nearest(labels: Sequence[int], index: int) -> list[int]:
    """The labels of the units in the window before `index`, nearest first."""
    return list(reversed(labels[max(0, index - WINDOW) : index]))


def _best(labels: Sequence[int], affinities: Sequence[float], fresh: int, current: int | None) -> int:
    """The label for a unit given those of the units around it and its log-odds with each; `fresh` for none of them."""
    sums: dict[int, float] = {}
    if labels and labels.count(labels[0]) == len(labels):  # the common case in a long thread
        sums[labels[0]] = sum(affinities)
    else:
        for label, value in zip(labels, affinities, strict=True):
            sums[label] = sums.get(label, 0.0) + value
    best, score = fresh, 0.0
    if current is not None and sums.get(current, 0.0) >= 0:
        best, score = current, sums.get(current, 0.0)
    for label, value in sums.items():
        if value > score + 1e-9:
            best, score = label, value
    return best


# The polarity of this many claims is cached.
_CACHED = 40
# The number of claims of a thread that are searched for the opposite of another.
_COMPARED = 8
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
    opposite, it disputes that; else it relates to the claim of the thread before it, and its kind is only a guess. The
    `labels` are thread numbers.
    """
    # Claims that are compared again are near: to keep all would take more memory than the rest of an analysis.
    said = lru_cache(_CACHED)(lambda at: polarity(text, drafts[at].span))
    members: dict[int, list[int]] = {}
    found: list[Relation | None] = []
    for index, (label, tie) in enumerate(zip(labels, ties, strict=True)):
        earlier = members.setdefault(label, [])
        against = None
        if tie is None or (tie.cue.opens and tie.cue.kind is RelationKind.SUPPORTS):
            against = _opposite(drafts, said, earlier[-_COMPARED:], index)
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

"""Content to the left of a cue: the marks or the clause that "X said" closes or interrupts, and its rest behind."""

from collections.abc import Collection

from reader.analysis.clauses import Content
from reader.analysis.cues import Cue
from reader.analysis.grammar import CONJUNCTIONS, FINITE, PREPOSITIONS, cue_verbs, is_adverb, is_finite
from reader.analysis.phrases import Phrase
from reader.analysis.postposed import after
from reader.analysis.subjects import before
from reader.analysis.units import ASIDE, NAME, QUOTE, STOP, WORD, Unit

PAUSES = frozenset({",", "?", "!", "–", "—", "-", "…", "...", "--"})
_LONGEST = 120  # tokens of a clause that a cue closes
_SPEECH = 3  # blanks in marks that are speech even without a pause behind them
_LONG_MARKS = 25  # characters
_PREFIX = 6  # words before marks that belong to no clause with them
_REST = 14


def inverted(u: Unit, cue: Cue) -> bool:
    """Whether the source follows its verb (“…,” said X): marks or a comma before, a noun phrase behind."""
    if cue.verb.form not in {"past", "s"} or cue.passive or cue.group == 0:
        return False
    at = cue.group - 1
    while at > 0 and u.kinds[at] == ASIDE:
        at -= 1
    marks = u.kinds[at] == QUOTE or (u.low[at] in PAUSES and at > 0 and u.kinds[at - 1] == QUOTE)
    if not marks and (u.low[at] not in PAUSES or "p" not in cue.frames):
        return False
    phrase = _source_behind(u, cue.last + 1)
    if phrase is None or marks:
        return phrase is not None
    behind = phrase.last + 1
    ends = behind >= len(u) or u.kinds[behind] == STOP or u.low[behind] in PREPOSITIONS
    clause = any(u.kinds[i] == WORD and is_finite(u.low[i]) for i in range(min(at, _LONGEST)))
    if not ends or not clause or phrase.kind == "noun":
        return False
    subject = before(u, cue.group)
    return subject is None or any(
        u.kinds[i] == WORD and is_finite(u.low[i]) for i in range(min(subject.first, _LONGEST))
    )


def _source_behind(u: Unit, at: int) -> Phrase | None:
    """The phrase at `at` when it can be a source behind its verb, and no subject of a verb that follows."""
    if at >= len(u) or u.kinds[at] in {STOP, QUOTE}:
        return None
    low = u.low[at]
    if low in PREPOSITIONS or low in CONJUNCTIONS or low in {"that", "to"} or is_adverb(low):
        return None
    phrase = after(u, at, len(u))
    if phrase is None:
        return None
    behind = phrase.last + 1
    verb = behind < len(u) and u.kinds[behind] == WORD and (u.low[behind] in FINITE or u.low[behind] in cue_verbs())
    return None if verb else phrase


def follows_marks(u: Unit, source: Phrase) -> bool:
    """Whether marked speech stands right before the source (“…,” X said)."""
    at = source.first - 1
    while at > 0 and u.kinds[at] == ASIDE:
        at -= 1
    paused = at > 0 and u.low[at] in PAUSES
    if paused:
        at -= 1
    if at < 0 or u.kinds[at] != QUOTE:
        return False
    if paused or at == 0 or u.text[u.ends[at] - 2] in ",.!?…—–-":
        return True
    return u.text.count(" ", u.starts[at], u.ends[at]) > _SPEECH


def left(u: Unit, last: int, taken: Collection[int]) -> list[Content]:
    """The content that ends at token `last`: the marks there, with the clause before them when it runs into them.

    It goes no further left than the marks in `taken`, which other cues claim. Empty where nothing stands there.
    """
    while last >= 0 and (u.kinds[last] == ASIDE or (u.kinds[last] == STOP and u.low[last] in PAUSES)):
        last -= 1
    if last < 0:
        return []
    first = last
    while first > 0 and first - 1 not in taken and u.low[first - 1] not in {";", ":"} and first > last - _LONGEST:
        first -= 1
    while first < last and (u.kinds[first] == STOP or (u.low[first] in {"and", "but"} and u.kinds[last] != QUOTE)):
        first += 1
    if u.kinds[last] == QUOTE and first < last and _parted(u, first, last):
        first = last
    return [Content(first, last, "left")]


def _parted(u: Unit, first: int, marks: int) -> bool:
    """Whether the words from `first` on make no clause with the marks behind them."""
    if u.low[marks - 1] in {",", ":"} and u.ends[marks] - u.starts[marks] > _LONG_MARKS:
        return True
    gap = [at for at in range(first, marks) if u.kinds[at] in {WORD, NAME}]
    return len(gap) < _PREFIX and not any(u.kinds[at] == WORD and is_finite(u.low[at]) for at in gap)


def resumed(u: Unit, at: int, limit: int) -> list[Content]:
    """The marks behind a comma in which an utterance goes on that its cue interrupts; empty without any."""
    for index in range(at, min(limit, at + _REST)):
        if u.kinds[index] == QUOTE:
            return [Content(index, index, "marks")] if u.low[index - 1] in {",", ":", "–", "—", "-"} else []
        another = u.kinds[index] == WORD and u.low[index] in cue_verbs() and index > at + 1
        if another or u.low[index] in {"that", ";"}:
            return []
    return []

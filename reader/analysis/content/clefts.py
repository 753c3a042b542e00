"""Find the content of clefts: “all he said was that it leaks”, “what Roe told us is that it leaks”."""

from reader.analysis.cues.cues import Cue
from reader.analysis.units.units import Unit
from reader.analysis.units.verbs import finite_between
from reader.analysis.words.grammar import BE

_ALL = frozenset({"all", "thing", "what"})
_CLEFT = 6  # maximum tokens between "all" and "said", and from there to "was that"


def cleft_content_start(u: Unit, cue: Cue, index: int) -> int:
    """Return where the content of a cleft begins: “all he said was *that it leaks*”, “what Roe told us is …”."""
    if _ALL.isdisjoint(u.low[max(0, cue.group - _CLEFT) : cue.group]):
        return index
    ways = (at for at in range(index, min(len(u) - 1, index + _CLEFT)) if u.low[at] in BE and u.low[at + 1] == "that")
    return next(ways, index - 1) + 1


def is_comment_on_cleft(u: Unit, cue: Cue, index: int) -> bool:
    """Return whether the “is” at `index` only comments on the content (“What Roe said was untrue”)."""
    opens = u.low[0] in {"all", "what"} and u.low[index] in BE
    return opens and not finite_between(u, 0, cue.group - 1) and "," not in u.low[:index]

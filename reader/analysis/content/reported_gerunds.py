"""Find gerunds that are the content of a cue: “denied taking it”, “warned anglers against wading”."""

from reader.analysis.cues.cues import Cue
from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.gerunds import against_gerund, begins_gerund
from reader.analysis.units.units import Unit
from reader.analysis.words.grammar import is_present_participle, words

_CAUTIONING = words("cautioning")
_OWNING_UP = frozenset({"admit", "confess"})


def warning_content(u: Unit, cue: Cue, index: int) -> Content | None:
    """Return the “against” and gerund after a verb of warning and the person warned; None without one."""
    first = against_gerund(u, index) if cue.verb.lemma in _CAUTIONING else None
    return None if first is None else Content(first, clause_end(u, first), "gerund")


def gerund_content(u: Unit, cue: Cue, index: int) -> Content | None:
    """Return the gerund at `index` that a verb takes, with “to” before it in “owned up to taking it”; else None."""
    if "g" in cue.verb.frames and not cue.passive and begins_gerund(u, index, bare=cue.last == cue.first):
        return Content(index, clause_end(u, index), "gerund")
    if (
        cue.verb.lemma in _OWNING_UP
        and u.low[index] == "to"
        and any(map(is_present_participle, u.low[index + 1 : index + 2]))
    ):
        return Content(index + 1, clause_end(u, index + 1), "gerund")
    return None

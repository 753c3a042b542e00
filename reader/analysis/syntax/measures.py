"""Recognise “according to” a rule or a size, which names no source (“built according to the plan”)."""

from reader.analysis.units.units import NAME, STOP, Unit
from reader.analysis.words.grammar import LINKS, PREPOSITIONS, words

_RULES = words("rules_to_go_by")
_REACH = 6  # maximum tokens to the noun for a rule


def is_by_rule(u: Unit, at: int) -> bool:
    """Return whether "according to" at `at` is followed by a rule or a size, not by a source."""
    if at == 0 or u.kinds[at - 1] == STOP:
        return False
    for noun in range(at + 2, min(len(u), at + _REACH)):
        if u.kinds[noun] in {STOP, NAME} or u.low[noun] in PREPOSITIONS:
            return False
        behind = noun + 1
        if u.low[noun] in _RULES and (behind >= len(u) or u.kinds[behind] == STOP or u.low[behind] in LINKS):
            return True
    return False

"""Outlets: the publication that an attribution names beside its cue ("wrote in the Financial Times")."""

from reader.analysis.grammar import DETERMINERS
from reader.analysis.units import ASIDE, NAME, QUOTE, STOP, WORD, Unit
from reader.model import Span

_REACH = 14
_BEFORE = frozenset("in for on at to via".split())
_MEDIA = frozenset(
    "times post journal herald guardian telegraph economist news tribune gazette mail mirror sun star press today review "
    "magazine bbc cnn reuters npr twitter facebook blog livejournal standard observer independent chronicle "
    "weekly daily radio television tv quotidiano monitor bulletin globe examiner inquirer bloomberg xinhua youtube "
    "weibo instagram reddit medium substack foreign atlantic spectator nation wire watchdog".split()
)
_PIECES = frozenset("op-ed article column editorial piece essay commentary blog post interview report analysis".split())


def outlet_near(u: Unit, at: int) -> Span | None:
    """The outlet named after a preposition in the tokens from `at` on, before the next marks or colon; else None."""
    for index in range(at, min(len(u), at + _REACH)):
        if u.kinds[index] == QUOTE or u.low[index] in {":", ";"} and u.kinds[index] == STOP:
            return None
        if u.low[index] in _BEFORE and index + 1 < len(u):
            found = _named(u, index + 1)
            if found is not None:
                return found
    return None


def _named(u: Unit, first: int) -> Span | None:
    """The run of names that begins at `first` or behind its article, when a word of it or near it says that it is an outlet."""
    while first < len(u) and u.low[first] in DETERMINERS and u.kinds[first] == WORD:
        first += 1
    last = first
    while last < len(u) and (u.kinds[last] == NAME or (u.low[last] in {"of", "&", "and"} and last > first and last + 1 < len(u) and u.kinds[last + 1] == NAME)):
        last += 1
    if last == first:
        return None
    media = any(u.low[at].rstrip(".") in _MEDIA for at in range(first, last))
    follow = last
    while follow < len(u) and u.kinds[follow] == ASIDE:
        follow += 1
    piece = follow < len(u) and u.low[follow] in _PIECES
    if not (media or piece):
        return None
    begin = first - 1 if first and u.word(first - 1) == "The" else first
    return u.over(begin, last - 1)

"""Find the outlet named next to a cue ("wrote in the Financial Times")."""

from reader.analysis.units.units import NAME, NUMBER, QUOTE, STOP, WORD, Unit
from reader.analysis.words.grammar import DETERMINERS, GENITIVES, TIME, words
from reader.model import Span

_REACH = 14
_BEFORE = words("outlet_prepositions")
_MEDIA = words("outlet_words")
_PIECES = words("pieces")
_KINDS = frozenset({"blog", "magazine", "newspaper", "site", "website", "weekly"})  # nouns before the name of an outlet


def outlet_near(u: Unit, at: int) -> Span | None:
    """Return the outlet named after a preposition in the tokens from `at` on, before the next marks or colon."""
    for index in range(at, min(len(u), at + _REACH)):
        if u.kinds[index] == QUOTE or (u.low[index] in {":", ";"} and u.kinds[index] == STOP):
            return None
        if u.low[index] in _BEFORE and index + 1 < len(u):
            found = _named(u, index + 1)
            if found is not None or (index == at and u.low[at] in {"at", "for"} and u.kinds[at + 1] == NAME):
                return found  # "writing for Vessel on the fall of the Herald"
    return None


def _named(u: Unit, first: int) -> Span | None:
    """The run of names at `first` or after its article, when a word in or after it shows that it is an outlet."""
    begin = first
    while first < len(u) and (u.low[first] in DETERMINERS or u.low[first] in _KINDS) and u.kinds[first] == WORD:
        first += 1
    last = first
    while u.kind_at(last) == NAME or (
        last > first and u.low_at(last) in {"of", "&", "and"} and u.kind_at(last + 1) == NAME
    ):
        last += 1
    if last == first or all(low in TIME for low in u.low[first:last]):
        return None  # "in a Friday interview"
    if u.kind_at(last) == NUMBER and u.low[last - 1] in _MEDIA:
        last += 1  # "on Channel 9"
    follow = u.after_brackets(last, len(u))
    piece = u.low_at(follow) in _PIECES or any(low in _KINDS for low in u.low[begin:first])
    media = any(u.low[at].rstrip(".") in _MEDIA for at in range(first, last))
    if not media and (not piece or u.low[last - 1].endswith(GENITIVES)):
        return None  # "in Cole’s post"
    return u.over(first - 1 if first and u.word(first - 1) == "The" else first, last - 1)

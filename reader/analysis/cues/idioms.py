"""Find idioms of saying with several words: “made it clear that”, “let it be known that”."""

from reader.analysis.units.units import Unit
from reader.analysis.words.grammar import Verb

_MAKE = {"let": "past", "lets": "s", "letting": "ing", "made": "past", "make": "base", "makes": "s", "making": "ing"}
_POINT = {"point": "base", "pointed": "past", "pointing": "ing", "points": "s"}
_KNOWN = frozenset({"clear", "known", "plain", "public", "understood"})
_THE_FACT = ["to", "the", "fact", "that"]

FORMS = frozenset(_MAKE)
"""The forms at the beginning of an idiom that are no reporting verbs by themselves."""


def idiom(u: Unit, index: int) -> tuple[Verb, int] | None:
    """Return the verb that an idiom from `index` on means, with its last token; None where there is no idiom."""
    low = u.low[index]
    if low in _POINT and u.low[index + 1 : index + 5] == _THE_FACT:
        return Verb("point", "saying", "to", _POINT[low]), index + 1
    if low not in _MAKE or u.low[index + 1 : index + 2] not in (["it"], ["that"], ["this"]):
        return None
    last = index + 3 if u.low[index + 2 : index + 3] == ["be"] else index + 2
    known = last < len(u) and u.low[last] in _KNOWN
    return (Verb("make", "saying", "qt", _MAKE[low]), last) if known else None

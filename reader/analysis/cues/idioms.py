"""Find idioms of saying with several words: “made it clear that”, “let it be known that”."""

from reader.analysis.units.units import Unit
from reader.analysis.words.grammar import Verb, cue_verbs

_MAKE = {"let": "past", "lets": "s", "letting": "ing", "made": "past", "make": "base", "makes": "s", "making": "ing"}
_POINT = {"point": "base", "pointed": "past", "pointing": "ing", "points": "s"}
_KNOWN = frozenset({"clear", "known", "plain", "public", "understood"})
_THE_FACT = ["to", "the", "fact", "that"]
_LINKS = frozenset({"about", "at", "of", "on", "to"})
_DRAW = {
    "call": "base",
    "called": "past",
    "calling": "ing",
    "calls": "s",
    "draw": "base",
    "drawing": "ing",
    "drawn": "past",
    "draws": "s",
    "drew": "past",
}

FORMS = frozenset({*_DRAW, *_MAKE, *_POINT})
"""The forms with which an idiom begins."""


def idiom(u: Unit, index: int) -> tuple[Verb, int] | None:
    """Return the verb that an idiom from `index` on means, with its last token; None where there is no idiom."""
    low = u.low[index]
    if u.low[index + 2 : index + 5] == _THE_FACT[1:] and u.low[index + 1] in _LINKS:
        verb = cue_verbs().get(low)
        form = _POINT.get(low) or (verb.form if verb is not None and verb.kind != "thinking" else "")
        return (Verb("point", "saying", "to", form), index + 1) if form else None
    attention = index + 2 if u.low[index + 1 : index + 2] in (["our"], ["their"], ["your"]) else index + 1
    if low in _DRAW and u.low[attention : attention + 5] == ["attention", *_THE_FACT]:
        return Verb("point", "saying", "to", _DRAW[low]), attention + 1
    if low not in _MAKE or u.low[index + 1 : index + 2] not in (["it"], ["that"], ["this"]):
        return None
    last = index + 3 if u.low[index + 2 : index + 3] == ["be"] else index + 2
    known = last < len(u) and u.low[last] in _KNOWN
    return (Verb("make", "saying", "qtb", _MAKE[low]), last) if known else None

"""Find words that people hold up, wear or wave as cues (“Millers marched with placards that read “Save the weir””)."""

from itertools import compress, count

from reader.analysis.cues.cues import Cue
from reader.analysis.units.units import NAME, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, verb_group
from reader.analysis.words.grammar import Verb, can_speak, words

_TEXTS = words("held_texts")
_HOLDING = words("holding")
_SHOWING = words("words_on_texts")
_HELD = 6  # maximum tokens from the verb to the noun: "holding up several of their homemade signs"
_SHOWN = 6  # maximum tokens from the noun to the marks: "placards that read, in red letters,"


def with_held_texts(u: Unit, cues: list[Cue]) -> list[Cue]:
    """Return the cues with those of held texts, whose own verbs (“reading”) are cues no more. Linear in the unit."""
    held = held_texts(u)
    if not held:
        return cues
    others = [cue for cue in cues if not any(each.first <= cue.first <= each.last for each in held)]
    return sorted([*others, *held], key=lambda cue: cue.first)


def held_texts(u: Unit) -> list[Cue]:
    """Return a cue for each text that somebody holds, from the verb of holding to the quotation marks."""
    found = []
    for noun in compress(count(), map(_TEXTS.__contains__, u.low)) if u.marks else ():
        marks = _marks_after(u, noun)
        verb = None if marks is None else _verb_before(u, noun)
        if marks is not None and verb is not None:
            form = "past" if finite_at(u, verb) else "ing"
            found.append(Cue(verb, marks - 1, verb_group(u, verb)[0], Verb("hold", "writing", "q", form), "verb"))
    return found


def _marks_after(u: Unit, noun: int) -> int | None:
    """The marks of the words on a text: “signs reading “A””, “signs: “A””, “signs with the words “A””."""
    for at in range(noun + 1, min(len(u), noun + _SHOWN)):
        if u.kinds[at] == QUOTE:
            told = not _SHOWING.isdisjoint(u.low[noun + 1 : at]) or u.low[noun + 1 : at] in ([], [":"])
            return at if told else None
        if u.kinds[at] not in {NAME, WORD} and u.low[at] not in {",", ":"}:
            return None
    return None


def _verb_before(u: Unit, noun: int) -> int | None:
    """The verb of holding whose object is the noun."""
    for at in range(noun - 1, max(-1, noun - _HELD), -1):
        if u.low[at] in _HOLDING:
            return at if u.low[at] != "with" else _before_with(u, at)
        if u.kinds[at] == STOP or u.kinds[at] == QUOTE:
            return None
    return None


def _before_with(u: Unit, at: int) -> int | None:
    """The verb before "with" (“marched with placards”), or "with" itself after people (“protesters with placards”)."""
    if at and finite_at(u, at - 1):
        return at - 1
    return at if at and can_speak(u.low[at - 1]) else None

"""The head of a noun phrase, and whether it can name a speaker."""

from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import NAME, NUMBER, PARENTHESIS, STOP, WORD, Unit
from reader.analysis.words.grammar import (
    DETERMINERS,
    DONE,
    ORGS,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    TIME,
    TITLES,
    can_speak,
    can_speak_or_show,
    is_adverb,
    is_finite,
    is_participle,
    is_role,
    words,
)

_AMOUNTS = words("amounts")
_PARTICLES = words("particles")
_POSTPOSITIVE = words("postpositive")
_WHO = frozenset({"who", "which", "whose"})


def phrase_over(u: Unit, first: int, last: int) -> Phrase:
    """Return the tokens as a phrase. Its head is the last name before a preposition, without titles, else the noun."""
    stop = _core(u, first, last)
    numbered = u.kinds[stop] == NUMBER and stop > first and u.kinds[stop - 1] == NAME and u.low[stop - 1] not in TIME
    if u.kinds[stop] != NAME and not numbered:  # "Channel 9" is a name
        personal = stop == first and u.low[stop] in PERSONAL and u.low[stop] in PRONOUNS
        return Phrase(first, last, stop, stop, "pronoun" if personal else "noun")
    begin = stop
    while begin > first and (
        u.kinds[begin - 1] == NAME
        or (u.low[begin - 1] in _PARTICLES and begin - 1 > first and u.kinds[begin - 2] == NAME)
    ):
        begin -= 1
    while begin < stop and _is_no_name_part(u, begin):
        begin += 1
    opening = begin == 0 and (can_speak_or_show(u.low[begin]) or u.low[begin] in PRONOUNS)
    common = u.low[begin] in DETERMINERS or opening
    return Phrase(first, last, begin, stop, "noun" if begin == stop and common else "name")


def _core(u: Unit, first: int, last: int) -> int:
    """The last token of the phrase before a preposition or a relative word."""
    stop = last
    for index in range(first + 1, last + 1):
        which = u.low[index] == "that" and index < last and is_finite(u.low[index + 1])
        if which or u.low[index] in _WHO or (u.low[index] in PREPOSITIONS and not _is_of_in_name(u, index, first)):
            stop = index - 1
            break
    while stop > first and u.kinds[stop] in {PARENTHESIS, STOP}:
        stop -= 1
    low = u.low[stop]
    behind = stop < last and u.kinds[stop] == WORD  # "a source close to Roe", "a poll held by the Post"
    apart = behind and (low in _POSTPOSITIVE or (low.endswith("ed") and is_participle(low)) or low in DONE)
    noun = stop > first and (u.kinds[stop - 1] == WORD or stop == 1) and u.low[stop - 1] not in DETERMINERS
    return stop - 1 if apart and noun and not is_adverb(u.low[stop - 1]) else stop


def _is_no_name_part(u: Unit, at: int) -> bool:
    """Whether the token is a title, a role or an article, which is no part of the name."""
    low = u.low[at]
    return u.word(at).rstrip(".") in TITLES or is_role(low) or (low in DETERMINERS and low != "the")


def _is_of_in_name(u: Unit, index: int, first: int) -> bool:
    """Whether "of" is inside the name of a body ("the University of X")."""
    return u.low[index] == "of" and u.kinds[index - 1] == NAME and (u.low[index - 1] in ORGS or u.low[first] == "the")


def cannot_speak(u: Unit, phrase: Phrase) -> bool:
    """Return whether the head of the phrase is a common noun for a thing that cannot speak."""
    return phrase.kind == "noun" and not names_speaker(u, phrase)


def names_speaker(u: Unit, phrase: Phrase) -> bool:
    """Return whether the phrase is a name, or its head can speak or is an amount (“a handful of members”)."""
    several = u.low[phrase.head_last] in _AMOUNTS and u.low_at(phrase.head_last + 1) == "of"
    return phrase.kind == "name" or (phrase.kind == "noun" and (several or can_speak(u.low[phrase.head_last])))


def is_only_a_title(u: Unit, base: Phrase) -> bool:
    """Return whether a "name" is only a capitalised office ("Justice Minister")."""
    low = u.low[base.head_last]
    titled = u.word(base.head_last) in TITLES
    alone = base.head_first == base.head_last or is_role(u.low[base.head_last - 1])  # not "Amartya Sen"
    at = base.first + (u.low[base.first] in DETERMINERS)
    of = next((k for k in range(at + 1, min(len(u), at + 3)) if u.low[k] == "of"), at)  # "the Chief Minister of Tarn"
    held = of > at and is_role(u.low[of - 1])
    return low in ORGS or (titled and alone) or held or is_role(low)

"""Find the pseudonym of an unnamed source ("a miller called Otter", "under the user name weir_rat")."""

from reader.analysis.sources.owners import TEXTS
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import NAME, QUOTE, WORD, Unit
from reader.analysis.units.verbs import finite_at
from reader.analysis.words.grammar import DETERMINERS, PREPOSITIONS, can_speak, is_adverb, is_role, words

_ACTING = words("acting")
_SELF = frozenset({"herself", "himself", "itself", "themselves"})
_NAMES = words("names_of_users")
_MASS_NOUNS = words("masses")
_ABSTRACT_ENDINGS = ("s", "ance", "ence", "hood", "ing", "ion", "ism", "ity", "ment", "ness", "ship", "th", "ure")
_NICKNAME_NOUNS = words("nickname_bearers") - _NAMES
_NAME_PREPOSITIONS = frozenset({"by", "under", "with"})
_MAX_DISTANCE = 40  # maximum tokens from a person to their name
_CLAUSE = 14  # maximum tokens from a person to "known as" in a relative clause
_REACH = 3  # maximum tokens from "under" to "name" ("under the user name")
_LONGEST = 40  # maximum characters of a name in quotation marks


def pseudonym(u: Unit, source: Phrase) -> Phrase | None:
    """Return the name that the unit gives to its unnamed subject `source`; None without one."""
    first = under_name(u) if source.first > _REACH else 0  # "Under the nickname Otter, a miller explains"
    if first:
        return _name_at(u, first)
    for at in range(source.head_last + 1, min(len(u) - 1, source.head_last + _MAX_DISTANCE)):
        if u.low[at - 1] in {"called", "dubbed", "named", "nicknamed"} and at == source.head_last + 2:
            return _name_at(u, at)
        role = at - 3 if is_adverb(u.low[at - 2]) else at - 2
        acting = u.low[at - 1] == "as" and u.low[role] in _ACTING and at <= source.head_last + _CLAUSE
        calling = u.low[at - 1] in _SELF and u.low[at - 2] in {"call", "called", "calling", "calls"}
        if acting or calling or _ends_name_phrase(u, at - 1):
            return _name_at(u, at + 1 if u.low[at] in {",", "of"} else at)
    return None


def under_name(u: Unit) -> int:
    """Return where the name that signs the words begins ("Under the signature of Ada Roe"); 0 without one."""
    near = range(1, min(len(u) - 2, _REACH + 1) if u.low[0] == "under" else 1)
    noun = next((at for at in near if u.low[at] in _NAMES), 0)
    return noun and noun + 1 + (u.low[noun + 1] == "of")


def nickname(u: Unit, source: Phrase) -> Phrase | None:
    """Return the lower-case name right after an unnamed source ("user otter", "a user, otter"); None without one.

    None where it is a common noun: one with an article ("a blogger friend"), one of several, or one for a text.
    """
    at = source.head_last
    between = u.low_at(at + 1) == "," == u.low_at(at + 3)
    inside = between and u.low[at] in _NICKNAME_NOUNS  # "one user, otter,"
    at += 2 * inside
    low = u.low[at]
    apposed = u.low[at - 1] == "," and (inside or source.first == at)
    bearer = at - 1 - apposed
    if u.kinds[at] != WORD or bearer < 0 or u.low[bearer] not in _NICKNAME_NOUNS or (at != source.last and not inside):
        return None
    several = low.endswith("s") and any(map(_is_common_noun, (low, low.removesuffix("s"))))
    if several or low in TEXTS or (not apposed and u.low[source.first] in DETERMINERS and _is_common_noun(low)):
        return None
    if u.low[source.first] == "the" or is_adverb(low):
        return None
    return Phrase(at if inside else source.first, at, at, at, "name")


def is_mass_noun(low: str) -> bool:
    """Return whether a noun without an article is a mass, abstract or plural noun, not a name."""
    return low in _MASS_NOUNS or low.endswith(_ABSTRACT_ENDINGS)


def _is_common_noun(low: str) -> bool:
    """Whether a word is a noun for a person or a body."""
    return is_role(low) or can_speak(low)


def _ends_name_phrase(u: Unit, noun: int) -> bool:
    """Whether "under the user name" ends at a token."""
    return u.low[noun] in _NAMES and any(low in _NAME_PREPOSITIONS for low in u.low[max(0, noun - _REACH) : noun])


def _name_at(u: Unit, first: int) -> Phrase | None:
    """The name that begins at a token: a run of names, short words in quotation marks, or a user name."""
    if first >= len(u):
        return None
    last = max(first, u.names_end(first) - 1)
    low = u.low[first]
    common = low in DETERMINERS or low in PREPOSITIONS or is_adverb(low) or finite_at(u, first)
    word = u.kinds[first] == WORD and not common
    marks = u.kinds[first] == QUOTE and u.ends[first] - u.starts[first] < _LONGEST
    return Phrase(first, last, first, last, "name") if word or marks or u.kinds[first] == NAME else None

"""Decide whether words are a clause, by the signs of a finite verb."""

from reader.analysis.units.noun_phrases import SOMEBODY
from reader.analysis.units.quantities import is_share
from reader.analysis.units.units import NAME, NUMBER, PARENTHESIS, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between
from reader.analysis.words.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    LINKS,
    LONG_DASHES,
    OBJECTS,
    ONLY_OBJECTS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIME,
    WH,
    is_adverb,
    is_contraction,
    is_finite,
    is_plural,
    means_several,
    words,
)

_NAMING = words("naming")
_PAUSES = LONG_DASHES | {","}
_REACH = 16
_CLAUSE = 40
_SUBORDINATING = CONJUNCTIONS - {"and", "or", "as"}
_NO_SUBJECTS = (LINKS - {"if", "as", "while", "because"}) | (RELATIVES - {"that"}) | AUXILIARIES
_PERSONAL_RELATIVES = frozenset({"how", "what", "which", "who", "whose", "why"})
_PERSONS = PERSONAL - {"it", "who", "you"}
_SUBJECTS = frozenset({"he", "i", "she", "they", "we"})
_OWNERS = POSSESSIVES - {"her", "whose"}
_OBJECTS_OF_LET = frozenset({"him", "me", "them", "us"})  # "letting them know"
_ENDS = frozenset({"", ".", ","})
_ISSUED = words("issued")
_SPEECH_OBJECTS = frozenset({"lines", "prayers", "things", "words"})  # objects of "say"
_AS_BEFORE = frozenset({"known", "same", "such", "well"})
_AS_BEHIND = frozenset({"few", "long", "many", "much", "of", "well"})
_PEOPLE = frozenset({"it", "you", "people", "journalists", "reporters", "everyone"})


def has_predicate(u: Unit, at: int) -> bool:
    """Return whether a verb or marks follow in the clause that begins with "that" at `at`."""
    if u.low_at(at + 1) in _SUBJECTS and u.kind_at(at + 2) == WORD:
        return True
    if _plural_with_verb(u, at + 1):
        return True
    return any(
        u.kinds[i] == QUOTE or (u.kinds[i] == WORD and _can_be_verb(u, i))
        for i in range(at + 1, min(len(u), at + _CLAUSE))
    )


def _plural_with_verb(u: Unit, at: int) -> bool:
    """Whether a plural is at a token, followed by a word that can be its verb ("that children learn")."""
    if at + 1 >= len(u) or u.kinds[at] != WORD or u.kinds[at + 1] != WORD:
        return False
    verb = u.low[at + 1] not in PREPOSITIONS and u.low[at + 1] not in CONJUNCTIONS
    return verb and (means_several(u.low[at]) or u.low[at] == "those")


def _can_be_verb(u: Unit, at: int) -> bool:
    """Whether the word can be the verb of a clause: a finite one, or one in -s that is no noun after a preposition."""
    low, before = u.low[at], u.low[at - 1]
    if finite_at(u, at) or (low == "be" and before != "to"):
        return True
    plural = before in PREPOSITIONS or before in POSSESSIVES or (before in DETERMINERS and before not in PRONOUNS)
    return low.endswith("s") and not low.endswith(("ss", "us", "'s", "’s")) and not plural


def opens_clause(u: Unit, index: int) -> bool:  # noqa: PLR0911 - one return a reason
    """Return whether a clause without "that" begins at `index`: a subject and a finite verb before any punctuation."""
    if index >= len(u) or u.low[index] in WH:
        return False
    low = u.low[index]
    if low in {"that", "this"} and u.low_at(index + 1) in AUXILIARIES:
        return True
    if low == "not" and index + 1 < len(u) and (u.low[index + 1] in DETERMINERS or u.low[index + 1] in PRONOUNS):
        return opens_clause(u, index + 1)  # "not all of them were there"
    if _adverbial(u, index):
        return any(finite_at(u, at) for at in range(index + 2, min(len(u), index + _REACH)))
    if _no_subject(u, index):
        return False
    if is_contraction(low):
        return True
    if low in PERSONAL:
        return _verb_after_pronoun(u, index)
    if low in SOMEBODY and u.low_at(index + 1) != "else" and _verb_after_pronoun(u, index):
        return True
    if low in ONLY_OBJECTS and low not in _PEOPLE:
        return False
    return _verb_after_noun(u, index)


def _adverbial(u: Unit, index: int) -> bool:
    """Whether the clause opens with a time, "despite", "at least six" or "about half"."""
    low = u.low[index]
    if low == "despite" or low in TIME:
        return True
    following = u.low_at(index + 1)
    counted = u.kind_at(index + 1) == NUMBER or following in {"least", "to"} or is_share(following)
    return counted and low in {"at", "up", "about", "around", "over"}


def _no_subject(u: Unit, index: int) -> bool:
    return u.kinds[index] in {STOP, QUOTE, PARENTHESIS} or u.low[index] in _NO_SUBJECTS


def _verb_after_pronoun(u: Unit, index: int) -> bool:
    follow = index + 1
    if u.low[follow : follow + 2] == ["no", "longer"]:
        follow += 2
    while u.kind_at(follow) == WORD and is_adverb(u.low[follow]) and u.low[follow] != "all":
        follow += 1
    if u.kind_at(follow) != WORD:
        return False
    low = u.low[follow]
    if not (low in PREPOSITIONS or low in DETERMINERS or low in OBJECTS or low == "but"):
        return True
    stop = next((at for at in range(follow, min(len(u), index + _REACH)) if u.kinds[at] in {STOP, QUOTE}), len(u))
    return u.low[index] in _SUBJECTS and finite_between(u, follow, stop - 1)  # "he at first refused", "they all knew"


def _verb_after_noun(u: Unit, index: int) -> bool:
    relative = False
    for at in range(index + 1, min(len(u), index + _REACH)):
        low, before = u.low[at], u.low[at - 1]
        if u.kinds[at] == STOP:
            return low in _PAUSES and not relative and _verb_after_aside(u, at, index + _REACH)
        if at > index + 1 and u.kinds[at - 1] == WORD and _begins_noun(u, at) and _ends_noun(before):
            return False
        adjective = (
            low in _NAMING
            or before == "to"
            or before in POSSESSIVES
            or is_publishing_participle(u, at)
            or (before in _OBJECTS_OF_LET and u.low[at - 2] not in PREPOSITIONS)  # but "two of them had left"
            or (low.endswith("ed") and before in DETERMINERS and before not in PRONOUNS and u.low[at - 2] != "the")
        )
        if is_contraction(low) or (u.kinds[at] == WORD and is_finite(low) and finite_at(u, at) and not adjective):
            if not relative:
                return True
            behind = at + 1
            while behind < len(u) and (u.low[behind] in AUXILIARIES or is_adverb(u.low[behind])):
                behind += 1
            return finite_between(u, behind + 1, min(len(u) - 1, index + _REACH))  # no "list of people who have left"
        relative = relative or low in _PERSONAL_RELATIVES
        like = low == "as" and before not in _AS_BEFORE and u.low_at(at + 1) not in _AS_BEHIND
        if like or low in _SUBORDINATING or (low == "and" and is_finite(u.low_at(_past_adverbs(u, at + 1)))):
            return False
    return False


def _past_adverbs(u: Unit, at: int) -> int:
    """The first token from `at` on that is no adverb."""
    while at < len(u) and is_adverb(u.low[at]):
        at += 1
    return at


def is_publishing_participle(u: Unit, at: int) -> bool:
    """Return whether a participle says where a text or event appeared (“victory in a video posted on Monday”)."""
    return u.low[at] in _ISSUED and u.low_at(at + 1) in PREPOSITIONS


def _verb_after_aside(u: Unit, comma: int, limit: int) -> bool:
    """Whether a subject's verb follows a phrase between commas or dashes (“Ada Roe, the mayor, was ill”)."""
    closing = next((at for at in range(comma + 2, min(len(u) - 1, limit)) if u.kinds[at] == STOP), 0)
    plain = closing > 0 and u.low[closing] == u.low[comma] and not finite_between(u, comma + 2, closing - 1)
    return plain and finite_at(u, closing + 1)


def _begins_noun(u: Unit, at: int) -> bool:
    """Whether a subject begins right after a noun, in a relative clause without "that" ("the news the town feared")."""
    low = u.low[at]
    return low in {"the", "a", "an"} or low in _PERSONS or low in _OWNERS


def _ends_noun(low: str) -> bool:
    return not (low in LINKS or low in TIME or is_adverb(low) or low.endswith(("ing", "ed")))


def plain_clause(u: Unit, index: int, *, singular: bool = False, sure: bool = False) -> bool:
    """Return whether a clause with a base form after a plural subject begins at `index` ("officers watch it").

    With `singular` it may be a form in -s, which is as often a noun ("each year yields a tenth"); with `sure` there can
    only be a clause, so that it has that verb ("said the weir leaks").
    """
    if index >= len(u) or _no_subject(u, index) or u.low[index] in ONLY_OBJECTS:
        return False
    owned = u.low[index] in DETERMINERS
    for at in range(index + 1, min(len(u) - (not sure), index + _REACH)):
        low, before = u.low[at], u.low[at - 1]
        if u.kinds[at] in {STOP, QUOTE} or (low == "as" and before not in _AS_BEFORE):
            return False
        if singular and _verb_in_s(u, at, sure=sure and owned):
            return True
        if u.kinds[at] != WORD or low.endswith(("s", "ing", "ed", "ly")) or not _plural_before(u, at - 1):
            continue
        if low in FUNCTION_WORDS or low in PRONOUNS or low in RELATIVES:
            continue
        following = u.low_at(at + 1)
        takes = following in DETERMINERS or following in PREPOSITIONS or following in {"only", "that"}
        takes = takes or following in OBJECTS or (sure and (following in _ENDS or is_adverb(following)))
        if before not in PREPOSITIONS and (takes or u.kind_at(at + 1) == NAME):
            return True
    return False


def _verb_in_s(u: Unit, at: int, *, sure: bool) -> bool:
    """Whether a verb in -s follows a singular noun and precedes its object (“each year yields a tenth”).

    With `sure` there must be a clause, and no object is needed.
    """
    low, before = u.low[at], u.low[at - 1]
    following = u.low_at(at + 1)
    takes = following in {"a", "an", "the"} or is_plural(following) or (sure and low not in _SPEECH_OBJECTS)
    verbal = u.kinds[at] == WORD and u.kinds[at - 1] == WORD and is_plural(low) and takes
    return (
        verbal
        and before not in FUNCTION_WORDS
        and not is_plural(before)
        and not before.endswith(("s", "ed", "ing", "ly"))
    )


def _plural_before(u: Unit, at: int) -> bool:
    """Whether the word before a base form, adverbs aside, is a plural."""
    while at > 0 and u.kinds[at] == WORD and is_adverb(u.low[at]):
        at -= 1
    low = u.low[at]
    if low in LINKS:
        return False
    return (means_several(low) and not low.endswith(("'s", "’s")) and low not in POSSESSIVES) or low == "those"

"""Decide whether the words after a comma are the author's addition, and no part of what is said before it."""

from reader.analysis.syntax.adjuncts import span_from
from reader.analysis.syntax.joints import begins_further_action
from reader.analysis.syntax.remarks import begins_shell_noun
from reader.analysis.syntax.speaker_changes import begins_other_saying
from reader.analysis.units.units import QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, verb_at
from reader.analysis.words.grammar import (
    AUXILIARIES,
    MODALS,
    PERSONAL,
    PREPOSITIONS,
    cue_verbs,
    is_plural,
    is_present_participle,
    words,
)

_REACH = 18  # maximum tokens of a relative clause
_CLAUSE = 16  # maximum tokens of one that is searched for a reporting verb
_RESULTING = words("resulting")
_TURNING = words("turning")
_OTHERS = frozenset({"another", "few", "many", "most", "other", "others", "some"})
_PRO_VERBS = frozenset({"did", "do", "does", "had", "has", "have"})
_DESCRIBING = AUXILIARIES | {"includes", "included"}


def author_again(u: Unit, at: int) -> bool:  # noqa: PLR0911 - one return a reason
    """Return whether the words after a comma (or a marked comma) are the author's: ", but", ", while", ", calling"."""
    low, following = u.low[at], u.low[at + 1]
    if low == "but":
        return u.stop(at - 1) == ","
    if low != ",":
        return False
    if following == "as" and u.low_at(at + 2) in _PRO_VERBS:
        return True  # "said she would stand, as did the mayor"
    if following == "compared" or u.low[at + 1 : at + 3] in (["something", "that"], ["something", "which"]):
        return True
    if following in PREPOSITIONS and u.low_at(at + 2) in {"which", "whom"}:
        return not _is_inserted_relative(u, at + 2)
    if begins_shell_noun(u, at):
        return True
    if following in {"a", "an"}:
        relative = any(u.low[i] in {"that", "which"} for i in range(at + 2, min(len(u), at + 5)))
        return relative or begins_other_saying(u, at + 3)
    if following in _OTHERS and _says_or_gaps(u, at + 2):
        return True
    if following == "and":
        says = at + 3 < len(u) and u.low[at + 2] in PERSONAL and u.low[at + 3] in cue_verbs()
        return says or begins_further_action(u, at + 2)
    return begins_addition(u, at + 1)


def _says_or_gaps(u: Unit, at: int) -> bool:
    """Whether a reporting verb or "that" is at a token after another speaker (“, others claim that it …”)."""
    verb = verb_at(u, at) if at < len(u) else None
    return u.low_at(at) == "that" or (verb is not None and verb[0].kind != "thinking" and "t" in verb[0].frames)


def begins_addition(u: Unit, at: int) -> bool:
    """Return whether a word after a comma begins an addition by the author.

    That is a contrast (the concessive and contrastive connectives of any grammar: “although”, “whereas”), a remark on
    the whole clause (“which”), or a participle with the speaker as subject (“, pointing to the weir”). A free
    participle clause belongs to the main clause of its sentence, which has the reporting verb, unless it is a result
    inside the content (“, leaving the town dry”).
    """
    low = u.low[at]
    if span_from(u, at) > at:
        return not _is_inserted_relative(u, at)
    if low == "which":
        return not (_is_inserted_relative(u, at) or _tells_of_own_subject(u, at + 1) or _describes(u, at))
    if low in _TURNING:
        return True
    # ", drinking problems and debt", ", banking or other data"
    listed = u.low_at(at + 1) in {"and", "or"} or (u.low_at(at + 2) in {"and", "or"} and is_plural(u.low[at + 1]))
    return is_participle_form(u, at) and low not in _RESULTING and at + 2 < len(u) and not listed


def _describes(u: Unit, which: int) -> bool:
    """Whether a relative clause only describes the thing before it: it is or has something, and nobody reports it.

    That is “a port, which is in the south”, but not “a port, which the mayor sold” or “it leaks, which angered him”.
    """
    if u.low_at(which + 1) not in _DESCRIBING:
        return False
    end = next((at for at in range(which + 1, len(u)) if u.kinds[at] == STOP), len(u))
    return all(verb_at(u, at) is None for at in range(which + 1, min(end, which + _CLAUSE)))


def _tells_of_own_subject(u: Unit, at: int) -> bool:
    """Whether the verb at `at` in a relative clause has a pronoun of the content as subject, and reports nothing."""
    if at + 1 >= len(u) or u.low[at] not in PERSONAL:
        return u.low_at(at) in MODALS
    verb = verb_at(u, at + 1)
    return verb is None or verb[0].kind == "thinking"


def is_participle_form(u: Unit, at: int) -> bool:
    """Return whether the word has the form of a present participle."""
    return u.kind_at(at) == WORD and is_present_participle(u.low[at])


def _is_inserted_relative(u: Unit, at: int) -> bool:
    """Whether the relative clause at `at` is closed by a comma, after which the clause around it continues."""
    begin = next(u.commas(at + 2, at + _REACH), at) if u.low_at(at + 1) == "," else at  # "which, in turn, led"
    closing = next(u.commas(begin + 2, at + _REACH), 0)
    return closing > 0 and (finite_at(u, closing + 1) or u.kinds[closing + 1] == QUOTE)

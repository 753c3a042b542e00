"""Find where the object of a verb ends, with the phrases and clauses that depend on it."""

from reader.analysis.syntax.remarks import is_note
from reader.analysis.units.units import NAME, NUMBER, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between, frames_at, verb_at
from reader.analysis.words.grammar import (
    AUXILIARIES,
    DETERMINERS,
    LINKS,
    PERSONAL,
    PREPOSITIONS,
    TIME,
    is_adverb,
    is_present_participle,
    words,
)

_LONGEST = 60  # maximum tokens of an object
_RELATIVE = 16  # maximum tokens of a relative clause on an object
_LIST = 10  # maximum tokens to the next comma or "and" of a list
_ADJUNCTS = words("adjuncts")
_OPENED = frozenset({"how", "that", "what", "whether", "which", "who", "whom", "whose", "why", "where"})
_AFTER_COMMA = words("exemplifying")
_OCCASIONS = words("occasions")
_NOUN = 5  # maximum tokens from an article to its noun
_INVARIABLE = words("invariable")
_SIGNS = frozenset("$%&#£€/'’")
_DATING = frozenset({"early", "in", "last", "late", "next", "on", "this"})
_ON = frozenset({"about", "as", "for", "over", "to"})


def object_end(u: Unit, first: int, *, subject: bool = False) -> int:
    """Return the last token of the noun phrase or gerund that begins at `first`, with all that depends on it.

    It ends before adverbials of time and reason, before the author's additions after a comma, and before a verb with it
    as subject. `subject` is whether it is in a position before a verb.
    """
    depends = u.kinds[first] == WORD and is_present_participle(u.low[first])
    end = limit = min(len(u), first + _LONGEST)
    behind = first
    for at in range(first, limit):
        low = u.low[at]
        if at < behind:
            continue
        if u.kinds[at] == STOP:
            behind = _after_relative(u, at, limit)
            if low in _SIGNS or behind > at or (low == "," and _is_in_list(u, at, limit)):
                continue
            end = at
            break
        if u.stop(at) == "," and not _is_in_list(u, at, limit):
            end = at + 1
            break
        if at > first and u.kinds[at] != QUOTE and _leaves_object(u, at, limit, depends=depends, subject=subject):
            end = at
            break
        depends = depends or low in _OPENED or (not subject and u.kinds[at] == WORD and finite_at(u, at))
        depends = depends or low == "sure" or (u.low[at - 1] == "to" and at > first and "b" in frames_at(u, at))
    last = end - 1
    while last > first and (u.low[last] in LINKS or u.kinds[last] == STOP or is_note(u, last)):
        last -= 1
    return max(first, last)


def _after_relative(u: Unit, comma: int, limit: int) -> int:
    """The token after a relative clause at `comma` after which the object goes on (“lauded Roe, who left, for it”)."""
    if u.low[comma] != "," or comma + 1 >= limit or u.low[comma + 1] not in {"who", "which", "whose"}:
        return comma
    closing = next(u.commas(comma + 3, min(limit - 1, comma + _RELATIVE)), 0)
    return closing + 1 if closing and u.low[closing + 1] in {"as", "for", "over"} else comma


def _leaves_object(u: Unit, at: int, limit: int, *, depends: bool, subject: bool) -> bool:
    """Whether the words at `at` continue the author's sentence; `depends` is whether a clause has begun before."""
    low = u.low[at]
    following = u.low[at + 1] if at + 1 < limit else ""
    if low in _ADJUNCTS and u.kinds[at] == WORD:
        return not depends or low in {"although", "though", "while"}
    if low in {"and", "but", "or"}:
        return _joins_verb(u, at + 1, limit)
    if depends or (low in {"at", "during", "in", "on"} and _occasion(u, at + 1, limit)):
        return not depends
    dated = low in TIME and (u.kinds[at] == NAME or low in {"today", "tomorrow", "tonight", "yesterday"})
    if dated or (low in _DATING and following in TIME):
        behind = at + (1 if dated else 2)
        return behind >= limit or u.low[behind] not in _ON
    verb = u.kinds[at] == WORD and finite_at(u, at)
    if not verb or subject or u.kinds[at - 1] == QUOTE:
        return verb
    return low in AUXILIARIES and u.kinds[at - 1] == WORD and u.low[at - 1] not in PERSONAL


def _occasion(u: Unit, at: int, limit: int) -> bool:
    """Whether the noun of the phrase that begins at `at` is an occasion of speech ("at a rally", "in a letter")."""
    if at >= limit or u.low[at] not in DETERMINERS:
        return False
    for index in range(at + 1, min(limit, at + _NOUN)):
        if u.low[index] in _OCCASIONS:
            return True
        if u.kinds[index] not in {WORD, NAME} or u.low[index] in PREPOSITIONS:
            return False
    return False


def _joins_verb(u: Unit, at: int, limit: int) -> bool:
    """Whether a verb or a clause follows "and", not another noun."""
    while at < limit and u.kinds[at] == WORD and is_adverb(u.low[at]) and u.low[at] not in DETERMINERS:
        at += 1
    if at >= limit or u.kinds[at] not in {WORD, NAME, NUMBER}:
        return False
    if finite_at(u, at) or (u.low[at] in PERSONAL and u.low[at] != "you"):
        return True
    found = verb_at(u, at)
    if found is not None and (found[0].form != "base" or u.low[at] in _INVARIABLE):
        return True
    comma = next((i for i in range(at, min(limit, at + _LIST)) if u.kinds[i] == STOP), limit)
    beyond = u.low[at] in PREPOSITIONS and comma + 2 < limit and u.low[comma] == ","  # "and at that time, he had"
    if beyond and u.low[comma + 1] in PERSONAL and finite_at(u, comma + 2):
        return True
    stop = next((i for i in range(at, min(limit, at + _LIST)) if u.kinds[i] == STOP or u.low[i] in _OPENED), limit)
    return finite_between(u, at, min(stop, at + _LIST, limit) - 1)


def _is_in_list(u: Unit, comma: int, limit: int) -> bool:
    """Whether the comma separates the members of a list, or an example follows it."""
    at = comma + 1
    if at >= limit or u.low[at] in _AFTER_COMMA:
        return at < limit
    if u.low[at] in {"and", "or"}:
        return not _joins_verb(u, at + 1, limit)
    if u.low[at] in _OPENED or u.low[at] in _ADJUNCTS or u.low[at] in PERSONAL or u.low[at] == "but":
        return False
    for index in range(at, min(limit, at + _LIST)):
        if finite_at(u, index) or verb_at(u, index) is not None or u.kinds[index] == QUOTE:
            return False
        if u.low[index] in {"and", "or"} and index > at:
            return u.low[index - 1] == "," or not any(u.low[i] == "," for i in range(index, min(limit, index + _LIST)))
    return False

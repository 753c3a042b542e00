"""Skip the words between a reporting verb and its content: a day, a place, the addressee."""

from reader.analysis.cues.cues import Cue
from reader.analysis.syntax.adjuncts import SPAN_UNITS, SPANS, occasion_noun
from reader.analysis.syntax.predicates import opens_clause
from reader.analysis.units.units import NAME, NUMBER, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at
from reader.analysis.words.grammar import (
    ADDRESSED,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    LINKS,
    OBJECTS,
    ONLY_OBJECTS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    TIME,
    WH,
    can_speak,
    is_adverb,
    is_contraction,
    is_finite,
    is_plural,
    words,
)

_ADDRESSEES = ONLY_OBJECTS - {"you", "it"}
_DATING = frozenset({"earlier", "last", "late", "later", "next", "this"})
_PAST_TIMES = TIME | {"autumn", "season", "spring", "summer", "winter"}
_INDEFINITES = words("indefinites")
_PARTING = PREPOSITIONS - {"of", "for"}
_PLACING = words("placing_prepositions")
_ALWAYS_ADDRESSED = frozenset({"assure", "inform", "notify", "reassure", "remind", "tell"})
_OWNERS = POSSESSIVES - {"whose"}
_SAME = frozenset({"following", "next", "other", "previous", "same", "that", "this", "very"})
_LATER = frozenset({"after", "afterwards", "ago", "before", "earlier", "later"})
_TIMED = 5  # maximum tokens of a time phrase
_PLACE_REACH = 5
_TOLD_THINGS = words("told_things")
PERSON = 8  # maximum tokens of the addressee


def after_date(u: Unit, index: int) -> int:
    """Return the token after times, a place and an occasion after the cue ("said on Friday in a letter it would")."""
    index = _after_role(u, _after_time_phrase(u, index))
    at, behind = index, _after_occasion(u, index) or _after_time_or_place(u, index)
    while behind > at:
        at, behind = behind, _after_occasion(u, behind) or _after_time_or_place(u, behind)
    return at


def _after_time_phrase(u: Unit, index: int) -> int:
    """The token after a time phrase right before "that" ("said the same day that", "wrote two hours later that")."""
    near = u.low[index + 1 : index + _TIMED + 2]
    for at in range(index + 1, min(len(u) - 1, index + _TIMED)) if "that" in near else ():
        if u.kinds[at] not in {WORD, NUMBER, NAME} or u.low[at] == "that":
            return index
        unit = u.low[at] in TIME or u.low[at] in SPAN_UNITS
        later = unit and u.low[at + 1] in _LATER
        if unit and u.low_at(at + 1 + later) == "that":
            told = later or not _SAME.isdisjoint(u.low[index:at])
            return at + 1 + later if told else index
    return index


def _after_role(u: Unit, index: int) -> int:
    """The token after the speaker's role right before "that" ("argued as a lawyer that …")."""
    if u.low[index] != "as" or u.low_at(index + 1) not in DETERMINERS:
        return index
    near = range(index + 3, min(len(u) - 1, index + _TIMED))
    return next((at for at in near if u.low[at] == "that" and set(u.kinds[index + 2 : at]) == {WORD}), index)


def _after_occasion(u: Unit, index: int) -> int:
    """Where a clause after an occasion begins ("said in a note to the staff it would close"); 0 for none.

    The phrase may have any noun where it can only place the saying ("said after the vote it would close").
    """
    occasion = occasion_noun(u, index)
    noun = occasion or (index if u.low[index] in _PLACING and u.low_at(index + 1) != "least" else 0)
    for at in range(noun + 1, min(len(u), noun + PERSON)) if noun else ():
        apart = u.kinds[at] in {STOP, QUOTE} or u.low[at] in CONJUNCTIONS or u.low[at] in WH or finite_at(u, at)
        if apart or (not occasion and u.low[at] in _PARTING):
            return 0
        subject = u.low[at] in PERSONAL or u.kinds[at] == NAME or u.low[at] in DETERMINERS or u.low[at] in _OWNERS
        before = u.low[at - 1]
        governed = before in PREPOSITIONS or before in DETERMINERS or u.kinds[at - 1] == NAME == u.kinds[at]
        if subject and not governed and opens_clause(u, at):
            return at
    return 0


def _after_time_or_place(u: Unit, index: int) -> int:
    """The token after a time or place at `index` ("on Friday he would", "Monday that")."""
    at = index
    if u.low[at : at + 3 : 2] == ["that", "that"] and u.low[at + 1] in _PAST_TIMES:
        return at + 2  # "reported that evening that it leaked"
    while u.low[at] in _DATING and at + 3 < len(u) and (u.low[at + 1] in _PAST_TIMES or u.low[at + 2] in _PAST_TIMES):
        behind = at + 2 if u.low[at + 1] in _PAST_TIMES else at + 3
        if finite_at(u, behind):
            return at  # "said last winter was cold"
        at = behind
    if u.low[at] in {"on", "in", "at", "during", "after", "late", "early", "from"} and at + 1 < len(u):
        at += 1
        if u.low[at] in DETERMINERS and at + 1 < len(u):
            at += 1
        named = at
        while at < len(u) and at - index < _PLACE_REACH and (u.kinds[at] in {NAME, NUMBER} or u.low[at] in _PAST_TIMES):
            if at > named and u.low[named] in TIME and u.kinds[at] == NAME and u.low[at] not in TIME:
                break  # "on Friday Roe would go"
            at += 1
        noun = (
            at < len(u)
            and u.kinds[at] == WORD
            and not (
                u.low[at] in PERSONAL
                or u.low[at] in DETERMINERS
                or u.low[at] in {"that", "there"}
                or occasion_noun(u, at)
            )
        )
        timed = noun and named < at and u.low[at - 1] in TIME and opens_clause(u, at)  # "on Friday anglers would go"
        return at if named < at < len(u) and (timed or not noun) else index
    if u.low_at(at) in {"for", "over"} and at + 2 < len(u) and u.low[at + 1] in SPANS:
        return at + 2  # "said for weeks it would rain"
    while u.low[at] in TIME and (at > index or u.kinds[at] == NAME) and at + 1 < len(u):
        at += 1
    return at


def after_addressee(u: Unit, cue: Cue, index: int) -> int:  # noqa: PLR0911 - one return a reason
    """Return the token after the addressee ("tells voters she is with them")."""
    if cue.verb.lemma not in ADDRESSED:
        return index
    if u.low[index] in _ADDRESSEES or (u.low[index] == "you" and opens_clause(u, index + 1)):
        dated = after_date(u, index + 1) if index + 1 < len(u) else index + 1
        return dated if dated < len(u) and opens_clause(u, dated) else index + 1
    named = _after_name(u, index) if cue.verb.lemma in _ALWAYS_ADDRESSED else None
    if named is not None:
        return named
    for at in range(index + 1, min(len(u), index + PERSON)):
        low = u.low[at]
        if low in PERSONAL or is_contraction(low) or (low in _INDEFINITES and finite_at(u, at + 1)):
            return at
        behind = after_date(u, at) if low in _PARTING else at
        if behind > at and opens_clause(u, behind):
            return behind
        if u.kinds[at] in {STOP, QUOTE} or low in _PARTING or low in CONJUNCTIONS or finite_at(u, at):
            return index
        several = is_plural(low) and not can_speak(low) and (u.kinds[at - 1] == NAME or can_speak(u.low[at - 1]))
        begins = u.kinds[at] == WORD and (low in DETERMINERS or low == "there" or low in _OWNERS or several)
        if begins and u.low[at - 1] not in PREPOSITIONS and u.low[at - 1] not in DETERMINERS and opens_clause(u, at):
            return at
    return index


def _after_name(u: Unit, index: int) -> int | None:
    """The token after a name that is told a clause ("told the BBC experts would come"); None without both."""
    first = index + (u.low[index] == "the")
    behind = u.names_end(first)
    if not first < behind < len(u) - 1 or finite_at(u, behind):
        return None
    low, further = u.low[behind], u.low[behind + 1]
    described = can_speak(low) and (further in PERSONAL or further in DETERMINERS or not finite_at(u, behind + 1))
    if low in {"and", "that"} or described:  # "told the BBC correspondent it was late"
        return None
    return behind if opens_clause(u, behind) else None


def tells_thing(u: Unit, cue: Cue, index: int) -> bool:
    """Return whether the object at `index` is a thing ("tells the truth"), not a person ("told the story editor")."""
    at = index + 1 if u.low[index] in DETERMINERS else index
    if cue.verb.lemma != "tell" or u.low_at(at) not in _TOLD_THINGS or u.kinds[at] != WORD:
        return False
    behind = at + 1
    if u.kind_at(behind) != WORD:
        return True
    low = u.low[behind]
    function = low in LINKS or low in PERSONAL or low in DETERMINERS or is_adverb(low)
    return function or low.endswith("s") or finite_at(u, behind)


def opens_addressee_clause(u: Unit, at: int) -> bool:
    """Return whether a relative clause about the addressee begins at `at` ("told a crowd that had come early, “…”")."""
    if u.low[at] == "who":
        return True
    if u.low[at] != "that" or at + 2 >= len(u) or u.low[at - 1] in OBJECTS or u.kinds[at - 1] != WORD:
        return False
    verb, behind = u.low[at + 1], u.low[at + 2]
    return verb in FINITE or (is_finite(verb) and (behind in DETERMINERS or behind in PREPOSITIONS))

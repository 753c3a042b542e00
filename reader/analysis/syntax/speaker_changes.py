"""Decide whether a clause with another speaker begins."""

from reader.analysis.syntax.gerunds import begins_gerund
from reader.analysis.syntax.predicates import opens_clause
from reader.analysis.units.quantities import is_share
from reader.analysis.units.units import NAME, NUMBER, PARENTHESIS, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, verb_at
from reader.analysis.words.grammar import (
    ADDRESSED,
    AUXILIARIES,
    DEPENDING,
    DETERMINERS,
    OBJECTS,
    ONLY_OBJECTS,
    PERSONAL,
    SUBORDINATORS,
    WH,
    Verb,
    can_speak,
    is_adverb,
)
from reader.analysis.words.lexicon import table

CHARGES = frozenset({"accuse", "blame"})
"""Verbs of accusing: their content is the person accused and the charge (“accuse Roe of fraud”)."""

_NAMED = 6  # maximum tokens of a name and its verb
_OTHERS = frozenset({"another", "he", "one", "others", "she", "somebody", "someone", "they"})
_BEHIND_PERSON = frozenset({"for", "of", "that", "to"})
_PLAIN = frozenset({WORD})
_PHRASE = 6  # maximum tokens of a phrase of manner
_THEN = frozenset({",", "and", "then"})
_ASIDE = 14  # maximum tokens of a subordinate clause before the subject
_PARTY = 10  # maximum tokens of a noun phrase and its verb


def begins_other_saying(u: Unit, first: int) -> bool:
    """Return whether a clause with another speaker begins at `first`: a name or pronoun, a cue and its content."""
    for at in range(first, min(len(u), first + _NAMED)):
        found = verb_at(u, at)
        if found is not None and at > first:
            verb, last = found
            says = verb.form in {"past", "s"} and verb.kind in {"asking", "saying", "writing"} and last + 1 < len(u)
            return says and (takes(u, verb, last + 1) or "b" in verb.frames)
        named = u.kinds[at] == NAME or (u.low[at] in {"at", "from", "of"} and u.kinds[at - 1] == NAME and at > first)
        titled = can_speak(u.low[at]) and u.kind_at(at + 1) == NAME  # "the miller Ada Roe"
        # "he later told them", "others have said"
        later = at > first and u.low[at - 1] in _OTHERS and (is_adverb(u.low[at]) or u.low[at] in {"has", "have"})
        if not (named or titled or later or u.low[at] in _OTHERS or (u.low[at] == "the" and at == first)):
            return False
    return False


def begins_added_saying(u: Unit, comma: int) -> bool:
    """Return whether a comma adds what others say (“…, with the mayor saying it leaks”, “…, another saying it”)."""
    who = comma + 1
    while u.low_at(who) in _THEN:
        who += 1
    if u.low[comma] != "," or (u.low_at(who) != "with" and u.low_at(who) not in _OTHERS):
        return False
    for at in range(who + 1 + (u.low[who] == "with"), min(len(u) - 1, who + _PARTY)):
        found = verb_at(u, at)
        if found is not None and found[0].form == "ing":
            return found[1] + 1 < len(u) and takes(u, found[0], found[1] + 1)
        if u.kinds[at] not in {WORD, NAME, NUMBER, PARENTHESIS} or finite_at(u, at):
            return False
    return False


def begins_joined_saying(u: Unit, comma: int, first: int) -> bool:
    """Return whether ", and", ", but" or ", however" begins a clause with a name or people as speaker.

    A subordinate clause may come before the speaker (“, but as it rained, the mayor said”).
    """
    if u.low[comma] != "," or u.low[comma + 1] not in {"and", "but", "however"}:
        return False
    if u.low_at(comma + 2) in SUBORDINATORS:  # ", but as it rained, the mayor said"
        first = next(u.commas(comma + 4, comma + _ASIDE), first)
    for at in range(first + 1, min(len(u) - 1, first + _PARTY)):
        found = verb_at(u, at)
        before = u.before_brackets(at - 1)  # "Ada Roe (@roe) says"
        who = u.kinds[before] in {NAME, NUMBER} or is_share(u.low[before]) or can_speak(u.low[before])
        if found is not None and who and found[0].kind != "thinking" and found[1] + 1 < len(u):
            verb, last = found
            several = is_share(u.low[before]) or u.kinds[before] == NUMBER or u.low[before].endswith("s")
            told = takes(u, verb, last + 1) or ("b" in verb.frames and opens_clause(u, last + 1))
            return (verb.form in {"past", "s"} or (verb.form == "base" and several)) and told
        if u.kinds[at] not in {WORD, NAME, NUMBER, PARENTHESIS} or finite_at(u, at) or u.low[at] in DEPENDING:
            return False
    return False


def over_manner(u: Unit, at: int) -> int:
    """Return the "that" after a phrase of manner ("and notes with some regret that it leaks"), else the token."""
    if u.low[at] not in {"at", "in", "with", "without"}:
        return at
    that = _that_behind(u, at + 1, at + _PHRASE, _PLAIN)
    return that if that and not finite_at(u, that + 1) else at


def _that_behind(u: Unit, first: int, until: int, kinds: frozenset[str]) -> int:
    """The "that" before token `until`, with a phrase of tokens of these kinds from `first` to it; 0 without one."""
    that = next((i for i in range(first + 1, min(len(u) - 1, until)) if u.low[i] == "that"), 0)
    return that if all(u.kinds[i] in kinds and not finite_at(u, i) for i in range(first, that)) else 0


def takes(u: Unit, verb: Verb, at: int) -> bool:  # noqa: PLR0911 - one return a reason
    """Return whether the content of the verb can begin at token `at`."""
    low = u.low[at]
    if low in table("cue_nouns") and u.low_at(at + 1) == "that":
        return True  # "and expresses concern that it leaks"
    if u.kinds[at] == QUOTE or low in {"that", ",", ":"} or (low == "of" and u.kind_at(at + 1) == QUOTE):
        return True
    if "i" in verb.frames and verb.kind != "thinking" and (low == "to" or (low == "for" and verb.kind == "asking")):
        return True  # "and asks for it to be mended"
    if "g" in verb.frames and begins_gerund(u, at):
        return True  # "and suggests mending it"
    if "l" in verb.frames and (low in ONLY_OBJECTS or (verb.frames[0] == "l" and low in DETERMINERS)):
        return True  # "and calls the weir a trap", but not "and abused the trust"
    person = u.kinds[at] == NAME or low in OBJECTS
    if verb.lemma in ADDRESSED and _that_behind(u, at, at + _NAMED, _PLAIN | {NAME}):
        return True  # "and reminds the town council that it leaks"
    told = person and verb.lemma in ADDRESSED | CHARGES and u.low[at - 2] not in AUXILIARIES
    if told and not _BEHIND_PERSON.isdisjoint(u.low[at + 1 : at + _NAMED]):
        return True  # "and warned Poe to leave", "and accuses Poe of fraud"
    asked = low in WH or low in {"if", "whether"} or person
    if verb.kind == "asking" and asked and ("i" in verb.frames or ("w" in verb.frames and u.kinds[at] == WORD)):
        return True  # "and asked whether it leaks"
    clause = "b" in verb.frames and u.kinds[at] != STOP and opens_clause(u, at)  # "and added 300 were ill"
    return clause or ("t" in verb.frames and (low in PERSONAL or low in DETERMINERS))

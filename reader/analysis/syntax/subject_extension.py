"""Extend the phrase right before a verb to the whole subject: a modified noun, an open apposition, a list."""

from reader.analysis.syntax.adjuncts import adverbial
from reader.analysis.syntax.openings import opens
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.units.noun_phrases import LONGEST, phrase_ending_at
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import NAME, NUMBER, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between
from reader.analysis.words.grammar import (
    CONJUNCTIONS,
    COORDINATORS,
    DETERMINERS,
    DONE,
    FUNCTION_WORDS,
    LIGHT,
    ORGS,
    PREPOSITIONS,
    RELATIVES,
    SPEECH_STOPS,
    SUBORDINATORS,
    TIME,
    can_speak,
    can_speak_or_show,
    cue_verbs,
    is_adverb,
    is_participle,
    is_plural,
    is_present_participle,
    is_role,
    words,
)

_INDEFINITES = words("everybody")
_WHERE = frozenset({"next", "opposite", "such"})  # "the boy next to me", "bodies such as the guild"
_BEFORE_CLAUSE = SUBORDINATORS | {"that", "but", "as"}
_OF_OFFICE = frozenset({"at", "for", "from", "in", "of"})
_INTERRUPTION = 8  # maximum tokens of "Roe told the Post on Monday" inside another clause


def participle_head(u: Unit, phrase: Phrase | None, lowest: int) -> Phrase | None:
    """Return the noun with its participle clause, where the phrase is only the end of that clause.

    That is “protesters marching through the town chanted” and “a woman wearing a red hat said”.

    Args:
        u: The unit.
        phrase: The phrase before the verb.
        lowest: The first token that may be searched.
    """
    if phrase is None or phrase.kind == "pronoun" or phrase.first - 2 < lowest:
        return phrase
    governed = u.low[phrase.first - 1] in PREPOSITIONS
    at = phrase.first - 2 if governed else phrase.first - 1
    if at <= lowest or u.kinds[at] != WORD or u.kinds[at - 1] not in {WORD, NAME}:
        return phrase
    shows = u.low_at(phrase.last + 1) == "saying"  # "people bearing badges saying “staff”"
    if not (is_participle(u.low[at]) if governed else is_present_participle(u.low[at]) and not shows):
        return phrase
    doer = phrase_ending_at(u, at - 1, lowest)
    if doer is None or doer.kind == "pronoun" or not opens(u, doer.first):
        return phrase
    return doer.reaching(doer.first, phrase.last)


def modifier_head(u: Unit, phrase: Phrase | None, lowest: int) -> Phrase | None:
    """Return the noun that opens the clause, where the phrase is only the end of its modifier.

    The modifier says where they are or what they do ("millers across the region", "the authors of a study published in
    Nature", "doctors offering to run the clinic"). An agent ("led by Ada Roe") is itself the speaker.

    Args:
        u: The unit.
        phrase: The phrase before the verb.
        lowest: The first token that may be searched.
    """
    if phrase is None or phrase.first - 2 < lowest or phrase.kind == "pronoun":
        return phrase
    link = phrase.first - 1
    if link > lowest + 2 and u.kinds[phrase.first] == NAME and u.kinds[link] == WORD and u.low[link - 1] in DETERMINERS:
        link -= 2  # "in the journal Nature"
    described = link > lowest and u.kinds[phrase.first] == NAME and _describes_place(u, link)
    link -= described  # "in eastern Tarn"
    governs = u.low[link - 1] in {"such", "to"} or (
        is_present_participle(u.low[link]) and u.low[link - 1] in PREPOSITIONS
    )
    timed = u.low[phrase.head_last] in TIME and (is_participle(u.low[link]) or u.low[link] in DONE)
    if not timed and u.low[link] not in PREPOSITIONS and not governs:
        return phrase  # but "a study published this month in the Post", "a man accused of stabbing a nurse"
    start = phrase.first - 1
    while start > max(lowest, phrase.first - LONGEST) and not (
        u.kinds[start - 1] in {STOP, QUOTE} or u.low[start - 1] in _BEFORE_CLAUSE
    ):
        start -= 1
    start += u.low[start] in COORDINATORS  # "…, and people across the country said"
    behind = (at for at in range(start + 1, phrase.first) if u.low[at].endswith("ing") or u.low[at] in DONE)
    doing = (at for at in behind if can_speak(u.low[at - 1]))
    whole = phrase_from(u, start, next(doing, phrase.first + timed))
    if whole is None or whole.first != start:
        return phrase
    member = whole.kind == "name" and whole.last + 1 == link and u.low[link] == "with" and phrase.kind == "name"
    several = whole.first == whole.last and whole.last + 1 == link and is_plural(u.low[link - 1])
    placed = described and whole.kind == "noun" and can_speak(u.low[whole.head_last]) and whole.last + 1 == phrase.first
    if placed or (several and phrase.kind == "noun" and u.low[link] in PREPOSITIONS):
        return whole.reaching(whole.first, phrase.last)  # "Republicans across the country"
    if not member and (whole.kind != "noun" or not _is_all_modifier(u, whole, phrase.first)):
        return phrase
    return whole.reaching(whole.first, phrase.last)


def _describes_place(u: Unit, at: int) -> bool:
    """Whether a word between a preposition and a name is an adjective of that name (“in eastern Tarn”)."""
    low = u.low[at]
    plain = u.kinds[at] == WORD and low not in FUNCTION_WORDS
    return plain and u.low[at - 1] in PREPOSITIONS and not (can_speak(low) or is_participle(low))


def _is_all_modifier(u: Unit, whole: Phrase, limit: int) -> bool:
    """Whether all tokens from a noun that can speak to `limit` modify it; a document must have makers."""
    head, behind = u.low[whole.head_last], whole.last + 1
    if not (can_speak_or_show(head) or head in _INDEFINITES):
        return False
    if behind >= limit:
        return u.low[whole.head_last + 1] == "to"  # "the last woman to run" of "the last woman to run the mill"
    low = u.low[behind]
    if low in LIGHT and low != "like":
        return False  # "several judges seemed to doubt it"
    set_up = u.low[behind : behind + 2] == ["set", "up"]
    if not (low in PREPOSITIONS or is_participle(low) or low in DONE or low in _WHERE or set_up):
        return False
    issued = can_speak_or_show(head) and not is_role(head) and head not in ORGS
    return (issued or "by" not in u.low[behind:limit]) and not finite_between(u, behind + 1, limit - 1)


def _begins(u: Unit, phrase: Phrase, lowest: int) -> bool:
    """Whether a phrase begins where the search ends, after marks or with its clause."""
    spoken = u.kinds[phrase.first - 1] == QUOTE and u.stop(phrase.first - 1) in SPEECH_STOPS  # no “late” comment
    return phrase.first == lowest or spoken or opens(u, phrase.first)


def interrupts(u: Unit, verb: int) -> bool:
    """Return whether the verb and its clause are inside another clause (“small mills, Roe says, should close”)."""
    at = next((i for i in range(verb, min(len(u) - 1, verb + _INTERRUPTION)) if u.kinds[i] in {STOP, QUOTE}), 0)
    return at > 0 and u.low[at] == "," and finite_at(u, at + 1)


def unclosed_apposition(u: Unit, phrase: Phrase | None, lowest: int) -> Phrase | None:  # noqa: PLR0911 - one a reason
    """Return a name with its apposition without a second comma ("Roe, a miller said", "a friend, Ada Roe said")."""
    if phrase is None or phrase.kind == "pronoun" or phrase.first - 2 < lowest or u.low[phrase.first - 1] != ",":
        return phrase
    base = phrase_ending_at(u, phrase.first - 2, lowest)
    if base is None or base.last != phrase.first - 2:
        return phrase
    governed = u.low[base.first - 1] in PREPOSITIONS or is_participle(u.low[base.first])
    if base.kind == "name" and _is_office(u, phrase) and not governed and _begins(u, base, lowest):
        return base.reaching(base.first, phrase.last)  # "Ada Roe, director of the mill said"
    if {base.kind, phrase.kind} != {"name", "noun"}:
        return phrase
    noun = phrase if phrase.kind == "noun" else base
    if not can_speak(u.low[noun.head_last]) or not _begins(u, base, lowest):
        return phrase
    if noun is base:  # but "As Ada Roe reports, Otto Reed said"
        reports = base.last > base.first and u.kinds[base.last - 1] == NAME and u.low[base.last] in cue_verbs()
        apart = reports or interrupts(u, phrase.last + 1)
        return phrase if apart else phrase.reaching(base.first, phrase.last)
    # "Asked about Roe, the council said", "In a note to the mayor, Ada Roe, the millers said"
    apart = u.low[phrase.first] not in {"a", "an", "the"} or governed
    return phrase if apart else base.reaching(base.first, phrase.last)


def _is_office(u: Unit, phrase: Phrase) -> bool:
    """Whether a phrase is an office without an article ("director of the mill", "Executive Director of the Mill")."""
    behind = u.names_end(phrase.first) if u.kinds[phrase.first] == NAME else phrase.head_last + 1
    return is_role(u.low[behind - 1]) and behind < phrase.last and u.low[behind] in _OF_OFFICE


def whole_list(u: Unit, phrase: Phrase | None, lowest: int) -> Phrase | None:
    """Return the whole list of names that ends in “Roe and Poe” (“Senators Ada Roe, Tom Toe and Al Poe said”)."""
    if phrase is None or phrase.kind == "pronoun" or not {"and", "or"} & set(u.low[phrase.first : phrase.last]):
        return phrase
    if phrase.kind == "noun":
        return _listed_nouns(u, phrase, lowest)
    first = phrase.first
    while first - 2 >= lowest and u.low[first - 1] == "," and u.kinds[first - 2] == NAME:
        at = first - 2
        while at > lowest and u.kinds[at - 1] == NAME and u.low[at - 1] not in CONJUNCTIONS:
            at -= 1
        if is_adverb(u.low[at]) or u.low[at] in TIME or {u.low[at], u.low[at - 1]} & PREPOSITIONS:
            break  # "Meanwhile, Roe and Poe", "In Tarn, Roe and Poe"
        first = at
    if first == phrase.first or not opens(u, first):
        return phrase
    return phrase.reaching(first, phrase.last)


def _listed_nouns(u: Unit, phrase: Phrase, lowest: int) -> Phrase:
    """The whole list of nouns that opens its clause and ends in “millers and smiths” (“Roes, millers and smiths”)."""
    start = phrase.first
    while start > lowest and (u.low[start - 1] == "," or (u.kinds[start - 1] in {WORD, NAME, NUMBER})):
        start -= 1
        if finite_at(u, start) or u.low[start] in CONJUNCTIONS or u.low[start] in RELATIVES:
            return phrase
    if adverbial(u, start) or u.low[start] in TIME:
        start = next(u.commas(start, phrase.first), start - 1) + 1
    if start == phrase.first or u.low[phrase.first - 1] != "," or adverbial(u, start) or is_adverb(u.low[start]):
        return phrase
    whole = phrase_from(u, start, phrase.last + 1)
    listed = whole is not None and whole.kind != "pronoun" and whole.first == start and whole.last < phrase.first
    return whole.reaching(start, phrase.last) if whole is not None and listed else phrase

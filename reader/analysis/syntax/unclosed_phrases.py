"""Find speakers with an apposition or a relative clause without a closing comma ("Ada Roe, a fellow at X said")."""

from reader.analysis.syntax.adjuncts import apposed_to_governed
from reader.analysis.syntax.openings import opens
from reader.analysis.units.noun_phrases import Phrase, phrase_ending_at
from reader.analysis.units.units import NAME, QUOTE, STOP, Unit
from reader.analysis.units.verbs import finite_at, finite_verbs, verb_at
from reader.analysis.words.grammar import (
    CONJUNCTIONS,
    PREPOSITIONS,
    RELATIVES,
    can_speak,
    cue_verbs,
    is_participle,
    is_role,
)

_OF_OFFICE = frozenset({"at", "for", "from", "in", "of"})
_RELATIVE = 12  # maximum tokens from "who" to the end of its clause
_INTERRUPTION = 8  # maximum tokens of "Roe told the Post on Monday" inside another clause


def _begins(u: Unit, phrase: Phrase, lowest: int) -> bool:
    """Whether a phrase begins where the search ends, after marks or with its clause."""
    return phrase.first == lowest or u.kinds[phrase.first - 1] == QUOTE or opens(u, phrase.first)


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
    several = u.low[phrase.head_last].endswith("s") and apposed_to_governed(u, base.first)
    # "Asked about Roe, the council said", "In a note to the mayor, Ada Roe, the millers said"
    apart = u.low[phrase.first] not in {"a", "an", "the"} or governed or several
    return phrase if apart else base.reaching(base.first, phrase.last)


def _is_office(u: Unit, phrase: Phrase) -> bool:
    """Whether a phrase is an office without an article ("director of the mill", "Executive Director of the Mill")."""
    behind = u.names_end(phrase.first) if u.kinds[phrase.first] == NAME else phrase.head_last + 1
    return is_role(u.low[behind - 1]) and behind < phrase.last and u.low[behind] in _OF_OFFICE


def unclosed_relative(u: Unit, phrase: Phrase, lowest: int) -> Phrase | None:
    """Return the speaker with a relative clause without closing comma ("Ada Roe, who runs the mill said"), or None."""
    furthest = max(lowest, phrase.first - _RELATIVE)
    if "who" not in u.low[furthest + 1 : phrase.first]:
        return None
    reach = range(phrase.first - 1, furthest, -1)
    who = next((at for at in reach if u.kinds[at] == STOP or u.low[at] in RELATIVES), lowest)
    if u.low[who] != "who" or who - 2 < lowest or u.low[who - 1] != ",":
        return None
    verb = next(finite_verbs(u, who + 1, phrase.first), None)
    base = None if verb is None or verb_at(u, verb) is not None else phrase_ending_at(u, who - 2, lowest)
    if base is None or base.kind == "pronoun" or not _begins(u, base, lowest):
        return None
    if not CONJUNCTIONS.isdisjoint(u.low[verb : phrase.first]):
        return None  # "Ada Roe, who left when the mayor said"
    return base.reaching(base.first, phrase.last) if base.last == who - 2 else None

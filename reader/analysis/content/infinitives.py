"""Find infinitives and gerunds that are the content of a cue: “promised to go”, “denied taking it”."""

from reader.analysis.cues.cues import Cue
from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.gerunds import against_gerund, begins_gerund
from reader.analysis.syntax.predicates import opens_clause
from reader.analysis.units.units import NAME, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_between
from reader.analysis.words.grammar import (
    ADDRESSED,
    DETERMINERS,
    FINITE,
    OBJECTS,
    PERSONAL,
    WH,
    words,
)

_DENYING = frozenset({"never", "not"})
_WANTING = frozenset({"expect", "like", "need", "prefer", "recommend", "want"})
_MEANS = frozenset({"aid", "cash", "donations", "funding", "funds", "help", "money", "support", "time"})
_MONEY = "$£€¥"
_WANTED = frozenset({"hope", "need", "needed", "plan", "want", "wanted", "wants", "wish", "wished"})
_INDEFINITES = words("indefinites")
_UNNAMED = tuple([verb, known] for verb in ("remain", "stay") for known in ("anonymous", "nameless", "unnamed"))
_HEARING = frozenset({"congress", "parliament", "people"})  # "promised a report to parliament"
_TAKING = words("taking_to")
_PERSON = 20  # maximum tokens of the person told to do something, with relative clause or apposition
_LONGEST_ING = 6  # letters of an infinitive in -ing ("bring", "spring"); longer forms are gerunds
_CAUTIONING = words("cautioning")


def infinitive(u: Unit, cue: Cue, index: int) -> int | None:
    """Return the "to" of an infinitive content ("promised to go", "urged people to go"), from `index` on; else None."""
    lemma = cue.verb.lemma
    denied = lemma not in ADDRESSED and u.low[index] in _DENYING and to_verb(u, index + 1)  # "vowed not to go"
    if denied or to_verb(u, index):
        told = lemma in ADDRESSED and lemma not in {"ask", "promise"} and cue.verb.kind != "thinking"
        never = index - 1 > cue.last and u.low[index - 1] in _DENYING  # "vowed never to go"
        unnamed = lemma == "ask" and u.low[index + 1 : index + 3] in _UNNAMED  # "asked to remain anonymous"
        return None if unnamed or (told and not cue.passive and cue.last == cue.first) else index - never
    asks = lemma in ADDRESSED or cue.verb.kind == "asking" or lemma in _WANTING
    asks = asks and not (lemma == "demand" and u.low[index] == "from")  # "demands from them an effort to pay"
    guilty = lemma == "plead" and "guilty" in u.low[index : index + 2]
    return _to_after_person(u, cue, index) if asks and not guilty and not _asks_for_help(u, index) else None


def _to_after_person(u: Unit, cue: Cue, index: int) -> int | None:
    """The "to" after a person who is asked for something and begins at `index`; None without one."""
    behind = index + 1
    for at in range(behind, min(len(u), index + _PERSON)):
        if at < behind:
            continue
        if to_verb(u, at):
            if u.low[at - 2 : at] in (["in", "order"], ["so", "as"]) or u.low[at - 1] in _TAKING:
                return None  # "called for access to clean water", "demanded the right to vote"
            return at - (u.low[at - 1] in _DENYING)
        low = u.low[at]
        if "b" in cue.verb.frames and low in PERSONAL and low not in WH and opens_clause(u, at):
            return None  # "told Poe he planned to go"
        if low == ",":
            behind = _after_aside(u, at)
        stops = u.kinds[at] in {STOP, QUOTE} and behind <= at
        doing = low == "to" and u.kind_at(at + 1) == WORD and u.low[at + 1] not in DETERMINERS
        if stops or doing or low in FINITE or low in {"that", "but", "while"} or low in WH:
            return _to_after_relative(u, at) if low == "who" else None
    return None


def _asks_for_help(u: Unit, index: int) -> bool:
    """Whether money or help is asked for, so that the infinitive is its purpose (“appealed for $40m to feed them”)."""
    if u.low[index] != "for" or index + 1 >= len(u):
        return False
    means = index + 1 + (u.low[index + 1] == "more" and index + 2 < len(u))  # but "for more nurses to be hired"
    return u.low[means] in _MEANS or u.text[u.starts[means]] in _MONEY


def _to_after_relative(u: Unit, who: int) -> int | None:
    """The "to" after a relative clause about the person told (“asked anyone who saw it to call”); None without one."""
    for at in range(who + 2, min(len(u), who + _PERSON)):
        if u.kinds[at] in {STOP, QUOTE}:
            return None
        if to_verb(u, at) and u.low[at - 1] not in _WANTED:
            return at - (u.low[at - 1] in _DENYING)
    return None


def _after_aside(u: Unit, comma: int) -> int:
    """The token after the comma that closes an aside about the person told, or a list of names; 0 for none.

    That is “Roe, the mayor, to go”, “Roe, who is ill, to go” and “Roe, Poe and Lee to go”.
    """
    aside = range(comma + 2, min(len(u) - 2, comma + _PERSON))
    closing = next((i for i in aside if u.low[i] == "," and (to_verb(u, i + 1) or to_verb(u, i + 2))), 0)
    if closing and (u.low[comma + 1] in {"who", "which"} or not finite_between(u, comma + 1, closing)):
        return closing + 1
    listed = u.kinds[comma - 1] == NAME and u.kind_at(comma + 1) == NAME
    return comma + 1 if listed else 0


def to_verb(u: Unit, at: int) -> bool:
    """Return whether "to" and a verb are at `at`."""
    if at + 1 >= len(u) or u.low[at] != "to":
        return False
    if u.kinds[at + 1] == QUOTE:
        return u.text[u.starts[at + 1] + 1].islower()
    if u.kinds[at + 1] != WORD:
        return False
    following = u.low[at + 1]
    if following.endswith("ing") and len(following) > _LONGEST_ING:
        return False
    if following in DETERMINERS or following in OBJECTS or following in _HEARING or following in _INDEFINITES:
        return False
    return not following.endswith("s") or following.endswith("ss")


def warning_content(u: Unit, cue: Cue, index: int) -> Content | None:
    """Return the “against” and gerund after a verb of warning and the person warned; None without one."""
    first = against_gerund(u, index) if cue.verb.lemma in _CAUTIONING else None
    return None if first is None else Content(first, clause_end(u, first), "gerund")


def gerund_content(u: Unit, cue: Cue, index: int) -> Content | None:
    """Return the gerund at `index` that a verb takes, with “to” before it in “owned up to taking it”; else None."""
    if "g" in cue.verb.frames and not cue.passive and begins_gerund(u, index, bare=cue.last == cue.first):
        return Content(index, clause_end(u, index), "gerund")
    return None

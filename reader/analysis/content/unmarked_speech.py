"""Find direct speech without marks after a comma: “she told me, do not wait”, “he said, it leaks”."""

from reader.analysis.cues.cues import Cue
from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.openings import opening_ends
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.predicates import opens_clause
from reader.analysis.syntax.subjects import main_subject, subject_of_verb
from reader.analysis.units.units import WORD, Unit
from reader.analysis.units.verbs import finite_at
from reader.analysis.words.grammar import (
    ADDRESSED,
    AUXILIARIES,
    DEPENDING,
    ONLY_OBJECTS,
    PERSONAL,
    PREPOSITIONS,
    WH,
    is_adverb,
    words,
)

_SPEAKING = frozenset({"answer", "ask", "reply", "say", "tell"})
_ORDERS = words("orders")
_NO_SPEECH = frozenset({"although", "and", "as", "but", "even", "if", "nor", "not", "or", "so", "though", "yet"})
_INTERJECTIONS = frozenset({"ah", "hello", "look", "no", "oh", "okay", "please", "sorry", "well", "yes"})
_JOINING = frozenset({"and", "but", "so", "then"})
_HABITS = frozenset({"like", "likes", "liked", "use", "used"})
_DEPENDENT = DEPENDING | {"as", "what"}
_OPENING = 40  # maximum tokens before the verb of a clause at the beginning
_MAX_ADDRESSEE = 5  # maximum tokens of the addressee


def unmarked_speech(u: Unit, cue: Cue) -> Content | None:
    """Return direct speech without marks after a comma: a clause, an order or a question; None without one.

    The reporting verb must be that of a main clause at the beginning: between commas it would only close the words
    before it (“It is late, Roe said, we must go”).
    """
    if cue.verb.lemma not in _SPEAKING or cue.shape != "verb" or cue.passive or cue.negated:
        return None
    comma = _after_addressee(u, cue)
    at = comma + 1
    if u.low_at(comma) != "," or not _is_main_verb(u, cue):
        return None
    if u.low[at : at + 1] and u.low[at] in _INTERJECTIONS and u.low_at(at + 1) == "," and opens_clause(u, at + 2):
        return Content(at, clause_end(u, at), "bare")
    if at + 2 >= len(u) or u.low[at] in _NO_SPEECH or u.low[at] in PREPOSITIONS:
        return None
    states = (u.low[at] == "that" or u.low[at] not in DEPENDING) and opens_clause(u, at)
    return Content(at, clause_end(u, at), "bare") if states or _is_imperative(u, at) or _is_question(u, at) else None


def _is_main_verb(u: Unit, cue: Cue) -> bool:
    """Whether the cue is the verb of a clause that opens the unit, or follows its adverbials or a conjunction."""
    habit = cue.verb.form == "base" and u.low[cue.first - 1] == "to" and u.low[cue.first - 2] in _HABITS
    if cue.first > _OPENING or (cue.verb.form not in {"past", "s"} and not habit):
        return False
    source = subject_of_verb(u, cue.first - 2 if habit else cue.first)
    if source is None and u.low[cue.group - 1] in _JOINING:
        source = main_subject(u, cue.group)  # "took me aside and said, go home"
    if source is None or not _DEPENDENT.isdisjoint(u.low[: cue.first]):
        return False
    first = source.first
    if first and u.low[first - 1] == ",":
        return False  # "Still, Roe said, it leaks"
    return (
        first == 0 or first in opening_ends(u) or u.low[first - 1] in _JOINING or (first == 1 and is_adverb(u.low[0]))
    )


def _after_addressee(u: Unit, cue: Cue) -> int:
    """The token after the addressee (“told me”, “said to the guard”); without one, the token after the cue."""
    at = behind = cue.last + 1
    to = u.low_at(at) == "to"
    at += to
    if at >= len(u) or not (to or cue.verb.lemma in ADDRESSED):
        return behind
    if u.low[at] in ONLY_OBJECTS:
        return at + 1
    hearer = phrase_from(u, at, min(len(u), at + _MAX_ADDRESSEE))
    return hearer.last + 1 if hearer is not None and hearer.first == at else behind


def _is_imperative(u: Unit, at: int) -> bool:
    """Whether an imperative is at a token (“go home”, “never lend it”)."""
    at += u.low[at] in {"never", "please", "always", "just"}
    return u.kinds[at] == WORD and (u.low[at] in _ORDERS or u.low[at - 1] == "never")


def _is_question(u: Unit, at: int) -> bool:
    """Whether a question begins at a token (“where are you going?”, “is it far?”)."""
    at += u.low[at] in WH
    subject = u.low_at(at + 1)
    inverted = u.low[at] in AUXILIARIES and finite_at(u, at)
    return inverted and (
        (subject in PERSONAL and subject not in WH) or subject in {"the", "there", "your", "my", "this"}
    )

"""What the corpus PolNeAR counts beside sayings: what seems or is expected, and headlines under a name and a colon."""

from reader.analysis.boundaries import clause_end
from reader.analysis.clauses import Content
from reader.analysis.cues import Cue
from reader.analysis.grammar import is_adverb, words
from reader.analysis.phrases import Phrase, ending_at
from reader.analysis.postposed import after
from reader.analysis.subjects import before, verb_group
from reader.analysis.units import QUOTE, STOP, WORD, Unit

_RAISING = frozenset({"appear", "appeared", "appears", "seem", "seemed", "seems"})
_EXPECTING = frozenset({"believed", "expected", "reported", "rumored", "rumoured", "said", "thought"})
_MINDED = words("minded")
_STANCE = words("stance")
_MATTER = frozenset({"about", "against", "of", "for", "to"})
_HEADLINE = 8  # tokens of a name before the colon of a headline


def raised(u: Unit) -> list[tuple[int, list[Content]]]:
    """Each verb of seeming or expecting, with its subject and what it seems or is expected to do; nobody's words."""
    found: list[tuple[int, list[Content]]] = []
    for at, low in enumerate(u.low):
        if u.kinds[at] != WORD or at + 2 >= len(u):
            continue
        group, passive = verb_group(u, at)
        expecting = low in _EXPECTING and passive and u.low[at + 1] == "to"
        if not expecting and (low not in _RAISING or u.low[at + 1] in {"in", "on", "at", "before", "that", ","}):
            continue
        subject = before(u, group)
        rest = Content(at + 1, clause_end(u, at + 1, len(u)), "infinitive")
        if subject is not None and u.low[subject.head_last] != "it":
            found.append((at, [Content(subject.first, subject.last, "left"), rest]))
    return found


def minded(u: Unit) -> list[tuple[int, Phrase, Content]]:
    """Each adjective of thinking with who thinks and the clause that is thought (“she is sure that …”)."""
    found: list[tuple[int, Phrase, Content]] = []
    for at, low in enumerate(u.low):
        if low not in _MINDED or at + 2 >= len(u) or at == 0 or u.low[at + 1] not in {"that", "about", "of"}:
            continue
        group, linked = verb_group(u, at)
        source = before(u, group) if linked else None
        if source is not None:
            first = at + 1 if u.low[at + 1] == "that" else at + 2
            found.append((at, source, Content(first, clause_end(u, first, len(u)), "that")))
    return found


def headline(u: Unit) -> tuple[Phrase, Content] | None:
    """The name before the colon of a headline, and what it says."""
    for at in range(1, min(_HEADLINE, len(u) - 2) if u.paragraph == 0 else 0):
        if u.low[at] == ":" and u.kinds[at] == STOP:
            phrase = ending_at(u, at - 1, 0)
            if phrase is None or phrase.first != 0 or u.kinds[at + 1] == QUOTE:
                return None
            return phrase, Content(at + 1, clause_end(u, at + 1, len(u), whole=True), "colon")
    return None


def thing(u: Unit, cue: Cue) -> Content | None:
    """The object of a verb of saying or thinking that is a thing: “endorsed Roe”, “called for reforms”."""
    at = cue.last + 1
    if at < len(u) and u.low[at] in _MATTER and cue.verb.kind in {"saying", "asking", "denying"}:
        at += 1
    elif cue.verb.lemma not in _STANCE and u.low[cue.last] not in {"for", "on"}:
        return None
    if at >= len(u) or u.kinds[at] in {STOP, QUOTE} or is_adverb(u.low[at]):
        return None
    phrase = after(u, at, len(u))
    if phrase is None or phrase.first != at:
        return None
    following = u.low[phrase.last + 1] if phrase.last + 1 < len(u) else ""
    if following in {"as", "for", "of", "that", "who", "to"}:
        return Content(at, clause_end(u, at, len(u)), "object")
    return Content(at, phrase.last, "object")

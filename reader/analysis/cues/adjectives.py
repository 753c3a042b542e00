"""Find adjectives of saying and thinking with a clause: “is adamant that it holds”, “worried that “it leaks””."""

from functools import cache

from reader.analysis.syntax.predicates import opens_clause
from reader.analysis.units.units import QUOTE, WORD, Unit
from reader.analysis.units.verbs import verb_group
from reader.analysis.words.grammar import Verb, is_adverb
from reader.analysis.words.lexicon import entries, table

_DEGREES = frozenset({"least", "less", "more", "most", "quite", "rather", "so", "too", "very"})

_LINKS = frozenset(
    {
        *("became", "become", "becomes", "feel", "feeling", "feels", "felt", "grew", "remain", "remained", "remains"),
        *("seemed", "seems", "sounded", "sounds", "stayed", "stays"),
    }
)


@cache
def adjectives() -> dict[str, Verb]:
    """Return the adjectives that take a that-clause, each as the verb that it forms with “be”."""
    minds = (low for low, row in table("attitude_adjectives").items() if "that" in row[0].split())
    found = {low: Verb(low, "thinking", "tb", "past") for low in minds}
    return found | {low: Verb(low, "saying", "qtb", "past") for low in entries("cue_adjectives")}


def adjective(u: Unit, index: int) -> tuple[Verb, int] | None:
    """Return the adjective with a clause at `index` as a verb, with the first token of its verb group; else None.

    It follows a form of “be” or a similar verb, or is separate like a participle (“Roe, adamant that …, left”).
    """
    verb = adjectives().get(u.low[index])
    if verb is None or u.kinds[index] != WORD or not _content_follows(u, index + 1, verb):
        return None
    group = linking_group_start(u, index)
    if group is not None:
        return None if "so" in u.low[group:index] else (verb, group)  # "was so adamant that he left"
    apart = index == 0 or u.low[index - 1] == ","
    return (Verb(verb.lemma, verb.kind, verb.frames, "ing"), index) if apart and u.low[index + 1] == "that" else None


def linking_group_start(u: Unit, index: int) -> int | None:
    """Return the first token of the verb group that links an adjective to its subject; None without one."""
    first = index
    while first > 1 and (u.low[first - 1] in _DEGREES or is_adverb(u.low[first - 1])):
        first -= 1
    group, be = verb_group(u, first)
    if not be and u.low[first - 1] in _LINKS:
        return verb_group(u, first - 1)[0]
    return group if be else None


def _content_follows(u: Unit, at: int, verb: Verb) -> bool:
    """Whether content begins after an adjective: a that-clause, or for some adjectives a bare clause or marks."""
    if at + 1 >= len(u) or u.low[at] == "that":
        return at + 1 < len(u)
    marked = u.low[at] in {",", ":"} and u.kinds[at + 1] == QUOTE
    return verb.kind == "saying" and (marked or opens_clause(u, at))

"""Cues of a unit: verbs and nouns of saying, "according to", with the verb group they belong to."""

from dataclasses import dataclass

from reader.analysis.grammar import (
    AUXILIARIES,
    DETERMINERS,
    FINITE,
    LIGHT,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    Verb,
    cue_verbs,
    is_adverb,
)
from reader.analysis.lexicon import table
from reader.analysis.phrases import verb_group
from reader.analysis.units import NAME, QUOTE, WORD, Unit

_PARTICLES = {
    "point": {"out"},
    "sum": {"up"},
    "call": {"on", "upon", "for"},
    "chime": {"in"},
    "hit": {"back"},
    "write": {"back"},
    "speak": {"out"},
    "shoot": {"back"},
    "fire": {"back"},
}
_SAYING = Verb("according", "saying", "qtb", "past")
_IRREALIS = frozenset("if unless let".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as token indexes `first` to `last`; `group` is the first token of its verb group.

    `shape` is "verb", "according" ("according to X") or "noun" ("the warning that"); `passive` is True where the
    verb is a participle after "be", `negated` where "not" or "never" stands in its group.
    """

    first: int
    last: int
    group: int
    verb: Verb
    shape: str
    passive: bool = False
    negated: bool = False

    @property
    def frames(self) -> str:
        """The frames of the verb (see data/cue_verbs.txt)."""
        return self.verb.frames


def cues(u: Unit) -> list[Cue]:
    """The cues of a unit in text order; which of them has content is for the caller to find. Linear in the unit."""
    verbs = cue_verbs()
    nouns = table("cue_nouns")
    found: list[Cue] = []
    for index, low in enumerate(u.low):
        verb = verbs.get(low)
        if verb is not None and (u.kinds[index] == WORD or index == 0):
            cue = _verb(u, index, verb)
            if cue is not None:
                found.append(cue)
                continue
        if low == "according" and index + 1 < len(u) and u.low[index + 1] == "to":
            found.append(Cue(index, index + 1, index, _SAYING, "according"))
        elif low in nouns and _has_clause(u, index):
            found.append(Cue(index, index, index, Verb(low, nouns[low][0], "qt", "base"), "noun"))
    return found


def _has_clause(u: Unit, noun: int) -> bool:
    following = noun + 1
    return following < len(u) and (u.low[following] == "that" or u.kinds[following] == QUOTE)


def _verb(u: Unit, index: int, verb: Verb) -> Cue | None:
    """The cue that the verb form at `index` is, or None where it is no verb here."""
    last = index
    particles = _PARTICLES.get(verb.lemma)
    if particles and index + 1 < len(u) and u.low[index + 1] in particles:
        last = index + 1
    elif verb.frames == "x":
        return None
    group, passive = verb_group(u, index)
    if not _is_verb(u, index, group, verb):
        return None
    between = u.low[group:index]
    negated = any(low in {"not", "never", "n't"} or low.endswith(("n't", "n’t")) for low in between)
    return Cue(index, last, group, verb, "verb", passive and verb.form != "ing", negated)


def _is_verb(u: Unit, index: int, group: int, verb: Verb) -> bool:
    """Tells a verb from the noun or adjective of the same form by its neighbours."""
    before = u.low[index - 1] if index else ""
    after = u.low[index + 1] if index + 1 < len(u) else ""
    if before in DETERMINERS and before not in PRONOUNS or before in POSSESSIVES or before.endswith(("'s", "’s")):
        return False
    if before in PREPOSITIONS and before != "to" and not (index and u.kinds[index - 1] == NAME):
        return verb.form == "ing" and before in {"by", "in", "after", "before", "without", "from", "for", "as", "to", "than"}
    if verb.form == "ing":
        return after not in {"of", "room", "house"}
    if verb.form == "past":
        return after != "by" or u.low[max(0, index - 1)] in AUXILIARIES
    if after in FINITE and after not in {"has"} and verb.form != "base":
        return False
    if verb.form == "s":
        return not before.endswith("ing") and (index > 0 or len(u) > 1 and u.kinds[1] == NAME)
    if before == "to":
        return group < index - 1
    if not before:
        return False
    return before in AUXILIARIES | PRONOUNS or before.endswith("s") or is_adverb(before) or before in LIGHT or before in {"people", "and"}

"""Find the cues that only the scheme of PolNeAR counts: verbs of attitude, and participles with their agent."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from reader.analysis.cues.cues import Cue, verb_cue
from reader.analysis.units.units import NAME, WORD, Unit
from reader.analysis.units.verbs import verb_at
from reader.analysis.words.grammar import AUXILIARIES, Verb, is_adverb, prepositional_verbs, verb_forms
from reader.analysis.words.lexicon import lines_of


@cache
def attitude_verbs() -> dict[str, Verb]:
    """Return every form of the verbs of attitude_verbs.txt, by the form; all are of the class "thinking"."""
    return verb_forms(lines_of(Path(__file__).with_name("attitude_verbs.txt")))


def attitude_cues(u: Unit) -> Iterator[Cue]:
    """Yield a cue for each verb of saying, thinking or attitude of a unit, infinitives and participles included."""
    for index in range(len(u)):
        found = verb_at(u, index) or _attitude(u, index)
        if found is None:
            continue
        verb, last = found
        cue = verb_cue(u, index, verb, last)
        if _modifies_noun(u, index, verb):
            cue = Cue(index, last, index, verb, "verb", passive=True)
        elif cue is None and verb.form == "base" and index and u.low[index - 1] == "to":
            cue = Cue(index, last, index - 1, verb, "verb")
        if cue is not None:
            yield cue


def _attitude(u: Unit, index: int) -> tuple[Verb, int] | None:
    """The verb of attitude at `index`; some are one only with their preposition."""
    low = u.low[index]
    if u.kinds[index] != WORD:
        return None
    if low in attitude_verbs():
        return attitude_verbs()[low], index
    verb, prepositions = prepositional_verbs().get(low, (None, frozenset[str]()))
    behind = index + 1
    while (
        behind < len(u) and u.kinds[behind] == WORD and is_adverb(u.low[behind]) and u.low[behind] not in prepositions
    ):
        behind += 1
    return (verb, index) if verb is not None and behind < len(u) and u.low[behind] in prepositions else None


def _modifies_noun(u: Unit, index: int, verb: Verb) -> bool:
    """Whether a participle with its agent modifies a noun (“a plan backed by Roe”)."""
    if verb.form != "past" or "n" not in verb.frames or u.low[index + 1 : index + 2] != ["by"] or not index:
        return False
    return (
        u.kinds[index - 1] in {WORD, NAME} and u.low[index - 1] not in AUXILIARIES and not is_adverb(u.low[index - 1])
    )

"""Find contents of verbs of seeming, and headlines after a name and a colon, for the scheme of PolNeAR."""

from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.objects import object_end
from reader.analysis.syntax.subjects import subject_of_verb
from reader.analysis.units.noun_phrases import phrase_ending_at
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import NAME, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import verb_at
from reader.analysis.words.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    WH,
    cue_verbs,
)
from tests.benchmarks.polnear.attitude_cues import attitude_verbs

_FUNCTION = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | DETERMINERS | PERSONAL | WH
_RAISING = frozenset({"appear", "appeared", "appears", "seem", "seemed", "seems"})
_HEADLINE = 8  # maximum tokens of a name before the colon of a headline


def seeming_contents(u: Unit) -> list[tuple[int, list[Content]]]:
    """Return each verb of seeming with its subject and its complement; it has no source."""
    found: list[tuple[int, list[Content]]] = []
    for at, low in enumerate(u.low) if not _RAISING.isdisjoint(u.low) else ():
        if low not in _RAISING or u.kinds[at] != WORD or at + 2 >= len(u):
            continue
        if u.low[at + 1] in {"in", "on", "at", "before", "that", ","}:
            continue
        if u.low[at + 1] == "to" and verb_at(u, at + 2) is not None:
            continue
        subject = subject_of_verb(u, at)
        rest = Content(at + 1, object_end(u, at + 1), "infinitive")
        if u.kinds[rest.last] == STOP:
            continue  # only punctuation follows it
        if subject is not None and u.low[subject.head_last] != "it":
            found.append((at, [Content(subject.first, subject.last, "left"), rest]))
    return found


def restore_sentence_case(u: Unit) -> None:
    """Change the function words and verbs of a headline in title case to those of any other sentence."""
    words = [at for at, kind in enumerate(u.kinds) if kind in {NAME, WORD}]
    if sum(u.kinds[at] == NAME for at in words) * 4 < len(words) * 3:
        return
    for at in words:
        low = u.low[at]
        if low in cue_verbs() or low in attitude_verbs() or low in _FUNCTION:
            u.kinds[at] = WORD


def headline_source(u: Unit) -> tuple[Phrase, Content] | None:
    """Return the name before the colon of a headline, and its content; None without one."""
    for at in range(1, min(_HEADLINE, len(u) - 2) if u.paragraph == 0 else 0):
        if u.low[at] == ":" and u.kinds[at] == STOP:
            phrase = phrase_ending_at(u, at - 1, 0)
            if phrase is None or phrase.first != 0 or u.kinds[at + 1] == QUOTE:
                return None
            return phrase, Content(at + 1, clause_end(u, at + 1, whole=True), "colon")
    return None

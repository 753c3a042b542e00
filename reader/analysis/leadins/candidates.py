"""Define a candidate source of a lead-in, and compute the features of the source and of its cue."""

import re
from dataclasses import dataclass

from reader.analysis.cues.cues import Cue
from reader.analysis.sources.owners import OUTLETS, WORKS
from reader.analysis.sources.verb_sources import closes_leadin
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import NAME, WORD, Unit
from reader.analysis.words.grammar import GENITIVES, RELATIVES, words


@dataclass(slots=True)  # not frozen: so many are created that freezing costs time
class Candidate:
    """A candidate source of a lead-in: the source, its cue if any, its features and the sum of their weights.

    `passer` relays the words of the source ("the Post reprints a letter from Ada Roe:"), None without one; `beyond`
    relays the words of the passer ("Otto Reed cites the Post, which quotes Ada Roe:").
    """

    source: Phrase
    cue: Cue | None
    features: tuple[str, ...]
    score: float
    passer: Phrase | None = None
    beyond: Phrase | None = None


_NEUTER = frozenset({"it", "which", "that", "this", "these", "those"})
_INDEFINITE = frozenset({"all", "many", "most", "none", "one", "others", "several", "some", "those"})
_MOODS = words("moods")
_SHOWING = frozenset({"capture", "depict", "document", "feature", "illustrate", "show"})
_SHOWN = frozenset({"how", "that", "what", "why"})  # content clauses that are shown in words


def source_features(u: Unit, source: Phrase) -> list[str]:
    """Return the features of a source by itself; its kind comes first."""
    head = u.low[source.head_last]
    kind = {"name": "named", "pronoun": "pronoun"}.get(source.kind, "noun")
    tests = {
        "first person": kind == "pronoun" and re.split("['’]", head)[0] in {"i", "we", "you"},
        "indefinite": head in _INDEFINITE and not is_one_of_them(u, source),
        "mood": head in _MOODS and source.head_first == source.head_last,
        "neuter": head in _NEUTER,
        "document": source.kind == "noun" and head in WORKS and head != "blog" and not _is_named(u, source),
    }
    return [kind, *(name for name, holds in tests.items() if holds)]


def _is_named(u: Unit, source: Phrase) -> bool:
    """Whether the word before a noun for an outlet is the outlet's name: "the Ferry Post website"."""
    before = source.head_last - 1
    named = before > source.first and u.kinds[before] == NAME and not u.low[before].endswith(GENITIVES)
    return named and u.low[before + 1] in OUTLETS


def cue_features(u: Unit, cue: Cue, source: Phrase) -> list[str]:
    """Return the features of a cue and its position; whether it is finite comes last."""
    ends = not any(u.kinds[at] in {WORD, NAME} for at in range(cue.last + 1, min(len(u), cue.last + 40)))
    tests = {
        "shows": cue.verb.lemma in _SHOWING and not _SHOWN.intersection(u.low[cue.last + 1 : cue.last + 2]),
        "thinking": cue.verb.kind == "thinking",
        "at the colon": ends,
        "inverted": cue.group < source.first,
        "closing": closes_leadin(u, cue),
        "as": source.first > 0 and u.low[source.first - 1] == "as",
        "according": cue.shape in {"according", "opinion"},
        "who": cue.group > 0 and u.low[cue.group - 1] == "who" and cue.verb.kind == "saying" and ends,
        "in passing": cue.passive and cue.group > 0 and u.low[cue.group - 1] in RELATIVES,
    }
    finite = cue.verb.form != "ing" and cue.shape == "verb"
    return [*(name for name, holds in tests.items() if holds), "finite" if finite else "participle"]


def is_one_of_them(u: Unit, source: Phrase) -> bool:
    """Return whether a source is one of the people in the sentence before ("One of them was blunt:")."""
    behind = source.head_last + 1
    return u.low[source.head_last] == "one" and u.low[behind : behind + 2] == ["of", "them"]

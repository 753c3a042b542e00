"""Define a candidate source of a lead-in, with its features and score."""

from dataclasses import dataclass

from reader.analysis.cues.cues import Cue
from reader.analysis.units.noun_phrases import Phrase


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

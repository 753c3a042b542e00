"""Explanations: for each quotation how its speaker was found, and the readings that a score decided between."""

from dataclasses import dataclass

from reader.analysis.attribution import attribute
from reader.analysis.attributions import Attribution, Reading
from reader.model import Article


@dataclass(frozen=True, slots=True)
class Explanation:
    """One attribution in words: its first `words`, mention, cue, evidence, confidence, and the `readings` weighed."""

    words: str
    kind: str
    mention: str | None
    cue: str | None
    evidence: str
    confidence: float
    readings: tuple[Reading, ...]

    def lines(self) -> list[str]:
        """What a person reads of it: one line for the quotation, one for how, one for each reading, the best first."""
        said = [
            f"{self.kind}: {self.words}",
            f"  speaker: {self.mention or 'not found'}" + (f", cue: {self.cue}" if self.cue else ""),
            f"  {self.evidence or 'no evidence'}; confidence {self.confidence:.2f}",
        ]
        return said + [
            f"  {reading.score:+.2f} {reading.source or 'nobody'} ({', '.join(reading.features)})"
            for reading in sorted(self.readings, key=lambda r: -r.score)
        ]


_SHOWN = 80  # characters of a quotation


def explain(article: Article) -> tuple[Explanation, ...]:
    """Why the engine attributes each quotation of the article as it does, in text order."""
    return tuple(_explained(article, attribution) for attribution in attribute(article))


def _explained(article: Article, attribution: Attribution) -> Explanation:
    text = article.text
    words = " ".join(attribution.spans[0].of(text).split())
    return Explanation(
        words=words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…",
        kind=str(attribution.kind),
        mention=attribution.mention.of(text) if attribution.mention else None,
        cue=attribution.cue.of(text) if attribution.cue else None,
        evidence=attribution.evidence,
        confidence=attribution.confidence,
        readings=attribution.readings,
    )

"""Explain each quotation: how its speaker was found, and which candidates were scored."""

from dataclasses import dataclass

from reader.analysis import attributions_and_voices, is_unattributed, normalize_article
from reader.analysis.cues.attributions import Attribution, SourceReading
from reader.analysis.languages.recognise import ENGLISH, recognise_language
from reader.analysis.voices import antecedents
from reader.model import Article


@dataclass(frozen=True, slots=True)
class Explanation:
    """One attribution for display; `words` is the beginning of its content, `readings` are the scored candidates.

    `speaker` is the name of the voice. `known` is how it was identified (see `ways` in
    voices/resolution/identification.py), "" for an unknown speaker. `shown` is False for words that are not shown as a
    quotation because they have no speaker.
    """

    words: str
    kind: str
    speaker: str | None
    shown: bool
    mention: str | None
    cue: str | None
    evidence: str
    confidence: float
    known: str
    readings: tuple[SourceReading, ...]

    def lines(self) -> list[str]:
        """Return the lines to print: the quotation, how its speaker was found, and the candidates, best first."""
        known = f" ({self.known})" if self.known else ""
        said = [
            f"{self.kind}: {self.words}",
            f"  {self._speaker()}" + (f", cue: {self.cue}" if self.cue else ""),
            f"  {self.evidence or 'no evidence'}; confidence {self.confidence:.2f}{known}",
        ]
        return said + [
            f"  {reading.score:+.2f} {reading.source or 'nobody'} ({', '.join(reading.features)})"
            for reading in sorted(self.readings, key=lambda r: -r.score)
        ]

    def _speaker(self) -> str:
        called = f" (“{self.mention}”)" if self.mention and self.mention != self.speaker else ""
        return f"speaker: {self.speaker or 'not found'}{called}" + ("" if self.shown else ", so no quotation")


_SHOWN = 80  # characters of a quotation


def explain(article: Article) -> tuple[Explanation, ...]:
    """Return how the speaker of each quotation of the article was found, in text order."""
    language = recognise_language(article)
    seen = normalize_article(article, language)
    attributions, voices, who = attributions_and_voices(seen.article, language)
    weighed = antecedents(seen.article, attributions) if language is ENGLISH else {}
    attributions, voices = seen.restore(attributions), seen.restore(voices)
    names = [None if voice is None else voices[voice - 1].name for voice in who]
    return tuple(
        _explained(
            article.text,
            attribution,
            name,
            weighed.get(index, ()),
            shown=name is not None or not is_unattributed(attribution, attributions),
        )
        for index, (attribution, name) in enumerate(zip(attributions, names, strict=True))
    )


def _explained(
    text: str, attribution: Attribution, speaker: str | None, weighed: tuple[SourceReading, ...], *, shown: bool
) -> Explanation:
    words = " ".join(attribution.spans[0].of(text).split())
    return Explanation(
        words=words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…",
        kind=str(attribution.kind),
        speaker=speaker,
        shown=shown,
        mention=attribution.mention.of(text) if attribution.mention else None,
        cue=attribution.cue.of(text) if attribution.cue else None,
        evidence=attribution.evidence,
        confidence=attribution.confidence,
        known=attribution.known,
        readings=(*attribution.readings, *weighed),
    )

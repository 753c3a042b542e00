"""Give the share of right speakers among those identified alike, by weights that were fitted on annotated articles."""

import math
from collections.abc import Iterator, Sequence

from reader.analysis.cues.attributions import Attribution
from reader.analysis.words.weights import score
from reader.model import QuotationKind

_BLOCKS = 2  # block quotations of their own that make an article a round-up
_CLOSE = 3.0  # by how much the best candidate's score exceeds that of the next, where it is clear
_LOW = 4.0  # the score of a good candidate


def confidences(attributions: Sequence[Attribution], ways: Sequence[str]) -> Iterator[float]:
    """Yield how sure each speaker is, 0 to 1; 0 for no speaker.

    Args:
        attributions: The attributions of an article.
        ways: How the speaker of each was identified (see `ways` in voices/resolution/identification.py).
    """
    for way, found in zip(ways, features(attributions, ways), strict=True):
        yield round(1 / (1 + math.exp(-score("confidence", found))), 2) if way else 0.0


def features(attributions: Sequence[Attribution], ways: Sequence[str]) -> Iterator[list[str]]:
    """Yield for each attribution the features of the decision "confidence": its way, and what makes it less sure."""
    blocks = sum(each.kind is QuotationKind.BLOCK and each.parent is None for each in attributions)
    for attribution, way in zip(attributions, ways, strict=True):
        yield [way, *_doubts(attribution, way, round_up=blocks >= _BLOCKS)]


def _doubts(attribution: Attribution, way: str, *, round_up: bool) -> Iterator[str]:
    """What makes a speaker less sure: rival candidates, no cue, nested words, and in a round-up nouns and marks."""
    scores = sorted((reading.score for reading in attribution.readings), reverse=True)
    if len(scores) > 1 and scores[0] - scores[1] < _CLOSE:
        yield "close"
    if scores and scores[0] < _LOW:
        yield "low"
    if attribution.parent is not None:
        yield "nested"
    if attribution.cue is None:
        yield f"no cue, {attribution.kind}"
    if round_up:
        yield "round-up"
        if attribution.kind is QuotationKind.DIRECT:
            yield "direct in a round-up"
        if way.startswith("noun"):
            yield "noun in a round-up"

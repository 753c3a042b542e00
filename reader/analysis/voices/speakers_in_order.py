"""Number the speakers of an article in order of first speech, and find where each is named."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from reader.analysis.cues.attributions import Attribution
from reader.model import Span

Speaker = TypeVar("Speaker")


def speakers_in_order(
    attributions: Sequence[Attribution], who: Sequence[Speaker | None]
) -> tuple[list[Speaker], tuple[int | None, ...]]:
    """Return the speakers in order of first speech, and the speaker number (from 1) of each attribution.

    `who` has the speaker of each attribution, None where it is unknown.
    """
    speakers: list[Speaker] = []
    numbers: dict[int, int] = {}
    for _, speaker in sorted(zip(attributions, who, strict=True), key=lambda pair: pair[0].spans[0].start):
        if speaker is not None and id(speaker) not in numbers:
            speakers.append(speaker)
            numbers[id(speaker)] = len(speakers)
    return speakers, tuple(None if speaker is None else numbers[id(speaker)] for speaker in who)


def name_spans(mentions: Iterable[Span], introduced: Span | None) -> tuple[Span, ...]:
    """Return the mentions of a voice next to its quotations, and where it is `introduced` by its full name, if any."""
    spans = set(mentions)
    if introduced is not None and not any(introduced.overlaps(span) for span in spans):
        spans.add(introduced)
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))

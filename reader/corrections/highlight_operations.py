"""Corrections of highlights: their extent, also of one whose words were not found again, and their speaker."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.corrections.operations import Anchor, Correction, NamedVoice, SetHighlightExtent, SetHighlightSpeaker
from reader.model import Highlight, Speaker


def correct_highlights(highlights: Iterable[Highlight], corrections: Sequence[Correction]) -> list[Highlight]:
    """Return highlights as a person corrected them.

    An extent whose words are no longer in the text is not applied, as all corrections that do not fit.

    Args:
        highlights: The highlights, with spans in the present text.
        corrections: The corrections, in the order in which they were made, with spans in that text.
    """
    extents = {
        each.operation.highlight: each.operation.extent
        for each in corrections
        if isinstance(each.operation, SetHighlightExtent) and each.operation.extent.spans
    }
    speakers = {
        each.operation.highlight: each.operation.voice
        for each in corrections
        if isinstance(each.operation, SetHighlightSpeaker)
    }
    return [_with_speaker(_with_extent(each, extents), speakers) for each in highlights]


def _with_extent(highlight: Highlight, extents: dict[str, Anchor]) -> Highlight:
    extent = extents.get(highlight.id)
    if extent is None:
        return highlight
    return replace(
        highlight,
        spans=extent.spans,
        exact=extent.exact,
        prefix=extent.prefix,
        suffix=extent.suffix,
        corrected=(*highlight.corrected, "spans"),
        kept="",
    )


def _with_speaker(highlight: Highlight, speakers: dict[str, NamedVoice | None]) -> Highlight:
    if highlight.id not in speakers:
        return highlight
    voice = speakers[highlight.id]
    speaker = None
    if voice is not None:
        # What is denied is so whoever says it.
        denied = "" if highlight.speaker is None else highlight.speaker.denied
        kind = voice.kind.value
        speaker = Speaker(voice.name, kind, voice.role, voice.affiliation, voice.outlet, denied=denied, corrected=True)
    return replace(highlight, speaker=speaker, speaker_pending=False, corrected=(*highlight.corrected, "speaker"))

"""Who says the words of a highlight, by the analysis of its article."""

from collections.abc import Sequence
from dataclasses import replace

from reader.model import Analysis, Article, Highlight, Quotation, Speaker, describe_voice, enclosing, name_in_sentence


def with_new_speakers(
    article: Article, highlights: Sequence[Highlight], analysis: Analysis, before: Analysis | None = None
) -> list[Highlight]:
    """Return the highlights that get a speaker by an analysis, with it; arguments as in `HighlightService`."""
    followed = [each for each in highlights if each.spans and "speaker" not in each.corrected]
    wanted = [each for each in followed if before is not None or _may_change(each, analysis)]
    if not analysis.engine or not wanted:
        return []
    now_said = highlight_speakers(article, analysis, wanted)
    then_said = now_said if before is None else highlight_speakers(article, before, wanted)
    return [
        replace(each, speaker=speaker, speaker_pending=False)
        for each, speaker, earlier in zip(wanted, now_said, then_said, strict=True)
        if each.speaker_pending or speaker != earlier or (_is_corrected(each, speaker) and speaker != each.speaker)
    ]


def highlight_speakers(article: Article, analysis: Analysis, highlights: Sequence[Highlight]) -> list[Speaker | None]:
    """Return who says the words of each highlight that has spans."""
    from reader.text.navigation import stop_saying, stop_with_spans, stops  # noqa: PLC0415 - seldom needed

    found = stops(article, analysis)
    speakers: list[Speaker | None] = []
    for highlight in highlights:
        stop = stop_with_spans(found, highlight.spans)
        stop = stop_saying(found, enclosing(highlight.spans)) if stop is None else stop
        quotation = None if stop is None else analysis.quotation(found[stop].quotation)
        speakers.append(None if quotation is None else quotation_speaker(article, analysis, quotation))
    return speakers


def quotation_speaker(article: Article, analysis: Analysis, quotation: Quotation) -> Speaker | None:
    """Return who says or denies a quotation, as a highlight keeps it; None where the source is not found."""
    voice = analysis.voice(quotation.voice)
    if voice is None:
        return None
    via = tuple(
        ", ".join(
            (
                name_in_sentence(each.name),
                *describe_voice(each.name, outlet=None if each.outlet == voice.outlet else each.outlet).parts,
            )
        )
        for each in analysis.via_voices(quotation)
    )
    denied = quotation.denial(article.text)
    is_corrected = bool(voice.corrected) or not {"via", "voice"}.isdisjoint(quotation.corrected)
    return Speaker(
        voice.name,
        voice.kind.value,
        voice.role,
        voice.affiliation,
        voice.outlet,
        via,
        denied,
        is_corrected,
        quotation.doubt_word,
    )


def _may_change(highlight: Highlight, analysis: Analysis) -> bool:
    """Whether the speaker of a highlight is pending, or is or was set by a person."""
    if highlight.speaker_pending or (highlight.speaker is not None and highlight.speaker.corrected):
        return True
    return any(each.corrected for each in analysis.quotations) or any(each.corrected for each in analysis.voices)


def _is_corrected(highlight: Highlight, speaker: Speaker | None) -> bool:
    return any(each is not None and each.corrected for each in (highlight.speaker, speaker))

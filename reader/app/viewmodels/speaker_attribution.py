"""Who speaks at the cursor, through whom, and why we think so."""

from typing import NamedTuple

from reader.app.state import Reading
from reader.app.viewmodels.corrected_mark import speaker_mark
from reader.app.viewmodels.cursor import nested_stops
from reader.model import Analysis, Claim, Quotation, Voice

CLAIMED = "holds this claim, in the article’s words"


class SpeakerAttribution(NamedTuple):
    """Who speaks the words at the cursor.

    Attributes:
        voice: The speaker, None if not found.
        via: The voices that pass the words on, the outermost first.
        evidence: The reason for the attribution.
        doubt: A word for an unsure attribution ("probably"), else "".
        denial: A word for words that the speaker is said not to have used, else "".
        mark: The mark of what a person corrected, else "".
    """

    voice: Voice | None
    via: tuple[Voice, ...]
    evidence: str
    doubt: str = ""
    denial: str = ""
    mark: str = ""


def attribution_at_cursor(reading: Reading) -> SpeakerAttribution | None:
    """Return who speaks at the cursor, None where nobody is quoted.

    For a claim that a key went to, and in which its holder is not quoted, that is the holder.
    """
    analysis = reading.analysis
    if analysis is None:
        return None
    if reading.stop is not None:
        quotation = analysis.quotation(reading.stops[reading.stop].quotation)
        denial = quotation.denial(reading.article.text)
        mark = speaker_mark(analysis, quotation)
        speaker = _speaker(analysis, quotation)
        return SpeakerAttribution(*speaker, quotation.evidence, quotation.doubt_word, denial, mark)
    if reading.shows_claim and reading.claim is not None and not analysis.claim(reading.claim).own:
        claim = analysis.claim(reading.claim)
        return SpeakerAttribution(*_speaker(analysis, claim), CLAIMED, mark=speaker_mark(analysis, claim))
    return None


def _speaker(analysis: Analysis, item: Quotation | Claim) -> tuple[Voice | None, tuple[Voice, ...]]:
    return analysis.voice(item.voice), analysis.via_voices(item)


def nested_voices(reading: Reading) -> list[Voice]:
    """Return the other voices that are quoted inside the current words, each once, in text order."""
    if reading.analysis is None:
        return []
    voices = map(reading.analysis.voice, dict.fromkeys(stop.voice for stop in nested_stops(reading)))
    return [voice for voice in voices if voice is not None]

"""How the screen marks what a person corrected: with a sign and a word, never by colour alone."""

from reader.model import Analysis, Claim, Quotation, Voice

SIGN = "✓"

YOURS = f"{SIGN} yours"
"""Beside what a person set in this article."""

KNOWN = f"{SIGN} known"
"""Beside what a person set of a voice for every article."""


def voice_mark(voice: Voice) -> str:
    """Return the mark of a voice, "" for one that nobody corrected."""
    if not voice.corrected:
        return ""
    return KNOWN if {*voice.known} == {*voice.corrected} else YOURS


def speaker_mark(analysis: Analysis, item: Quotation | Claim) -> str:
    """Return the mark of who says a quotation or holds a claim, "" where nobody corrected that."""
    if item.corrected:
        return YOURS
    voice = analysis.voice(item.voice)
    return "" if voice is None else voice_mark(voice)

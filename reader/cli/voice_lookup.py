"""Voices by a part of their name, as options give it."""

from reader.errors import PullquoteError
from reader.model import Analysis


def voices_named(analysis: Analysis, name: str) -> set[int]:
    """The ids of the quoted voices with `name` in their name, letter case aside; PullquoteError where there is none."""
    speaking = {quotation.voice for quotation in analysis.quotations}
    quoted = [voice for voice in analysis.voices if voice.id in speaking]
    found = {voice.id for voice in quoted if name.casefold() in voice.name.casefold()}
    if not found:
        names = ", ".join(voice.name for voice in quoted) or "nobody"
        raise PullquoteError(f"Nobody called {name} is quoted in this article; it quotes {names}.")
    return found

"""Find voices by a part of their name."""

from reader.errors import PullquoteError
from reader.model import Analysis


def voices_named(analysis: Analysis, name: str) -> set[int]:
    """Return the ids of the quoted voices with `name` in their name, in any case.

    Raises:
        PullquoteError: There is none.
    """
    speaking = {quotation.voice for quotation in analysis.quotations}
    quoted = [voice for voice in analysis.voices if voice.id in speaking]
    found = {voice.id for voice in quoted if name.casefold() in voice.name.casefold()}
    if not found:
        names = ", ".join(voice.name for voice in quoted) or "nobody"
        raise PullquoteError(f"No voice of the article is called {name}; it quotes {names}.")
    return found

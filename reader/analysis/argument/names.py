"""By which single word each voice is named later in the text: the last word of its name."""

from collections.abc import Mapping, Sequence

from reader.model import Voice


def surnames(voices: Sequence[Voice]) -> Mapping[str, int]:
    """The voice (id) that each last word of a capitalised name means; words that two voices share mean none."""
    found: dict[str, int] = {}
    shared: set[str] = set()
    for voice in voices:
        word = voice.name.split()[-1] if voice.name[:1].isupper() else ""
        if found.setdefault(word, voice.id) != voice.id:
            shared.add(word)
    return {word: voice for word, voice in found.items() if word and word not in shared}

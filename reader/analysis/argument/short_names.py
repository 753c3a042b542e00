"""Map single words to voices: the last word of a voice's name, or the noun for its role or body."""

import re
from collections.abc import Iterable, Mapping, Sequence

from reader.model import Voice, VoiceKind

# “Ann Marsh KC” is Marsh.
_SURNAME = re.compile(r"(\S+)(?:,?\s(?:[A-Z]{2,4}|[JS]r\.?))*\Z")
# “Chief economist at the bank” is the economist.
_ROLE = re.compile(r"[\w\s’'-]*?([\w-]+)(?=\s(?:at|by|for|from|in|of|on|to|who|with)\s|,|\Z)")


def surnames(voices: Sequence[Voice]) -> Mapping[str, int]:
    """Map the last word of each capitalised name to its voice id. Words that two voices share are left out."""
    named = (voice for voice in voices if voice.name[:1].isupper())
    return _unshared((match[1], voice.id) for voice in named if (match := _SURNAME.search(voice.name)))


def callings(voices: Sequence[Voice]) -> Mapping[str, int]:
    """Map each surname, and each role and body in lower case (“the governor”, “the bank”), to its voice id."""
    known = ((voice.role or (voice.name if voice.kind is VoiceKind.ORGANISATION else ""), voice.id) for voice in voices)
    nouns = ((match[1].lower(), voice) for words, voice in known if (match := _ROLE.match(words)))
    return {**_unshared(nouns), **surnames(voices)}


def _unshared(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The voice of each word that belongs to one voice only."""
    found: dict[str, int] = {}
    shared: set[str] = set()
    for word, voice in pairs:
        if found.setdefault(word, voice) != voice:
            shared.add(word)
    return {word: voice for word, voice in found.items() if word not in shared}

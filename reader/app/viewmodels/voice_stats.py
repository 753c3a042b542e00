"""What the panes show of each voice beyond its name, worked out once an analysis."""

from functools import lru_cache
from typing import NamedTuple

from reader.app.state import Reading
from reader.model import Analysis, Article, Quotation, VoiceKind

HUE_COUNT = 8


class VoiceStats(NamedTuple):
    """Facts of an article's voices; the tuples are indexed by a voice's id less one.

    `hues` are indexes into `Palette.hues`; `quotations` and `words` count what each voice says,
    words that a nested voice speaks being that voice's alone; `order` are the voices' ids as the list shows them,
    experts first, then by first speech.
    """

    hues: tuple[int, ...] = ()
    quotations: tuple[int, ...] = ()
    words: tuple[int, ...] = ()
    order: tuple[int, ...] = ()

    def hue(self, voice: int) -> int:
        """The index of the voice's hue."""
        return self.hues[voice - 1]


class _IdentityKey:
    """A key equal only over the very same objects: comparing an analysis by value costs its length."""

    __slots__ = ("parts",)

    def __init__(self, *parts: object) -> None:
        self.parts = parts

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _IdentityKey) and all(a is b for a, b in zip(self.parts, other.parts, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.parts)))


def voice_stats_of(reading: Reading) -> VoiceStats:
    """The stats of what is being read; empty while the engine is still at work."""
    if reading.analysis is None:
        return VoiceStats()
    return _cached_stats(_IdentityKey(reading.article, reading.analysis))


@lru_cache(maxsize=2)
def _cached_stats(same: _IdentityKey) -> VoiceStats:
    article, analysis = same.parts
    assert isinstance(article, Article)  # noqa: S101 - narrows what the key holds, for the type checker
    assert isinstance(analysis, Analysis)  # noqa: S101
    return make_voice_stats(article, analysis)


def make_voice_stats(article: Article, analysis: Analysis) -> VoiceStats:
    """The stats of an analysed article, in time linear in its quotations and the words in them."""
    count = len(analysis.voices)
    said = [0] * count
    for quotation in analysis.quotations:
        if quotation.voice is not None:
            said[quotation.voice - 1] += 1
    kinds = list(VoiceKind)
    order = sorted(range(count), key=lambda at: (kinds.index(analysis.voices[at].kind), at))
    return VoiceStats(
        hues=assign_hues(analysis.quotations, count),
        quotations=tuple(said),
        words=analysis.words(article.text),
        order=tuple(at + 1 for at in order),
    )


def assign_hues(quotations: tuple[Quotation, ...], voices: int) -> tuple[int, ...]:
    """An index below HUES for each of `voices` voices, in order of speech.

    The first eight voices take the eight hues in turn; after that a new voice takes the hue that was heard longest
    ago in the text, so that two voices of one hue stand as far apart as they can.
    """
    given: dict[int, int] = {}
    heard = [-1] * HUE_COUNT
    for place, quotation in enumerate(quotations):
        voice = quotation.voice
        if voice is None:
            continue
        if voice not in given:
            given[voice] = len(given) if len(given) < HUE_COUNT else heard.index(min(heard))
        heard[given[voice]] = place
    for voice in range(1, voices + 1):
        given.setdefault(voice, len(given) % HUE_COUNT)
    return tuple(given[voice] for voice in range(1, voices + 1))

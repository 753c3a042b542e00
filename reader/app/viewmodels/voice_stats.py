"""Facts about the voices of an article that the panes show; computed once for each analysis."""

from functools import lru_cache
from typing import NamedTuple

from reader.app.state import Reading
from reader.app.viewmodels.identity_key import IdentityKey
from reader.model import Analysis, Article, Quotation, VoiceKind

HUE_COUNT = 8


class VoiceStats(NamedTuple):
    """Facts about the voices of an article.

    Attributes:
        hues: For the voice with id `i`, at `i - 1`: the index of its colour in `Palette.hues`.
        quotations: The same for its number of quotations.
        words: The same for its number of words; words of a nested voice count for that voice alone.
        order: The ids of all voices by kind, experts first, and in each kind by first mention.
    """

    hues: tuple[int, ...] = ()
    quotations: tuple[int, ...] = ()
    words: tuple[int, ...] = ()
    order: tuple[int, ...] = ()

    def hue(self, voice: int) -> int:
        """Return the index of a voice's colour in `Palette.hues`."""
        return self.hues[voice - 1]


def voice_stats_of(reading: Reading) -> VoiceStats:
    """Return the facts about the voices of what is being read; empty while the analysis is not there."""
    if reading.analysis is None:
        return VoiceStats()
    return _cached_stats(IdentityKey(reading.article, reading.analysis))


@lru_cache(maxsize=2)
def _cached_stats(key: IdentityKey) -> VoiceStats:
    article, analysis = key.parts
    assert isinstance(article, Article)  # noqa: S101 - tells the type checker what the key holds
    assert isinstance(analysis, Analysis)  # noqa: S101
    return make_voice_stats(article, analysis)


def make_voice_stats(article: Article, analysis: Analysis) -> VoiceStats:
    """Compute the facts about the voices of an analysis, in time linear in the quotations and their words."""
    count = len(analysis.voices)
    quotations = [0] * count
    for quotation in analysis.quotations:
        if quotation.voice is not None:
            quotations[quotation.voice - 1] += 1
    kinds = list(VoiceKind)
    order = sorted(range(count), key=lambda at: (kinds.index(analysis.voices[at].kind), at))
    return VoiceStats(
        hues=assign_hues(analysis.quotations, count),
        quotations=tuple(quotations),
        words=analysis.words_by_voice(article.text),
        order=tuple(at + 1 for at in order),
    )


def assign_hues(quotations: tuple[Quotation, ...], voices: int) -> tuple[int, ...]:
    """Give each voice a colour: an index below HUE_COUNT for each id from 1 to `voices`.

    The first voices take the colours in turn. After that a new voice takes the colour that was used longest ago in
    the text, so that two voices of one colour are far apart.
    """
    given: dict[int, int] = {}
    last_used = [-1] * HUE_COUNT
    for place, quotation in enumerate(quotations):
        voice = quotation.voice
        if voice is None:
            continue
        if voice not in given:
            given[voice] = len(given) if len(given) < HUE_COUNT else last_used.index(min(last_used))
        last_used[given[voice]] = place
    for voice in range(1, voices + 1):
        given.setdefault(voice, len(given) % HUE_COUNT)
    return tuple(given[voice] for voice in range(1, voices + 1))

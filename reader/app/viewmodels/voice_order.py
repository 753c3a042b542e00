"""The orders of the list of voices: by kind, by amount of speech, by appearance with nested ones indented."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.app.viewmodels.voice_stats import VoiceStats
from reader.model import Analysis

MAX_DEPTH = 3
"""A voice quoted by a voice quoted by a voice: beyond that the names would have no room."""


@dataclass(frozen=True, slots=True)
class VoiceEntry:
    """The voice with this id in the list, `depth` levels under the one who quotes it."""

    voice: int
    depth: int = 0


def by_kind(analysis: Analysis, stats: VoiceStats) -> tuple[VoiceEntry, ...]:
    """Experts first, then officials and so on, in each kind by first speech."""
    del analysis
    return tuple(map(VoiceEntry, stats.order))


def by_words(analysis: Analysis, stats: VoiceStats) -> tuple[VoiceEntry, ...]:
    """Who says most comes first, nested words counted for who speaks them."""
    del analysis
    return tuple(VoiceEntry(id_) for id_ in sorted(sorted(stats.order), key=lambda id_: -stats.words[id_ - 1]))


def by_first_mention(analysis: Analysis, stats: VoiceStats) -> tuple[VoiceEntry, ...]:
    """By first speech, each voice that first speaks through another under the nearest one that passes it on."""
    source: dict[int, int | None] = {}
    for quotation in analysis.quotations:
        if quotation.voice is not None:
            source.setdefault(quotation.voice, quotation.via[-1] if quotation.via else None)
    below: dict[int | None, list[int]] = {}
    for id_ in sorted(stats.order):
        below.setdefault(source.get(id_), []).append(id_)
    seats: list[VoiceEntry] = []
    seated: set[int] = set()
    # Two who quote each other have no first one above them: they come last.
    waiting = [VoiceEntry(id_) for id_ in (*sorted(stats.order, reverse=True), *reversed(below.get(None, ())))]
    while waiting:
        seat = waiting.pop()
        if seat.voice not in seated:
            seated.add(seat.voice)
            seats.append(seat)
            depth = min(seat.depth + 1, MAX_DEPTH)
            waiting += [VoiceEntry(nested, depth) for nested in reversed(below.get(seat.voice, ()))]
    return tuple(seats)


ORDERS: dict[str, Callable[[Analysis, VoiceStats], tuple[VoiceEntry, ...]]] = {
    "kind": by_kind,
    "speech": by_words,
    "appearance": by_first_mention,
}

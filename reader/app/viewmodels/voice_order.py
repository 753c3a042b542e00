"""The orders of the list of voices: by kind, by first mention with nested voices indented, by number of words."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.app.viewmodels.voice_stats import VoiceStats
from reader.model import Analysis

MAX_DEPTH = 3
"""How far a voice is indented at most: deeper, its name would have no room."""


@dataclass(frozen=True, slots=True)
class VoiceEntry:
    """The voice with the id `voice`, `depth` levels under the one who quotes it."""

    voice: int
    depth: int = 0


def by_kind(analysis: Analysis, stats: VoiceStats) -> tuple[VoiceEntry, ...]:
    """Order by kind, experts first, and in each kind by first mention."""
    del analysis
    return tuple(map(VoiceEntry, stats.order))


def by_words(analysis: Analysis, stats: VoiceStats) -> tuple[VoiceEntry, ...]:
    """Order by number of words, most first; nested words count for the voice that speaks them."""
    del analysis
    return tuple(VoiceEntry(id_) for id_ in sorted(sorted(stats.order), key=lambda id_: -stats.words[id_ - 1]))


def by_first_mention(analysis: Analysis, stats: VoiceStats) -> tuple[VoiceEntry, ...]:
    """Order by first mention, each voice that is first quoted by another under that one."""
    quoted_by: dict[int, int | None] = {}
    for quotation in analysis.quotations:
        if quotation.voice is not None:
            quoted_by.setdefault(quotation.voice, quotation.via[-1] if quotation.via else None)
    below: dict[int | None, list[int]] = {}
    for id_ in sorted(stats.order):
        below.setdefault(quoted_by.get(id_), []).append(id_)
    entries: list[VoiceEntry] = []
    done: set[int] = set()
    # Two voices that quote each other are below no other voice: they come last.
    waiting = [VoiceEntry(id_) for id_ in (*sorted(stats.order, reverse=True), *reversed(below.get(None, ())))]
    while waiting:
        entry = waiting.pop()
        if entry.voice not in done:
            done.add(entry.voice)
            entries.append(entry)
            depth = min(entry.depth + 1, MAX_DEPTH)
            waiting += [VoiceEntry(nested, depth) for nested in reversed(below.get(entry.voice, ()))]
    return tuple(entries)


ORDERS: dict[str, Callable[[Analysis, VoiceStats], tuple[VoiceEntry, ...]]] = {
    "kind": by_kind,
    "words": by_words,
    "first mention": by_first_mention,
}

"""The state of the list of voices: its order, its filter, and the entries that these leave."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.app.viewmodels.voice_order import ORDERS, VoiceEntry
from reader.app.viewmodels.voice_stats import VoiceStats
from reader.model import Analysis, Voice


@dataclass(frozen=True, slots=True)
class VoiceListState:
    """The voices that are listed.

    Attributes:
        order: The order, a key of `voice_order.ORDERS`.
        query: Case-folded words that a voice must have in its name, tag, role, affiliation or outlet.
        among: The ids of the voices that are listed at all; None for every voice.
        entries: The voices, from the first row on.
        rows: The row of each voice, by its id.
    """

    order: str = next(iter(ORDERS))
    query: tuple[str, ...] = ()
    among: frozenset[int] | None = None
    entries: tuple[VoiceEntry, ...] = ()
    rows: Mapping[int, int] = field(default_factory=dict, compare=False, repr=False)

    def voice_in(self, row: int | None) -> int | None:
        """Return the id of the voice in a row, None for no row."""
        return None if row is None else self.entries[row].voice


def make_voice_list(
    analysis: Analysis | None,
    stats: VoiceStats,
    *,
    order: str,
    query: tuple[str, ...] = (),
    among: frozenset[int] | None = None,
) -> VoiceListState:
    """List those voices of an analysis, in an order, that are `among` some and have all words of `query`.

    Without an analysis none are listed.
    """
    if analysis is None:
        return VoiceListState(order, query, among)
    entries = tuple(
        entry
        for entry in ORDERS[order](analysis, stats)
        if (among is None or entry.voice in among) and _has_words(analysis.voices[entry.voice - 1], query)
    )
    return VoiceListState(order, query, among, entries, {entry.voice: row for row, entry in enumerate(entries)})


def _has_words(voice: Voice, query: tuple[str, ...]) -> bool:
    known = (voice.name, voice.tag, voice.role, voice.affiliation, voice.outlet)
    words = " ".join(filter(None, known)).casefold()
    return all(word in words for word in query)

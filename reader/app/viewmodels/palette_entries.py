"""The entries of the command palette, and which of them a query finds."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry of the palette is; the value is its label in the list."""

    ACTION = "action"
    VOICE = "voice"
    THREAD = "thread"
    CLAIM = "claim"
    HEADING = "heading"
    ARTICLE = "article"
    THEME = "theme"
    FORMAT = "format"


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """An entry of the palette.

    Attributes:
        kind: What it is.
        title: Its words.
        detail: What is shown at its right: the keys of an action, what a voice is.
        target: What it leads to: the id of an action, a voice or a claim, an offset, a location, or the
            name of a theme or a format.
    """

    kind: EntryKind
    title: str
    detail: str
    target: str | int

    def rank(self, words: list[str]) -> int | None:
        """Return how well the entry matches the words of a query in lower case: 0 is best, None is no match."""
        title = self.title.casefold()
        whole = f"{self.kind} {title} {self.detail.casefold()}"
        if not all(word in whole for word in words):
            return None
        if title.startswith(" ".join(words)):
            return 0
        return 1 if all(re.search(rf"\b{re.escape(word)}", title) for word in words) else 2


def find_entries(entries: Iterable[PaletteEntry], query: str) -> list[PaletteEntry]:
    """Return the entries that match a query, the best first; all of them for an empty query."""
    words = query.casefold().split()
    ranked = [(rank, entry) for entry in entries if (rank := entry.rank(words)) is not None]
    return [entry for _, entry in sorted(ranked, key=lambda pair: pair[0])]

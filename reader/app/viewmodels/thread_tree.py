"""The state of the list of threads: groups of claims, which group is open, and what is selected."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from reader.app.viewmodels.claim_groups import ORDERS, ClaimGroup, groups_by_claim, matching_groups
from reader.app.viewmodels.voice_stats import VoiceStats
from reader.model import Analysis


class TreeEntry(NamedTuple):
    """An entry of the list: the title of the group with this index, or one of its claims (an index in the group)."""

    group: int
    claim: int | None = None


@dataclass(frozen=True, slots=True)
class ThreadTree:
    """Groups of claims as a tree with one level; each method returns the next state.

    Attributes:
        groups: The groups, as order and filter leave them.
        order: The order, a key of `claim_groups.ORDERS`.
        open: The index of the group whose claims are shown, None for none.
        selected: The index of the selected entry, None for none.
        has_titles_only: Whether the claims of the open group are hidden, because another list needs the rows.
        group_by_claim: The index of its group for the id of each claim.
    """

    groups: tuple[ClaimGroup, ...] = ()
    order: str = next(iter(ORDERS))
    open: int | None = None
    selected: int | None = None
    has_titles_only: bool = False
    group_by_claim: Mapping[int, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def open_claims(self) -> tuple[int, ...]:
        """The ids of the claims that are shown under the title of the open group."""
        return () if self.open is None or self.has_titles_only else self.groups[self.open].claims

    def entry(self, index: int) -> TreeEntry:
        """Return what the entry with this index is."""
        if self.open is None or index <= self.open:
            return TreeEntry(index)
        claim = index - self.open - 1
        count = len(self.open_claims)
        return TreeEntry(self.open, claim) if claim < count else TreeEntry(index - count)

    @property
    def selected_entry(self) -> TreeEntry | None:
        """What is selected."""
        return None if self.selected is None else self.entry(self.selected)

    @property
    def selected_group(self) -> ClaimGroup | None:
        """The selected group, or the group of the selected claim."""
        entry = self.selected_entry
        return None if entry is None else self.groups[entry.group]

    @property
    def selected_claim(self) -> int | None:
        """The id of the selected claim; of a selected title, of its first claim."""
        entry = self.selected_entry
        return None if entry is None else self.groups[entry.group].claims[entry.claim or 0]

    def follow(self, claim: int | None) -> "ThreadTree":
        """Open the group of a claim and select the claim.

        If no group holds the claim, the open group stays open: nothing moves that the person did not move.
        """
        group = None if claim is None else self.group_by_claim.get(claim)
        if group is None:
            return replace(self, selected=None)
        return replace(self, open=group).select_claim(claim)

    def unfold(self) -> "ThreadTree":
        """Open the selected group, and select its title."""
        entry = self.selected_entry
        return self if entry is None or entry.group == self.open else self._open(entry.group, entry.group)

    def fold(self) -> "ThreadTree":
        """Close the selected group, and select its title."""
        entry = self.selected_entry
        return self if entry is None or entry.group != self.open else self._open(None, entry.group)

    def _open(self, group: int | None, title: int) -> "ThreadTree":
        return replace(self, open=group, selected=title)  # no group above this title is open: it is the entry's index

    def select(self, index: int | None) -> "ThreadTree":
        """Select the entry with this index."""
        return replace(self, selected=index)

    def titles_only(self, *, on: bool, claim: int | None) -> "ThreadTree":
        """Hide the claims of the open group, or show them again.

        A selected title stays selected. A selected claim does not stay so when it is hidden; when claims are shown
        again and nothing is selected, the claim with the id `claim` is.
        """
        entry = self.selected_entry
        changed = replace(self, has_titles_only=on, selected=None)
        if entry is None or entry.claim is not None:
            return changed.select_claim(claim)
        is_below = changed.open is not None and entry.group > changed.open
        return replace(changed, selected=entry.group + (len(changed.open_claims) if is_below else 0))

    def select_claim(self, claim: int | None) -> "ThreadTree":
        """Select a claim (an id) of the open group; nothing if it is not shown."""
        claims = self.open_claims
        if self.open is None or claim not in claims:
            return replace(self, selected=None)
        return replace(self, selected=self.open + 1 + claims.index(claim))


def make_thread_tree(
    analysis: Analysis | None, stats: VoiceStats, text: str, *, order: str, query: tuple[str, ...] = ()
) -> ThreadTree:
    """Group the claims of an article, with all groups closed.

    Args:
        analysis: The analysis; None gives no groups.
        stats: Facts about its voices.
        text: The text of the article.
        order: A key of `claim_groups.ORDERS`.
        query: Case-folded words that a group must have in its title, claims or relations.
    """
    groups = () if analysis is None else matching_groups(ORDERS[order](analysis, stats), query, analysis, text)
    return ThreadTree(groups, order, group_by_claim=groups_by_claim(groups))

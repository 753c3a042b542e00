"""Find in an analysis what an operation is about; where that is not certain, nothing is found."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from reader.corrections.draft import Draft, DraftClaim, DraftQuotation, DraftVoice
from reader.corrections.operations import Anchor, NamedVoice
from reader.model import Span

_LEAST_SHARED = 0.8
"""The part of the characters of two extents that must be the same, of all that either has, for one to be the other."""

_MARGIN = 0.1
"""How much better the best must be than the second best."""


class MisfitError(Exception):
    """An operation does not fit the analysis; the message says why, for a person."""


class _HasExtent(Protocol):
    @property
    def span(self) -> Span: ...


_Item = TypeVar("_Item", bound=_HasExtent)


class Lookup:
    """Finds what an operation is about.

    Args:
        draft: The analysis.
        relaxed: Whether another engine or another text made the analysis that the operation was made for, so that the
            ends of its items may be a little different.
    """

    def __init__(self, draft: Draft, *, relaxed: bool) -> None:
        self.draft = draft
        self.relaxed = relaxed

    def find_quotation(self, anchor: Anchor) -> DraftQuotation | None:
        """Return the quotation with these words, None where there is none."""
        placed(anchor)
        exact = next((each for each in self.draft.quotations if each.spans == anchor.spans), None)
        if exact is not None or not self.relaxed:
            return exact
        return _most_alike([(each, _alike(each.spans, anchor.spans)) for each in self.draft.quotations])

    def quotation(self, anchor: Anchor) -> DraftQuotation:
        """Return the quotation with these words.

        Raises:
            MisfitError: There is none.
        """
        found = self.find_quotation(anchor)
        if found is None:
            raise MisfitError("these words are not found as a quotation any more")
        return found

    def find_claim(self, anchor: Anchor) -> DraftClaim | None:
        """Return the claim with these words, None where there is none."""
        span = placed(anchor).span
        exact = next((each for each in self.draft.claims if each.span == span), None)
        if exact is not None or not self.relaxed:
            return exact
        return _most_alike([(each, _alike((each.span,), (span,))) for each in self.draft.claims])

    def claim(self, anchor: Anchor) -> DraftClaim:
        """Return the claim with these words.

        Raises:
            MisfitError: There is none.
        """
        found = self.find_claim(anchor)
        if found is None:
            raise MisfitError("these words are not found as a claim any more")
        return found

    def find_voice(self, named: NamedVoice) -> DraftVoice | None:
        """Return the voice that is meant, None where there is none.

        It is the one that has the words and the name. Else it is the one with the name that the engine gave it, or the
        one with the words if a person gave it another name, or the one with the name, or the one with the words.

        Raises:
            MisfitError: Several have the name.
        """
        at = None if named.at is None else self._voice_at(named.at)
        if at is not None and same_name(at.name, named.name):
            return at
        by_name = [voice for voice in self.draft.voices if same_name(voice.name, named.name)]
        if len(by_name) > 1:
            raise MisfitError(f"several voices have the name {named.name}")
        if by_name and (at is None or "name" not in by_name[0].corrected or "name" not in at.corrected):
            return by_name[0]
        return at

    def voice(self, named: NamedVoice) -> DraftVoice:
        """Return the voice that is meant.

        Raises:
            MisfitError: There is none, or several have its name.
        """
        found = self.find_voice(named)
        if found is None:
            raise MisfitError(f"{named.name} is not among the voices any more")
        return found

    def voice_or_new(self, named: NamedVoice) -> DraftVoice:
        """Return the voice that is meant, made where there is none.

        Raises:
            MisfitError: Several have its name, or it has none.
        """
        if not named.name.strip():
            raise MisfitError("a voice has a name")
        found = self.find_voice(named)
        if found is None:
            found = DraftVoice(named.name, named.kind, named.role, named.affiliation, named.outlet, corrected={"name"})
            self.draft.voices.append(found)
        return found

    def _voice_at(self, anchor: Anchor) -> DraftVoice | None:
        """Return the voice that has these words as a mention or as a quotation."""
        if not anchor.spans:
            return None
        mention = anchor.spans[0] if len(anchor.spans) == 1 else None
        for voice in self.draft.voices:
            if mention in voice.mentions:
                return voice
        quotation = next((each for each in self.draft.quotations if each.spans == anchor.spans), None)
        return None if quotation is None else quotation.voice


def placed(anchor: Anchor) -> Anchor:
    """Return an anchor whose words are in the text.

    Raises:
        MisfitError: They are not.
    """
    if not anchor.spans:
        raise MisfitError("these words are no longer in the article")
    return anchor


def same_name(one: str, other: str) -> bool:
    """Return whether two names are the same, in whatever case."""
    return one.casefold() == other.casefold()


def shared_length(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Return how many characters the spans of two items share; the spans of an item do not overlap."""
    return sum(a.overlap_length(b) for a in one for b in other)


def _alike(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return the part of the characters of two extents that both have, 0 to 1."""
    shared = shared_length(one, other)
    return shared / max(1, sum(map(len, one)) + sum(map(len, other)) - shared)


def _most_alike(scored: list[tuple[_Item, float]]) -> _Item | None:
    """Return the item that is alike enough and clearly more so than any other."""
    scored.sort(key=lambda pair: -pair[1])
    if not scored or scored[0][1] < _LEAST_SHARED:
        return None
    if len(scored) > 1 and scored[0][1] - scored[1][1] < _MARGIN:
        return None
    return scored[0][0]

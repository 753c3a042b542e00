"""The operations by which a person corrects an analysis, each with the words of the text that it is about."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias

from reader.model import QuotationKind, RelationKind, Span, VoiceKind, enclosing
from reader.text import anchors


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of the text, as a highlight keeps them, so that they are found again in a text that changed.

    Attributes:
        spans: Their parts, at least one; none where they were searched for in a changed text and not found.
        exact: The text from the first part to the last.
        prefix: Up to 32 characters before it.
        suffix: Up to 32 characters after it.

    Raises:
        ValueError: A part is empty, or they overlap or are out of order.
    """

    spans: tuple[Span, ...]
    exact: str
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        if not all(map(len, self.spans)) or any(one.end > two.start for one, two in pairwise(self.spans)):
            raise ValueError(f"not the parts of an anchor: {self.spans}")

    @staticmethod
    def of(text: str, *spans: Span) -> "Anchor":
        """Return the anchor of spans of a text, at least one."""
        return Anchor(tuple(sorted(spans)), *anchors.selector_of(text, spans))

    @property
    def span(self) -> Span:
        """From the first character of the first part to the last of the last."""
        return enclosing(self.spans)


class VoiceField(StrEnum):
    """What can be corrected of a voice."""

    NAME = "name"
    KIND = "kind"
    ROLE = "role"
    AFFILIATION = "affiliation"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class NamedVoice:
    """A voice by its name and by words that belong to it; made where the analysis has no such voice.

    Attributes:
        name: Its name.
        at: A mention of it, or a quotation of it where it has no mention; None for a new voice.
        kind: What it is.
        role: Its role, if known.
        affiliation: Its affiliation, if known.
        outlet: Its outlet, if known.
    """

    name: str
    at: Anchor | None = None
    kind: VoiceKind = VoiceKind.PERSON
    role: str | None = None
    affiliation: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class SetSpeaker:
    """The quotation is said by `voice`; None: the article does not say by whom."""

    quotation: Anchor
    voice: NamedVoice | None


@dataclass(frozen=True, slots=True)
class SetVia:
    """These voices pass the quotation on, the outermost first."""

    quotation: Anchor
    via: tuple[NamedVoice, ...]


@dataclass(frozen=True, slots=True)
class SetKind:
    """The quotation is of this kind."""

    quotation: Anchor
    kind: QuotationKind


@dataclass(frozen=True, slots=True)
class SetExtent:
    """The quotation begins and ends where `extent` does."""

    quotation: Anchor
    extent: Anchor


@dataclass(frozen=True, slots=True)
class AddQuotation:
    """These words are a quotation."""

    quotation: Anchor
    kind: QuotationKind
    voice: NamedVoice | None


@dataclass(frozen=True, slots=True)
class RemoveQuotation:
    """These words are no quotation: nobody says them."""

    quotation: Anchor


@dataclass(frozen=True, slots=True)
class SetVoiceField:
    """The name, kind, role, affiliation or outlet of a voice; None for one that it has not."""

    voice: NamedVoice
    field: VoiceField
    value: str | None


@dataclass(frozen=True, slots=True)
class MergeVoices:
    """`voice` is the same person or body as `into`."""

    voice: NamedVoice
    into: NamedVoice


@dataclass(frozen=True, slots=True)
class SetMention:
    """These words mean `voice`; the quotations that they name as the source are its own."""

    mention: Anchor
    voice: NamedVoice


@dataclass(frozen=True, slots=True)
class SetHolder:
    """The claim is held by `voice`; None: by the article itself if `own`, else by nobody that is known."""

    claim: Anchor
    own: bool
    voice: NamedVoice | None


@dataclass(frozen=True, slots=True)
class RemoveClaim:
    """These words are no claim."""

    claim: Anchor


@dataclass(frozen=True, slots=True)
class SetRelation:
    """The claim answers the earlier claim `to`; None for both: it answers none."""

    claim: Anchor
    to: Anchor | None
    kind: RelationKind | None


@dataclass(frozen=True, slots=True)
class SplitClaim:
    """The claim is two, with the words `first` and `second`."""

    claim: Anchor
    first: Anchor
    second: Anchor


@dataclass(frozen=True, slots=True)
class JoinClaims:
    """The claim and the `other`, after it, are one."""

    claim: Anchor
    other: Anchor


@dataclass(frozen=True, slots=True)
class SetTitle:
    """The thread of this claim has this title."""

    claim: Anchor
    title: str


@dataclass(frozen=True, slots=True)
class MoveClaims:
    """These claims belong to the thread of the claim `to`; None: to a new thread with this title."""

    claims: tuple[Anchor, ...]
    to: Anchor | None
    title: str = ""


@dataclass(frozen=True, slots=True)
class SetHighlightExtent:
    """The highlight with this id has the words `extent`, also where its own words were not found again."""

    highlight: str
    extent: Anchor


@dataclass(frozen=True, slots=True)
class SetHighlightSpeaker:
    """The words of the highlight with this id, `highlighted`, are those of `voice`; None: nobody's that is known."""

    highlight: str
    highlighted: Anchor
    voice: NamedVoice | None


HighlightOperation: TypeAlias = SetHighlightExtent | SetHighlightSpeaker
"""What is corrected of a highlight; the analysis stays as it is."""

Operation: TypeAlias = (
    SetSpeaker
    | SetVia
    | SetKind
    | SetExtent
    | AddQuotation
    | RemoveQuotation
    | SetVoiceField
    | MergeVoices
    | SetMention
    | SetHolder
    | RemoveClaim
    | SetRelation
    | SplitClaim
    | JoinClaims
    | SetTitle
    | MoveClaims
    | HighlightOperation
)


@dataclass(frozen=True, slots=True)
class Correction:
    """An operation as it is kept.

    Attributes:
        id: Unique, and never changes.
        operation: What is to be done.
        engine: The engine whose analysis the person corrected.
        made: When (ISO 8601, UTC).
        moved: Whether its words were searched for in a text that changed since.
    """

    id: str
    operation: Operation
    engine: str
    made: str = ""
    moved: bool = False


@dataclass(frozen=True, slots=True)
class KnownVoice:
    """What a person set of a voice for every article that has a voice of this name.

    Attributes:
        id: Unique, and never changes.
        name: The name that an engine gives the voice.
        field: What was set.
        value: Its value, None for none.
    """

    id: str
    name: str
    field: VoiceField
    value: str | None

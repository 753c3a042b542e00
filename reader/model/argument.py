"""The argument of an article: claims, the relations between them, and the threads they form."""

from dataclasses import dataclass
from enum import StrEnum

from reader.model.span import Span


class RelationKind(StrEnum):
    """How a claim answers an earlier one."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    QUALIFIES = "qualifies"
    EVIDENCE = "evidence"

    @property
    def sign(self) -> str:
        """The side that it takes: "+" for the same one, "-" for the other."""
        return "-" if self in {RelationKind.DISPUTES, RelationKind.QUALIFIES} else "+"

    @property
    def verb(self) -> str:
        """What a claim does to the one that it answers, in words."""
        return "gives evidence for" if self is RelationKind.EVIDENCE else self.value


@dataclass(frozen=True, slots=True)
class Relation:
    """A claim's relation to the earlier claim `to` (an id).

    Attributes:
        to: The earlier claim's id.
        kind: How it answers it.
        cue: The text that says so, if any.
        corrected: Whether a person set it.
    """

    to: int
    kind: RelationKind
    cue: Span | None = None
    corrected: bool = False

    @property
    def is_guess(self) -> bool:
        """Whether neither the text nor a person says so."""
        return self.cue is None and not self.corrected

    @property
    def verb(self) -> str:
        """What the claim does to the earlier one, in words; of a guess only that it differs or has the same subject."""
        if self.is_guess:
            return "differs from" if self.sign == "-" else "on the same subject as"
        return self.kind.verb

    @property
    def sign(self) -> str:
        """How it is shown: "+" agrees, "-" disputes, "~" qualifies, " " for not known.

        A guess is only "-" or " ": that one claim follows another does not mean that it agrees.
        """
        if self.is_guess:
            return " " if self.kind.sign == "+" else "-"
        return "~" if self.kind is RelationKind.QUALIFIES else self.kind.sign


@dataclass(frozen=True, slots=True)
class Claim:
    """One holder taking one position inside one paragraph.

    Attributes:
        id: Counts from 1 in text order.
        span: Whole sentences of the text.
        own: Whether it is in the article's own voice.
        voice: Else its holder's id, None where the holder is not found.
        via: The ids of the voices that pass it on, outermost first.
        thread: The id of its thread, if any.
        relation: Its relation to an earlier claim, if any.
        corrected: What of it a person set, by the names of the fields: "relation", "span", "thread", "voice".
    """

    id: int
    span: Span
    own: bool
    voice: int | None = None
    via: tuple[int, ...] = ()
    thread: int | None = None
    relation: Relation | None = None
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """The claims that answer one question.

    Attributes:
        id: Counts from 1 in the order of first claims.
        title: Words copied from the text, or a person's own.
        claims: The ids of its claims, in text order.
        corrected: What of it a person set, by the names of the fields: "claims", "title".
    """

    id: int
    title: str
    claims: tuple[int, ...]
    corrected: tuple[str, ...] = ()

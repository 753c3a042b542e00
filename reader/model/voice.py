"""A voice: a person or a body that is quoted, under the fullest name the text gives it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reader.model.span import Span


class VoiceKind(StrEnum):
    """What a voice is, experts first: the order in which a reader wants them."""

    EXPERT = "expert"
    OFFICIAL = "official"
    JOURNALIST = "journalist"
    PUBLICATION = "publication"
    ORGANISATION = "organisation"
    PERSON = "person"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Voice:
    """A quoted voice.

    `id` counts from 1 in order of first speech; `tag` is a short unique sign made of initials. `role`,
    `affiliation` and `outlet` are the article's own words, None where it has none. `mentions` are the spans of
    the text that name it beside its quotations or where it is introduced, pronouns resolved to it included.
    """

    id: int
    tag: str
    name: str
    kind: VoiceKind
    role: str | None = None
    affiliation: str | None = None
    outlet: str | None = None
    mentions: tuple[Span, ...] = ()


def distinct(name: str, facts: Iterable[str | None]) -> tuple[str, ...]:
    """The facts about a voice that are known, without those that its name or another before them says already."""
    told: list[str] = []
    for fact in facts:
        if fact and fact not in name and not any(fact in other for other in told):
            told.append(fact)
    return tuple(told)

"""What a person keeps of an article."""

from dataclasses import dataclass, field
from enum import StrEnum

from reader.model.span import Span


class Colour(StrEnum):
    """A highlight's colour."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke the highlighted words, as the article had it when they were kept.

    `via` is who passed the words on, outermost first, each by name with the outlet where that is known ("A, in: B").
    `denied` are the words by which the words are denied ("denied", "did not say"), without which they must not be
    shown; "" where they are said.
    """

    name: str
    kind: str
    role: str | None = None
    affiliation: str | None = None
    outlet: str | None = None
    via: tuple[str, ...] = ()
    denied: str = ""

    def denial_prefix(self, words: str) -> str:
        """What has to stand right before `words` of this speaker: "denied: " where that is not among them, else ""."""
        return "" if self.denied in words else f"{self.denied}: "


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch of an article that a person keeps.

    `id` is unique and never changes. `exact` is the text, `prefix` and `suffix` up to 32 characters either side
    (the quote selector of the W3C Web Annotation model). `spans` are its parts in the article's text, several
    where a quotation is interrupted; empty when the text can no longer be found (an orphan). `created` and
    `updated` are ISO 8601 times in UTC. `speaker_pending` tells that it was made before all of the article was known: its speaker
    is to be told anew then.
    """

    id: str
    article_id: str
    spans: tuple[Span, ...]
    exact: str
    prefix: str
    suffix: str
    created: str
    updated: str
    speaker: Speaker | None = None
    quotation: str | None = None
    colour: Colour = Colour.YELLOW
    note: str = ""
    tags: tuple[str, ...] = field(default=())
    speaker_pending: bool = False

"""Highlights: passages that a person marked, with note, colour and tags."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reader.model.span import Span

LEFT_OUT = " […] "
"""Stands for the reporter's words between the parts of a quotation that its cue interrupts."""


class Colour(StrEnum):
    """A highlight's colour."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke the highlighted words, as the article said when they were highlighted.

    Attributes:
        name: The voice's name.
        kind: The voice's kind.
        role: Its role, if known.
        affiliation: Its affiliation, if known.
        outlet: Where its words appeared, if known.
        via: Who passed the words on, outermost first, each by name with the outlet where that is known.
        denied: The words by which the speaker denies what is quoted ("denied", "did not say"), without which it must
            not be shown; "" where the speaker says it.
        corrected: Whether a person set who speaks or what is known of the voice.
        doubt: "probably" or "perhaps" where the speaker may be another one, without which the name must not be
            exported; else "".
    """

    name: str
    kind: str
    role: str | None = None
    affiliation: str | None = None
    outlet: str | None = None
    via: tuple[str, ...] = ()
    denied: str = ""
    corrected: bool = False
    doubt: str = ""

    def denial_prefix(self, words: str) -> str:
        """Return what must be shown before `words` of this speaker: "denied: ", or "" where they contain the denial."""
        return "" if self.denied in words else f"{self.denied}: "

    @property
    def doubt_prefix(self) -> str:
        """What stands before the name of a speaker who may be another one: "probably " or "perhaps "; else ""."""
        return f"{self.doubt} " if self.doubt else ""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A passage of an article that a person marked.

    Attributes:
        id: Unique, and never changes.
        article_id: The article's id.
        spans: Its parts in the article's text, several where a quotation is interrupted; none for an orphan, whose
            words are no longer in the text.
        exact: The text (with `prefix` and `suffix` a quote selector of the W3C's Web Annotation model).
        prefix: Up to 32 characters before it.
        suffix: Up to 32 characters after it.
        created: When it was made (ISO 8601, UTC).
        updated: When it was last changed (ISO 8601, UTC).
        speaker: Who spoke the words, None where that is not known.
        quotation: The text of the quotation that it was made from, if any.
        colour: Its colour.
        note: The person's note.
        tags: The person's tags.
        speaker_pending: Whether it was made before all of the article was analysed, so that the speaker has to be found
            again.
        corrected: What a person set of it, by the names of its fields: "spans", "speaker".
        kept: Its parts as they were highlighted, joined by `join_parts`, where the text of the article is another one
            now; else "".
        now: What stands in the article today in the place of `kept`, where that reads otherwise; else "".
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
    corrected: tuple[str, ...] = ()
    kept: str = ""
    now: str = ""


def distinct_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return the tags, each once: case makes no difference, and the first spelling stays."""
    first: dict[str, str] = {}
    for tag in tags:
        first.setdefault(tag.casefold(), tag)
    return tuple(first.values())


def join_parts(text: str, spans: Sequence[Span]) -> str:
    """Return the words of spans of a text, with LEFT_OUT or the end of a paragraph between them."""
    words = ""
    for span, before in zip(spans, (None, *spans), strict=False):
        if before is not None:
            between = text[before.end : span.start]
            words += "\n\n" if not between.strip() and "\n\n" in between else LEFT_OUT
        words += span.of(text)
    return words

"""A block quotation, and what shows who speaks it."""

from dataclasses import dataclass

from reader.analysis.blocks.passages import STAMP, Passage
from reader.model import Span

SET_APART = "set as a block quote"
POST = "a post under its author’s name"
TRANSLATION = "the translation of a post"
BY_STYLE = "block by its style"
AFTER_COMMA = "block after a comma"
AFTER_COLON = "block after a colon"
AFTER_NO_STOP = "block after a sentence without a stop"
NOT_SET_APART = frozenset({BY_STYLE, AFTER_COMMA, AFTER_COLON, AFTER_NO_STOP})
"""The evidence for a block quotation that neither the source nor a label sets apart from the author's own words, and
that no cue introduces: with one, the evidence begins with the cue."""


@dataclass(slots=True)  # not frozen: so many are created that freezing costs time
class BlockQuote:
    """A block quotation of the passages `first` to `last`; `leadin` is the passage that introduces it, or None.

    `handle` is the span of the "@name" that a post starts with, or of a turn's label; `spans` are the quoted words, one
    span a paragraph, without handle, closer and signature. `signature` is the name in the signature. `how` is the
    evidence in words for a person.
    """

    first: int
    last: int
    leadin: int | None
    spans: tuple[Span, ...]
    handle: Span | None
    how: str
    signature: Span | None = None


def words_without_closer(passage: Passage) -> Span:
    """Return a paragraph's span without a closer such as "[Source]", the spaces before it, and a time stamp."""
    stamp = STAMP.match(passage.text)
    start = passage.span.start + (0 if stamp is None else stamp.end())
    return Span(start, max(start, passage.span.start + passage.closer) if passage.closer else passage.span.end)

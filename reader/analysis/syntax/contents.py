"""Define the content of a cue as a range of tokens."""

from dataclasses import dataclass

from reader.analysis.units.units import NAME, NUMBER, WORD, Unit
from reader.model import QuotationKind

_WORDS = frozenset({NAME, NUMBER, WORD})


@dataclass(slots=True)  # not frozen: so many are created that freezing costs time
class Content:
    """The tokens `first` to `last` (inclusive) of a cue's content; `how` names the construction.

    "that", "bare", "wh", "infinitive", "gerund", "marks" (a marked span alone), "object" (a noun phrase with marks),
    "label" (what something is called), "colon" (what follows a colon in the same sentence), "left" (what a cue closes).
    """

    first: int
    last: int
    how: str


def quotation_kind(u: Unit, content: Content) -> QuotationKind:
    """Return DIRECT, MIXED or INDIRECT: whether all, some or none of the content's words are in quotation marks."""
    if not u.marked(content.first, content.last):
        return QuotationKind.INDIRECT
    outside = not _WORDS.isdisjoint(u.kinds[content.first : content.last + 1])
    return QuotationKind.MIXED if outside else QuotationKind.DIRECT

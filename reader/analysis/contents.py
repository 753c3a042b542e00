"""Content: the tokens that a cue presents, and how they are built."""

from dataclasses import dataclass

from reader.analysis.units import NAME, NUMBER, WORD, Unit


@dataclass(slots=True)  # not frozen: so many are made that it tells in the time
class Content:
    """The tokens `first` to `last` (both included) that a cue presents; `how` names the construction.

    "that", "bare", "wh", "infinitive", "gerund", "marks" (a marked stretch alone), "object" (a noun phrase with marks),
    "label" (what something is called), "colon" (what follows a colon in the same sentence), "left" (what a cue closes).
    """

    first: int
    last: int
    how: str


def marked_words(u: Unit, content: Content) -> str:
    """Whether all, some or none of the content's words stand in marks: "direct", "mixed" or "indirect"."""
    tokens = range(content.first, content.last + 1)
    outside = any(u.kinds[at] in {WORD, NAME, NUMBER} for at in tokens)
    if u.marked(content.first, content.last):
        return "mixed" if outside else "direct"
    return "indirect"

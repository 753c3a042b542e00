"""What the paragraphs of an article show of its author, before it is decided which of them are quotations."""

import re
from typing import NamedTuple

from reader.analysis.blocks.passages import PROSE, Passage
from reader.analysis.blocks.word_classes import PERSON, count_class

_COLON = re.compile(r":\s*(?:\[[A-Za-z]{2,3}\]\s*)?\Z")  # at the end of a lead-in, also before a language ("[fr]")
_ROUND_UP = 2  # lead-ins with a colon in a round-up
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s)\b")
_BEGINNING = 3  # passages of the beginning of an article without a colon
_PARAGRAPH = 60  # characters
_MANY = 10  # paragraphs that show how the author speaks
_MOSTLY = 0.8


class AuthorStyle(NamedTuple):
    """What the paragraphs of an article show of its author.

    Attributes:
        few_leadins: No passage ends in a closer and fewer than two in a colon, so that it is hardly a round-up.
        in_person: Most paragraphs have "I", "we" or "you": the author speaks so, and quoted words do not differ in it.
        plural: The author says "we" between the headline and the first colon, so that "we" shows no other speaker.
    """

    few_leadins: bool
    in_person: bool
    plural: bool

    def count_persons(self, words: str) -> int:
        """Return how many words of the first and second person there are that the author does not use."""
        found = count_class(words, PERSON)
        return found - len(_WE.findall(words)) if found and self.plural else found


def author_style(parts: list[Passage]) -> AuthorStyle:
    """Return what the passages of an article show of its author."""
    closed = any(p.closer is not None for p in parts)
    long = [p.unmarked() for p in parts if p.kind in PROSE and len(p.text) >= _PARAGRAPH]
    leadins = [p.index for p in parts if _COLON.search(p.text)]
    return AuthorStyle(
        few_leadins=not closed and len(leadins) < _ROUND_UP,
        in_person=len(long) >= _MANY and sum(count_class(words, PERSON) > 0 for words in long) >= _MOSTLY * len(long),
        plural=any(_WE.search(p.unmarked()) for p in parts[1 : leadins[0] if leadins else _BEGINNING]),
    )

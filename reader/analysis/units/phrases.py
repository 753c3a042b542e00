"""A noun phrase as token indexes."""

from dataclasses import dataclass


@dataclass(slots=True)  # not frozen: so many are created that freezing costs time
class Phrase:
    """A noun phrase as token indexes, both ends inclusive: the whole, and its head (name, pronoun or noun).

    `kind` is "name", "pronoun" or "noun".
    """

    first: int
    last: int
    head_first: int
    head_last: int
    kind: str

    def reaching(self, first: int, last: int) -> "Phrase":
        """Return the phrase with the same head from token `first` to token `last`."""
        return Phrase(first, last, self.head_first, self.head_last, self.kind)


def pronoun_phrase(at: int) -> Phrase:
    """Return the pronoun or possessive at `at` as a phrase."""
    return Phrase(at, at, at, at, "pronoun")

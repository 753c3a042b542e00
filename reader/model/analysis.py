"""What the engine found in an article."""

import re
from dataclasses import dataclass

from reader.model.argument import Claim, Thread
from reader.model.quotation import Quotation
from reader.model.voice import Voice

ENGINE = "pullquote-24"
"""The name of the engine; here, so that it can be compared without the engine being loaded."""

_WORD = re.compile(r"\w[\w’'\-]*")


@dataclass(frozen=True, slots=True)
class Analysis:
    """Quotations, voices, claims and threads of an article, each in text order with ids from 1.

    Attributes:
        engine: What made it; "" where no engine has read the article.
        quotations: The quotations.
        voices: The voices.
        claims: The claims.
        threads: The threads.
        note: A sentence on what can't be found in this text because of its language; "" for nothing.
        language: The language that it was analysed in (ISO 639-1), whatever the source states; "" where not known.
        replayed: The ids of the corrections of a person that were replayed on it, whether they fitted or not.
    """

    engine: str
    quotations: tuple[Quotation, ...] = ()
    voices: tuple[Voice, ...] = ()
    claims: tuple[Claim, ...] = ()
    threads: tuple[Thread, ...] = ()
    note: str = ""
    language: str = ""
    replayed: tuple[str, ...] = ()

    def voice(self, voice_id: int | None) -> Voice | None:
        """Return the voice with this id; None for None."""
        return None if voice_id is None else self.voices[voice_id - 1]

    def via_voices(self, item: Quotation | Claim) -> tuple[Voice, ...]:
        """Return the voices that pass on a quotation or a claim, outermost first."""
        return tuple(self.voices[voice_id - 1] for voice_id in item.via)

    def quotation(self, quotation_id: int) -> Quotation:
        """Return the quotation with this id."""
        return self.quotations[quotation_id - 1]

    def claim(self, claim_id: int) -> Claim:
        """Return the claim with this id."""
        return self.claims[claim_id - 1]

    def words_by_voice(self, text: str) -> tuple[int, ...]:
        """Return how many words each voice speaks, in the order of the voices.

        Each quoted word counts once, for its innermost voice, so that the sum is the number of quoted words. Takes time
        linear in the quoted words.

        Args:
            text: The article's text.
        """
        counts = [0] * len(self.voices)
        enclosing: list[tuple[int, int | None]] = []  # the end of each part enclosing this one, and its voice
        parts = sorted((part.start, -part.end, each.id) for each in self.quotations for part in each.spans)
        for start, minus_end, number in parts:
            end, voice = -minus_end, self.quotation(number).voice
            while enclosing and enclosing[-1][0] <= start:
                enclosing.pop()
            if enclosing and (outer := enclosing[-1][1]) is not None:
                counts[outer - 1] -= _count(text, start, min(end, enclosing[-1][0]))
            if voice is not None:
                counts[voice - 1] += _count(text, start, end)
            enclosing.append((end, voice))
        return tuple(max(0, count) for count in counts)


def _count(text: str, start: int, end: int) -> int:
    return sum(1 for _ in _WORD.finditer(text, start, end))

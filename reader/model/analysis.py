"""What the engine found in an article."""

import re
from dataclasses import dataclass

from reader.model.argument import Claim, Thread
from reader.model.quotation import Quotation
from reader.model.voice import Voice

_WORD = re.compile(r"\w[\w’'\-]*")


@dataclass(frozen=True, slots=True)
class Analysis:
    """Quotations, voices, claims and threads, each in text order with ids from 1; `engine` names what made it.

    `note` tells a person what could not be known of this text, because of its language; "" where there is nothing.
    `language` is the one that it was read in, by its ISO 639-1 code, whatever its source states; "" for one not known.
    """

    engine: str
    quotations: tuple[Quotation, ...] = ()
    voices: tuple[Voice, ...] = ()
    claims: tuple[Claim, ...] = ()
    threads: tuple[Thread, ...] = ()
    note: str = ""
    language: str = ""

    def voice(self, voice_id: int | None) -> Voice | None:
        """The voice with this id; None for None."""
        return None if voice_id is None else self.voices[voice_id - 1]

    def via_voices(self, said: Quotation | Claim) -> tuple[Voice, ...]:
        """The voices that pass the words of a quotation or a claim on, outermost first."""
        return tuple(self.voices[voice_id - 1] for voice_id in said.via)

    def quotation(self, quotation_id: int) -> Quotation:
        """The quotation with this id."""
        return self.quotations[quotation_id - 1]

    def claim(self, claim_id: int) -> Claim:
        """The claim with this id."""
        return self.claims[claim_id - 1]

    def words_by_voice(self, text: str) -> tuple[int, ...]:
        """How many words of the article's text each voice speaks, in their order, in time linear in the quoted words.

        Each quoted word counts for the innermost voice that speaks it, so that all of them together are the words
        quoted.
        """
        spoken = [0] * len(self.voices)
        around: list[tuple[int, int | None]] = []  # where an enclosing part ends, and whose it is
        parts = sorted((part.start, -part.end, each.id) for each in self.quotations for part in each.spans)
        for start, minus_end, number in parts:
            end, voice = -minus_end, self.quotation(number).voice
            while around and around[-1][0] <= start:
                around.pop()
            if around and (outer := around[-1][1]) is not None:
                spoken[outer - 1] -= _count(text, start, min(end, around[-1][0]))
            if voice is not None:
                spoken[voice - 1] += _count(text, start, end)
            around.append((end, voice))
        return tuple(max(0, count) for count in spoken)


def _count(text: str, start: int, end: int) -> int:
    return sum(1 for _ in _WORD.finditer(text, start, end))

"""What the engine found in an article."""

from dataclasses import dataclass

from reader.model.argument import Claim, Thread
from reader.model.quotation import Quotation
from reader.model.voice import Voice


@dataclass(frozen=True, slots=True)
class Analysis:
    """Quotations, voices, claims and threads, each in text order with ids from 1; `engine` names what made it."""

    engine: str
    quotations: tuple[Quotation, ...] = ()
    voices: tuple[Voice, ...] = ()
    claims: tuple[Claim, ...] = ()
    threads: tuple[Thread, ...] = ()

    def voice(self, voice_id: int | None) -> Voice | None:
        """The voice with this id; None for None."""
        return None if voice_id is None else self.voices[voice_id - 1]

    def claim(self, claim_id: int) -> Claim:
        """The claim with this id."""
        return self.claims[claim_id - 1]

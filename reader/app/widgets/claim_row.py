"""A claim as a row of a list: its number, how it answers another, whose it is, its first words."""

from typing import NamedTuple

from rich.segment import Segment

from reader.app.rendering.segments import cells, ink
from reader.app.rendering.truncate import cut
from reader.app.state import Reading
from reader.app.theming.palette import Palette
from reader.app.viewmodels.voice_stats import voice_stats_of
from reader.app.widgets.list_view import Pieces
from reader.model import Claim

FIRST_WORDS = 240  # as much of a claim as the widest row could need
_SHOWN = {" ": "·", "-": "−"}


class NumberedClaim(NamedTuple):
    """A claim with its number in the list."""

    number: int
    claim: Claim


def claim_row(reading: Reading, numbered: NumberedClaim, palette: Palette, width: int, *, selected: bool) -> Pieces:
    """The row of a claim in `width` cells."""
    number, claim = numbered
    sign, sure = sign_of(claim)
    voice = None if reading.analysis is None else reading.analysis.voice(claim.voice)
    if voice is not None:
        tag = Segment(voice.tag, ink(palette.hue(voice_stats_of(reading).hue(voice.id)), bold=True))
    else:
        tag = Segment("  " if claim.own else "? ", ink(palette.dim))
    pieces = [
        Segment(f"{number:>3} ", ink(palette.accent if selected else palette.dim)),
        Segment(sign, ink(palette.accent if sure else palette.dim, bold=sure)),
        Segment(" "),
        tag,
        Segment(" "),
    ]
    words = reading.article.text[claim.span.start : min(claim.span.end, claim.span.start + FIRST_WORDS)]
    words = cut(" ".join(words.split()), width - cells(pieces))
    return [*pieces, Segment(words, ink(palette.accent if selected else palette.text))]


def sign_of(claim: Claim) -> tuple[str, bool]:
    """The sign of a claim's relation, · where nothing tells one, and whether words of the text license it."""
    if claim.relation is None:
        return "·", False
    return _SHOWN.get(claim.relation.sign, claim.relation.sign), claim.relation.cue is not None

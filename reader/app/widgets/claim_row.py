"""A claim in a list: its number, what it does to which other, its holder's tag, the cue, its first words."""

from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from reader.app.rendering.segments import cell_width, make_style
from reader.app.rendering.truncate import cut
from reader.app.state import Reading
from reader.app.theming.palette import Palette
from reader.app.viewmodels.corrected_mark import YOURS
from reader.app.viewmodels.voice_stats import voice_stats_of
from reader.app.widgets.list_view import Segments
from reader.model import Claim

MAX_CHARACTERS = 240  # of a claim: enough for the widest row
MAX_CUE_WIDTH = 16  # cells, and at most a quarter of the only row, or half of the first one
INDENT = 9  # cells before the words of a claim that answers none or the one before it
_SIGNS = {" ": "·", "-": "−"}


class NumberedClaim(NamedTuple):
    """A claim with its number in the list, and that of the claim that it answers; None where that is not there."""

    number: int
    claim: Claim
    answered: int | None = None


def claim_rows(  # noqa: PLR0913 - each is one fact about the rows
    reading: Reading, numbered: NumberedClaim, palette: Palette, width: int, *, rows: int, selected: bool
) -> list[Segments]:
    """Return the rows of a claim in `width` cells: one, or two with more of its words."""
    number, claim, answered = numbered
    sign, is_stated = relation_sign(claim)
    voice = None if reading.analysis is None else reading.analysis.voice(claim.voice)
    if voice is not None:
        tag = Segment(voice.tag, make_style(palette.hue(voice_stats_of(reading).hue(voice.id)), bold=True))
    else:
        tag = Segment("  " if claim.own else "? ", make_style(palette.dim))
    pieces = [
        Segment(f"{number:>3} ", make_style(palette.accent if selected else palette.dim)),
        Segment(sign, make_style(palette.accent if is_stated else palette.dim, bold=is_stated)),
        Segment(f"{answered} " if is_stated and answered and answered != number - 1 else " ", make_style(palette.dim)),
        tag,
        Segment(" "),
    ]
    if claim.corrected:
        pieces.append(Segment(f"{YOURS} ", make_style(palette.text)))
    style = make_style(palette.accent if selected else palette.text)
    text, start = reading.article.text, claim.span.start
    cue = None if claim.relation is None else claim.relation.cue
    if cue is not None:
        words = cut(" ".join(cue.of(text).split()), min(MAX_CUE_WIDTH, width // (4 if rows == 1 else 2)))
        pieces += [Segment(words, make_style(palette.accent, italic=True)), Segment(" · ", make_style(palette.dim))]
        start = cue.end if cue.start == start else start
    words = text[start : min(claim.span.end, start + MAX_CHARACTERS)].lstrip(" ,")
    shown = words.split()
    if rows == 1:
        return [[*pieces, Segment(cut(" ".join(shown), width - cell_width(pieces)), style)]]
    first = _fitting(shown, width - cell_width(pieces))
    rest = cut(" ".join(shown[first:]), width - INDENT)
    return [[*pieces, Segment(" ".join(shown[:first]), style)], [Segment(" " * INDENT), Segment(rest, style)]]


def _fitting(words: list[str], cells: int) -> int:
    """Return how many of the first words fit a row."""
    used = -1
    for at, word in enumerate(words):
        used += 1 + cell_len(word)
        if used > cells:
            return at
    return len(words)


def relation_sign(claim: Claim) -> tuple[str, bool]:
    """Return the sign of a claim's relation, · for none, and whether words of the text state the relation."""
    if claim.relation is None:
        return "·", False
    return _SIGNS.get(claim.relation.sign, claim.relation.sign), not claim.relation.is_guess

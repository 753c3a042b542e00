"""Classify single quotation marks as opening marks, closing marks or apostrophes."""

import re
from collections.abc import Sequence

from reader.analysis.words.grammar import AUXILIARIES, BE, COORDINATORS, FUNCTION_WORDS, PRONOUNS, SUBORDINATORS
from reader.model import Span

_OPENING = frozenset("‘'‚‛❛`´")
_CLOSING = frozenset("’'´❜‘")
_PLAIN = frozenset("‘'")
SINGLE = _OPENING | _CLOSING

_ELISIONS = re.compile(r"(?:em|tis|twas|til|cause|bout|n|cos|\d\ds?)\b", re.IGNORECASE)
_DOUBLE = '"“„‟⹂«»‹›″〝❝「『＂'
LEADING_IN = frozenset(f"{_DOUBLE}‘'([{{-–—/")
"""What may be right before an opening mark, apart from a blank."""
LED_IN = frozenset(f"{_DOUBLE}‘'([{{$€£¥#@…-–—¿¡")
"""What may be right after an opening mark, apart from a letter or a digit."""
# The end of a word before an apostrophe: a plural possessive (“the guilds’ demand”), an omitted letter, feet.
_APOSTROPHE_ENDS = re.compile(r"(?:s|\d|in|\b(?:an|ol|o|th|wi))\Z", re.IGNORECASE)
_FOLLOWING = re.compile(r"\s(\w+)")
_LEADING = frozenset(",:")
_DASHES = frozenset("-–—")
_LOOKED_BACK = 4  # characters before an apostrophe that are searched
_OPENS, _MAY_OPEN, _MAY_CLOSE, _CLOSES = 2, 1, -1, -2
# Words that cannot begin the noun phrase after a possessive.
_NEVER_OWNED = AUXILIARIES | BE | COORDINATORS | FUNCTION_WORDS | PRONOUNS | SUBORDINATORS


def roles(text: str, paragraph: Span, places: Sequence[tuple[str, int]], *, speech: bool) -> dict[int, bool]:
    """Return the single marks at `places`: True for an opening one, False for a closing one, without apostrophes.

    Most are classified by their neighbours. An ambiguous one, as in “the guilds’ demand” and “the ’68 riots”, is an
    apostrophe where the others form pairs without it: where each open mark still has a certain closing mark, or the
    next paragraph reopens the mark that is left open here. Where single marks are those of `speech`, one after a comma
    or colon opens in any case. Linear in the marks.
    """
    signs = [(at, strength) for mark, at in places if (strength := _strength(text, paragraph, mark, at))]
    if not any(strength > 0 for _, strength in signs):
        return {}
    lowest, behind = 0, []  # after each sign, the lowest count of certain openings minus certain closings
    for _, strength in reversed(signs):
        behind.append(lowest)
        lowest = {_OPENS: 1, _CLOSES: -1}.get(strength, 0) + min(0, lowest)
    reopened = text[paragraph.end : paragraph.end + 3].strip()[:1] in _PLAIN
    found: dict[int, bool] = {}
    depth = 0
    for (at, strength), left in zip(signs, reversed(behind), strict=True):
        needed = depth + 1 if depth or strength == _MAY_OPEN else 0  # number of closing marks
        if strength > 0:
            leads = speech and strength == _OPENS and (text[at] == "‘" or text[max(0, at - 2)] in _LEADING)
            if leads or not needed or left <= -needed:
                found[at] = True
                depth += 1
        elif depth and (strength == _CLOSES or left - reopened > -depth):
            found[at] = False
            depth -= 1
    return found


def _strength(text: str, paragraph: Span, mark: str, at: int) -> int:
    """How surely a single mark opens or closes, by its neighbours; 0 for an apostrophe."""
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if mark in _OPENING and not before.isalnum():
        if after.isalnum():
            return _MAY_OPEN if _ELISIONS.match(text, at + 1, paragraph.end) else _OPENS
        if after in LED_IN and (before.isspace() or before in LEADING_IN):
            return _OPENS
    if mark not in _CLOSING or before.isspace() or after.isalnum():
        return 0
    return _closing(text, paragraph, at) if before.isalnum() else _CLOSES


def _closing(text: str, paragraph: Span, at: int) -> int:
    """How surely a single mark right after a word closes; 0 for the second one of “rock ’n’ roll”."""
    if text[at - 1] in "nN" and at - paragraph.start > 1 and text[at - 2] in SINGLE:
        return 0
    if not text.startswith(" ", at + 1) or not _APOSTROPHE_ENDS.search(
        text, max(paragraph.start, at - _LOOKED_BACK), at
    ):
        return _CLOSES
    if text[at + 2 : at + 3] in _DASHES:
        return _CLOSES
    following = _FOLLOWING.match(text, at + 1, paragraph.end)
    return _CLOSES if following is not None and following[1].lower() in _NEVER_OWNED else _MAY_CLOSE

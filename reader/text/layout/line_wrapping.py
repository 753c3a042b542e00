"""Break a line of text into rows: between words, never inside what is shown together on the screen."""

import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

Measure = Callable[[str], tuple[list[tuple[int, int, int]], int]]
"""Splits a string into grapheme clusters: (start, end, cells) of each, and the cells of all.

The layout gets the function that the screen draws with, so that both agree about every emoji.
"""

# What does not take one cell in every terminal: all but Latin, Greek and Cyrillic without combining marks, and general
# punctuation.
NOT_ONE_CELL = re.compile(r"[^\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e]")
# A row may end after a dash between letters, and a word longer than a row (an address) after one of its signs.
_DASH = re.compile(r"[-–—](?<=[^\W\d_].)(?=[^\W\d_])")
_JOINT = re.compile(r"(?<=[/?&=_.,;:-])(?=\w)")
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^ ]+")
_ADDRESS = re.compile(r"[/@\\_]|\.\w")
# Characters that may not begin or end a row, after JIS X 4051.
_NO_START = frozenset("、。，．・：；？！」』）］｝〉》】〕ー…‥々ゝゞ,.:;?!)]}”’»")
_NO_END = frozenset("「『（［｛〈《【〔([{“‘«")

_MAX_STRETCH = 2
"""Cells by which spaces may be widened, on the average of a row, to make the margin even."""

_MIN_HYPHENATED = 6
"""Letters of a word that may be hyphenated."""

_MIN_GAP = 4
"""Cells that would stay free at the end of a row without hyphenation, for a word to be hyphenated."""

_MAX_WORD = 60
"""Characters of the longest word that is hyphenated."""

_MAX_LADDER = 2
"""Successive rows that may end with a hyphen: Bringhurst, The Elements of Typographic Style, allows three."""


class Piece(NamedTuple):
    """The characters `start` to `end` of the text, shown from `cell` on, counted from the left of the column."""

    start: int
    end: int
    cell: int


class Hyphens:
    """Hyphenates words: `break_points` gives the places in a word, counted from its start, where it may be broken.

    `ends` are the offsets at which rows end inside a word: the hyphen that is shown there is not part of the text.
    """

    def __init__(self, break_points: Callable[[str], Sequence[int]]) -> None:
        self._break_points = break_points
        self.ends: set[int] = set()
        self._ladder = 0

    def hyphenate(self, text: str, start: int, cut: int, limit: int) -> int | None:
        """Return where the row from `start` ends with a hyphen, after `cut` and before `limit`; None for nowhere.

        Names and addresses are not hyphenated. A word as long as a row is hyphenated whatever the rows above end with.
        """
        if limit - cut < _MIN_GAP or (self._ladder >= _MAX_LADDER and cut > start):
            self._ladder = 0
            return None
        found = None
        for word in _WORD.finditer(text, max(cut, start), limit + _MAX_WORD):
            if word.start() >= limit:
                break
            if word.end() >= limit:
                found = word
        if (
            found is None
            or len(found[0]) < _MIN_HYPHENATED
            or not found[0].islower()
            or _is_address(text, found.start())
        ):
            self._ladder = 0
            return None
        places = [
            at for point in self._break_points(found[0]) if max(cut, start) < (at := found.start() + point) < limit
        ]
        self._ladder = self._ladder + 1 if places else 0
        if not places:
            return None
        self.ends.add(places[-1])
        return places[-1]


class Rows(NamedTuple):
    """Where rows start and end, to which more are added; `hyphens` hyphenates words, None leaves them whole."""

    starts: "array[int]"
    ends: "array[int]"
    hyphens: Hyphens | None = None


def wrap(text: str, start: int, end: int, width: int, measure: Measure) -> list[tuple[int, int]]:
    """Return the rows of one line, each from its start to its end, without the spaces where the line is broken."""
    if NOT_ONE_CELL.search(text, start, end) is not None:
        return list(wrap_wide(text, start, end, width, measure))
    rows = Rows(array("q"), array("q"))
    wrap_plain(text, start, end, width, rows)
    return list(zip(rows.starts, rows.ends, strict=True))


def wrap_plain(text: str, start: int, end: int, width: int, rows: Rows) -> None:
    """Add the rows of one line whose characters take one cell each."""
    add_start, add_end, hyphens = rows.starts.append, rows.ends.append, rows.hyphens
    rfind = text.rfind
    dash = -1  # the next place after a dash where a row may end, from the last search
    while end - start > width:
        limit = start + width
        cut = limit if text[limit] == " " else rfind(" ", start + 1, limit)
        while dash <= limit:
            cut = max(cut, dash)
            found = _DASH.search(text, max(dash, start + 1), end)
            dash = found.end() if found else end + width
        if hyphens is not None and (hyphenated := hyphens.hyphenate(text, start, cut, limit)) is not None:
            cut = hyphenated
        elif cut <= start:
            cut = max((joint.start() for joint in _JOINT.finditer(text, start + 1, limit)), default=limit)
        add_start(start)
        add_end(trim_spaces(text, start, cut))
        start = skip_spaces(text, cut, end)
    add_start(start)
    add_end(end)


def wrap_wide(text: str, start: int, end: int, width: int, measure: Measure) -> Iterator[tuple[int, int]]:
    """Yield the rows of one line with wide or combining characters; a grapheme cluster is never broken."""
    first, seam, cells, since = start, start, 0, 0
    before = ""
    for begin, stop, wide in measure(text[start:end])[0]:
        here = start + begin
        char = text[here]
        if _may_break(before, char, text, here, wide):
            seam, since = here, cells
        while cells + wide > width and char != " " and here > first:
            cut, carried = (seam, cells - since) if seam > first else (here, 0)
            yield first, trim_spaces(text, first, cut)
            first = seam = cut
            cells, since = carried, 0
        cells += wide
        before = text[start + stop - 1] if wide < 2 else char  # noqa: PLR2004 - a wide character takes two cells
        if char == " " and here == first:
            first, cells = start + stop, cells - wide
            seam = max(seam, first)
    yield first, end


def justify(text: str, row: Piece, spare: int, measure: Measure) -> tuple[Piece, ...]:
    """Return the words of a row with `spare` more cells between them; the whole row where gaps would be too wide."""
    words = [*_WORDS.finditer(text, row.start, row.end)]
    gaps = len(words) - 1
    if gaps < 1 or not 0 < spare <= gaps * _MAX_STRETCH:
        return (row,)
    pieces, cell = [], row.cell
    for place, word in enumerate(words):
        if place:
            # The wider gaps are distributed over the row, not all at its start.
            cell += spare * place // gaps - spare * (place - 1) // gaps
            cell += measure(text[words[place - 1].end() : word.start()])[1]
        pieces.append(Piece(word.start(), word.end(), cell))
        cell += measure(word[0])[1]
    return tuple(pieces)


def skip_spaces(text: str, start: int, end: int) -> int:
    """Return the first offset from `start` on, at most `end`, that is not a space."""
    while start < end and text[start] == " ":
        start += 1
    return start


def trim_spaces(text: str, start: int, end: int) -> int:
    """Return the last offset up to `end`, at least `start`, that has no space before it."""
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _may_break(before: str, char: str, text: str, here: int, wide: int) -> bool:
    """Whether a row may begin with `char`, which is at `here` after `before`."""
    if not before or char == " " or char in _NO_START or before in _NO_END:
        return False
    if before == " ":
        return True
    return wide == 2 or _is_wide(before) or _DASH.match(text, here - 1) is not None  # noqa: PLR2004 - two cells


def _is_wide(char: str) -> bool:
    return char >= "ᄀ" and (char <= "ᅟ" or "⺀" <= char <= "힣" or "豈" <= char <= "﫿" or "！" <= char <= "｠")


def _is_address(text: str, at: int) -> bool:
    """Whether the word at an offset is part of an address or a file name."""
    start = max(text.rfind(" ", max(0, at - _MAX_WORD), at) + 1, at - _MAX_WORD, 0)
    end = text.find(" ", at, at + _MAX_WORD)
    return _ADDRESS.search(text, start, at + _MAX_WORD if end < 0 else end) is not None

"""Where a line of text is broken into rows: at words, never inside what stands together on the screen."""

import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

Measure = Callable[[str], tuple[list[tuple[int, int, int]], int]]
"""Splits a string into what stands together on the screen: (start, end, cells) of each, and the cells of all.

The layout is handed the one that the screen draws with, so that both agree about every emoji.
"""

# One cell each in every terminal: Latin, Greek and Cyrillic without combining marks, general punctuation.
NOT_ONE_CELL = re.compile(r"[^\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e]")
# A row may end after a dash between letters, and a word longer than a row (an address) after one of its signs.
_DASH = re.compile(r"[-–—](?<=[^\W\d_].)(?=[^\W\d_])")
_JOINT = re.compile(r"(?<=[/?&=_.,;:-])(?=\w)")
_WORD = re.compile(r"[^\W\d_]+")
_UNPARTED = re.compile(r"[^ ]+")
_ADDRESS = re.compile(r"[/@\\_]|\.\w")
# Signs that begin or end no row, after JIS X 4051.
_NO_START = frozenset("、。，．・：；？！」』）］｝〉》】〕ー…‥々ゝゞ,.:;?!)]}”’»")
_NO_END = frozenset("「『（［｛〈《【〔([{“‘«")

_WIDEST = 2
"""Cells by which spaces may be wider, on the average of a row, to make the margin even."""

_SHORTEST = 6
"""Letters of a word that may be parted."""

_GAP = 4
"""Cells that would stay free at the end of a row before a word is parted for them."""

_FAR = 60
"""Characters in which a word that may be parted begins and ends."""

_LADDER = 2
"""Rows one below another that may end with a hyphen: Bringhurst, The Elements of Typographic Style, allows three."""


class Piece(NamedTuple):
    """The characters `start` to `end` of the text, shown from `cell` on, counted from the column's left."""

    start: int
    end: int
    cell: int


class Hyphens:
    """Where words are parted: `parts` gives the places in a word, counted from its start, after which it may be.

    `ends` are the offsets at which rows end inside a word: what is shown there, a hyphen, is not of the text.
    """

    def __init__(self, parts: Callable[[str], Sequence[int]]) -> None:
        self._parts = parts
        self.ends: set[int] = set()
        self._ladder = 0

    def part(self, text: str, start: int, cut: int, limit: int) -> int | None:
        """Where after `cut` the row from `start` may end with a hyphen before `limit`; None where no word is parted.

        Names and addresses are left whole. A word that is as long as a row is parted whatever stands above.
        """
        if limit - cut < _GAP or (self._ladder >= _LADDER and cut > start):
            self._ladder = 0
            return None
        found = None
        for word in _WORD.finditer(text, max(cut, start), limit + _FAR):
            if word.start() >= limit:
                break
            if word.end() >= limit:
                found = word
        if found is None or len(found[0]) < _SHORTEST or not found[0].islower() or _is_address(text, found.start()):
            self._ladder = 0
            return None
        places = [at for part in self._parts(found[0]) if max(cut, start) < (at := found.start() + part) < limit]
        self._ladder = self._ladder + 1 if places else 0
        if not places:
            return None
        self.ends.add(places[-1])
        return places[-1]


class Rows(NamedTuple):
    """Where rows start and end, to which more are added; `hyphens` part words at their ends, None leaves them whole."""

    starts: "array[int]"
    ends: "array[int]"
    hyphens: Hyphens | None = None


def wrap(text: str, start: int, end: int, width: int, measure: Measure) -> list[tuple[int, int]]:
    """The rows of one line, each from its start to its end, without the spaces where it is broken."""
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
        if hyphens is not None and (parted := hyphens.part(text, start, cut, limit)) is not None:
            cut = parted
        elif cut <= start:
            cut = max((joint.start() for joint in _JOINT.finditer(text, start + 1, limit)), default=limit)
        add_start(start)
        add_end(trim_spaces(text, start, cut))
        start = skip_spaces(text, cut, end)
    add_start(start)
    add_end(end)


def wrap_wide(text: str, start: int, end: int, width: int, measure: Measure) -> Iterator[tuple[int, int]]:
    """Rows of one line with wide or combining characters: never broken inside what stands together."""
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
    """The words of a row, with `spare` more cells between them; the row as it is where that would tear holes."""
    words = [*_UNPARTED.finditer(text, row.start, row.end)]
    gaps = len(words) - 1
    if gaps < 1 or not 0 < spare <= gaps * _WIDEST:
        return (row,)
    pieces, cell = [], row.cell
    for place, word in enumerate(words):
        if place:
            # The wider gaps are spread over the row, and not all at its start.
            cell += spare * place // gaps - spare * (place - 1) // gaps
            cell += measure(text[words[place - 1].end() : word.start()])[1]
        pieces.append(Piece(word.start(), word.end(), cell))
        cell += measure(word[0])[1]
    return tuple(pieces)


def skip_spaces(text: str, start: int, end: int) -> int:
    """The first place from `start` on, at most `end`, that is no space."""
    while start < end and text[start] == " ":
        start += 1
    return start


def trim_spaces(text: str, start: int, end: int) -> int:
    """The last place up to `end`, at least `start`, that no space stands before."""
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _may_break(before: str, char: str, text: str, here: int, wide: int) -> bool:
    """Whether a row may begin with `char`, which stands at `here` after `before`."""
    if not before or char == " " or char in _NO_START or before in _NO_END:
        return False
    if before == " ":
        return True
    return wide == 2 or _is_wide(before) or _DASH.match(text, here - 1) is not None  # noqa: PLR2004 - two cells


def _is_wide(char: str) -> bool:
    return char >= "ᄀ" and (char <= "ᅟ" or "⺀" <= char <= "힣" or "豈" <= char <= "﫿" or "！" <= char <= "｠")


def _is_address(text: str, at: int) -> bool:
    """Whether the word at a place is a part of an address or a file's name."""
    start = max(text.rfind(" ", max(0, at - _FAR), at) + 1, at - _FAR, 0)
    end = text.find(" ", at, at + _FAR)
    return _ADDRESS.search(text, start, at + _FAR if end < 0 else end) is not None

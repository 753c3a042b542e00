"""Frames on their way to the terminal: of each only that is written which differs from what stands there already."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, chain, pairwise, repeat
from typing import NamedTuple

_MOVE = re.compile(r"\x1b\[([0-9]+);([0-9]+)H")
_SIGN = re.compile(r"(?:[0-9]+(?:;[0-9]+)*)?")

# What takes one cell in every terminal: Latin, Greek and Cyrillic without combining marks, general punctuation, the
# lines, blocks and other shapes that the program draws with. A row with anything else is written as it comes.
_ODD = re.compile(r"[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u2500-\u25fc]")

# A stretch of cells that differ. A few between them that don't are written again: a leap over them takes as many bytes.
_STRETCH = re.compile(rb"\x01(?:\x00{0,4}\x01)*")

_ENDS = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "9": "29"}
"""What switches an attribute on, and what switches it off (ECMA-48, SGR). Bold and dim share one end."""

_MIXED = {"5": 2, "2": 4}
"""How many parameters follow 38 or 48: one of 256 colours, or one mixed of red, green and blue."""

_ON_BLANKS = frozenset("4579")
"""Attributes that show on a space, too."""


class CellStyle(NamedTuple):
    """How text is set: attributes by their numbers, the colours of text and ground as SGR has them, "" for neither."""

    attributes: frozenset[str] = frozenset()
    colour: str = ""
    ground: str = ""

    @property
    def blank(self) -> tuple[str, frozenset[str], str]:
        """All of it that shows on a space."""
        shown = self.attributes & _ON_BLANKS
        return self.ground, shown, self.colour if shown else ""


PLAIN = CellStyle()


class Cells(NamedTuple):
    """A row whose characters take a cell each, with the look of each; `turns` are where a look begins, and the end."""

    text: str
    looks: tuple[CellStyle, ...]
    turns: tuple[int, ...]


class Stroke:
    """All that a frame draws in one look: the texts, and the leaps of the cursor between them."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self._y = self._x = 0

    def add(self, y: int, x: int, text: str) -> None:
        """Draw `text`, a cell a character, from column `x` of row `y` on: right of all that was drawn in this row."""
        if y != self._y:
            self.written.append(f"\x1b[{y};{x}H")
        elif x > self._x:
            self.written.append(f"\x1b[{x - self._x}C")
        self.written.append(text)
        self._y, self._x = y, x + len(text)


class FrameDiff:
    """What stands on the terminal, and how a frame becomes what has to be written to bring it about.

    It knows each cell that takes one character. What else has been written, wide characters and whatever a terminal
    may measure in its own way, it does not know, and writes as it comes. Positions are counted from 1.
    """

    def __init__(self) -> None:
        self._texts: dict[int, list[str]] = {}
        self._looks: dict[int, list[CellStyle]] = {}

    def thinned(self, frame: str) -> str:
        """What brings about the same screen as `frame`, in which every row begins with a move of the cursor.

        Rows as they come stand first, and then all that is set in one look at once: to leap to the next place takes
        fewer bytes than to turn to another look.
        """
        before, *parts = _MOVE.split(frame)
        written, place = [before], ""
        strokes: dict[CellStyle, Stroke] = {}
        for at in range(0, len(parts), 3):
            y, x, row = int(parts[at]), int(parts[at + 1]), parts[at + 2].rstrip("\n")
            place = "" if row else f"\x1b[{y};{x}H"  # a frame may end with where the cursor is to stand
            cells = cells_of(row)
            if cells is None:
                written.append(f"\x1b[{y};{x}H{row}")
                self._lose(y, x)
                continue
            for first, last in self._differences(y, x, cells):
                look = cells.looks[first]
                stroke = strokes.get(look)
                if stroke is None:
                    stroke = strokes[look] = Stroke()
                stroke.add(y, x + first, cells.text[first:last])
        now = PLAIN
        # What stands on one ground comes together, so that each ground is named once.
        for look, stroke in sorted(strokes.items(), key=lambda drawn: (drawn[0].ground, len(drawn[0].attributes))):
            written += (turn(now, look), *stroke.written)
            now = look
        return "".join((*written, turn(now, PLAIN), place))

    def _differences(self, y: int, x: int, cells: Cells) -> Iterator[tuple[int, int]]:
        """Where a row differs from what stands there, as stretches of one look each."""
        text, looks, turns = cells
        end = x + len(text)
        there, set_in = self._texts.setdefault(y, []), self._looks.setdefault(y, [])
        unknown = max(0, end - len(there))
        there += [""] * unknown
        set_in += [PLAIN] * unknown
        differs = bytes(
            [
                old != new or (was is not will and (new != " " or was.blank != will.blank))
                for old, new, was, will in zip(there[x:end], text, set_in[x:end], looks, strict=True)
            ]
        )
        there[x:end], set_in[x:end] = text, looks
        for begin, stop in pairwise(turns):
            for stretch in _STRETCH.finditer(differs, begin, stop):
                yield stretch.span()

    def _lose(self, y: int, x: int) -> None:
        """Nothing is known of a row from `x` on."""
        del self._texts.setdefault(y, [])[x:]
        del self._looks.setdefault(y, [])[x:]


@lru_cache(maxsize=256)
def cells_of(row: str) -> Cells | None:
    """A row as its cells; None where it holds more than looks and text that takes a cell a character."""
    look = PLAIN
    pieces: list[tuple[str, CellStyle]] = []
    first, *others = row.split("\x1b[")
    for sign, found, text in (("", "m", first), *(other.partition("m") for other in others)):
        turned = turned_by(look, sign) if found else None
        if turned is None or _ODD.search(text):
            return None
        look = turned
        if not text:
            continue
        before, set_in = pieces[-1] if pieces else ("", look)
        # A space shows its ground alone, so that it goes with what stands before or after it.
        if set_in is look or (text.isspace() and set_in.blank == look.blank):
            pieces[-1:] = [(before + text, set_in)]
        elif before.isspace() and set_in.blank == look.blank:
            pieces[-1] = before + text, look
        else:
            pieces.append((text, look))
    return Cells(
        "".join(text for text, _ in pieces),
        tuple(chain.from_iterable(repeat(look, len(text)) for text, look in pieces)),
        tuple(accumulate((len(text) for text, _ in pieces), initial=0)),
    )


@lru_cache(maxsize=1024)
def turned_by(look: CellStyle, sign: str) -> CellStyle | None:
    """The look after an SGR sequence with these parameters; None where it can't be told."""
    if _SIGN.fullmatch(sign) is None:
        return None
    attributes, (_, colour, ground) = set(look.attributes), look
    numbers = sign.split(";") if sign else ["0"]
    while numbers:
        number = numbers.pop(0)
        if number in {"38", "48"}:
            size = _MIXED.get(numbers[0], 0) if numbers else 0
            if not 0 < size <= len(numbers):
                return None
            number, numbers = ";".join([number, *numbers[:size]]), numbers[size:]
        if number == "0":
            attributes, colour, ground = set(), "", ""
        elif number in _ENDS:
            attributes.add(number)
        elif number in _ENDS.values():
            attributes -= {begin for begin, end in _ENDS.items() if end == number}
        elif len(number) > 1 and number[0] in "39":
            colour = number.removeprefix("39")
        elif len(number) > 1 and (number[0] == "4" or number.startswith("10")):
            ground = number.removeprefix("49")
        else:
            return None
    return CellStyle(frozenset(attributes), colour, ground)


@lru_cache(maxsize=1024)
def turn(before: CellStyle, after: CellStyle) -> str:
    """The sequence that turns one look into another, "" where there is nothing to turn."""
    if before == after:
        return ""
    if after == PLAIN:
        return "\x1b[m"
    ended = {_ENDS[number] for number in before.attributes - after.attributes}
    begun = {number for number in after.attributes if number not in before.attributes or _ENDS[number] in ended}
    signs = [*sorted(ended), *sorted(begun)]
    if before.colour != after.colour:
        signs.append(after.colour or "39")
    if before.ground != after.ground:
        signs.append(after.ground or "49")
    return f"\x1b[{';'.join(signs)}m"

"""The difference between two frames: what has to be written so that the terminal shows the second one."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, chain, pairwise, repeat
from typing import NamedTuple

_CURSOR_POSITION = re.compile(r"\x1b\[([0-9]+);([0-9]+)H")
_SGR_PARAMETERS = re.compile(r"(?:[0-9]+(?:;[0-9]+)*)?")

# All characters but those that take one cell in every terminal: Latin, Greek and Cyrillic without combining marks,
# general punctuation, the lines, blocks and other shapes that the program draws with. A row with any of them is written
# as it comes.
_UNCERTAIN_WIDTH = re.compile(
    r"[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u2500-\u25fc]"
)

# A run of cells that differ. Up to four equal cells between them are written again: to move the cursor over them takes
# as many bytes.
_CHANGED_RUN = re.compile(rb"\x01(?:\x00{0,4}\x01)*")

_OFF_CODES = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "9": "29"}
"""For the SGR code that sets an attribute the one that resets it (ECMA-48). Bold and dim share one."""

_COLOUR_PARAMETERS = {"5": 2, "2": 4}
"""How many parameters follow 38 or 48, by the first of them: one of 256 colours, or red, green and blue."""

_SEEN_ON_SPACES = frozenset("4579")
"""Attributes that are seen on a space, too: underline, blink, reverse, strike."""


class CellStyle(NamedTuple):
    """The style of a cell: its attributes as SGR codes, and its colours as SGR parameters, "" for the default ones."""

    attributes: frozenset[str] = frozenset()
    foreground: str = ""
    background: str = ""

    @property
    def on_space(self) -> tuple[str, frozenset[str], str]:
        """What of the style is seen on a space."""
        seen = self.attributes & _SEEN_ON_SPACES
        return self.background, seen, self.foreground if seen else ""


PLAIN = CellStyle()


class Cells(NamedTuple):
    """A row whose characters take a cell each, and the style of each.

    `boundaries` are the indexes at which a new style begins, with the length of the row at the end.
    """

    text: str
    styles: tuple[CellStyle, ...]
    boundaries: tuple[int, ...]


class StyledOutput:
    """All that a frame writes in one style: texts, and the cursor movements between them."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self._row = self._column = 0

    def add(self, row: int, column: int, text: str) -> None:
        """Write `text` from a column of a row on: right of all that was written in this row."""
        if row != self._row:
            self.written.append(f"\x1b[{row};{column}H")
        elif column > self._column:
            self.written.append(f"\x1b[{column - self._column}C")
        self.written.append(text)
        self._row, self._column = row, column + len(text)


class FrameDiff:
    """Keeps what the terminal shows, and computes what has to be written for the next frame.

    Only cells with a character of one cell are kept. Wide characters, and whatever else terminals may measure
    differently, are written as they come. Rows and columns are counted from 1.
    """

    def __init__(self) -> None:
        self._characters: dict[int, list[str]] = {}
        self._styles: dict[int, list[CellStyle]] = {}

    def difference(self, frame: str) -> str:
        """Return what brings the terminal to show `frame`, in which every row begins with a cursor position.

        Rows that are written as they come are first, then all cells of one style after the other: to move the cursor
        takes fewer bytes than to change the style.
        """
        before, *parts = _CURSOR_POSITION.split(frame)
        written, cursor = [before], ""
        outputs: dict[CellStyle, StyledOutput] = {}
        for at in range(0, len(parts), 3):
            row, column, content = int(parts[at]), int(parts[at + 1]), parts[at + 2].rstrip("\n")
            cursor = "" if content else f"\x1b[{row};{column}H"  # a frame may end with the position of the cursor
            cells = parse_row(content)
            if cells is None:
                written.append(f"\x1b[{row};{column}H{content}")
                self._forget(row, column)
                continue
            for first, last in self._changed_runs(row, column, cells):
                style = cells.styles[first]
                output = outputs.get(style)
                if output is None:
                    output = outputs[style] = StyledOutput()
                output.add(row, column + first, cells.text[first:last])
        current = PLAIN
        # Styles with the same background follow each other, so that each background is set once.
        for style, output in sorted(outputs.items(), key=lambda item: (item[0].background, len(item[0].attributes))):
            written += (style_change(current, style), *output.written)
            current = style
        return "".join((*written, style_change(current, PLAIN), cursor))

    def _changed_runs(self, row: int, column: int, cells: Cells) -> Iterator[tuple[int, int]]:
        """The runs of cells of a row that differ from what the terminal shows, each of one style."""
        text, styles, boundaries = cells
        end = column + len(text)
        shown, shown_styles = self._characters.setdefault(row, []), self._styles.setdefault(row, [])
        unknown = max(0, end - len(shown))
        shown += [""] * unknown
        shown_styles += [PLAIN] * unknown
        changed = bytes(
            [
                old != new or (was is not now and (new != " " or was.on_space != now.on_space))
                for old, new, was, now in zip(shown[column:end], text, shown_styles[column:end], styles, strict=True)
            ]
        )
        shown[column:end], shown_styles[column:end] = text, styles
        for begin, stop in pairwise(boundaries):
            for run in _CHANGED_RUN.finditer(changed, begin, stop):
                yield run.span()

    def _forget(self, row: int, column: int) -> None:
        """Forget what the terminal shows in a row from a column on."""
        del self._characters.setdefault(row, [])[column:]
        del self._styles.setdefault(row, [])[column:]


@lru_cache(maxsize=256)
def parse_row(row: str) -> Cells | None:
    """Return the cells of a row; None where it has more than SGR sequences and characters of one cell."""
    style = PLAIN
    pieces: list[tuple[str, CellStyle]] = []
    first, *others = row.split("\x1b[")
    for parameters, end, text in (("", "m", first), *(other.partition("m") for other in others)):
        changed = apply_sgr(style, parameters) if end else None
        if changed is None or _UNCERTAIN_WIDTH.search(text):
            return None
        style = changed
        if not text:
            continue
        before, style_before = pieces[-1] if pieces else ("", style)
        # Of a space only the background is seen, so that it can join the piece before or after it.
        if style_before is style or (text.isspace() and style_before.on_space == style.on_space):
            pieces[-1:] = [(before + text, style_before)]
        elif before.isspace() and style_before.on_space == style.on_space:
            pieces[-1] = before + text, style
        else:
            pieces.append((text, style))
    return Cells(
        "".join(text for text, _ in pieces),
        tuple(chain.from_iterable(repeat(style, len(text)) for text, style in pieces)),
        tuple(accumulate((len(text) for text, _ in pieces), initial=0)),
    )


@lru_cache(maxsize=1024)
def apply_sgr(style: CellStyle, parameters: str) -> CellStyle | None:
    """Return the style after an SGR sequence with these parameters; None where one of them is not known."""
    if _SGR_PARAMETERS.fullmatch(parameters) is None:
        return None
    attributes, (_, foreground, background) = set(style.attributes), style
    codes = parameters.split(";") if parameters else ["0"]
    while codes:
        code = codes.pop(0)
        if code in {"38", "48"}:
            size = _COLOUR_PARAMETERS.get(codes[0], 0) if codes else 0
            if not 0 < size <= len(codes):
                return None
            code, codes = ";".join([code, *codes[:size]]), codes[size:]
        if code == "0":
            attributes, foreground, background = set(), "", ""
        elif code in _OFF_CODES:
            attributes.add(code)
        elif code in _OFF_CODES.values():
            attributes -= {on for on, off in _OFF_CODES.items() if off == code}
        elif len(code) > 1 and code[0] in "39":
            foreground = code.removeprefix("39")
        elif len(code) > 1 and (code[0] == "4" or code.startswith("10")):
            background = code.removeprefix("49")
        else:
            return None
    return CellStyle(frozenset(attributes), foreground, background)


@lru_cache(maxsize=1024)
def style_change(before: CellStyle, after: CellStyle) -> str:
    """Return the SGR sequence that changes one style into another, "" where they are equal."""
    if before == after:
        return ""
    if after == PLAIN:
        return "\x1b[m"
    off = {_OFF_CODES[code] for code in before.attributes - after.attributes}
    on = {code for code in after.attributes if code not in before.attributes or _OFF_CODES[code] in off}
    codes = [*sorted(off), *sorted(on)]
    if before.foreground != after.foreground:
        codes.append(after.foreground or "39")
    if before.background != after.background:
        codes.append(after.background or "49")
    return f"\x1b[{';'.join(codes)}m"

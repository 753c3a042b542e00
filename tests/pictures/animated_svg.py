"""An SVG that plays screens of a terminal one after the other, by CSS alone: no script, no font, nothing from elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeAlias
from xml.sax.saxutils import escape

TEXT, PAGE, DIM = "d9dad7", "15181c", "959ca3"
"""The colours of a cell that has none of its own, and of the line under the screen."""

_CELL, _ROW, _SIZE = 9.6, 19.0, 16  # pixels: width and height of a cell, size of the letters
_MARGIN = 14.0
_CAPTION = 40.0
_CHARACTER = 8.4  # width of a letter of the key that is shown under the screen
_BLANK = "\N{NO-BREAK SPACE}"  # viewers join other blanks to one, or drop them at the ends of a text
# pyte gives the first eight of a terminal's sixteen colours by name, and all others as six hexadecimal digits.
_NAMED = {
    "brown": "b58900",
    "black": "000000",
    "red": "cc4444",
    "green": "44aa66",
    "blue": "5577cc",
    "magenta": "aa55aa",
    "cyan": "44aaaa",
    "white": "d9dad7",
}


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring cells of a row that look the same: the column of the first, their characters, their look."""

    column: int
    text: str
    colour: str
    background: str
    bold: bool
    italic: bool
    underlined: bool


Row: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A screen, the key that led to it, what that key does, and for how many seconds it is shown."""

    rows: tuple[Row, ...]
    key: str
    caption: str
    seconds: float


def runs(cells: Sequence[Any]) -> Row:
    """Join the cells of a row, each a `pyte.screens.Char`, to runs; blanks on the page's own colour are left out."""
    looks = ((column, cell.data, *_look(cell)) for column, cell in enumerate(cells))
    row = []
    for look, group in groupby(looks, key=lambda entry: entry[2:]):
        entries = list(group)
        text = "".join(entry[1] for entry in entries)
        blanks = len(text) - len(text.lstrip(" "))
        if look[1] != PAGE or look[4]:  # what has a background or a line under it is drawn whole
            row.append(Run(entries[0][0], text, *look))
        elif text.strip():
            row.append(Run(entries[0][0] + blanks, text.strip(" "), *look))
    return tuple(row)


def _look(cell: Any) -> tuple[str, str, bool, bool, bool]:
    """The colours of a cell, its letters' first, and whether it is bold, italic, underlined."""
    colour, background = _rgb(cell.fg, TEXT), _rgb(cell.bg, PAGE)
    if cell.reverse:
        colour, background = background, colour
    return colour, background, cell.bold, cell.italics, cell.underscore


def _rgb(name: str, default: str) -> str:
    return default if name == "default" else _NAMED.get(name, name)


def animated(frames: Sequence[Frame], columns: int, *, still: int, label: str) -> str:
    """Draw the frames as one SVG that plays them over and over.

    Args:
        frames: The screens in order, all of the same number of rows.
        columns: The number of cells in a row.
        still: The index of the frame that is shown where nothing may move.
        label: What the picture shows, for those who do not see it.
    """
    rows = len(frames[0].rows)
    width = columns * _CELL + 2 * _MARGIN
    height = rows * _ROW + 2 * _MARGIN + _CAPTION
    drawn: dict[tuple[int, ...], list[str]] = {}
    for y in range(rows):
        contents: dict[Row, list[int]] = {}
        for number, frame in enumerate(frames):
            contents.setdefault(frame.rows[y], []).append(number)
        for row, numbers in contents.items():
            drawn.setdefault(tuple(numbers), []).append(_row(row, y))
    for number, frame in enumerate(frames):
        drawn.setdefault((number,), []).append(_captioned(frame, rows))
    groups = "".join(
        f'<g class="g{index}{" s" if still in numbers else ""}">{"".join(parts)}</g>\n'
        for index, (numbers, parts) in enumerate(drawn.items())
        if any(parts)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img">\n'
        f"<title>{escape(label)}</title>\n<style>\n{_style(frames, drawn)}</style>\n"
        f'<rect width="{width:g}" height="{height:g}" rx="8" fill="#{PAGE}"/>\n'
        f'<g transform="translate({_MARGIN:g} {_MARGIN:g})">\n{groups}</g>\n</svg>\n'
    )


def _style(frames: Sequence[Frame], drawn: Iterable[tuple[int, ...]]) -> str:
    """When each group of rows is to be seen. Where a person asked for less motion, the still alone is."""
    whole = sum(frame.seconds for frame in frames)
    starts = [sum(frame.seconds for frame in frames[:number]) / whole * 100 for number in range(len(frames))]
    moving = [f"g g{{animation:{whole:g}s step-end infinite}}"]
    for index, numbers in enumerate(drawn):
        if len(numbers) == len(frames):
            moving.append(f".g{index}{{opacity:1;animation-name:none!important}}")
            continue
        seen = [number in numbers for number in range(len(frames))]
        steps = "".join(
            f"{starts[number]:.4g}%{{opacity:{int(now)}}}"
            for number, now in enumerate(seen)
            if not number or now != seen[number - 1]
        )
        moving.append(
            f"@keyframes k{index}{{{steps}100%{{opacity:{int(seen[-1])}}}}}.g{index}{{animation-name:k{index}}}"
        )
    fonts = "ui-monospace,'Cascadia Mono','DejaVu Sans Mono',Menlo,Consolas,monospace"
    return (
        f"text{{font:{_SIZE}px {fonts};fill:#{TEXT}}}\n.b{{font-weight:bold}}.i{{font-style:italic}}"
        ".u{text-decoration:underline}\ng g{opacity:0}g .s{opacity:1}\n"
        "@media (prefers-reduced-motion:no-preference){\n" + "\n".join(moving) + "\n}\n"
    )


def _row(row: Row, y: int) -> str:
    grounds = "".join(
        f'<rect x="{run.column * _CELL:.4g}" y="{y * _ROW:g}" width="{len(run.text) * _CELL + 0.3:.4g}"'
        f' height="{_ROW + 0.3:g}" fill="#{run.background}"/>'
        for run in row
        if run.background != PAGE
    )
    return grounds + "".join(_run(run, y) for run in row if run.text.strip() or run.underlined)


def _run(run: Run, y: int) -> str:
    text = run.text if run.underlined else run.text.strip()
    column = run.column + run.text.index(text)
    classes = "".join(
        name for name, there in (("b ", run.bold), ("i ", run.italic), ("u ", run.underlined)) if there
    ).strip()
    named = f' class="{classes}"' if classes else ""
    length = f' textLength="{len(text) * _CELL:.5g}"' if len(text) > 1 else ""
    fill = "" if run.colour == TEXT else f' style="fill:#{run.colour}"'
    at = f'x="{column * _CELL:.5g}" y="{(y + 0.77) * _ROW:.5g}"'
    return f"<text {at}{length}{named}{fill}>{escape(text.replace(' ', _BLANK))}</text>"


def _captioned(frame: Frame, rows: int) -> str:
    """The key that was pressed, in a frame, and what it does."""
    top = rows * _ROW + 12
    width = len(frame.key) * _CHARACTER + 20
    return (
        f'<rect x="10" y="{top:g}" width="{width:g}" height="26" rx="5" fill="#1e2228" stroke="#6b727a"/>'
        f'<text x="{10 + width / 2:g}" y="{top + 18:g}" text-anchor="middle" class="b" style="font-size:14px">'
        f"{escape(frame.key)}</text>"
        f'<text x="{width + 24:g}" y="{top + 18:g}" style="font-size:14px;fill:#{DIM}">{escape(frame.caption)}</text>'
    )

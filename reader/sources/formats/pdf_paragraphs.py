"""Lines set on pages to blocks: paragraphs run on over lines and pages, running heads and page numbers go.

What is a paragraph is told from where its lines stand: the space above, the indent of the first line, and how far
the last line reaches. Sizes and distances are in points.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reader.model import BlockKind
from reader.sources.draft import Part, mark_continued_quotes


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of text on a page: where its first letter stands from the page's lower left corner, and its height."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _PageBody:
    """How most of the text is set: size, distance of lines, characters in a full line, left edge of each page."""

    size: float
    spacing: float
    full: int
    margins: tuple[float, ...]


_Paragraph = list[tuple[int, PrintedLine]]

_EDGE = 2  # lines at the top and at the bottom of a page among which running heads are looked for
_OFTEN = 3  # pages
_NUMBER = re.compile(
    r"[-–—|·\s\[\]()]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|·\s\[\]()]*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,7}$")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*$")
_BULLET = re.compile(r"[•◦▪●○■‣⁃–*\uf0a7\uf0b7-]\s+(?=\S)")  # two are those of Symbol and Wingdings
_LEADERS = re.compile(r"\.{5}|(?:\. ){4}")  # as in a table of contents
_PARTED = re.compile(r"(\w+)[-\u2010]$")
_FIRST_WORD = re.compile(r"\w+")
_INDENT = 0.8  # of the size
_QUOTE_INDENT = 1.2
_GAP = 1.35  # of the usual distance of lines
_SHORT = 0.8  # of a full line
_LARGER, _SMALLER = 1.12, 0.92
_HEADING = 200  # characters
_COLUMN = 150.0


def paragraphs_of_pages(pages: Sequence[Sequence[PrintedLine]]) -> list[Part]:
    """The blocks that the lines of these pages make, in order."""
    bare = _without_heads(pages)
    lines = [line for page in bare for line in page]
    if not lines:
        return []
    body = _body(bare, lines)
    words = Counter(word.casefold() for line in lines for word in re.findall(r"[\w-]+", line.text[:-1]))
    sizes = sorted({round(line.size) for line in lines if line.size > body.size * _LARGER}, reverse=True)
    return mark_continued_quotes([_part(paragraph, body, sizes, words) for paragraph in _paragraphs(bare, body)])


def _without_heads(pages: Sequence[Sequence[PrintedLine]]) -> list[list[PrintedLine]]:
    """The pages without those lines at their edges that are a number or stand, but for numbers, on others as well."""
    counts = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    often = max(2, min(_OFTEN, len(pages)))
    found = []
    for page in pages:
        edges = _edges(page)
        gone = {id(line) for line in edges if counts[_key(line)] >= often or _NUMBER.fullmatch(line.text)}
        found.append([line for line in page if id(line) not in gone])
    return found


def _edges(page: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The highest and the lowest lines of a page that has more than those."""
    if not page:
        return []
    heights = sorted({round(line.y) for line in page})
    edge = {*heights[:_EDGE], *heights[-_EDGE:]} if len(heights) > 2 * _EDGE else {heights[0], heights[-1]}
    return [line for line in page if round(line.y) in edge]


def _key(line: PrintedLine) -> tuple[str, int]:
    """What a running head has in common on all its pages: its words but for numbers, and its height."""
    return _DIGITS.sub("0", line.text.casefold()), round(line.y / 4)


def _body(pages: Sequence[Sequence[PrintedLine]], lines: Sequence[PrintedLine]) -> _PageBody:
    weights = Counter[float]()
    for line in lines:
        weights[round(line.size * 2) / 2] += len(line.text)
    size = weights.most_common(1)[0][0]
    usual = [line for line in lines if _is_near(line.size, size)]
    lengths = sorted(len(line.text) for line in usual)
    gaps = Counter(
        round((line.y - after.y) * 2) / 2
        for page in pages
        for line, after in pairwise(page)
        if 0 < line.y - after.y < 3 * size and _is_near(line.size, size)
    )
    spacing = gaps.most_common(1)[0][0] if gaps else size * 1.2
    full = lengths[int(len(lengths) * 0.9)] if lengths else 0
    edges = (min((line.x for line in page if _is_near(line.size, size)), default=0.0) for page in pages)
    return _PageBody(size, spacing, full, tuple(edges))


def _is_near(size: float, body: float) -> bool:
    return body * _SMALLER <= size <= body * _LARGER


def _paragraphs(pages: Sequence[Sequence[PrintedLine]], body: _PageBody) -> list[_Paragraph]:
    """The lines by the paragraphs that they make; notes at the foot of a page come after the paragraph they cut."""
    found: list[_Paragraph] = []
    notes: list[_Paragraph] = []
    for number, page in enumerate(pages):
        foot = _foot(page, body)
        for i, line in enumerate(page[:foot]):
            before = page[i - 1] if i else found[-1][-1][1] if found else None
            after = page[i + 1] if i + 1 < foot else None
            if before is None or _starts(before, line, body, after, apart=i == 0):
                found += notes
                notes = []
                found.append([])
            found[-1].append((number, line))
        for i, line in enumerate(page[foot:], foot):
            if i == foot or _starts(page[i - 1], line, body, None):
                notes.append([])
            notes[-1].append((number, line))
    return found + notes


def _foot(page: Sequence[PrintedLine], body: _PageBody) -> int:
    """Where the small lines begin that end a page, its length where there are none."""
    foot = len(page)
    while foot and page[foot - 1].size < body.size * _SMALLER:
        foot -= 1
    return foot or len(page)


def _starts(
    before: PrintedLine, line: PrintedLine, body: _PageBody, after: PrintedLine | None, *, apart: bool = False
) -> bool:
    """Whether `line` starts a paragraph; `apart` says that the line `before` stands on an earlier page."""
    if _is_other(before, line, body):
        return True
    down = before.y - line.y
    ends = bool(_SENTENCE_END.search(before.text))
    elsewhere = apart or down < -body.size or abs(before.x - line.x) > _COLUMN
    if elsewhere:
        indented = line.text[0].isupper() and after is not None and line.x - after.x > _INDENT * line.size
        return ends and (indented or len(before.text) < body.full * _SHORT)
    if down > max(body.spacing * _GAP, line.size * 1.5):
        return True
    if line.x - before.x > _INDENT * line.size:
        return after is None or abs(after.x - line.x) > 1 or line.x - before.x > 2 * _INDENT * line.size
    if before.x - line.x > _QUOTE_INDENT * line.size and ends and len(before.text) > body.full * _SHORT:
        return line.text[0].isupper() or line.text[0] in "“\"'"
    return ends and len(before.text) < body.full * _SHORT


def _is_other(before: PrintedLine, line: PrintedLine, body: _PageBody) -> bool:
    """Whether `line` is of another make than the line before it: its letters, a bullet, an entry of a contents list."""
    bullet = _BULLET.match(line.text)
    # A dash or an asterisk may as well stand inside a sentence.
    listed = bullet and (bullet[0][0] not in "–*-" or _SENTENCE_END.search(before.text) or _BULLET.match(before.text))
    unlike = abs(before.size - line.size) > 0.1 * body.size or before.bold != line.bold
    return unlike or bool(listed) or _LEADERS.search(before.text) is not None


def _part(paragraph: _Paragraph, body: _PageBody, sizes: list[int], words: Counter[str]) -> Part:
    lines = [line for _, line in paragraph]
    text = _joined((line.text for line in lines), words)
    first = lines[0]
    short = len(text) <= _HEADING and not _LEADERS.search(text)
    if short and round(first.size) in sizes:
        return Part(BlockKind.HEADING, text, min(sizes.index(round(first.size)) + 1, 6))
    if short and first.bold and _is_near(first.size, body.size) and not text.endswith((".", ",", ";")):
        return Part(BlockKind.HEADING, text, min(len(sizes) + 2, 6))
    bullet = _BULLET.match(text)
    if bullet:
        return Part(BlockKind.ITEM, text[bullet.end() :], 1)
    if _is_set_in(paragraph, body):
        return Part(BlockKind.QUOTE, text, 1)
    return Part(BlockKind.PARAGRAPH, text)


def _is_set_in(paragraph: _Paragraph, body: _PageBody) -> bool:
    """Whether every line of a paragraph stands further in than the text around it, as a block quote does."""
    if len(paragraph) < 2:  # noqa: PLR2004 - one line may be the only one of an indented paragraph
        return False
    ins = [(line.x - body.margins[page]) / line.size if line.size else 0.0 for page, line in paragraph]
    rest = ins[1:]
    return min(ins) >= _QUOTE_INDENT and max(rest) - min(rest) < _QUOTE_INDENT / 2 and median(ins) * body.size < _COLUMN


def _joined(texts: Iterable[str], words: Counter[str]) -> str:
    """Lines as one; a word that was parted at a line's end is whole again.

    The hyphen stays where the text elsewhere writes the word with it, or where what follows is no small letter.
    """
    joined = ""
    for text in texts:
        parted = _PARTED.search(joined)
        rest = _FIRST_WORD.match(text)
        if parted and rest:
            whole, compound = f"{parted[1]}{rest[0]}".casefold(), f"{parted[1]}-{rest[0]}".casefold()
            drop = text[0].islower() and (words[whole] > 0 or not words[compound])
            joined = (joined[:-1] if drop else joined) + text
        else:
            joined = f"{joined} {text}" if joined else text
    return joined

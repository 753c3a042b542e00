"""Make blocks of the lines on PDF pages: join paragraphs across lines and pages, drop running heads and page numbers.

Paragraphs are recognized by the positions of their lines: the space above, the indent of the first line, and how far
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
    """A line of text on a page.

    `x` and `y` are the position of its first character from the lower left corner of the page, `size` is its height.
    """

    text: str
    x: float
    y: float
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _PageBody:
    """How most of the text is set: size, line distance, characters in a full line, left margin of each page."""

    size: float
    spacing: float
    full_line: int
    margins: tuple[float, ...]


_Paragraph = list[tuple[int, PrintedLine]]

_EDGE_LINES = 2  # lines at the top and at the bottom of a page that may be running heads
_LEAST_REPEATS = 3  # pages
_NUMBER = re.compile(
    r"[-–—|·\s\[\]()]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|·\s\[\]()]*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,7}$")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*$")
_BULLET = re.compile(
    r"[•◦▪●○■‣⁃–*\uf0a7\uf0b7-]\s+(?=\S)"
)  # two of them are characters of the fonts Symbol and Wingdings
_DOT_LEADERS = re.compile(r"\.{5}|(?:\. ){4}")  # as in a table of contents
_HYPHENATED = re.compile(r"(\w+)[-\u2010]$")
_FIRST_WORD = re.compile(r"\w+")
_INDENT = 0.8  # of the size
_QUOTE_INDENT = 1.2
_PARAGRAPH_SPACING = 1.35  # of the usual line distance
_SHORT_LINE = 0.8  # of a full line
_LARGER, _SMALLER = 1.12, 0.92
_LONGEST_HEADING = 200  # characters
_COLUMN_WIDTH = 150.0


def paragraphs_of_pages(pages: Sequence[Sequence[PrintedLine]]) -> list[Part]:
    """Return the blocks that the lines of some pages make, in order."""
    pages_without_heads = _remove_running_heads(pages)
    lines = [line for page in pages_without_heads for line in page]
    if not lines:
        return []
    body = _measure_body(pages_without_heads, lines)
    words = Counter(word.casefold() for line in lines for word in re.findall(r"[\w-]+", line.text[:-1]))
    sizes = sorted({round(line.size) for line in lines if line.size > body.size * _LARGER}, reverse=True)
    return mark_continued_quotes(
        [_make_part(paragraph, body, sizes, words) for paragraph in _group_paragraphs(pages_without_heads, body)]
    )


def _remove_running_heads(pages: Sequence[Sequence[PrintedLine]]) -> list[list[PrintedLine]]:
    """Return the pages without lines at their edges that are numbers or that recur, but for numbers, on other pages."""
    counts = Counter(key for page in pages for key in {_running_head_key(line) for line in _edge_lines(page)})
    least_repeats = max(2, min(_LEAST_REPEATS, len(pages)))
    found = []
    for page in pages:
        edges = _edge_lines(page)
        removed = {
            id(line)
            for line in edges
            if counts[_running_head_key(line)] >= least_repeats or _NUMBER.fullmatch(line.text)
        }
        found.append([line for line in page if id(line) not in removed])
    return found


def _edge_lines(page: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return the highest and the lowest lines of a page."""
    if not page:
        return []
    heights = sorted({round(line.y) for line in page})
    edge = (
        {*heights[:_EDGE_LINES], *heights[-_EDGE_LINES:]}
        if len(heights) > 2 * _EDGE_LINES
        else {heights[0], heights[-1]}
    )
    return [line for line in page if round(line.y) in edge]


def _running_head_key(line: PrintedLine) -> tuple[str, int]:
    """Return what a running head has in common on all its pages: its words without numbers, and its height."""
    return _DIGITS.sub("0", line.text.casefold()), round(line.y / 4)


def _measure_body(pages: Sequence[Sequence[PrintedLine]], lines: Sequence[PrintedLine]) -> _PageBody:
    weights = Counter[float]()
    for line in lines:
        weights[round(line.size * 2) / 2] += len(line.text)
    size = weights.most_common(1)[0][0]
    body_lines = [line for line in lines if _is_near(line.size, size)]
    lengths = sorted(len(line.text) for line in body_lines)
    gaps = Counter(
        round((line.y - after.y) * 2) / 2
        for page in pages
        for line, after in pairwise(page)
        if 0 < line.y - after.y < 3 * size and _is_near(line.size, size)
    )
    spacing = gaps.most_common(1)[0][0] if gaps else size * 1.2
    full_line = lengths[int(len(lengths) * 0.9)] if lengths else 0
    edges = (min((line.x for line in page if _is_near(line.size, size)), default=0.0) for page in pages)
    return _PageBody(size, spacing, full_line, tuple(edges))


def _is_near(size: float, body: float) -> bool:
    return body * _SMALLER <= size <= body * _LARGER


def _group_paragraphs(pages: Sequence[Sequence[PrintedLine]], body: _PageBody) -> list[_Paragraph]:
    """Group the lines into paragraphs; footnotes come after the paragraph that they interrupt."""
    found: list[_Paragraph] = []
    notes: list[_Paragraph] = []
    for number, page in enumerate(pages):
        footnotes_start = _find_footnotes(page, body)
        for i, line in enumerate(page[:footnotes_start]):
            before = page[i - 1] if i else found[-1][-1][1] if found else None
            after = page[i + 1] if i + 1 < footnotes_start else None
            if before is None or _starts_paragraph(before, line, body, after, on_new_page=i == 0):
                found += notes
                notes = []
                found.append([])
            found[-1].append((number, line))
        for i, line in enumerate(page[footnotes_start:], footnotes_start):
            if i == footnotes_start or _starts_paragraph(page[i - 1], line, body, None):
                notes.append([])
            notes[-1].append((number, line))
    return found + notes


def _find_footnotes(page: Sequence[PrintedLine], body: _PageBody) -> int:
    """Return the index of the first of the small lines that end a page, the number of lines where there are none."""
    footnotes_start = len(page)
    while footnotes_start and page[footnotes_start - 1].size < body.size * _SMALLER:
        footnotes_start -= 1
    return footnotes_start or len(page)


def _starts_paragraph(
    before: PrintedLine, line: PrintedLine, body: _PageBody, after: PrintedLine | None, *, on_new_page: bool = False
) -> bool:
    """Return whether `line` starts a paragraph; `on_new_page` says that the line `before` is on an earlier page."""
    if _is_different(before, line, body):
        return True
    distance = before.y - line.y
    ends_sentence = bool(_SENTENCE_END.search(before.text))
    in_new_column = on_new_page or distance < -body.size or abs(before.x - line.x) > _COLUMN_WIDTH
    if in_new_column:
        indented = line.text[0].isupper() and after is not None and line.x - after.x > _INDENT * line.size
        return ends_sentence and (indented or len(before.text) < body.full_line * _SHORT_LINE)
    if distance > max(body.spacing * _PARAGRAPH_SPACING, line.size * 1.5):
        return True
    if line.x - before.x > _INDENT * line.size:
        return after is None or abs(after.x - line.x) > 1 or line.x - before.x > 2 * _INDENT * line.size
    if (
        before.x - line.x > _QUOTE_INDENT * line.size
        and ends_sentence
        and len(before.text) > body.full_line * _SHORT_LINE
    ):
        return line.text[0].isupper() or line.text[0] in "“\"'"
    return ends_sentence and len(before.text) < body.full_line * _SHORT_LINE


def _is_different(before: PrintedLine, line: PrintedLine, body: _PageBody) -> bool:
    """Return whether `line` differs in kind from the line before: in size, as a list item, as a contents entry."""
    bullet = _BULLET.match(line.text)
    # A dash or an asterisk may also stand inside a sentence.
    is_list_entry = bullet and (
        bullet[0][0] not in "–*-" or _SENTENCE_END.search(before.text) or _BULLET.match(before.text)
    )
    differs = abs(before.size - line.size) > 0.1 * body.size or before.bold != line.bold
    return differs or bool(is_list_entry) or _DOT_LEADERS.search(before.text) is not None


def _make_part(paragraph: _Paragraph, body: _PageBody, sizes: list[int], words: Counter[str]) -> Part:
    lines = [line for _, line in paragraph]
    text = _join_lines((line.text for line in lines), words)
    first = lines[0]
    is_short = len(text) <= _LONGEST_HEADING and not _DOT_LEADERS.search(text)
    if is_short and round(first.size) in sizes:
        return Part(BlockKind.HEADING, text, min(sizes.index(round(first.size)) + 1, 6))
    if is_short and first.bold and _is_near(first.size, body.size) and not text.endswith((".", ",", ";")):
        return Part(BlockKind.HEADING, text, min(len(sizes) + 2, 6))
    bullet = _BULLET.match(text)
    if bullet:
        return Part(BlockKind.ITEM, text[bullet.end() :], 1)
    if _is_indented(paragraph, body):
        return Part(BlockKind.QUOTE, text, 1)
    return Part(BlockKind.PARAGRAPH, text)


def _is_indented(paragraph: _Paragraph, body: _PageBody) -> bool:
    """Return whether every line of a paragraph is indented against the text around it, as in a block quote."""
    if len(paragraph) < 2:  # noqa: PLR2004 - a single line may be the first of an indented paragraph
        return False
    indents = [(line.x - body.margins[page]) / line.size if line.size else 0.0 for page, line in paragraph]
    rest = indents[1:]
    return (
        min(indents) >= _QUOTE_INDENT
        and max(rest) - min(rest) < _QUOTE_INDENT / 2
        and median(indents) * body.size < _COLUMN_WIDTH
    )


def _join_lines(texts: Iterable[str], words: Counter[str]) -> str:
    """Join lines, and words that were broken at the end of a line.

    The hyphen stays where the word has it elsewhere in the text, or where no small letter follows.
    """
    joined = ""
    for text in texts:
        broken_word = _HYPHENATED.search(joined)
        rest = _FIRST_WORD.match(text)
        if broken_word and rest:
            joined_word, hyphenated_word = (
                f"{broken_word[1]}{rest[0]}".casefold(),
                f"{broken_word[1]}-{rest[0]}".casefold(),
            )
            drop_hyphen = text[0].islower() and (words[joined_word] > 0 or not words[hyphenated_word])
            joined = (joined[:-1] if drop_hyphen else joined) + text
        else:
            joined = f"{joined} {text}" if joined else text
    return joined

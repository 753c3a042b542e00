"""The part of a text around what was searched for, on one line."""

from collections.abc import Sequence

from reader.model import Span
from reader.text.plain_view import cell_width

_CUT = "…"
_LEAST = 4
"""Cells in which a character stands between two signs of a cut."""
_LONGEST_WORD = 24
"""Characters in which a cut looks for the end of a word; a script without spaces is cut anywhere."""


def snippet(text: str, marks: Sequence[Span], cells: int) -> tuple[str, tuple[Span, ...]]:
    """Return the part of a text around the first mark, cut between words and with "…" where it is cut.

    Args:
        text: The text, without line breaks.
        marks: The spans to show, in order; without any the text is cut at its end.
        cells: How wide the part may be.

    Returns:
        The part, and the marks in it.
    """
    if cells < _LEAST:
        return "", ()
    start = 0
    if marks and cell_width(text[: marks[0].end + 1]) > cells - 1:
        start = _word_start(text, marks[0].start, cells)
    lead = _CUT if start else ""
    end = _end(text, start, cells - len(lead))
    shown = lead + text[start:end] + (_CUT if end < len(text) else "")
    shift = len(lead) - start
    kept = (
        Span(max(mark.start, start) + shift, min(mark.end, end) + shift)
        for mark in marks
        if mark.start < end and mark.end > start
    )
    return shown, tuple(kept)


def _word_start(text: str, mark: int, cells: int) -> int:
    """Return where a word begins about a third of the row before a mark."""
    start, used = mark, 0
    while start > 0 and used < cells // 3:
        start -= 1
        used += cell_width(text[start])
    space = text.find(" ", start, min(mark, start + _LONGEST_WORD))
    return space + 1 if start and space >= 0 else start


def _end(text: str, start: int, cells: int) -> int:
    """Return the end of the words from `start` on that fit, with a cell for the sign of a cut where it is needed."""
    end, used = start, 0
    while end < len(text) and used + (width := cell_width(text[end])) <= cells:
        used += width
        end += 1
    if end == len(text):
        return end
    while end > start and used > cells - 1:
        end -= 1
        used -= cell_width(text[end])
    space = text.rfind(" ", max(start, end - _LONGEST_WORD), end + 1)
    return space if space > start else end

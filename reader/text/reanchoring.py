"""Carry passages from an earlier version of a text into the present one, by the lines that did not change."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model import Span, enclosing
from reader.text.anchors import CONTEXT, find, selector_of

_LINE = re.compile(r"[^\n]+")


def reanchor(old: str, new: str, passages: Sequence[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """Find passages of an earlier version of a text in the present one.

    A passage follows its paragraphs where they are unchanged, wherever they were moved. Else it is searched for between
    the unchanged paragraphs around it, then in all text that is new. A match in unchanged text is refused: that text
    was there before and is only similar.

    Args:
        old: The earlier version.
        new: The present version.
        passages: For each passage the spans of its parts in `old`.

    Returns:
        For each passage the spans of its parts in `new`, none where it is gone.
    """
    if old == new:
        return [tuple(spans) for spans in passages]
    old_lines, new_lines = _lines(old), _lines(new)
    moved = _unchanged([line.of(old) for line in old_lines], [line.of(new) for line in new_lines])
    change = _Change(old, new, old_lines, new_lines, moved)
    return [_find_passage(change, tuple(spans)) for spans in passages]


@dataclass(frozen=True, slots=True)
class _Change:
    """Two versions of a text, their lines, and which line of the new one each unchanged line of the old one is."""

    old: str
    new: str
    old_lines: list[Span]
    new_lines: list[Span]
    moved: dict[int, int]


def _lines(text: str) -> list[Span]:
    return [Span(*line.span()) for line in _LINE.finditer(text)]


def _unchanged(old: list[str], new: list[str]) -> dict[int, int]:
    """Return the number in `new` of each line of `old` that is unchanged: Heckel's diff, in linear time.

    Lines that occur once in either text are the same wherever they are; so are, from there outwards, equal neighbours
    (P. Heckel, A technique for isolating differences between files, CACM 21(4), 1978).
    """
    in_old, in_new = Counter(old), Counter(new)
    at = {line: j for j, line in enumerate(new)}
    moved = {i: at[line] for i, line in enumerate(old) if in_old[line] == 1 == in_new.get(line, 0)}
    taken = set(moved.values())
    edges = {-1: -1, len(old): len(new)}
    for steps, by in ((range(len(old)), -1), (range(len(old) - 1, -1, -1), 1)):
        for i in steps:
            beside = moved.get(i + by, edges.get(i + by))
            j = None if i in moved or beside is None else beside - by
            if j is not None and 0 <= j < len(new) and j not in taken and old[i] == new[j]:
                moved[i] = j
                taken.add(j)
    return moved


def _find_passage(change: _Change, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    whole = enclosing(spans)
    first = bisect_right(change.old_lines, whole.start, key=lambda line: line.start) - 1
    last = max(first, bisect_right(change.old_lines, max(whole.start, whole.end - 1), key=lambda line: line.start) - 1)
    by = _shift(change, first, last)
    if by is not None and whole.shifted(by).of(change.new) == whole.of(change.old):
        return tuple(span.shifted(by) for span in spans)
    found = _search(change, whole, first, last)
    if found is None:
        return ()
    return _parts(change.old, spans, found, change.new)


def _shift(change: _Change, first: int, last: int) -> int | None:
    """Return by how many characters the lines `first` to `last` moved together, unchanged; None where they did not."""
    start = change.moved.get(first)
    if start is None or any(change.moved.get(i) != start + i - first for i in range(first, last + 1)):
        return None
    return change.new_lines[start].start - change.old_lines[first].start


def _search(change: _Change, whole: Span, first: int, last: int) -> Span | None:
    """Find a changed passage between the unchanged lines around it, else in any new lines."""
    exact, prefix, suffix = selector_of(change.old, (whole,))
    before = next((change.moved[i] for i in range(first - 1, -1, -1) if i in change.moved), None)
    after = next((change.moved[i] for i in range(last + 1, len(change.old_lines)) if i in change.moved), None)
    low = 0 if before is None else change.new_lines[before].end
    high = len(change.new) if after is None else change.new_lines[after].start
    start = max(0, low - CONTEXT)
    found = find(change.new[start : high + CONTEXT], exact, prefix, suffix, whole.start - start) if low < high else None
    if found is not None and Span(low, high).contains(found.shifted(start)):
        return found.shifted(start)
    found = find(change.new, exact, prefix, suffix, whole.start)
    if found is None:
        return None
    unchanged = {j for i, j in change.moved.items() if not first <= i <= last}
    line = bisect_right(change.new_lines, found.start, key=lambda line: line.start) - 1
    while line < len(change.new_lines) and change.new_lines[line].start < found.end:
        if line in unchanged and change.new_lines[line].overlaps(found):
            return None
        line += 1
    return found


def _parts(old: str, spans: tuple[Span, ...], found: Span, new: str) -> tuple[Span, ...]:
    """Return the parts of a passage, in order, inside the span where it was found, without those that are gone."""
    if len(spans) == 1:
        return (found,)
    whole = enclosing(spans)
    exact, now = whole.of(old), found.of(new)
    parts: list[Span] = []
    for span in spans:
        inside = span.shifted(-whole.start)
        part = find(now, *selector_of(exact, (inside,)), inside.start)
        if part is not None and (not parts or part.shifted(found.start).start >= parts[-1].end):
            parts.append(part.shifted(found.start))
    return tuple(parts)

"""Carry passages from an earlier version of a text into the present one, by the sentences that did not change."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from reader.model import Span
from reader.text.anchors import CONTEXT, Finder, selector_of
from reader.text.sentence_spans import sentence_spans
from reader.text.word_alignment import FOLDING, Alignment

# Between two stretches of new text that are searched as one, so that no match reaches over it.
_BREAK = "\n\0\n"

_LONG = 2000
"""Characters of a sentence that are aligned word by word with a changed one; that takes time quadratic in them."""

_LEAST_LEFT = 0.3
"""The part of the characters of a passage that must be in unchanged sentences, for these to be the passage."""


def reanchor(old: str, new: str, passages: Sequence[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """Find passages of an earlier version of a text in the present one.

    A passage follows its sentences where they are unchanged, wherever they were moved. Else its sentences are searched
    for between the unchanged ones around them, then in all text that is new. Unchanged text is never searched: it was
    there before and is only similar. Takes time linear in the texts.

    Args:
        old: The earlier version.
        new: The present version.
        passages: For each passage the spans of its parts in `old`.

    Returns:
        For each passage the spans of its parts in `new`, in order, without those that are gone.
    """
    if old == new:
        return [tuple(spans) for spans in passages]
    change = _Change(_Version(old), _Version(new))
    found: list[tuple[Span, ...]] = []
    for spans in passages:
        parts: list[Span] = []
        for span in spans:
            part = change.find(span)
            if part is not None and (not parts or part.start >= parts[-1].end):
                parts.append(part)
        found.append(tuple(parts))
    return found


class _Version:
    """A text and its sentences. `keys` are their words, without what editions set otherwise: marks and spaces."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences = list(sentence_spans(text))
        self.keys = [" ".join(each.of(text).translate(FOLDING).split()) for each in self.sentences]

    def range_of(self, span: Span) -> range:
        """Return the indexes of the sentences that a span overlaps."""
        first = bisect_right(self.sentences, span.start, key=lambda each: each.end)
        return range(first, bisect_left(self.sentences, span.end, key=lambda each: each.start))


class _Change:
    """Two versions of a text.

    Attributes:
        moved: The index in the new version of each sentence of the old one that is unchanged.
    """

    def __init__(self, old: _Version, new: _Version) -> None:
        self.old, self.new = old, new
        self.moved = _unchanged(old.keys, new.keys)
        self._is_old = {*self.moved.values()}
        self._finders: dict[Span, Finder] = {}

    def find(self, span: Span) -> Span | None:
        """Return where a span of the old version is in the new one; None where it is gone."""
        around = self.old.range_of(span)
        runs = list(self._runs(span, around))
        if not runs:
            return self._search(span, around) if around else None
        # The longest run of its sentences is the passage, with those beside it that were changed.
        run = max(runs, key=lambda each: self._length(each, span))
        if self._length(run, span) < _LEAST_LEFT * self._length(around, span):
            return None
        low = self._carried(run[0], max(span.start, self.old.sentences[run[0]].start))
        words = self.old.text[span.start : min(span.end, self.old.sentences[run[-1]].end)].rstrip()
        high = self._carried(run[-1], span.start + max(0, len(words) - 1)) + 1
        kept = Span(low, high)
        if run != around:
            return self._widened(span, around, run, kept)
        # With the blanks at its ends, where they are still there.
        start = self.new.sentences[self.moved[run[0]]].start - self.old.sentences[run[0]].start + span.start
        same = Span(max(0, start), max(0, start) + len(span))
        return same if same.of(self.new.text) == span.of(self.old.text) else kept

    def _widened(self, span: Span, around: range, run: range, kept: Span) -> Span:
        """Return what is left of a passage: the part that is together, `kept`, and the changed sentences beside it."""
        sentences = self.old.sentences
        gaps = self._gap(self.moved[run[0]] - 1), self._gap(self.moved[run[-1]] + 1)
        low, high = kept.start, kept.end
        is_whole = True
        for i in range(run[0] - 1, around[0] - 1, -1):
            found = self._find_in(gaps[0], Span(max(span.start, sentences[i].start), sentences[i].end))
            is_whole = is_whole and found is not None
            low = low if found is None else min(low, found.start)
        for i in range(run[-1] + 1, around[-1] + 1):
            found = self._find_in(gaps[1], Span(sentences[i].start, min(span.end, sentences[i].end)))
            is_whole = is_whole and found is not None
            high = high if found is None else max(high, found.end)
        if not is_whole and len(span) <= _LONG:
            around_kept = Span(gaps[0].start if len(gaps[0]) else kept.start, max(gaps[1].end, kept.end))
            found = self._find_in(around_kept, span)
            if found is not None and found.contains(kept):
                return found
        return Span(low, high)

    def _length(self, run: range, span: Span) -> int:
        return sum(self.old.sentences[i].overlap_length(span) for i in run)

    def _runs(self, span: Span, around: range) -> Iterator[range]:
        """Yield the runs of sentences that are still together: in order and with little between them."""
        begin: int | None = None
        last = -1
        for i in around:
            j = self.moved.get(i)
            if j is None:
                continue
            if begin is not None and not (
                self.moved[last] < j
                and 2 * (self.new.sentences[j].start - self.new.sentences[self.moved[last]].end) <= len(span)
            ):
                yield range(begin, last + 1)
                begin = None
            begin = i if begin is None else begin
            last = i
        if begin is not None:
            yield range(begin, last + 1)

    def _carried(self, i: int, offset: int) -> int:
        """Return the offset in the new version of a visible character of the unchanged sentence `i`."""
        old, new = self.old.sentences[i], self.new.sentences[self.moved[i]]
        one, other = old.of(self.old.text), new.of(self.new.text)
        if one == other:
            return new.start + offset - old.start
        count = len("".join(one[: offset - old.start].split()))
        visible = (at for at, character in enumerate(other) if not character.isspace())
        return new.start + next(at for number, at in enumerate(visible) if number == count)

    def _search(self, span: Span, around: range) -> Span | None:
        """Find a span whose sentences were all changed: by these, then by its own words."""
        sentences = self.old.sentences
        whole = Span(min(span.start, sentences[around[0]].start), max(span.end, sentences[around[-1]].end))
        before = next((self.moved[i] for i in range(around[0] - 1, -1, -1) if i in self.moved), -1)
        after = next((self.moved[i] for i in range(around[-1] + 1, len(sentences)) if i in self.moved), None)
        gaps = dict.fromkeys(
            (self._gap(before + 1), self._gap((len(self.new.sentences) if after is None else after) - 1))
        )
        if len(whole) <= _LONG:
            found = self._find_near(gaps, whole)
            if found is not None:
                return self._within(span, whole, found)
        # The words of a part are found without their sentence only where not one of them has changed.
        return self._find_near(gaps, span, is_changed=len(whole) > _LONG)

    def _find_near(self, gaps: Iterable[Span], wanted: Span, *, is_changed: bool = True) -> Span | None:
        """Find a span of the old version in one of some stretches of new text, else in all text that is new."""
        for gap in gaps:
            found = self._find_in(gap, wanted, is_changed=is_changed)
            if found is not None:
                return found
        return self._find_in_new(wanted, is_changed=is_changed)

    def _within(self, span: Span, whole: Span, found: Span) -> Span | None:
        alignment = Alignment.of(whole.of(self.old.text), found.of(self.new.text))
        carried = alignment.carry(span.shifted(-whole.start))
        return None if carried is None else carried.shifted(found.start)

    def _gap(self, j: int) -> Span:
        """Return the stretch of new text that has the sentence `j` of the new version; an empty one where it is old."""
        sentences = self.new.sentences
        if not 0 <= j < len(sentences) or j in self._is_old:
            return Span(0, 0)
        at = bisect_right(self._new_runs, j, key=lambda run: run[0]) - 1
        first, last = self._new_runs[at]
        return Span(sentences[first].start, sentences[last].end)

    @cached_property
    def _new_runs(self) -> list[tuple[int, int]]:
        """The first and the last index of each run of sentences of the new version that are new."""
        old = [-1, *sorted(self._is_old), len(self.new.sentences)]
        return [(one + 1, other - 1) for one, other in pairwise(old) if other - one > 1]

    def _find_in(self, gap: Span, wanted: Span, *, is_changed: bool = True) -> Span | None:
        """Find a span of the old version in a stretch of new text; with `is_changed` also if some words are others."""
        if not len(gap):
            return None
        low = max(0, gap.start - CONTEXT)
        finder = self._finders.get(gap)
        if finder is None:
            finder = self._finders[gap] = Finder(self.new.text[low : gap.end + CONTEXT])
        found = finder.find(*selector_of(self.old.text, (wanted,)), max(0, wanted.start - low), is_changed=is_changed)
        if found is None or not gap.contains(found.shifted(low)):
            return None
        return found.shifted(low)

    def _find_in_new(self, wanted: Span, *, is_changed: bool) -> Span | None:
        """Find a span of the old version in all text that is new."""
        finder, starts, gaps = self._new_text
        found = finder.find(*selector_of(self.old.text, (wanted,)), 0, is_changed=is_changed)
        if found is None:
            return None
        at = bisect_right(starts, found.start) - 1
        found = Span(*(offset - starts[at] + max(0, gaps[at].start - CONTEXT) for offset in (found.start, found.end)))
        return found if gaps[at].contains(found) else None

    @cached_property
    def _new_text(self) -> tuple[Finder, list[int], list[Span]]:
        """All new text with a little of what is around it; where each stretch starts in it, and in the new version."""
        gaps = [Span(self.new.sentences[first].start, self.new.sentences[last].end) for first, last in self._new_runs]
        parts = [self.new.text[max(0, gap.start - CONTEXT) : gap.end + CONTEXT] for gap in gaps]
        starts, at = [], 0
        for part in parts:
            starts.append(at)
            at += len(part) + len(_BREAK)
        return Finder(_BREAK.join(parts)), starts, gaps


def _unchanged(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return the index in `new` of each sentence of `old` that is unchanged: Heckel's diff, in linear time.

    Sentences that occur once in either text are the same wherever they are; so are, from there outwards, equal
    neighbours (P. Heckel, A technique for isolating differences between files, CACM 21(4), 1978).
    """
    in_old, in_new = Counter(old), Counter(new)
    at = {sentence: j for j, sentence in enumerate(new)}
    moved = {i: at[each] for i, each in enumerate(old) if in_old[each] == 1 == in_new.get(each, 0)}
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

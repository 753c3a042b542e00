"""Find a span again in a text that has changed, or not at all: attaching to a look-alike is worse than an orphan."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from reader.model import Span, enclosing
from reader.text import word_alignment
from reader.text.folded_text import FoldedText
from reader.text.word_alignment import words_of

# Characters of context, as selectors of the W3C's Web Annotation model usually have them.
CONTEXT = 32

# The best match must be better than the second best by this much; 1 is a perfect match.
_MARGIN = 0.1

# Of very many places with the same words, only this many are compared, the nearest ones.
_MAX_EXACT = 1000

# Characters. Words of the long length hardly occur twice by chance; up to the short one half of the context must match.
_LONG, _SHORT = 64, 16

# Fuzzy search: the shortest text that is searched for, how many pairs of words are looked up, how often a pair may be
# there to be of use, how far apart the places are that it points to, and how many of these are aligned. All are
# constants, which keeps the search linear.
_MIN_FUZZY = 16
_SEEDS, _COMMON, _LEAST_WIDTH = 64, 64, 16
_MAX_CANDIDATES = 8

# Characters that are aligned word by word with the text, which takes time quadratic in them.
_LONGEST = 4000

# The part of the context that must be there for a name or a number to have been corrected in its place, and the part of
# the names and numbers that may have been, with the context and without it.
_HELD, _MAY_CHANGE, _MAY_CHANGE_ANYWHERE = 0.9, 0.25, 0.125


def selector_of(text: str, spans: tuple[Span, ...]) -> tuple[str, str, str]:
    """Return the text quote selector of spans (https://www.w3.org/TR/annotation-model/#text-quote-selector).

    Args:
        text: The text.
        spans: At least one span of it.

    Returns:
        The exact text from the start of the first span to the end of the last, with what is between them; the prefix
        and the suffix, up to 32 characters each.
    """
    whole = enclosing(spans)
    return whole.of(text), text[max(0, whole.start - CONTEXT) : whole.start], text[whole.end : whole.end + CONTEXT]


def find(text: str, exact: str, prefix: str, suffix: str, near: int) -> Span | None:
    """Find a quote selector in a text that may have changed, as `Finder.find` does, which is quicker for several."""
    return Finder(text).find(exact, prefix, suffix, near)


class Finder:
    """Finds quote selectors in one text that may have changed since they were made.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def find(self, exact: str, prefix: str, suffix: str, near: int, *, is_changed: bool = True) -> Span | None:
        """Find a quote selector.

        Exact matches come first; of several the one whose context matches best, of equal ones the nearest. Then matches
        that differ in spaces, marks and dashes; then words changed a little whose context is still there. Names and
        numbers among the words must be the same, unless the context is. Takes time linear in the text.

        Args:
            exact: The words.
            prefix: What was before them.
            suffix: What was after them.
            near: The offset that they had.
            is_changed: Whether some of the words may be others.

        Returns:
            Their span, None where no place matches well enough, or two match about equally well.
        """
        text = self.text
        if not exact:
            return None
        if near >= 0 and text.startswith(prefix + exact + suffix, max(0, near - len(prefix))) and near >= len(prefix):
            return Span(near, near + len(exact))
        selector = _Selector(exact, prefix, suffix)
        found = _find_exact(text, selector, near)
        if found is not None:
            return found
        folded = self._folded
        selector = selector.folded()
        span = _find_exact(folded.text, selector, folded.to_folded(near))
        if span is None and is_changed:
            span = self._find_fuzzy(selector)
        return None if span is None else Span(folded.to_original(span.start), folded.to_original(span.end))

    @cached_property
    def _folded(self) -> "FoldedText":
        return FoldedText.of(self.text)

    @cached_property
    def _places(self) -> dict[tuple[str, str], list[int]]:
        """Where each pair of neighbouring words is in the folded text."""
        places: dict[tuple[str, str], list[int]] = {}
        for pair, at in _word_pairs(self._folded.text):
            places.setdefault(pair, []).append(at)
        return places

    def _find_fuzzy(self, selector: "_Selector") -> Span | None:
        """Find words that changed a little; None unless one place matches well and clearly better than any other."""
        if len(selector.exact) < _MIN_FUZZY:
            return None
        if len(selector.exact) > _LONGEST:
            return self._find_ends(selector)
        matches = self._matches(selector)
        if not matches or not matches[0].is_good:
            return None
        if len(matches) > 1 and matches[0].score - matches[1].score < _MARGIN:
            return None
        return matches[0].span

    def _find_ends(self, selector: "_Selector") -> Span | None:
        """Find words that are too many to be aligned, by those at their beginning and at their end."""
        exact, half = selector.exact, _LONGEST // 2
        first = self._find_fuzzy(_Selector(exact[:half], selector.prefix, exact[half : half + CONTEXT]))
        last = self._find_fuzzy(_Selector(exact[-half:], exact[-half - CONTEXT : -half], selector.suffix))
        if first is None or last is None or not len(exact) < 2 * (last.end - first.start) < 4 * len(exact):
            return None
        return Span(first.start, last.end)

    def _matches(self, selector: "_Selector") -> "list[_Match]":
        """Return the places in the folded text that match best, the best first."""
        matches: list[_Match] = []
        for start in self._candidates(selector):
            match = _align(self._folded.text, start, selector)
            if match is not None and not any(match.span.overlaps(other.span) for other in matches):
                matches.append(match)
        return sorted(matches, key=lambda match: -match.score)

    def _candidates(self, selector: "_Selector") -> list[int]:
        """Return offsets where the words may start, those first that most pairs of neighbouring words point to."""
        lead = len(selector.prefix)
        wanted = list(_word_pairs(selector.prefix + selector.exact + selector.suffix))
        step = max(1, len(wanted) // _SEEDS)
        width = max(_LEAST_WIDTH, len(selector.exact) // 4)
        votes: Counter[int] = Counter()
        first: dict[int, int] = {}
        for pair, at in wanted[::step]:
            places = self._places.get(pair, ())
            for place in places if len(places) <= _COMMON else ():
                start = place - at + lead
                votes[start // width] += 1
                first.setdefault(start // width, start)
        best = sorted(votes, key=lambda bucket: (-votes[bucket], bucket))[:_MAX_CANDIDATES]
        return [max(0, first[bucket]) for bucket in best]


@dataclass(frozen=True, slots=True)
class _Selector:
    """The words to find, and what was before and after them."""

    exact: str
    prefix: str
    suffix: str

    def folded(self) -> "_Selector":
        """Return it with straight marks, hyphens and single spaces."""
        return _Selector(*(FoldedText.of(part).text for part in (self.exact, self.prefix, self.suffix)))


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _find_exact(text: str, selector: _Selector, near: int) -> Span | None:
    """Find the exact words where their context matches best, and well enough for their length."""
    size = len(selector.exact)
    offsets = list(_occurrences(text, selector.exact))
    if len(offsets) > _MAX_EXACT:
        offsets = sorted(offsets, key=lambda at: abs(at - near))[:_MAX_EXACT]
    places = [(_context_match(text, selector, at), -abs(at - near), at) for at in offsets]
    if not places:
        return None
    fit, _, at = max(places)
    rivals = [place for place in places if place[0] > fit - _MARGIN]
    floor = 0.5 * min(1.0, max(0.0, (_LONG - size) / (_LONG - _SHORT)))
    if len(places) > 1:
        floor = max(floor, 0.25)
    if fit < floor:
        return None
    if len(rivals) > 1:
        at = max(rivals, key=lambda place: place[1])[2]
    return Span(at, at + size)


def _context_match(text: str, selector: _Selector, at: int) -> float:
    """Return how much of the context matches, 0 to 1, counted outwards from the words; an edge of the text is half."""
    end = at + len(selector.exact)
    before = _common_prefix(text[max(0, at - CONTEXT) : at][::-1], selector.prefix[::-1])
    return (before + _common_prefix(text[end : end + CONTEXT], selector.suffix)) / 2


def _common_prefix(found: str, wanted: str) -> float:
    if not wanted:
        return 0.5 if found else 1.0
    same = 0
    for one, other in zip(wanted, found, strict=False):
        if one != other:
            break
        same += 1
    return same / len(wanted)


@dataclass(frozen=True, slots=True)
class _Match:
    """A fuzzy match.

    Attributes:
        span: Where it is.
        body: How similar the words are, 0 to 1.
        before: How much of the context before is there, 0 to 1.
        after: How much of the context after is there, 0 to 1.
        facts: How many names and numbers the words have.
        missing: How many of these are not there.
        is_held: Whether all of the context is there, with its names and numbers.
    """

    span: Span
    body: float
    before: float
    after: float
    facts: int
    missing: int
    is_held: bool

    @property
    def score(self) -> float:
        """One figure by which matches are compared."""
        return 0.7 * self.body + 0.15 * self.before + 0.15 * self.after - _MARGIN * self.missing

    @property
    def is_good(self) -> bool:
        """Whether it is the same passage: the shorter it is, the more of its context must match.

        Another name or number makes another sentence of it, unless it stands where the old one stood.
        """
        may_change = max(1, self.facts * _MAY_CHANGE) if self.is_held else self.facts * _MAY_CHANGE_ANYWHERE
        if self.missing > may_change:
            return False
        around = (self.before + self.after) / 2
        return (
            (self.body >= 0.6 and min(self.before, self.after) >= 0.5)  # noqa: PLR2004 - the floors themselves
            or (self.body >= 0.8 and around >= 0.4 and len(self.span) >= 60)  # noqa: PLR2004
            or (self.body >= 0.8 and (self.facts > 1 or len(self.span) >= 100))  # noqa: PLR2004
        )


def _word_pairs(text: str) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield each pair of neighbouring words of a text in lower case, and the offset of the first."""
    words = words_of(text)
    shown = [word.of(text).casefold() for word in words]
    return ((pair, word.start) for pair, word in zip(pairwise(shown), words, strict=False))


def _align(text: str, start: int, selector: _Selector) -> _Match | None:
    """Return the best match near `start`: align the words and their context with the text, word by word."""
    size = len(selector.exact)
    slack = CONTEXT + max(CONTEXT, size // 2)
    low, high = max(0, start - slack), min(len(text), start + size + slack)
    there = [span.shifted(low) for span in words_of(text[low:high])]
    zones = [[span.of(part) for span in words_of(part)] for part in (selector.prefix, selector.exact, selector.suffix)]
    wanted = [word for zone in zones for word in zone]
    first, last = len(zones[0]), len(zones[0]) + len(zones[1])
    pairs = word_alignment.pairs(wanted, [span.of(text) for span in there])
    body = {j for i, j in pairs.items() if first <= i < last}
    others = set(pairs.values()) - body
    extent = _best_run([(len(span) if j in body else -len(span) / 2, j in others) for j, span in enumerate(there)])
    if extent is None:
        return None
    begin, end = extent
    # Words that were replaced at either end are between the last word of the context and the first word that matches.
    left = [i for i in range(first, last) if begin <= pairs.get(i, -1) < end]
    above = pairs.get(first - 1, None if first or low else -1)
    below = pairs.get(last, None if last < len(wanted) or high < len(text) else len(there))
    run = word_alignment.widened(Span(begin, end), (left[0] - first, last - 1 - left[-1]), (above, below))
    begin, end = run.start, run.end
    same = sum(len(there[j]) for j in body if begin <= j < end)
    length = sum(len(word) for word in zones[1]) + sum(len(span) for span in there[begin:end])
    before = {i for i, j in pairs.items() if i < first and j < begin}
    after = {i for i, j in pairs.items() if i >= last and j >= end}
    span = Span(there[begin].start, there[end - 1].end)
    shares = (
        _matched_share(wanted, before, range(first), edge=not text[: span.start].strip()),
        _matched_share(wanted, after, range(last, len(wanted)), edge=not text[span.end :].strip()),
    )
    facts = sorted(word_alignment.facts(wanted))
    lost = [i for i in facts if first <= i < last and not begin <= pairs.get(i, -1) < end]
    # The context's outermost words may be cut.
    around = all(i in before or i in after for i in facts if 0 < i < first or last <= i < len(wanted) - 1)
    return _Match(
        span,
        2 * same / length,
        *shares,
        facts=word_alignment.runs([i for i in facts if first <= i < last]),
        missing=word_alignment.runs(lost),
        is_held=around and min(shares) >= _HELD,
    )


def _best_run(weights: list[tuple[float, bool]]) -> tuple[int, int] | None:
    """Return the half-open run of tokens with the largest sum of weights that contains no border."""
    best, found = 0.0, None
    total, begin = 0.0, 0
    for at, (weight, border) in enumerate(weights):
        total += weight
        if border or total <= 0:
            total, begin = 0.0, at + 1
        elif total > best:
            best, found = total, (begin, at + 1)
    return found


def _matched_share(words: list[str], matched: set[int], zone: range, *, edge: bool) -> float:
    """Return the share of the context `zone` that is matched, in characters; an empty one matches an edge."""
    whole = sum(len(words[i]) for i in zone)
    if not whole:
        return 1.0 if edge else 0.5
    return sum(len(words[i]) for i in zone if i in matched) / whole

"""Find a span again in a text that has changed, or not at all: attaching to a look-alike is worse than an orphan."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.model import Span, enclosing
from reader.text.foldings import SAME_PASSAGE

# Characters of context, as selectors of the W3C's Web Annotation model usually have them.
CONTEXT = 32

# The best match must be better than the second best by this much; 1 is a perfect match.
_MARGIN = 0.1

# Of very many places with the same words, only this many are compared, the nearest ones.
_MAX_EXACT = 1000

# Characters. Words of the long length hardly occur twice by chance; up to the short one half of the context must match.
_LONG, _SHORT = 64, 16

# Fuzzy search: the shortest text that is searched for, the length and number of seeds, how often a seed may occur to be
# of use, and how many candidates are aligned. All are constants, which keeps the search linear.
_MIN_FUZZY = 16
_SEED, _SEEDS, _COMMON = 8, 64, 64
_MAX_CANDIDATES = 8

_FOLDING = str.maketrans(dict(SAME_PASSAGE))
_SPACE = re.compile(r"\s+")
_TOKEN = re.compile(r"\w+|[^\w\s]")


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
    """Find a quote selector in a text that may have changed.

    Exact matches come first; of several the one whose context matches best, of equal ones the nearest. Then matches
    that differ in spaces, marks and dashes; then words changed a little whose context is still there. Takes time linear
    in the text.

    Args:
        text: The text.
        exact: The words.
        prefix: What was before them.
        suffix: What was after them.
        near: The offset that they had.

    Returns:
        Their span, None where no place matches well enough, or two match about equally well.
    """
    if not exact:
        return None
    if near >= 0 and text.startswith(prefix + exact + suffix, max(0, near - len(prefix))) and near >= len(prefix):
        return Span(near, near + len(exact))
    selector = _Selector(exact, prefix, suffix)
    found = _find_exact(text, selector, near)
    if found is not None:
        return found
    folded = _Folded.of(text)
    folded_selector = _Selector(_Folded.of(exact).text, _Folded.of(prefix).text, _Folded.of(suffix).text)
    span = _find_exact(folded.text, folded_selector, folded.to_folded(near)) or _find_fuzzy(
        folded.text, folded_selector
    )
    return None if span is None else Span(folded.to_original(span.start), folded.to_original(span.end))


@dataclass(frozen=True, slots=True)
class _Selector:
    """The words to find, and what was before and after them."""

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text with straight marks, hyphens and single spaces, and how its offsets map to those of the original.

    `starts` are the offsets after each space that was longer, `removed` how many characters were removed before each.
    """

    text: str
    starts: tuple[int, ...]
    removed: tuple[int, ...]

    @staticmethod
    def of(text: str) -> "_Folded":
        parts: list[str] = []
        starts, removed = [0], [0]
        last = count = 0
        for space in _SPACE.finditer(text):
            parts += (text[last : space.start()], " ")
            last = space.end()
            if len(space[0]) > 1:
                count += len(space[0]) - 1
                starts.append(last - count)
                removed.append(count)
        parts.append(text[last:])
        return _Folded("".join(parts).translate(_FOLDING), tuple(starts), tuple(removed))

    def to_original(self, offset: int) -> int:
        """Return the offset in the original of an offset in the folded text."""
        return offset + self.removed[bisect_right(self.starts, offset) - 1]

    def to_folded(self, offset: int) -> int:
        """Return the offset in the folded text of one in the original, to within the length of a space."""
        at = bisect_right(range(len(self.starts)), offset, key=lambda i: self.starts[i] + self.removed[i])
        return max(0, offset - self.removed[at - 1])


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
    """A fuzzy match: how similar the words (`body`) and their context (`before`, `after`) are, each 0 to 1."""

    span: Span
    body: float
    before: float
    after: float

    @property
    def score(self) -> float:
        """One figure by which matches are compared."""
        return 0.7 * self.body + 0.15 * self.before + 0.15 * self.after

    @property
    def is_good(self) -> bool:
        """Whether it is the same passage: the shorter it is, the more of its context must match."""
        around = (self.before + self.after) / 2
        return (
            (self.body >= 0.6 and min(self.before, self.after) >= 0.5)  # noqa: PLR2004 - the floors themselves
            or (self.body >= 0.8 and around >= 0.4 and len(self.span) >= 80)  # noqa: PLR2004
            or (self.body >= 0.9 and len(self.span) >= 160)  # noqa: PLR2004
        )


def _find_fuzzy(text: str, selector: _Selector) -> Span | None:
    """Find words that changed a little; None unless one place matches well and clearly better than any other."""
    if len(selector.exact) < _MIN_FUZZY:
        return None
    matches: list[_Match] = []
    for start in _candidates(text, selector):
        match = _align(text, start, selector)
        if match is not None and not any(match.span.overlaps(other.span) for other in matches):
            matches.append(match)
    matches.sort(key=lambda match: -match.score)
    if not matches or not matches[0].is_good:
        return None
    if len(matches) > 1 and matches[0].score - matches[1].score < _MARGIN:
        return None
    return matches[0].span


def _candidates(text: str, selector: _Selector) -> list[int]:
    """Return offsets where the words may start, those first that most seeds point to."""
    size = len(selector.exact)
    step = max(_SEED // 2, size // _SEEDS)
    seeds = {(selector.exact[at : at + _SEED], at) for at in range(0, size - _SEED + 1, step)}
    seeds.add((selector.prefix[-2 * _SEED :], -len(selector.prefix[-2 * _SEED :])))
    seeds.add((selector.suffix[: 2 * _SEED], size))
    width = max(2 * _SEED, size // 4)
    votes: Counter[int] = Counter()
    first: dict[int, int] = {}
    for seed, offset in sorted(seeds):
        if len(seed) < _SEED:
            continue
        starts = []
        for at in _occurrences(text, seed):
            starts.append(at - offset)
            if len(starts) > _COMMON:
                break
        if len(starts) > _COMMON:
            continue
        for start in starts:
            votes[start // width] += 1
            first.setdefault(start // width, start)
    best = sorted(votes, key=lambda bucket: (-votes[bucket], bucket))[:_MAX_CANDIDATES]
    return [max(0, first[bucket]) for bucket in best]


def _align(text: str, start: int, selector: _Selector) -> _Match | None:
    """Return the best match near `start`: align the words and their context with the text, token by token."""
    size = len(selector.exact)
    slack = CONTEXT + max(CONTEXT, size // 2)
    low, high = max(0, start - slack), min(len(text), start + size + slack)
    there = [Span(low + token.start(), low + token.end()) for token in _TOKEN.finditer(text[low:high])]
    zones = [_TOKEN.findall(part) for part in (selector.prefix, selector.exact, selector.suffix)]
    wanted = [word for zone in zones for word in zone]
    first, last = len(zones[0]), len(zones[0]) + len(zones[1])
    matcher = SequenceMatcher(None, wanted, [span.of(text) for span in there], autojunk=False)
    pairs = {i + k: j + k for i, j, n in matcher.get_matching_blocks() for k in range(n)}
    body = {j for i, j in pairs.items() if first <= i < last}
    others = set(pairs.values()) - body
    extent = _best_run([(len(span) if j in body else -len(span) / 2, j in others) for j, span in enumerate(there)])
    if extent is None:
        return None
    begin, end = extent
    # Words that were replaced at either end are between the last word of the context and the first word that matches.
    if first and first - 1 in pairs and 0 <= begin - pairs[first - 1] - 1 <= len(zones[1]):
        begin = pairs[first - 1] + 1
    if last in pairs and 0 <= pairs[last] - end <= len(zones[1]):
        end = pairs[last]
    same = sum(len(there[j]) for j in body if begin <= j < end)
    length = sum(len(word) for word in zones[1]) + sum(len(span) for span in there[begin:end])
    before = {i for i, j in pairs.items() if i < first and j < begin}
    after = {i for i, j in pairs.items() if i >= last and j >= end}
    span = Span(there[begin].start, there[end - 1].end)
    return _Match(
        span,
        2 * same / length,
        _matched_share(wanted, before, range(first), edge=not text[: span.start].strip()),
        _matched_share(wanted, after, range(last, len(wanted)), edge=not text[span.end :].strip()),
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

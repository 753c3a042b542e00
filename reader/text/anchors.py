"""Spans found again in a text that has changed, or not at all: a look-alike is worse than an orphan."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.model import Span, enclosing

# The context that the selectors of the W3C's Web Annotation model customarily carry, in characters.
CONTEXT = 32

# A place must fit better than the runner-up by this much, on a scale where 1 is a perfect fit.
_MARGIN = 0.1

# Of very many places with the same words only so many are looked at, the nearest.
_MANY = 1000

# Words this long (characters) hardly come twice by chance; up to the short length, half of the context must be there.
_LONG, _SHORT = 64, 16

# Fuzzy search: the shortest text worth it, the length and number of its seeds, how often a seed may occur before it
# tells nothing, and how many places are looked at closely. All are constants, which keeps the search linear.
_WORTH = 16
_SEED, _SEEDS, _COMMON = 8, 64, 64
_PLACES = 8

_STRAIGHT = {ord(mark): "'" for mark in "‘’‚‛′`´"} | {ord(mark): '"' for mark in "“”„‟″«»"}
_DASHES = {ord(dash): "-" for dash in "‐‑‒–—―−"}
_FOLDS = _STRAIGHT | _DASHES
_SPACE = re.compile(r"\s+")
_LINE = re.compile(r"[^\n]+")
_TOKEN = re.compile(r"\w+|[^\w\s]")


def selector_of(text: str, spans: tuple[Span, ...]) -> tuple[str, str, str]:
    """What `spans`, of which there is at least one, say in `text`: exact, prefix, suffix.

    `exact` is the text from the start of the first span to the end of the last, with what stands between them;
    `prefix` and `suffix` are up to 32 characters either side
    (https://www.w3.org/TR/annotation-model/#text-quote-selector).
    """
    whole = enclosing(spans)
    return whole.of(text), text[max(0, whole.start - CONTEXT) : whole.start], text[whole.end : whole.end + CONTEXT]


def find(text: str, exact: str, prefix: str, suffix: str, near: int) -> Span | None:
    """Where in `text` the words `exact`, once between `prefix` and `suffix` at offset `near`, stand now.

    The very words come first; of several places the one whose surroundings fit best, of equals the nearest. Then the
    words with other spaces, marks and dashes; then words changed a little between surroundings that are still there.
    None where no place fits well enough, or two fit about equally well. Takes time linear in the text.
    """
    if not exact:
        return None
    if near >= 0 and text.startswith(prefix + exact + suffix, max(0, near - len(prefix))) and near >= len(prefix):
        return Span(near, near + len(exact))
    selector = _Selector(exact, prefix, suffix)
    found = _verbatim(text, selector, near)
    if found is not None:
        return found
    folded = _Folded.of(text)
    plain = _Selector(_Folded.of(exact).text, _Folded.of(prefix).text, _Folded.of(suffix).text)
    place = _verbatim(folded.text, plain, folded.inside(near)) or _roughly(folded.text, plain)
    return None if place is None else Span(folded.outside(place.start), folded.outside(place.end))


@dataclass(frozen=True, slots=True)
class _Selector:
    """The words that are looked for, and what stood before and after them."""

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text with straight marks, plain dashes and single spaces, and how its offsets lie in the text it came from.

    `starts` are the offsets after each space that was longer, `lost` how many characters went before each of them.
    """

    text: str
    starts: tuple[int, ...]
    lost: tuple[int, ...]

    @staticmethod
    def of(text: str) -> "_Folded":
        parts: list[str] = []
        starts, lost = [0], [0]
        last = gone = 0
        for space in _SPACE.finditer(text):
            parts += (text[last : space.start()], " ")
            last = space.end()
            if len(space[0]) > 1:
                gone += len(space[0]) - 1
                starts.append(last - gone)
                lost.append(gone)
        parts.append(text[last:])
        return _Folded("".join(parts).translate(_FOLDS), tuple(starts), tuple(lost))

    def outside(self, offset: int) -> int:
        """The offset in the text it came from."""
        return offset + self.lost[bisect_right(self.starts, offset) - 1]

    def inside(self, offset: int) -> int:
        """The offset in the folded text of one in the text it came from, to within the length of a space."""
        at = bisect_right(range(len(self.starts)), offset, key=lambda i: self.starts[i] + self.lost[i])
        return max(0, offset - self.lost[at - 1])


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _verbatim(text: str, selector: _Selector, near: int) -> Span | None:
    """The place of the very words: the one whose context fits best, and well enough for their length."""
    size = len(selector.exact)
    offsets = list(_occurrences(text, selector.exact))
    if len(offsets) > _MANY:
        offsets = sorted(offsets, key=lambda at: abs(at - near))[:_MANY]
    places = [(_fit(text, selector, at), -abs(at - near), at) for at in offsets]
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


def _fit(text: str, selector: _Selector, at: int) -> float:
    """How much of the context is there, 0 to 1, counted outwards from the words; an edge of the text counts as half."""
    end = at + len(selector.exact)
    before = _side(text[max(0, at - CONTEXT) : at][::-1], selector.prefix[::-1])
    return (before + _side(text[end : end + CONTEXT], selector.suffix)) / 2


def _side(there: str, wanted: str) -> float:
    if not wanted:
        return 0.5 if there else 1.0
    same = 0
    for ours, theirs in zip(wanted, there, strict=False):
        if ours != theirs:
            break
        same += 1
    return same / len(wanted)


@dataclass(frozen=True, slots=True)
class _Place:
    """A rough match: `body` says how alike the words are, `before` and `after` how much context is there, 0 to 1."""

    span: Span
    body: float
    before: float
    after: float

    @property
    def score(self) -> float:
        """One figure to compare places by."""
        return 0.7 * self.body + 0.15 * self.before + 0.15 * self.after

    @property
    def good(self) -> bool:
        """Whether it is the same passage: the shorter it is, the more of its surroundings must be there."""
        around = (self.before + self.after) / 2
        return (
            (self.body >= 0.6 and min(self.before, self.after) >= 0.5)  # noqa: PLR2004 - the floors themselves
            or (self.body >= 0.8 and around >= 0.4 and len(self.span) >= 80)  # noqa: PLR2004
            or (self.body >= 0.9 and len(self.span) >= 160)  # noqa: PLR2004
        )


def _roughly(text: str, selector: _Selector) -> Span | None:
    """The place of words changed a little, None unless one place fits well and clearly better than any other."""
    if len(selector.exact) < _WORTH:
        return None
    places: list[_Place] = []
    for start in _candidates(text, selector):
        place = _align(text, start, selector)
        if place is not None and not any(place.span.overlaps(other.span) for other in places):
            places.append(place)
    places.sort(key=lambda place: -place.score)
    if not places or not places[0].good:
        return None
    if len(places) > 1 and places[0].score - places[1].score < _MARGIN:
        return None
    return places[0].span


def _candidates(text: str, selector: _Selector) -> list[int]:
    """Offsets where the words may start, those first that most of their seeds point to."""
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
    best = sorted(votes, key=lambda bucket: (-votes[bucket], bucket))[:_PLACES]
    return [max(0, first[bucket]) for bucket in best]


def _align(text: str, start: int, selector: _Selector) -> _Place | None:
    """The best place for the words about `start`, by aligning them and their context with the text word by word."""
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
    extent = _densest([(len(span) if j in body else -len(span) / 2, j in others) for j, span in enumerate(there)])
    if extent is None:
        return None
    begin, end = extent
    # Words replaced at either end lie between the last word of the context and the first word that is the same.
    if first and first - 1 in pairs and 0 <= begin - pairs[first - 1] - 1 <= len(zones[1]):
        begin = pairs[first - 1] + 1
    if last in pairs and 0 <= pairs[last] - end <= len(zones[1]):
        end = pairs[last]
    same = sum(len(there[j]) for j in body if begin <= j < end)
    length = sum(len(word) for word in zones[1]) + sum(len(span) for span in there[begin:end])
    before = {i for i, j in pairs.items() if i < first and j < begin}
    after = {i for i, j in pairs.items() if i >= last and j >= end}
    span = Span(there[begin].start, there[end - 1].end)
    return _Place(
        span,
        2 * same / length,
        _share(wanted, before, range(first), edge=not text[: span.start].strip()),
        _share(wanted, after, range(last, len(wanted)), edge=not text[span.end :].strip()),
    )


def _densest(weights: list[tuple[float, bool]]) -> tuple[int, int] | None:
    """The half-open run of tokens with the largest sum of weights, without any that is marked as a border."""
    best, found = 0.0, None
    total, begin = 0.0, 0
    for at, (weight, border) in enumerate(weights):
        total += weight
        if border or total <= 0:
            total, begin = 0.0, at + 1
        elif total > best:
            best, found = total, (begin, at + 1)
    return found


def _share(words: list[str], matched: set[int], zone: range, *, edge: bool) -> float:
    """The share of the context `zone` that is matched, by characters; an empty one fits an edge of the text."""
    whole = sum(len(words[i]) for i in zone)
    if not whole:
        return 1.0 if edge else 0.5
    return sum(len(words[i]) for i in zone if i in matched) / whole


def reanchor(old: str, new: str, passages: Sequence[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """Where each of `passages` (the spans of its parts) of the text `old` stands in `new`; no spans where it is gone.

    A passage goes with its paragraphs where these are unchanged, wherever they went. Else it is looked for between
    the unchanged paragraphs about it, then in all that is new; never in what was there before as well, which the
    words of the passage are then only like.
    """
    if old == new:
        return [tuple(spans) for spans in passages]
    lines, fresh = _lines(old), _lines(new)
    moved = _unchanged([line.of(old) for line in lines], [line.of(new) for line in fresh])
    change = _Change(old, new, lines, fresh, moved)
    return [_carried(change, tuple(spans)) for spans in passages]


@dataclass(frozen=True, slots=True)
class _Change:
    """Two versions of a text by their lines, and which line of the old one is which of the new, by number."""

    old: str
    new: str
    lines: list[Span]
    fresh: list[Span]
    moved: dict[int, int]


def _lines(text: str) -> list[Span]:
    return [Span(*line.span()) for line in _LINE.finditer(text)]


def _unchanged(old: list[str], new: list[str]) -> dict[int, int]:
    """Which line of `new` each line of `old` is, for those that are the same: Heckel's diff, in linear time.

    Lines that come once in either are the same wherever they stand; so are, from there on outwards, equal neighbours
    of the same (P. Heckel, A technique for isolating differences between files, CACM 21(4), 1978).
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


def _carried(change: _Change, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    whole = enclosing(spans)
    first = bisect_right(change.lines, whole.start, key=lambda line: line.start) - 1
    last = max(first, bisect_right(change.lines, max(whole.start, whole.end - 1), key=lambda line: line.start) - 1)
    by = _shift(change, first, last)
    if by is not None and whole.shifted(by).of(change.new) == whole.of(change.old):
        return tuple(span.shifted(by) for span in spans)
    found = _elsewhere(change, whole, first, last)
    if found is None:
        return ()
    return _parts(change.old, spans, found, change.new)


def _shift(change: _Change, first: int, last: int) -> int | None:
    """How far the lines `first` to `last` moved together, unchanged; None where they did not."""
    start = change.moved.get(first)
    if start is None or any(change.moved.get(i) != start + i - first for i in range(first, last + 1)):
        return None
    return change.fresh[start].start - change.lines[first].start


def _elsewhere(change: _Change, whole: Span, first: int, last: int) -> Span | None:
    """The changed passage: between the unchanged lines about it, else in any new lines."""
    exact, prefix, suffix = selector_of(change.old, (whole,))
    before = next((change.moved[i] for i in range(first - 1, -1, -1) if i in change.moved), None)
    after = next((change.moved[i] for i in range(last + 1, len(change.lines)) if i in change.moved), None)
    low = 0 if before is None else change.fresh[before].end
    high = len(change.new) if after is None else change.fresh[after].start
    start = max(0, low - CONTEXT)
    found = find(change.new[start : high + CONTEXT], exact, prefix, suffix, whole.start - start) if low < high else None
    if found is not None and Span(low, high).contains(found.shifted(start)):
        return found.shifted(start)
    found = find(change.new, exact, prefix, suffix, whole.start)
    if found is None:
        return None
    settled = {j for i, j in change.moved.items() if not first <= i <= last}
    line = bisect_right(change.fresh, found.start, key=lambda line: line.start) - 1
    while line < len(change.fresh) and change.fresh[line].start < found.end:
        if line in settled and change.fresh[line].overlaps(found):
            return None
        line += 1
    return found


def _parts(old: str, spans: tuple[Span, ...], found: Span, new: str) -> tuple[Span, ...]:
    """The parts of a passage, in their order, inside the place where it was found; without those that are gone."""
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

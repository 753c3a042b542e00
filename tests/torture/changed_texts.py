"""How well highlights are found again: invented articles are edited, and each highlight is judged.

`python -m tests.torture.changed_texts [COUNT]` prints the table and fails where a limit is not held.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import NamedTuple, TypeAlias

from reader.model import Span, enclosing
from reader.text.anchors import Finder, selector_of
from reader.text.reanchoring import reanchor
from tests.torture.editing import edit
from tests.torture.figures import Figure
from tests.torture.invented_articles import NAMES, Draft, Highlighted, Word, article, bare

COUNT = 5000
SEED = 19

_SAME_PLACE = 0.8
"""The part of the characters of two extents that both have, where one is taken for the other."""

_STILL_THERE = 0.8
"""The part of the characters of a highlight's words that are as they were, where its words are still there."""

_CONTEXT = 20
"""Characters on either side of a highlight that are looked at to tell what was changed beside it."""

Spans: TypeAlias = tuple[Span, ...]
Refind: TypeAlias = Callable[[str, str, list[Spans]], list[Spans]]


class Row(NamedTuple):
    """A row of the table.

    Attributes:
        name: What happened to the highlights.
        highlights: How many they are.
        right: The share that was found where it is now.
        part: The share of which only a part was found, or more than it.
        orphans: The share that was not found.
        wrong: The share that was found elsewhere.
        least_right: What `right` must reach.
        most_wrong: What `wrong` must not exceed.
    """

    name: str
    highlights: int
    right: float
    part: float
    orphans: float
    wrong: float
    least_right: float = 0.0
    most_wrong: float = 1.0

    @property
    def is_held(self) -> bool:
        """Whether the limits are held."""
        return self.right >= self.least_right and self.wrong <= self.most_wrong


_THERE = ("untouched", "other words in it", "other words beside it", "moved", "other marks or spaces", "in two parts")
_GONE = ("removed", "look-alike removed")
_OTHER = ("another name or number in it", "partly there")
_THERE_IN_ALL, _GONE_IN_ALL = "words still there", "removed in all"

_LIMITS = {
    _THERE_IN_ALL: (0.99, 0.001),
    "in two parts": (0.99, 0.005),
    "removed": (0.0, 0.01),
    "look-alike removed": (0.0, 0.03),
    _GONE_IN_ALL: (0.0, 0.01),
}
_LIMITS_OF_WORDS_ALONE = {_THERE_IN_ALL: (0.98, 0.003), _GONE_IN_ALL: (0.0, 0.05)}


class _Case(NamedTuple):
    """A highlight of an edited article: what happened to it, and what came of it."""

    kind: str
    outcome: str


def by_earlier_text(old: str, new: str, passages: list[Spans]) -> list[Spans]:
    """Find passages again as those are found whose earlier text is in the library: nearly all."""
    return reanchor(old, new, passages)


def by_words_alone(old: str, new: str, passages: list[Spans]) -> list[Spans]:
    """Find passages again as those are found that come from another library."""
    finder = Finder(new)
    found = (finder.find(*selector_of(old, each), enclosing(each).start) for each in passages)
    return [() if span is None else (span,) for span in found]


def rows(count: int = COUNT, seed: int = SEED) -> list[Row]:
    """Edit articles, find their highlights again, and return the table.

    Args:
        count: How many articles.
        seed: Another one makes other articles.

    Returns:
        The rows, those first that have the earlier text.
    """
    return [
        *_rows(range(seed, seed + count), by_earlier_text, "", _LIMITS),
        *_rows(range(seed, seed + count), by_words_alone, "by the words alone: ", _LIMITS_OF_WORDS_ALONE),
    ]


def texts(trials: int, seed: int) -> Iterator[Figure]:
    """Yield how many highlights of so many changed texts were not found, or found elsewhere, where there is a limit."""
    for row in rows(trials, seed * trials):
        lost = round((1 - row.right) * row.highlights)
        if row.least_right:
            yield Figure(f"{row.name}: not found", lost, row.highlights, int((1 - row.least_right) * row.highlights))
        if row.most_wrong < 1:
            wrong = round(row.wrong * row.highlights)
            yield Figure(f"{row.name}: found elsewhere", wrong, row.highlights, int(row.most_wrong * row.highlights))


def lines(table: Sequence[Row]) -> list[str]:
    """Return a table as lines of text."""
    shown = [f"{'highlights':46}{'count':>8}{'right':>9}{'part':>9}{'orphans':>9}{'wrong':>9}  limits"]
    for row in table:
        limits = [f"right {row.least_right:.0%}"] if row.least_right else []
        limits += [f"wrong {row.most_wrong:.1%}"] if row.most_wrong < 1 else []
        said = f"{', '.join(limits)}{'' if row.is_held else ' NOT HELD'}"
        shares = "".join(f"{share:9.2%}" for share in (row.right, row.part, row.orphans, row.wrong))
        shown.append(f"{row.name:46}{row.highlights:8}{shares}  {said}".rstrip())
    return shown


def _rows(seeds: range, refind: Refind, prefix: str, limits: dict[str, tuple[float, float]]) -> list[Row]:
    outcomes = {kind: Counter[str]() for kind in (*_THERE, *_OTHER, *_GONE)}
    for case in _cases(seeds, refind):
        outcomes[case.kind][case.outcome] += 1
    for name, kinds in ((_THERE_IN_ALL, _THERE), (_GONE_IN_ALL, _GONE)):
        outcomes[name] = sum((outcomes[kind] for kind in kinds), Counter[str]())
    table = []
    for name, found in outcomes.items():
        right, part, orphans, wrong = (
            found[outcome] / max(1, found.total()) for outcome in ("right", "part", "orphan", "wrong")
        )
        limit = limits.get(name, (0.0, 1.0))
        table.append(Row(f"{prefix}{name}", found.total(), right, part, orphans, wrong, *limit))
    return table


def _cases(seeds: range, refind: Refind) -> Iterator[_Case]:
    """Yield each highlight of edited articles, one for each seed."""
    for seed in seeds:
        random = Random(seed)  # noqa: S311 - no secrets
        draft, highlights = article(random)
        before = _Setting(draft)
        edit(random, draft)
        after = _Setting(draft)
        passages = [before.spans(each) for each in highlights]
        for highlight, found in zip(highlights, refind(before.text, after.text, passages), strict=True):
            wanted = after.spans(highlight)
            if refind is by_words_alone and wanted:
                wanted = (enclosing(wanted),)
            yield _Case(_kind(highlight, before, after), _outcome(found, wanted, after.words(highlight)))


class _Setting:
    """A draft as text, with the place of each word in it."""

    def __init__(self, draft: Draft) -> None:
        self.text, self._places = draft.text()

    def left(self, words: Sequence[Word]) -> list[Word]:
        """Return the words that the text has."""
        return [word for word in words if id(word) in self._places]

    def place(self, word: Word) -> Span:
        """Return where a word of the text is."""
        return self._places[id(word)]

    def words(self, highlight: Highlighted) -> list[Span]:
        """Return where the words of a highlight are that the text has."""
        return [self.place(word) for part in highlight.parts for word in self.left(part)]

    def spans(self, highlight: Highlighted) -> Spans:
        """Return where the parts of a highlight are of which the text has a word."""
        parts = (self.left(part) for part in highlight.parts)
        return tuple(enclosing(tuple(map(self.place, part))) for part in parts if part)


def _outcome(found: Spans, wanted: Spans, words: list[Span]) -> str:
    """Judge what was found against what was wanted, and against where the words of the highlight are now."""
    if not found:
        return "orphan"
    if len(found) == len(wanted) and all(map(_is_same, found, wanted)):
        return "right"
    own = sum(part.overlap_length(word) for part in found for word in words)
    return "part" if 2 * own >= sum(map(len, found)) else "wrong"


def _is_same(one: Span, other: Span) -> bool:
    shared = one.overlap_length(other)
    return shared >= _SAME_PLACE * (len(one) + len(other) - shared)


def _kind(highlight: Highlighted, before: _Setting, after: _Setting) -> str:
    """Tell what happened to a highlight, by its words and those beside it."""
    words = [word for part in highlight.parts for word in part]
    left = after.left(words)
    if not left:
        return "look-alike removed" if highlight.listed else "removed"
    if not _is_still_there(highlight, before, after):
        return "partly there"
    changed = [word for word in left if word.now != word.was]
    if any(_is_fact(word.was) for word in changed):
        return "another name or number in it"
    if len(highlight.parts) > 1:
        return "in two parts"
    return "other words in it" if changed or len(left) < len(words) else _kind_of_unchanged(highlight, before, after)


def _kind_of_unchanged(highlight: Highlighted, before: _Setting, after: _Setting) -> str:
    """Tell what happened beside a highlight whose words are as they were."""
    [was], [now] = before.spans(highlight), after.spans(highlight)
    if was.of(before.text) != now.of(after.text):
        return "other marks or spaces"
    same_before = before.text[: was.start][-_CONTEXT:] == after.text[: now.start][-_CONTEXT:]
    same_after = before.text[was.end :][:_CONTEXT] == after.text[now.end :][:_CONTEXT]
    if same_before and same_after:
        return "untouched"
    return "other words beside it" if same_before or same_after else "moved"


def _is_still_there(highlight: Highlighted, before: _Setting, after: _Setting) -> bool:
    """Whether most of the words are as they were, in order and together."""
    words = [word for part in highlight.parts for word in part]
    left = after.left(words)
    kept = sum(len(word.was) for word in left if word.now == word.was)
    places = after.words(highlight)
    lengths = [sum(map(len, setting.spans(highlight))) for setting in (before, after)]
    return (
        kept >= _STILL_THERE * sum(len(word.was) for word in words)
        and places == sorted(places)
        and _STILL_THERE * lengths[1] <= lengths[0]
    )


def _is_fact(word: str) -> bool:
    return bare(word).isdecimal() or bare(word) in NAMES["last"]


if __name__ == "__main__":
    made = rows(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
    sys.stdout.write("\n".join((*lines(made), "")))
    sys.exit(not all(row.is_held for row in made))

"""Search in an article that ignores accents, kinds of quotation marks and, in a query of small letters, case."""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.model import Article, Span
from reader.text.foldings import AS_TYPED

_NOT_ASCII = re.compile(r"[^\x00-\x7e]")
_APOSTROPHE = "'"
# Accents, and the vowel points of Hebrew and Arabic: people leave them out when they type.
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
_MAX_REPLACEMENTS = 24
"""Up to so many characters to fold, `str.replace` for each is faster than `str.translate`."""


@dataclass(frozen=True, slots=True, eq=False)
class FoldedText:
    """A text as it is searched.

    Attributes:
        text: The folded text.
        original: The text before folding.
        positions: Positions in `text` from which on `shifts` changes, in order.
        shifts: What to add to a position from `positions[i]` on for its offset in `original`.
    """

    text: str
    original: str
    positions: "array[int]" = field(default_factory=lambda: array("q"))
    shifts: "array[int]" = field(default_factory=lambda: array("q"))

    def offset(self, position: int) -> int:
        """Return the offset in the original text of a position in the folded one."""
        index = bisect_right(self.positions, position) - 1
        return position + self.shifts[index] if index >= 0 else position


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """Where a query was found: `length` characters from each position in `starts`, which are of the folded text."""

    folded: FoldedText = field(default_factory=lambda: FoldedText("", ""))
    length: int = 0
    starts: Sequence[int] = ()

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, index: int) -> Span:
        """Return the span of the match with this index in the article's text, with the accent of its last letter."""
        start, text = self.starts[index], self.folded.original
        end = self.folded.offset(start + self.length - 1) + 1
        while end < len(text) and _ACCENTS.match(text, end):
            end += 1
        return Span(self.folded.offset(start), end)

    def first_from(self, offset: int) -> int:
        """Return the index of the first match that begins at or after an offset of the article's text."""
        return bisect_left(self.starts, offset, key=self.folded.offset)

    def overlapping(self, start: int, end: int) -> Iterable[int]:
        """Yield the indexes of the matches that overlap the article's text from `start` to `end`."""
        index = max(0, self.first_from(start) - 1)
        while index < len(self) and (span := self.span(index)).start < end:
            if span.end > start:
                yield index
            index += 1


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """A search in progress: the query, its matches, and the index `at` of the current match, None for none."""

    query: str
    matches: Matches
    at: int | None = None

    @property
    def position_label(self) -> str:
        """The number of the current match and of all: "3/17"."""
        if not len(self.matches):
            return "not found"
        return f"{'–' if self.at is None else f'{self.at + 1:,}'}/{len(self.matches):,}"

    @property
    def is_case_sensitive(self) -> bool:
        """Whether case matters: the query has a capital letter."""
        return _has_capital(self.query)

    @property
    def current_span(self) -> Span | None:
        """The span of the current match."""
        return None if self.at is None else self.matches.span(self.at)


class ArticleSearcher:
    """Searches one article; its text is folded once for each kind of query."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._folded: dict[tuple[bool, bool], FoldedText] = {}

    def find(self, query: str, *, unfolded: bool = False) -> Matches:
        """Find a query. Case matters only if it has a capital, apostrophes only if it has one.

        Takes time linear in the text.

        Args:
            query: What to find.
            unfolded: Whether to search hidden blocks as well.
        """
        case, marks = _has_capital(query), any(AS_TYPED.get(char, char) == _APOSTROPHE for char in query)
        folded_query = fold(query, case=case, marks=marks).text
        if not folded_query.strip():
            return Matches()
        folded = self.folded(case=case, marks=marks)
        starts = array("q", (match.start() for match in re.finditer(re.escape(folded_query), folded.text)))
        found = Matches(folded, len(folded_query), starts)
        if not unfolded:
            for block in reversed(self._article.blocks):
                if block.hidden:
                    del starts[found.first_from(block.span.start) : found.first_from(block.span.end)]
        return found

    def folded(self, *, case: bool = False, marks: bool = False) -> FoldedText:
        """Return the folded text of the article, from a cache after the first call."""
        key = case, marks
        if key not in self._folded:
            self._folded[key] = fold(self._article.text, case=case, marks=marks)
        return self._folded[key]


def _has_capital(query: str) -> bool:
    return query != query.lower()


def fold(text: str, *, case: bool = False, marks: bool = False) -> FoldedText:
    """Fold a text for a search: without accents, with plain quotation marks, dashes and spaces.

    One character may become several ("ﬁ", "ß") or none; the result maps positions to offsets.

    Args:
        text: The text.
        case: Whether to keep capitals.
        marks: Whether to keep apostrophes.
    """
    original = text
    if not case:
        text = text.replace("İ", "I").lower()  # the only capital whose small letter is two characters
    folds = {char: _letter(char) for char in set(_NOT_ASCII.findall(text))}
    if not marks:
        folds = {char: "" if to == _APOSTROPHE else to for char, to in folds.items()}
        folds |= dict.fromkeys("'`", "")
    folds = {char: to for char, to in folds.items() if char != to}
    uneven = re.escape("".join(char for char, to in folds.items() if len(to) != 1))
    positions, shifts = array("q"), array("q")
    if uneven:
        gained = 0
        for found in re.finditer(f"[{uneven}]", text):
            offset, to = found.start(), folds[found[0]]
            for inside in range(1, len(to)):
                positions.append(offset - gained + inside)
                shifts.append(gained - inside)
            positions.append(offset - gained + len(to))
            gained += 1 - len(to)
            shifts.append(gained)
    if len(folds) > _MAX_REPLACEMENTS:
        return FoldedText(text.translate({ord(char): to for char, to in folds.items()}), original, positions, shifts)
    for char, to in folds.items():
        text = text.replace(char, to)
    return FoldedText(text, original, positions, shifts)


def _letter(char: str) -> str:
    """Return a character as people type it."""
    known = AS_TYPED.get(char)
    if known is not None:
        return known
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", char))
    plain = unicodedata.normalize("NFC", bare)
    return AS_TYPED.get(plain, plain)

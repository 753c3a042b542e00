"""Words found in an article as people type them: without minding accents, curly marks or, in lower case, capitals."""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.model import Article, Span

_ODD = re.compile(r"[^\x00-\x7e]")
_MARK = "'"
# Accents, and the points of Hebrew and Arabic: what people leave out when they type.
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
_FOLDS = {
    **dict.fromkeys("‘’‚‛′ʼ＇`´", _MARK),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000", " "),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f", ""),
    "…": "...",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "ß": "ss",
    "ẞ": "SS",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "Đ": "D",
    "ł": "l",
    "Ł": "L",
    "ı": "i",
    "ς": "σ",
}
_FEW = 24
"""Up to so many characters to fold it is quicker to replace one after another than to look each of the text up."""


@dataclass(frozen=True, slots=True, eq=False)
class FoldedText:
    """A text as it is searched, and the `whole` of it. From position `at[i]` on, offsets are positions plus `by[i]`."""

    text: str
    whole: str
    at: "array[int]" = field(default_factory=lambda: array("q"))
    by: "array[int]" = field(default_factory=lambda: array("q"))

    def offset(self, position: int) -> int:
        """The offset, in the text itself, of what stands at a position of the folded one."""
        index = bisect_right(self.at, position) - 1
        return position + self.by[index] if index >= 0 else position


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """Where words were found, in text order: `length` characters at each of the positions `starts` of a folded text."""

    folded: FoldedText = field(default_factory=lambda: FoldedText("", ""))
    length: int = 0
    starts: Sequence[int] = ()

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, index: int) -> Span:
        """The match with this index, in the article's text, its last letter's accent with it."""
        start, whole = self.starts[index], self.folded.whole
        end = self.folded.offset(start + self.length - 1) + 1
        while end < len(whole) and _ACCENTS.match(whole, end):
            end += 1
        return Span(self.folded.offset(start), end)

    def first_from(self, offset: int) -> int:
        """The index of the first match that begins at an offset of the article's text or after it."""
        return bisect_left(self.starts, offset, key=self.folded.offset)

    def overlapping(self, start: int, end: int) -> Iterable[int]:
        """The indexes of the matches that share a character with the article's text from `start` to `end`."""
        index = max(0, self.first_from(start) - 1)
        while index < len(self) and (span := self.span(index)).start < end:
            if span.end > start:
                yield index
            index += 1


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """A search that is on: what was typed, where it was found, and the index of the match one is at, if any."""

    query: str
    matches: Matches
    at: int | None = None

    @property
    def position_label(self) -> str:
        """Which of how many: "3/17"."""
        if not len(self.matches):
            return "not found"
        return f"{'–' if self.at is None else f'{self.at + 1:,}'}/{len(self.matches):,}"

    @property
    def current_span(self) -> Span | None:
        """The match one is at."""
        return None if self.at is None else self.matches.span(self.at)


class ArticleSearcher:
    """Finds words in one article, whose text is folded once for each way of reading a query."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._folded: dict[tuple[bool, bool], FoldedText] = {}

    def find(self, query: str, *, unfolded: bool = False) -> Matches:
        """Where `query` stands, case counting only where it has a capital, apostrophes only where it has one.

        What is folded away on the screen is searched only when it is `unfolded`. Linear in the text.
        """
        case, marks = query != query.lower(), any(_FOLDS.get(char, char) == _MARK for char in query)
        sought = fold(query, case=case, marks=marks).text
        if not sought.strip():
            return Matches()
        folded = self.folded(case=case, marks=marks)
        starts = array("q", (match.start() for match in re.finditer(re.escape(sought), folded.text)))
        found = Matches(folded, len(sought), starts)
        if not unfolded:
            for block in reversed(self._article.blocks):
                if block.hidden:
                    del starts[found.first_from(block.span.start) : found.first_from(block.span.end)]
        return found

    def folded(self, *, case: bool = False, marks: bool = False) -> FoldedText:
        """The article's text folded so; the next time it is there already."""
        key = case, marks
        if key not in self._folded:
            self._folded[key] = fold(self._article.text, case=case, marks=marks)
        return self._folded[key]


def fold(text: str, *, case: bool = False, marks: bool = False) -> FoldedText:
    """`text` without accents and with plain marks; in lower case without `case`, without apostrophes without `marks`.

    Letters that were written as one come apart ("ﬁ", "ß"), and the positions of what follows are kept track of.
    """
    whole = text
    if not case:
        text = text.replace("İ", "I").lower()  # the only capital whose small letter is two characters
    folds = {char: _letter(char) for char in set(_ODD.findall(text))}
    if not marks:
        folds = {char: "" if to == _MARK else to for char, to in folds.items()}
        folds |= dict.fromkeys("'`", "")
    folds = {char: to for char, to in folds.items() if char != to}
    uneven = re.escape("".join(char for char, to in folds.items() if len(to) != 1))
    at, by = array("q"), array("q")
    if uneven:
        gained = 0
        for found in re.finditer(f"[{uneven}]", text):
            offset, to = found.start(), folds[found[0]]
            for inside in range(1, len(to)):
                at.append(offset - gained + inside)
                by.append(gained - inside)
            at.append(offset - gained + len(to))
            gained += 1 - len(to)
            by.append(gained)
    if len(folds) > _FEW:
        return FoldedText(text.translate({ord(char): to for char, to in folds.items()}), whole, at, by)
    for char, to in folds.items():
        text = text.replace(char, to)
    return FoldedText(text, whole, at, by)


def _letter(char: str) -> str:
    """A character as people type it."""
    known = _FOLDS.get(char)
    if known is not None:
        return known
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", char))
    plain = unicodedata.normalize("NFC", bare)
    return _FOLDS.get(plain, plain)

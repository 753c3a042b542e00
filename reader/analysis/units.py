"""Units: sentences as short lists of tokens in which each marked stretch and each bracket stands as one token."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.marks import Marked
from reader.analysis.sentences import sentences
from reader.analysis.titles import is_title
from reader.model import Span

WORD, NAME, NUMBER, STOP, QUOTE, ASIDE = "w", "N", "d", "p", "q", "x"

_TOKEN = re.compile(
    r"(?P<x>\([^()\n]{0,400}\)|\[[^\[\]\n]{0,60}\]|https?://[^\s()\[\]]*[^\s()\[\].,:;])"
    r"|(?P<w>[@#]?\w+(?:['’.&/\u2010\u2011-]\w+)*+)|(?P<p>\.{2,3}|--|[^\w\s])"
)
_WORDLESS = 4  # characters of a sentence that may be stops alone
_EDITED_NAME = re.compile(r"\[[A-Z][\w.’' -]*\]\Z")
_CLOSERS = re.compile(r"\[(?:Source|Sources|Link|Read more|…|\.\.\.)\]\Z", re.IGNORECASE)


@dataclass(slots=True)
class Unit:
    """One sentence of a paragraph, or the inside of a bracket or of marks, as parallel lists of tokens.

    `kinds` holds WORD (lower case), NAME (capitalised, a handle, or an edited "[Name]"), NUMBER, STOP (punctuation),
    QUOTE (a marked stretch, `marks` gives it by token index) or ASIDE (brackets, addresses, editors' notes).
    `finite` and `verbs` are kept by verbs.py, `pauses` by boundaries.py. Token offsets are code
    points into the article's text; `paragraph` is the paragraph's index.
    """

    text: str
    span: Span
    paragraph: int
    starts: list[int]
    ends: list[int]
    low: list[str]
    kinds: list[str]
    marks: dict[int, Marked]
    finite: bytearray | None = None
    verbs: list[int] = field(default_factory=list)
    pauses: list[int] | None = None
    places: list[int] | None = None

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        """The token at `index` as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def marked(self, first: int, last: int) -> list[int]:
        """The tokens from `first` to `last`, both included, that are marked stretches; in the time of their number."""
        if self.places is None:
            self.places = sorted(self.marks)
        return self.places[bisect_left(self.places, first) : bisect_left(self.places, last + 1)]

    def over(self, first: int, last: int) -> Span:
        """The span of the tokens `first` to `last`, both included."""
        return Span(self.starts[first], self.ends[last])


def units(text: str, paragraph: Span, index: int, marks: Sequence[Marked]) -> list[Unit]:
    """The sentences of a paragraph; a stop inside marks ends none. Linear in the paragraph."""
    outer = [m for m in marks if m.level == 0]
    bounds = sentences(text, paragraph)
    found: list[Unit] = []
    starts = [m.span.start for m in outer]
    begin = paragraph.start
    first = 0
    for number, sentence in enumerate(bounds):
        last = number == len(bounds) - 1
        at = bisect_left(starts, sentence.end) - 1
        if not last and at >= 0 and outer[at].span.end > sentence.end:
            continue
        until = bisect_left(starts, sentence.end)
        if len(sentence) < _WORDLESS and not any(c.isalnum() for c in sentence.of(text)) and first == number:
            begin, first = sentence.end, number + 1
            continue
        found.append(
            unit(
                text,
                Span(max(begin, bounds[first].start), sentence.end),
                index,
                outer[bisect_left(starts, begin) : until],
            )
        )
        begin, first = sentence.end, number + 1
    return found


def unit(text: str, span: Span, paragraph: int, outer: Sequence[Marked]) -> Unit:
    """One unit over `span`, in which each of the marked stretches `outer` is one token."""
    made = Unit(text, span, paragraph, [], [], [], [], {})
    position = span.start
    for mark in outer:
        if mark.span.start < position:
            continue
        _add(made, position, mark.span.start)
        if is_title(text, mark, made.low):
            _put(made, mark.span.start, mark.span.end, "“”", NAME)
        else:
            made.marks[len(made.starts)] = mark
            _put(made, mark.span.start, mark.span.end, "", QUOTE)
        position = mark.span.end
    _add(made, position, span.end)
    return made


def _put(made: Unit, start: int, end: int, low: str, kind: str) -> None:
    made.starts.append(start)
    made.ends.append(end)
    made.low.append(low)
    made.kinds.append(kind)


def _add(made: Unit, start: int, end: int) -> None:
    """Adds the tokens of an unmarked stretch; a stop inside a sentence belongs to the abbreviation before it."""
    limit = made.span.end
    for match in _TOKEN.finditer(made.text, start, end):
        group, found = match.lastgroup, match[0]
        first, last = match.span()
        if group == "w":
            head = found[0]
            kind = NAME if head.isupper() or head in "@#" else NUMBER if head.isdigit() else WORD
            _put(made, first, last, found.lower(), kind)
        elif group == "p":
            if found == "." and last < limit - 1 and made.starts and made.ends[-1] == first and made.kinds[-1] != QUOTE:
                made.ends[-1] = last
            else:
                _put(made, first, last, found, STOP)
        elif _EDITED_NAME.match(found) and not _CLOSERS.match(found):
            _put(made, first, last, found[1:-1].lower(), NAME)
        else:
            _put(made, first, last, "", ASIDE)

"""Normalize marks: “double” outside, ‘single’ inside, full stops before closing marks, plain spaces and colons."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from itertools import accumulate, chain
from typing import Any, TypeVar

from reader.analysis.blocks.passages import paragraphs
from reader.analysis.units.marked_titles import WORD, capitalised
from reader.analysis.units.marks import STOPS, MarkedSpan, marked_spans
from reader.model import Article, Span
from reader.text.foldings import PLAIN_BLANKS

_Found = TypeVar("_Found")
_Kind = tuple[str, str, str]
_Edit = tuple[int, int, str]  # the characters between the two offsets are replaced by the string

# A mark other than “…”, "…" and ‘…’ inside them, or one of these in an unusual position.
_UNUSUAL = re.compile(
    r"[„‟⹂«»‹›＂″〝〞〟❝❞「」『』‚‛❛❜`´‘',”“\"](?:(?<=')(?:(?<!\w')(?=\w)|')|(?<=‘)(?<!\w‘)|(?<=,),|(?<=”)(?<!\S”)(?=\w)"
    r"|(?<=“)(?<=\S“)(?!\w)|(?<=[”\"])(?<=\w.)[,.](?=[\s)\]]|\Z)|(?<![‘',”“\"]))"
)
# To search for the sign first and then check what is before it is faster.
_APOSTROPHE = re.compile(r"[‘`´](?<=\w.)(?=\w)")
_WIDE = re.compile(r"  (?<=[\w.,;:]..) *(?=\w)")
_FULLWIDTH_COLON = re.compile(r"：(?=\S)")
_STOP_BEHIND = re.compile(r"[,.](?=[\s)\]]|\Z)")
_STRETCH = re.compile(r"“[^“”]*”|‘[^‘’]*’")
_LONG = 80  # minimum characters of marked words that are in no name
_OUTER: _Kind = ("“", "”", '"')
_INNER: _Kind = ("‘", "’", "'")
_TERM, _CLAUSE = 2, 5  # words up to which marks enclose a term, and up to which they enclose no clause


class OffsetMap:
    """Maps offsets between a text and the same text after some edits. Offsets are code points."""

    def __init__(self, edits: Sequence[_Edit]) -> None:
        shorter = [(end, end - start - len(new)) for start, end, new in edits if end - start != len(new)]
        self._by = [0, *accumulate(by for _, by in shorter)]
        self._old = [end for end, _ in shorter]
        self._new = [end - by for end, by in zip(self._old, self._by[1:], strict=True)]
        self._turned = {self._there(end) for _, end, new in edits if len(new) > 1}

    def __bool__(self) -> bool:
        return bool(self._old or self._turned)

    def back(self, offset: int) -> int:
        """Map an offset of the edited text to the original text."""
        return offset + self._by[bisect_right(self._new, offset)]

    def end(self, offset: int) -> int:
        """Map the end of a marked span to the original text: before a full stop that was after its marks."""
        return self.back(offset) - (offset in self._turned)

    def there(self, span: Span) -> Span:
        """Map a span of the original text to the edited text."""
        return Span(self._there(span.start), self._there(span.end))

    def _there(self, offset: int) -> int:
        return offset - self._by[bisect_right(self._old, offset)]


@dataclass(frozen=True, slots=True)
class NormalizedArticle:
    """An article with normalized marks, the original article, and the map between their offsets.

    `own` maps a marked span of the normalized text to its words and marks in the original.
    """

    original: Article
    article: Article
    moved: OffsetMap
    own: Mapping[str, str]

    def restore(self, found: _Found) -> _Found:
        """Return findings (any dataclass or tuple) with their spans and copied words mapped to the original text."""
        return self._restored(found) if self.moved or self.own else found

    def _restored(self, found: Any, *, parts: bool = False) -> Any:
        """Do the work of `restore`; `parts` is true for the parts of a quotation, which end with their marks."""
        kind: Any = type(found)
        if kind is str:
            return _STRETCH.sub(self._owned, found)
        if kind is Span:
            end = self.moved.end(found.end) if parts else self.moved.back(found.end)
            return Span(self.moved.back(found.start), end) if self.moved else found
        if kind is tuple:
            return tuple([self._restored(each, parts=parts) for each in found])
        values = [(name, getattr(found, name)) for name in _fields(kind)]
        restored = [
            value if name == "evidence" else self._restored(value, parts=name == "spans") for name, value in values
        ]
        return kind(*restored) if restored else found

    def _owned(self, found: re.Match[str]) -> str:
        return self.own.get(found[0], found[0])


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass, in order; empty for any other class."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def with_plain_blanks(article: Article) -> NormalizedArticle:
    """Return the article with its own marks, and with plain spaces in place of no-break and thin ones."""
    text = article.text
    for blank, plain in PLAIN_BLANKS.items():
        text = text.replace(blank, plain)
    made = article if text == article.text else replace(article, text=text)
    return NormalizedArticle(article, made, OffsetMap(()), {})


def normalize_marks(article: Article) -> NormalizedArticle:
    """Return the article with normalized marks; the same one if it already has them. Linear in the text."""
    plain = with_plain_blanks(article)
    text = plain.article.text
    if _UNUSUAL.search(text) is None and "  " not in text and "：" not in text:
        return plain
    edits: list[_Edit] = [(found.start(), found.end(), "’") for found in _APOSTROPHE.finditer(text)]
    edits += [(found.start(), found.end(), " ") for found in _WIDE.finditer(text)]
    edits += [(found.start(), found.end(), ": ") for found in _FULLWIDTH_COLON.finditer(text)]
    own: dict[str, str] = {}
    for mark, kind in _marked_with_kinds(plain.article):
        made = _edits_of(text, mark, kind)
        edits += made
        if made and len(mark.span) < _LONG:
            own[f"{kind[0]}{mark.inner(text).of(text).strip()}{kind[1]}"] = mark.span.of(text)
    if not edits:
        return plain
    edits.sort()
    pieces, at = [], 0
    for start, end, new in edits:
        pieces += [text[at:start], new]
        at = end
    moved = OffsetMap(edits)
    changed = replace(article, text="".join([*pieces, text[at:]]))
    if moved:
        blocks = tuple(replace(block, span=moved.there(block.span)) for block in article.blocks)
        marks = tuple(replace(mark, span=moved.there(mark.span)) for mark in article.marks)
        changed = replace(changed, blocks=blocks, marks=marks)
    return NormalizedArticle(article, changed, moved, own)


def _marked_with_kinds(article: Article) -> Iterator[tuple[MarkedSpan, _Kind]]:
    """The marked spans of an article, each with its normalized kind of marks."""
    text = article.text
    spans = [span for _, span in paragraphs(article)]
    found = [marked_spans(text, span) for span in spans]
    single = _has_single_speech(text, found)
    if single:
        found = [marked_spans(text, span, single=True) for span in spans]
    return chain.from_iterable(_kinds(text, each, single=single) for each in found)


def _has_single_speech(text: str, found: list[tuple[MarkedSpan, ...]]) -> bool:
    """Whether speech is in single marks: more words than in double ones, in several spans or with punctuation inside.

    Spans inside others don't count, nor do titles and, next to double marks, terms: a text with double marks for speech
    may have single ones for them. Without any double marks a long span is enough.
    """
    outer = [mark for mark in chain.from_iterable(found) if mark.level == 0]
    alone = all(mark.single for mark in outer)
    words, stretches = [0, 0], 0
    for mark in outer:
        inside = WORD.findall(text, mark.span.start, mark.span.end)
        stopped = text[mark.span.end - 2] in STOPS
        if (alone or len(inside) > _TERM) and (stopped or not capitalised(inside)):
            words[mark.single] += len(inside)
            surely = stopped or (alone and len(inside) > _CLAUSE)
            stretches += 1 + surely if mark.single else 0
    return words[True] > words[False] and stretches > 1


def _kinds(text: str, found: tuple[MarkedSpan, ...], *, single: bool) -> Iterator[tuple[MarkedSpan, _Kind]]:
    """The marked spans of a paragraph, each with its normalized kind of marks.

    Where `single` marks are the outer ones, those inside them change with them.
    """
    changing = False
    for mark in found:
        if mark.level == 0:
            changing = single and mark.single
        if changing or not (mark.single or text.startswith(_OUTER, mark.span.start)):
            yield mark, _INNER if mark.level % 2 else _OUTER
        else:
            yield mark, _INNER if mark.single else _OUTER


def _edits_of(text: str, mark: MarkedSpan, kind: _Kind) -> list[_Edit]:
    """The edits that give a span its new marks, and remove spaces inside them."""
    start, end = mark.span.start, mark.span.end
    opening, closing, straight = kind
    inner = mark.inner(text)
    first, last = inner.start, inner.end
    made: list[_Edit] = []
    if inner.of(text).isspace() or len(inner) == 0:
        return made
    if text[start:first] not in {"", opening, straight}:
        while text[first].isspace():
            first += 1
        made.append((start, first, opening))
    usual_one = text[last:end] in {"", closing, straight}
    while not usual_one and text[last - 1].isspace():
        last -= 1
    if kind is _OUTER and mark.level == 0 and last < end and _has_stop_after(text, first, last, end):
        made.append((last, end + 1, text[end] + (text[last:end] if usual_one else closing)))
    elif not usual_one:
        made.append((last, end, closing))
    return made


def _has_stop_after(text: str, first: int, last: int, end: int) -> bool:
    """Whether the full stop of a complete utterance is after its marks, as in many texts (“We wait”, she said).

    `first` to `last` are the words and `end` is where the marks end. Words that begin in lower case are part of
    another's sentence, to which the full stop belongs; a title has none.
    """
    if not (text[first].isupper() and text[last - 1].isalnum() and _STOP_BEHIND.match(text, end)):
        return False
    inside = WORD.findall(text, first, last)
    return len(inside) > 1 and not capitalised(inside)

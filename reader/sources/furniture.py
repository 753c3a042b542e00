"""Find the site furniture around and inside a pasted article: menus, cookie notes, calls to subscribe, other headlines.

Furniture is hidden, never taken out, and only where its own words give it away: a text without any stays whole. The
article is the stretch of blocks whose running text outweighs the short lines in it (the maximum subarray of the
blocks' scores, after the observation of Kohlschütter et al., WSDM 2010, that boilerplate is short text).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache

from reader.model import BlockKind
from reader.sources.parts import Part
from reader.sources.stated import is_byline, is_date_line
from reader.sources.tables import table

_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*$")
_EDGES = re.compile(r"^[\W_]+|[\W\d_]+$")
_MARKS = re.compile('[“”"]')  # someone is quoted
_WORD = re.compile(r"[\w'-]+")
_SPACES = re.compile(r"\s+")
_WIDGET = re.compile(
    r"\((?:BUTTON|IMAGE|INPUT|FORM|Submit)\)|\[[ Xx]?\](?!\()|\[ {2,}\]|_{4,}|\bURLCopied!|^(?:IFRAME|SVG)\b"
)
_COPYRIGHT = re.compile(r"©|\(c\) ?(?:19|20)\d\d|^copyright\b", re.IGNORECASE)
_BIO = re.compile(
    r"^[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3} (?:is|was) an? [^.]*\b(?:writer|reporter|editor|journalist|columnist)\b"
)
_CREDIT = re.compile(
    r"\((?:photos?|image|picture|credit)\b[^()]*\)\.?$|\|\s*(?:Getty|AFP|Reuters|AP)\b|/ ?(?:Getty|AFP|EPA)\b",
    re.IGNORECASE,
)

_MOST_WORDS = 45  # a longer paragraph is no furniture by its own words
_SHORT = 12  # words of a line that may be a button, a heading or a headline
_SIGNATURE = 8  # words of a line that goes with the furniture under it
_PROSE_WORDS = 8
_CAP = 100  # words that count at most: one long notice must not outweigh a menu
_TITLE_REACH = 20  # blocks above the article's first paragraph among which its headline is looked for
_PULL_QUOTE = (8, 60)  # words


class Sort(IntEnum):
    """What a block looks like by itself."""

    PROSE = 0
    SHORT = 1
    HINT = 2
    FURNITURE = 3
    END = 4


@dataclass(frozen=True, slots=True)
class _Words:
    line: frozenset[str]
    start: tuple[str, ...]
    end: frozenset[str]
    has: tuple[str, ...]
    telling: frozenset[str]  # the longest word of each of `has`, looked up before any of them is searched for


@cache
def _words() -> _Words:
    kinds = table("furniture.txt")
    telling = frozenset(max(words.split(), key=len) for words in kinds["has"])
    starts = tuple(words + " " for words in kinds["start"]) + tuple(words + ":" for words in kinds["start"])
    return _Words(
        frozenset(kinds["line"] + kinds["start"]), starts, frozenset(kinds["end"]), tuple(kinds["has"]), telling
    )


def fold(parts: Sequence[Part]) -> list[Part]:
    """The same parts with the furniture among them hidden, and the article's headline its first visible block."""
    sorts = _sorts(parts)
    if max(sorts, default=Sort.PROSE) < Sort.HINT:
        return list(parts)
    first, last = _article(parts, sorts)
    hints = sum(kind is Sort.HINT for i, kind in enumerate(sorts) if not first <= i <= last)
    evidence = sum(kind >= Sort.FURNITURE for kind in sorts) * 2 + hints
    if first > last or evidence < 2:  # noqa: PLR2004 - one hint is a turn of phrase
        return list(parts)
    start = _head(parts, sorts, first)
    stop = _tail(parts, sorts, last)
    headline = _headline(parts, sorts, start, first) if start else _own_headline(parts)
    inner = _inner(parts, sorts, headline, first, stop)
    folded = []
    for i, part in enumerate(parts):
        if i == headline:
            folded.append(replace(part, kind=BlockKind.HEADING, level=1))
        elif i < start or i >= stop or i in inner or (headline is not None and i < headline):
            folded.append(_hidden(part))
        else:
            folded.append(part)
    return folded


def _hidden(part: Part) -> Part:
    kind = BlockKind.PARAGRAPH if part.kind is BlockKind.HEADING else part.kind
    return replace(part, kind=kind, level=part.level if kind is part.kind else 0, hidden=True)


def without_furniture(parts: Sequence[Part]) -> list[Part]:
    """The parts that an extractor took from a page, with those hidden that are furniture all the same.

    Inside the article only paragraphs that can be nothing else are hidden; after its last sentence, all that follows
    the first notice.
    """
    sorts = _sorts(parts)
    stop = _tail(parts, sorts, _article(parts, sorts)[1])
    return [
        _hidden(part) if i >= stop or (part.kind is BlockKind.PARAGRAPH and _is_notice(part, kind)) else part
        for i, (part, kind) in enumerate(zip(parts, sorts, strict=True))
    ]


def _is_notice(part: Part, kind: Sort) -> bool:
    """Whether a paragraph inside an article is a call to go elsewhere: by its words, or a link in capitals."""
    shouted = part.text.isupper() and len(part.marks) == 1 and len(part.marks[0].span) == len(part.text)
    return kind >= Sort.FURNITURE or shouted


def _sorts(parts: Sequence[Part]) -> list[Sort]:
    """What each block looks like. Between two paragraphs, words that end an article are a heading of its own."""
    sorts = [sort(part) for part in parts]
    for i in range(1, len(sorts) - 1):
        if sorts[i] is Sort.END and sorts[i - 1] is sorts[i + 1] is Sort.PROSE:
            sorts[i] = Sort.SHORT
    return sorts


def sort(part: Part) -> Sort:
    """What a block looks like by its own words."""
    text = part.text
    words = len(text.split(None, _MOST_WORDS + 1))
    if part.kind is BlockKind.RULE:
        return Sort.SHORT
    if (part.kind is BlockKind.ITEM or "\n" in text) and _says_twice(text):
        return Sort.HINT
    if words > _MOST_WORDS:
        return Sort.PROSE
    lines = [_line(line) for line in text.split("\n")]
    if lines[0] is Sort.END or sum(line >= Sort.FURNITURE for line in lines) * 2 >= len(lines):
        return max(lines)
    if (_hints(text) and not _MARKS.search(text)) or _BIO.match(text):
        return Sort.HINT
    if part.kind in {BlockKind.QUOTE, BlockKind.CODE, BlockKind.TABLE}:
        return Sort.PROSE
    return Sort.PROSE if words >= _PROSE_WORDS and _SENTENCE_END.search(text) else Sort.SHORT


def _hints(text: str) -> bool:
    plain = _plainly(text)
    words = _words()
    if words.telling.isdisjoint(_WORD.findall(plain)):
        return False
    return any(phrase in plain for phrase in words.has)


def _says_twice(text: str) -> bool:
    """Whether a short block holds the same five words twice, as the card of another article does with its title."""
    words = text.split()
    runs = [tuple(words[i : i + 5]) for i in range(len(words) - 4)]
    return len(words) <= _CAP and len(set(runs)) < len(runs)


def _plainly(text: str) -> str:
    return _SPACES.sub(" ", text.casefold().replace("’", "'"))


def _line(line: str) -> Sort:
    """What one line looks like."""
    if _WIDGET.search(line) or not any(map(str.isalpha, line)):
        return Sort.FURNITURE if _WIDGET.search(line) else Sort.SHORT
    count = len(line.split())
    if count > _SHORT:
        return Sort.PROSE
    plain = _EDGES.sub("", _plainly(line))
    words = _words()
    if plain in words.end:
        return Sort.END
    if plain in words.line or plain.startswith(words.start) or _COPYRIGHT.search(line):
        return Sort.FURNITURE
    return Sort.SHORT


_SCORES = {Sort.SHORT: -10, Sort.HINT: -25, Sort.FURNITURE: -20, Sort.END: -120}


def _score(part: Part, kind: Sort) -> int:
    if kind is Sort.PROSE:
        return min(len(part.text.split(None, _CAP)), _CAP)
    return _SCORES[kind]


def _article(parts: Sequence[Part], sorts: Sequence[Sort]) -> tuple[int, int]:
    """The first and the last block of the stretch with the highest sum of scores."""
    best, span = 0, (0, -1)
    total, begin = 0, 0
    for i, (part, kind) in enumerate(zip(parts, sorts, strict=True)):
        if total <= 0:
            total, begin = 0, i
        total += _score(part, kind)
        if total > best:
            best, span = total, (begin, i)
    return span


def _head(parts: Sequence[Part], sorts: Sequence[Sort], first: int) -> int:
    """The first block that is not hidden for standing before the article."""
    menus = sum(kind >= Sort.FURNITURE for kind in sorts[:first])
    items = sum(part.kind is BlockKind.ITEM for part in parts[:first])
    if not menus and items <= _PROSE_WORDS:
        return 0
    # A text that is cut in two by a line that looks like furniture must not lose its first half.
    before = sum(_score(part, kind) for part, kind in zip(parts[:first], sorts, strict=False) if kind is Sort.PROSE)
    after = sum(
        _score(part, kind) for part, kind in zip(parts[first:], sorts[first:], strict=True) if kind is Sort.PROSE
    )
    return 0 if before * 3 > after else max(0, first - _TITLE_REACH)


def _tail(parts: Sequence[Part], sorts: Sequence[Sort], last: int) -> int:
    """The first of the blocks at the end that are furniture, with the short lines that lead up to it."""
    stop = next((i for i in range(last + 1, len(parts)) if sorts[i] >= Sort.HINT), len(parts))
    if stop == len(parts):
        return stop
    while stop > last + 1 and sorts[stop - 1] is Sort.SHORT and _goes_with_furniture(parts[stop - 1].text):
        stop -= 1
    return stop


def _goes_with_furniture(text: str) -> bool:
    return len(text.split()) <= _SIGNATURE and not text.startswith(("[", "(", "—", "–", "“"))


def _own_headline(parts: Sequence[Part]) -> int | None:
    """The first block, where it was read as the headline: nothing stands before the article."""
    return 0 if parts[0].kind is BlockKind.HEADING and parts[0].level == 1 else None


def _headline(parts: Sequence[Part], sorts: Sequence[Sort], start: int, first: int) -> int | None:
    """The block before the article's first paragraph that looks most like its headline."""
    best, found = 0.0, None
    for i in range(start, first + 1):
        part = parts[i]
        words = len(part.text.split())
        if sorts[i] >= Sort.HINT or part.kind is BlockKind.ITEM or "\n" in part.text:
            continue
        if words > 2 * _SHORT + 6 or is_byline(part.text) or is_date_line(part.text) or _CREDIT.search(part.text):
            continue
        likeness = min(words, 15) - (first - i) * 0.3
        if part.kind is BlockKind.HEADING:
            likeness += 10
        elif part.text.endswith((".", ",", ";", ":")) or part.text.isupper():
            likeness -= 12
        if likeness > best:
            best, found = likeness, i
    return found


def _inner(parts: Sequence[Part], sorts: Sequence[Sort], headline: int | None, first: int, stop: int) -> set[int]:
    """Furniture between the headline and the end: notices, cards of other articles, pull quotes, bylines."""
    begin = 0 if headline is None else headline + 1
    hidden = {
        i
        for i in range(begin, stop)
        if sorts[i] >= Sort.FURNITURE
        or _CREDIT.search(parts[i].text)
        or (sorts[i] is Sort.SHORT and _repeated(parts, i))
    }
    headed = hidden.isdisjoint(range(begin, first)) and not begin_hidden
    for i in range(begin, first):
        part = parts[i]
        if sorts[i] is not Sort.PROSE or is_byline(part.text) or is_date_line(part.text):
            hidden.add(i)
    for i in range(begin + 1, stop):
        if parts[i].tight and i - 1 in hidden:  # the rest of a card, up to the blank line
            hidden.add(i)
    return hidden | _pull_quotes(parts, begin, stop)


def _pull_quotes(parts: Sequence[Part], begin: int, stop: int) -> set[int]:
    """Short paragraphs whose words stand in another paragraph near them as well."""
    found = set()
    for i in range(begin, stop):
        text = parts[i].text.strip("“”\"' .")
        if _PULL_QUOTE[0] <= len(text.split(None, _PULL_QUOTE[1] + 1)) <= _PULL_QUOTE[1] and any(
            text in parts[j].text and len(parts[j].text) > len(text) + _SHORT
            for j in range(max(begin, i - 10), min(stop, i + 10))
        ):
            found.add(i)
    return found

"""Where the article stands among the blocks of a text that holds site furniture as well.

It is the stretch of blocks whose running text outweighs the short lines in it (the maximum subarray of the blocks'
scores, after the observation of Kohlschütter et al., WSDM 2010, that boilerplate is short text). The `sorts` that most
functions take are those of `sorted_out`, one a block.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, takewhile

from reader.model import BlockKind
from reader.sources.draft import Part
from reader.sources.text.block_types import Sort, sort, telling_words
from reader.sources.text.stated_facts import is_date_line

_NUMBERS = re.compile(r"\d+")
_REACH_DOWN = 12  # blocks
_RUNNING = 15  # words
_OFTEN = 3
_GOES_ON = 4  # paragraphs
_COMMENT = 60  # characters
_SHORT_LINE = 25  # words
_SIGNATURE = 8  # words of a line that goes with the furniture under it
_FEW_PROSE = 2.5  # blocks to a paragraph in lists of other articles: kicker, title, teaser
_NOTICES = 3  # the fewest that make what they stand among furniture
_NOTICES_BETWEEN = 4  # the most between two paragraphs of an article
_TIES = 2  # telling words that a paragraph shares with the article that it belongs to
_CAP = 100  # words that count at most: one long notice must not outweigh a menu


def sorted_out(parts: Sequence[Part]) -> list[Sort]:
    """What each block looks like, by its own words and by what stands around it.

    Between two paragraphs, words that end an article are a heading of its own. On a page with menus, dates and lines
    that come again with another number ("9 votes") belong to lists of other articles or to comments.
    """
    sorts = [sort(part) for part in parts]
    for i in range(1, len(sorts) - 1):
        if sorts[i] is Sort.END and sorts[i - 1] is sorts[i + 1] is Sort.PROSE and _is_running(parts[i + 1]):
            sorts[i] = Sort.SHORT
    if sum(kind >= Sort.FURNITURE for kind in sorts) >= _NOTICES:
        shapes = [_shape(part.text) if kind is Sort.SHORT else "" for part, kind in zip(parts, sorts, strict=True)]
        often = {shape for shape, times in Counter(shapes).items() if shape and times >= _OFTEN}
        sorts = [Sort.HINT if shape in often else kind for shape, kind in zip(shapes, sorts, strict=True)]
    return sorts


def _is_running(part: Part) -> bool:
    """Whether a block is running text, and no item of a list of headlines."""
    return part.kind is not BlockKind.ITEM and len(part.text.split(None, _RUNNING)) > _RUNNING


def _shape(text: str) -> str:
    """What a short line with a number has in common with others of its make; "" for a line without one."""
    if is_date_line(text):
        return "date"
    shape = _NUMBERS.sub("0", text.casefold())
    return shape if "0" in shape and len(text.split()) <= _SIGNATURE else ""


_SCORES = {Sort.SHORT: -10, Sort.HINT: -25, Sort.FURNITURE: -20, Sort.END: -120}


def _score(part: Part, kind: Sort) -> int:
    if kind is Sort.PROSE:
        return min(len(part.text.split(None, _CAP)), _CAP)
    return _SCORES[kind]


def stretch(parts: Sequence[Part], sorts: Sequence[Sort]) -> tuple[int, int]:
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


def gap_after(parts: Sequence[Part], sorts: Sequence[Sort], last: int) -> list[int]:
    """The blocks of a list of other articles after which the article goes on, and the last block of what goes on.

    It goes on where four paragraphs stand together; after a place for comments they are a comment.
    """
    run = 0
    gap: list[int] = []
    for i in range(last + 1, min(len(parts), last + _REACH_DOWN)):
        if sorts[i] is not Sort.PROSE or parts[i].kind is BlockKind.ITEM:
            run = 0
        else:
            run += 1
        gap.append(i)
        if _about_comments(parts[i : i + 1]):
            return []
        if run == _GOES_ON:
            ahead = i + 1
            while ahead < len(parts) and sorts[ahead] is Sort.PROSE:
                ahead += 1
            return [*gap[:-run], ahead - 1]
    return []


def first_half(parts: Sequence[Part], sorts: Sequence[Sort], first: int) -> tuple[int, list[int]]:
    """Where an article begins that a list of others cuts in two, and the blocks of that list."""
    begin, end = stretch(parts[:first], sorts[:first])
    notice = next((i for i in range(end + 1, first) if sorts[i] is Sort.END), first)
    apart = notice == first or first - notice > _REACH_DOWN or _about_comments(parts[notice:first])
    if apart or not is_much_above(parts, sorts, first):
        return first, []
    return begin, list(range(notice, first))


def resumed(parts: Sequence[Part], sorts: Sequence[Sort], first: int, last: int) -> tuple[list[int], int]:
    """The notices behind which a last paragraph or two of the article stand, and the last block of these.

    A paragraph is the article's where it shares some of its words. Only notices may stand before it: what has a title
    over it is a teaser.
    """
    known: set[str] = set()
    gap: list[int] = []
    at = last + 1
    while notices := _notices(sorts, at):
        known = known or {word for part in parts[first : last + 1] for word in telling_words(part.text)}
        begin = at = notices[-1] + 1
        while at < len(parts) and sorts[at] is Sort.PROSE and _is_of(parts[at], known):
            at += 1
        if at == begin:
            break
        gap, last = [*gap, *notices], at - 1
    return gap, last


def _notices(sorts: Sequence[Sort], begin: int) -> list[int]:
    """The notices that stand here one after another, no more than stand between two paragraphs of an article."""
    run = takewhile(lambda at: sorts[at] in {Sort.HINT, Sort.FURNITURE}, range(begin, len(sorts)))
    return list(islice(run, _NOTICES_BETWEEN))


def _is_of(part: Part, known: set[str]) -> bool:
    """Whether a block is running text about what an article with these words is about."""
    return _is_running(part) and len(known & telling_words(part.text)) >= _TIES


def is_much_above(parts: Sequence[Part], sorts: Sequence[Sort], first: int) -> bool:
    """Whether the running text above a block is over a third of that from there on."""
    return _running(parts[:first], sorts[:first]) * 3 > _running(parts[first:], sorts[first:])


def _running(parts: Sequence[Part], sorts: Sequence[Sort]) -> int:
    """How much running text there is in these blocks."""
    return sum(_score(part, kind) for part, kind in zip(parts, sorts, strict=True) if kind is Sort.PROSE)


def _about_comments(parts: Sequence[Part]) -> bool:
    return any("comment" in part.text[:_COMMENT].casefold() for part in parts)


def tail(parts: Sequence[Part], sorts: Sequence[Sort], last: int) -> int:
    """The first of the blocks at the end that are furniture, with the short lines that lead up to it."""
    stop = next((i for i in range(last + 1, len(parts)) if sorts[i] >= Sort.HINT), len(parts))
    prose = sum(kind is Sort.PROSE for kind in sorts[stop:])
    notices = sum(kind >= Sort.HINT for kind in sorts[stop:])
    if prose and (len(parts) - stop < prose * _FEW_PROSE or notices < _NOTICES):
        return len(parts)  # a part of the article with notices in it
    most = _SHORT_LINE if notices >= _NOTICES else _SIGNATURE
    while last + 1 < stop < len(parts) and sorts[stop - 1] is Sort.SHORT and _leads_up(parts[stop - 1].text, most):
        stop -= 1
    return stop


def _leads_up(text: str, most: int) -> bool:
    """Whether a short line belongs to the furniture under it: it closes no sentence, quotes no one, signs nothing."""
    short = len(text.split(None, most)) <= most
    return short and not text.startswith(("[", "(", "—", "–", "“")) and not text.endswith((".", "!", "”", "]"))

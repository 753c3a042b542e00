"""Where the article stands among the blocks of a text that holds site furniture as well.

It is the stretch of blocks whose running text outweighs the short lines in it (the maximum subarray of the blocks'
scores, after the observation of Kohlschütter et al., WSDM 2010, that boilerplate is short text). The `sorts` that most
functions take are those of `classify_blocks`, one a block.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, takewhile

from reader.model import BlockKind
from reader.sources.draft import Part
from reader.sources.text.block_classes import BlockClass, classify, topic_words
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


def classify_blocks(parts: Sequence[Part]) -> list[BlockClass]:
    """What each block looks like, by its own words and by what stands around it.

    Between two paragraphs, words that end an article are a heading of its own. On a page with menus, dates and lines
    that come again with another number ("9 votes") belong to lists of other articles or to comments.
    """
    sorts = [classify(part) for part in parts]
    for i in range(1, len(sorts) - 1):
        if (
            sorts[i] is BlockClass.END
            and sorts[i - 1] is sorts[i + 1] is BlockClass.PROSE
            and _is_running(parts[i + 1])
        ):
            sorts[i] = BlockClass.SHORT
    if sum(kind >= BlockClass.FURNITURE for kind in sorts) >= _NOTICES:
        shapes = [
            _shape(part.text) if kind is BlockClass.SHORT else "" for part, kind in zip(parts, sorts, strict=True)
        ]
        often = {shape for shape, times in Counter(shapes).items() if shape and times >= _OFTEN}
        sorts = [BlockClass.HINT if shape in often else kind for shape, kind in zip(shapes, sorts, strict=True)]
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


_SCORES = {BlockClass.SHORT: -10, BlockClass.HINT: -25, BlockClass.FURNITURE: -20, BlockClass.END: -120}


def _score(part: Part, kind: BlockClass) -> int:
    if kind is BlockClass.PROSE:
        return min(len(part.text.split(None, _CAP)), _CAP)
    return _SCORES[kind]


def find_article(parts: Sequence[Part], sorts: Sequence[BlockClass]) -> tuple[int, int]:
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


def find_continuation(parts: Sequence[Part], sorts: Sequence[BlockClass], last: int) -> list[int]:
    """The blocks of a list of other articles after which the article goes on, and the last block of what goes on.

    It goes on where four paragraphs stand together; after a place for comments they are a comment.
    """
    run = 0
    gap: list[int] = []
    for i in range(last + 1, min(len(parts), last + _REACH_DOWN)):
        if sorts[i] is not BlockClass.PROSE or parts[i].kind is BlockKind.ITEM:
            run = 0
        else:
            run += 1
        gap.append(i)
        if _about_comments(parts[i : i + 1]):
            return []
        if run == _GOES_ON:
            ahead = i + 1
            while ahead < len(parts) and sorts[ahead] is BlockClass.PROSE:
                ahead += 1
            return [*gap[:-run], ahead - 1]
    return []


def find_first_half(parts: Sequence[Part], sorts: Sequence[BlockClass], first: int) -> tuple[int, list[int]]:
    """Where an article begins that a list of others cuts in two, and the blocks of that list."""
    begin, end = find_article(parts[:first], sorts[:first])
    notice = next((i for i in range(end + 1, first) if sorts[i] is BlockClass.END), first)
    apart = notice == first or first - notice > _REACH_DOWN or _about_comments(parts[notice:first])
    if apart or not has_much_text_before(parts, sorts, first):
        return first, []
    return begin, list(range(notice, first))


def find_last_paragraphs(
    parts: Sequence[Part], sorts: Sequence[BlockClass], first: int, last: int
) -> tuple[list[int], int]:
    """The notices behind which a last paragraph or two of the article stand, and the last block of these.

    A paragraph is the article's where it shares some of its words. Only notices may stand before it: what has a title
    over it is a teaser.
    """
    known: set[str] = set()
    gap: list[int] = []
    at = last + 1
    while notices := _notices(sorts, at):
        known = known or {word for part in parts[first : last + 1] for word in topic_words(part.text)}
        begin = at = notices[-1] + 1
        while at < len(parts) and sorts[at] is BlockClass.PROSE and _is_of(parts[at], known):
            at += 1
        if at == begin:
            break
        gap, last = [*gap, *notices], at - 1
    return gap, last


def _notices(sorts: Sequence[BlockClass], begin: int) -> list[int]:
    """The notices that stand here one after another, no more than stand between two paragraphs of an article."""
    run = takewhile(lambda at: sorts[at] in {BlockClass.HINT, BlockClass.FURNITURE}, range(begin, len(sorts)))
    return list(islice(run, _NOTICES_BETWEEN))


def _is_of(part: Part, known: set[str]) -> bool:
    """Whether a block is running text about what an article with these words is about."""
    return _is_running(part) and len(known & topic_words(part.text)) >= _TIES


def has_much_text_before(parts: Sequence[Part], sorts: Sequence[BlockClass], first: int) -> bool:
    """Whether the running text above a block is over a third of that from there on."""
    return _running(parts[:first], sorts[:first]) * 3 > _running(parts[first:], sorts[first:])


def _running(parts: Sequence[Part], sorts: Sequence[BlockClass]) -> int:
    """How much running text there is in these blocks."""
    return sum(_score(part, kind) for part, kind in zip(parts, sorts, strict=True) if kind is BlockClass.PROSE)


def _about_comments(parts: Sequence[Part]) -> bool:
    return any("comment" in part.text[:_COMMENT].casefold() for part in parts)


def find_boilerplate_tail(parts: Sequence[Part], sorts: Sequence[BlockClass], last: int) -> int:
    """The first of the blocks at the end that are furniture, with the short lines that lead up to it."""
    stop = next((i for i in range(last + 1, len(parts)) if sorts[i] >= BlockClass.HINT), len(parts))
    prose = sum(kind is BlockClass.PROSE for kind in sorts[stop:])
    notices = sum(kind >= BlockClass.HINT for kind in sorts[stop:])
    if prose and (len(parts) - stop < prose * _FEW_PROSE or notices < _NOTICES):
        return len(parts)  # a part of the article with notices in it
    most = _SHORT_LINE if notices >= _NOTICES else _SIGNATURE
    while (
        last + 1 < stop < len(parts) and sorts[stop - 1] is BlockClass.SHORT and _leads_up(parts[stop - 1].text, most)
    ):
        stop -= 1
    return stop


def _leads_up(text: str, most: int) -> bool:
    """Whether a short line belongs to the furniture under it: it closes no sentence, quotes no one, signs nothing."""
    short = len(text.split(None, most)) <= most
    return short and not text.startswith(("[", "(", "—", "–", "“")) and not text.endswith((".", "!", "”", "]"))

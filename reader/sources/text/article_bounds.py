"""Find where the article begins and ends among the blocks of a text that contains site boilerplate too.

The article is the range of blocks with the highest sum of scores (the maximum subarray), where running text scores high
and short lines score low, after the observation of Kohlschütter et al., WSDM 2010, that boilerplate is short text. The
`classes` that most functions take come from `classify_blocks`, one for each block.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise, takewhile

from reader.model import BlockKind
from reader.sources.draft import Part
from reader.sources.text.block_classes import (
    SENTENCE_ENDS,
    BlockClass,
    count_words,
    is_running_text,
    topic_words,
)
from reader.sources.text.lines import SIGNATURE, ends_with
from reader.sources.text.listed_text import line_pattern

_MOST_GAP = 12  # blocks
_LEAST_REPEATS = 3
_LEAST_CONTINUATION = 4  # paragraphs
_COMMENT_LABEL = 60  # characters
_LONGEST_SHORT_LINE = 25  # words
_LONGEST_HEADLINE = 30  # words; a longer line is text, such as a post that is quoted without its last stop
_LONGEST_LABEL = 8  # words of a line that belongs to the boilerplate under it
_BLOCKS_PER_TEASER = 2.5  # blocks for each paragraph in lists of other articles: kicker, title, teaser
_LEAST_NOTICES = 3  # with so many, the blocks among them are boilerplate too
_MOST_NOTICES_BETWEEN = 4  # the most between two paragraphs of an article
_LEAST_SHARED_WORDS = 2  # topic words that a paragraph shares with the article it belongs to
_LEAST_ROW, _MOST_ROWS = 4, 2  # short lines between two paragraphs, and rows of them
_LONGEST_WORD = 15  # characters, on average
_LONGEST_ROW = 10  # short lines
_MOST_COUNTED = 100  # words; one long notice must not outweigh a menu


def classify_blocks(parts: Sequence[Part], own_classes: Iterable[BlockClass]) -> list[BlockClass]:
    """Return what each block looks like by the blocks around it and by its own words, which `own_classes` state.

    Words that end an article are a heading where they stand between two paragraphs. On a page with menus, dates and
    lines that recur with another number ("9 votes") belong to lists of other articles or to comments.
    """
    classes = list(own_classes)
    for i in range(1, len(classes) - 1):
        if (
            classes[i] is BlockClass.END_MARKER
            and classes[i - 1] is classes[i + 1] is BlockClass.PROSE
            and is_running_text(parts[i + 1])
        ):
            classes[i] = BlockClass.SHORT_LINE
    if sum(block_class >= BlockClass.BOILERPLATE for block_class in classes) >= _LEAST_NOTICES:
        return mark_repeated_lines(parts, classes)
    return classes


def mark_repeated_lines(parts: Sequence[Part], classes: Sequence[BlockClass]) -> list[BlockClass]:
    """Return the classes with those short lines as possible boilerplate that have the same shape as two others.

    One of the next lines is longer than a label: a table has short lines only.
    """
    is_long = [count_words(part.text, _LONGEST_LABEL) > _LONGEST_LABEL for part in parts]
    patterns = [
        line_pattern(part.text) if block_class is BlockClass.SHORT_LINE and any(is_long[max(0, i - 1) : i + 2]) else ""
        for i, (part, block_class) in enumerate(zip(parts, classes, strict=True))
    ]
    repeated = {pattern for pattern, count in Counter(patterns).items() if pattern and count >= _LEAST_REPEATS}
    return [
        BlockClass.POSSIBLE_BOILERPLATE if pattern in repeated else block_class
        for pattern, block_class in zip(patterns, classes, strict=True)
    ]


_SCORES = {
    BlockClass.SHORT_LINE: -10,
    BlockClass.POSSIBLE_BOILERPLATE: -40,
    BlockClass.BOILERPLATE: -30,
    BlockClass.END_MARKER: -120,
}


def _score(part: Part, block_class: BlockClass) -> int:
    words = count_words(part.text, _MOST_COUNTED)
    is_sentence = " " in part.text and (words > _LONGEST_HEADLINE or ends_with(part.text, SENTENCE_ENDS))
    if block_class is BlockClass.PROSE or (block_class is BlockClass.SHORT_LINE and is_sentence):
        return min(words, _MOST_COUNTED)
    return _SCORES[block_class]


def score_blocks(parts: Sequence[Part], classes: Sequence[BlockClass]) -> list[float]:
    """Return the score of each block; a post with its signature, "— Ada Roe", is text even without a stop."""
    scores: list[float] = list(map(_score, parts, classes))
    for i, part in enumerate(parts[1:], 1):
        if {classes[i - 1], classes[i]} == {BlockClass.SHORT_LINE} and SIGNATURE.match(part.text):
            scores[i - 1 : i + 1] = [count_words(parts[i - 1].text, _MOST_COUNTED), 1]
    return scores


def find_article(parts: Sequence[Part], classes: Sequence[BlockClass]) -> tuple[int, int]:
    """Return the indexes of the first and last block of the article."""
    return find_best_range(classes, score_blocks(parts, classes))


def find_best_range(classes: Sequence[BlockClass], scores: Sequence[float]) -> tuple[int, int]:
    """Return the indexes of the first and last block of the range with the highest sum of scores.

    A row of short lines costs no more than the first ten of them: a longer one may be a table or a program.
    """
    best, bounds = 0.0, (0, -1)
    total, begin, row = 0.0, 0, 0
    for i, (score, block_class) in enumerate(zip(scores, classes, strict=True)):
        if total <= 0:
            total, begin, row = 0.0, i, 0
        if block_class is BlockClass.PROSE:
            row = 0
        row += block_class is BlockClass.SHORT_LINE
        if block_class is not BlockClass.SHORT_LINE or row <= _LONGEST_ROW:
            total += score
        if total > best:
            best, bounds = total, (begin, i)
    return bounds


def trim_end(parts: Sequence[Part], classes: Sequence[BlockClass], first: int, last: int) -> int:
    """Return the last block of an article without the paragraphs on other topics under its last rows of short lines."""
    prose = [i for i in range(first, last + 1) if classes[i] is BlockClass.PROSE]
    rows = [(here, after) for here, after in pairwise(prose) if after - here > _LEAST_ROW]
    for end, begin in reversed(rows[-_MOST_ROWS:]):
        article_words = {word for part in parts[first : end + 1] for word in topic_words(part.text)}
        if any(_may_share_topic(part.text, article_words) for part in parts[begin : last + 1]):
            break
        last = end
    return last


def _may_share_topic(text: str, article_words: set[str]) -> bool:
    """Return whether a text has words of the article; a text without spaces between words may have some."""
    is_unspaced = len(text) > _LONGEST_WORD * (text.count(" ") + 1)
    return is_unspaced or len(article_words & topic_words(text)) >= _LEAST_SHARED_WORDS


def find_continuation(parts: Sequence[Part], classes: Sequence[BlockClass], last: int) -> list[int]:
    """Return the blocks of a list of other articles after which the article continues, then the last block of it.

    It continues where four paragraphs stand together. After a place for comments they are comments.
    """
    run_length = 0
    gap: list[int] = []
    for i in range(last + 1, min(len(parts), last + _MOST_GAP)):
        if classes[i] is not BlockClass.PROSE or parts[i].kind is BlockKind.ITEM:
            run_length = 0
        else:
            run_length += 1
        gap.append(i)
        if _mentions_comments(parts[i : i + 1]):
            return []
        if run_length == _LEAST_CONTINUATION:
            continuation_end = i + 1
            while continuation_end < len(parts) and classes[continuation_end] is BlockClass.PROSE:
                continuation_end += 1
            return [*gap[:-run_length], continuation_end - 1]
    return []


def find_first_half(parts: Sequence[Part], classes: Sequence[BlockClass], first: int) -> tuple[int, list[int]]:
    """Return where an article begins that a list of other articles interrupts, and the blocks of that list."""
    begin, end = find_article(parts[:first], classes[:first])
    notice_start = next((i for i in range(end + 1, first) if classes[i] is BlockClass.END_MARKER), first)
    is_unrelated = (
        notice_start == first or first - notice_start > _MOST_GAP or _mentions_comments(parts[notice_start:first])
    )
    if is_unrelated or not has_much_text_before(parts, classes, first):
        return first, []
    return begin, list(range(notice_start, first))


def find_last_paragraphs(
    parts: Sequence[Part], classes: Sequence[BlockClass], first: int, last: int
) -> tuple[list[int], int]:
    """Return the notices before the last paragraph or two of the article, and the index of the last of these.

    A paragraph belongs to the article if it shares some of its words. Only notices may stand before it: a paragraph
    with a title above it is a teaser.
    """
    article_words: set[str] = set()
    gap: list[int] = []
    index = last + 1
    while notices := _find_notices(classes, index):
        article_words = article_words or {word for part in parts[first : last + 1] for word in topic_words(part.text)}
        begin = index = notices[-1] + 1
        while (
            index < len(parts)
            and classes[index] is BlockClass.PROSE
            and _belongs_to_article(parts[index], article_words)
        ):
            index += 1
        if index == begin:
            break
        gap, last = [*gap, *notices], index - 1
    return gap, last


def _find_notices(classes: Sequence[BlockClass], begin: int) -> list[int]:
    """Return the consecutive notices that begin here, up to the most that stand between two paragraphs."""
    notices = takewhile(
        lambda index: classes[index] in {BlockClass.POSSIBLE_BOILERPLATE, BlockClass.BOILERPLATE},
        range(begin, len(classes)),
    )
    return list(islice(notices, _MOST_NOTICES_BETWEEN))


def _belongs_to_article(part: Part, article_words: set[str]) -> bool:
    """Return whether a block is running text that shares words with the article."""
    return is_running_text(part) and len(article_words & topic_words(part.text)) >= _LEAST_SHARED_WORDS


def has_much_text_before(parts: Sequence[Part], classes: Sequence[BlockClass], first: int) -> bool:
    """Return whether the running text before a block is over a third of that from the block on."""
    return _running_text_score(parts[:first], classes[:first]) * 3 > _running_text_score(parts[first:], classes[first:])


def _running_text_score(parts: Sequence[Part], classes: Sequence[BlockClass]) -> int:
    """Return the score of the running text in these blocks."""
    return sum(
        _score(part, block_class)
        for part, block_class in zip(parts, classes, strict=True)
        if block_class is BlockClass.PROSE
    )


def _mentions_comments(parts: Sequence[Part]) -> bool:
    return any("comment" in part.text[:_COMMENT_LABEL].casefold() for part in parts)


def find_boilerplate_tail(parts: Sequence[Part], classes: Sequence[BlockClass], last: int) -> int:
    """Return the index of the first block of the boilerplate at the end, including short lines that introduce it."""
    tail_start = next(
        (i for i in range(last + 1, len(parts)) if classes[i] >= BlockClass.POSSIBLE_BOILERPLATE), len(parts)
    )
    prose = sum(block_class is BlockClass.PROSE for block_class in classes[tail_start:])
    notices = sum(block_class >= BlockClass.POSSIBLE_BOILERPLATE for block_class in classes[tail_start:])
    if prose and (len(parts) - tail_start < prose * _BLOCKS_PER_TEASER or notices < _LEAST_NOTICES):
        return len(parts)  # it is a part of the article that contains notices
    longest = _LONGEST_SHORT_LINE if notices >= _LEAST_NOTICES else _LONGEST_LABEL
    while (
        last + 1 < tail_start < len(parts)
        and classes[tail_start - 1] is BlockClass.SHORT_LINE
        and _is_lead_in(parts[tail_start - 1].text, longest)
    ):
        tail_start -= 1
    return tail_start


def _is_lead_in(text: str, longest: int) -> bool:
    """Return whether a short line introduces the boilerplate under it: not a sentence's end, a quote or a signature."""
    is_short = len(text.split(None, longest)) <= longest
    return is_short and not text.startswith(("[", "(", "—", "–", "“")) and not text.endswith((".", "!", "”", "]"))

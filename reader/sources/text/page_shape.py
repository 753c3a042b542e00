"""Tell a whole page that was pasted from a text by the rows of very short lines around its article."""

from collections.abc import Iterable, Sequence

from reader.sources.draft import Part
from reader.sources.text.block_classes import SENTENCE_ENDS, BlockClass, count_words, is_running_text

_STOPS = tuple(SENTENCE_ENDS + ",;:)]}>{([\"'”’")
_MENU_LINES = 8  # very short lines before an article and as many after it
_MENU_WORDS = 3
_SOME_NOTICES, _MANY_NOTICES = 2, 10
_LEAST_EVIDENCE = 10  # lines of menus, each notice for two; a notice alone may stand in any text
_LEAST_SHARE = 0.7  # of the length of what is around the article; a list is longer than its introduction


def may_be_page(parts: Sequence[Part], own_classes: Sequence[BlockClass]) -> bool:
    """Return whether a text has running text and as many very short lines as a page has at least; a quick look."""
    lines = (part._replace(text=line) for part in parts for line in part.text.split("\n"))
    return any(map(is_running_text, lines)) and (
        _short_lines(parts) >= _MENU_LINES * 2
        or sum(block_class >= BlockClass.BOILERPLATE for block_class in own_classes) >= _SOME_NOTICES
    )


def is_page(parts: Sequence[Part], classes: Sequence[BlockClass], first: int, last: int) -> bool:
    """Return whether a text is a whole page by its shape: rows of very short lines both before and after its article.

    These are menus, whatever their language. A list of ingredients has running text on one side only. Where notices are
    certain, fewer lines are enough, if the article is most of the page.
    """
    sides = (range(first), range(last + 1, len(parts)))
    before, after = (_short_lines(parts[i] for i in side if classes[i] is not BlockClass.PROSE) for side in sides)
    notices = sum(classes[i] >= BlockClass.BOILERPLATE for side in sides for i in side)
    least = _MENU_LINES if notices < _MANY_NOTICES else _MENU_LINES / 2
    if min(before, after) >= least and before + after >= _MENU_LINES * 2:
        return True
    evidence = min(before, _MENU_LINES) + min(after, _MENU_LINES) + 2 * notices
    outside = sum(len(parts[i].text) for side in sides for i in side)
    inside = sum(len(part.text) for part in parts[first : last + 1])
    return notices >= _SOME_NOTICES and evidence >= _LEAST_EVIDENCE and inside >= outside * _LEAST_SHARE


def _short_lines(parts: Iterable[Part]) -> float:
    """Return how many lines of a few words there are that neither begin with a number nor end with a stop.

    Lines without a blank line between them count half, because a list in a text is set so.
    """
    count = 0.0
    for part in parts:
        lines = part.text.split("\n")
        short = sum(map(_may_be_menu_item, lines))
        count += short / 2 if part.tight or len(lines) > 1 else short
    return count


def _may_be_menu_item(line: str) -> bool:
    is_short = 0 < count_words(line, _MENU_WORDS) <= _MENU_WORDS
    return is_short and not line[0].isdigit() and not line.endswith(_STOPS)


def find_share(classes: Sequence[BlockClass], scores: Sequence[float], bounds: tuple[int, int]) -> float:
    """Return which share of the running text stands from the first to the last of these blocks."""
    first, last = bounds
    text = [score if block_class is BlockClass.PROSE else 0 for score, block_class in zip(scores, classes, strict=True)]
    return sum(text[first : last + 1]) / max(1, sum(text))

"""Find text that a pasted page lists: comments, teasers, items, captions. It counts less than that of an article."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.model import BlockKind
from reader.sources.draft import Part
from reader.sources.text.block_classes import BlockClass
from reader.sources.text.stated_facts import is_date_line

_NUMBERS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_IMAGE_NUMBER = re.compile(r"\[\d{1,3}\]")  # all that w3m prints of the name of some images
# These numbers were measured on pages that browsers and text browsers copied.
_WEIGHT = 0.3  # of the score of listed text; 0.2 to 0.4 do as well
_LONGEST_BUTTON = 3  # words
_LONGEST_LABEL = 8  # words
_LEAST_ENTRIES = 4
_LONGEST_ENTRY = 14  # blocks
_FIRST_WORDS = 3  # of a paragraph
_LEAST_REPEATED = 8  # words
_CAPTION_REACH = 2  # blocks


def weigh_lists(parts: Sequence[Part], classes: Sequence[BlockClass], scores: Sequence[float]) -> list[float]:
    """Return the scores with less for text that lists have: comments, teasers, items, captions."""
    listed = _find_entries(parts, classes) | _find_captions(parts)
    listed.update(i for i, part in enumerate(parts) if part.kind is BlockKind.ITEM)
    return [score * _WEIGHT if score > 0 and i in listed else score for i, score in enumerate(scores)]


def _find_captions(parts: Sequence[Part]) -> set[int]:
    """Return the blocks that begin or end with the words of one beside them, as the captions of a gallery do."""
    found: set[int] = set()
    places: dict[tuple[int, str], int] = {}
    for i, part in enumerate(parts):
        words = part.text.split()
        if len(words) < _LEAST_REPEATED:
            continue
        for side, repeated in enumerate((words[:_LEAST_REPEATED], words[-_LEAST_REPEATED:])):
            key = side, " ".join(repeated)
            if i - places.get(key, -_CAPTION_REACH - 1) <= _CAPTION_REACH:
                found |= {places[key], i}
            places[key] = i
    return found


def _find_entries(parts: Sequence[Part], classes: Sequence[BlockClass]) -> set[int]:
    """Return the blocks of lists of entries: a line of the same shape with a number recurs at short distances.

    In place of such a line the first words of a paragraph may have that shape.
    """
    places: dict[str, list[int]] = {}
    for i, (part, block_class) in enumerate(zip(parts, classes, strict=True)):
        if block_class is BlockClass.PROSE:
            line = " ".join(part.text.split(None, _FIRST_WORDS)[:_FIRST_WORDS])
        else:
            line = part.text.rpartition("\n")[2]
        if _NUMBERS.search(line) and not _IMAGE_NUMBER.fullmatch(line):
            places.setdefault(line_pattern(line), []).append(i)
    entries: set[int] = set()
    places.pop("", None)
    for indexes in places.values():
        ends = [i for i, (here, after) in enumerate(pairwise(indexes), 1) if after - here > _LONGEST_ENTRY]
        for begin, end in pairwise([0, *ends, len(indexes)]):
            if end - begin >= _LEAST_ENTRIES:
                entries.update(range(indexes[begin], indexes[end - 1]))
    return entries


def line_pattern(text: str) -> str:
    """Return the shape of a short line, which others of its kind share; "" for a line without a shape of its own.

    Dates and counts have the shape of their numbers; a button such as "Reply" is repeated as it is.
    """
    if is_date_line(text):
        return "date"
    words = len(text.split(None, _LONGEST_LABEL))
    if words > _LONGEST_LABEL or not any(map(str.isalnum, text)):
        return ""
    numbers = len(_NUMBERS.findall(text))
    if numbers > 1:
        return _LETTERS.sub("a", _NUMBERS.sub("0", text))
    return _NUMBERS.sub("0", text.casefold()) if numbers or words <= _LONGEST_BUTTON else ""

"""Recognise pull quotes: words that a page shows a second time, apart from the text."""

import re
from collections.abc import Sequence

from reader.analysis.blocks.passages import PROSE, Passage
from reader.model import BlockKind

_MARKS = "“”\"‘’'«»,.;:!?… "
_LEFT_OUT = re.compile(r"\s*(?:…|\.\.\.|\[[^\]\n]{0,40}\])\s*")
_WORDS = 5  # minimum words, which are hardly repeated by chance
_REACH = 64  # passages before and after that are searched for the words


def word_pieces(words: str) -> list[str]:
    """Return the words without marks and capitals, split at omissions (“…”); [] where they are too few to compare."""
    bare = words.strip(_MARKS).casefold()
    return [] if bare.count(" ") + 1 < _WORDS else [piece.strip(_MARKS) for piece in _LEFT_OUT.split(bare)]


def has_pieces(text: str, words: Sequence[str]) -> bool:
    """Return whether a lower-case text has all the pieces of `words`, and there is at least one."""
    return bool(words) and all(piece in text for piece in words)


def is_pull_quote(parts: Sequence[Passage], index: int) -> bool:
    """Return whether a passage is a block quote of the page whose words are also in a paragraph of the article."""
    if parts[index].kind is not BlockKind.QUOTE or not (words := word_pieces(parts[index].text)):
        return False
    near = parts[max(0, index - _REACH) : index + _REACH]
    return any(part.kind in PROSE and has_pieces(part.text.casefold(), words) for part in near)

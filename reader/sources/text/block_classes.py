"""What a block of a pasted text looks like by its own words: running text, a short line, or site furniture."""

import re
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from reader.model import BlockKind
from reader.sources.draft import Part
from reader.sources.text.lines import ends_with
from reader.sources.word_lists import load_word_lists

_EDGES = re.compile(r"^[\W_]+|[\W\d_]+$")
_QUOTES = ("“", "”", '"')  # someone is quoted
_WORD = re.compile(r"[\w'-]+")
_WIDGET = re.compile(
    r"\((?:BUTTON|IMAGE|INPUT|FORM|Submit)\)|\[[ Xx]?\](?!\()|\[ {2,}\]|_{4,}|\bURLCopied!|^(?:IFRAME|SVG)\b"
)
_AGO = re.compile(r"^\d+ (?:min(?:ute)?|h(?:ou)?r|day|week|month|year)s? ago\b", re.IGNORECASE)
_COPYRIGHT = re.compile(r"©|\(c\) ?(?:19|20)\d\d|^copyright\b", re.IGNORECASE)
_BIO = (
    r"^[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3} (?:is|was) an? [^.]*\b(?:writer|reporter|editor|journalist|columnist)\b"
)

_LONGER = re.compile(r"[^\W\d_]{5,}")

_MOST_WORDS = 45  # a longer paragraph is no furniture by its own words
_SHORT = 12  # words of a line that may be a button, a heading or a headline
_REFERENCE = 30  # words of a line that sends to another article
_PROSE_WORDS = 8
_CARD_WORDS = 100
_TITLE_WORDS = 5


class BlockClass(IntEnum):
    """What a block looks like by itself."""

    PROSE = 0
    SHORT = 1
    HINT = 2
    FURNITURE = 3
    END = 4


class _WordTable(NamedTuple):
    line: frozenset[str]
    start: tuple[str, ...]
    reference: tuple[str, ...]  # the same before a colon, as in "Read more: ..."
    end: frozenset[str]
    has: dict[str, str]  # phrases, each with its longest word, which is to stand as a word
    common: frozenset[str]


@cache
def _words() -> _WordTable:
    kinds = load_word_lists("boilerplate.txt")
    has = {phrase: max(phrase.split(), key=len) for phrase in kinds["has"]}
    reference = tuple(words + ":" for words in kinds["start"])
    starts = (*reference, *(words + " " for words in kinds["start"]))
    line, common = frozenset(kinds["line"] + kinds["start"]), frozenset(kinds["common"])
    return _WordTable(line, starts, reference, frozenset(kinds["end"]), has, common)


def classify(part: Part) -> BlockClass:
    """What a block looks like by its own words."""
    text = part.text
    if part.kind is BlockKind.RULE:
        return BlockClass.SHORT
    words = _count(text)
    if words > _MOST_WORDS:
        return BlockClass.HINT if _is_card(part) else BlockClass.PROSE
    # A single line too long for a button is no notice unless it sends elsewhere, as `_line` has it.
    short = words <= _SHORT or "\n" in text or ":" in text or "(" in text
    lines = [_line(line) for line in text.split("\n")] if short else [BlockClass.PROSE]
    notices = sum(line >= BlockClass.FURNITURE for line in lines)
    if lines[0] is BlockClass.END or (notices * 2 >= len(lines) and notices > lines.count(BlockClass.PROSE)):
        return max(lines)
    if _hints(text) or _is_about_its_writer(text) or _is_card(part):
        return BlockClass.HINT
    if part.kind in {BlockKind.QUOTE, BlockKind.CODE, BlockKind.TABLE}:
        return BlockClass.PROSE
    return BlockClass.PROSE if words >= _PROSE_WORDS and ends_with(text, ".!?…:") else BlockClass.SHORT


def topic_words(text: str) -> set[str]:
    """The longer words of a text but for those that any text or notice may hold."""
    return set(_LONGER.findall(text.casefold())) - _words().common


def _is_about_its_writer(text: str) -> bool:
    return (" is a" in text or " was a" in text) and re.match(_BIO, text) is not None


def _count(text: str) -> int:
    """About how many words: what parts them is counted, which takes a tenth of the time of parting them."""
    return text.count(" ") + text.count("\n") + 1


def _plainly(text: str) -> str:
    return text.casefold().replace("’", "'")


def _line(line: str) -> BlockClass:
    """What one line looks like."""
    count = _count(line)
    if count > _REFERENCE or (count > _SHORT and ":" not in line and "(" not in line):
        return BlockClass.PROSE
    if _WIDGET.search(line):
        return BlockClass.FURNITURE
    plain = _EDGES.sub("", _plainly(" ".join(line.split())))
    known = _words()
    if count > _SHORT:
        return BlockClass.FURNITURE if plain.startswith(known.reference) else BlockClass.PROSE
    if plain in known.end:
        return BlockClass.END
    if (
        (plain in known.line and not line.endswith("."))
        or plain.startswith(known.start)
        or _COPYRIGHT.search(line)
        or _AGO.match(line)
    ):
        return BlockClass.FURNITURE
    return BlockClass.SHORT


def _hints(text: str) -> bool:
    """Whether a short paragraph holds words of a notice, and no one is quoted in it."""
    if any(mark in text for mark in _QUOTES):
        return False
    folded = _plainly(text)
    if "\n" in folded or "  " in folded:
        folded = " ".join(folded.split())
    known = _words().has
    if not any(map(folded.__contains__, known)):
        return False
    telling = [word for phrase, word in known.items() if phrase in folded]
    return not set(_WORD.findall(folded)).isdisjoint(telling)


def _is_card(part: Part) -> bool:
    """Whether a list item or a few lines hold the same five words twice, as a card of another article does."""
    if part.kind is not BlockKind.ITEM and "\n" not in part.text:
        return False
    words = part.text.split(None, _CARD_WORDS)
    if len(words) > _CARD_WORDS:
        return False
    runs = [tuple(words[i : i + _TITLE_WORDS]) for i in range(len(words) - _TITLE_WORDS + 1)]
    return len(set(runs)) < len(runs)

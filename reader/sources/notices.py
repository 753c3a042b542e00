"""What a block of a pasted text looks like by its own words: running text, a short line, or site furniture."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from reader.model import BlockKind
from reader.sources.parts import Part
from reader.sources.tables import table

_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*$")
_EDGES = re.compile(r"^[\W_]+|[\W\d_]+$")
_QUOTED = re.compile('[“”"]')  # someone is quoted
_WORD = re.compile(r"[\w'-]+")
_WIDGET = re.compile(
    r"\((?:BUTTON|IMAGE|INPUT|FORM|Submit)\)|\[[ Xx]?\](?!\()|\[ {2,}\]|_{4,}|\bURLCopied!|^(?:IFRAME|SVG)\b"
)
_AGO = re.compile(r"^\d+ (?:min(?:ute)?|h(?:ou)?r|day|week|month|year)s? ago\b", re.IGNORECASE)
_COPYRIGHT = re.compile(r"©|\(c\) ?(?:19|20)\d\d|^copyright\b", re.IGNORECASE)
_BIO = re.compile(
    r"^[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3} (?:is|was) an? [^.]*\b(?:writer|reporter|editor|journalist|columnist)\b"
)

_MOST_WORDS = 45  # a longer paragraph is no furniture by its own words
_SHORT = 12  # words of a line that may be a button, a heading or a headline
_REFERENCE = 30  # words of a line that sends to another article
_PROSE_WORDS = 8
_CARD_WORDS = 100
_TITLE_WORDS = 5


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
    reference: tuple[str, ...]  # the same before a colon, as in "Read more: ..."
    end: frozenset[str]
    has: dict[str, list[str]]  # phrases by their longest word, which is looked up first


@cache
def _words() -> _Words:
    kinds = table("furniture.txt")
    has: dict[str, list[str]] = {}
    for phrase in kinds["has"]:
        has.setdefault(max(phrase.split(), key=len), []).append(phrase)
    reference = tuple(words + ":" for words in kinds["start"])
    starts = (*reference, *(words + " " for words in kinds["start"]))
    return _Words(frozenset(kinds["line"] + kinds["start"]), starts, reference, frozenset(kinds["end"]), has)


def sort(part: Part) -> Sort:
    """What a block looks like by its own words."""
    text = part.text
    if part.kind is BlockKind.RULE:
        return Sort.SHORT
    words = len(text.split(None, _MOST_WORDS))
    if words > _MOST_WORDS:
        return Sort.HINT if _is_card(part) else Sort.PROSE
    lines = [_line(line) for line in text.split("\n")]
    if lines[0] is Sort.END or sum(line >= Sort.FURNITURE for line in lines) * 2 >= len(lines):
        return max(lines)
    if _hints(text) or _BIO.match(text) or _is_card(part):
        return Sort.HINT
    if part.kind in {BlockKind.QUOTE, BlockKind.CODE, BlockKind.TABLE}:
        return Sort.PROSE
    return Sort.PROSE if words >= _PROSE_WORDS and _SENTENCE_END.search(text[-8:]) else Sort.SHORT


def _plainly(text: str) -> str:
    return text.casefold().replace("’", "'")


def _line(line: str) -> Sort:
    """What one line looks like."""
    words = line.split()
    if len(words) > _REFERENCE or (len(words) > _SHORT and ":" not in line and "(" not in line):
        return Sort.PROSE
    if _WIDGET.search(line):
        return Sort.FURNITURE
    plain = _EDGES.sub("", _plainly(" ".join(words)))
    known = _words()
    if len(words) > _SHORT:
        return Sort.FURNITURE if plain.startswith(known.reference) else Sort.PROSE
    if plain in known.end:
        return Sort.END
    if (
        (plain in known.line and not line.endswith("."))
        or plain.startswith(known.start)
        or _COPYRIGHT.search(line)
        or _AGO.match(line)
    ):
        return Sort.FURNITURE
    return Sort.SHORT


def _hints(text: str) -> bool:
    """Whether a short paragraph holds words of a notice, and no one is quoted in it."""
    plain = _plainly(text)
    known = _words().has
    telling = known.keys() & set(_WORD.findall(plain))
    if not telling or _QUOTED.search(text):
        return False
    folded = " ".join(plain.split())
    return any(phrase in folded for word in telling for phrase in known[word])


def _is_card(part: Part) -> bool:
    """Whether a list item or a few lines hold the same five words twice, as a card of another article does."""
    if part.kind is not BlockKind.ITEM and "\n" not in part.text:
        return False
    words = part.text.split(None, _CARD_WORDS)
    if len(words) > _CARD_WORDS:
        return False
    runs = [tuple(words[i : i + _TITLE_WORDS]) for i in range(len(words) - _TITLE_WORDS + 1)]
    return len(set(runs)) < len(runs)

"""Classify a block of a pasted text by its own words: running text, a short line, or site boilerplate."""

import re
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from reader.model import BlockKind
from reader.sources.draft import Part
from reader.sources.text.lines import ends_with
from reader.sources.word_lists import load_word_lists

_EDGES = re.compile(r"^[\W_]+|[\W\d_]+$")
_QUOTATION_MARKS = ("“", "”", '"')
_WORD = re.compile(r"[\w'-]+")
_WIDGET = re.compile(
    r"\((?:BUTTON|IMAGE|INPUT|FORM|Submit)\)|\[[ Xx]?\](?!\()|\[ {2,}\]|_{4,}|\bURLCopied!|^(?:IFRAME|SVG)\b"
)
_TIME_AGO = re.compile(r"^\d+ (?:min(?:ute)?|h(?:ou)?r|day|week|month|year)s? ago\b", re.IGNORECASE)
_COMMENTS = re.compile(
    r"^\W*\d+ (?:comment|coment|commento|kom+ent|коммент|reactie|reaktion|réaction|reaccion|yorum)\w*\W*$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"©|\(c\) ?(?:19|20)\d\d|^copyright\b", re.IGNORECASE)
_AUTHOR_BIO = (
    r"^[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3} (?:is|was) an? [^.]*\b(?:writer|reporter|editor|journalist|columnist)\b"
)

_LONG_WORD = re.compile(r"[^\W\d_]{5,}")

_LONGEST_NOTICE = 45  # a longer paragraph is not boilerplate by its own words
_LONGEST_BUTTON = 12  # words of a line that may be a button, a heading or a headline
_LONGEST_REFERENCE = 30  # words of a line that points to another article
_LEAST_PROSE = 8
_LEAST_RUNNING_TEXT = 15  # words
_LONGEST_CARD = 100
_REPEATED_WORDS = 5
_LONG_UNSPACED = 25  # words; Thai has no sign for the end of a sentence

SENTENCE_ENDS = ".!?…。！？।॥؟۔။"
# Scripts without spaces between words, with about how many signs a word has.
_UNSPACED = (
    (re.compile(r"[\u3040-\u30ff\u3400-\u9fff]"), 2),  # Japanese, Chinese
    (re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"), 4),  # Thai, Lao, Burmese, Khmer
)


class BlockClass(IntEnum):
    """What a block looks like by itself; higher values are more likely to be boilerplate."""

    PROSE = 0
    SHORT_LINE = 1
    POSSIBLE_BOILERPLATE = 2
    BOILERPLATE = 3
    END_MARKER = 4


class _WordTable(NamedTuple):
    line: frozenset[str]
    start: tuple[str, ...]
    reference: tuple[str, ...]  # the same with a colon, as in "Read more: ..."
    end: frozenset[str]
    phrases: dict[str, str]  # phrases, each with its longest word, which must occur as a whole word
    common: frozenset[str]


@cache
def _words() -> _WordTable:
    lists = load_word_lists("boilerplate.txt")
    phrases = {phrase: max(phrase.split(), key=len) for phrase in lists["contains"]}
    reference = tuple(words + ":" for words in lists["start"])
    starts = (*reference, *(words + " " for words in lists["start"]))
    line, common = frozenset(lists["line"] + lists["start"]), frozenset(lists["common"])
    return _WordTable(line, starts, reference, frozenset(lists["end"]), phrases, common)


def classify(part: Part) -> BlockClass:
    """Return what a block looks like by its own words."""
    text = part.text
    if part.kind is BlockKind.RULE:
        return BlockClass.SHORT_LINE
    words = _estimate_words(text)
    if words > _LONGEST_NOTICE:
        return BlockClass.POSSIBLE_BOILERPLATE if _is_card(part) else BlockClass.PROSE
    # A single line that is too long for a button is a notice only if it points elsewhere, see `_classify_line`.
    may_be_notice = words <= _LONGEST_BUTTON or "\n" in text or ":" in text or "(" in text
    lines = [_classify_line(line) for line in text.split("\n")] if may_be_notice else [BlockClass.PROSE]
    boilerplate_lines = sum(line >= BlockClass.BOILERPLATE for line in lines)
    if lines[0] is BlockClass.END_MARKER or (
        boilerplate_lines * 2 >= len(lines) and boilerplate_lines > lines.count(BlockClass.PROSE)
    ):
        return max(lines)
    if _has_notice_words(text) or _is_author_bio(text) or _is_card(part):
        return BlockClass.POSSIBLE_BOILERPLATE
    if part.kind in {BlockKind.QUOTE, BlockKind.CODE, BlockKind.TABLE}:
        return BlockClass.PROSE
    is_prose = words >= _LEAST_PROSE and ends_with(text, SENTENCE_ENDS + ":")
    return BlockClass.PROSE if is_prose or _unspaced_words(text) > _LONG_UNSPACED else BlockClass.SHORT_LINE


def is_running_text(part: Part) -> bool:
    """Return whether a block is running text and not an item of a list of headlines."""
    return part.kind is not BlockKind.ITEM and count_words(part.text, _LEAST_RUNNING_TEXT) > _LEAST_RUNNING_TEXT


def topic_words(text: str) -> set[str]:
    """Return the longer words of a text, without those that any text or notice may contain."""
    return set(_LONG_WORD.findall(text.casefold())) - _words().common


def _is_author_bio(text: str) -> bool:
    return (" is a" in text or " was a" in text) and re.match(_AUTHOR_BIO, text) is not None


def _estimate_words(text: str) -> int:
    """Return about how many words there are; counting separators is ten times faster than splitting."""
    if "[   " in text:  # a field of a form, as w3m prints it
        return len(text.split()) + _unspaced_words(text)
    return text.count(" ") + text.count("\n") + 1 + _unspaced_words(text)


def count_words(text: str, most: int) -> int:
    """Return how many words there are, or a number above `most`."""
    return len(text.split(None, most)) + _unspaced_words(text)


def _unspaced_words(text: str) -> int:
    """Return about how many words of scripts without spaces between words there are."""
    return 0 if text.isascii() else sum(len(signs.findall(text)) // length for signs, length in _UNSPACED)


def _normalize(text: str) -> str:
    return text.casefold().replace("’", "'")


def _classify_line(line: str) -> BlockClass:
    """Return what one line looks like."""
    word_count = _estimate_words(line)
    if word_count > _LONGEST_REFERENCE or (word_count > _LONGEST_BUTTON and ":" not in line and "(" not in line):
        return BlockClass.PROSE
    if _WIDGET.search(line):
        return BlockClass.BOILERPLATE
    normalized_line = _EDGES.sub("", _normalize(" ".join(line.split())))
    words = _words()
    if word_count > _LONGEST_BUTTON:
        return BlockClass.BOILERPLATE if normalized_line.startswith(words.reference) else BlockClass.PROSE
    if normalized_line in words.end or _COMMENTS.match(line):
        return BlockClass.END_MARKER
    if (
        (normalized_line in words.line and not line.endswith("."))
        or normalized_line.startswith(words.start)
        or _COPYRIGHT.search(line)
        or _TIME_AGO.match(line)
    ):
        return BlockClass.BOILERPLATE
    return BlockClass.SHORT_LINE


def _has_notice_words(text: str) -> bool:
    """Return whether a short paragraph contains the words of a notice and no quotation."""
    if any(mark in text for mark in _QUOTATION_MARKS):
        return False
    normalized = _normalize(text)
    if "\n" in normalized or "  " in normalized:
        normalized = " ".join(normalized.split())
    words = _words().phrases
    if not any(map(normalized.__contains__, words)):
        return False
    matched = [word for phrase, word in words.items() if phrase in normalized]
    return not set(_WORD.findall(normalized)).isdisjoint(matched)


def _is_card(part: Part) -> bool:
    """Return whether a list item or a few lines repeat five words in a row, as a card of another article does."""
    if part.kind is not BlockKind.ITEM and "\n" not in part.text:
        return False
    words = part.text.split(None, _LONGEST_CARD)
    if len(words) > _LONGEST_CARD:
        return False
    runs = [tuple(words[i : i + _REPEATED_WORDS]) for i in range(len(words) - _REPEATED_WORDS + 1)]
    return len(set(runs)) < len(runs)

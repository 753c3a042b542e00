"""Split a plain text into groups of lines between blank lines, and find line breaks that only wrap the text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

NARROWEST, _WIDEST = 45, 160  # the widths at which mail programs, text browsers and editors wrap
_TOLERANCE = 6  # characters by which a line may end before the width although the next word would fit
_TABLE_GAP = "   "  # between the columns of a table
_VERSE_LINES = 3
_HYPHENATED_END = r"\w[-/]$"
_AFTER_SUSPENDED_HYPHEN = r"(?:and|or|to)\b"  # as in "pre- and post-war"
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]")  # Chinese and Japanese
_KOREAN = re.compile(r"[\uac00-\ud7a3]")
_CLOSING = "\"'”’)]" + "」』）】》〉〕〗〙〛］｝｣＂＇〞〟"  # the second ones in Chinese and Japanese
SIGNATURE = re.compile(r"(?:[—–―~]|--?)\s?(?:@\w|[^\W\d_])")  # "~ Ada Roe" below her words
_NEW_LINE = re.compile(rf"{SIGNATURE.pattern}|(?:[*+•·◦▪▸‣⁃□■○●☆★o-]|\d{{1,3}}[.)])[ \t]")  # also items of a list
# Matched on the reversed text, because a match at a start is faster than a search for an end.
_REVERSED_NOTES = re.compile(r"(?:\][^\[\]\n]{1,24}\[\s*)+")


class TextLine(NamedTuple):
    """One line without the white space around it; `start` is its offset in the text, `indent` is in columns."""

    start: int
    indent: int
    text: str

    @property
    def end_column(self) -> int:
        """The column after the last character; Chinese, Japanese and Korean ones take two."""
        wide = 0 if self.text.isascii() else sum(len(signs.findall(self.text)) for signs in (_UNSPACED, _KOREAN))
        return self.indent + len(self.text) + wide


LineGroup = list[TextLine]


def line_groups(text: str) -> Iterator[LineGroup]:
    """Yield the lines between blank lines, in order."""
    group: LineGroup = []
    offset = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            start = offset + indent
            if indent and "\t" in raw[:indent]:
                indent = len(raw[:indent].expandtabs())
            group.append(TextLine(start, indent, stripped))
        elif group:
            yield group
            group = []
        offset += len(raw) + 1
    if group:
        yield group


def wrap_width(groups: Sequence[LineGroup], narrowest: int = NARROWEST) -> int | None:
    """Return the width at which a text was wrapped; None where its line breaks belong to it.

    A line that ends because the next word has no room shows between which columns the width is. The width is where most
    lines say so, if these are at least half of the longer ones. Rows of a table say nothing.
    """
    pairs = [
        (line, after)
        for group in groups
        if len(group) > 1 and not is_verse(group)
        for line, after in pairwise(group)
        if not _NEW_LINE.match(after.text) and _TABLE_GAP not in line.text
    ]
    changes = [0] * (_WIDEST + 2)  # in the number of lines that fit a width, from one column to the next
    for line, after in pairs:
        if line.end_column <= _WIDEST:
            changes[line.end_column] += 1
            changes[min(line.end_column + _first_word_width(after), _WIDEST + 1)] -= 1
    fitting = list(accumulate(changes))
    width = max(range(narrowest, _WIDEST + 1), key=lambda column: (fitting[column], column))
    long_pairs = [(line, after) for line, after in pairs if width < line.end_column * 2 <= width * 2]
    full_lines = sum(is_full(line, after, width) for line, after in long_pairs)
    too_long = sum(line.end_column > width and _TABLE_GAP not in line.text for group in groups for line in group)
    return width if full_lines and full_lines * 2 >= len(long_pairs) + too_long else None


def is_full(line: TextLine, after: TextLine, width: int) -> bool:
    """Return whether `line` ends because the first word of the line `after` it does not fit in `width`."""
    return line.end_column + _first_word_width(after) > width - _TOLERANCE


def _first_word_width(line: TextLine) -> int:
    """Return how many columns the first word of a line takes with a space before it."""
    return 2 if _UNSPACED.match(line.text) else 1 + len(line.text.split(None, 1)[0])


def is_verse(group: LineGroup) -> bool:
    """Return whether every line begins with a capital as in verse; it takes three lines at least."""
    if len(group) < _VERSE_LINES:
        return False
    initials = [next((c for c in line.text if c.isalnum()), "") for line in group]
    return all(initial.isupper() for initial in initials)


def join_wrapped(group: LineGroup, width: int | None) -> list[LineGroup]:
    """Return the lines of a group that belong together; each group in the result is to be read as one line."""
    if width is None or (is_verse(group) and not _fills_width(group, width)):
        return [[line] for line in group]
    groups: list[LineGroup] = [[group[0]]]
    for line, after in pairwise(group):
        continues = after.text[0].islower() and line.end_column * 2 > width and not ends_with(line.text, ".!?…")
        signs = SIGNATURE.match(after.text) is not None and ends_with(line.text, ".!?…")
        if (is_full(line, after, width) and not signs) or continues:
            groups[-1].append(after)
        else:
            groups.append([after])
    return groups


def _fills_width(group: LineGroup, width: int) -> bool:
    """Return whether each line but the last ends because the next word has no room, and none is a whole paragraph."""
    within = all(line.end_column <= width for line in group)
    return within and all(is_full(line, after, width) for line, after in pairwise(group))


def join_lines(group: LineGroup) -> str:
    """Return a group as one line of text; a compound that was broken at its hyphen is joined again."""
    text = group[0].text
    for line in group[1:]:
        is_hyphenated = re.search(_HYPHENATED_END, text[-3:]) and not re.match(_AFTER_SUSPENDED_HYPHEN, line.text)
        is_unspaced = not text.isascii() and _UNSPACED.match(text[-1]) and _UNSPACED.match(line.text)
        text += line.text if is_hyphenated or is_unspaced else f" {line.text}"
    return text


def ends_with(text: str, signs: str) -> bool:
    """Return whether a text ends with one of these characters, ignoring closing marks and notes like "[Source]"."""
    notes = _REVERSED_NOTES.match(text[::-1]) if text.endswith("]") else None
    stripped_text = text[: -notes.end()] if notes else text
    return stripped_text.rstrip(_CLOSING).endswith(tuple(signs))


def body_indent(groups: Sequence[LineGroup]) -> int:
    """Return the column at which most lines of running text begin."""
    indents = Counter(line.indent for group in groups if len(group) > 1 for line in group)
    return indents.most_common(1)[0][0] if indents else 0

"""The lines of a plain text: stretches between blank lines, and which line breaks were only made to fit a width."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

NARROW, _WIDE = 45, 120  # between them lie the widths that mail, text browsers and editors wrap at
_SLACK = 6  # a line may end this much before the width though its next word had fitted
_MARGIN = 0.98  # the share of lines that a width must hold; longer ones are addresses that could not be broken
_LEAST_FULL = 0.6
_VERSE_LINES = 3
_PARTED = r"\w[-/]$"
_SUSPENDED = r"(?:and|or|to)\b"  # as in "pre- and post-war"
_CLOSING = "\"'”’)]"
# Of a text read backwards: the look for its end is a look at its start.
_NOTES = re.compile(r"(?:\][^\[\]\n]{1,24}\[\s*)+")


class TextLine(NamedTuple):
    """One line without the white space around it; `start` is its place in the text, `indent` counts columns."""

    start: int
    indent: int
    text: str

    @property
    def edge(self) -> int:
        """The column after its last character."""
        return self.indent + len(self.text)


LineGroup = list[TextLine]


def line_groups(text: str) -> Iterator[LineGroup]:
    """The lines between blank lines, in order."""
    stretch: LineGroup = []
    offset = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            start = offset + indent
            if indent and "\t" in raw[:indent]:
                indent = len(raw[:indent].expandtabs())
            stretch.append(TextLine(start, indent, stripped))
        elif stretch:
            yield stretch
            stretch = []
        offset += len(raw) + 1
    if stretch:
        yield stretch


def wrap_width(all_stretches: Sequence[LineGroup], narrowest: int = NARROW) -> int | None:
    """The width at which the text was wrapped by hand or by a program; None where its lines are what they were.

    In wrapped text nearly every line that is not the last of its stretch has no room for the next line's first word.
    """
    edges: list[int] = []
    pairs: list[tuple[TextLine, TextLine]] = []
    for stretch in all_stretches:
        if len(stretch) > 1 and not is_verse(stretch):
            edges += [line.edge for line in stretch]
            pairs += pairwise(stretch)
    edges = sorted(edge for edge in edges if edge <= _WIDE)
    if not edges:
        return None
    width = edges[min(len(edges) - 1, int(len(edges) * _MARGIN))]
    prose = [(line, after) for line, after in pairs if line.edge * 2 > width]
    full = sum(is_full(line, after, width) for line, after in prose)
    return width if width >= narrowest and prose and full >= len(prose) * _LEAST_FULL else None


def is_full(line: TextLine, after: TextLine, width: int) -> bool:
    """Whether `line` ends where it does because the first word of the line `after` it did not fit into `width`."""
    return line.edge + 1 + len(after.text.split(None, 1)[0]) > width - _SLACK


def is_verse(stretch: LineGroup) -> bool:
    """Whether every line begins like a line of verse: with a capital, at three lines or more."""
    if len(stretch) < _VERSE_LINES:
        return False
    initials = [next((c for c in line.text if c.isalnum()), "") for line in stretch]
    return all(initial.isupper() for initial in initials)


def join_wrapped(stretch: LineGroup, width: int | None) -> list[LineGroup]:
    """The lines of a stretch that belong together, each group to be read as one line."""
    if width is None or is_verse(stretch):
        return [[line] for line in stretch]
    groups: list[LineGroup] = [[stretch[0]]]
    for line, after in pairwise(stretch):
        ragged = after.text[0].islower() and line.edge * 2 > width and not ends_with(line.text, ".!?…")
        if is_full(line, after, width) or ragged:
            groups[-1].append(after)
        else:
            groups.append([after])
    return groups


def join_lines(group: LineGroup) -> str:
    """A group as one line of text; a compound that was parted at its hyphen is one word again."""
    text = group[0].text
    for line in group[1:]:
        parted = re.search(_PARTED, text[-3:]) and not re.match(_SUSPENDED, line.text)
        text += line.text if parted else f" {line.text}"
    return text


def ends_with(text: str, signs: str) -> bool:
    """Whether a text ends with one of these signs, closing marks and a note like "[Source]" after it aside."""
    notes = _NOTES.match(text[::-1]) if text.endswith("]") else None
    said = text[: -notes.end()] if notes else text
    return said.rstrip(_CLOSING).endswith(tuple(signs))


def body_indent(all_stretches: Sequence[LineGroup]) -> int:
    """The column at which most lines of running text begin, 0 where that is the margin."""
    indents = Counter(line.indent for stretch in all_stretches if len(stretch) > 1 for line in stretch)
    return indents.most_common(1)[0][0] if indents else 0

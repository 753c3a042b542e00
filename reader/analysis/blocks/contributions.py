"""Find the contributions to a symposium: sections under the name and the role of the person who wrote them."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reader.analysis.blocks.interviews import FULL_NAME, Turn, turn_of
from reader.analysis.blocks.passages import PROSE, Passage
from reader.analysis.blocks.word_classes import PERSON, count_class
from reader.analysis.words.grammar import is_role
from reader.model import BlockKind, Span

_LINE = PROSE | {BlockKind.HEADING}
_HEADER = re.compile(rf"(?P<name>{FULL_NAME.pattern})(?:\s?(?:[,|(\n]|[–—-]\s)\s?(?P<role>[^\n!?:]{{2,100}}))?")
_LONGEST = 120  # characters of a line with a name or a role
_STOP = re.compile(r"(?<!\b[A-Z])[.!?:”\"]\s*\Z")
_SEVERAL = 2
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_THIRD_PERSON = re.compile(r"(?:He|She|His|Her)\b")
_ASKED = re.compile(
    r"\b(?:answer(?:s|ed)?|asked|opinions?|perspectives?|predictions?|responses?|share|shared|thoughts|views?|weigh)\b"
)


class _Header(NamedTuple):
    """A header: the span of its name, the words of it, its passage, and the first passage of its section."""

    name: Span
    words: list[str]
    at: int
    below: int


def contributions(parts: list[Passage]) -> dict[int, Turn]:
    """Return the contributions by their first passage, where several people write under their names and roles.

    The sections are theirs where they say “I” or “we”, or where the introduction says that they were asked. A section
    that mentions its own name, or begins with "he" or "she", is about the person, and then there are none.
    """
    headers = list(_headers(parts))
    if len(headers) < _SEVERAL:
        return {}
    lengths = [after.at - header.below for header, after in pairwise(headers)]
    ends = [header.at for header in headers[1:]] + [min(len(parts), headers[-1].below + max(lengths))]
    sections = [parts[header.below : end] for header, end in zip(headers, ends, strict=True)]
    if not all(map(_is_about_something_else, headers, sections)):
        return {}
    in_person = sum(any(count_class(part.unmarked(), PERSON) for part in section) for section in sections)
    asked = any(_ASKED.search(part.text) for part in parts[: headers[0].at])
    if not asked and in_person * 2 < len(sections):
        return {}
    return {
        header.below: turn_of(parts, header.below, end, header.name, parts[header.below].span.start)
        for header, end in zip(headers, ends, strict=True)
    }


def _headers(parts: list[Passage]) -> Iterator[_Header]:
    """The headers: a line with a full name and a role, or with a name above a line with a role."""
    for part, following in pairwise(parts):
        match = _HEADER.fullmatch(part.text.strip()) if _is_line(part) else None
        if match is None:
            continue
        name = Span(0, len(match["name"])).shifted(part.span.start + part.text.index(match["name"]))
        if match["role"] is not None and _has_role(match["role"]):
            yield _Header(name, match["name"].split(), part.index, part.index + 1)
        elif match["role"] is None and _is_line(following) and _has_role(following.text):
            yield _Header(name, match["name"].split(), part.index, part.index + 2)


def _is_line(part: Passage) -> bool:
    return part.kind in _LINE and len(part.text) <= _LONGEST and _STOP.search(part.text) is None


def _has_role(line: str) -> bool:
    return any(is_role(word.lower()) for word in _WORD.findall(line))


def _is_about_something_else(header: _Header, section: list[Passage]) -> bool:
    """Whether a section has sentences, and none that is about the person in its header."""
    if not section or _STOP.search(section[0].text) is None:
        return False
    told_of = any(word in part.text for word in header.words for part in section)
    return not told_of and _THIRD_PERSON.match(section[0].text) is None

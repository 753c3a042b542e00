"""Find the contributions to a symposium or a press review: what several people wrote under their names."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from reader.analysis.blocks.interviews import FULL_NAME, Turn, turn_of
from reader.analysis.blocks.passages import PROSE, Passage, heading_like
from reader.analysis.blocks.word_classes import PERSON, count_class
from reader.analysis.words.grammar import is_role
from reader.model import BlockKind, Span

_LINE = PROSE | {BlockKind.HEADING}
_HEADER = re.compile(
    rf"(?P<name>{FULL_NAME.pattern}|[A-ZÀ-ÖØ-Þ][\w’'-]+(?=, \d\d\b))"  # "Ada Roe", and with the age "Ada, 43"
    r"(?:\s?(?:[,|(\n]|--|[–—-]\s)\s?(?P<role>[^\n!?:]{2,100}))?"
)
_SIGNER = re.compile(r"(?P<name>[A-ZÀ-ÖØ-Þ][^\n,!?:]{1,40})[,\n] ?(?P<role>[A-ZÀ-ÖØ-Þ][^\n!?:]{2,40})")  # "Ada, Tarn"
_TITLED = re.compile(rf"(?P<name>{FULL_NAME.pattern}): [‘'“\"][^\n]{{2,100}}[’'”\"]")  # "Ada Roe: ‘It is too late’"
_LABELLED = re.compile(
    rf"(?:[•*–—-]\s+|\d{{1,2}}[.)]\s+)?(?P<name>{FULL_NAME.pattern})(?:,? \([^()\n]{{2,60}}\)|, \d\d)?"
    r"(?P<role>, [^\n.!?:]{2,80})?:\s+(?=[^\s“\"‘'«„])"
)
_LONGEST = 120  # characters of a line with a name or a role
_STOP = re.compile(r"(?<!\b[A-Z])[.!?:”\"]\s*\Z")
_GREETING = re.compile(r"(?:Dear |Sir\b|Madam\b|To the [Ee]ditor)", re.IGNORECASE)
_SEVERAL, _ROW = 2, 3  # minimum sections, and minimum paragraphs that begin with the name of a paper
_SENTENCE = 4  # minimum words of one of them
_NEAR = 3  # passages before a row that are searched for its announcement
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_THIRD_PERSON = re.compile(r"(?:He|She|His|Her)\b")
_ASKED = re.compile(
    r"\b(?:answer(?:s|ed)?|asked|opinions?|perspectives?|predictions?|responses?|share|shared|thoughts|views?|weigh)\b"
)
_SAID = re.compile(
    r"\b(?:comments?|editorials?|experts?|headlines|papers|press|react(?:ed|ions?|s)?|replies|said|say|says|wrote)\b",
    re.IGNORECASE,
)
_EDITORIALS = re.compile(r"\b(?:editorials?|excerpts|(?:news)?papers|press|dailies)\b", re.IGNORECASE)
_THE_PAPER = re.compile(
    r"\b(?:[Tt]he|[Tt]his) (?:\w+ )?(?:daily|newspaper|paper|tabloid|weekly)\b|\b[Ii]ts (?:columnist|editorial)"
)


class _Header(NamedTuple):
    """A header: the span of its name, its passage, the passage below it, and whether it has a known role or a title."""

    name: Span
    at: int
    below: int
    has_role: bool


def contributions(parts: list[Passage]) -> dict[int, Turn]:
    """Return the contributions by their first passage: letters, sections under names, or paragraphs that begin so."""
    headers = list(_headers(parts))
    return (
        _letters(parts, headers)
        or _memories(parts, headers)
        or _papers(parts, headers)
        or _sections(parts, headers)
        or _rows(parts)
    )


def _letters(parts: list[Passage], headers: list[_Header]) -> dict[int, Turn]:
    """The letters above the names of their writers, the last of which is the last line of the text.

    They are letters where they greet somebody, where most say “I” or “we”, or where readers were asked. Of the text
    above the first name only what a greeting begins, or else the last paragraph, is known to be the letter's.
    """
    greetings = [part.index for part in parts if _GREETING.match(part.text)]
    greeted = len(greetings) >= _SEVERAL
    names = list(_headers(parts, signed=True)) if greeted else headers
    if len(names) < _SEVERAL or any(_is_sentence(part) for part in parts[names[-1].at + 1 :]):
        return {}
    begins = [greetings[0] if greetings else max(0, names[0].at - 1), *(name.below for name in names[:-1])]
    found: dict[int, Turn] = {}
    for begin, name in zip(begins, names, strict=True):
        first = next((at for at in range(begin, name.at) if _is_sentence(parts[at])), None)
        if first is None:
            return {}
        found[first] = turn_of(parts, first, name.at, name.name, parts[first].span.start)
    asked = any(_ASKED.search(part.text) for part in parts[: names[0].at - 1])
    letters = [parts[turn.first : turn.last + 1] for turn in found.values()]
    return found if greeted or asked or _are_in_person(letters) else {}


def _memories(parts: list[Passage], headers: list[_Header]) -> dict[int, Turn]:
    """The contributions that people were asked for above their names, among the author's own paragraphs.

    Of the text above a name only the last paragraphs that say “I” or “we” belong to it, back to the name before.
    """
    asked = next((part.index for part in parts if _ASKED.search(part.text)), len(parts))
    found: dict[int, Turn] = {}
    if asked == len(parts) or not headers:
        return found
    lines = {header.at: header for header in (*_headers(parts, signed=True), *headers) if header.at > asked}
    for name in sorted(lines.values()) if len(lines) >= _SEVERAL else ():
        first = name.at
        while first - 1 > asked and _is_sentence(parts[first - 1]) and _are_in_person([parts[first - 1 : first]]):
            first -= 1
        if first == name.at:
            return {}  # the first name stands above the words
        found[first] = turn_of(parts, first, name.at, name.name, parts[first].span.start)
    return found


def _is_sentence(part: Passage) -> bool:
    return part.kind in PROSE and _STOP.search(part.text) is not None


def _sections(parts: list[Passage], headers: list[_Header]) -> dict[int, Turn]:
    """The sections that several people wrote under their names and roles.

    The sections are theirs where most of them say “I” or “we”, or where the introduction says that they were asked. A
    section that mentions the name above it, or begins with "he" or "she", is about the person, and then there are none;
    where the header has no known role, it may be no name, and only that section is left out.
    """
    if sum(header.has_role for header in headers) < _SEVERAL:
        return {}
    ends = [_end_of_section(parts, header.below, after.at) for header, after in pairwise(headers)]
    lengths = [end - header.below for header, end in zip(headers, ends, strict=False)]
    ends.append(_end_of_section(parts, headers[-1].below, min(len(parts), headers[-1].below + max(lengths))))
    sections = [parts[header.below : end] for header, end in zip(headers, ends, strict=True)]
    theirs = [_is_about_something_else(parts[h.at], h, section) for h, section in zip(headers, sections, strict=True)]
    if not all(own or not header.has_role for own, header in zip(theirs, headers, strict=True)):
        return {}
    asked = any(_ASKED.search(part.text) for part in parts[: headers[0].at])
    if not (asked or _are_in_person(sections)):
        return {}
    found: dict[int, Turn] = {}
    for header, end, own in zip(headers, ends, theirs, strict=True):
        if own:
            section = turn_of(parts, header.below, end, header.name, parts[header.below].span.start)
            found[header.below] = _before_leadin(parts, section)
    return found


def _papers(parts: list[Passage], headers: list[_Header]) -> dict[int, Turn]:
    """The sections under papers' names and headlines (“Tarn Post -- A leak”), where their editorials are announced."""
    heads = [header for header in headers if not header.has_role and header.below == header.at + 1]
    before = parts[max(0, heads[0].at - _NEAR) : heads[0].at] if len(heads) >= _SEVERAL else []
    if not any(_EDITORIALS.search(part.text) for part in before):
        return {}
    found: dict[int, Turn] = {}
    for header, after in pairwise(heads):  # not the last one, since nothing tells where it ends
        section = parts[header.below : _end_of_section(parts, header.below, after.at)]
        told = any(_THE_PAPER.search(part.text) for part in section)
        if not told and _is_about_something_else(parts[header.at], header, section):
            turn = turn_of(parts, header.below, section[-1].index + 1, header.name, section[0].span.start)
            found[header.below] = _before_leadin(parts, turn)
    # What stands between these sections is the author's, lead-ins to other excerpts included.
    ends = [*list(found)[1:], len(parts)]
    return {first: replace(turn, until=end) for (first, turn), end in zip(found.items(), ends, strict=False)}


def _end_of_section(parts: list[Passage], first: int, until: int) -> int:
    """Where a section ends that begins at `first`: before a heading in it, and before `until`."""
    return next((at for at in range(first, until) if heading_like(parts[at])), until)


def _before_leadin(parts: list[Passage], turn: Turn) -> Turn:
    """A section without the author's lead-in to another quotation inside it (“Roe’s family issued a statement:”)."""
    inside = range(turn.first + 1, turn.last)
    leadin = next((at for at in inside if parts[at].text.endswith(":") and len(parts[at].text) <= _LONGEST), None)
    return turn if leadin is None else replace(turn, last=leadin - 1)


def _headers(parts: list[Passage], *, signed: bool = False) -> Iterator[_Header]:
    """The headers: a line with a full name and a role or a title in marks, or a name above a line with a role.

    Where letters are `signed`, also a line with any name and a place, with or without a stop.
    """
    for part in parts:
        match = _header_of(part, signed=signed)
        if match is None:
            continue
        blanks = len(part.text) - len(part.text.lstrip())
        name = Span(*match.span("name")).shifted(part.span.start + blanks)
        following = parts[part.index + 1 : part.index + 2]
        if match.re is _TITLED:
            yield _Header(name, part.index, part.index + 1, has_role=True)
        elif match["role"] is not None:
            yield _Header(name, part.index, part.index + 1, _has_role(match["role"]))
        elif following and _is_line(following[0]):
            yield _Header(name, part.index, part.index + 2, _has_role(following[0].text))


def _header_of(part: Passage, *, signed: bool) -> re.Match[str] | None:
    line = part.text.strip()
    titled = _TITLED.fullmatch(line) if part.kind in _LINE and len(line) <= _LONGEST else None
    if titled is not None or signed:
        return titled or _SIGNER.fullmatch(line)
    return _HEADER.fullmatch(line) if _is_line(part) else None


def _is_line(part: Passage) -> bool:
    return part.kind in _LINE and len(part.text) <= _LONGEST and _STOP.search(part.text) is None


def _has_role(line: str) -> bool:
    """Whether a line describes a person: by a role, an age, or a word in lower case ("sells eggs")."""
    return not line[:1].isupper() or any(is_role(word.lower()) for word in _WORD.findall(line))


def _is_about_something_else(line: Passage, header: _Header, section: list[Passage]) -> bool:
    """Whether a section has sentences, and none that is about the person in its header, the passage `line`."""
    if not section or _STOP.search(section[0].text) is None:
        return False
    start = line.span.start
    names = line.text[header.name.start - start : header.name.end - start].split()
    # The first name begins a sentence, since it may be another person's surname.
    told_of = any(names[-1] in part.text or part.text.startswith(f"{names[0]} ") for part in section)
    return not told_of and _THIRD_PERSON.match(section[0].text) is None


def _are_in_person(sections: list[list[Passage]]) -> bool:
    """Whether at least half of the sections say “I”, “we” or “you”."""
    own = sum(any(count_class(part.unmarked(), PERSON) for part in section) for section in sections)
    return own * 2 >= len(sections)


def _rows(parts: list[Passage]) -> dict[int, Turn]:
    """The paragraphs of a row that begin with the names of different people or papers, and a colon.

    Quoted words there are found like any others. A row counts where it is announced (“What the papers say”), or most of
    its paragraphs say “I” or “we”. In a street poll each name has a description (“Ada Roe, 43, miller: …”).
    """
    labels = {p.index: m for p in parts if p.kind in PROSE and ":" in p.text[:_LONGEST] and (m := _statement(p))}
    found: dict[int, Turn] = {}
    for first in (at for at in labels if at - 1 not in labels):
        last = first
        while last + 1 in labels:
            last += 1
        row = range(first, last + 1)
        announced = any(_SAID.search(part.text) for part in parts[max(0, first - _NEAR) : first])
        own = _are_in_person([[parts[at]] for at in row])
        polled = all((labels[at]["role"] or "")[2:3].islower() for at in row)
        fewest = _SEVERAL if polled else _ROW
        if len({labels[at]["name"] for at in row}) < max(fewest, len(row)) or not (announced or own or polled):
            continue
        for at in row:
            start = parts[at].span.start
            name = Span(*labels[at].span("name")).shifted(start)
            found[at] = Turn(at, at, name, start + labels[at].end(), at + 1)
    return found


def _statement(part: Passage) -> re.Match[str] | None:
    """The label of a paragraph that is a statement under it: one with a sentence behind the colon."""
    match = _LABELLED.match(part.text)
    if match is None or _STOP.search(part.text) is None:
        return None
    return match if len(part.text[match.end() :].split()) >= _SENTENCE else None

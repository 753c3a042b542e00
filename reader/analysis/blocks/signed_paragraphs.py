"""Find quotations that their speaker's name follows: on a line after a dash ("~ Ada Roe"), or in brackets."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.analysis.blocks.passages import PROSE, Passage
from reader.analysis.blocks.signatures import DASH, PERSON
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.units.units import unit
from reader.model import Span

_SIGNED = re.compile(rf"\s*(?:~\s?|{DASH})(?P<name>@\w{{1,40}}\Z|[^\W\d_a-z@][^\n]{{1,119}}\Z)")
_BRACKET = re.compile(r"[.!?…][”\"’']?\s\((?P<name>[^()\n]{3,300})\)?\.?\Z")
_OWNER = re.compile(rf"({PERSON})['’]s\b")  # "(Ada Roe’s apology at the fair)"
_IN_BRACKETS = 3  # minimum quotations in a row with their speakers in brackets
_SIGNATURES = 2  # minimum signatures in a text where a signature is a single word
_STOPS = (".", "!", "?", "…", "”", '"')


class SignedWords(NamedTuple):
    """Words, the name of their speaker, and the number of the passage with the name."""

    words: Span
    name: Span
    last: int


def signed_paragraphs(text: str, parts: list[Passage]) -> dict[int, SignedWords]:
    """Return the signed words, by the passage in which they begin. Linear in the number of passages.

    One signature is enough where it has a first name and a surname; brackets are only read in a row of quotations.
    """
    signed = dict(_with_signatures(text, parts))
    if len(signed) < _SIGNATURES:
        signed = {at: each for at, each in signed.items() if " " in each.name.of(text)}
    return signed | _with_brackets(text, parts)


def _with_signatures(text: str, parts: list[Passage]) -> Iterator[tuple[int, SignedWords]]:
    for passage in parts:
        if passage.kind not in PROSE:
            continue
        line = max(0, passage.text.rfind("\n"))
        before = passage if line else parts[passage.index - 1] if passage.index > 1 else None
        match = _SIGNED.match(passage.text, line)
        if match is None or before is None or before.kind not in PROSE:
            continue
        end = passage.span.start + line if line else before.span.end
        words = Span(before.span.start, end)
        name = _name(text, passage, match.start("name"), match.end("name"))
        if name is not None and words.of(text).rstrip().endswith(_STOPS) and not _in_marks(before, words):
            yield before.index, SignedWords(words, name, passage.index)


def _in_marks(passage: Passage, words: Span) -> bool:
    """Whether words are wholly in quotation marks."""
    return any(mark.span.start <= words.start and mark.span.end >= words.end for mark in passage.marks[:1])


def _with_brackets(text: str, parts: list[Passage]) -> dict[int, SignedWords]:
    """The quotations of rows of paragraphs that all end in brackets, as far as a name opens the brackets."""
    found: dict[int, SignedWords] = {}
    row: list[tuple[Passage, re.Match[str]]] = []
    for passage in [*parts, None]:
        match = _BRACKET.search(passage.text) if passage is not None and passage.kind in PROSE else None
        if passage is not None and match is not None:
            row.append((passage, match))
            continue
        named = {each.index: signed for each, by in row if (signed := _in_brackets(text, each, by)) is not None}
        if len(named) >= _IN_BRACKETS and 2 * len(named) > len(row):
            found |= named
        row = []
    return found


def _in_brackets(text: str, passage: Passage, match: re.Match[str]) -> SignedWords | None:
    start, end = match.span("name")
    owner = _OWNER.match(passage.text, start)
    name = _name(text, passage, start, end if owner is None else owner.end(1))
    if name is None or " " not in name.of(text):
        return None
    said = passage.text[: start - 1].rstrip()
    return SignedWords(Span(passage.span.start, passage.span.start + len(said)), name, passage.index)


def _name(text: str, passage: Passage, start: int, end: int) -> Span | None:
    """The name or user name with which a part of a passage begins; None where it begins with anything else."""
    if passage.text[start] == "@":
        return Span(start, end).shifted(passage.span.start)
    u = unit(text, Span(start, end).shifted(passage.span.start), passage.index, [])
    phrase = phrase_from(u, 0, len(u))
    return u.over(phrase.head_first, phrase.head_last) if phrase is not None and phrase.kind == "name" else None

"""Find who signed quoted words: "— Ada Roe (@adaroe) May 3, 2019", "~ Ada Roe" on a line, "(Ada Roe)" at the end."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reader.analysis.blocks.passages import PROSE, Passage
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.units.units import unit
from reader.model import Span

DASH = r"(?:[—–―]|--?)\s?"  # dashes before a signature
NAME_WORD = r"[^\W\d_a-z][\w.’'-]*"
_FURTHER = rf"(?: (?:[a-z]{{1,3}} ){{0,2}}{NAME_WORD})"
PERSON = rf"{NAME_WORD}{_FURTHER}{{0,4}}"
_LINE = re.compile(rf"\s*{DASH}(?P<name>{PERSON})(?:\s*[,(][^\n]{{1,100}})?\.?\s*\Z")
_ALONE = re.compile(rf"\s*(?P<name>{NAME_WORD}{_FURTHER}{{1,3}})(?:, [^\n.!?]{{1,80}})?\s*\Z")
_USER_ALONE = re.compile(rf"\s*(?P<name>{PERSON})\s?\(@[\w.@-]{{1,80}}\)[^\n]{{0,40}}\Z")
_TIME = r"\d{1,2}:\d\d(?: ?[AaPp]\.?[Mm]\.?)?"
_DAY = r"(?:[^\W\d]+\.? \d{1,2}(?:,? \d{4})?|\d{1,2}\.?(?: de)? [^\W\d]+\.?(?:(?: de)?,? \d{4})?)"
_DATE = rf"(?:{_TIME}\s*[·•,-]?\s*)?{_DAY}(?:\s*[·•,-]?\s*{_TIME})?"
_WHEN = rf",?\s+{_DATE}"
_WHERE = r"(?: (?:on|via) (?:Twitter|X|Facebook|Instagram|Mastodon|Bluesky))?"
_HANDLED = rf"\s?\((?P<handle>@\w{{1,40}})\)|(?P<alone>@\w{{1,40}})){_WHERE}"
_POSTED = (
    re.compile(rf"\s*{DASH}(?:(?P<name>@?[^\n@()]{{1,60}}?){_HANDLED}(?:{_WHEN})?\s*(?:{DASH})?\Z"),
    re.compile(rf"\s*(?:(?P<name>{PERSON}){_HANDLED}{_WHEN}\s*\Z"),
)
DATE_LINE = re.compile(rf"\s*{_DATE}\s*")
"""A line that is only the day of a post, with or without a time."""

_DASHES = frozenset("•*–—-")
_STOPS = frozenset(".!?…”’\"'")
_REACH = 180  # characters at the end of a quotation that are searched for a signature


def signature_at_end(passage: Passage) -> tuple[Span, Span] | None:
    """Return the words before the signature that ends a passage, and the name in it; None for an unsigned one.

    The words are an empty span where the passage is only the signature.
    """
    for at in _signature_starts(passage.text):
        found = _posted_at(passage, at)
        if found is not None:
            return found
        if at == 0 or passage.text[at] == "\n" or passage.text[at - 1] in _STOPS:
            match = _LINE.match(passage.text, at)
            if match is not None:
                return _parted(passage, at, match.span("name"))
    return None


def named_below(passage: Passage) -> tuple[Span, Span] | None:
    """Do the same as `signature_at_end`, for a final paragraph that is only a name with a role or a user name."""
    match = _ALONE.match(passage.text) or _USER_ALONE.match(passage.text)
    return None if match is None else _parted(passage, 0, match.span("name"))


def posted_by(passage: Passage) -> tuple[Span, Span] | None:
    """Do the same as `signature_at_end`, for signatures of posts only: with a handle, after a dash or before a date.

    Such a signature needs no block quote around it: "— Ada Roe (@adaroe) May 3, 2019", "Ada Roe (@adaroe), 3 May 2019".
    If the name is one word in small letters, the handle replaces it.
    """
    if "@" not in passage.text:
        return None
    found = (_posted_at(passage, at) for at in _signature_starts(passage.text))
    return next((each for each in found if each is not None), None)


def _signature_starts(text: str) -> list[int]:
    """Where a signature may begin: at the start of a short passage, and at its last line or dash."""
    low = max(0, len(text) - _REACH)
    begin = max(text.rfind(mark, low) for mark in ("\n", " — ", " – ", " -@"))
    return ([0] if len(text) <= _REACH else []) + ([begin] if begin >= 0 else [])


def _posted_at(passage: Passage, at: int) -> tuple[Span, Span] | None:
    if "@" not in passage.text[at:]:
        return None
    for form in _POSTED:
        match = form.match(passage.text, at)
        if match is not None:
            name = match["name"]
            word = name is not None and " " not in name and name == name.lower()
            return _parted(passage, at, match.span("alone" if name is None else "handle" if word else "name"))
    return None


def _parted(passage: Passage, at: int, name: tuple[int, int]) -> tuple[Span, Span]:
    start = passage.span.start
    return Span(start, start + at), Span(start + name[0], start + name[1])


_SIGNED = re.compile(rf"\s*(?:~\s?|{DASH})(?P<name>@\w{{1,40}}\Z|[^\W\d_a-z@][^\n]{{1,119}}\Z)")
# A name with a role behind it, on a line below the words.
_NAMED_BELOW = re.compile(rf"(?P<name>{NAME_WORD}{_FURTHER}{{1,4}}),\s[^\n“”\"]{{2,200}}(?<!:)\Z")
_BRACKET = re.compile(r"[.!?…][”\"’']?\s\((?P<name>[^()\n]{3,300})\)?\.?\Z")
_OWNER = re.compile(rf"({PERSON})['’]s\b")  # "(Ada Roe’s apology at the fair)"
_IN_A_ROW = 3  # minimum quotations in a row with their speakers in brackets or below
_SIGNATURES = 2  # minimum signatures in a text where a signature is a single word
_CLOSED = (".", "!", "?", "…", "”", '"')


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
    return signed | _with_brackets(text, parts) | _named_below(text, parts)


def _with_signatures(text: str, parts: list[Passage]) -> Iterator[tuple[int, SignedWords]]:
    for passage in parts:
        if passage.kind not in PROSE:
            continue
        line = max(0, passage.text.rfind("\n"))
        before = passage if line else parts[passage.index - 1] if passage.index > 1 else None
        match = _SIGNED.match(passage.text, line)
        if match is None or before is None or before.kind not in PROSE or before.text[:1] in _DASHES:
            continue  # dashes before both are those of a list
        end = passage.span.start + line if line else before.span.end
        words = Span(before.span.start, end)
        name = _name(text, passage, match.start("name"), match.end("name"))
        if name is not None and words.of(text).rstrip().endswith(_CLOSED) and not _in_marks(before, words):
            yield before.index, SignedWords(words, name, passage.index)


def _named_below(text: str, parts: list[Passage]) -> dict[int, SignedWords]:
    """Paragraphs in marks, each above a line with its speaker's name and role; none where a name is above the first."""
    pairs = [
        (above, match)
        for above, below in pairwise(parts)
        if _in_marks(above, above.span) and (match := _NAMED_BELOW.match(below.text)) is not None
    ]
    first = pairs[0][0].index if pairs else 0
    if len(pairs) < _IN_A_ROW or (first and _NAMED_BELOW.match(parts[first - 1].text)):
        return {}
    found: dict[int, SignedWords] = {}
    for above, match in pairs:
        name = _name(text, parts[above.index + 1], *match.span("name"))
        if name is not None:
            found[above.index] = SignedWords(above.span, name, above.index + 1)
    return found


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
        if len(named) >= _IN_A_ROW and 2 * len(named) > len(row):
            found |= named
        row = []
    return found


def _in_brackets(text: str, passage: Passage, match: re.Match[str]) -> SignedWords | None:
    start, end = match.span("name")
    owner = _OWNER.match(passage.text, start)
    name = _name(text, passage, start, end if owner is None else owner.end(1))
    if name is None or " " not in name.of(text) or any(found.drafts for _, found in passage.units(text)):
        return None  # no name, or the paragraph reports what others say
    said = passage.text[: start - 1].rstrip()
    return SignedWords(Span(passage.span.start, passage.span.start + len(said)), name, passage.index)


def _name(text: str, passage: Passage, start: int, end: int) -> Span | None:
    """The name or user name with which a part of a passage begins; None where it begins with anything else."""
    if passage.text[start] == "@":
        return Span(start, end).shifted(passage.span.start)
    u = unit(text, Span(start, end).shifted(passage.span.start), passage.index, [])
    phrase = phrase_from(u, 0, len(u))
    return u.over(phrase.head_first, phrase.head_last) if phrase is not None and phrase.kind == "name" else None

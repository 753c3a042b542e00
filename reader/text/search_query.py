"""What a person types to search the library: words, "words in order", and filters such as voice:okoro."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from reader.model import QuotationKind, Span, VoiceKind
from reader.text.search_words import Word, fold, is_paired, plain_form, words_of

MAX_LENGTH = 500
"""Characters of a query that are read; those after them are left out."""
MAX_TERMS = 24

FILTERS = ("voice", "kind", "tag", "outlet", "before", "after", "highlighted")
"""What can stand before a colon, with what is looked for after it."""

_NAMES = "|".join(FILTERS)
_PART = re.compile(rf'\b({_NAMES}):(?=\s|\Z)|(?:\b({_NAMES}):)?(?:"([^"]*)"?|(\S+))', re.IGNORECASE)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_KINDS = frozenset((*(kind.value for kind in VoiceKind), *(kind.value for kind in QuotationKind)))
_YES, _NO = "yes", "no"


class Term(NamedTuple):
    """Words that follow each other, folded; of the last one only the beginning counts where `is_prefix`."""

    words: tuple[str, ...]
    is_prefix: bool

    @property
    def whole_words(self) -> tuple[str, ...]:
        """The words of which not only the beginning counts; a pair of characters is always whole."""
        last = self.words[-1]
        is_whole = not self.is_prefix or (is_paired(last) and len(last) > 1)
        return self.words if is_whole else self.words[:-1]

    @property
    def index_words(self) -> tuple[tuple[str, bool], ...]:
        """Its words, each with whether it is only the beginning of one."""
        whole = len(self.whole_words)
        return tuple((word, at >= whole) for at, word in enumerate(self.words))

    def spans_among(self, words: Sequence[Word]) -> list[Span]:
        """Return where the term stands in a text, given its words in order."""
        found: list[Span] = []
        count = len(self.words)
        for at in range(len(words) - count + 1):
            last = words[at + count - 1]
            if self._ends_with(last) and all(words[at + step].folded == self.words[step] for step in range(count - 1)):
                found.append(Span(words[at].start, self._end(last)))
        return found

    def _ends_with(self, word: Word) -> bool:
        wanted = self.words[-1]
        return word.folded.startswith(wanted) if self.is_prefix else word.folded == wanted

    def _end(self, word: Word) -> int:
        """Return where the match ends: with the word, and in a pair after the characters that were looked for."""
        wanted = self.words[-1]
        return word.start + len(wanted) if is_paired(wanted) else word.end


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What is searched for. A filter that is "" or None filters nothing.

    Attributes:
        terms: What all have to be found.
        voice: Words in the name of who speaks, folded.
        kind: A kind of voice or of quotation.
        tag: The beginning of a tag, folded.
        outlet: Words in the outlet, folded.
        before: The day before which it was published (ISO 8601).
        after: The day from which on it was published (ISO 8601).
        highlighted: Whether it is highlighted.
        problem: Why it can't be searched for, in one sentence; "" where it can.
    """

    terms: tuple[Term, ...] = ()
    voice: tuple[str, ...] = ()
    kind: str = ""
    tag: str = ""
    outlet: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    highlighted: bool | None = None
    problem: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing."""
        return self == SearchQuery(problem=self.problem)

    @property
    def index_words(self) -> tuple[tuple[str, bool], ...]:
        """The words of all terms, each with whether it is only the beginning of one."""
        return tuple(word for term in self.terms for word in term.index_words)

    @property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """The whole words of terms that have several: they follow each other in the article."""
        return tuple(term.whole_words for term in self.terms if len(term.whole_words) > 1)

    @property
    def needs_quotation(self) -> bool:
        """Whether it asks for the words of a voice."""
        return bool(self.voice or self.kind)

    @property
    def needs_highlight(self) -> bool:
        """Whether it asks for highlights."""
        return bool(self.tag or self.highlighted)


def find_terms(terms: Sequence[Term], text: str) -> tuple[tuple[Span, ...], set[int]]:
    """Return where terms stand in a text, without overlaps, and the numbers from 0 of the terms that do.

    Takes time linear in the text.
    """
    plain = plain_form(text) if terms else ""
    is_slow = plain is None or any(is_paired(word) for term in terms for word in term.words)
    words = list(words_of(text)) if is_slow else None
    found: list[Span] = []
    seen: set[int] = set()
    for number, term in enumerate(terms):
        spans = [Span(*match.span()) for match in _pattern(term).finditer(plain or "")]
        spans = spans if words is None else term.spans_among(words)
        found += spans
        if spans:
            seen.add(number)
    marks: list[Span] = []
    for span in sorted(found):
        if marks and span.start < marks[-1].end:
            marks[-1] = Span(marks[-1].start, max(marks[-1].end, span.end))
        else:
            marks.append(span)
    return tuple(marks), seen


@lru_cache(maxsize=256)
def _pattern(term: Term) -> re.Pattern[str]:
    """Return what finds a term in a plain form of a text (`plain_form`)."""
    first, *others = map(re.escape, term.words)
    # The literal word stands first in the pattern, so that the engine can search for it.
    whole = rf"{first}(?<![^\W_]{first})" + "".join(rf"[\W_]+{word}" for word in others)
    return re.compile(whole + (r"[^\W_]*" if term.is_prefix else r"(?![^\W_])"))


def parse_query(text: str) -> SearchQuery:
    """Return the query that a person typed; nothing that can be typed is an error.

    Each word is found by its beginning, words in quotation marks as they are and in this order. A filter with a value
    that it can't have makes a query with a `problem`.
    """
    found: dict[str, str] = {}
    terms: list[Term] = []
    problems: list[str] = []
    for match in _PART.finditer(text[:MAX_LENGTH]):
        empty, name, quoted, plain = match.groups()
        value, name = (quoted or plain or "").strip(), (name or empty or "").lower()
        if name:
            found[name] = value
            problems += _problem(name, value)
        else:
            terms += _terms(value, is_prefix=quoted is None)
    words = {each: tuple(word.folded for word in words_of(found.get(each, ""))) for each in ("voice", "outlet")}
    if problems:
        return SearchQuery(problem=problems[0])
    return SearchQuery(
        terms=tuple(dict.fromkeys(terms))[:MAX_TERMS],
        voice=words["voice"],
        kind=_kind(found.get("kind", "")),
        tag=found.get("tag", "").lstrip("#").casefold(),
        outlet=words["outlet"],
        before=_day(found.get("before", "")),
        after=_first_day_after(found.get("after", "")),
        highlighted=_highlighted(found),
    )


def _terms(text: str, *, is_prefix: bool) -> list[Term]:
    """Return the term of one part of a query; of a run of pairs without the last character, which ends one of them."""
    words = list(words_of(text))
    if len(words) > 1 and is_paired(words[-1].folded) and len(words[-1].folded) == 1 and len(words[-2].folded) > 1:
        words = words[:-1] if is_paired(words[-2].folded) else words
    if not words:
        return []
    last = words[-1].folded
    return [Term(tuple(word.folded for word in words), is_prefix or (is_paired(last) and len(last) == 1))]


def _problem(name: str, value: str) -> list[str]:
    """Return a sentence on a value that a filter can't have; none for one that it can, or that is not typed yet."""
    if name in {"before", "after"} and value and not _day(value):
        return [f"{name}: needs a day, as in {name}:2024-05-31, {name}:2024-05 or {name}:2024."]
    if name == "kind" and value and not _kind(value):
        kinds = ", ".join((*(kind.value for kind in VoiceKind), *(kind.value for kind in QuotationKind)))
        return [f"kind: needs one of {kinds}."]
    if name == "highlighted" and not any(word.startswith(value.lower()) for word in (_YES, _NO)):
        return ["highlighted: needs yes or no."]
    return []


def _kind(value: str) -> str:
    """Return the kind that a value means, also in the plural or by its beginning; "" for none."""
    value = fold(value) if value else ""
    same = [kind for kind in sorted(_KINDS) if value and (kind.startswith(value) or f"{kind}s" == value)]
    return same[0] if same else ""


def _highlighted(found: dict[str, str]) -> bool | None:
    if "highlighted" not in found:
        return None
    value = found["highlighted"].lower()
    return not value or not _NO.startswith(value)


def _day(value: str) -> str:
    """Return the first day of a year, a month or a day; "" where it is none."""
    match = _DAY.fullmatch(value)
    if match is None:
        return ""
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _first_day_after(value: str) -> str:
    """Return the first day that is not before the end of a year, a month or a day; "" where it is none."""
    first = _day(value)
    if not first:
        return ""
    begin = date.fromisoformat(first)
    parts = value.count("-")
    try:
        if parts == 0:
            return date(begin.year + 1, 1, 1).isoformat()
        if parts == 1:
            return date(begin.year + begin.month // 12, begin.month % 12 + 1, 1).isoformat()
        return (begin + timedelta(days=1)).isoformat()
    except (OverflowError, ValueError):
        return date.max.isoformat()

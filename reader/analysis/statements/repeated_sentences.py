"""Read a sentence that the text repeats once: each further one gets the same tokens and findings, moved."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from reader.analysis.cues.drafts import AttributionDraft
from reader.analysis.cues.unit_findings import UnitFindings
from reader.analysis.statements.statements import add_statements, unit_cues
from reader.analysis.units.marks import MarkedSpan
from reader.analysis.units.units import Unit, unit
from reader.model import Span

_BEFORE, _AFTER = 16, 64  # characters around a sentence that are read with it: names with "!", a verb behind marks
_MOST = 4096  # sentences whose tokens and findings are kept

_Key: TypeAlias = tuple[str, int, int, tuple[tuple[int, int, bool, bool], ...]]


@dataclass(slots=True)
class RepeatedSentences:
    """The sentences that one article repeats.

    Of a sentence that occurs once only a hash is kept, since in a long text the memory of its tokens costs time.
    """

    hashes: set[int] = field(default_factory=set)
    units: dict[_Key, Unit] = field(default_factory=dict)
    findings: dict[int, tuple[int, UnitFindings]] = field(default_factory=dict)  # with the offset, by id of the unit

    def unit(self, text: str, span: Span, paragraph: int, outer: Sequence[MarkedSpan]) -> Unit:
        """Return one unit over `span`, in which each of the marked spans `outer` is one token."""
        key = _key(text, span, outer)
        number = hash(key)
        if number not in self.hashes:
            self.hashes.add(number)
            return unit(text, span, paragraph, outer)
        known = self.units.get(key)
        if known is not None:
            return _moved_unit(known, span, paragraph, outer)
        made = unit(text, span, paragraph, outer)
        if len(self.units) < _MOST:
            self.units[key] = made
        return made

    def begin(self, u: Unit) -> UnitFindings | None:
        """Return the findings of a unit with its cues only, for `statements`; None for a repeated one."""
        return unit_cues(u) if u.repeats is None else None

    def statements(self, u: Unit, begun: UnitFindings | None = None) -> UnitFindings:
        """Return the attributions within a unit; `begun` is what `begin` returned, where it was called."""
        if u.repeats is None:
            return add_statements(u, begun or unit_cues(u))
        known = self.findings.get(id(u.repeats))
        if known is not None:
            return _moved_findings(known[1], u.span.start - known[0], u.paragraph)
        found = add_statements(u, unit_cues(u))
        # later stages change what they get, so a copy is kept
        self.findings[id(u.repeats)] = u.span.start, _moved_findings(found, 0, u.paragraph)
        return found


def _key(text: str, span: Span, outer: Sequence[MarkedSpan]) -> _Key:
    """All that decides how a sentence is read: its characters and those around it, and its marks."""
    start, end = span.start, span.end
    before = min(start, _BEFORE)
    marks = tuple((m.span.start - start, m.span.end - start, m.closed, m.single) for m in outer) if outer else ()
    return text[start - before : end + _AFTER], before, end - start, marks


def _moved_unit(known: Unit, span: Span, paragraph: int, outer: Sequence[MarkedSpan]) -> Unit:
    """The unit of a sentence like a known one; what refers to tokens by index is shared with it."""
    by = span.start - known.span.start
    marks = {m.span.start - by: m for m in outer} if known.marks else {}
    return Unit(
        known.text,
        span,
        paragraph,
        [start + by for start in known.starts],
        [end + by for end in known.ends],
        known.low,
        known.kinds,
        {at: marks[mark.span.start] for at, mark in known.marks.items()} if marks else {},
        pauses_known=known.pauses_known,
        subjects=known.subjects,
        repeats=known,
    )


def _moved_findings(found: UnitFindings, by: int, paragraph: int) -> UnitFindings:
    """A copy of the findings for a unit that begins `by` characters later; what is not changed later is shared."""
    if not (found.drafts or found.taken):
        return UnitFindings([], found.cues, found.sources, {}, found.main, found.passed)
    copies = _Copies(by, paragraph)
    drafts = [copies.of(draft) for draft in found.drafts]
    taken = {at: copies.of(draft) for at, draft in found.taken.items()}
    return UnitFindings(drafts, found.cues, found.sources, taken, found.main, found.passed)


class _Copies:
    """The copies of some drafts that refer to each other, `by` characters later."""

    __slots__ = ("_by", "_drafts", "_paragraph", "_spans")

    def __init__(self, by: int, paragraph: int) -> None:
        self._by = by
        self._paragraph = paragraph
        self._drafts: dict[int, AttributionDraft] = {}
        self._spans: dict[int, list[Span]] = {}  # one list may belong to several drafts

    def of(self, draft: AttributionDraft) -> AttributionDraft:
        """Return the copy of a draft, made on first use."""
        known = self._drafts.get(id(draft))
        if known is not None:
            return known
        by = self._by
        spans = self._spans.get(id(draft.spans))
        if spans is None:
            spans = self._spans[id(draft.spans)] = [Span(span.start + by, span.end + by) for span in draft.spans]
        self._drafts[id(draft)] = copy = AttributionDraft(
            spans,
            draft.kind,
            self._paragraph,
            self._moved(draft.cue),
            self._moved(draft.mention),
            self._moved(draft.head),
            draft.source_kind,
            self._moved(draft.outlet),
            draft.confidence,
            draft.evidence,
            joins=draft.joins,
        )
        for other in ("goes_on", "inside", "passed_on"):
            if (referred := getattr(draft, other)) is not None:
                setattr(copy, other, self.of(referred))
        return copy

    def _moved(self, span: Span | None) -> Span | None:
        return None if span is None else Span(span.start + self._by, span.end + self._by)

"""Find the speaker of quotation marks without a cue, in a language other than English."""

import re

from reader.analysis.blocks.passages import Passage
from reader.analysis.cues.drafts import AttributionDraft, with_source
from reader.analysis.floating.floating import runs_on
from reader.analysis.languages.adjacent_names import name_before, name_behind
from reader.analysis.languages.language_data import UNKNOWN, Language
from reader.analysis.languages.other_cues import LanguageCue, cues, named_by, subject
from reader.analysis.languages.other_statements import Stated
from reader.analysis.languages.paragraphs import COLONS, DASHES, bounds, plain
from reader.analysis.languages.source_phrases import ahead, behind
from reader.analysis.units.phrases import Phrase, pronoun_phrase
from reader.analysis.units.units import NAME, NUMBER, STOP, WORD, Unit, unit
from reader.model import QuotationKind, Span

_SPEECH = 4  # minimum words of marks without a cue that are speech
_PARTLY = 8  # minimum words of such marks in a sentence with other words
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_STOPS = ",.;:!?…" + DASHES
_COMMAS = frozenset(",!?")


class Floating:
    """Find the speakers of the marks of a passage without a cue."""

    def __init__(
        self,
        passage: Passage,
        units: list[Stated],
        before: Stated | None,
        last: AttributionDraft | None,
        language: Language,
    ) -> None:
        """Prepare for the `units` of a passage, with the unit `before` it and the draft of the `last` speaker there."""
        self._units = units
        self._before = before
        self.last = last
        self._language = language
        self._here = False
        self._dashed = passage.text[:1] in DASHES

    def run(self) -> list[AttributionDraft]:
        """Return the drafts of the marks; some are added as parts to an earlier draft. `last` is the last speaker."""
        made: list[AttributionDraft] = []
        for number, found in enumerate(self._units):
            alone = {WORD, NAME, NUMBER}.isdisjoint(found.unit.kinds)
            for at in sorted(found.unit.marks):
                draft = found.taken.get(at)
                if draft is None:
                    draft = self._float(found.unit, at, alone=alone, opening=number == 0 and at == 0)
                    if draft is not None and draft is not self.last:
                        made.append(draft)
                if draft is not None:
                    self.last, self._here = draft, True
        if not self._here and not self._dashed:
            self.last = None
        return made

    def _float(self, u: Unit, at: int, *, alone: bool, opening: bool) -> AttributionDraft | None:
        """The draft of the marks at token `at`; `alone` where their unit has no other words."""
        span = u.over(at, at)
        told = interrupted(u, at, self._language) or name_behind(u, at, self._language)
        if told is not None:
            return told
        words = _count_words(span.of(u.text))
        if not alone:
            return self._marks_in_sentence(u, at, words)
        if opening and self._before is not None and ends_in_colon(self._before.unit):
            draft = AttributionDraft(
                [span], QuotationKind.DIRECT, u.paragraph, evidence="after a colon", confidence=0.3
            )
            return introduced(draft, self._before, self._language)
        last = self.last
        if last is not None and self._here and runs_on(u, last, at):
            last.spans.append(span)
            return last
        if words < _SPEECH:
            return None
        draft = AttributionDraft([span], QuotationKind.DIRECT, u.paragraph, confidence=0.3)
        draft.evidence = "no words beside it tell whose it is"
        if last is not None and not self._dashed:
            draft.goes_on = last
            draft.evidence, draft.confidence = "the same speaker goes on", 0.6
        return draft

    def _marks_in_sentence(self, u: Unit, at: int, words: int) -> AttributionDraft | None:
        """Marks in a sentence with other words: speech if they are long, or end in punctuation, or follow a colon."""
        span = u.over(at, at)
        colon = at > 0 and u.low[at - 1] in COLONS
        stop = u.text[span.end - 2] in ".!?,…。！？，"
        draft = AttributionDraft([span], QuotationKind.DIRECT, u.paragraph, confidence=0.3)
        draft.evidence = "no words beside it tell whose it is"
        opens = 1 if u.low[0] in self._language.words("view") else 0
        view = opens and at > 1 and u.low[at - 1] == ","
        source = behind(u, opens, self._language) if (colon or view) and self._language is not UNKNOWN else None
        named_or_meant = source is not None and (view or source.kind != "noun")
        if source is not None and named_or_meant and source.first == opens and source.last < at - 1:
            with_source(draft, u, source)
            draft.evidence, draft.confidence = "the subject of the sentence before the colon", 0.6
            if view:
                draft.evidence, draft.confidence = f"“{u.word(0)}” and a source", 0.8
            elif source.last == at - 2:
                draft.evidence, draft.confidence = "under the speaker’s name and a colon", 0.8
            return draft
        fewest = _SPEECH if colon or stop or self._language is UNKNOWN else _PARTLY
        return draft if words >= fewest else None


def _count_words(words: str) -> int:
    """The number of words in a string; three characters count as two in scripts without blanks between words."""
    unspaced = len(_UNSPACED.findall(words))
    return unspaced * 2 // 3 if unspaced * 2 > len(words) else len(words.split())


def interrupted(u: Unit, at: int, language: Language) -> AttributionDraft | None:
    """Return the draft of the marks at `at` that have their cue inside them; None without such a cue.

    The cue is between commas in a language with incises, and between dashes in one that uses dashes for this.
    """
    whole = u.over(at, at)
    dashed = any(opening in DASHES and closing for opening, closing in language.marks)
    signs = _COMMAS if language.has("incises") else frozenset(DASHES) if dashed else frozenset[str]()
    if signs.isdisjoint(u.text[whole.start : whole.end]):
        return None
    words = u.marks[at].inner(u.text) if u.marks[at].closed else whole
    for span in bounds(u.text, words, (), language):
        inner = plain(unit(u.text, span, u.paragraph, ()), language)
        for cue in cues(inner, language):
            if cue.shape == "verb" and cue.group > 1 and inner.low[cue.group - 1] in signs:
                source = pronoun_phrase(cue.first) if cue.inside else behind(inner, cue.until + 1, language)
                end = cue.until if source is None else max(cue.until, source.last)
                closed = end + 1 == len(inner) or inner.kinds[end + 1] == STOP
                if closed and (source is not None or language.has("dropped")):
                    return _draft_without_cue(inner, cue, source, end, whole)
    return None


def _draft_without_cue(inner: Unit, cue: LanguageCue, source: Phrase | None, end: int, whole: Span) -> AttributionDraft:
    """The draft over the marks at `whole` without the cue and its source, which end at token `end`."""
    text = inner.text
    parts = [Span(whole.start, inner.ends[cue.group - 2])]
    rest = inner.ends[end + 1] if end + 1 < len(inner) else whole.end
    while rest < whole.end and (text[rest].isspace() or text[rest] in _STOPS):
        rest += 1
    if any(sign.isalnum() for sign in text[rest : whole.end]):
        parts.append(Span(rest, whole.end))
    said = inner.over(cue.first, cue.last)
    draft = named_by(AttributionDraft(parts, QuotationKind.DIRECT, inner.paragraph, said), inner, cue, source)
    draft.confidence, draft.evidence = 0.85, f"“{said.of(text)}”, inside the quotation"
    return draft


def ends_in_colon(u: Unit) -> bool:
    """Return whether a unit ends in a colon of any script."""
    return u.text[u.span.start : u.span.end].rstrip()[-1:] in COLONS


def introduced(draft: AttributionDraft, before: Stated | None, language: Language) -> AttributionDraft:
    """Return the draft with the source named by the sentence before it, if that is a lead-in."""
    if before is None or (before.drafts and not ends_in_colon(before.unit)):
        return draft
    u = before.unit
    source, cue = _source_and_cue(u, language)
    if source is None:
        return draft
    with_source(draft, u, source)
    draft.confidence = 0.85 if cue is not None else 0.6
    if cue is not None:
        draft.cue = cue
        draft.evidence = f"“{cue.of(u.text)}”, {draft.evidence}"
    return draft


def _source_and_cue(u: Unit, language: Language) -> tuple[Phrase | None, Span | None]:
    """The source of a lead-in and its cue: of its last reporting verb, else the phrase or name that it consists of."""
    if language is UNKNOWN:
        return name_before(u, len(u)), None
    for cue in reversed(cues(u, language)):
        if cue.shape == "ahead":
            source = ahead(u, cue.first - 1, 0, language)
        elif cue.shape in {"behind", "closing"}:
            source = behind(u, cue.last + 1, language)
        else:
            source = subject(u, cue, language)
        if source is not None:
            return source, u.over(cue.first, cue.last)
    source = behind(u, 0, language) if len(u) else None
    alone = source is not None and source.last + 2 >= len(u)
    return (source if alone else None), None

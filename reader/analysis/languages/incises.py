"""Find cues inside the marks to which they belong, as in French (“We stay, says Roe, all”)."""

from reader.analysis.cues.drafts import AttributionDraft
from reader.analysis.languages.language_data import Language
from reader.analysis.languages.other_cues import LanguageCue, cues, named_by
from reader.analysis.languages.paragraphs import DASHES, bounds, plain
from reader.analysis.languages.source_phrases import behind
from reader.analysis.units.noun_phrases import Phrase, pronoun_phrase
from reader.analysis.units.units import STOP, Unit, unit
from reader.model import QuotationKind, Span

_STOPS = ",.;:!?…" + DASHES
_COMMAS = frozenset(",!?")


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

"""Find the source that a lead-in names, in a language other than English."""

from reader.analysis.cues.drafts import AttributionDraft, with_source
from reader.analysis.languages.adjacent_names import name_before
from reader.analysis.languages.cue_sources import subject
from reader.analysis.languages.language_data import UNKNOWN, Language
from reader.analysis.languages.other_cues import cues
from reader.analysis.languages.other_statements import Stated
from reader.analysis.languages.paragraphs import COLONS
from reader.analysis.languages.source_phrases import ahead, behind
from reader.analysis.units.noun_phrases import Phrase
from reader.analysis.units.units import Unit
from reader.model import Span


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

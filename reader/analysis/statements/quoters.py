"""Find who quotes a statement of somebody else: "the Post quotes Ada Roe as saying"."""

from reader.analysis.cues.cues import Cue
from reader.analysis.cues.drafts import AttributionDraft, cue_span, with_source
from reader.analysis.cues.unit_findings import UnitFindings, add_passer_draft
from reader.analysis.sources.owners import CITING
from reader.analysis.sources.speakers import agent
from reader.analysis.sources.verb_sources import cited_in_passing, is_publication, is_quoted, quoter_in_passing
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import Unit
from reader.analysis.words.grammar import TIME
from reader.analysis.words.lexicon import entries

_HEARD = frozenset({"official", "officials", "people", "source", "sources", "witness", "witnesses"})


def add_quoters(u: Unit, found: UnitFindings) -> None:
    """Add the source that relays another’s words, if named ("Roe, quoted by the Post, says that it leaks")."""
    if not found.drafts:
        return
    aside, cited = quoter_in_passing(u), cited_in_passing(u)
    drafts = {each.cue: each for each in reversed(found.drafts)}
    found.passed = 0
    for number, source in found.sources.items():
        cue = found.cues[number]
        heard = cited is not None and u.low[cited.head_last] in _HEARD
        if cited is not None and (heard or cue.verb.lemma == "report" or is_publication(u, source)):
            _add_cited(u, cue, drafts.get(cue_span(u, cue)), (source, cited), found)
            continue
        passer = _passer(u, number, source, found)
        if passer is None and aside is not None and is_quoted(u, source, cue, aside):
            passer = aside[1]
        if passer is None:
            continue
        draft = drafts.get(cue_span(u, cue))
        if draft is not None and draft.passed_on is None:
            add_passer_draft(u, None, draft, passer, found).evidence = "quoted in passing"


def _add_cited(
    u: Unit, cue: Cue, draft: AttributionDraft | None, who: tuple[Phrase, Phrase], found: UnitFindings
) -> None:
    """Give a statement of an outlet to the source it cites (“It leaks, the Post reported, citing two officials”).

    `who` are the outlet and the source cited.
    """
    source, cited = who
    cited_span = u.over(cited.first, cited.last)
    if draft is not None and draft.passed_on is None and not any(span.overlaps(cited_span) for span in draft.spans):
        add_passer_draft(u, cue, with_source(draft, u, cited), source, found)
        draft.evidence = "cited for it"


def _passer(u: Unit, number: int, source: Phrase, found: UnitFindings) -> Phrase | None:
    """The source that relays the words of a cue by the cue before it; None without one.

    That is “The Post cites Roe, who says …”, “Roe is reported by the Post to have said …” and “Roe has, according to
    the Post, said …”.
    """
    if not number:
        return None
    cue, last, passer = found.cues[number], found.cues[number - 1], found.sources.get(number - 1)
    if last.shape == "according":
        return passer if passer is not None and cue.first == passer.last + 2 else None
    if last.passive:
        return agent(u, last) if cue.group <= last.first else None
    cited = phrase_from(u, last.last + 1, cue.group) if last.verb.lemma in CITING else None
    return passer if cited is not None and cited.first <= source.first <= source.last <= cited.last else None


def quoter(u: Unit, quoting: Cue, found: UnitFindings) -> Phrase | None:
    """Return the quoting source where it is no subject: “quoted by X”, “on many blogs”, “in the same article”."""
    by, behind = agent(u, quoting), quoting.last + 1
    if by is None and u.low_at(behind) in {"in", "on"}:
        place = phrase_from(u, behind + 1, len(u))
        by = place if place is not None and (is_publication(u, place) or _is_named_place(u, place)) else None
    same = any(u.low[at : at + 2] == ["the", "same"] for at in range(quoting.group))
    return found.sources.get(0) if by is None and same else by


def _is_named_place(u: Unit, place: Phrase) -> bool:
    """Whether the place of a quotation has a name that is no day and no known place (“in Weir Notes”)."""
    named = place.kind == "name" and u.low[place.head_last] not in TIME
    return named and u.over(place.first, place.last).of(u.text) not in entries("places", "voices")

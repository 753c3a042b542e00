"""Find hearsay, which has no source: “is said to leak”, “…, the jury was told”."""

from reader.analysis.content.utterances import content_before
from reader.analysis.cues.cues import Cue
from reader.analysis.cues.unit_findings import UnitFindings, add_draft, has_marks
from reader.analysis.sources.speakers import agent
from reader.analysis.statements.parentheticals import adjuncts_end, opens, subordinate
from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.subjects import subject_before
from reader.analysis.units.noun_phrases import Phrase
from reader.analysis.units.units import Unit
from reader.analysis.units.verbs import finite_between
from reader.analysis.words.grammar import RELATIVES

_HEARSAY = frozenset({"allege", "report", "rumour", "say"})


def is_hearsay_group(cue: Cue, number: int, found: UnitFindings) -> bool:
    """Return whether a cue only makes hearsay of the next one, in whose verb group it is (“is said to have told”)."""
    return cue.passive and any(other.group <= cue.first for other in found.cues[number + 1 : number + 2])


def add_hearsay(u: Unit, cue: Cue, content: Content | None, found: UnitFindings) -> bool:
    """Add words without a source: what somebody “is said to” do. Return whether the cue is hearsay."""
    if content is None and cue.passive and _add_without_source(u, cue, agent(u, cue), found):
        return True
    at = cue.last + 1
    if not cue.passive or cue.negated or cue.verb.lemma not in _HEARSAY or u.low_at(at) != "to":
        return False
    if content is None and u.low_at(at + 1) in {"be", "have"}:
        content = Content(at, clause_end(u, at), "infinitive")
    if content is None or content.how != "infinitive" or content.first != at:
        return False
    subject = subject_before(u, cue.group) if cue.group and u.low[cue.group - 1] not in RELATIVES else None
    if subject is None or u.low[subject.head_last] == "it" or u.low[subject.first] in RELATIVES:
        return False
    parts = [Content(subject.first, subject.last, "left"), content]
    add_draft(u, cue, parts, agent(u, cue), found).evidence = f"“{u.word(cue.first)} to”"
    return True


def _add_without_source(u: Unit, cue: Cue, source: Phrase | None, found: UnitFindings) -> bool:
    """“…, the court was told.”, “…, it is claimed by Roe.”: the clause that a passive closes; `source` is its agent."""
    closes = not cue.negated and cue.verb.kind != "thinking" and not {"p", "t"}.isdisjoint(cue.verb.frames)
    subject = subject_before(u, cue.group) if closes else None
    comma = -1 if subject is None else subject.first - 1
    if subject is None or comma < 1 or u.low[comma] != ",":
        return False
    fits = u.low[subject.head_last] == "it" if cue.verb.lemma != "tell" else subject.kind != "pronoun"
    end = adjuncts_end(u, cue) if fits else None
    if end is None or not u.ended(end):
        return False
    parts = content_before(u, comma, found.taken)
    if not parts or has_marks(u, parts[0]) or subordinate(u, parts[0]) or opens(u, parts[0]):
        return False
    if not finite_between(u, parts[0].first, parts[0].last):
        return False
    add_draft(u, cue, parts, source, found).evidence = f"“{u.word(cue.first)}”, after the clause"
    return True

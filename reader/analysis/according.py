"""“According to X, …” and “…, according to X”, with the words that X only passes on."""

from reader.analysis.boundaries import clause_end
from reader.analysis.clauses import Content
from reader.analysis.cues import Cue
from reader.analysis.drafts import Draft, cue_span, named
from reader.analysis.found import Found, drafted
from reader.analysis.grammar import CONJUNCTIONS, PREPOSITIONS, is_adverb
from reader.analysis.phrases import Phrase
from reader.analysis.postposed import after
from reader.analysis.predicates import opens_clause
from reader.analysis.subjects import before
from reader.analysis.units import QUOTE, WORD, Unit
from reader.analysis.utterances import around
from reader.model import QuotationKind


def according(u: Unit, cue: Cue, number: int, found: Found) -> None:
    """“According to X, …” and “…, according to X”."""
    at = cue.last + 1
    source = after(u, at, len(u))
    if source is None and at < len(u) and u.kinds[at] == QUOTE:
        source = Phrase(at, at, at, at, "noun")
        found.taken[at] = Draft([], QuotationKind.DIRECT, u.paragraph)
    if source is None:
        if at + 1 < len(u) and u.low[at] == "which":
            draft = drafted(
                u, cue, [Content(at + 1, clause_end(u, at + 1, len(u)), "bare")], before(u, cue.first), found
            )
            draft.evidence, draft.confidence = "“according to which”", 0.7
        return
    found.sources[number] = source
    if _fronted(u, cue):
        behind = _clause_behind(u, source)
        parts = [] if behind is None else [behind]
    elif _passed_on_by(u, cue, source, found):
        return
    else:
        parts = _clauses_around(u, cue, source, found)
    if parts:
        draft = drafted(u, cue, parts, source, found)
        draft.evidence = "“according to”, before the clause" if _fronted(u, cue) else "“according to”, after the clause"
        draft.confidence = 0.95


def _passed_on_by(u: Unit, cue: Cue, source: Phrase, found: Found) -> bool:
    """“…,” Y said, according to X: the words are Y's, and X passes them on."""
    last = found.drafts[-1] if found.drafts else None
    if last is None or last.cue is None or last.passed_on is not None or last.cue.start < last.spans[0].end:
        return False
    start = u.starts[cue.first]
    if last.cue.end > start or last.spans[-1].end > start or "," in u.text[last.cue.end : start].rstrip(" ,"):
        return False
    outer = named(Draft(list(last.spans), last.kind, u.paragraph, cue_span(u, cue)), u, source)
    outer.evidence, outer.confidence = "“according to”, after the clause", 0.9
    last.passed_on = outer
    found.drafts.insert(len(found.drafts) - 1, outer)
    return True


def _fronted(u: Unit, cue: Cue) -> bool:
    """Whether "according to" opens its clause."""
    if cue.first == 0 or (cue.first <= 2 and u.low[0] in CONJUNCTIONS):  # noqa: PLR2004 - "But, according to"
        return True
    joint = u.low[cue.first - 1]
    return joint in {"but", "and", "that", ";"} or (joint == "," and cue.first <= 3 and _leads(u))  # noqa: PLR2004 - "However, according to"


def _clause_behind(u: Unit, source: Phrase) -> Content | None:
    """The clause behind the comma that closes "according to X"."""
    first = source.last + 1
    while first < len(u) and u.low[first] != "," and first < source.last + 12:
        first += 1
    if opens_clause(u, source.last + 1, len(u)):
        first = source.last
    elif first + 1 >= len(u) or u.low[first] != ",":
        return None
    return Content(first + 1, clause_end(u, first + 1, len(u), whole=True), "bare")


def _clauses_around(u: Unit, cue: Cue, source: Phrase, found: Found) -> list[Content]:
    """The clause that ", according to X" closes or interrupts, without "it seems"."""
    parts = around(u, cue.first - 1, source.last + 1, found.taken)
    if not parts:
        return []
    first, last = parts[0].first, parts[0].last
    if first == last:
        return parts if u.kinds[first] == QUOTE or len(parts) > 1 else []
    seems = next(
        (at for at in range(first, last) if u.low[at] in {"seems", "appears"} and u.kinds[at] == WORD), first - 1
    )
    return [Content(seems + 1, last, "left"), *parts[1:]]


def _leads(u: Unit) -> bool:
    """Whether the first word of the unit is an adverb, a preposition or a conjunction, not a subject."""
    low = u.low[0]
    return low in CONJUNCTIONS or low in PREPOSITIONS or is_adverb(low)

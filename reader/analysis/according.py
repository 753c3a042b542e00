"""“According to X, …” and “…, according to X”, with the words that X only passes on."""

from reader.analysis.boundaries import clause_end
from reader.analysis.contents import Content
from reader.analysis.cues import Cue
from reader.analysis.drafts import Draft, bare, cue_span, named
from reader.analysis.found import Found, drafted
from reader.analysis.grammar import CONJUNCTIONS, POSSESSIVES, PREPOSITIONS, is_adverb
from reader.analysis.phrases import Phrase, pronoun
from reader.analysis.postposed import after
from reader.analysis.predicates import opens_clause
from reader.analysis.subjects import before
from reader.analysis.units import QUOTE, WORD, Unit
from reader.analysis.utterances import around
from reader.analysis.verbs import finite_at, finite_between
from reader.model import QuotationKind

_RELATIVE = 16  # tokens of a clause on the source or the subject, between commas
_OWN = frozenset({"my", "our"})


def according(u: Unit, cue: Cue, number: int, found: Found) -> None:
    """“According to X, …” and “…, according to X”."""
    at = cue.last + 1
    source = after(u, at, len(u))
    if source is None and at < len(u) and u.kinds[at] == QUOTE:
        source = Phrase(at, at, at, at, "noun")
        found.taken[at] = Draft([], QuotationKind.DIRECT, u.paragraph)
    if source is None:
        if at + 1 < len(u) and u.low[at] == "which":
            draft = drafted(u, cue, [Content(at + 1, clause_end(u, at + 1), "bare")], before(u, cue.first), found)
            draft.evidence, draft.confidence = "“according to which”", 0.7
        return
    fronted = _fronted(u, cue)
    if fronted:
        source = _before_subject(u, source)
    found.sources[number] = source
    if fronted:
        parts = _clause_behind(u, source)
    elif not found.thoughts and _passed_on_by(u, cue, source, found):
        return
    else:
        parts = _clauses_around(u, cue, source, found)
    if parts:
        draft = drafted(u, cue, parts, source, found)
        draft.evidence = "“according to”, before the clause" if fronted else "“according to”, after the clause"
        draft.confidence = 0.95


def opinion(u: Unit, cue: Cue, number: int, found: Found) -> None:
    """“In her view, …” and “…, in Roe’s words”: the owner of the view is the source."""
    owner = cue.last - 1
    source = pronoun(owner) if u.low[owner] in POSSESSIVES else before(u, cue.last, cue.first + 1)
    if source is None or u.low[source.head_last] in _OWN:
        return
    whole = source.reaching(source.first, cue.last)
    if _fronted(u, cue):
        comma = cue.last + 1 < len(u) and u.low[cue.last + 1] == ","
        parts = _clause_behind(u, whole) if comma else []
    else:
        apart = u.low[cue.first - 1] == "," or u.kinds[cue.first - 1] == QUOTE
        parts = _clauses_around(u, cue, whole, found) if apart else []
    if parts:
        found.sources[number] = source
        draft = drafted(u, cue, parts, source, found)
        draft.evidence, draft.confidence = f"“{u.over(cue.first, cue.last).of(u.text)}”", 0.8
        if draft.mention is not None and source.kind != "pronoun":
            draft.mention = bare(u.text, draft.mention)


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


def _before_subject(u: Unit, source: Phrase) -> Phrase:
    """The source without what looks like an apposition but has a verb ("According to RTP, one user said …").

    Its verb stands in it, or behind a relative clause ("one user, who is deaf, said …").
    """
    comma = next((at for at in range(source.head_last + 1, source.last) if u.low[at] == ","), None)
    if comma is None or source.kind != "name":
        return source
    verb = finite_between(u, comma + 1, source.last)
    if not verb and u.low[source.last + 1 : source.last + 3] in ([",", "which"], [",", "who"]):
        closing = next(
            (at for at in range(source.last + 3, min(len(u) - 1, source.last + _RELATIVE)) if u.low[at] == ","), 0
        )
        verb = closing > 0 and finite_at(u, closing + 1)
    return source.reaching(source.first, comma - 1) if verb else source


def _clause_behind(u: Unit, source: Phrase) -> list[Content]:
    """The clause behind the comma that closes "according to X"; empty without one."""
    first = source.last + 1
    while first < len(u) and u.low[first] != "," and first < source.last + 12:
        first += 1
    if opens_clause(u, source.last + 1):
        first = source.last
    elif first + 1 >= len(u) or u.low[first] != ",":
        return []
    first = _behind_remark(u, first)
    return [Content(first + 1, clause_end(u, first + 1, whole=True), "bare")]


def _behind_remark(u: Unit, comma: int) -> int:
    """The comma behind what is told of the source in passing ("the study, published in May,", "Roe, who was ill,")."""
    if comma + 2 >= len(u):
        return comma
    participle = u.low[comma + 1].endswith("ed") and u.low[comma + 2] in PREPOSITIONS
    if not participle and u.low[comma + 1] not in {"which", "who", "whose"}:
        return comma
    closing = next((at for at in range(comma + 2, min(len(u) - 1, comma + _RELATIVE)) if u.low[at] == ","), comma)
    return closing if opens_clause(u, closing + 1) else comma


def _clauses_around(u: Unit, cue: Cue, source: Phrase, found: Found) -> list[Content]:
    """The clause that ", according to X" closes or interrupts, without "it seems"."""
    parts = around(u, cue.first - 1, source.last + 1, () if found.thoughts else found.taken)
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

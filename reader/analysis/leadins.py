"""Lead-ins: who the sentence before a block quotation makes responsible for it."""

from dataclasses import dataclass

from reader.analysis.cues import Cue
from reader.analysis.drafts import Draft, cue_span, named
from reader.analysis.outlets import outlet_near
from reader.analysis.phrases import Phrase
from reader.analysis.statements import Found
from reader.analysis.subjects import before, main_subject
from reader.analysis.units import ASIDE, NAME, WORD, Unit
from reader.analysis.weights import score
from reader.model import QuotationKind, Span

_NEUTER = frozenset({"it", "which", "that", "this", "there", "here"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a lead-in: a source, its cue if any, the named features it has and the score they add up to."""

    source: Phrase
    cue: Cue | None
    features: tuple[str, ...]
    score: float


def candidates(u: Unit, found: Found) -> list[Candidate]:
    """The readings of a lead-in, best first; equal scores keep text order."""
    main = main_subject(u, len(u))
    result: list[Candidate] = []
    first_finite = True
    for number, cue in enumerate(found.cues):
        source = found.sources.get(number)
        if source is None:
            continue
        finite = cue.verb.form != "ing" and cue.shape == "verb"
        features = _of_source(u, source)
        features += ["finite" if finite else "participle"] + (["first"] if finite and first_finite else [])
        first_finite = first_finite and not finite
        if cue.verb.kind == "thinking":
            features.append("thinking")
        if not any(u.kinds[at] in {WORD, NAME} for at in range(cue.last + 1, min(len(u), cue.last + 40))):
            features.append("at the colon")
        if cue.group < source.first:
            features.append("inverted")
        if main is not None and _same_head(main, source):
            features.append("main")
        result.append(Candidate(source, cue, tuple(features), score("leadin", features)))
    if main is not None and not any(_same_head(main, c.source) and c.cue is not None for c in result):
        features = [*_of_source(u, main), "no cue"]
        result.append(Candidate(main, None, tuple(features), score("leadin", features)))
    last = _named_last(u)
    if last is not None:
        features = ["named", "named last"]
        result.append(Candidate(last, None, tuple(features), score("leadin", features)))
    return sorted(result, key=lambda c: -c.score)


def _same_head(one: Phrase, other: Phrase) -> bool:
    return (one.head_first, one.head_last) == (other.head_first, other.head_last)


def _of_source(u: Unit, source: Phrase) -> list[str]:
    """The features of a source by itself; its kind comes first."""
    head = u.low[source.head_last]
    found = [{"name": "named", "pronoun": "pronoun"}.get(source.kind, "noun")]
    if source.kind == "pronoun" and head in {"i", "we", "you"}:
        found.append("first person")
    if head in _NEUTER:
        found.append("neuter")
    return found


def _named_last(u: Unit) -> Phrase | None:
    """The name that ends the lead-in behind "is", "by", "from" or "such as" ("then there is Ada Roe:")."""
    last = len(u) - 1
    while last > 0 and (u.kinds[last] == ASIDE or u.low[last] in {":", "."}):
        last -= 1
    phrase = before(u, last + 1, 0)
    if phrase is None or phrase.kind != "name" or phrase.first == 0:
        return None
    return phrase if u.low[phrase.first - 1] in {"is", "was", "by", "from", "as", "are"} else None


def introduced(u: Unit, found: Found, spans: list[Span], kind: QuotationKind, how: str) -> Draft:
    """A draft over `spans` with the source that the lead-in `u` names; without one when it names none."""
    draft = Draft(spans, kind, u.paragraph, evidence=how, confidence=0.3)
    ranked = candidates(u, found)
    if not ranked or ranked[0].score <= 0:
        return draft
    best = ranked[0]
    named(draft, u, best.source)
    if best.cue is not None:
        draft.cue = cue_span(u, best.cue)
        draft.evidence = f"“{u.word(best.cue.first)}”, {how}"
    draft.outlet = outlet_near(u, best.cue.last + 1 if best.cue else 0) or outlet_near(u, 0)
    margin = best.score - (ranked[1].score if len(ranked) > 1 else 0)
    draft.confidence = 0.9 if margin >= 1 or len(ranked) == 1 else 0.75
    return draft

"""Lead-ins: who the sentence before a block quotation makes responsible for it."""

from dataclasses import dataclass

from reader.analysis.cues import Cue
from reader.analysis.drafts import Draft, cue_span, named
from reader.analysis.outlets import outlet_near
from reader.analysis.phrases import Phrase, before, verb_group
from reader.analysis.statements import Found
from reader.analysis.units import NAME, STOP, WORD, Unit
from reader.analysis.grammar import PERSONAL, is_finite
from reader.analysis.weights import score
from reader.model import QuotationKind, Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a lead-in: a source, its cue if any, the named features it has and the score they add up to."""

    source: Phrase
    cue: Cue | None
    features: tuple[str, ...]
    score: float


def candidates(u: Unit, found: Found) -> list[Candidate]:
    """The readings of a lead-in, best first; equal scores keep text order."""
    result: list[Candidate] = []
    seen_finite = False
    for number, cue in enumerate(found.cues):
        source = found.sources.get(number)
        if source is None:
            continue
        features = ["named" if source.kind == "name" else "pronoun" if source.kind == "pronoun" else "noun"]
        finite = cue.verb.form != "ing" and cue.shape == "verb"
        features.append("finite" if finite else "participle")
        if finite and not seen_finite:
            features.append("first")
            seen_finite = True
        if cue.verb.kind == "thinking":
            features.append("thinking")
        if not any(u.kinds[at] in {WORD, NAME} for at in range(cue.last + 1, len(u))):
            features.append("at the colon")
        if source.kind == "pronoun" and u.low[source.head_last] in {"i", "we", "you"}:
            features.append("first person")
        if u.low[source.head_last] in {"it", "which", "that", "this"}:
            features.append("neuter")
        if cue.group < source.first:
            features.append("inverted")
        result.append(Candidate(source, cue, tuple(features), score("leadin", features)))
    main = _main_subject(u)
    if main is not None and all((main.head_first, main.head_last) != (c.source.head_first, c.source.head_last) or c.cue is None for c in result):
        features = ["named" if main.kind == "name" else "pronoun" if main.kind == "pronoun" else "noun", "no cue"]
        if main.kind == "pronoun" and u.low[main.head_last] in {"i", "we", "you"}:
            features.append("first person")
        if u.low[main.head_last] in {"it", "which", "that", "this", "there", "here"}:
            features.append("neuter")
        result.append(Candidate(main, None, tuple(features), score("leadin", features)))
    return sorted(result, key=lambda c: -c.score)


def _main_subject(u: Unit) -> Phrase | None:
    """The subject of the first finite verb of the unit, or the phrase that the unit is when it has no verb."""
    for at in range(1, min(len(u), 60)):
        if u.kinds[at] == WORD and is_finite(u.low[at]):
            phrase = before(u, verb_group(u, at)[0], 0)
            if phrase is not None:
                return phrase
    for at in range(1, min(len(u), 40)):
        if u.kinds[at] == WORD and len(u.low[at]) > 3 and u.low[at].endswith("s") and u.kinds[at - 1] == NAME:
            phrase = before(u, at, 0)
            if phrase is not None and phrase.kind == "name":
                return phrase
    return None


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


def speaks(u: Unit, found: Found) -> bool:
    """Whether a sentence without end punctuation can be a lead-in: short, with a named source and a cue."""
    words = sum(1 for kind in u.kinds if kind != STOP)
    if not 4 <= words <= 60:
        return False
    return any(c.cue is not None and c.source.kind == "name" and "finite" in c.features for c in candidates(u, found)) and u.low[0] not in PERSONAL

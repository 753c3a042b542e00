"""Lead-ins: who the sentence before a block quotation makes responsible for it."""

from dataclasses import dataclass

from reader.analysis.attributions import Reading
from reader.analysis.cues import Cue
from reader.analysis.drafts import Draft, bare, cue_span, named
from reader.analysis.grammar import DETERMINERS, POSSESSIVES, PREPOSITIONS, cue_verbs, is_adverb, words
from reader.analysis.outlets import outlet_near
from reader.analysis.phrases import Phrase, ending_at
from reader.analysis.postposed import after
from reader.analysis.statements import Found
from reader.analysis.subjects import before, main_subject
from reader.analysis.units import ASIDE, NAME, STOP, WORD, Unit
from reader.analysis.weights import score
from reader.model import QuotationKind, Span

_WEIGHED = 4  # readings of a lead-in that an explanation shows
_NEUTER = frozenset({"it", "which", "that", "this", "these", "those"})
_INDEFINITE = frozenset({"many", "others", "several", "some"})
_NOBODY = frozenset({"below", "here", "so", "the", "then", "there", "thus"})
_NAMED_LAST = frozenset({"are", "as", "by", "from", "including", "is", "like", "was"})
DOCUMENTS = words("pieces") | words("utterances")
_QUOTING = frozenset({"cite", "quote"})
_TALKS = frozenset({"chat", "conversation", "interview", "interviews"})
_PASSING_ON = words("passing_on")
_POSSESSIVE = ("'s", "’s")
_ADVERBIAL = 12  # tokens of an adverbial that opens a lead-in
_REACH = 5  # tokens between a possessor and the words that are theirs


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
    if main is not None and u.low[main.head_last] in _NOBODY:
        main = None
    result = _by_cues(u, found, main)
    if main is not None and not any(_same_head(main, c.source) and c.cue is not None for c in result):
        result.append(_candidate(main, None, [*_of_source(u, main), "no cue"]))
    for feature, source in _without_verb(u):
        result.append(_candidate(source, None, [*_of_source(u, source), feature]))
    opener = _opener(u) if not result else None
    if opener is not None:
        result.append(_candidate(opener, None, [*_of_source(u, opener), "opens"]))
    return sorted(result, key=lambda c: -c.score)


def _candidate(source: Phrase, cue: Cue | None, features: list[str]) -> Candidate:
    return Candidate(source, cue, tuple(features), score("leadin", features))


def _by_cues(u: Unit, found: Found, main: Phrase | None) -> list[Candidate]:
    """The readings that a cue and its source make."""
    result: list[Candidate] = []
    first_finite = True
    for number, cue in enumerate(found.cues):
        source = found.sources.get(number)
        if source is None and cue.group == 0 and cue.verb.form in {"past", "s"}:
            source = after(u, cue.last + 1, len(u))
        if source is None or u.low[source.head_last] in _NOBODY:
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
        quoted = _quoted(u, cue)
        if quoted is not None:
            result.append(_candidate(quoted, cue, [*_of_source(u, quoted), "passed on"]))
        result.append(_candidate(source, cue, features))
    return result


def _same_head(one: Phrase, other: Phrase) -> bool:
    return (one.head_first, one.head_last) == (other.head_first, other.head_last)


def _of_source(u: Unit, source: Phrase) -> list[str]:
    """The features of a source by itself; its kind comes first."""
    head = u.low[source.head_last]
    found = [{"name": "named", "pronoun": "pronoun"}.get(source.kind, "noun")]
    if source.kind == "pronoun" and head in {"i", "we", "you"}:
        found.append("first person")
    if head in _INDEFINITE:
        found.append("indefinite")
    if head in _NEUTER:
        found.append("neuter")
    if source.kind == "noun" and head in DOCUMENTS:
        found.append("document")
    return found


def _quoted(u: Unit, cue: Cue) -> Phrase | None:
    """Whom a verb of quoting has as its object ("the Post quotes Ada Roe as saying") or, in the passive, as subject."""
    if cue.verb.lemma not in _QUOTING:
        return None
    phrase = before(u, cue.group) if cue.passive else after(u, cue.last + 1, len(u))
    return (
        phrase
        if phrase is not None and phrase.kind == "name" and (cue.passive or phrase.first == cue.last + 1)
        else None
    )


def _without_verb(u: Unit) -> list[tuple[str, Phrase]]:
    """The sources that no verb of the lead-in has, each with the feature that tells how it names them.

    "Ada Roe:" is alone, "then there is Ada Roe:" and "others, like Ada Roe:" name them last, "Ada Roe’s reply:" and
    "in the words of Ada Roe:" own the words, and in "the Post reprints a letter from Ada Roe:" they are passed on.
    """
    last = len(u) - 1
    while last > 0 and (u.kinds[last] == ASIDE or u.low[last] in {":", "."}):
        last -= 1
    found: list[tuple[str, Phrase]] = []
    phrase = before(u, last + 1, 0)
    if phrase is not None and phrase.kind == "name":
        if all(
            u.kinds[at] == STOP or is_adverb(u.low[at]) or u.low[at] in {"and", "but"} for at in range(phrase.first)
        ):
            found.append(("alone", phrase))
        elif phrase.first > 0 and u.low[phrase.first - 1] in _NAMED_LAST:
            found.append(("named last", phrase))
    for at in range(last + 1):
        if u.low[at] in DOCUMENTS and (u.kinds[at] == WORD or at == 0):
            owner = _owner(u, at)
            if owner is not None:
                found.append(("passed on" if _passes_on(u, at) else "owned", owner))
    return found


def _opener(u: Unit) -> Phrase | None:
    """The run of names that opens the unit, or its main clause behind a comma ("In the same vein, Ada Roe:")."""
    first = 0
    if u.low[0] in PREPOSITIONS:
        first = next((at + 1 for at in range(min(len(u), _ADVERBIAL)) if u.low[at] == ","), 0)
    last = first
    while last < len(u) and u.kinds[last] == NAME:
        last += 1
    if last < first + 2 or u.low[first] in DETERMINERS:  # one capital may be no more than that of the sentence
        return None
    return Phrase(first, last - 1, first, last - 1, "name")


def _owner(u: Unit, noun: int) -> Phrase | None:
    """Whose words the noun at `noun` speaks of: "Ada Roe’s short reply", "a letter from Ada Roe"."""
    for at in range(noun - 1, max(-1, noun - _REACH), -1):
        if u.kinds[at] == NAME and u.low[at].endswith(_POSSESSIVE):
            phrase = ending_at(u, at, 0)
            return phrase if phrase is not None and phrase.kind == "name" else None
        if u.kinds[at] not in {WORD, NAME}:
            break
    behind = noun + 1
    while behind < len(u) and u.kinds[behind] == ASIDE:
        behind += 1
    if behind + 1 >= len(u) or not (
        u.low[behind] in {"by", "from", "of"} or (u.low[behind] == "with" and u.low[noun] in _TALKS)
    ):
        return None
    phrase = after(u, behind + 1, len(u))
    return phrase if phrase is not None and phrase.kind == "name" else None


def _passes_on(u: Unit, noun: int) -> bool:
    """Whether the noun is the object of a verb of passing on ("reprints a letter")."""
    at = noun - 1
    while at > 0 and (u.kinds[at] == ASIDE or u.low[at] in DETERMINERS or u.low[at] in POSSESSIVES or _plain(u, at)):
        at -= 1
    return at >= 0 and u.low[at] in _PASSING_ON


def _plain(u: Unit, at: int) -> bool:
    """Whether the token may be an adjective: a word that is no preposition and no verb of passing on or saying."""
    low = u.low[at]
    return u.kinds[at] == WORD and low not in PREPOSITIONS and low not in _PASSING_ON and low not in cue_verbs()


def introduced(u: Unit, found: Found, spans: list[Span], kind: QuotationKind, how: str) -> Draft:
    """A draft over `spans` with the source that the lead-in `u` names; without one when it names none."""
    draft = Draft(spans, kind, u.paragraph, evidence=how, confidence=0.3)
    ranked = candidates(u, found)
    if not ranked or ranked[0].score <= 0:
        return draft
    best = ranked[0]
    draft.readings = tuple(
        Reading(u.over(c.source.first, c.source.last).of(u.text), tuple(c.features), c.score) for c in ranked[:_WEIGHED]
    )
    named(draft, u, best.source)
    if draft.mention is not None and "owned" in best.features:
        draft.mention = bare(u.text, draft.mention)
    if best.cue is not None:
        draft.cue = cue_span(u, best.cue)
        draft.evidence = f"“{u.word(best.cue.first)}”, {how}"
    draft.outlet = outlet_near(u, best.cue.last + 1 if best.cue else 0) or outlet_near(u, 0)
    margin = best.score - (ranked[1].score if len(ranked) > 1 else 0)
    draft.confidence = 0.9 if margin >= 1 or len(ranked) == 1 else 0.75
    return draft

"""Lead-ins: who the sentence before a block quotation makes responsible for it."""

from dataclasses import dataclass

from reader.analysis.attributions import Reading
from reader.analysis.cues import Cue
from reader.analysis.drafts import Draft, bare, cue_span, named
from reader.analysis.grammar import BE, DETERMINERS, ORGS, PREPOSITIONS, RELATIVES, is_adverb, is_role, speaks, words
from reader.analysis.outlets import outlet_near
from reader.analysis.owners import DOCUMENTS, quoted, quotes, repeats, without_verb
from reader.analysis.phrases import Phrase, ending_at
from reader.analysis.postposed import after
from reader.analysis.statements import Found
from reader.analysis.subjects import before, main_subject
from reader.analysis.units import ASIDE, NAME, WORD, Unit
from reader.analysis.verbs import finite_at
from reader.analysis.weights import score

_WEIGHED = 4  # readings of a lead-in that an explanation shows
_NEUTER = frozenset({"it", "which", "that", "this", "these", "those"})
_INDEFINITE = frozenset({"all", "many", "most", "none", "one", "others", "several", "some", "those"})
_SUBORDINATE = words("subordinators") - {"as", "despite", "even", "having"}
_FEELINGS = words("feelings")
_TITLED = words("naming")
_SHOWING = frozenset({"capture", "depict", "document", "feature", "illustrate", "show"})
PICTURES = words("pictures")
_MEDIATING = frozenset(
    {"cite", "paraphrase", "quote", "recount", "relay", "report", "summarise", "summarize", "translate", "tweet"}
)
_WORK = "“”"  # the one token that a title in marks is
_POINTERS = frozenset({"that", "these", "this", "those"})
_NOBODY = frozenset({"below", "best", "better", "here", "so", "the", "then", "there", "thus"})
_TITLES = 4  # tokens before a name that say what its bearer is
_ADVERBIAL = 12  # tokens of an adverbial that opens a lead-in


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a lead-in: a source, its cue if any, the named features it has and the score they add up to.

    `passer` is who passes the words of the source on ("the Post reprints a letter from Ada Roe:"), None for nobody.
    """

    source: Phrase
    cue: Cue | None
    features: tuple[str, ...]
    score: float
    passer: Phrase | None = None


def candidates(u: Unit, found: Found) -> list[Candidate]:
    """The readings of a lead-in, best first; equal scores keep text order."""
    main, begins = _main(u)
    result = _mediated(u, _by_cues(u, found, main, begins))
    if main is not None and not any(_same_head(main, c.source) and c.cue is not None for c in result):
        silent = ["silent"] if main.kind == "noun" and _silent(u, main) else []
        result.append(_candidate(main, None, [*_of_source(u, main), "no cue", *silent]))
    for feature, source in without_verb(u):
        passer = main if feature == "passed on" else None
        result.append(_candidate(source, None, [*_of_source(u, source), feature], passer))
    opener = None if any(c.score > 0 for c in result) else _opener(u) or _before_verb(u)
    if opener is not None:
        result.append(_candidate(opener, None, [*_of_source(u, opener), "opens"]))
    return sorted(result, key=lambda c: -c.score)


def may_pass_on(u: Unit, found: Found) -> bool:
    """Whether a reading of a lead-in can have the feature "passed on", which costs far less than its candidates."""
    return u.low[0] == "as" or repeats(u) or any(quotes(cue) for cue in found.cues)


def _silent(u: Unit, main: Phrase) -> bool:
    """Whether a subject without a verb of saying says nothing: it cannot, or something is done to it."""
    low = u.low[main.head_last]
    if main.first == main.last == 0 and u.kinds[0] == WORD:
        return False  # a sentence that begins in lower case begins with the name of a user
    if low in PICTURES or (not speaks(low) and low not in ORGS):
        return True
    at = main.last + 1
    if at >= len(u) or u.low[at] not in BE:
        return False
    while at + 1 < len(u) and is_adverb(u.low[at + 1]):
        at += 1
    done = u.low[at + 1] if at + 1 < len(u) else ""
    return done.endswith("ed") and done not in _FEELINGS


def _main(u: Unit) -> tuple[Phrase | None, int]:
    """The subject of the main clause and where that begins, behind a subordinate clause that opens the unit."""
    main, begins = main_subject(u, len(u)), 0
    if u.low[0] in _SUBORDINATE:
        for comma in range(2, len(u) - 2):
            phrase = _behind(u, comma) if u.low[comma] == "," else None
            if phrase is not None:
                main, begins = phrase, comma
                break
    if main is None or u.low[main.head_last] in _NOBODY | _POINTERS:
        return None, begins
    return _besides_title(u, main), begins


def _behind(u: Unit, comma: int) -> Phrase | None:
    """The subject that begins right behind a comma, with its finite verb behind it."""
    phrase = after(u, comma + 1, len(u))
    if phrase is None or phrase.first != comma + 1 or phrase.last + 1 >= len(u):
        return None
    verb = phrase.last + 1
    while verb + 1 < len(u) and is_adverb(u.low[verb]):
        verb += 1
    return phrase if finite_at(u, verb) else None


def _besides_title(u: Unit, source: Phrase) -> Phrase:
    """The subject of a verb before which the title of a work stands that somebody wrote or said something in.

    That is "Ada Roe" in "Ada Roe, in a post titled “Mills” wrote:", and "a post" in "a post titled “Mills” argues:".
    """
    titled = source.first - 1
    if u.low[source.head_last] != _WORK or titled < 1 or u.low[titled] not in _TITLED:
        return source
    for at in range(titled - 1, max(0, titled - _ADVERBIAL), -1):
        if u.low[at] in PREPOSITIONS:
            return before(u, at) or source
        if u.kinds[at] not in {WORD, NAME, ASIDE}:
            break
    return ending_at(u, titled - 1, 0) or source


def _undergone(u: Unit, source: Phrase) -> bool:
    """Whether what was taken for a subject is a participle ("was moved to write")."""
    return source.kind == "noun" and u.low[source.last].endswith("ed") and u.low[source.first - 1] in BE


def _described(u: Unit, source: Phrase) -> Phrase:
    """The name before the comma that a noun with a relative clause describes ("Ada Roe, a miller, who says:").

    What a verb stands in ("Ada Roe links to a letter, which says:") is no phrase: only what is behind that verb is.
    """
    behind = source.last + 1
    verb = next((at for at in range(source.last, source.first, -1) if finite_at(u, at)), source.first)
    if verb > source.first and source.kind == "noun" and "," not in u.low[source.first : verb]:
        return ending_at(u, source.last, verb + 1) or source
    if source.kind != "noun" or source.first < 2 or u.low[source.first - 1] != ",":  # noqa: PLR2004 - name and comma
        return source
    if not any(low in {"who", "which"} for low in u.low[behind : behind + 2]):
        return source
    name = ending_at(u, source.first - 2, 0)
    if name is None or name.kind != "name":
        return source
    return Phrase(name.first, source.last, name.head_first, name.head_last, "name")


def _before_verb(u: Unit) -> Phrase | None:
    """The name before a comma and the one verb that is left before the colon ("Ada Roe, a miller, finalizes:")."""
    verb = len(u) - 2
    while verb > 0 and u.kinds[verb] == ASIDE:
        verb -= 1
    if u.low[-1] != ":" or verb < 2 or u.kinds[verb] != WORD or u.low[verb - 1] != ",":  # noqa: PLR2004 - name and comma
        return None
    phrase = before(u, verb) if u.low[verb].endswith(("s", "ed")) else None
    return phrase if phrase is not None and phrase.kind == "name" and phrase.first == 0 else None


def _candidate(source: Phrase, cue: Cue | None, features: list[str], passer: Phrase | None = None) -> Candidate:
    return Candidate(source, cue, tuple(features), score("leadin", features), passer)


def _by_cues(u: Unit, found: Found, main: Phrase | None, begins: int) -> list[Candidate]:
    """The readings that a cue and its source make; a cue before token `begins` is in a subordinate clause."""
    result: list[Candidate] = []
    first = True
    for number, cue in enumerate(found.cues):
        source = found.sources.get(number)
        if source is None and cue.group == 0 and cue.verb.form in {"past", "s"}:
            source = after(u, cue.last + 1, len(u))
        if source is None or u.low[source.head_last] in _NOBODY | _POINTERS or _undergone(u, source):
            continue
        if u.low[cue.group - 1] == "as" and any(c.passer is not None for c in result):
            continue  # "was quoted by the Post as saying" repeats the reading before
        source = _described(u, _besides_title(u, source))
        features = [*_of_source(u, source), *_of_cue(u, cue, source)]
        if features[-1] == "finite" and first:
            features.append("first")
            first = False
        if main is not None and _same_head(main, source):
            features.append("main")
        if cue.last < begins:
            features.append("below")
        if _echoes(u, source, main):
            features.append("echoes")
        other = quoted(u, cue)
        if other is not None and not _same_head(other, source):
            result.append(_candidate(other, cue, [*_of_source(u, other), "passed on"], source))
            features.append("passes on")
        result.append(_candidate(source, cue, features))
    return result


def _echoes(u: Unit, source: Phrase, main: Phrase | None) -> bool:
    """Whether a pronoun of a clause below the main one most likely says its subject again ("in which she writes")."""
    if source.kind != "pronoun" or main is None or main.kind == "pronoun" or main.last >= source.first:
        return False
    before = u.low[source.first - 1]
    return u.low[source.head_last] in {"he", "she"} and (before in RELATIVES or before in _SUBORDINATE)


def _of_cue(u: Unit, cue: Cue, source: Phrase) -> list[str]:
    """The features of a cue and where it stands; whether it is finite comes last."""
    tests = {
        "shows": cue.verb.lemma in _SHOWING,
        "thinking": cue.verb.kind == "thinking",
        "at the colon": not any(u.kinds[at] in {WORD, NAME} for at in range(cue.last + 1, min(len(u), cue.last + 40))),
        "inverted": cue.group < source.first,
        "as": source.first > 0 and u.low[source.first - 1] == "as",
        "in passing": cue.passive and cue.group > 0 and u.low[cue.group - 1] in RELATIVES,
    }
    finite = cue.verb.form != "ing" and cue.shape == "verb"
    return [*(name for name, holds in tests.items() if holds), "finite" if finite else "participle"]


def _mediated(u: Unit, read: list[Candidate]) -> list[Candidate]:
    """The readings with the speaker behind "as Ada Roe summarized for the Post, …" as one whose words she passes on."""
    told = [c for c in read if c.cue is not None and c.cue.shape == "verb" and c.cue.verb.form != "ing"]
    if u.low[0] != "as" or len(told) < 2:  # noqa: PLR2004 - a mediator and a speaker
        return read
    by, to = told[0], told[-1]
    if by.cue is None or by.cue.verb.lemma not in _MEDIATING or _same_head(by.source, to.source):
        return read
    mediated = _candidate(to.source, to.cue, [*to.features, "passed on"], by.source)
    return [mediated if c is to else c for c in read]


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
    if source.kind == "noun" and head in DOCUMENTS and head != "blog":
        found.append("document")
    return found


def _opener(u: Unit) -> Phrase | None:
    """The name that opens the unit, or its main clause behind a comma ("In the same vein, miller Ada Roe:")."""
    first = 0
    if u.low[0] in PREPOSITIONS:
        first = next((at + 1 for at in range(min(len(u), _ADVERBIAL)) if u.low[at] == ","), 0)
    begin = first
    while begin < min(len(u), first + _TITLES) and (u.low[begin] in DETERMINERS or is_role(u.low[begin])):
        begin += 1
    last = begin
    while last < len(u) and u.kinds[last] == NAME:
        last += 1
    if last < begin + 2 or u.low[begin] in DETERMINERS:  # one capital may be no more than that of the sentence
        return None
    return Phrase(first, last - 1, begin, last - 1, "name")


def introduced(draft: Draft, u: Unit, ranked: list[Candidate]) -> Draft:
    """The draft with the source that the lead-in `u` names by its candidates; without one for none."""
    how, draft.confidence = draft.evidence, 0.3
    if not ranked or ranked[0].score <= 0:
        return draft
    best = ranked[0]
    draft.readings = tuple(
        Reading(u.over(c.source.first, c.source.last).of(u.text), tuple(c.features), c.score) for c in ranked[:_WEIGHED]
    )
    named(draft, u, best.source)
    if best.passer is not None and not _same_head(best.passer, best.source):
        outer = Draft(list(draft.spans), draft.kind, draft.paragraph, evidence=f"passed on, {how}", confidence=0.8)
        draft.passed_on = named(outer, u, best.passer)
    if draft.mention is not None and ("owned" in best.features or "passed on" in best.features):
        draft.mention = bare(u.text, draft.mention)
    if best.cue is not None:
        draft.cue = cue_span(u, best.cue)
        draft.evidence = f"“{u.word(best.cue.first)}”, {how}"
    draft.outlet = outlet_near(u, best.cue.last + 1 if best.cue else 0) or outlet_near(u, 0)
    margin = best.score - (ranked[1].score if len(ranked) > 1 else 0)
    draft.confidence = 0.9 if margin >= 1 or len(ranked) == 1 else 0.75
    return draft

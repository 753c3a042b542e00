"""Find statements with “according to X”, and words that X only relays."""

from bisect import bisect_left

from reader.analysis.content.utterances import content_around
from reader.analysis.cues.cues import Cue
from reader.analysis.cues.drafts import (
    AttributionDraft,
    cue_span,
    draft_for_passer,
    drop_possessive,
    with_source,
)
from reader.analysis.cues.unit_findings import UnitFindings, add_draft, add_passer_draft
from reader.analysis.sources.owners import CITING, TEXTS
from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.predicates import opens_clause
from reader.analysis.syntax.speaker_changes import begins_other_saying
from reader.analysis.syntax.subjects import subject_before, subject_of_verb
from reader.analysis.units.noun_phrases import is_noun
from reader.analysis.units.phrase_heads import cannot_speak, phrase_over
from reader.analysis.units.phrases import Phrase, pronoun_phrase
from reader.analysis.units.units import NUMBER, PARENTHESIS, QUOTE, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between, finite_verbs
from reader.analysis.words.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    LONG_DASHES,
    ORGS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    TIME,
    WH,
    is_adverb,
    is_plural,
)
from reader.model import QuotationKind

_OPENER = 3  # maximum words of an opener such as "But according to"
_BEHIND = 12  # maximum tokens after a source to its closing comma
_RELATIVE = 16  # maximum tokens of a relative clause between commas
_ASIDE = 40  # maximum tokens of an aside between dashes
_BEFORE = 8  # cues before one that are checked for containing it
_AFTER = "“according to”, after the clause"


def add_according(u: Unit, cue: Cue, number: int, found: UnitFindings) -> None:
    """Add the statement of “According to X, …” or “…, according to X”."""
    at = cue.last + 1
    source = phrase_from(u, at, len(u))
    if source is None and u.kind_at(at) == QUOTE:
        source = Phrase(at, at, at, at, "noun")
        found.taken[at] = AttributionDraft([], QuotationKind.DIRECT, u.paragraph)
    if source is None:
        if at + 1 < len(u) and u.low[at] in {"which", "whom"}:
            draft = add_draft(
                u, cue, [Content(at + 1, clause_end(u, at + 1), "bare")], subject_before(u, cue.first), found
            )
            draft.evidence = f"“according to {u.low[at]}”"
            cited = found.cues[number - 1] if number and u.low[at] == "whom" else None
            passer = found.sources.get(number - 1)
            if cited is not None and passer is not None and cited.verb.lemma in CITING:
                add_passer_draft(u, cited, draft, passer, found)
        return
    source = _before_number(u, _author_of(u, source))
    counted = u.kind_at(source.last + 1) == NUMBER and opens_clause(u, source.last + 1)
    fronted = _opens_clause(u, cue) or counted
    if fronted or not finite_between(u, 0, cue.first - 1):  # "In fact, according to the report, it leaks"
        source = before_subject(u, source)
    found.sources[number] = source
    if fronted:
        parts = _clause_after(u, source)
    elif (
        _is_in_verb_group(u, cue, source, number, found)
        or _add_relayed(u, cue, source, found)
        or _add_noted(u, cue, source, found)
    ):
        return
    else:
        parts = _clauses_around(u, cue, source, found)
    if parts:
        draft = add_draft(u, cue, parts, source, found)
        draft.evidence = "“according to”, before the clause" if fronted else _AFTER


def _before_number(u: Unit, source: Phrase) -> Phrase:
    """The plural source without the number that begins the next clause (“according to officials 300 mills closed”)."""
    number = next((at for at in range(source.first + 1, source.last) if u.kinds[at] == NUMBER), 0)
    if not number or not is_plural(u.low[number - 1]) or not opens_clause(u, number):
        return source
    return phrase_over(u, source.first, number - 1)


def _author_of(u: Unit, source: Phrase) -> Phrase:
    """The author of the text that is the source ("a report by the council’s team"); the source itself without one."""
    by = source.last + 1
    made = source.kind == "noun" and u.low[source.head_last] in TEXTS and u.low_at(by) == "by"
    maker = phrase_from(u, by + 1, len(u)) if made else None
    return source if maker is None or maker.kind == "pronoun" or cannot_speak(u, maker) else maker


def add_opinion(u: Unit, cue: Cue, number: int, found: UnitFindings) -> None:
    """Add the statement of “In her view, …” or “…, in Roe’s words”; the owner of the view is the source."""
    owner = cue.last - 1
    source = pronoun_phrase(owner) if u.low[owner] in POSSESSIVES else subject_before(u, cue.last, cue.first + 1)
    held = cue.first > 0 and is_noun(u, cue.first - 1)  # "tears in her eyes"
    if source is None or u.low[source.head_last] in {"my", "our"} or held:
        return
    whole = source.reaching(source.first, cue.last)
    if _opens_clause(u, cue):
        paused = u.low_at(cue.last + 1) == "," or (u.low[cue.last] != "words" and opens_clause(u, cue.last + 1))
        parts = _clause_after(u, whole) if paused else []
    else:
        behind = cue.last + 2
        apart = (u.low[cue.first - 1] == "," and u.low[cue.first - 2] not in WH) or u.kinds[cue.first - 1] == QUOTE
        if behind < len(u) and u.low[behind - 1] == "," and u.kinds[behind] == QUOTE:
            parts = [Content(behind, behind, "marks")]  # "because, in her words, “it leaks”"
        else:
            parts = _clauses_around(u, cue, whole, found) if apart else []
    if parts:
        found.sources[number] = source
        draft = add_draft(u, cue, parts, source, found)
        draft.evidence = f"“{u.over(cue.first, cue.last).of(u.text)}”"
        drop_possessive(draft, u)


def add_viewpoint(u: Unit, cue: Cue, number: int, found: UnitFindings) -> None:
    """Add the statement of “To Roe, the mill is “home””; Roe is the source."""
    source = phrase_from(u, cue.first + 1, len(u))
    source = None if source is None else before_subject(u, source)
    comma = 0 if source is None else _comma_after_remark(u, source.last + 1)
    if source is None or u.low_at(comma) != "," or u.low[source.head_last] in TIME:
        return
    if cannot_speak(u, source) and u.low[source.head_last] not in ORGS:
        return
    found.sources[number] = source
    draft = add_draft(u, cue, [Content(comma + 1, clause_end(u, comma + 1), "bare")], source, found)
    draft.evidence = f"“{u.word(cue.first)}” the one who sees it so"


def _is_in_verb_group(u: Unit, cue: Cue, source: Phrase, number: int, found: UnitFindings) -> bool:
    """Whether it separates a reporting verb from its auxiliary (“Roe has, according to the Post, said that …”)."""
    behind = any(other.first == source.last + 2 for other in found.cues[number + 1 : number + 2])
    return behind and cue.first > 1 and u.low[cue.first - 1] == "," and u.low[cue.first - 2] in AUXILIARIES


def _add_relayed(u: Unit, cue: Cue, source: Phrase, found: UnitFindings) -> bool:
    """“…,” Y said, according to X, and “Y said, “…,” according to X”: the words are Y's, and X relays them."""
    last = found.drafts[-1] if found.drafts else None
    if last is None or last.cue is None or last.passed_on is not None:
        return False
    start = u.starts[cue.first]
    inserted = last.cue.end <= start and u.text[last.cue.end : start].strip() == "," and last.start > start
    if not inserted and not (last.kind is QuotationKind.DIRECT and _is_right_after(u, cue, last)):
        closed = last.spans[0].end <= last.cue.start and max(last.cue.end, last.end) <= start
        if not closed or "," in u.text[last.cue.end : start].rstrip(" ,"):
            return False
    add_passer_draft(u, cue, last, source, found).evidence = _AFTER
    return True


def _add_noted(u: Unit, cue: Cue, source: Phrase, found: UnitFindings) -> bool:
    """“As Y noted, …, according to X”: the words are X's, and Y relays them."""
    last = found.drafts[-1] if found.drafts and u.low[0] == "as" else None
    if last is None or last.mention is None or last.passed_on is not None or not _is_right_after(u, cue, last):
        return False
    if last.mention.start != u.starts[1]:
        return False
    told = with_source(draft_for_passer(last, _AFTER), u, source)
    told.cue, told.passed_on = cue_span(u, cue), last
    found.drafts.append(told)
    return True


def _is_right_after(u: Unit, cue: Cue, draft: AttributionDraft) -> bool:
    """Whether only a comma is between the words of a draft and the cue."""
    start = u.starts[cue.first]
    return draft.end <= start and u.text[draft.end : start].strip() in {"", ","}


def _opens_clause(u: Unit, cue: Cue) -> bool:
    """Whether "according to" opens its clause."""
    if cue.first == 0 or (cue.first <= 2 and u.low[0] in CONJUNCTIONS):  # noqa: PLR2004 - "But, according to"
        return True
    return u.low[cue.first - 1] in {"but", "and", "that", ";"} or u.low[cue.first - 2 : cue.first] == ["that", ","]


def before_subject(u: Unit, source: Phrase) -> Phrase:
    """Return the source without a clause that looks like its apposition ("According to RTP, one user said …").

    The clause has its verb inside, or after a relative clause ("one user, who is deaf, said …").
    """
    begin = source.first if source.kind == "name" else source.head_last
    commas = [*u.commas(begin + 1, source.last)]
    if not commas or source.kind == "pronoun":
        return source
    alone = u.low[source.last].endswith("s") and u.low[source.last + 1 :] in ([], ["."])
    opens = source.first <= _OPENER and source.last - commas[-1] > 2  # noqa: PLR2004 - more than an article and a noun
    unclosed = opens and "," not in u.low[source.last + 1 :]  # "According to Roe, the weir reeks of it"
    verb = alone or unclosed or "read" in u.low[source.last : source.last + 2]  # "the Post, one sign read, “…”"
    verb = verb or finite_between(u, commas[0] + 1, min(len(u) - 1, source.last + 1))  # "According to Roe, it leaks."
    if not verb and u.low[source.last + 1 : source.last + 3] in ([",", "which"], [",", "who"]):
        closing = next(u.commas(source.last + 3, source.last + _RELATIVE), 0)
        verb = closing > 0 and finite_at(u, closing + 1)
    if not verb:
        follows = next(finite_verbs(u, source.last + 1, min(len(u), source.last + _RELATIVE)), None)
        if follows is None or not RELATIVES.isdisjoint(u.low[source.last + 1 : follows]):
            return source
        subject = subject_of_verb(u, follows)  # "the Post, the mayor, Ada Roe, said"
        if subject is None or subject.first - 1 not in commas:
            return source
        if u.low[source.last + 1] == "," and subject.last == follows - 1:
            return source  # "the mayor, Ada Roe, the mill is shut"
        return source.reaching(source.first, subject.first - 2)
    within = (at for at in reversed(commas) if not finite_between(u, commas[0] + 1, at - 1))
    last = next(within, commas[0]) - 1
    return source.reaching(source.first, last) if source.head_last <= last else phrase_over(u, source.first, last)


def _clause_after(u: Unit, source: Phrase) -> list[Content]:
    """The clause after the comma that closes "according to X"; empty without one."""
    first = source.last + 1
    while first < len(u) and u.low[first] != "," and first < source.last + _BEHIND:
        first += 1
    if first == source.last + _BEHIND:  # a long source, with another one joined to it
        commas = [*u.commas(first, first + _BEHIND)]
        alone = commas[0] if commas and finite_between(u, commas[0] + 1, len(u) - 1) else first
        first = next((at for at in commas if opens_clause(u, at + 1)), alone)
    noted = source.last + 1
    while noted + 1 < len(u) and (u.kinds[noted] == PARENTHESIS or PARENTHESIS in u.kinds[noted + 1 : first]):
        noted += 1  # "According to Roe in the Post [de] the weir leaks"
    if opens_clause(u, source.last + 1):
        first = source.last
    elif u.low_at(first) != "," and opens_clause(u, noted):
        first = noted - 1
    elif first + 1 >= len(u) or u.low[first] != ",":
        return []
    first = _comma_after_remark(u, first)
    last = clause_end(u, first + 1, whole=True)
    others = (at for at in range(first + 3, last - 2) if u.low[at + 1 : at + 3] == ["according", "to"])
    joint = next((at for at in others if u.low[at] in {"and", "but", "while"}), last + 1)
    joint = next((at for at in range(first + 3, joint) if u.low[at] == ";" and begins_other_saying(u, at + 1)), joint)
    last = min(last, joint - 1)
    # as in "(according to Roe, or more)"
    joined = u.low[first + 1] in CONJUNCTIONS and not finite_between(u, first + 2, last)
    clause = last > first + 1 or u.kinds[first + 1] == QUOTE
    return [Content(first + 1, last, "bare")] if clause and not joined else []


def _comma_after_remark(u: Unit, comma: int) -> int:
    """The comma after a remark about the source ("the study, published in May,", "Roe, who was ill,")."""
    if comma + 2 >= len(u):
        return comma
    low, following = u.low[comma + 1 : comma + 3]
    if following == "," and (is_adverb(low) or low == "though"):
        return comma + 2  # "In her view, however, …"
    participle = (low.endswith("ed") or low == "seen") and following in PREPOSITIONS
    if not participle and low not in {"citing", "including", "like", "such", "which", "who", "whose"}:
        return comma
    closing = next(u.commas(comma + 2, comma + _RELATIVE), comma)
    return closing if opens_clause(u, closing + 1) or finite_between(u, closing + 1, len(u) - 1) else comma


def _clauses_around(u: Unit, cue: Cue, source: Phrase, found: UnitFindings) -> list[Content]:
    """The clause that ", according to X" closes or interrupts, without "it seems"."""
    number = bisect_left(found.cues, cue.first, key=lambda each: each.first)
    told = any(each.passive for each in found.cues[max(0, number - _BEFORE) : number])  # "was told by Roe that"
    parts = content_around(u, cue.first - 1, _comma_after_relative(u, source.last + 1), () if told else found.taken)
    parts = _between_dashes(u, cue, source, parts)
    if not parts:
        return []
    first, last = parts[0].first, parts[0].last
    if first == last:
        return parts if u.kinds[first] == QUOTE or len(parts) > 1 else []
    seems = next(
        (at for at in range(first, last) if u.low[at] in {"seems", "appears"} and u.kinds[at] == WORD), first - 1
    )
    return [Content(seems + 1, last, "left"), *parts[1:]]


def _comma_after_relative(u: Unit, at: int) -> int:
    """The comma that closes a relative clause on the source, after which the rest follows; `at` without one."""
    if u.low_at(at) != "," or u.low_at(at + 1) not in RELATIVES:
        return at
    return next((comma for comma in u.commas(at + 2, at + _RELATIVE) if finite_at(u, comma + 1)), at)


def _between_dashes(u: Unit, cue: Cue, source: Phrase, parts: list[Content]) -> list[Content]:
    """The parts between the dashes where these enclose "according to" together with its content."""
    dashes = [at for at in range(max(1, cue.first - _ASIDE), cue.first) if u.low[at] in LONG_DASHES]
    if len(dashes) % 2 == 0 or dashes[-1] == cue.first - 1:
        return parts
    first, dash = dashes[-1] + 1, u.low[dashes[-1]]
    last = next((at - 1 for at in range(source.last + 1, min(len(u) - 1, cue.first + _ASIDE)) if u.low[at] == dash), 0)
    if last < source.last:
        return parts
    inside = [Content(max(part.first, first), min(part.last, last), part.how) for part in parts]
    return [part for part in inside if part.first <= part.last and u.low[part.first] not in RELATIVES] or parts

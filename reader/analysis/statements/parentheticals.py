"""Find statements around a parenthetical, “A, X said, B” and “as X said”, and hearsay, “A, it is said, B”."""

from bisect import bisect_left

from reader.analysis.content.questions import opens_with_question
from reader.analysis.content.utterances import (
    PAUSES,
    content_around,
    content_before,
    further_clause,
    interrupted_predicate,
    resumed_marks,
)
from reader.analysis.cues.cues import Cue
from reader.analysis.cues.unit_findings import UnitFindings, add_draft, add_passer_draft, has_marks
from reader.analysis.sources.owners import TEXTS
from reader.analysis.sources.speakers import agent
from reader.analysis.statements.according import before_subject
from reader.analysis.statements.sayings import NAMING, only_possible
from reader.analysis.syntax.adjuncts import SPAN_UNITS
from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.closings import adjunct_end, closing_cue
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.subjects import subject_before
from reader.analysis.units.phrase_heads import cannot_speak
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import NUMBER, PARENTHESIS, QUOTE, STOP, Unit
from reader.analysis.units.verbs import finite_at, finite_between, finite_verbs
from reader.analysis.words.grammar import (
    ADDRESSED,
    AUXILIARIES,
    BE,
    DASHES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME,
    is_adverb,
)
from reader.model import QuotationKind

_SHORTEST = 9  # minimum characters of content
_SAYING_TEXTS = TEXTS - {"interview"}
_ASIDE = 8  # maximum tokens before an interrupting "as X says"
_DATING = 3  # maximum tokens from the beginning of a date to its noun
_AFTER = frozenset({"after", "before", "since"})  # “Hours after it leaked, Roe sighed”
_HABITS = frozenset({"like", "liked", "likes", "loved", "loves", "used"})  # "As Roe used to say"
_RELATIVE = frozenset({"where", "which", "who", "whose"})
_CALLED = 4  # maximum tokens from "as" to the verb or its subject
_OPENER = 4  # maximum tokens of an adverbial that opens a clause, with its comma
_HEARSAY = frozenset({"allege", "report", "rumour", "say"})


def add_closed(u: Unit, cue: Cue, source: Phrase, between: tuple[int, int], found: UnitFindings) -> bool:
    """Add the content that "X said" closes, with the rest of the utterance; `between` are the tokens on either side."""
    parts = content_before(u, between[0], found.taken) or _reported_content(u, between[0], found)
    possible = only_possible(u, cue)  # "“It leaks,” one might say"
    if not parts or possible or {"p", "q"}.isdisjoint(cue.verb.frames):
        return False
    rest = resumed_marks(u, between[1])
    if has_marks(u, parts[0]):
        rest = rest or interrupted_predicate(u, between[1])
    elif not rest:
        end = adjunct_end(u, between[1])
        parts = content_around(u, between[0], len(u) if end is None else end, found.taken)
    add_draft(u, cue, parts + rest, source, found).evidence = f"“{u.word(cue.first)}”, right after the quotation"
    return True


def adjuncts_end(u: Unit, cue: Cue) -> int | None:
    """Return where the adjuncts of a cue end, as `adjunct_end` does."""
    return adjunct_end(u, cue.last + 1, told=cue.verb.lemma in ADDRESSED)


def _reported_content(u: Unit, last: int, found: UnitFindings) -> list[Content]:
    """The content of “Y said “…,” X recalled”: Y's statement, whose marks precede the cue, from its source on."""
    while last > 0 and (u.kinds[last] == STOP or u.kinds[last] == PARENTHESIS):
        last -= 1
    told = found.taken.get(last)
    if told is None or told.cue is None or told.mention is None or u.kinds[last] != QUOTE:
        return []
    if told.cue.start >= u.starts[last] or told.spans[-1].end != u.ends[last] or told.kind is QuotationKind.DIRECT:
        return []
    first = bisect_left(u.starts, told.mention.start, 0, last)
    return [Content(first, last, "left")]


def add_reported(u: Unit, cue: Cue, source: Phrase, found: UnitFindings) -> bool:
    """Add “Y said, “…,” X reported”: the quoted words are Y's, and X relays them."""
    told = found.drafts[-1] if found.drafts and cue.verb.lemma in {"recall", "recount", "report"} else None
    if told is None or told.cue is None or told.mention is None or told.kind is not QuotationKind.DIRECT:
        return False
    start, end = u.starts[source.first], max(told.end, told.cue.end, told.mention.end)
    if start < end or told.cue.end == told.end or told.passed_on is not None or source.kind == "pronoun":
        return False
    between = u.text[end:start].strip()
    if between not in {"", ","}:
        return False
    add_passer_draft(u, cue, told, source, found).evidence = f"“{u.word(cue.first)}”, after who said it"
    return True


def add_as_said(u: Unit, cue: Cue, source: Phrase, found: UnitFindings) -> bool:
    """Add “As X said, …”, “…, as X said” and “A, as X said, B”: the clause around is the content."""
    end = adjuncts_end(u, cue) if _is_as_said(u, cue, source) else None
    end = _colon_after(u, cue) if end is None and _is_as_said(u, cue, source) else end
    if end is None:
        return False
    comma = end if u.low_at(end) == "," else None
    opening = source.first - 1
    # "For example, as Roe notes"
    opened = u.low[opening - 1] == "," and opening <= _OPENER and _is_opener(u, Content(0, opening - 2, "left"))
    leads = (opening <= 1 or opened) and u.kinds[0] != QUOTE
    parts: list[Content] = []
    if not leads and opening > 0 and (u.low[opening - 1] in PAUSES or u.kinds[opening - 1] == QUOTE):
        parts = content_before(u, opening - 1, found.taken)
        parts = [part for part in parts if has_marks(u, part) or not _is_opener(u, part)]
    if comma is not None and comma + 1 < len(u):
        short = bool(parts) and u.kinds[parts[0].last] != QUOTE and parts[0].last - parts[0].first < _ASIDE
        if u.kinds[comma + 1] == QUOTE:
            parts.append(Content(comma + 1, comma + 1, "marks"))
        elif leads or short:
            parts.append(Content(comma + 1, clause_end(u, comma + 1, whole=leads and "according" not in u.low), "bare"))
    reports = "t" in cue.verb.frames or cue.last > cue.first
    if not parts or not (reports or any(u.kinds[part.first] == QUOTE for part in parts)):
        return False
    add_draft(u, cue, parts, source, found).evidence = f"“as … {u.word(cue.first)}”"
    return True


def add_as_called(u: Unit, cue: Cue, found: UnitFindings) -> bool:
    """Add “…,” as X calls it, and “…,” as it is called by X: the marks before the clause are the content."""
    if cue.verb.lemma not in NAMING:
        return False
    source = agent(u, cue) if cue.passive else subject_before(u, cue.group)
    first = cue.group if source is None or cue.passive else source.first
    link = next((at for at in range(first, max(0, first - _CALLED), -1) if u.low[at] == "as"), 0)
    marks = link - 1 - (u.low[link - 1] == ",")
    if source is None or source.kind == "pronoun" or marks < 0 or u.kinds[marks] != QUOTE or marks in found.taken:
        return False  # "“progress”, as they like to call it"
    if not cue.passive and u.low_at(cue.last + 1) not in {"her", "him", "it", "them"}:
        return False
    add_draft(u, cue, [Content(marks, marks, "marks")], source, found).evidence = f"“as … {u.word(cue.first)}”"
    return True


def _colon_after(u: Unit, cue: Cue) -> int | None:
    """The colon that ends a unit after a cue, when more of its words follow (“It leaks, as Roe noted on her blog:”)."""
    last = len(u) - 1
    says = cue.verb.kind in {"saying", "writing"} and u.low[last] == ":" and not finite_between(u, cue.last + 1, last)
    return last if says and not u.marked(cue.last, last) else None


def add_as_reported(u: Unit, cue: Cue, number: int, found: UnitFindings) -> bool:
    """Add “As reported by X, …” and “…, as reported in X”: the clause after or before is the content."""
    at = cue.first - 1
    behind = cue.last + 1
    if (
        cue.verb.form != "past"
        or {"t", "w"}.isdisjoint(cue.verb.frames)
        or u.low[at : cue.first] != ["as"]
        or behind + 1 >= len(u)
    ):
        return False
    source = phrase_from(u, behind + 1, len(u)) if u.low[behind] in {"by", "in", "on"} else None
    if source is None or cannot_speak(u, source):
        return False
    if cue.verb.kind == "showing" and u.low[behind] != "by" and u.low[source.head_last] not in _SAYING_TEXTS:
        return False  # "as shown in Tarn"
    source = found.sources[number] = before_subject(u, source)
    first = source.last + 2
    parts = content_before(u, at - 1, found.taken) if at > 1 and u.low[at - 1] == "," else []
    if at <= 1 and first < len(u) and u.low[first - 1] == ",":
        parts = [Content(first, clause_end(u, first, whole=True), "bare")]
    if not parts or not (has_marks(u, parts[0]) or finite_between(u, parts[0].first, parts[0].last)):
        return False  # "the weir, as described by Roe, leaks"
    add_draft(u, cue, parts, source, found).evidence = f"“as {u.word(cue.first)}”"
    return True


def _is_as_said(u: Unit, cue: Cue, source: Phrase) -> bool:
    """Whether "as" is before the source, and the verb is a finite reporting verb."""
    habit = u.low[cue.first - 2] in _HABITS
    if source.first == 0 or u.low[source.first - 1] != "as" or (u.low[cue.first - 1] == "to" and not habit):
        return False
    bare = cue.verb.form == "ing" and BE.isdisjoint(u.low[cue.group : cue.first])  # but "as Roe is saying"
    return not bare and cue.verb.kind != "thinking"


def add_described(u: Unit, cue: Cue, source: Phrase, found: UnitFindings) -> bool:
    """Add marks with a clause on how they were said: “It leaks” is how Roe put it, “It leaks,” was all he said."""
    how = source.first - (u.low[source.first] != "all")
    marks = how - 3 if how > 2 and u.low[how - 2] == "," else how - 2  # noqa: PLR2004 - marks, a comma, and "was"
    if marks < 0 or u.low[how] not in {"all", "how", "what"} or u.low[how - 1] not in BE or u.kinds[marks] != QUOTE:
        return False
    add_draft(u, cue, [Content(marks, marks, "marks")], source, found).evidence = f"“{u.word(cue.first)}”"
    return True


def _is_opener(u: Unit, part: Content) -> bool:
    """Whether a part has neither a clause nor a subject: "however", "at night", "that day"."""
    low = u.low[part.first]
    dating = any(word.removesuffix("s") in TIME for word in u.low[part.first + 1 : part.first + _DATING])
    opener = is_adverb(low) or low in PREPOSITIONS or low == "that" or dating  # "Two years later"
    if not opener or part.last - part.first >= _ASIDE:
        return False
    return not finite_between(u, part.first, part.last)


def _is_subordinate(u: Unit, part: Content) -> bool:
    """Whether a part is only a clause of time, reason or contrast (“When it leaked, Roe sighed”)."""
    counted = u.low[part.first] in SPAN_UNITS and u.low[part.first + 1] in _AFTER  # "Hours after it leaked"
    if not (counted or u.low[part.first] in SUBORDINATORS) or u.kinds[part.first] == QUOTE:
        return False
    verbs = list(finite_verbs(u, part.first + 1, part.last + 1))
    return all(at == verbs[0] or u.low[at - 1] in AUXILIARIES for at in verbs)


def _has_cue_inside(u: Unit, part: Content, found: UnitFindings) -> bool:
    """Whether a part is a subordinate clause with a reporting verb for the rest (“When Roe said so, Poe sighed”)."""
    last = found.drafts[-1] if found.drafts and u.low[part.first] in SUBORDINATORS else None
    if last is None or last.cue is None:
        return False
    return u.starts[part.first] < last.cue.start < last.end == u.ends[part.last]


def _has_closed_apposition(u: Unit, cue: Cue, source: Phrase) -> bool:
    """Whether a source with an apposition between commas closes a clause (“The gates hold, Ada Roe, 43, said.”)."""
    behind = source.last + 1
    if u.low[cue.group - 1] != "," or u.low[behind] != ",":
        return False
    goes_on = u.low[behind + 1] in _RELATIVE or is_adverb(u.low[behind + 1])  # ", who runs it,", ", also a nurse,"
    apart = "," in u.low[source.first : source.last] if behind == cue.group - 1 else goes_on
    end = adjuncts_end(u, cue) if apart else None
    if end is None:
        return False
    # "Still, Ada Roe, the mayor, said, the gates hold"
    comma = end + 1 < len(u) and u.low[end] == ","
    leads = comma and source.first <= _OPENER and finite_between(u, end + 1, len(u) - 1)
    closes = source.kind == "name" and source.first > _OPENER and end + 1 >= len(u)
    clause = closes or finite_between(u, 0, source.first - 2)
    return leads or clause or (end + 1 < len(u) and finite_at(u, end + 1))


def add_parenthetical(u: Unit, cue: Cue, source: Phrase, found: UnitFindings) -> bool:  # noqa: PLR0911 - one return a reason
    """Add the clause that a cue without content on its right closes or interrupts: “…, X said”, “A, X said, B”."""
    closes = "p" in cue.verb.frames or cue.verb.lemma == "tell"
    if not closes or cue.verb.form == "ing" or cue.passive or cue.negated:
        return False
    if cue.verb.kind == "thinking" or u.low[max(0, cue.group - 1)] == "who":
        return False  # "It leaks, said Roe, a miller who warns of it."
    at = source.first - 1
    at -= 2 * (u.low[at - 1 : at + 1] == ["or", "so"])  # "It leaks, or so Roe said."
    if (
        at < 1
        or (u.kinds[source.head_last] == NUMBER and not u.low[source.head_last].endswith("-old"))
        or (u.low[at] != "," and u.low[at] not in DASHES)
        or (closing_cue(u, source.first) != cue.first and not _has_closed_apposition(u, cue, source))
    ):
        return False
    end = adjuncts_end(u, cue)
    parts = content_around(u, at, len(u) if end is None else end, found.taken)
    parts += further_clause(u, end) if parts and end is not None else []
    if sum(len(u.over(part.first, part.last)) for part in parts) < _SHORTEST:
        return False
    shared = cue.last < parts[0].first and finite_at(u, parts[0].first) and u.low[0] in PREPOSITIONS
    marked = any(has_marks(u, part) for part in parts)
    alone = len(parts) == 1 and not marked
    if alone and u.low[cue.first - 1] in AUXILIARIES and not finite_between(u, parts[0].first, parts[0].last):
        return False  # "In the race for mayor, Roe has said little"
    if alone and not parts[0].first and opens_with_question(u):
        return False  # "Asked whether it leaks, Roe laughed"
    if alone and cue.verb.lemma != "say" and (_is_subordinate(u, parts[0]) or _has_cue_inside(u, parts[0], found)):
        return False
    if shared or (alone and _is_opener(u, parts[0])):
        return False
    add_draft(u, cue, parts, source, found).evidence = f"“{u.word(cue.first)}”, after the clause"
    return True


def clause_before_colon(u: Unit, source: Phrase | None, content: Content, found: UnitFindings) -> list[Content]:
    """Return the clause that "X said" closes before a colon and marks (“It leaks, Roe said: “It always did””)."""
    if source is None or source.first == 0 or content.how != "marks":
        return []
    if u.low[content.first - 1] != ":" or u.low[source.first - 1] != ",":
        return []
    parts = content_before(u, source.first - 1, found.taken)
    if len(parts) != 1 or parts[0].first or has_marks(u, parts[0]) or opens_with_question(u):
        return []
    told = finite_between(u, parts[0].first, parts[0].last) and u.low[0] not in PREPOSITIONS
    return parts if told and not _is_subordinate(u, parts[0]) and not _has_cue_inside(u, parts[0], found) else []


def is_hearsay_group(cue: Cue, number: int, found: UnitFindings) -> bool:
    """Return whether a cue only says that the next verb, in the same group, is hearsay (“is said to have told”)."""
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
    if not parts or has_marks(u, parts[0]) or _is_subordinate(u, parts[0]) or _is_opener(u, parts[0]):
        return False
    if not finite_between(u, parts[0].first, parts[0].last):
        return False
    add_draft(u, cue, parts, source, found).evidence = f"“{u.word(cue.first)}”, after the clause"
    return True

"""Find the statements of one unit: each cue with its source and content, as drafts."""

from bisect import bisect_right

from reader.analysis.content.content_clauses import content_after
from reader.analysis.content.inversions import inverted_source
from reader.analysis.content.questions import opens_with_question
from reader.analysis.content.utterances import ends_speech, follows_marks
from reader.analysis.cues.cues import Cue, cues
from reader.analysis.cues.drafts import AttributionDraft
from reader.analysis.cues.held_texts import with_held_texts
from reader.analysis.cues.unit_findings import UnitFindings, add_draft, add_passer_draft
from reader.analysis.sources.owners import CITING, quoted_source
from reader.analysis.sources.speakers import source_of_cue
from reader.analysis.statements.according import add_according, add_opinion, add_viewpoint
from reader.analysis.statements.extents import content_extent, each_marks, fronted_content
from reader.analysis.statements.nouns import add_charge, add_noun_statement
from reader.analysis.statements.parentheticals import (
    add_as_called,
    add_as_reported,
    add_as_said,
    add_closed,
    add_described,
    add_hearsay,
    add_parenthetical,
    add_reported,
    clause_before_colon,
    is_hearsay_group,
)
from reader.analysis.statements.quoters import add_quoters, quoter
from reader.analysis.statements.sayings import (
    NAMING,
    is_all_said,
    is_own_plan,
    is_saying,
    names_work,
    of_neither,
    only_possible,
)
from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.closings import adjunct_end
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.speaker_changes import CHARGES
from reader.analysis.syntax.subjects import subject_before
from reader.analysis.units.phrase_heads import cannot_speak
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import NAME, NUMBER, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between, frames_at, verb_at
from reader.analysis.words.grammar import ADDRESSED, BE, OBJECTS, PERSONS, PREPOSITIONS, can_speak, is_adverb
from reader.model import QuotationKind

_RESPONDING = frozenset({"comment", "respond", "reply", "add", "react"})
_QUOTING = CITING | {"report"}
_ASIDES = 3  # maximum cues between them, in a clause about the person quoted
_QUOTED = 18  # maximum tokens between "quotes" and "as saying"
_BLOCK = 5  # minimum tokens after a colon that are a quotation of their own
_SENTENCE = 3  # minimum words in marks that may be a sentence
_OTHERS = 3  # maximum further speakers of one verb
_ANSWER_CUES = 4  # cues after a question that are searched for its answer
_LONGEST_ANSWER = 10  # maximum tokens of an answer
_ENDS_OF_SENTENCE = frozenset({".", "!", "?"})
_PLACING = PREPOSITIONS - {"because", "for", "from", "like", "to", "with", "without"}
_REPORTING_FORMS = frozenset({"past", "s"})  # forms of a verb that reports what was said
_SAYING = frozenset({"say", "tell"})  # verbs that always have content
_ANSWERING_ADVERBS = frozenset(
    {"absolutely", "always", "barely", "certainly", "definitely", "exactly", "hardly", "maybe", "never", "no"}
    | {"occasionally", "often", "perhaps", "possibly", "probably", "rarely", "seldom", "sometimes", "twice", "yes"}
)
_ADD_BY_SHAPE = {
    "according": add_according,
    "noun": add_noun_statement,
    "opinion": add_opinion,
    "viewpoint": add_viewpoint,
}


def statements(u: Unit) -> UnitFindings:
    """Return the attributions within a unit. Marks without a cue are left to the paragraph."""
    return add_statements(u, unit_cues(u))


def unit_cues(u: Unit) -> UnitFindings:
    """Return the findings of a unit with its cues only, for `add_statements`."""
    return UnitFindings(cues=with_held_texts(u, cues(u)))


def add_statements(u: Unit, found: UnitFindings) -> UnitFindings:
    """Add the attributions for the unit's cues, and return the findings."""
    for number, cue in enumerate(found.cues):
        if cue.shape != "verb":
            _ADD_BY_SHAPE[cue.shape](u, cue, number, found)
        elif not add_short_answer(u, cue, number, found):
            (add_charge if cue.verb.lemma in CHARGES else _add_verb)(u, cue, number, found)
    add_quoters(u, found)
    return found


def _add_verb(u: Unit, cue: Cue, number: int, found: UnitFindings) -> None:
    """Add a reporting verb: its source before or after it, its content on the right, on the left, or on both sides."""
    behind = inverted_source(u, cue)
    if behind is not None:
        found.sources[number] = behind
        add_closed(u, cue, behind, (cue.group - 1, behind.last + 1), found)
        return
    if (
        _add_quoted_marks(u, cue, number, found)
        or _add_quoted_as(u, cue, number, found)
        or add_as_reported(u, cue, number, found)
        or add_as_called(u, cue, found)
        or is_hearsay_group(cue, number, found)
    ):
        return
    source, own = source_of_cue(u, cue, number, found)
    named = cue.verb.lemma in NAMING and source is not None and source.kind == "noun"
    if source is not None and not (named and not can_speak(u.low[source.head_last])):
        found.sources[number] = source
        if own and (
            add_as_said(u, cue, source, found) or _quotes_as_saying(u, cue) or add_described(u, cue, source, found)
        ):
            return
    content = content_after(u, cue)
    if add_hearsay(u, cue, content, found):
        return
    if source is not None and own and follows_marks(u, source) and _add_marks_before(u, cue, source, content, found):
        return
    if content is not None:
        _add_content(u, cue, content, source, found)
    elif source is not None and own and not add_reported(u, cue, source, found):
        add_parenthetical(u, cue, source, found)


def _add_marks_before(u: Unit, cue: Cue, source: Phrase, content: Content | None, found: UnitFindings) -> bool:
    """Add the marks right before "X said", unless X's words follow the cue; the subject after them must speak."""
    presents = content is None or content.how in {"marks", "bare", "object"} or ends_speech(u, source)
    rest = cue.last + 1 if content is None or content.how in {"marks", "bare"} else len(u)
    return presents and add_closed(u, cue, source, (source.first - 1, rest), found)


def _add_quoted_as(u: Unit, cue: Cue, number: int, found: UnitFindings) -> bool:
    """“X quotes Y as saying …”, “Y was quoted as having said …”: the words are Y's, and X relays them."""
    at = cue.group  # "as", or a participle without it
    if u.low[at] != "as" and at > 0 and u.low[at - 1] == "as":
        at -= 1
    bare = u.low[at] != "as"  # "quotes Y saying"
    if number == 0 or cue.verb.form == "base" or at < 1 or (bare and cue.verb.form != "ing"):
        return False
    near = range(number - 1, max(-1, number - 1 - _ASIDES), -1)
    by = next((each for each in near if found.cues[each].verb.lemma in _QUOTING), number - 1)
    quoting = found.cues[by]
    if quoting.verb.lemma not in _QUOTING or at - quoting.last > _QUOTED:
        return False
    speaker = subject_before(u, quoting.group) if quoting.passive else phrase_from(u, quoting.last + 1, at)
    if speaker is None or (bare and (quoting.passive or speaker.last < at - 2)):
        return False
    content = content_after(u, cue)
    passer = quoter(u, quoting, found) if quoting.passive else found.sources.get(by)
    if (content is None or content.how == "marks") and _add_closed_by_quoter(u, (quoting, cue), speaker, passer, found):
        return True
    if content is None:
        return False
    found.sources[number] = speaker
    outer = None if passer is None else add_draft(u, quoting, [content], passer, found)
    draft = add_draft(u, cue, [content], speaker, found)
    draft.passed_on = outer
    draft.spans = draft.spans if outer is None else outer.spans
    for told in (outer, draft):
        if told is not None:
            told.evidence = f"“{u.word(quoting.first)} … as {u.word(cue.first)}”"
    return True


def _add_quoted_marks(u: Unit, cue: Cue, number: int, found: UnitFindings) -> bool:
    """“X quotes Y: “…””: the marks after the colon are Y's words, and X relays them."""
    speaker = None if cue.passive else quoted_source(u, cue)
    colon = len(u) if speaker is None else speaker.last + 1
    if speaker is None or u.low_at(colon) != ":" or u.kind_at(colon + 1) != QUOTE:
        return False
    passer, _ = source_of_cue(u, cue, number, found)
    found.sources[number] = speaker
    draft = add_draft(u, cue, [Content(colon + 1, colon + 1, "marks")], speaker, found)
    if passer is not None:
        add_passer_draft(u, cue, draft, passer, found)
    return True


def _add_closed_by_quoter(
    u: Unit, by: tuple[Cue, Cue], speaker: Phrase, passer: Phrase | None, found: UnitFindings
) -> bool:
    """“…,” X quoted Y as saying: the marks before the cues are Y's words, and X relays them."""
    quoting, saying = by
    ahead = speaker if quoting.passive else passer
    if ahead is None or not follows_marks(u, ahead):
        return False
    if not add_closed(u, saying, speaker, (ahead.first - 1, saying.last + 1), found):
        return False
    if passer is not None:
        add_passer_draft(u, quoting, found.drafts[-1], passer, found)
    return True


def _quotes_as_saying(u: Unit, cue: Cue) -> bool:
    """Whether a verb quotes a person “as saying”, so that the words are that person's."""
    if cue.verb.lemma not in _QUOTING or cue.passive:
        return False
    reach = range(cue.last + 2, min(len(u) - 1, cue.last + _QUOTED))
    nearer = next((at for at in reach if (verb := verb_at(u, at)) is not None and verb[0].lemma in CITING), len(u))
    saying = (at + 1 for at in reach if u.low[at] == "as" and at < nearer)
    return any(u.low[at] == "having" or frames_at(u, at) for at in saying if u.low[at].endswith("ing"))


def _add_content(u: Unit, cue: Cue, content: Content, source: Phrase | None, found: UnitFindings) -> None:
    """Add the content to the right of a cue, when it counts as a statement."""
    content = content_extent(u, cue, content, source)
    if only_possible(u, cue) or of_neither(u, source) or names_work(u, cue, content, source):
        unclaimed = AttributionDraft([], QuotationKind.DIRECT, u.paragraph)
        found.taken |= dict.fromkeys(u.marked(content.first, content.last), unclaimed)
        return
    answered = content.how == "wh" and source is None and _only_introduces(u, cue, content, found)
    if answered or (content.how == "wh" and _is_inserted_question(u, cue, content)):
        return
    if not is_saying(u, cue, content, source) or _is_claimed(u, cue, content, source, found):
        return
    if is_own_plan(u, cue, source, found) or is_all_said(u, content, source):
        return
    parts = each_marks(u, content)
    if source is not None and source.first == 0 and u.low[0] == "all" and u.low[content.first - 1] in BE:
        source = source.reaching(1, source.last)  # "All the mayor would say was that it leaks"
    before = fronted_content(u, cue, content, source, found) or clause_before_colon(u, source, content, found)
    draft = add_draft(u, cue, [*before, *parts], source, found)
    word = u.word(cue.first)
    draft.evidence = (
        f"“{word}” before the quotation" if content.how in {"marks", "label"} else f"“{word}” and its clause"
    )
    _add_other_sources(u, cue, content, found)
    if content.how == "colon":
        draft.evidence = f"“{word}” and a colon"
        long = content.last - content.first >= _BLOCK
        if long and draft.kind is not QuotationKind.DIRECT and source is not None:
            draft.kind = QuotationKind.BLOCK
            writes = cue.verb.kind == "writing" or cue.verb.lemma in _RESPONDING
            opens = source.first == 0 and cue.last + 2 == content.first  # "Roe says: …"
            draft.joins = writes or opens or u.kinds[content.first] == WORD


def _only_introduces(u: Unit, cue: Cue, content: Content, found: UnitFindings) -> bool:
    """Whether a question without a source only introduces its answer (“Asked whether it leaks, she said …”)."""
    if not cue.passive:
        return False
    if cue.first <= 1 and opens_with_question(u):
        return True  # "Asked if it leaks, Roe nodded"
    behind = bisect_right(found.cues, content.last, key=lambda other: other.first)
    return any(not {"p", "t"}.isdisjoint(c.verb.frames) for c in found.cues[behind : behind + _ANSWER_CUES])


def _is_inserted_question(u: Unit, cue: Cue, content: Content) -> bool:
    """Whether a question between commas only introduces its answer (“Roe, asked whether it leaks, said …”)."""
    if cue.verb.form != "past" or cue.group < cue.first or u.low[cue.first - 1 : cue.first] != [","]:
        return False
    commas = u.commas(content.first + 1, content.last + 2)
    return any(finite_at(u, at + 1) and verb_at(u, at + 1) is not None for at in commas)


def _add_other_sources(u: Unit, cue: Cue, content: Content, found: UnitFindings) -> None:
    """Add the content of other sources of the same verb (“One said that it leaks, another that it never did”)."""
    who = content.last + 2
    for _ in range(_OTHERS):
        if u.low_at(who) not in {"another", "others", "some"} or u.low_at(who + 1) != "that":
            return
        told = Content(who + 1, clause_end(u, who + 1), "that")
        draft = add_draft(u, cue, [told], Phrase(who, who, who, who, "noun"), found)
        draft.evidence = f"“{u.word(cue.first)}” of the clause before"
        who = told.last + 2


def _is_claimed(u: Unit, cue: Cue, content: Content, source: Phrase | None, found: UnitFindings) -> bool:
    """Whether quoted words have their speaker already.

    The source that relays the whole clause does not count besides the one in it (“According to the Post, Roe said:
    “…””).
    """
    draft = found.taken.get(content.first) if content.how in {"marks", "label"} else None
    if draft is None:
        return False
    if source is None or content.how == "label":
        return True
    if draft.spans and u.low[content.first - 1] == ":" and draft.spans[0].contains(u.over(source.first, content.last)):
        return False  # "Roe said that a man had shouted: “Out!”"
    if len(u.over(content.first, content.last).of(u.text).split()) < _SENTENCE:
        return True
    words = u.marks[content.first].inner(u.text).of(u.text) if content.first in u.marks else ""
    if not words[:1].isupper() or (u.low[content.first - 1] not in {",", ":"} and content.first != cue.last + 1):
        return True
    inside = u.over(source.first, cue.last)
    return not any(span.contains(inside) for span in draft.spans)


def add_short_answer(u: Unit, cue: Cue, number: int, found: UnitFindings) -> bool:
    """Add the draft of a unit that is only an answer, a cue and its source. Return whether it is one."""
    if (
        found.drafts
        or u.low[-1] not in _ENDS_OF_SENTENCE
        or u.kinds[-1] != STOP
        or cue.passive
        or cue.verb.form not in _REPORTING_FORMS
    ):
        return False
    comma = next((at for at in range(1, min(cue.group, _LONGEST_ANSWER)) if u.kinds[at] == STOP), 0)
    if not comma or u.low[comma] != ",":
        return False
    first = int(u.low[0] in {"and", "but", "so"} and comma > 1)
    source = _source_of_answer(u, cue, comma) if _is_answer(u, first, comma - 1) else None
    if source is None or content_after(u, cue) is not None:
        return False
    found.sources[number] = source
    draft = add_draft(u, cue, [Content(first, comma - 1, "left")], source, found)
    draft.evidence = f"“{u.word(cue.first)}”, after a short answer"
    return True


def _is_answer(u: Unit, first: int, last: int) -> bool:
    """Whether words without a verb are an answer, and no adverb that connects sentences (“However, he said”)."""
    if u.low[first] in _PLACING:
        return False  # "In a statement, the council said.", "On Friday, she told us."
    if finite_between(u, first, last) or any(u.kinds[at] not in {NAME, NUMBER, WORD} for at in range(first, last + 1)):
        return False
    return first < last or u.low[first] in _ANSWERING_ADVERBS or not is_adverb(u.low[first])


def _source_of_answer(u: Unit, cue: Cue, comma: int) -> Phrase | None:
    """The speaker of the words before the comma, where nothing else follows: “says Roe, who runs it”, “she told me”."""
    if cue.group == cue.first == comma + 1:
        source = phrase_from(u, cue.last + 1, len(u)) if "p" in cue.verb.frames or cue.verb.kind == "saying" else None
        if source is None or source.first != cue.last + 1 or cannot_speak(u, source) or u.low[source.first] in OBJECTS:
            return None
        behind = source.last + 1
        told = u.low[behind : behind + 2] in ([",", "who"], [",", "which"])
        return source if told or adjunct_end(u, behind) == len(u) - 1 else None
    source = subject_before(u, cue.group) if cue.verb.lemma in _SAYING and not cue.negated else None
    if source is None or source.first != comma + 1 or source.last + 1 != cue.group or cue.last + 1 >= len(u):
        return None
    known = source.kind == "name" or u.low[source.head_last] in PERSONS or not cannot_speak(u, source)
    has_addressee = cue.verb.lemma != "tell" or cue.last + 2 < len(u)
    ends = adjunct_end(u, cue.last + 1, told=cue.verb.lemma in ADDRESSED) == len(u) - 1
    return source if known and has_addressee and ends else None

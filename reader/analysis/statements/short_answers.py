"""Find sentences with a short answer and its speaker (“Not much, cautions Roe.”, “No, she says.”)."""

from reader.analysis.content.content_clauses import content_after
from reader.analysis.cues.cues import Cue
from reader.analysis.cues.unit_findings import UnitFindings, add_draft
from reader.analysis.syntax.closings import adjunct_end
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.subjects import subject_before
from reader.analysis.units.noun_phrases import Phrase, cannot_speak
from reader.analysis.units.units import NAME, NUMBER, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_between
from reader.analysis.words.grammar import ADDRESSED, OBJECTS, PERSONS, PREPOSITIONS, is_adverb

_LONGEST = 10  # maximum tokens of an answer
_ENDS = frozenset({".", "!", "?"})
_PLACING = PREPOSITIONS - {"because", "for", "from", "like", "to", "with", "without"}
_OPENING = frozenset({"and", "but", "so"})
_REPORTING_FORMS = frozenset({"past", "s"})  # forms of a verb that reports what was said
_SAYING = frozenset({"say", "tell"})  # verbs that always have content
_ADVERBS = frozenset(
    {"absolutely", "always", "barely", "certainly", "definitely", "exactly", "hardly", "maybe", "never", "no"}
    | {"occasionally", "often", "perhaps", "possibly", "probably", "rarely", "seldom", "sometimes", "twice", "yes"}
)


def add_short_answer(u: Unit, cue: Cue, number: int, found: UnitFindings) -> bool:
    """Add the draft of a unit that is only an answer, a cue and its source. Return whether it is one."""
    if (
        found.drafts
        or u.low[-1] not in _ENDS
        or u.kinds[-1] != STOP
        or cue.passive
        or cue.verb.form not in _REPORTING_FORMS
    ):
        return False
    comma = next((at for at in range(1, min(cue.group, _LONGEST)) if u.kinds[at] == STOP), 0)
    if not comma or u.low[comma] != ",":
        return False
    first = int(u.low[0] in _OPENING and comma > 1)
    source = _source(u, cue, comma) if _is_answer(u, first, comma - 1) else None
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
    return first < last or u.low[first] in _ADVERBS or not is_adverb(u.low[first])


def _source(u: Unit, cue: Cue, comma: int) -> Phrase | None:
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

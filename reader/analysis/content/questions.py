"""Find indirect questions: “asked whether it leaks”, “asks me in which mill I work”, “asked did he know”."""

from reader.analysis.content.before_content import PERSON
from reader.analysis.cues.cues import Cue
from reader.analysis.syntax.openings import opening_ends
from reader.analysis.units.units import QUOTE, STOP, Unit
from reader.analysis.units.verbs import finite_at
from reader.analysis.words.grammar import ADDRESSED, AUXILIARIES, PERSONAL, PREPOSITIONS, WH, is_contraction

_ASKING = WH - {"that", "who", "which", "whom", "whose"}
_SUBJECTS = frozenset({"my", "the", "there", "this", "your"})
_ASIDE = 8  # maximum tokens of an aside after “how”


def question_start(u: Unit, cue: Cue, index: int) -> int | None:  # noqa: PLR0911 - one return a reason
    """Return the "whether", "what" or "how" after the cue and its addressee, from `index` on; None without one."""
    if _is_question_word(u, cue, index):
        aside = u.low_at(index + 1) == ","  # "wondered how, if at all, it leaks"
        opener = index + 2 in opening_ends(u)  # "When asked why, Roe said"
        return index if not aside or (not opener and "," in u.low[index + 2 : index + _ASIDE]) else None
    asks = cue.verb.kind == "asking"
    if asks and (begins_question(u, index) or _in_which(u, index)):
        return index
    if u.low[index] == "to" and cue.verb.kind == "saying":  # "explained to her why it leaks"
        near = range(index + 2, min(len(u), index + PERSON))
        return next((at for at in near if _is_question_word(u, cue, at)), None)
    if cue.verb.lemma not in ADDRESSED:
        return None
    for at in range(index + 1, min(len(u), index + PERSON)):
        if u.low[at] in _ASKING or (asks and (begins_question(u, at) or _in_which(u, at))):
            return at - (u.low[at - 1] in {"what", "which", "who"})  # "asked, who are you?"
        if u.low[at] == ",":
            return _after_aside(u, at)
        if u.kinds[at] in {STOP, QUOTE} or finite_at(u, at):
            return None
    return None


def _after_aside(u: Unit, comma: int) -> int | None:
    """The question word after an aside about the addressee (“asked Roe, the mayor, whether”)."""
    for at in range(comma + 2, min(len(u) - 1, comma + PERSON)):
        if u.low[at] == "," and u.low[at + 1] in _ASKING:
            return at + 1
        if u.kinds[at] == QUOTE or (finite_at(u, at) and "who" not in u.low[comma:at]):
            return None
    return None


def opens_with_question(u: Unit) -> bool:
    """Return whether a sentence opens with a question to a person (“Asked whether it leaks, Roe laughed”)."""
    return u.low[0] == "asked" or u.low[:2] == ["when", "asked"]


def _is_question_word(u: Unit, cue: Cue, at: int) -> bool:
    """Whether a question word is at `at`, also in “what’s”; “who” is one only after a verb of asking."""
    low = u.low[at]
    if low == "who":
        return cue.verb.kind == "asking" and at + 1 < len(u) and finite_at(u, at + 1)
    return low in WH or (is_contraction(low) and low.partition("’")[0].partition("'")[0] in _ASKING)


def _in_which(u: Unit, at: int) -> bool:
    """Whether a question begins with a preposition ("asked me in which mill I work")."""
    return u.low[at] in PREPOSITIONS and u.low_at(at + 1) in {"which", "whom", "whose"}


def begins_question(u: Unit, at: int) -> bool:
    """Return whether an auxiliary before its subject begins a question ("asks is it far", "asked him did he know")."""
    subject = u.low_at(at + 1)
    begins = (subject in PERSONAL and subject not in WH) or subject in _SUBJECTS
    return begins and u.low[at] in AUXILIARIES and finite_at(u, at)
